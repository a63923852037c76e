import type { Day } from './extraction.ts';

/**
 * The place of an entry in lists as one integer below 2^53: how far its day lies back from the last day there is in the
 * high 20 bits, 33 bits of a hash of the id in the low ones. Upwards is from the newest to the oldest, the way lists are
 * read, since the index is quick to begin anywhere upwards and slow to downwards (docs/performance.md). One integer
 * keeps a page of any list a plain range of rowids, and since the low bits come from the id, entries of one day stand in
 * the same order on every machine. Undated entries come after every date. Withdrawn, corrected and redirected entries
 * take the negative range, and published ones that are to stand in no list the range from LAST_PLACE on, so that a list
 * need not skip them.
 */
export const TIES = 2 ** 33;
/** A day in the year 2871; later ones count as it. */
const LAST_DAY = 2 ** 20 - 1;

/** Listed entries stand in [FIRST_PLACE, LAST_PLACE), those without a day from FIRST_UNDATED_PLACE on. */
export const FIRST_PLACE = 1;
export const FIRST_UNDATED_PLACE = LAST_DAY * TIES;
export const LAST_PLACE = 2 ** 53;

const DAY_MS = 86_400_000;
/** Days from 0001-01-01 to 1970-01-01 in the proleptic Gregorian calendar, so that every written date is above 0. */
const EPOCH = 719_162;

/** 0001-01-01 is 1. */
function dayNumber(day: Day): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS) + EPOCH + 1;
}

/** The day of a listed entry by its place, null for undated. */
export function dayOf(place: number): Day | null {
  const number = LAST_DAY - Math.floor(place / TIES);
  return number <= 0 ? null : new Date((number - EPOCH - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** Whether two places are of the same day, or of none. */
export const isSameDay = (a: number, b: number) => Math.floor(a / TIES) === Math.floor(b / TIES);

/** FNV-1a over the id's characters, spread over 33 bits; 1 … 2^33 − 1. */
export function tieOf(id: string): number {
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let i = 0; i < id.length; i++) {
    low = Math.imul(low ^ id.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ id.charCodeAt(i), 0x01000197);
  }
  return (((high >>> 31) * 2 ** 32 + (low >>> 0)) % (TIES - 1)) + 1;
}

/** Place of a listed entry; `day` as `Dating` has it, null for undated. */
export function orderOf(day: Day | null, id: string): number {
  return (LAST_DAY - (day === null ? 0 : Math.min(dayNumber(day), LAST_DAY))) * TIES + tieOf(id);
}

/** Place of an entry that is not listed. */
export function unlistedOrder(id: string): number {
  return -tieOf(id);
}

/**
 * Place of a published entry that stands in no list: of people who hold no public office. Even, since no odd number is
 * exact up there.
 */
export function privateOrder(id: string): number {
  return LAST_PLACE + 2 * tieOf(id);
}

/** The half-open range of places, `[from, until)`, of the days from `from` to `to`, both inclusive. */
export function dayRange(from: Day | null, to: Day | null): { from: number; until: number } {
  return {
    from: to === null ? FIRST_PLACE : Math.max((LAST_DAY - dayNumber(to)) * TIES, FIRST_PLACE),
    until:
      from === null ? FIRST_UNDATED_PLACE : Math.max((LAST_DAY - dayNumber(from) + 1) * TIES, FIRST_PLACE),
  };
}
