import type { Span } from '../../model/extraction.ts';
import type { Token } from '../tokens.ts';
import { isDay } from './calendar.ts';
import { MONTHS, WEEKDAYS } from './words.ts';

/** A day of a month as printed; the year may be missing. */
export interface PrintedDay {
  year: number | null;
  month: number;
  day: number;
}

type Lead = 'last' | 'this' | 'next' | null;

/** Words that name a time, before it is known which day they mean. */
export type TimeExpression = Span &
  (
    | { kind: 'date'; first: PrintedDay; last: PrintedDay | null; swappable: boolean }
    | { kind: 'month'; year: number | null; month: number; lead: Lead }
    | { kind: 'weekday'; weekday: number; lead: Lead; through: number | null }
    /** Days from the day of the document (`reference`) or from the day the text spoke of last (`context`). */
    | { kind: 'offset'; days: number; from: 'reference' | 'context' }
    /** "in the coming days", "next week": a time, but no day. */
    | { kind: 'vague'; future: boolean }
  );

interface Parsed<T> {
  value: T;
  next: number;
}

const ORDINALS = new Set(['st', 'nd', 'rd', 'th']);
const DASHES = new Set(['-', '–', '—', '−', '‑']);
const YEAR = /^(?:1[5-9]|20|21)\d\d$/;
const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/;

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

type Unplaced<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;
type Time = Unplaced<TimeExpression>;

function timeAt(tokens: readonly Token[], index: number): Parsed<Time> | null {
  const token = tokens[index]!;
  if (token.kind === 'mark') return null;
  return dateAt(tokens, index) ?? (token.kind === 'word' ? wordsAt(tokens, index) : null);
}

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

const LEADS: ReadonlyMap<string, Exclude<Lead, null>> = new Map([
  ['last', 'last'],
  ['past', 'last'],
  ['this', 'this'],
  ['coming', 'next'],
  ['next', 'next'],
]);
const PARTS = new Set(['morning', 'afternoon', 'evening', 'night', 'lunchtime', 'noon', 'midday']);
const SPELLS = new Set([
  'week',
  'weeks',
  'weekend',
  'month',
  'months',
  'year',
  'years',
  'days',
  'day',
  'hours',
]);

function wordsAt(tokens: readonly Token[], index: number): Parsed<Time> | null {
  const { key, text } = tokens[index]!;
  const second = tokens[index + 1]?.key ?? '';
  const third = tokens[index + 2]?.key ?? '';
  if (key === 'today' || key === 'tonight') return offset(0, 'reference', index + 1);
  if (key === "today's") return offset(0, 'reference', index + 1);
  if (key === 'yesterday' || key === "yesterday's") return offset(-1, 'reference', index + 1);
  if (key === 'tomorrow' || key === "tomorrow's") return offset(1, 'reference', index + 1);
  if (key === 'last' && second === 'night') return offset(-1, 'reference', index + 2);
  if (key === 'overnight') return null;
  if (key === 'this' && PARTS.has(second)) return offset(0, 'reference', index + 2);
  if (key === 'same' && second === 'day') return offset(0, 'context', index + 2);
  if (key === 'that' && (second === 'day' || PARTS.has(second))) return offset(0, 'context', index + 2);
  if (key === 'the' && (second === 'following' || second === 'next') && third === 'day')
    return offset(1, 'context', index + 3);
  if (key === 'a' && second === 'day' && third === 'later') return offset(1, 'context', index + 3);
  if (key === 'the' && second === 'day' && third === 'before') return offset(-1, 'context', index + 3);
  if (key === 'the' && second === 'previous' && third === 'day') return offset(-1, 'context', index + 3);
  if (key === 'a' && second === 'day' && third === 'earlier') return offset(-1, 'context', index + 3);
  const lead = LEADS.get(key) ?? null;
  const at = lead === null ? index : index + 1;
  if (lead !== null && SPELLS.has(second) && second !== 'day' && !(lead === 'this' && second === 'year'))
    return { value: { kind: 'vague', future: lead === 'next' }, next: index + 2 };
  const weekday = weekdayAt(tokens, at);
  if (weekday !== null && (tokens[at]!.text.length > 4 || lead !== null)) {
    const join = tokens[at + 1];
    const second = join === undefined ? null : weekdayAt(tokens, at + 2);
    const joins =
      join !== undefined && (DASHES.has(join.text) || join.key === 'to' || join.key === 'through');
    const nextDay = join?.key === 'and' && second === (weekday + 1) % 7;
    const through = joins || nextDay ? second : null;
    const next = through === null ? at + 1 : at + 3;
    return {
      value: { kind: 'weekday', weekday, lead, through },
      next: PARTS.has(tokens[next]?.key ?? '') ? next + 1 : next,
    };
  }
  const month = monthAt(tokens, at);
  if (month !== null && /^\p{Lu}/u.test(lead === null ? text : tokens[at]!.text)) {
    const year = yearAt(tokens, month.next);
    const before = tokens[index - 1]?.key ?? '';
    const led =
      lead !== null ||
      [
        'in',
        'since',
        'until',
        'by',
        'to',
        'for',
        'of',
        'during',
        'early',
        'late',
        'mid',
        'from',
        '-',
      ].includes(before);
    if (year === null && !led) return null;
    return {
      value: { kind: 'month', year: year?.value ?? null, month: month.value, lead },
      next: year?.next ?? month.next,
    };
  }
  return null;
}

function offset(days: number, from: 'reference' | 'context', next: number): Parsed<Time> {
  return { value: { kind: 'offset', days, from }, next };
}

function dayAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const token = tokens[index];
  if (token?.kind !== 'number' || !DAY.test(token.text)) return null;
  const suffix = tokens[index + 1];
  const ordinal = suffix !== undefined && !suffix.spaced && ORDINALS.has(suffix.key);
  return { value: Number(token.text), next: index + (ordinal ? 2 : 1) };
}

function monthAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const month = MONTHS.get(token.key);
  if (month === undefined || !/^\p{Lu}/u.test(token.text)) return null;
  const dot = token.text.length <= 4 && isMark(tokens[index + 1], '.') && !tokens[index + 1]!.spaced;
  return { value: month, next: index + (dot ? 2 : 1) };
}

function yearAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const at = isMark(tokens[index], ',') ? index + 1 : index;
  const token = tokens[at];
  if (token?.kind !== 'number' || !YEAR.test(token.text)) return null;
  return { value: Number(token.text), next: at + 1 };
}

function weekdayAt(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index];
  if (token?.kind !== 'word' || !/^\p{Lu}/u.test(token.text)) return null;
  return WEEKDAYS.get(token.key.replace(/'s$/, '')) ?? null;
}

/** Index after a word or mark that joins the ends of a range. "and" joins only days of one month. */
function joinAt(tokens: readonly Token[], index: number, and = true): number | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (DASHES.has(token.text) || token.key === 'to' || token.key === 'until' || token.key === 'through')
    return index + 1;
  return and && (token.key === 'and' || token.text === '&') ? index + 1 : null;
}

function isMark(token: Token | undefined, ...marks: string[]): boolean {
  return token !== undefined && token.kind === 'mark' && marks.includes(token.text);
}

function isUnit(token: Token | undefined): boolean {
  return token?.text === '%' || token?.key === 'percent';
}
