import { type Graph, keyOf } from '../graph.ts';
import type { Draft, Occasion, Surroundings } from './draft.ts';
import { draftEngagement, mergeEngagement, nameByCompany } from './engagement.ts';
import { draftFigure } from './figure.ts';
import { draftQuote, mergeQuote, type Said } from './quote.ts';
import { draftVisit } from './visit.ts';

/** A row may hold 2 MB; an engagement with more quotes than this lists them under `/v1/quotes?engagement=` only. */
const MOST_QUOTES = 300;

export type Drafts = Record<'visit' | 'engagement' | 'quote' | 'figure', Draft[]>;

/** Renders the graph from the top down: visits name engagements, engagements name visits and quotes. */
export function draftGraph(graph: Graph, around: Surroundings): Drafts {
  const bare = graph.engagements.map((group) => ({ group, it: mergeEngagement(group, null, around) }));
  const visit = graph.visits.map((group) => draftVisit(group, around));
  const trips = new Map(around.trips);
  for (const [at, { id, title }] of visit.entries()) {
    trips.set(id, { title, visitor: graph.visits[at]!.sources[0]!.visitor.id });
  }

  const occasions = new Map(around.occasions);
  for (const { group, it } of bare) {
    const visitId = group.visit_id;
    const trip = visitId === null ? undefined : trips.get(visitId);
    it.visit = visitId === null ? null : { id: visitId, title: trip?.title ?? visitId };
    nameByCompany(it, trip?.visitor ?? null);
    const occasion: Occasion = {
      engagement: { id: it.id, title: it.title },
      visit: it.visit,
      date: it.date,
      country: it.country?.id ?? null,
    };
    for (const source of group.sources) occasions.set(keyOf(source), occasion);
  }
  const placed: Surroundings = { ...around, occasions };
  const quotesAt = new Map<string, Said[]>();
  const quote = graph.quotes.map((group) => {
    for (const [engagementId, said] of mergeQuote(group, placed).said)
      quotesAt.set(engagementId, [...(quotesAt.get(engagementId) ?? []), said]);
    return draftQuote(group, placed);
  });
  const engagement = bare.map(({ group, it }) => {
    const said = quotesAt.get(it.id) ?? [];
    said.sort((a, b) => (a.id < b.id ? -1 : 1));
    return draftEngagement({ ...it, quotes: said.slice(0, MOST_QUOTES) }, group, placed);
  });
  return { visit, engagement, quote, figure: graph.figures.map((group) => draftFigure(group, placed)) };
}
