/** Numbers as quantities: "450 billion", "450bn" and "450,000,000,000" are one number; "two" is 2. */

const ONES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].concat([
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]);
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SPELLED = new Map([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
]);
const MAGNITUDES = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const SHORT = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
]);

/** "1,000" or "2.5", with the short magnitude that may be glued to it: "20k", "$5m". */
const DIGITS = /^(\d+(?:\.\d+)?)(k|m|mn|mln|bn|bln|tn|trn|million|billion|trillion)?$/;

/** The value of a number in digits or of a single spelled number, or null. `word` is folded, without separators. */
export function numberOf(word: string): number | null {
  const spelled = SPELLED.get(word);
  if (spelled !== undefined) return spelled;
  const match = DIGITS.exec(word);
  if (match === null) return null;
  const value = Number(match[1]);
  const unit = match[2];
  if (unit === undefined) return value;
  return times(value, MAGNITUDES.get(unit) ?? SHORT.get(unit) ?? 1);
}

export const magnitudeOf = (word: string): number | null => MAGNITUDES.get(word) ?? null;
/** "bn" and the like standing alone behind a number. */
export const shortMagnitudeOf = (word: string): number | null =>
  word === 'k' || word === 'm' ? null : (SHORT.get(word) ?? null);

export const isTens = (word: string) => TENS.includes(word);
export const isUnit = (word: string) => ONES.indexOf(word) > 0 && ONES.indexOf(word) < 10;

/** Without the noise of binary fractions: 2.3 × 1,000,000 is 2,300,000. */
export const times = (a: number, b: number): number => Number((a * b).toPrecision(12));

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
);

/** "7th" for "seventh"; null for what is no such word. */
export function ordinalOf(word: string): string | null {
  const value = ORDINALS.indexOf(word) + 1;
  return value === 0 ? null : `${value}${['st', 'nd', 'rd'][value - 1] ?? 'th'}`;
}

/** The form by which numbers are compared. No word has a `#`. */
export const numberKey = (value: number): string => `#${value}`;
export const isNumberKey = (key: string): boolean => key.startsWith('#');
