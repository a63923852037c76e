import type {
  DocumentSources,
  EngagementSource,
  FigureSource,
  QuoteSourceRow,
  SourceKey,
  VisitSource,
} from '../model/source.ts';
import * as store from '../store/sources.ts';
import { blocksOf, groupEngagements, pairsOf } from './engagements.ts';
import { type Group, visitsOf } from './visits.ts';

export type { Group } from './visits.ts';

/** The part of the graph that a change touches, derived anew from all sources concerned. */
export interface Graph {
  visits: Group<VisitSource>[];
  engagements: (Group<EngagementSource> & { visit_id: string | null })[];
  quotes: Group<QuoteSourceRow>[];
  figures: Group<FigureSource>[];
  /** Sources of documents that did not change themselves but belong to something else now. */
  moved: { visits: VisitSource[]; engagements: EngagementSource[] };
  /** For every source in the graph that had one: the id it belonged to before. */
  former: { visits: Map<string, string>; engagements: Map<string, string> };
}

export const keyOf = ({ document_id, n }: SourceKey) => `${document_id} ${n}`;

/** The documents that change: what they contributed before and what they contribute now. */
export interface Changed {
  ids: ReadonlySet<string>;
  before: DocumentSources[];
  after: DocumentSources[];
}

/** Finds all that a change touches and derives it from every source that bears on it. */
export async function deriveGraph(db: D1Database, changed: Changed): Promise<Graph> {
  const unchanged = (it: SourceKey) => !changed.ids.has(it.document_id);
  const both = [...changed.before, ...changed.after];
  const former = { visits: new Map<string, string>(), engagements: new Map<string, string>() };

  // Visits: all sources of the same visitor and country.
  const scopes = new Set(both.flatMap((it) => it.visits.map((visit) => visit.scope)));
  const visitSources = [
    ...(await store.loadVisitSourcesByScope(db, scopes)).filter(unchanged),
    ...changed.after.flatMap((it) => it.visits),
  ];
  for (const it of visitSources) if (unchanged(it)) former.visits.set(keyOf(it), it.visit_id);
  const visits = await visitsOf(visitSources);
  const visitOf = new Map(visits.flatMap((group) => group.sources.map((it) => [keyOf(it), group.id])));
  const movedVisits = visits.flatMap((group) =>
    group.sources.filter((it) => unchanged(it) && former.visits.get(keyOf(it)) !== group.id),
  );

  // Engagements: start from those of the changed documents, of visits that moved, and widen until nothing joins.
  const ofVisit = (sources: EngagementSource[], keys: Set<string>) =>
    sources.filter(
      (it) => it.visit_n !== null && keys.has(keyOf({ document_id: it.document_id, n: it.visit_n })),
    );
  const beforeVisitIds = new Set(changed.before.flatMap((it) => it.visits.map((visit) => visit.visit_id)));
  const touchedVisits = visits.filter((group) =>
    group.sources.some(
      (it) => !unchanged(it) || former.visits.get(keyOf(it)) !== group.id || beforeVisitIds.has(group.id),
    ),
  );
  const touchedVisitKeys = new Set(touchedVisits.flatMap((group) => group.sources.map(keyOf)));
  const neighbours = new Set(
    touchedVisits.flatMap((group) => group.sources.filter(unchanged).map((it) => it.document_id)),
  );
  const touched = [
    ...changed.after.flatMap((it) => it.engagements),
    ...ofVisit(
      (await store.loadEngagementSourcesByDocument(db, neighbours)).filter(unchanged),
      touchedVisitKeys,
    ),
  ];
  const formerMates = await store.loadEngagementSourcesById(
    db,
    [...changed.before.flatMap((it) => it.engagements), ...touched].map((it) => it.engagement_id),
  );
  touched.push(...formerMates.filter(unchanged));
  const widened = await widen(db, unchanged, touched, visitOf);
  const engagements = widened.groups.map((sources) => {
    const id = sources[0]!.alone_id;
    for (const it of sources) if (unchanged(it)) former.engagements.set(keyOf(it), it.engagement_id);
    // Of several sources the best informed one that knows of a trip says which it was part of.
    const visit_id = sources.map(widened.visitOf).find((it) => it !== null) ?? null;
    return { id, visit_id, sources: sources.map((it) => ({ ...it, engagement_id: id })) };
  });
  const movedEngagements = engagements.flatMap((group) =>
    group.sources.filter((it) => unchanged(it) && former.engagements.get(keyOf(it)) !== group.id),
  );

  // Quotes and figures: those of the changed documents, and all said at an engagement that is rendered anew.
  const said = await store.loadSaidAt(
    db,
    engagements.flatMap((group) => group.sources.filter(unchanged)),
  );
  const quoteIds = [...both.flatMap((it) => it.quotes), ...said.quotes].map((it) => it.quote_id);
  const figureIds = [...both.flatMap((it) => it.figures), ...said.figures].map((it) => it.figure_id);
  const quotes = [
    ...(await store.loadQuoteSourcesById(db, quoteIds)).filter(unchanged),
    ...changed.after.flatMap((it) => it.quotes),
  ];
  const figures = [
    ...(await store.loadFigureSourcesById(db, figureIds)).filter(unchanged),
    ...changed.after.flatMap((it) => it.figures),
  ];
  return {
    visits,
    engagements,
    quotes: groupById(quotes, (it) => it.quote_id),
    figures: groupById(figures, (it) => it.figure_id),
    moved: { visits: movedVisits, engagements: movedEngagements },
    former,
  };
}

