import type { Extraction } from '../model/extraction.ts';
import type { Noun } from '../model/record.ts';
import type { DocumentSources, PersonSource } from '../model/source.ts';
import { noteHidden } from '../store/acts.ts';
import { insertCorrections } from '../store/corrections.ts';
import * as documents from '../store/documents.ts';
import { addTallies } from '../store/entries.ts';
import * as store from '../store/sources.ts';
import { beginWrite, type Cause, endWrite, readRevision } from '../store/writing.ts';
import { Acts } from './acts.ts';
import { sourcesOf } from './claims.ts';
import { correctionsOf } from './corrections.ts';
import { draftDocuments } from './drafts/document.ts';
import { draftGraph } from './drafts/graph.ts';
import { draftPeople } from './drafts/person.ts';
import { draftPlaces } from './drafts/place.ts';
import { blocksOf } from './engagements.ts';
import { fatesOf } from './fates.ts';
import { deriveGraph } from './graph.ts';
import type { EntryChange, Moment } from './history.ts';
import { peopleOf, reconsider, whoIsIn } from './people.ts';
import { placeAliases } from './place-aliases.ts';
import { changesOf, entryWrites } from './rows.ts';
import { spellingsAfter, spellingsOf } from './spellings.ts';
import { surroundings } from './surroundings.ts';
import { talliesOf } from './tallies.ts';

/** One document that says something else from now on; `next` null: it is withdrawn. */
export interface DocumentChange {
  document_id: string;
  /** Why the record changes; kept with the revision it makes, so that corrections can say so. */
  cause: Cause;
  /** It was published before anybody here listened: what is new by it is no news. */
  archive?: boolean;
  /** Whether it puts something right or takes it back, rather than adding to the record: then it makes corrections. */
  corrects?: boolean;
  /** A person's reason for it, and the act of theirs that it follows from. */
  reason?: string;
  overlay?: string;
  next: { text: string; extraction: Extraction; shingles: number[] } | null;
  /** Writes that make the new text the live one; they run before the record is written. */
  statements: D1PreparedStatement[];
  /** What entries will say of this document, null when withdrawn. */
  document: documents.LiveDocument | null;
  /** Ids under which the document is known besides its own. */
  aliases: string[];
  /** For a withdrawn document: the one that stands for it now. */
  successor: string | null;
}

/** No place for a write: the record moved on while it was being worked out. */
export class RecordMoved extends Error {}

