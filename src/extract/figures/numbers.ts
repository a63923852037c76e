import type { Token } from '../tokens.ts';

/** A number as printed, in digits or words; `most` is the upper end of a range. */
export interface PrintedNumber {
  value: number;
  most: number | null;
  /** In words ("ten billion"), not digits. */
  spelled: boolean;
  /** A scale word was part of it ("million"). */
  scaled: boolean;
  next: number;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.split(' ').map((word, index): [string, number] => [word, index]),
  ...TENS.split(' ').map((word, index): [string, number] => [word, (index + 2) * 10]),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['dozen', 12],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
]);
/** Scales that are letters, written against the figure: "2.7m", "$1.5bn", "30K". */
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['t', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
]);
const PLAIN = /^(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?$/;
/** "12,4 %": a comma before decimals. */
const DECIMAL_COMMA = /^\d{1,3},\d{1,2}$/;
const DOTTED = /^\d{1,3}(?:\.\d{3}){2,4}$/;
const DASHES = new Set(['-', '–', '—', '‑']);

/** Whether a word in small letters can begin a number or a share. */
export const beginsNumber = (key: string) => SMALL.has(key) || key === 'a' || key === 'an' || key === 'half';

/** Reads the number that begins at `index`, or null. `money`: a currency sign stands before it. */
export function numberAt(tokens: readonly Token[], index: number, money = false): PrintedNumber | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const first = token.kind === 'number' ? digits(tokens, index, money) : words(tokens, index);
  if (first === null) return null;
  const second = upperEnd(tokens, index, first, money);
  if (second === null) return first;
  // "5 to 7 billion": the scale belongs to both ends.
  const value = first.scaled || !second.scaled ? first.value : first.value * second.scale;
  return { ...first, value, most: second.value, scaled: first.scaled || second.scaled, next: second.next };
}

type Sized = PrintedNumber & { scale: number };