function groupById<S>(sources: S[], idOf: (source: S) => string): Group<S>[] {
  return [...Map.groupBy(sources, idOf)].map(([id, members]) => ({ id, sources: members }));
}

/**
 * Groups the touched engagement sources with everything they may belong to. Whatever may tell of the same event as a
 * touched source is itself expanded, and so are its companions of before, until nothing new is found: what is grouped
 * then is whole, and groups as it would among all sources there are.
 */
async function widen(
  db: D1Database,
  unchanged: (it: SourceKey) => boolean,
  touched: EngagementSource[],
  knownVisits: ReadonlyMap<string, string>,
): Promise<{ groups: EngagementSource[][]; visitOf: (it: EngagementSource) => string | null }> {
  const loaded = new Map(touched.map((it) => [keyOf(it), it]));
  const concerned = new Set(loaded.keys());
  const visits = new Map(knownVisits);
  const visitOf = (it: EngagementSource) =>
    it.visit_n === null ? null : (visits.get(keyOf({ document_id: it.document_id, n: it.visit_n })) ?? null);
  const expanded = new Set<string>();
  for (;;) {
    const frontier = [...concerned].filter((key) => !expanded.has(key)).map((key) => loaded.get(key)!);
    if (frontier.length === 0) break;
    for (const it of frontier) expanded.add(keyOf(it));
    const near = (await store.loadEngagementSourcesByBlock(db, frontier.flatMap(blocksOf))).filter(unchanged);
    const mates = (
      await store.loadEngagementSourcesById(
        db,
        frontier.filter(unchanged).map((it) => it.engagement_id),
      )
    ).filter(unchanged);
    for (const it of [...near, ...mates]) if (!loaded.has(keyOf(it))) loaded.set(keyOf(it), it);
    for (const it of mates) concerned.add(keyOf(it));
    const unplaced = [...loaded.values()].filter((it) => it.visit_n !== null && visitOf(it) === null);
    for (const it of await store.loadVisitSourcesByDocument(
      db,
      unplaced.map((source) => source.document_id),
    )) {
      if (unchanged(it) && !visits.has(keyOf(it))) visits.set(keyOf(it), it.visit_id);
    }
    const pairs = pairsOf([...loaded.values()], visitOf);
    for (let before = -1; before !== concerned.size; ) {
      before = concerned.size;
      for (const { a, b } of pairs) {
        if (concerned.has(keyOf(a))) concerned.add(keyOf(b));
        if (concerned.has(keyOf(b))) concerned.add(keyOf(a));
      }
    }
  }
  const whole = [...concerned].map((key) => loaded.get(key)!);
  return { groups: groupEngagements(whole, visitOf), visitOf };
}

/** People named in a graph. */
export function peopleIn(graph: Graph): Set<string> {
  const ids = new Set<string>();
  for (const { sources } of graph.visits) for (const it of sources) ids.add(it.visitor.id);
  for (const { sources } of graph.engagements)
    for (const it of sources) for (const person of it.participants) ids.add(person.id);
  for (const { sources } of graph.quotes)
    for (const it of sources) for (const person of it.speakers) ids.add(person.id);
  for (const { sources } of graph.figures)
    for (const it of sources) if (it.stated_by !== null) ids.add(it.stated_by.id);
  return ids;
}