/** Works out all that a change of one document changes in the record, and writes it in one batch. */
export async function applyChange(db: D1Database, change: DocumentChange, now: Date): Promise<void> {
  const revision = await readRevision(db);
  const { document_id: id, next, cause } = change;
  const acts = await Acts.load(db);
  const moment: Moment = {
    rev: revision.value + 1,
    at: later(now.toISOString(), revision.at),
    cause,
    archive: change.archive ?? false,
    acts,
  };

  // Who is who, in this document and in those that may mean somebody else by a name from now on.
  const beforeHere = (await store.loadDocumentSources(db, [id])).get(id) ?? emptySources(id);
  const claims = next === null ? [] : peopleOf(id, next.text, next.extraction);
  const surnames = new Set(
    [...beforeHere.people, ...claims]
      .filter((it) => !it.registered && it.surname !== '')
      .map((it) => it.surname),
  );
  const others = (await store.loadUnregisteredPeople(db, surnames)).filter((it) => it.document_id !== id);
  const reconsidered = reconsider(claims, others);
  const { fresh } = reconsidered;
  const concerned = new Set(reconsidered.moved.map((it) => it.document_id));
  const texts = readable(await documents.loadLiveTexts(db, concerned));
  const isReadable = new Set(texts.map((it) => it.document_id));
  const moved = reconsidered.moved.filter((it) => isReadable.has(it.document_id));
  const formerly = [
    ...beforeHere.people,
    ...others.filter((it) => moved.some((now) => isSameClaim(it, now))),
  ];
  const told = { document_id: id, fresh, moved, formerly };
  const spelled = await spellingsAfter(db, told);
  const respelled = spelled.respelled.difference(concerned);
  if (respelled.size > 0) texts.push(...readable(await documents.loadLiveTexts(db, respelled)));
  const neighbours = new Set(texts.map((it) => it.document_id));
  const beforeThere = await store.loadDocumentSources(db, neighbours);

  const people = await spellingsOf(db, told, spelled.names, beforeThere.values());
  const after: DocumentSources[] = [];
  if (next !== null)
    after.push(await sourcesOf(id, next.text, next.extraction, fresh, whoIsIn(fresh, people)));
  for (const { document_id, text, extraction } of texts) {
    const then = beforeThere.get(document_id)!.people;
    const now = then.map((it) => moved.find((other) => isSameClaim(it, other)) ?? it);
    after.push(await sourcesOf(document_id, text, extraction, now, whoIsIn(now, people)));
  }
  // Hidden words are said by nobody, as far as the record knows; which documents print them is noted.
  const hidden: D1PreparedStatement[] = [];
  const isShown = (documentId: string, entry: string): boolean => {
    const shown = !acts.hides(entry);
    if (!shown) hidden.push(noteHidden(db, entry, documentId));
    return shown;
  };
  for (const it of after) {
    it.quotes = it.quotes.filter(({ quote_id }) => isShown(it.document_id, quote_id));
    it.figures = it.figures.filter(({ figure_id }) => isShown(it.document_id, figure_id));
  }
  const before = [beforeHere, ...beforeThere.values()];
  const graph = await deriveGraph(db, { ids: new Set([id, ...neighbours]), before, after });
  for (const group of graph.visits) for (const it of group.sources) adopt(after, 'visits', it);
  for (const group of graph.engagements) for (const it of group.sources) adopt(after, 'engagements', it);

  const around = await surroundings(db, graph, change, people);
  const drafts = draftGraph(graph, around);
  const fates = fatesOf(graph, before, after);

  const changes: Record<Noun, EntryChange[]> = {
    document: [],
    person: [],
    place: [],
    visit: [],
    engagement: [],
    quote: [],
    figure: [],
  };
  for (const noun of ['visit', 'engagement', 'quote', 'figure'] as const) {
    changes[noun] = await changesOf(db, noun, drafts[noun], fates[noun], moment);
  }
  const tallies = talliesOf(changes);
  // A rebuild renders what counts stand in once everything is counted anew.
  if (cause !== 'rebuild') {
    changes.person = await draftPeople(db, { changes, tallies, before, after, moment });
    changes.place = await draftPlaces(db, { changes, tallies, aliases: placeAliases(graph), moment });
  }
  changes.document = await draftDocuments(db, {
    id,
    live: change.document,
    aliases: change.aliases,
    successor: change.successor,
    shingles: next?.shingles ?? [],
    after,
    graph,
    moment,
  });
  for (const [name, by] of talliesOf({
    person: changes.person,
    place: changes.place,
    document: changes.document,
  })) {
    tallies.set(name, (tallies.get(name) ?? 0) + by);
  }

  const statements = [
    ...beginWrite(db, revision.value),
    ...store.deleteSources(db, [...new Set([id, ...neighbours])]),
    ...change.statements,
    ...hidden,
    ...after.flatMap((it) => store.insertSources(db, it, blocksOf)),
    ...store.moveVisitSources(db, graph.moved.visits),
    ...store.moveEngagementSources(db, graph.moved.engagements),
    ...documents.saveShingles(db, id, next?.shingles ?? []),
  ];
  for (const noun of Object.keys(changes) as Noun[])
    statements.push(...(await entryWrites(db, noun, changes[noun])));
  if (change.corrects) {
    const { reason = null, overlay = null } = change;
    const corrections = await correctionsOf(db, changes, moment, { document_id: id, reason, overlay });
    statements.push(...insertCorrections(db, corrections));
  }
  // A rebuild of what is as it should be makes no revision.
  const isQuiet = cause === 'rebuild' && Object.values(changes).every((list) => list.length === 0);
  if (!isQuiet) statements.push(...addTallies(db, tallies), ...endWrite(db, moment, id));
  try {
    await db.batch(statements);
  } catch (error) {
    if (String(error).includes('write_guard')) throw new RecordMoved();
    throw error;
  }
}

/** Texts with what was found in them, without those where that is damaged: they stay as they are until read again. */
function readable(texts: readonly { document_id: string; text: string; found: string }[]) {
  return texts.flatMap(({ document_id, text, found }) => {
    try {
      return [{ document_id, text, extraction: JSON.parse(found) as Extraction }];
    } catch {
      console.error(`what was found in ${document_id} is damaged; it stays as it is`);
      return [];
    }
  });
}

const later = (a: string, b: string) => (a > b ? a : b);

const emptySources = (document_id: string): DocumentSources => ({
  document_id,
  people: [],
  visits: [],
  engagements: [],
  quotes: [],
  figures: [],
});

const isSameClaim = (a: PersonSource, b: PersonSource) =>
  a.document_id === b.document_id && a.kind === b.kind && a.name === b.name;

/** Puts the id a source got in the graph back into what its document contributes. */
function adopt<K extends 'visits' | 'engagements'>(
  after: DocumentSources[],
  kind: K,
  source: DocumentSources[K][number],
): void {
  const list = after.find((it) => it.document_id === source.document_id)?.[kind] as
    | (typeof source)[]
    | undefined;
  const at = list?.findIndex((it) => it.n === source.n) ?? -1;
  if (list !== undefined && at >= 0) list[at] = source;
}
