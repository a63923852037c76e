import type { Extraction } from '../../model/extraction.ts';
import { scoreQuotes } from './attribution.ts';
import { scoreEngagements } from './engagements.ts';
import { scoreFigures } from './figures.ts';
import type { GoldDocument } from './gold.ts';
import type { Judged } from './judged.ts';
import { scoreKeyQuotes } from './key-quotes.ts';
import { scoreNames } from './people-named.ts';
import { type Counts, type Miss, share } from './score.ts';
import { scoreVisits } from './visits.ts';

export interface Scored {
  counts: Counts;
  misses: Miss[];
  /** Every finding that an annotation can be held against. */
  judged: Judged[];
}

/** Names say nothing about where nobody looked for visitors and participants. */
const WHO = ['quotes', 'visits', 'engagements'];

/** Every measure of one document for which it was annotated; `known` are full names of people, as `scoreNames` takes them. */
export function scoreDocument(
  gold: GoldDocument,
  found: Extraction,
  known: ReadonlySet<string> = new Set(),
): Scored {
  const parts: { counts: Counts; misses: Miss[]; judged?: Judged[] }[] = [];
  if (gold.annotated.has('published_on')) parts.push(scorePublished(gold, found));
  if (gold.annotated.has('quotes')) parts.push(scoreQuotes(gold, found.quotes));
  if (gold.annotated.has('visits')) parts.push(scoreVisits(gold, found.visits));
  if (gold.annotated.has('engagements')) parts.push(scoreEngagements(gold, found.engagements));
  if (gold.annotated.has('figures')) parts.push(scoreFigures(gold, found.figures));
  if (WHO.every((what) => gold.annotated.has(what))) parts.push(scoreNames(gold, found, known));
  parts.push(scoreKeyQuotes(gold, found.quotes));
  return {
    counts: Object.assign({}, ...parts.map((p) => p.counts)),
    misses: parts.flatMap((p) => p.misses),
    judged: parts.flatMap((p) => p.judged ?? []),
  };
}

function scorePublished(gold: GoldDocument, found: Extraction): { counts: Counts; misses: Miss[] } {
  const right = [gold.published_on, ...gold.published_on_alt].includes(found.published_on);
  const detail = `expected ${gold.published_on ?? 'none'}, found ${found.published_on ?? 'none'}`;
  return {
    counts: { published_on: share(Number(right), 1) },
    misses: right ? [] : [{ what: 'published_on wrong', detail, at: null }],
  };
}
