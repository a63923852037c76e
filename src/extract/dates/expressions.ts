import type { Token } from '../tokens.ts';
import { isDay } from './calendar.ts';
import {
  dayAt,
  isMark,
  isUnit,
  joinAt,
  monthAt,
  type Parsed,
  type PrintedDay,
  type Time,
  type TimeExpression,
  weekdayAt,
  yearAt,
} from './parts.ts';
import { wordsAt } from './spoken.ts';

/** Reads the times of a token list from left to right. */
export function findTimes(tokens: readonly Token[]): TimeExpression[] {
  const found: TimeExpression[] = [];
  for (let index = 0; index < tokens.length; ) {
    const parsed = timeAt(tokens, index);
    if (parsed === null) {
      index++;
      continue;
    }
    found.push({ ...parsed.value, start: tokens[index]!.start, end: tokens[parsed.next - 1]!.end });
    index = parsed.next;
  }
  return found;
}

/** Words in small letters that can begin a time. */
const OPENS = new Set(
  "today tonight today's yesterday yesterday's tomorrow tomorrow's last past this same that the a coming next later earlier one two three four five six seven eight nine ten".split(
    ' ',
  ),
);

function timeAt(tokens: readonly Token[], index: number): Parsed<Time> | null {
  const token = tokens[index]!;
  // Most words begin no time; a capital may begin a day of the week or a month.
  if (token.kind === 'mark' || (token.kind === 'word' && !token.capital && !OPENS.has(token.key)))
    return null;
  return (
    dateAt(tokens, index) ??
    (token.kind === 'word' || tokens[index + 2]?.key === 'ago'
      ? (ordinalAt(tokens, index) ?? wordsAt(tokens, index))
      : null)
  );
}

/** "On the 5th, …" and "on the 7th he …", not "on the 5th floor". */
function ordinalAt(tokens: readonly Token[], index: number): Parsed<Time> | null {
  if (tokens[index]!.key !== 'the' || tokens[index - 1]?.key !== 'on') return null;
  const day = dayAt(tokens, index + 1);
  if (day === null || day.next !== index + 3) return null;
  const after = tokens[day.next];
  const ends = after === undefined || after.kind === 'mark' || AFTER_DAY.has(after.key);
  return ends && after?.text !== '-' ? { value: { kind: 'day', day: day.value }, next: day.next } : null;
}

const AFTER_DAY = new Set(['in', 'at', 'he', 'she', 'they', 'for', 'to', 'with', 'and', 'it']);

function dateAt(tokens: readonly Token[], index: number): Parsed<Time> | null {
  let at = index;
  if (weekdayAt(tokens, at) !== null) {
    at++;
    while (isMark(tokens[at], ',', '.', '(')) at++;
    if (tokens[at]?.key === 'the' || tokens[at]?.key === 'on') at++;
  }
  const parsed = dayMonthAt(tokens, at) ?? monthDayAt(tokens, at) ?? digitsAt(tokens, at);
  if (parsed === null) return null;
  const next =
    at > index && isMark(tokens[at - 1], '(') && isMark(tokens[parsed.next], ')')
      ? parsed.next + 1
      : parsed.next;
  return { value: parsed.value, next };
}

/** "31 January 2024", "1st of June", "2-5 August", "29 January - 1 February 2024". */
function dayMonthAt(tokens: readonly Token[], index: number, alone = false): Parsed<Time> | null {
  const first = dayAt(tokens, index);
  if (first === null) return null;
  let at = first.next;
  let lastDay: number | null = null;
  const joined = joinAt(tokens, at);
  if (joined !== null) {
    const second = dayAt(tokens, joined);
    if (second === null) return null;
    lastDay = second.value;
    at = second.next;
  }
  if (tokens[at]?.key === 'of') at++;
  const month = monthAt(tokens, at);
  if (month === null) return null;
  let year = yearAt(tokens, month.next);
  at = year?.next ?? month.next;
  let last: PrintedDay | null = null;
  if (lastDay !== null) last = { year: year?.value ?? null, month: month.value, day: lastDay };
  else {
    const second = alone
      ? null
      : secondDate(tokens, at, dayMonthAt, { year: null, month: month.value, day: first.value });
    if (second !== null) {
      last = second.value;
      year ??= last.year === null ? null : { value: last.year, next: at };
      at = second.next;
    }
  }
  return range({ year: year?.value ?? null, month: month.value, day: first.value }, last, at);
}

