import type {
  DocumentSources,
  EngagementSource,
  FigureSource,
  PersonSource,
  QuoteSourceRow,
  SourceKey,
  VisitSource,
} from '../model/source.ts';
import * as store from '../store/sources.ts';
import { visitId } from './claims.ts';
import { blocksOf, groupEngagements } from './engagements.ts';
import { daysOfVisit, groupVisits } from './visits.ts';

/** A set of sources that tell of one thing, and the id that thing has. */
export interface Group<S> {
  id: string;
  sources: S[];
}

/** The part of the graph that a change touches, derived anew from all sources concerned. */
export interface Graph {
  visits: Group<VisitSource>[];
  engagements: Group<EngagementSource>[];
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
  const visits: Group<VisitSource>[] = [];
  for (const scope of Map.groupBy(visitSources, (it) => it.scope).values()) {
    for (const sources of groupVisits(scope)) {
      const { start, end } = daysOfVisit(sources);
      const [first] = sources as [VisitSource, ...VisitSource[]];
      const id =
        start === null && end === null
          ? first.visit_id
          : await visitId(first.visitor.id, first.country, start, end?.slice(0, 7) ?? null, '');
      visits.push({ id, sources: sources.map((it) => ({ ...it, visit_id: id })) });
    }
  }
  const merged = mergeSameId(visits);
  const visitOf = new Map(merged.flatMap((group) => group.sources.map((it) => [keyOf(it), group.id])));
  const movedVisits = merged.flatMap((group) =>
    group.sources.filter((it) => unchanged(it) && former.visits.get(keyOf(it)) !== group.id),
  );

  // Engagements: start from those of the changed documents, of visits that moved, and widen until nothing joins.
  const ofVisit = (sources: EngagementSource[], keys: Set<string>) =>
    sources.filter(
      (it) => it.visit_n !== null && keys.has(keyOf({ document_id: it.document_id, n: it.visit_n })),
    );
  const beforeVisitIds = new Set(changed.before.flatMap((it) => it.visits.map((visit) => visit.visit_id)));
  const touchedVisits = merged.filter((group) =>
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
  const engagementGroups = await widen(db, unchanged, touched, visitOf);
  const engagements = engagementGroups.map((sources) => {
    const id = sources[0]!.alone_id;
    for (const it of sources) if (unchanged(it)) former.engagements.set(keyOf(it), it.engagement_id);
    return { id, sources: sources.map((it) => ({ ...it, engagement_id: id })) };
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
    visits: merged,
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

/** Undated trips of one month share an id, so they are one entry. */
function mergeSameId(groups: Group<VisitSource>[]): Group<VisitSource>[] {
  return [...Map.groupBy(groups, (group) => group.id)].map(([id, same]) => ({
    id,
    sources: same.flatMap((group) => group.sources),
  }));
}

/**
 * Groups the touched engagement sources with everything they may belong to. What joins a touched group is itself
 * expanded, until no group reaches beyond what was loaded.
 */
async function widen(
  db: D1Database,
  unchanged: (it: SourceKey) => boolean,
  touched: EngagementSource[],
  knownVisits: ReadonlyMap<string, string>,
): Promise<EngagementSource[][]> {
  const loaded = new Map(touched.map((it) => [keyOf(it), it]));
  const concerned = new Set(loaded.keys());
  const visitOf = new Map(knownVisits);
  const expanded = new Set<string>();
  for (;;) {
    const frontier = [...concerned].filter((key) => !expanded.has(key)).map((key) => loaded.get(key)!);
    for (const it of frontier) expanded.add(keyOf(it));
    if (frontier.length > 0) {
      const near = await store.loadEngagementSourcesByBlock(db, frontier.flatMap(blocksOf));
      const mates = await store.loadEngagementSourcesById(
        db,
        frontier.map((it) => it.engagement_id),
      );
      for (const it of [...near, ...mates].filter(unchanged))
        if (!loaded.has(keyOf(it))) loaded.set(keyOf(it), it);
      for (const it of mates.filter(unchanged)) concerned.add(keyOf(it));
      const unplaced = [...loaded.values()].filter(
        (it) => it.visit_n !== null && !visitOf.has(keyOf({ document_id: it.document_id, n: it.visit_n })),
      );
      for (const it of await store.loadVisitSourcesByDocument(
        db,
        new Set(unplaced.map((source) => source.document_id)),
      )) {
        if (unchanged(it) && !visitOf.has(keyOf(it))) visitOf.set(keyOf(it), it.visit_id);
      }
    }
    const groups = groupEngagements([...loaded.values()], (it) =>
      it.visit_n === null
        ? null
        : (visitOf.get(keyOf({ document_id: it.document_id, n: it.visit_n })) ?? null),
    );
    const ours = groups.filter((group) => group.some((it) => concerned.has(keyOf(it))));
    const before = concerned.size;
    for (const it of ours.flat()) concerned.add(keyOf(it));
    if (concerned.size === before && [...concerned].every((key) => expanded.has(key))) return ours;
  }
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

export type { PersonSource };
