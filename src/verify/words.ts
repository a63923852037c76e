import { foldWords, identityWords } from '../model/fold.ts';
import { once } from '../model/once.ts';
import {
  isTens,
  isUnit,
  magnitudeOf,
  numberKey,
  numberOf,
  ordinalOf,
  shortMagnitudeOf,
  times,
} from './numbers.ts';
import { sameSpelling } from './spelling.ts';

/** What stands between a word and the next: nothing but space, a hyphen, a comma, a stronger mark, the end of a sentence. */
export type Pause = 'none' | 'hyphen' | 'comma' | 'break' | 'stop';

/** A word as it is judged: `key` is what is compared, `[start, end)` where it is printed. */
export interface Word {
  key: string;
  start: number;
  end: number;
  pause: Pause;
}

/** Soft hyphens, joiners, marks of direction, variation selectors (C2PA hides its manifests in them). */
const INVISIBLE = '\\p{Cf}\\p{DI}';
const LETTERS = `[\\p{L}\\p{N}\\p{M}${INVISIBLE}]`;
/** "[W]e", "look[ed]": letters that an editor put in are letters of the word. */
const SPELLED = `(?:${LETTERS}|\\[\\p{L}{1,3}\\](?=${LETTERS})|(?<=${LETTERS})\\[\\p{L}{1,3}\\])`;
const PIECES = once(
  () =>
    new RegExp(
      [
        // U.S., D.C.: letters with stops between them are one word
        `((?<!${LETTERS})(?:\\p{L}\\.)+\\p{L}(?!${LETTERS})\\.?)`,
        // $450, US$ 1.5bn
        `((?:(?<!${LETTERS})(?:US|us))?\\$|[€£])(?=\\s?\\p{Nd})`,
        // 100,000, 100 000 and 2.5, with what is glued to it
        `((?<!${LETTERS})(?:\\p{Nd}{1,3}(?:[, \\u00a0\\u202f]\\p{Nd}{3}(?!\\p{Nd}))+|\\p{Nd}+)(?:\\.\\p{Nd}+)?${LETTERS}*)`,
        `([%％])`,
        `(${SPELLED}+(?:['’‘ʼ′\`´]${SPELLED}+)*|(?<=\\s)&(?=\\s))`,
      ].join('|'),
      'gu',
    ),
);
const HIDDEN = new RegExp(`[${INVISIBLE}[\\]]`, 'gu');
const CURRENCY = new Map([
  ['$', 'dollars'],
  ['€', 'euros'],
  ['£', 'pounds'],
  ['usd', 'dollars'],
  ['eur', 'euros'],
  ['gbp', 'pounds'],
]);

/** The words of a piece of text as the index has them: folded, without what is not seen and the brackets of an editor. */
export const indexedWords = (text: string): string[] => foldWords(text.replace(HIDDEN, ''));

/** What a transcript notes of the hall: nobody said it. */
const STAGE =
  /[([]\s*(?:(?:loud|sustained|prolonged|long|continued|scattered)\s+)?(?:applause|laughter|laughs?|cheers?(?: and applause)?|cheering|booing|boos|crosstalk|inaudible|pause|standing ovation|laughter and applause|applause and laughter)\s*[.!]?\s*[)\]]/giu;

interface Piece {
  kind: (typeof KINDS)[number];
  /** Folded: lower case, no marks. */
  folded: string;
  /** Lower case, with its apostrophes. */
  lower: string;
  start: number;
  end: number;
}

