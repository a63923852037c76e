import { parseBody } from '../links.ts';
import type { TitleRef } from '../model/record.ts';
import type { SourceKey } from '../model/source.ts';
import { isSoundBody } from '../store/damage.ts';
import * as documents from '../store/documents.ts';
import { loadEntries } from '../store/entries.ts';
import * as store from '../store/sources.ts';
import type { DocumentChange } from './change.ts';
import type { Occasion, Surroundings, Trip } from './drafts/draft.ts';
import { type Graph, keyOf, peopleIn } from './graph.ts';
import { namesToShow } from './people.ts';

/** Loads what a graph is rendered from: documents, names, and the occasions that are not part of the graph itself. */
export async function surroundings(
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
    if (entry === undefined || !isSoundBody(entry.body)) continue;
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
  const trips = new Map<string, Trip>();
  for (const { id, body, status } of visitEntries.values()) {
    // An id that leads elsewhere today and is borne again from now on is in the graph itself.
    if (status === 'redirected' || !isSoundBody(body)) continue;
    const { title, visitor } = parseBody<{ title: string; visitor: { id: string } }>(body);
    trips.set(id, { title, visitor: visitor.id });
  }
  return { documents: documentsById, names, occasions, trips };
}
