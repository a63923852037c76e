import type { Day } from './extraction.ts';

/**
 * A range of days as few keys. An entry carries the decade, year, third of a year, month, ten days and day it was
 * published in, as beginnings of its day ("202", "2022", "2022-0", "2022-06", "2022-06-0", "2022-06-09"); a range is the
 * fewest such beginnings that cover it. So an index of keys finds a range of days under an order by other days.
 */
const LENGTHS = [3, 4, 6, 7, 9, 10] as const;
const FIRST = '1900-01-01';
const LAST = '2099-12-31';

/** The key of entries whose day a document states. */
export const STATED = 'day:stated';
/** Before a period: the key of entries first published in it. */
export const PUBLISHED_IN = 'published:';

/** Days before 1900 count as its first, days after 2099 as its last: nobody asks for the press of those. */
const within = (day: Day): Day => (day < FIRST ? FIRST : day > LAST ? LAST : day);

/** The periods a day lies in, the longest first. */
export const periodsAround = (day: Day): string[] => LENGTHS.map((length) => within(day).slice(0, length));

/** The fewest periods that together are the days from `from` to `to`, both inclusive, null for open; none if `from` is after `to`. */
export function periodsOf(from: Day | null, to: Day | null): string[] {
  const [first, last] = [within(from ?? FIRST), within(to ?? LAST)];
  if (first > last) return [];
  // A month or year that is whole in the range has to count as whole whatever digits its days could begin with.
  const low = first.replace(/-01$/, '-00').replace(/-01-00$/, '-00-00');
  const high = isLastOfMonth(last) ? last.replace(/\d\d$/, '99').replace(/-12-99$/, '-99-99') : last;
  return ['19', '20'].flatMap((century) => cover(century, low, high));
}

function cover(period: string, low: string, high: string): string[] {
  const [least, most] = [
    period + '0000-00-00'.slice(period.length),
    period + '9999-99-99'.slice(period.length),
  ];
  if (most < low || least > high) return [];
  if (period.length > 2 && least >= low && most <= high) return [period];
  const begin = period.length === 4 || period.length === 7 ? `${period}-` : period;
  return Array.from('0123456789').flatMap((digit) => cover(begin + digit, low, high));
}

const isLastOfMonth = (day: Day) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(8, 10) === '01';