/** The words of a text as they are judged, in order. */
export function readWords(text: string): Word[] {
  const stage = /[([]/.test(text)
    ? [...text.matchAll(STAGE)].map(({ index, 0: it }) => [index, index + it.length])
    : [];
  const pieces = [...text.matchAll(PIECES())]
    .flatMap(toPiece)
    .filter(({ start }) => !stage.some(([from = 0, to = 0]) => start >= from && start < to));
  const words: Word[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { keys, taken } = readAt(pieces, at, text);
    const first = pieces[at] as Piece;
    const last = pieces[at + taken - 1] as Piece;
    const next = pieces[at + taken];
    const pause = pauseIn(text, last, next);
    keys.forEach((key, nth) => {
      words.push({
        key,
        start: first.start,
        end: last.end,
        pause: nth === keys.length - 1 ? pause : 'none',
      });
    });
    at += taken;
  }
  return words;
}

const KINDS = ['abbreviation', 'currency', 'number', 'percent', 'word'] as const;
/** Most words are of these letters, and need no folding beyond small ones. */
const PLAIN = /^[A-Za-z]+$/;

function toPiece(match: RegExpExecArray): Piece[] {
  const kind = KINDS.find((_, nth) => match[nth + 1] !== undefined) ?? 'word';
  const [start, end] = [match.index, match.index + match[0].length];
  if (kind === 'word' && PLAIN.test(match[0])) {
    const folded = match[0].toLowerCase();
    return [{ kind, lower: folded, folded, start, end }];
  }
  const raw = match[0] === '&' ? 'and' : match[0].replace(HIDDEN, '');
  const folded = foldedAs(kind, raw);
  if (folded === '' && kind !== 'currency' && kind !== 'percent') return [];
  const lower = kind === 'word' ? identityWords(raw).join('') : folded;
  return [{ kind, lower, folded, start, end }];
}

function foldedAs(kind: Piece['kind'], raw: string): string {
  if (kind === 'currency') return raw;
  if (kind === 'number') return raw.normalize('NFKC').toLowerCase().replace(/[,\s]/g, '');
  return foldWords(raw).join('');
}

/** Reads one word, or several that make one: "450 billion", "twenty-one", "per cent". */
function readAt(pieces: readonly Piece[], at: number, text: string): { keys: string[]; taken: number } {
  const piece = pieces[at] as Piece;
  if (piece.kind === 'percent') return { keys: ['percent'], taken: 1 };
  const unit = CURRENCY.get(piece.kind === 'currency' ? piece.folded.slice(-1) : piece.folded);
  if (unit !== undefined) {
    const amount = numberAt(pieces, at + 1, text);
    return amount === null
      ? { keys: [unit], taken: 1 }
      : { keys: [numberKey(amount.value), unit], taken: amount.taken + 1 };
  }
  const number = numberAt(pieces, at, text);
  if (number !== null) {
    const [country, dollars] = [pieces[at + number.taken]?.folded, pieces[at + number.taken + 1]?.folded];
    // 100 billion US dollars are 100 billion dollars.
    return country === 'us' && dollars === 'dollars'
      ? { keys: [numberKey(number.value), dollars], taken: number.taken + 2 }
      : { keys: [numberKey(number.value)], taken: number.taken };
  }
  const next = pieces[at + 1];
  if (piece.folded === 'per' && next?.folded === 'cent') return { keys: ['percent'], taken: 2 };
  if (piece.folded === 'co' && next?.kind === 'word')
    return { keys: [sameSpelling(`co${next.folded}`)], taken: 2 };
  return { keys: piece.kind === 'word' ? wordKeys(piece) : [piece.folded], taken: 1 };
}

function numberAt(
  pieces: readonly Piece[],
  at: number,
  text: string,
): { value: number; taken: number } | null {
  const piece = pieces[at];
  if (piece === undefined || (piece.kind !== 'number' && piece.kind !== 'word')) return null;
  const follows = (nth: number) => pieces[nth]?.folded ?? '';
  const isTight = (nth: number) => /^[\s-]*$/.test(text.slice(pieces[nth - 1]?.end, pieces[nth]?.start));
  /** "7", "twenty", "twenty-one" */
  const plainAt = (nth: number) => {
    const value = numberOf(follows(nth));
    if (value === null || !isTens(follows(nth)) || !isUnit(follows(nth + 1)) || !isTight(nth + 1))
      return { value, taken: 1 };
    return { value: value + (numberOf(follows(nth + 1)) ?? 0), taken: 2 };
  };
  // "a million" is one million.
  const isOne = piece.folded === 'a' && magnitudeOf(follows(at + 1)) !== null;
  let { value, taken } = isOne ? { value: 1, taken: 1 } : plainAt(at);
  if (value === null) return null;
  for (;;) {
    const word = follows(at + taken);
    const unit = magnitudeOf(word) ?? shortMagnitudeOf(word);
    if (unit === null) return { value, taken };
    value = times(value, unit);
    taken++;
    // "two hundred and fifty"
    const next = at + taken + (follows(at + taken) === 'and' ? 1 : 0);
    const rest = plainAt(next);
    if (unit !== 100 || rest.value === null || rest.value > 99 || !/^\p{L}/u.test(follows(next))) continue;
    if (!isTight(at + taken) || !isTight(next)) continue;
    value += rest.value;
    taken = next + rest.taken - at;
  }
}

const NOT = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
]);
const UNMARKED = /^(ca|wo|do|does|did|is|are|was|were|has|have|had|would|could|should|must)nt$/;
const ENDINGS = new Map([
  ['ll', 'will'],
  ['re', 'are'],
  ['ve', 'have'],
  ['m', 'am'],
  ['d', "'d"],
]);
/** Behind these `'s` is short for "is", "has" or "us"; behind other words it is a genitive. */
const CONTRACTING = new Set(
  'he she it that this what who where when how there here let everything everyone everybody something nothing nobody'.split(
    ' ',
  ),
);

