import { parseBody } from '../links.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Noun, Quote, TitleRef } from '../model/record.ts';
import type { DocumentSources, PersonSource, SourceKey } from '../model/source.ts';
import * as documents from '../store/documents.ts';
import { addTallies, loadEntries } from '../store/entries.ts';
import * as store from '../store/sources.ts';
import { beginWrite, endWrite, readRevision } from '../store/writing.ts';
import { sourcesOf } from './claims.ts';
import { draftDocuments } from './document-entries.ts';
import { blocksOf } from './engagements.ts';
import { deriveGraph, type Graph, keyOf, peopleIn } from './graph.ts';
import type { EntryChange, Moment } from './history.ts';
import { namesToShow, peopleOf, reconsider, whoIsIn } from './people.ts';
import { draftPeople, draftPlaces } from './people-entries.ts';
import { placeAliases } from './place-aliases.ts';
import {
  type Draft,
  draftEngagement,
  draftFigure,
  draftQuote,
  draftVisit,
  mergeEngagement,
  mergeQuote,
  type Occasion,
  type Surroundings,
} from './render.ts';
import { changesOf, entryWrites } from './rows.ts';
import { type Fate, successorsOf } from './succession.ts';
import { talliesOf } from './tallies.ts';

/** One document that says something else from now on; `next` null: it is withdrawn. */
export interface DocumentChange {
  document_id: string;
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

type Drafts = Record<'visit' | 'engagement' | 'quote' | 'figure', Draft[]>;

/** No place for a write: the record moved on while it was being worked out. */
export class RecordMoved extends Error {}

/** Works out all that a change of one document changes in the record, and writes it in one batch. */
export async function applyChange(db: D1Database, change: DocumentChange, now: Date): Promise<void> {
  const revision = await readRevision(db);
  const moment: Moment = { rev: revision.value + 1, at: later(now.toISOString(), revision.at) };
  const { document_id: id, next } = change;

  // Who is who, in this document and in those that may mean somebody else by a name from now on.
  const beforeHere = (await store.loadDocumentSources(db, [id])).get(id) ?? emptySources(id);
  const claims = next === null ? [] : peopleOf(id, next.text, next.extraction);
  const surnames = new Set(
    [...beforeHere.people, ...claims]
      .filter((it) => !it.registered && it.surname !== '')
      .map((it) => it.surname),
  );
  const others = (await store.loadUnregisteredPeople(db, surnames)).filter((it) => it.document_id !== id);
  const { fresh, moved } = reconsider(claims, others);
  const neighbours = new Set(moved.map((it) => it.document_id));
  const beforeThere = await store.loadDocumentSources(db, neighbours);

  const people = await namesFor(db, fresh, moved, beforeThere);
  const after: DocumentSources[] = [];
  if (next !== null)
    after.push(await sourcesOf(id, next.text, next.extraction, fresh, whoIsIn(fresh, people)));
  for (const { document_id, text, found } of await documents.loadLiveTexts(db, neighbours)) {
    const then = beforeThere.get(document_id)!.people;
    const now = then.map(
      (it) =>
        moved.find(
          (other) => other.document_id === document_id && other.kind === it.kind && other.name === it.name,
        ) ?? it,
    );
    after.push(
      await sourcesOf(document_id, text, JSON.parse(found) as Extraction, now, whoIsIn(now, people)),
    );
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
  changes.person = await draftPeople(db, { changes, tallies, before, after, moment });
  changes.place = await draftPlaces(db, { changes, tallies, aliases: placeAliases(graph), moment });
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
    ...after.flatMap((it) => store.insertSources(db, it, blocksOf)),
    ...store.moveVisitSources(db, graph.moved.visits),
    ...store.moveEngagementSources(db, graph.moved.engagements),
    ...documents.saveShingles(db, id, next?.shingles ?? []),
  ];
  for (const noun of Object.keys(changes) as Noun[])
    statements.push(...(await entryWrites(db, noun, changes[noun])));
  statements.push(...addTallies(db, tallies), ...endWrite(db, moment));
  try {
    await db.batch(statements);
  } catch (error) {
    if (String(error).includes('write_guard')) throw new RecordMoved();
    throw error;
  }
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

async function namesFor(
  db: D1Database,
  fresh: PersonSource[],
  moved: PersonSource[],
  neighbours: ReadonlyMap<string, DocumentSources>,
): Promise<Map<string, string>> {
  const known = [...fresh, ...moved, ...[...neighbours.values()].flatMap((it) => it.people)];
  const stored = await store.loadUnregisteredPeopleById(
    db,
    known.filter((it) => !it.registered).map((it) => it.person_id),
  );
  return namesToShow([
    ...stored.filter((it) => !fresh.some((other) => other.document_id === it.document_id)),
    ...known,
  ]);
}

/** Loads what a graph is rendered from: documents, names, and the occasions that are not part of the graph itself. */
async function surroundings(
  db: D1Database,
  graph: Graph,
  change: DocumentChange,
  people: ReadonlyMap<string, string>,
): Promise<Surroundings> {
  const sources: SourceKey[] = [
    ...graph.visits,
    ...graph.engagements,
    ...graph.quotes,
    ...graph.figures,
  ].flatMap((group): SourceKey[] => group.sources);
  const documentsById = new Map(
    await documents.loadLiveDocuments(
      db,
      sources.map((it) => it.document_id),
    ),
  );
  if (change.document === null) documentsById.delete(change.document_id);
  else documentsById.set(change.document_id, change.document);

  const unregistered = await store.loadUnregisteredPeopleById(db, peopleIn(graph));
  const names = new Map([...namesToShow(unregistered), ...people]);

  const inGraph = new Set(graph.engagements.flatMap((group) => group.sources.map(keyOf)));
  const said: { document_id: string; engagement_n: number | null }[] = [
    ...graph.quotes.flatMap((group) => group.sources),
    ...graph.figures.flatMap((group) => group.sources),
  ];
  const outside = said
    .flatMap((it) => (it.engagement_n === null ? [] : [{ document_id: it.document_id, n: it.engagement_n }]))
    .filter((it) => !inGraph.has(keyOf(it)));
  const elsewhere = await store.loadEngagementSourcesByDocument(
    db,
    outside.map((it) => it.document_id),
  );
  const entries = await loadEntries(
    db,
    'engagement',
    elsewhere.map((it) => it.engagement_id),
  );
  const occasions = new Map<string, Occasion>();
  for (const it of elsewhere) {
    const entry = entries.get(it.engagement_id);
    if (entry === undefined) continue;
    const body = parseBody<{
      title: string;
      date: string | null;
      country: { id: string } | null;
      visit: TitleRef | null;
    }>(entry.body);
    occasions.set(keyOf(it), {
      engagement: { id: entry.id, title: body.title },
      visit: body.visit,
      date: body.date,
      country: body.country?.id ?? null,
    });
  }
  const visitEntries = await loadEntries(
    db,
    'visit',
    graph.engagements.flatMap((group) => group.visit_id ?? []),
  );
  const visitTitles = new Map(
    [...visitEntries.values()].map((it) => [it.id, parseBody<{ title: string }>(it.body).title]),
  );
  return { documents: documentsById, names, occasions, visitTitles };
}

/** Renders the graph from the top down: visits name engagements, engagements name visits and quotes. */
function draftGraph(graph: Graph, around: Surroundings): Drafts {
  const bare = graph.engagements.map((group) => ({ group, it: mergeEngagement(group, null, around) }));
  const visit = graph.visits.map((group) => draftVisit(group, around));
  const titles = new Map([
    ...around.visitTitles,
    ...visit.map((draft): [string, string] => [draft.id, draft.title]),
  ]);

  const occasions = new Map(around.occasions);
  for (const { group, it } of bare) {
    const visitId = group.visit_id;
    it.visit = visitId === null ? null : { id: visitId, title: titles.get(visitId) ?? visitId };
    const occasion: Occasion = {
      engagement: { id: it.id, title: it.title },
      visit: it.visit,
      date: it.date,
      country: it.country?.id ?? null,
    };
    for (const source of group.sources) occasions.set(keyOf(source), occasion);
  }
  const placed: Surroundings = { ...around, occasions };
  const quotesAt = new Map<string, Quote[]>();
  const quote = graph.quotes.map((group) => {
    const { quote, occasions: at } = mergeQuote(group, placed);
    for (const engagementId of new Set(at.map((it) => it.engagement.id)))
      quotesAt.set(engagementId, [...(quotesAt.get(engagementId) ?? []), quote]);
    return draftQuote(group, placed);
  });
  const engagement = bare.map(({ group, it }) => {
    const said = (quotesAt.get(it.id) ?? []).map(({ id, text, speakers }) => {
      const [speaker] = speakers;
      return { id, text, speaker: speaker === undefined ? null : { id: speaker.id, name: speaker.name } };
    });
    return draftEngagement({ ...it, quotes: said.sort((a, b) => (a.id < b.id ? -1 : 1)) }, group);
  });
  return { visit, engagement, quote, figure: graph.figures.map((group) => draftFigure(group, placed)) };
}

type Fates = Record<'visit' | 'engagement' | 'quote' | 'figure', Map<string, Fate>>;

/** For each id that some source gave before the change: where it leads now. Ids still given are not looked at. */
function fatesOf(graph: Graph, before: DocumentSources[], after: DocumentSources[]): Fates {
  const fates: Fates = { visit: new Map(), engagement: new Map(), quote: new Map(), figure: new Map() };
  for (const then of before) {
    for (const it of then.visits) fates.visit.set(it.visit_id, { status: 'withdrawn' });
    for (const it of then.engagements) fates.engagement.set(it.engagement_id, { status: 'withdrawn' });
    for (const it of then.quotes) fates.quote.set(it.quote_id, { status: 'withdrawn' });
    for (const it of then.figures) fates.figure.set(it.figure_id, { status: 'withdrawn' });
  }
  for (const then of before) {
    const now = after.find((it) => it.document_id === then.document_id);
    if (now === undefined) continue;
    for (const [id, fate] of successorsOf(then, now)) {
      const noun = id.startsWith('q_')
        ? 'quote'
        : id.startsWith('e_')
          ? 'engagement'
          : id.startsWith('f_')
            ? 'figure'
            : 'visit';
      fates[noun].set(id, fate);
    }
    // The same source under another id: it only found out who or what it belongs to.
    const follow = <S extends { n: number; alone_id: string }>(
      noun: keyof Fates,
      old: S[],
      fresh: S[],
      idOf: (it: S) => string,
    ) => {
      for (const it of old) {
        const same = fresh.find((other) => other.n === it.n && other.alone_id === it.alone_id);
        if (same !== undefined && idOf(same) !== idOf(it))
          fates[noun].set(idOf(it), { status: 'redirected', to: idOf(same) });
      }
    };
    follow('visit', then.visits, now.visits, (it) => it.visit_id);
    follow('engagement', then.engagements, now.engagements, (it) => it.engagement_id);
    follow('quote', then.quotes, now.quotes, (it) => it.quote_id);
    follow('figure', then.figures, now.figures, (it) => it.figure_id);
  }
  // Other documents' sources that moved take their former id along.
  for (const group of graph.visits) {
    for (const it of group.sources) {
      const old = graph.former.visits.get(keyOf(it));
      if (old !== undefined && old !== group.id) fates.visit.set(old, { status: 'redirected', to: group.id });
    }
  }
  for (const group of graph.engagements) {
    for (const it of group.sources) {
      const old = graph.former.engagements.get(keyOf(it));
      if (old !== undefined && old !== group.id)
        fates.engagement.set(old, { status: 'redirected', to: group.id });
    }
  }
  return fates;
}
