import type { Span } from '../../model/extraction.ts';
import type { TimeExpression } from '../dates/parts.ts';
import type { Token } from '../tokens.ts';
import { signBefore, wordsAfter } from './money.ts';
import { STOPS } from './nouns.ts';
import { beginsNumber, isPartOfScale, numberAt, type PrintedNumber } from './numbers.ts';
import { qualifierBefore } from './qualifiers.ts';
import { oneInAt, shareAt } from './shares.ts';
import { compoundAfter, type FoundUnit, HARM, isFact, nounAfter, percentAfter, timesAfter } from './units.ts';

/** A number with its unit, before it is known who states it. */
export interface FoundFigure extends Span {
  value: number;
  unit: string;
  qualifier: string | null;
  /** The words that follow and say what is counted. */
  about: Span;
}

/** Finds the figures of a token list. `times` (in order) are left alone; `dollar` is what a bare "$" means. */
export function findFigures(tokens: readonly Token[], times: readonly Span[], dollar: string): FoundFigure[] {
  const found: FoundFigure[] = [];
  let time = 0;
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]!;
    while (time < times.length && times[time]!.end <= token.start) time++;
    const dated = times[time] !== undefined && times[time]!.start < token.end;
    const next = dated ? null : figureAt(tokens, index, dollar, found);
    index = next ?? index + 1;
  }
  return found;
}

/** The times a number may not be part of: days and months, not "today" beside it. */
export function datesOf(times: readonly TimeExpression[]): Span[] {
  return times.filter((time) => time.kind === 'date' || (time.kind === 'month' && time.year !== null));
}

function figureAt(
  tokens: readonly Token[],
  index: number,
  dollar: string,
  found: FoundFigure[],
): number | null {
  const { kind, key } = tokens[index]!;
  if (kind === 'mark' || (kind === 'word' && !beginsNumber(key))) return null;
  const share = isPartOfScale(tokens, index) ? null : shareAt(tokens, index);
  if (share !== null)
    return keep(tokens, index, share.next, share.value, { unit: '%', next: share.next }, found);
  const sign = signBefore(tokens, index, dollar);
  const number = isBare(tokens, index) ? numberAt(tokens, index, sign !== null) : null;
  if (number === null) return null;
  // A comma stands before decimals only where a share or an amount follows.
  if (sign === null && /^\d{1,3},\d{1,2}$/.test(tokens[index]!.text) && !number.scaled)
    if (percentAfter(tokens, number.next) === null && wordsAfter(tokens, number.next, dollar) === null)
      return null;
  const part = sign === null ? oneInAt(tokens, index) : null;
  if (part !== null) return keep(tokens, index, part.next, part.value, { unit: '%', next: part.next }, found);
  const first = sign?.start ?? index;
  const below = isBelowZero(tokens, first);
  const from = below ? first - 1 : first;
  if (sign !== null) {
    const value = below ? -number.value : number.value;
    return keep(tokens, from, number.next, value, { unit: sign.unit, next: number.next }, found);
  }
  const unit = unitAt(tokens, index, number, dollar, found);
  if (unit === null) return number.next;
  const value = dottedThousands(tokens, index, number, unit);
  return keep(tokens, from, Math.max(unit.next, number.next), below ? -value : value, unit, found);
}

/** "minus 3.2 percent", "−5%": not the dash between two numbers or words. */
function isBelowZero(tokens: readonly Token[], index: number): boolean {
  const sign = tokens[index - 1];
  if (sign?.key === 'minus') return tokens[index - 2]?.kind !== 'number';
  const before = tokens[index - 2];
  return (
    (sign?.text === '-' || sign?.text === '−') &&
    sign.spaced &&
    !tokens[index]!.spaced &&
    before?.kind !== 'number' &&
    before?.text !== '%'
  );
}

/** "12.500 houses": there is no half of a house, so the point sets thousands apart. */
function dottedThousands(
  tokens: readonly Token[],
  index: number,
  number: PrintedNumber,
  unit: FoundUnit,
): number {
  const whole = /^\d{1,3}\.\d{3}$/.test(tokens[index]!.text) && !number.scaled && WHOLE.has(unit.unit);
  return whole ? Math.round(number.value * 1000) : number.value;
}

