import type { Day } from '../../model/extraction.ts';
import type { TimeAt } from '../analysis/scene.ts';

/** The first and last day in one country of a trip, as far as they are told, and the day it is told beside. */
export interface Stay {
  first: Day | null;
  last: Day | null;
  own: Day | null;
}

/**
 * Shares the days of a trip among its countries in their order: of a tour the first day belongs to the first and the
 * last day to the last, unless days stand behind some of them. `times`: the one right behind each country; those
 * listed before it without a time of their own share it.
 */
export function shareDays(
  times: readonly (TimeAt | null)[],
  dayOf: (time: TimeAt) => Day | null,
  whole: { first: Day | null; last: Day | null },
): Stay[] {
  if (times.filter((time) => time !== null).length < 2)
    return times.map((_, stop) => ({
      first: stop === 0 ? whole.first : null,
      last: stop === times.length - 1 ? whole.last : null,
      own: null,
    }));
  const shared = times.map((_, stop) => times.slice(stop).find((time) => time !== null) ?? null);
  return shared.map((time, stop) => {
    if (time === null) return { first: null, last: null, own: null };
    const first = dayOf(time);
    const opens = shared[stop - 1] !== time;
    const closes = times[stop] === time;
    const last = time.resolved.last ?? (opens ? first : null);
    return { first: opens ? first : null, last: closes ? last : null, own: first };
  });
}
