/** Days, months and years as people type them into a search, and where among its words they stand. */
export interface Time {
  /** First and last day, both inclusive; null for open. */
  from: string | null;
  to: string | null;
  /** The words that say so: from `at`, so many. */
  at: number;
  length: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMES =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const YEAR = /^(?:19|20)\d\d$/;
const DAY = /^(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
const OPENING = new Set(['since', 'after', 'from']);
const CLOSING = new Set(['before', 'until', 'till', 'to']);

const two = (n: number) => String(n).padStart(2, '0');
const lastOf = (year: string, month: number) => new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
const monthOf = (word: string | undefined) =>
  word !== undefined && NAMES.test(word) ? MONTHS.indexOf(word.slice(0, 3)) + 1 : 0;

/** A span of days that stands at `at`: first, last, how many words; null if none does. */
function spanAt(words: readonly string[], at: number): [first: string, last: string, length: number] | null {
  const [a = '', b = '', c = ''] = words.slice(at, at + 3);
  const whole = (year: string, month: number, length: number): [string, string, number] => [
    `${year}-${two(month)}-01`,
    `${year}-${two(month)}-${lastOf(year, month)}`,
    length,
  ];
  const one = (year: string, month: number, day: string): [string, string, number] | null => {
    const number = Number.parseInt(day, 10);
    const written = `${year}-${two(month)}-${two(number)}`;
    return number <= lastOf(year, month) ? [written, written, 3] : null;
  };
  if (YEAR.test(c) && DAY.test(a) && monthOf(b) > 0) return one(c, monthOf(b), a);
  if (YEAR.test(c) && DAY.test(b) && monthOf(a) > 0) return one(c, monthOf(a), b);
  // 2022-03-04 comes as three words too.
  if (YEAR.test(a) && /^(?:0[1-9]|1[0-2])$/.test(b)) {
    if (/^(?:0[1-9]|[12]\d|3[01])$/.test(c)) return one(a, Number(b), c);
    return whole(a, Number(b), 2);
  }
  if (monthOf(a) > 0 && YEAR.test(b)) return whole(b, monthOf(a), 2);
  return YEAR.test(a) ? [`${a}-01-01`, `${a}-12-31`, 1] : null;
}

/** The days a search names, of folded words; null if it names none, or several that make no one span. */
export function timeIn(words: readonly string[]): Time | null {
  const spans: { first: string; last: string; at: number; end: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const span = spanAt(words, at);
    if (span === null) continue;
    spans.push({ first: span[0], last: span[1], at, end: at + span[2] });
    at += span[2] - 1;
  }
  const [one, other] = spans;
  if (one === undefined || spans.length > 2) return null;
  if (other !== undefined) {
    // "from 2021 to 2023", "between May and …": nothing but one small word stands in between.
    if (other.at - one.end > 1 || other.first < one.first) return null;
    return { from: one.first, to: other.last, at: one.at, length: other.end - one.at };
  }
  const before = words[one.at - 1] ?? '';
  const [next = '', second = ''] = words.slice(one.end);
  const onwards = (next === 'or' || next === 'and') && (second === 'later' || second === 'after');
  if (onwards) return { from: one.first, to: null, at: one.at, length: one.end - one.at + 2 };
  const alone = { at: one.at, length: one.end - one.at };
  const led = { at: one.at - 1, length: alone.length + 1 };
  if (before === 'after') return { from: dayAfter(one.last), to: null, ...led };
  if (OPENING.has(before)) return { from: one.first, to: null, ...led };
  if (before === 'before') return { from: null, to: dayAfter(one.first, -1), ...led };
  if (CLOSING.has(before)) return { from: null, to: one.last, ...led };
  return { from: one.first, to: one.last, ...alone };
}

const dayAfter = (day: string, days = 1) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