function digits(tokens: readonly Token[], index: number, money: boolean): Sized | null {
  const token = tokens[index]!;
  // "1.250.000": points between groups of three, more than one, are no decimals.
  const dotted = DOTTED.test(token.text);
  const comma = DECIMAL_COMMA.test(token.text);
  if (!dotted && !comma && !PLAIN.test(token.text)) return null;
  let value = Number(comma ? token.text.replace(',', '.') : token.text.replace(dotted ? /\./g : /,/g, ''));
  let next = index + 1;
  // "1'250'000", as the Swiss write.
  if (/^\d{1,3}$/.test(token.text))
    while (
      /^['’]$/.test(tokens[next]?.text ?? '') &&
      !tokens[next]!.spaced &&
      /^\d{3}$/.test(tokens[next + 1]?.text ?? '') &&
      !tokens[next + 1]!.spaced
    ) {
      value = value * 1000 + Number(tokens[next + 1]!.text);
      next += 2;
    }
  // "10 000": groups set apart by a space.
  if (/^\d{1,3}$/.test(token.text))
    while (
      /^\d{3}$/.test(tokens[next]?.text ?? '') &&
      tokens[next]!.spaced &&
      !tokens[next]!.newline &&
      token.text !== '0'
    ) {
      value = value * 1000 + Number(tokens[next]!.text);
      next++;
    }
  const at = tokens[next]?.text === '-' && !tokens[next]!.spaced ? next + 1 : next;
  const word = tokens[at];
  let scale = word === undefined ? undefined : SCALES.get(word.key);
  if (scale !== undefined) {
    next = at + 1;
    // "2.5 lakh crore"
    const second = SCALES.get(tokens[next]?.key ?? '');
    if (/^lakhs?$/.test(word!.key) && second !== undefined) {
      scale *= second;
      next++;
    }
  } else if (word !== undefined && (!word.spaced || (word.key.length > 1 && (money || word.key !== 'tn')))) {
    scale = SHORT_SCALES.get(word.key);
    // "1.3m people" is no length.
    if (scale === 1e6 && word.text === 'm' && !money && !countsOn(tokens[next + 1])) scale = undefined;
    if ((word.text === 't' || word.text === 'b') && !money) scale = undefined;
    if (scale !== undefined) next++;
  }
  const factor = scale ?? 1;
  return {
    value: round(value * factor),
    most: null,
    spelled: false,
    scaled: scale !== undefined,
    scale: factor,
    next,
  };
}

/** Is this a plural that millions can be of? */
const countsOn = (token: Token | undefined) =>
  token?.kind === 'word' &&
  /^\p{Ll}{4,}$/u.test(token.text) &&
  (/[^s]s$/.test(token.key) || token.key === 'people' || token.key === 'children');

/** "three-quarters of a million", "a third of a billion": a part of a scale. */
function partOfScale(tokens: readonly Token[], index: number): Sized | null {
  const part = ['a', 'one', 'two', 'three'].indexOf(tokens[index]?.key ?? '');
  if (part < 0) return null;
  const at = tokens[index + 1]?.text === '-' ? index + 2 : index + 1;
  const whole = /^thirds?$/.test(tokens[at]?.key ?? '')
    ? 3
    : /^quarters?$/.test(tokens[at]?.key ?? '')
      ? 4
      : 0;
  const scale = SCALES.get(tokens[at + 3]?.key ?? '');
  if (whole === 0 || tokens[at + 1]?.key !== 'of' || tokens[at + 2]?.key !== 'a' || scale === undefined)
    return null;
  return {
    value: Math.round((Math.max(part, 1) * scale) / whole),
    most: null,
    spelled: true,
    scaled: true,
    scale,
    next: at + 4,
  };
}

export const isPartOfScale = (tokens: readonly Token[], index: number) => partOfScale(tokens, index) !== null;

function words(tokens: readonly Token[], index: number): Sized | null {
  const token = tokens[index]!;
  if (token.kind !== 'word') return null;
  const part = partOfScale(tokens, index);
  if (part !== null) return part;
  let total = 0;
  let current: number | null = null;
  let next = index;
  let scale = 1;
  if (token.key === 'half' && (tokens[index + 1]?.key === 'a' || tokens[index + 1]?.key === 'an')) {
    const size = SCALES.get(tokens[index + 2]?.key ?? '');
    return size === undefined
      ? null
      : { value: size / 2, most: null, spelled: true, scaled: true, scale: size, next: index + 3 };
  }
  if (token.key === 'a' || token.key === 'an') {
    if (!SCALES.has(tokens[index + 1]?.key ?? '')) return null;
    current = 1;
    next++;
  }
  for (;;) {
    const word = tokens[next];
    if (word === undefined) break;
    const hyphen = word.text === '-' && !word.spaced && next > index;
    const at = hyphen ? next + 1 : next;
    const key = tokens[at]?.key ?? '';
    if (tokens[at]?.newline && next > index && tokens[at]!.start - tokens[next - 1]!.end > 3) break;
    const small = SMALL.get(key);
    const size = SCALES.get(key);
    if (small !== undefined) {
      if (
        current !== null &&
        !(small < 10 && small > 0 && current % 10 === 0 && current % 100 !== 10 && current !== 0) &&
        !(small > 0 && current >= 100 && current % 100 === 0)
      )
        break;
      current = (current ?? 0) + small;
    } else if (size !== undefined && (current !== null || total > 0)) {
      if (size === 100) current = (current ?? 1) * 100;
      else {
        total += (current ?? 1) * size;
        current = null;
      }
      scale = size;
    } else if (key === 'and' && scale === 100 && current !== null && SMALL.has(tokens[at + 1]?.key ?? '')) {
      next = at + 1;
      continue;
    } else if (
      key === 'and' &&
      tokens[at + 1]?.key === 'a' &&
      tokens[at + 2]?.key === 'half' &&
      current !== null
    ) {
      current += 0.5;
      next = at + 3;
      continue;
    } else if (
      key === 'and' &&
      tokens[at + 1]?.key === 'a' &&
      tokens[at + 2]?.key === 'half' &&
      total > 0 &&
      current === null
    ) {
      // "a million and a half"
      total += scale / 2;
      next = at + 3;
      break;
    } else break;
    next = at + 1;
  }
  if (next === index || (current === null && total === 0)) return null;
  return { value: total + (current ?? 0), most: null, spelled: true, scaled: scale > 1, scale, next };
}

function upperEnd(
  tokens: readonly Token[],
  index: number,
  first: PrintedNumber,
  money: boolean,
): Sized | null {
  const join = tokens[first.next];
  if (join === undefined) return null;
  const between =
    tokens[index - 1]?.key === 'between' ||
    tokens[index - 2]?.key === 'between' ||
    tokens[index - 3]?.key === 'between';
  const joins = DASHES.has(join.text) || join.key === 'to' || (between && join.key === 'and');
  if (!joins) return null;
  // "from €640 million to €1.4 billion": two amounts, not a range.
  if (money && join.key === 'to' && first.scaled && /^from$/.test(tokens[index - 2]?.key ?? '')) return null;
  let at = first.next + 1;
  if (money) while (tokens[at] !== undefined && /^(?:[$€£¥]|US|A|AU)$/.test(tokens[at]!.text)) at++;
  const token = tokens[at];
  if (token === undefined || (join.key === 'to' && !between && first.spelled)) return null;
  const second =
    token.kind === 'number' ? digits(tokens, at, money) : first.spelled ? words(tokens, at) : null;
  return second !== null && second.value > first.value ? second : null;
}

/** 1.2 × 10¹² must not become 1200000000000.0002. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}
