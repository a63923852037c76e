import { dayRange, FIRST_PLACE, FIRST_UNDATED_PLACE, LAST_PLACE } from '../model/order.ts';
import type { Filter } from './filter.ts';
import type { Order, Stretch } from './published.ts';

/** What of a list is asked for; days inclusive, null for open. */
export interface Asked {
  filter: Filter;
  from: string | null;
  to: string | null;
  order: Order;
  /** Entries last several days and carry `on:` with each of them: `from` and `to` find all that overlap. */
  lasting?: boolean;
}

/**
 * The stretches of the list, in the order they are read. `after`: the place of the entry before, which the list goes on
 * from.
 */
export function stretchesOf({ filter, from, to, order, lasting }: Asked, after: number | null): Stretch[] {
  const days = dayRange(from, to);
  const dated: Stretch = { ...filter, ...days };
  const all: Stretch[] = [dated];
  if (from === null && to === null) {
    if (order === 'oldest') all.push({ ...filter, from: FIRST_UNDATED_PLACE, until: LAST_PLACE });
    else dated.until = LAST_PLACE;
  } else if (lasting && from !== null && (to === null || from <= to)) {
    // What began before the first day asked for, and was still going on.
    const begunBefore = {
      ...filter,
      keys: [...filter.keys, `on:${from}`],
      from: days.until,
      until: FIRST_UNDATED_PLACE,
    };
    if (order === 'oldest') all.unshift(begunBefore);
    else all.push(begunBefore);
  }
  const left = after === null ? all : all.map((stretch) => goingOn(stretch, after, order));
  return left.filter((stretch) => stretch.from < stretch.until);
}

function goingOn(stretch: Stretch, after: number, order: Order): Stretch {
  if (order === 'newest') return { ...stretch, from: Math.max(stretch.from, after + 1) };
  const isUndated = stretch.from >= FIRST_UNDATED_PLACE;
  const wasUndated = after >= FIRST_UNDATED_PLACE;
  if (isUndated && !wasUndated) return stretch;
  if (!isUndated && wasUndated) return { ...stretch, until: stretch.from };
  return { ...stretch, until: Math.min(stretch.until, after) };
}

/** Whether a list can go on from it. */
export const isPlace = (place: unknown): place is number =>
  typeof place === 'number' && place >= FIRST_PLACE && place < LAST_PLACE;
