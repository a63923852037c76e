import { foldWords, slugOf } from '../../model/fold.ts';
import { orderOf } from '../../model/order.ts';
import type { StoredDocument } from '../../model/record.ts';
import type { DocumentSources } from '../../model/source.ts';
import { toPublicDocument } from '../../public/document.ts';
import * as documents from '../../store/documents.ts';
import { loadDocumentSources } from '../../store/sources.ts';
import type { Graph } from '../graph.ts';
import type { EntryChange, Moment } from '../history.ts';
import { token } from '../places.ts';
import { changesOf } from '../rows.ts';
import { ENOUGH, NEAR } from '../shingles.ts';
import type { Fate } from '../succession.ts';
import type { Draft } from './draft.ts';

interface Sharing {
  document_id: string;
  shared: number;
  size: number;
}

const publisherToken = (publisher: string) => token('publisher', slugOf(publisher));

const near = (size: number, it: Sharing) =>
  Math.min(size, it.size) >= ENOUGH && it.shared / Math.min(size, it.size) >= NEAR;

/** Of copies of one text, the earliest published, best described one is taken for the original. */
function precedence(it: documents.LiveDocument): string {
  return `${it.published_on ?? '9999-99-99'} ${it.title === null ? 1 : 0} ${it.url === null ? 1 : 0} ${it.id}`;
}

const originalOf = (it: documents.LiveDocument, copies: readonly documents.LiveDocument[]): string | null => {
  const [first] = copies
    .filter((other) => precedence(other) < precedence(it))
    .sort((a, b) => (precedence(a) < precedence(b) ? -1 : 1));
  return first?.id ?? null;
};

/** Where what it tells of took place. */
const countriesIn = (it: DocumentSources | undefined): string[] =>
  [...(it?.visits ?? []), ...(it?.engagements ?? [])].flatMap(({ country }) => country ?? []);

const ids = (values: string[]) => [...new Set(values)];

/** Entries of the changed document, of its near duplicates, and of documents whose quotes, visits or engagements got another id. */
export async function draftDocuments(
  db: D1Database,
  it: {
    id: string;
    live: documents.LiveDocument | null;
    aliases: readonly string[];
    successor: string | null;
    shingles: readonly number[];
    after: readonly DocumentSources[];
    graph: Graph;
    moment: Moment;
  },
): Promise<EntryChange[]> {
  const formerNear = (await documents.loadNear(db, it.id))
    .filter((other) => near(other.own, other))
    .map((other) => other.document_id);
  const nowNear = (await documents.loadSharingShingles(db, it.shingles)).filter(
    (other) => other.document_id !== it.id && near(it.shingles.length, other),
  );
  const moved = [...it.graph.moved.visits, ...it.graph.moved.engagements].map((source) => source.document_id);
  const touched = new Set([
    ...formerNear,
    ...nowNear.map((other) => other.document_id),
    ...moved,
    ...it.after.map((other) => other.document_id),
  ]);
  touched.delete(it.id);

  const nearOf = new Map<string, string[]>();
  for (const other of touched) {
    const copies = (await documents.loadNear(db, other))
      .filter((copy) => near(copy.own, copy))
      .map((copy) => copy.document_id);
    const withoutUs = copies.filter((copy) => copy !== it.id);
    nearOf.set(
      other,
      it.live !== null && nowNear.some((copy) => copy.document_id === other)
        ? [...withoutUs, it.id]
        : withoutUs,
    );
  }
  if (it.live !== null) {
    touched.add(it.id);
    nearOf.set(
      it.id,
      nowNear.map((other) => other.document_id),
    );
  }
  const live = await documents.loadLiveDocuments(db, [...touched, ...[...nearOf.values()].flat()]);
  if (it.live !== null) live.set(it.id, it.live);
  else live.delete(it.id);
  const stored = await loadDocumentSources(
    db,
    [...touched].filter((id) => !it.after.some((other) => other.document_id === id)),
  );
  const inGraph = new Map(
    [...it.graph.moved.visits, ...it.graph.moved.engagements].map((source) => [
      `${'visit_id' in source ? 'v' : 'e'} ${source.document_id} ${source.n}`,
      source,
    ]),
  );

  const drafts = [...touched].flatMap((id): Draft[] => {
    const document = live.get(id);
    if (document === undefined) return [];
    const sources = it.after.find((other) => other.document_id === id) ?? stored.get(id);
    const copies = (nearOf.get(id) ?? []).flatMap((other) => live.get(other) ?? []);
    const entry: StoredDocument = {
      ...document,
      near_duplicate_of: originalOf(document, copies),
      extracted: {
        quotes: ids(sources?.quotes.map((source) => source.quote_id) ?? []),
        visits: ids(
          sources?.visits.map(
            (source) =>
              (inGraph.get(`v ${id} ${source.n}`) as typeof source | undefined)?.visit_id ?? source.visit_id,
          ) ?? [],
        ),
        engagements: ids(
          sources?.engagements.map(
            (source) =>
              (inGraph.get(`e ${id} ${source.n}`) as typeof source | undefined)?.engagement_id ??
              source.engagement_id,
          ) ?? [],
        ),
        figures: ids(sources?.figures.map((source) => source.figure_id) ?? []),
      },
    };
    return [
      {
        id,
        ord: orderOf(document.published_on, id),
        keys: [
          ...(document.publisher === null ? [] : [publisherToken(document.publisher)]),
          ...(document.source === null ? [] : [token('source', document.source)]),
          token('lang', document.lang),
          ...ids(countriesIn(sources).map((code) => token('country', code.toLowerCase()))),
          ...ids(sources?.people.map((person) => token('person', person.person_id)) ?? []),
        ],
        words: foldWords(`${document.title ?? ''} ${document.publisher ?? ''}`).join(' '),
        aloneIds: id === it.id ? [...it.aliases] : [],
        title: document.title ?? id,
        body: (stamps) => toPublicDocument(entry, stamps, 'published'),
      },
    ];
  });
  const fate: Fate =
    it.successor === null ? { status: 'withdrawn' } : { status: 'redirected', to: it.successor };
  const fates = new Map<string, Fate>(it.live === null ? [[it.id, fate]] : []);
  return changesOf(db, 'document', drafts, fates, it.moment);
}
