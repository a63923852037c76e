import { addDays } from '../model/days.ts';
import type { Day } from '../model/extraction.ts';

/** The days whose documents are news to an issue, both inclusive. */
export interface IssueDays {
  first: Day;
  last: Day;
}

/** What came in late by so many days is news still: over a weekend offices and feeds stand still. */
const LATE = 2;
/** An issue that catches up tells no more than this of the days that were missed. */
const MOST = 8;

/**
 * Days of an issue dated `date` after one dated `before` (null: the first): since that one, with some that come late;
 * of a weekly issue its week. Documents of other days are no news, however new they are to the record.
 */
export function daysOfIssue(cadence: 'daily' | 'weekly', date: Day, before: Day | null): IssueDays {
  if (cadence === 'weekly') return { first: addDays(date, -6 - LATE), last: addDays(date, 1) };
  const since = addDays(before ?? addDays(date, -1), -LATE + 1);
  const earliest = addDays(date, -MOST);
  return { first: since < earliest ? earliest : since, last: addDays(date, 1) };
}

/** Every one of these days. */
export function daysIn({ first, last }: IssueDays): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** How long ago something may have happened that a document of these days tells: longer ago is background, not news. */
const BACKGROUND = 10;

/**
 * Whether what a document of these days tells is of these days itself: its stated days, or none. What was done on later
 * days is told by documents that came later, only they do not say when; what is planned may lie as far ahead as it likes.
 */
export const isNow = (
  {
    first: begun,
    last: ended = begun,
    planned = false,
  }: { first: Day | null; last?: Day | null; planned?: boolean },
  { first, last }: IssueDays,
): boolean =>
  ((ended ?? begun) === null || (ended ?? begun)! >= addDays(first, -BACKGROUND)) &&
  (planned || (begun ?? ended) === null || (begun ?? ended)! <= last);
