import type { Day } from '../../model/extraction.ts';
import { addDays, numberOf, toDay, weekdayOf } from './calendar.ts';
import type { PrintedDay, TimeExpression } from './parts.ts';

/** What a time expression means: a day or a run of days, a month, or neither. */
export interface ResolvedTime {
  first: Day | null;
  last: Day | null;
  /** `YYYY-MM` if only the month is known. */
  period: string | null;
}

/** What is known where the expression stands. */
export interface Standpoint {
  /** The day of the document, or the day that stands for it. */
  reference: Day | null;
  /** The day the text spoke of last. */
  context: Day | null;
  /** The clause looks ahead ("will meet on Friday"). */
  future: boolean;
}

const NOWHEN: ResolvedTime = { first: null, last: null, period: null };

/** The day, days or month that `time` means, seen from `at`. */
export function resolveTime(time: TimeExpression, at: Standpoint): ResolvedTime {
  switch (time.kind) {
    case 'date': {
      const first = withYear(time.first, at);
      if (time.last === null) return { first, last: null, period: null };
      const year = time.last.year ?? time.first.year;
      const last = year === null ? withYear(time.last, at) : toDay(year, time.last.month, time.last.day);
      return first !== null && last !== null && last < first
        ? { first, last: null, period: null }
        : { first, last, period: null };
    }
    case 'month':
      return { ...NOWHEN, period: month(time.year, time.month, time.lead, at) };
    case 'day': {
      const near = at.context ?? at.reference;
      return { ...NOWHEN, first: near === null ? null : nearestDay(time.day, near) };
    }
    case 'weekday': {
      if (at.reference === null) return NOWHEN;
      const first =
        time.week === undefined
          ? nearestWeekday(time.weekday, time.lead, at.reference, at.future)
          : weekdayAhead(time.weekday, time.week, at.reference);
      if (time.through === null) return { first, last: null, period: null };
      return { first, last: addDays(first, (time.through - time.weekday + 7) % 7), period: null };
    }
    case 'offset': {
      // "met in the evening" is no evening of a day to come, whatever day the text spoke of last.
      const ahead = at.context !== null && at.reference !== null && at.context > at.reference && !at.future;
      const from = time.from === 'reference' || ahead ? at.reference : at.context;
      if (from === null) return NOWHEN;
      const last = time.through === null ? null : addDays(from, time.through);
      return { first: addDays(from, time.days), last, period: null };
    }
    case 'vague':
      return NOWHEN;
  }
}

/** The day of that number, in its own month or one beside it, that is nearest to another day. */
function nearestDay(day: number, near: Day): Day | null {
  const months = Number(near.slice(0, 4)) * 12 + Number(near.slice(5, 7)) - 1;
  const days = [months - 1, months, months + 1].flatMap(
    (month) => toDay(Math.floor(month / 12), (month % 12) + 1, day) ?? [],
  );
  return nearest(days, near);
}

function nearest(days: readonly Day[], to: Day): Day | null {
  const distance = (d: Day) => Math.abs(numberOf(d) - numberOf(to));
  return days.reduce<Day | null>(
    (best, d) => (best === null || distance(d) < distance(best) ? d : best),
    null,
  );
}

/** A day without a year is the nearest of its name to the day of the document. */
function withYear(day: PrintedDay, at: Standpoint): Day | null {
  if (day.year !== null) return toDay(day.year, day.month, day.day);
  const reference = at.reference ?? at.context;
  if (reference === null) return null;
  const year = Number(reference.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((y) => toDay(y, day.month, day.day) ?? []);
  return nearest(days, reference);
}

function month(
  year: number | null,
  number: number,
  lead: 'last' | 'this' | 'next' | null,
  at: Standpoint,
): string | null {
  let y = year;
  if (y === null) {
    const reference = at.reference ?? at.context;
    if (reference === null) return null;
    y = Number(reference.slice(0, 4));
    const current = Number(reference.slice(5, 7));
    if (lead === 'last' && number >= current) y--;
    else if (lead === 'next' && number <= current) y++;
    else if (lead === null && at.future && number < current) y++;
    else if (lead === null && !at.future && number > current) y--;
  }
  return `${y}-${String(number).padStart(2, '0')}`;
}

/** "Tuesday next week": of the week that begins on the Monday to come; "Thursday week": a week after the next one. */
function weekdayAhead(weekday: number, week: 'next' | 'after', reference: Day): Day {
  const today = weekdayOf(reference);
  if (week === 'next') return addDays(reference, 7 - ((today + 6) % 7) + ((weekday + 6) % 7));
  return addDays(reference, ((weekday - today + 7) % 7 || 7) + 7);
}

/** "On Wednesday" in a text of a Wednesday is that day; otherwise the last one, or the next if it is to come. */
function nearestWeekday(
  weekday: number,
  lead: 'last' | 'this' | 'next' | null,
  reference: Day,
  future: boolean,
): Day {
  const back = (weekdayOf(reference) - weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  if (lead === 'next') return addDays(reference, ahead === 0 ? 7 : ahead);
  if (lead === 'last') return addDays(reference, back === 0 ? -7 : -back);
  return addDays(reference, future ? ahead : -back);
}