/** The keys of one word: contractions are taken apart, "don't" is "do not". */
function wordKeys({ lower, folded }: Piece): string[] {
  if (folded === 'cannot') return ['can', 'not'];
  const negated = /^(\p{L}+)n't$/u.exec(lower)?.[1] ?? UNMARKED.exec(folded)?.[1];
  if (negated !== undefined) return [NOT.get(negated) ?? negated, 'not'];
  const [, stem = '', ending = ''] = /^(\p{L}+)'(ll|re|ve|m|d|s)$/u.exec(lower) ?? [];
  const full = ENDINGS.get(ending);
  if (full !== undefined) return [foldWords(stem).join(''), full];
  if (ending === 's' && CONTRACTING.has(stem)) return [stem, "'s"];
  return [ordinalOf(folded) ?? sameSpelling(folded)];
}

/** Words short for either of several. */
const SHORT_FOR: ReadonlyMap<string, readonly string[]> = new Map([
  ["'s", ['is', 'has', 'us']],
  ["'d", ['would', 'had']],
]);

/** Whether two keys are the same word. */
export const sameKey = (a: string, b: string): boolean =>
  a === b || (SHORT_FOR.get(a)?.includes(b) ?? SHORT_FOR.get(b)?.includes(a) ?? false);

/** Stops behind these end no sentence. */
const ABBREVIATED = new Set(
  'mr mrs ms dr st sen gen gov rep adm lt col prof jr sr no vs approx jan feb aug sept oct nov dec'.split(
    ' ',
  ),
);

function pauseIn(text: string, last: Piece, next: Piece | undefined): Pause {
  const between = text.slice(last.end, next?.start ?? text.length);
  if (/^[-‐‑]$/.test(between) && next !== undefined) return 'hyphen';
  if (/[!?…]|\.\s?\.|\n\s*\n/.test(between)) return 'stop';
  const endsWithStop = between.includes('.') || (last.kind === 'abbreviation' && text[last.end - 1] === '.');
  if (endsWithStop && next === undefined) return 'stop';
  if (between.includes('.')) {
    // "No. 10" goes on, "No. We will" does not.
    const isAbbreviation =
      (ABBREVIATED.has(last.folded) && (last.folded !== 'no' || next?.kind === 'number')) ||
      /^\p{L}$/u.test(last.folded);
    const small = next !== undefined && /^\p{Ll}/u.test(text.slice(next.start));
    if (!isAbbreviation && !small) return 'stop';
  }
  if (/[;:–—()]|\s-+\s/.test(between)) return 'break';
  return between.includes(',') ? 'comma' : 'none';
}