/** Units that come in whole numbers only. */
const WHOLE = new Set(
  'people countries Allies houses homes jobs boats ships vessels vehicles aircraft tanks missiles drones schools cases seats votes families households'.split(
    ' ',
  ),
);

function unitAt(
  tokens: readonly Token[],
  index: number,
  number: PrintedNumber,
  dollar: string,
  found: readonly FoundFigure[],
): FoundUnit | null {
  const next = roundedOff(tokens, number.next);
  const sure =
    percentAfter(tokens, next) ??
    timesAfter(tokens, next) ??
    compoundAfter(tokens, next) ??
    wordsAfter(tokens, next, dollar, number.scaled);
  if (sure !== null) return sure;
  if (isLabel(tokens, index, number)) return null;
  const qualified = qualifierBefore(tokens, index) !== null;
  if (!(number.spelled && number.value <= 1)) {
    const noun = nounAfter(tokens, next, number);
    if (noun !== null) return isFact(tokens, index, number, noun, qualified) ? noun : null;
  }
  return harmed(tokens, number) ?? elliptic(tokens, index, number, qualified, found);
}

/** "25,000+ members", "70-odd aircraft" */
function roundedOff(tokens: readonly Token[], next: number): number {
  const sign = tokens[next];
  if (sign?.text === '+' && !sign.spaced) return next + 1;
  const odd = sign?.text === '-' && !sign.spaced && tokens[next + 1]?.key === 'odd';
  return odd ? next + 2 : next;
}

/** "more than 40 since", "only 12 have joined", "the number is now 9": the noun is that of the figure before. */
function elliptic(
  tokens: readonly Token[],
  index: number,
  number: PrintedNumber,
  qualified: boolean,
  found: readonly FoundFigure[],
): FoundUnit | null {
  const last = found.findLast((figure) => /^[a-zA]/.test(figure.unit) && !/^[A-Z]{3}$/.test(figure.unit));
  if (last === undefined || tokens[index]!.start - last.end > ELLIPSIS_REACH || number.value < 2) return null;
  // "65% of them under 35": how old, not how many.
  const bound = /^(?:under|over|below|above|between)$/.test(tokens[index - 1]?.key ?? '');
  if (bound && AGED.has(tokens[index - 2]?.key ?? '')) return null;
  const after = tokens[number.next]?.key ?? '';
  const counted = ['have', 'had', 'were', 'are', 'has', 'did'].includes(after);
  const named = tokens
    .slice(Math.max(0, index - 4), index)
    .some((token) => token.key === 'number' || token.key === 'figure' || token.key === 'total');
  const open = tokens[number.next] === undefined || tokens[number.next]!.kind === 'mark' || STOPS.has(after);
  if (!open || !(counted || named || qualified)) return null;
  return number.value > 1500 && number.value < 2200 && !named ? null : { unit: last.unit, next: number.next };
}

const AGED = new Set([
  'them',
  'people',
  'those',
  'women',
  'men',
  'children',
  'population',
  'aged',
  'citizens',
  'adults',
]);

/** "140 were killed" */
function harmed(tokens: readonly Token[], number: PrintedNumber): FoundUnit | null {
  const { next } = number;
  if (!/^(?:were|have|had)$/.test(tokens[next]?.key ?? '')) return null;
  const at = tokens[next + 1]?.key === 'been' ? next + 2 : next + 1;
  return HARM.has(tokens[at]?.key ?? '') && number.value > 1 ? { unit: 'people', next } : null;
}

const ELLIPSIS_REACH = 300;

