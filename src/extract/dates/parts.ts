import type { Span } from '../../model/extraction.ts';
import type { Token } from '../tokens.ts';
import { MONTHS, WEEKDAYS } from './words.ts';

/** A day of a month as printed; the year may be missing. */
export interface PrintedDay {
  year: number | null;
  month: number;
  day: number;
}

export type Lead = 'last' | 'this' | 'next' | null;

/** Words that name a time, before it is known which day they mean. */
export type TimeExpression = Span &
  (
    | { kind: 'date'; first: PrintedDay; last: PrintedDay | null; swappable: boolean }
    | { kind: 'month'; year: number | null; month: number; lead: Lead }
    /** "on the 5th": of the month the text spoke of last. */
    | { kind: 'day'; day: number }
    /** `week`: "Tuesday next week", or "Thursday week", seven days after the next one. */
    | { kind: 'weekday'; weekday: number; lead: Lead; through: number | null; week?: 'next' | 'after' }
    /** Days from the day of the document (`reference`) or from the day the text spoke of last (`context`). */
    | { kind: 'offset'; days: number; from: 'reference' | 'context'; through: number | null }
    /** "in the coming days", "next week": a time, but no day. */
    | { kind: 'vague'; future: boolean }
  );

export interface Parsed<T> {
  value: T;
  next: number;
}

const ORDINALS = new Set(['st', 'nd', 'rd', 'th']);

export const DASHES = new Set(['-', '–', '—', '−', '‑']);

const YEAR = /^(?:1[5-9]|20|21)\d\d$/;

const DAY = /^(?:0?[1-9]|[12]\d|3[01])$/;

type Unplaced<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;

export type Time = Unplaced<TimeExpression>;

export function dayAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const token = tokens[index];
  if (token?.kind !== 'number' || !DAY.test(token.text)) return null;
  const suffix = tokens[index + 1];
  const ordinal = suffix !== undefined && !suffix.spaced && ORDINALS.has(suffix.key);
  return { value: Number(token.text), next: index + (ordinal ? 2 : 1) };
}

export function monthAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const token = tokens[index];
  if (!token?.capital) return null;
  const month = MONTHS.get(token.key);
  if (month === undefined) return null;
  const dot = token.text.length <= 4 && isMark(tokens[index + 1], '.') && !tokens[index + 1]!.spaced;
  return { value: month, next: index + (dot ? 2 : 1) };
}

export function yearAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const at = isMark(tokens[index], ',') ? index + 1 : index;
  const token = tokens[at];
  if (token?.kind !== 'number' || !YEAR.test(token.text)) return null;
  return { value: Number(token.text), next: at + 1 };
}

export function weekdayAt(tokens: readonly Token[], index: number): number | null {
  const token = tokens[index];
  if (!token?.capital) return null;
  return WEEKDAYS.get(token.key.replace(/'s$/, '')) ?? null;
}

/** Index after a word or mark that joins the ends of a range. "and" joins only days of one month. */
export function joinAt(tokens: readonly Token[], index: number, and = true): number | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (DASHES.has(token.text) || token.key === 'to' || token.key === 'until' || token.key === 'through')
    return index + 1;
  return and && (token.key === 'and' || token.text === '&') ? index + 1 : null;
}

export function isMark(token: Token | undefined, ...marks: string[]): boolean {
  return token !== undefined && token.kind === 'mark' && marks.includes(token.text);
}

export function isUnit(token: Token | undefined): boolean {
  return token?.text === '%' || token?.key === 'percent';
}