/** "June 2, 2022", "June 29-30", "June 29 to July 1, 2022". */
function monthDayAt(tokens: readonly Token[], index: number, alone = false): Parsed<Time> | null {
  const month = monthAt(tokens, index);
  if (month === null) return null;
  const first = dayAt(tokens, month.next);
  if (first === null) return null;
  let at = first.next;
  let last: PrintedDay | null = null;
  const joined = joinAt(tokens, at);
  const second = joined === null ? null : dayAt(tokens, joined);
  if (second !== null && monthAt(tokens, second.next) === null && !isUnit(tokens[second.next])) {
    last = { year: null, month: month.value, day: second.value };
    at = second.next;
  }
  let year = yearAt(tokens, at);
  at = year?.next ?? at;
  if (last !== null) last.year = year?.value ?? null;
  else {
    const other = alone
      ? null
      : secondDate(tokens, at, monthDayAt, { year: null, month: month.value, day: first.value });
    if (other !== null) {
      last = other.value;
      year ??= last.year === null ? null : { value: last.year, next: at };
      at = other.next;
    }
  }
  return range({ year: year?.value ?? null, month: month.value, day: first.value }, last, at);
}

/** "2024-02-16", "11/10/10", "16.02.2024". */
function digitsAt(tokens: readonly Token[], index: number): Parsed<Time> | null {
  const token = tokens[index];
  if (token?.kind !== 'number') return null;
  const dotted = token.text.split('.');
  if (dotted.length === 3) return printed(dotted[2]!, dotted[1]!, dotted[0]!, false, index + 1);
  const mark = tokens[index + 1];
  const middle = tokens[index + 2];
  const third = tokens[index + 4];
  if (!isMark(mark, '-', '/') || middle?.kind !== 'number' || third?.kind !== 'number') return null;
  if (!isMark(tokens[index + 3], mark!.text) || mark!.spaced || middle.spaced || third.spaced) return null;
  if (isMark(tokens[index + 5], '/', '-') && !tokens[index + 5]!.spaced) return null;
  if (token.text.length === 4) return printed(token.text, middle.text, third.text, false, index + 5);
  if (third.text.length !== 4 && !(third.text.length === 2 && mark!.text === '/')) return null;
  return printed(third.text, middle.text, token.text, true, index + 5);
}

function printed(
  year: string,
  month: string,
  day: string,
  swappable: boolean,
  next: number,
): Parsed<Time> | null {
  const y = year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year);
  const m = Number(month);
  const d = Number(day);
  if (isDay(y, m, d)) {
    const both = swappable && isDay(y, d, m);
    return {
      value: { kind: 'date', first: { year: y, month: m, day: d }, last: null, swappable: both },
      next,
    };
  }
  if (!swappable || !isDay(y, d, m)) return null;
  return {
    value: { kind: 'date', first: { year: y, month: d, day: m }, last: null, swappable: false },
    next,
  };
}

function secondDate(
  tokens: readonly Token[],
  at: number,
  parse: typeof dayMonthAt,
  first: PrintedDay,
): Parsed<PrintedDay> | null {
  const joined = joinAt(tokens, at);
  const other = joined === null ? null : parse(tokens, joined, true);
  if (other === null || other.value.kind !== 'date' || other.value.last !== null) return null;
  // "31 May and 1 June" is one stretch, "5 May and 9 June" is two days.
  if (!joinAt(tokens, at, false) && !follows(first, other.value.first)) return null;
  return { value: other.value.first, next: other.next };
}

function follows(first: PrintedDay, second: PrintedDay): boolean {
  if (second.month === first.month) return second.day === first.day + 1;
  return second.day === 1 && first.day >= 28 && second.month === (first.month % 12) + 1;
}

function range(first: PrintedDay, last: PrintedDay | null, next: number): Parsed<Time> | null {
  if (!isDay(first.year ?? 2024, first.month, first.day)) return null;
  if (last !== null && !isDay(last.year ?? 2024, last.month, last.day)) return null;
  return { value: { kind: 'date', first, last, swappable: false }, next };
}
