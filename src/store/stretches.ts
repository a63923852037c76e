import { dayRange } from '../model/order.ts';
import type { Filter } from './filter.ts';
import { FIRST_DATED_PLACE, FIRST_PLACE, LAST_PLACE, type Stretch } from './published.ts';

/** What of a list is asked for; days inclusive, null for open. */
export interface Asked {
  filter: Filter;
  from: string | null;
  to: string | null;
  /** By day: downwards the newest first, upwards the oldest. Undated entries come last in both. */
  order: 'up' | 'down';
  /** Entries last several days and carry `on:` with each of them: `from` and `to` find all that overlap. */
  lasting?: boolean;
}

/**
 * The stretches of the list, in the order they are read. `after`: the place of the entry before, which the list goes on
 * from.
 */
export function stretchesOf({ filter, from, to, order, lasting }: Asked, after: number | null): Stretch[] {
  const days = dayRange(from, to);
  const low = Math.max(days.from, FIRST_DATED_PLACE);
  const dated: Stretch = { ...filter, from: low, until: days.until };
  const all: Stretch[] = [dated];
  if (from === null && to === null) {
    if (order === 'up') all.push({ ...filter, from: FIRST_PLACE, until: FIRST_DATED_PLACE });
    else dated.from = FIRST_PLACE;
  } else if (lasting && from !== null) {
    // What began before the first day asked for, and was still going on.
    const begunBefore = {
      ...filter,
      keys: [...filter.keys, `on:${from}`],
      from: FIRST_DATED_PLACE,
      until: low,
    };
    if (order === 'up') all.unshift(begunBefore);
    else all.push(begunBefore);
  }
  const left = after === null ? all : all.map((stretch) => goingOn(stretch, after, order));
  return left.filter((stretch) => stretch.from < stretch.until);
}

function goingOn(stretch: Stretch, after: number, order: 'up' | 'down'): Stretch {
  if (order === 'down') return { ...stretch, until: Math.min(stretch.until, after) };
  const isUndated = stretch.until <= FIRST_DATED_PLACE;
  const wasUndated = after < FIRST_DATED_PLACE;
  if (isUndated && !wasUndated) return stretch;
  if (!isUndated && wasUndated) return { ...stretch, until: stretch.from };
  return { ...stretch, from: Math.max(stretch.from, after + 1) };
}

/** The last place a visit's list may go on from. */
export const isPlace = (place: unknown): place is number =>
  typeof place === 'number' && place >= FIRST_PLACE && place < LAST_PLACE;