function keep(
  tokens: readonly Token[],
  index: number,
  afterNumber: number,
  value: number,
  unit: FoundUnit,
  found: FoundFigure[],
): number {
  const qualifier = qualifierBefore(tokens, index);
  let next = Math.max(unit.next, afterNumber);
  if (unit.unit === '%') next = ofWhat(tokens, next);
  else if (/^[A-Z]{3}$/.test(unit.unit)) next = worthOf(tokens, next);
  const start = tokens[qualifier?.start ?? index]!.start;
  const last = tokens[next - 1]!;
  const end = /['’]s?$/.test(last.text) ? last.end - (last.text.endsWith('s') ? 2 : 1) : last.end;
  found.push({
    start,
    end,
    value,
    unit: unit.unit,
    qualifier: qualifier?.text ?? null,
    about: aboutAfter(tokens, afterNumber, next),
  });
  return next;
}

/** "’ worth of weapons" after an amount. */
function worthOf(tokens: readonly Token[], index: number): number {
  const at = tokens[index]?.kind === 'mark' && /['’]/.test(tokens[index]!.text) ? index + 1 : index;
  return tokens[at]?.key === 'worth' && tokens[at + 1]?.key === 'of' ? ofWhat(tokens, at + 1) : index;
}

/** "of their total GDP" after a share. */
function ofWhat(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.key !== 'of') return index;
  let at = index + 1;
  while (at < tokens.length && at - index < 7) {
    const token = tokens[at]!;
    const leads = at === index + 1 || ['the', 'their', 'its', 'all', 'total', 'our'].includes(token.key);
    if (token.kind !== 'word' || (STOPS.has(token.key) && !leads)) break;
    at++;
  }
  return at > index + 1 ? at : index;
}

const LONGEST_ABOUT = 14;

function aboutAfter(tokens: readonly Token[], afterNumber: number, next: number): Span {
  let at = next;
  while (at < tokens.length && at - next < LONGEST_ABOUT) {
    const token = tokens[at]!;
    if (token.kind === 'mark' && /[.,;:!?"“”«»()—–]/.test(token.text)) break;
    at++;
  }
  const from = Math.min(afterNumber, at - 1);
  const first = tokens[Math.max(0, from)]!;
  const last = tokens[Math.max(0, at - 1)]!;
  return { start: Math.min(first.start, last.start), end: last.end };
}

/** Not part of a name, an identifier, an hour or an ordinal: "F-16", "7:30", "16th", "G7", "page 2". */
function isBare(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (token.kind === 'mark') return false;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (before !== undefined && !token.spaced) {
    if (before.kind !== 'mark') return false;
    if (
      '-–‑.:/_#@'.includes(before.text) &&
      index > 1 &&
      !before.spaced &&
      tokens[index - 2]!.kind !== 'mark'
    )
      return false;
    if ('#@+_'.includes(before.text)) return false;
  }
  if (token.kind === 'word') return true;
  if (
    after !== undefined &&
    !after.spaced &&
    after.kind === 'word' &&
    /^(?:st|nd|rd|th|s|p?pm|am)$/.test(after.key)
  )
    return false;
  if (after !== undefined && /^(?:am|pm)$/.test(after.key)) return false;
  if (
    after?.text === ':' &&
    !after.spaced &&
    tokens[index + 2]?.kind === 'number' &&
    !tokens[index + 2]!.spaced
  )
    return false;
  if (after?.text === '/' && !after.spaced && tokens[index + 2]?.kind === 'number') return false;
  return true;
}

const LABELS = new Set(
  (
    'article articles page pages section chapter paragraph resolution number no phase level stage agenda goal day week ' +
    'group grade tier type category version row flight room rule regulation directive act part volume issue aged age ' +
    'highway route channel area zone lot unit figure table annex protocol title item at'
  ).split(' '),
);

/** A year, an age, the number of an article. */
function isLabel(tokens: readonly Token[], index: number, number: PrintedNumber): boolean {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  if (before?.kind === 'word' && LABELS.has(before.key)) return true;
  if (before?.key === 'between' && /^age[sd]$/.test(tokens[index - 2]?.key ?? '')) return true;
  const next = tokens[number.next];
  if (
    next?.text === '-' &&
    !next.spaced &&
    [
      'year',
      'day',
      'month',
      'week',
      'hour',
      'minute',
      'point',
      'state',
      'way',
      'time',
      'page',
      'part',
      'man',
      'storey',
      'story',
    ].includes(tokens[number.next + 1]?.key ?? '')
  )
    return true;
  const year = token.kind === 'number' && /^(?:1[5-9]|20|21)\d\d$/.test(token.text) && !number.scaled;
  if (!year) return false;
  const plural =
    next?.kind === 'word' && /^\p{Ll}/u.test(next.text) && !STOPS.has(next.key) && next.key.endsWith('s');
  const dated =
    before === undefined ||
    [
      'in',
      'since',
      'by',
      'of',
      'until',
      'from',
      'the',
      'to',
      'and',
      'after',
      'before',
      'during',
      '-',
    ].includes(before.key);
  return !plural || dated;
}
