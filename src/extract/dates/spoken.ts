import type { Token } from '../tokens.ts';
import { DASHES, type Lead, monthAt, type Parsed, type Time, weekdayAt, yearAt } from './parts.ts';

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

export function wordsAt(tokens: readonly Token[], index: number): Parsed<Time> | null {
  const { key } = tokens[index]!;
  const second = tokens[index + 1]?.key ?? '';
  const third = tokens[index + 2]?.key ?? '';
  // "today and tomorrow" is one stretch of two days.
  if (
    (key === 'today' && second === 'and' && third === 'tomorrow') ||
    (key === 'yesterday' && third === 'today')
  )
    if (second === 'and' || DASHES.has(second))
      return offset(key === 'today' ? 0 : -1, 'reference', index + 3, key === 'today' ? 1 : 0);
  if (key === 'today' || key === 'tonight') return offset(0, 'reference', index + 1);
  if (key === "today's") return offset(0, 'reference', index + 1);
  if (key === 'yesterday' || key === "yesterday's") return offset(-1, 'reference', index + 1);
  if (key === 'tomorrow' || key === "tomorrow's") return offset(1, 'reference', index + 1);
  if (key === 'last' && second === 'night') return offset(-1, 'reference', index + 2);
  if (key === 'overnight') return null;
  if (key === 'this' && PARTS.has(second)) return offset(0, 'reference', index + 2);
  if (key === 'same' && second === 'day') return offset(0, 'context', index + 2);
  if (key === 'that' && (second === 'day' || PARTS.has(second))) return offset(0, 'context', index + 2);
  // "In the evening, …" and "… in the evening.": of the day just told of.
  if (
    key === 'the' &&
    PARTS.has(second) &&
    tokens[index - 1]?.key === 'in' &&
    tokens[index + 2]?.kind === 'mark'
  )
    return offset(0, 'context', index + 2);
  if (
    (key === 'later' || key === 'earlier') &&
    second === 'in' &&
    third === 'the' &&
    tokens[index + 3]?.key === 'day'
  )
    return offset(0, 'context', index + 4);
  if (key === 'the' && (second === 'following' || second === 'next') && third === 'day')
    return offset(1, 'context', index + 3);
  if (key === 'a' && second === 'day' && third === 'later') return offset(1, 'context', index + 3);
  if (key === 'the' && second === 'day' && third === 'before' && tokens[index + 3]?.key === 'yesterday')
    return offset(-2, 'reference', index + 4);
  if (key === 'the' && second === 'day' && third === 'before') return offset(-1, 'context', index + 3);
  if (key === 'the' && second === 'previous' && third === 'day') return offset(-1, 'context', index + 3);
  if (key === 'a' && second === 'day' && third === 'earlier') return offset(-1, 'context', index + 3);
  if (key === 'the' && second === 'day' && third === 'after' && tokens[index + 3]?.key === 'tomorrow')
    return offset(2, 'reference', index + 4);
  const ago = daysAgo(tokens, index);
  if (ago !== null) return ago;
  if ((key === 'this' || key === 'the') && second === 'weekend')
    return { value: { kind: 'weekday', weekday: 6, lead: 'this', through: 0 }, next: index + 2 };
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
    const week = weekOf(tokens, index, next);
    if (week !== null && lead === null)
      return { value: { kind: 'weekday', weekday, lead, through, week: week.value }, next: week.next };
    return {
      value: { kind: 'weekday', weekday, lead, through },
      next: PARTS.has(tokens[next]?.key ?? '') ? next + 1 : next,
    };
  }
  const month = monthAt(tokens, at);
  if (month !== null) {
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

/** "Tuesday next week", "Tuesday of next week", "next week, from Tuesday", "Thursday week". */
function weekOf(tokens: readonly Token[], index: number, next: number): Parsed<'next' | 'after'> | null {
  const key = (at: number) => tokens[at]?.key ?? '';
  const of = key(next) === 'of' ? next + 1 : next;
  if (key(of) === 'next' && key(of + 1) === 'week') return { value: 'next', next: of + 2 };
  if (key(next) === 'week' && tokens[next + 1]?.kind !== 'word') return { value: 'after', next: next + 1 };
  const from = /^(?:from|on)$/.test(key(index - 1)) ? index - 2 : index - 1;
  const back = tokens[from]?.text === ',' ? from - 1 : from;
  return key(back) === 'week' && key(back - 1) === 'next' ? { value: 'next', next } : null;
}

const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "three days ago"; a week or more ago is no day. */
function daysAgo(tokens: readonly Token[], index: number): Parsed<Time> | null {
  const { key, text } = tokens[index]!;
  const unit = tokens[index + 1]?.key ?? '';
  if (tokens[index + 2]?.key !== 'ago') return null;
  const count = /^\d{1,2}$/.test(text) ? Number(text) : COUNTS.indexOf(key) + 1 || (key === 'a' ? 1 : 0);
  if (count === 0) return null;
  if (/^days?$/.test(unit)) return offset(-count, 'reference', index + 3);
  if (!/^(?:weeks?|fortnight|months?)$/.test(unit)) return null;
  const weekday = weekdayAt(tokens, index + 3) === null ? 3 : 4;
  return { value: { kind: 'vague', future: false }, next: index + weekday };
}

function offset(
  days: number,
  from: 'reference' | 'context',
  next: number,
  through: number | null = null,
): Parsed<Time> {
  return { value: { kind: 'offset', days, from, through }, next };
}
