import type { Arrivals } from '../store/digest.ts';

/** Revisions from `first` to `last`, both inclusive. */
export interface Revisions {
  first: number;
  last: number;
}

/** More entries than this within an hour are not news but an archive being loaded. */
export const NEWS_PER_HOUR = 100;

const HOUR_MS = 3_600_000;

/**
 * Tells an archive that was loaded from news that trickled in: every arrival that lies within some hour in which more
 * than `NEWS_PER_HOUR` entries came. A busy week of one document an hour is news, however many entries it adds up to.
 */
export function archiveLoads(arrivals: readonly Arrivals[]): Arrivals[] {
  const inOrder = arrivals.toSorted((a, b) => (a.minute < b.minute ? -1 : a.minute > b.minute ? 1 : 0));
  const times = inOrder.map(({ minute }) => Date.parse(`${minute}:00Z`));
  const loaded = new Set<Arrivals>();
  let oldest = 0;
  let within = 0;
  for (const [newest, arrival] of inOrder.entries()) {
    within += arrival.entries;
    while (times[newest]! - times[oldest]! >= HOUR_MS) within -= inOrder[oldest++]!.entries;
    if (within > NEWS_PER_HOUR) for (let n = oldest; n <= newest; n++) loaded.add(inOrder[n]!);
  }
  return [...loaded];
}

/** What is left of a range of revisions when the archive loads are taken out. */
export function without(range: Revisions, loads: readonly Arrivals[]): Revisions[] {
  const left: Revisions[] = [];
  let first = range.first;
  for (const load of loads.toSorted((a, b) => a.first_rev - b.first_rev)) {
    if (load.first_rev > first) left.push({ first, last: Math.min(load.first_rev - 1, range.last) });
    first = Math.max(first, load.last_rev + 1);
  }
  if (first <= range.last) left.push({ first, last: range.last });
  return left;
}
