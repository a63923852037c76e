import type { Run } from './senses.ts';
import { sameKey } from './words.ts';

/** Which word of what was said each word of the text is, or -1. Rises. */
export type Alignment = Int32Array;

const MATCH = 1000;
/** For a word that follows the one before in both: fewer joints are a better reading. */
const CONTIGUOUS = 400;
/** For every word skipped in what was said, so that near words are taken before far ones. */
const SKIPPED = 2;

const FROM_RUN = 1;
const FROM_BEST = 2;
const BEST_IS_MATCH = 4;
const BEST_IS_LEFT = 8;

/** Keys that may agree with another key. */
const MAY_BE_SHORT = new Set(["'s", "'d", 'is', 'has', 'us', 'would', 'had']);

/** The most pairs of words that are compared: beyond, time and memory would not be worth it. */
const MOST_CELLS = 8_000_000;

/**
 * Lays the text over what was said so that most words agree in order, in as few runs as may be. Texts too long to be
 * compared (thousands of words on both sides) agree in none.
 */
export function align(asked: readonly string[], said: readonly string[]): Alignment {
  const [n, m] = [asked.length, said.length];
  if (n * m > MOST_CELLS) return new Int32Array(n).fill(-1);
  const [words, others] = numbered(asked, said);
  const steps = new Uint8Array((n + 1) * (m + 1));
  // Scores of the row before and of this one: of a match ending here, and of the best so far.
  let [matchBefore, match] = [new Int32Array(m + 1), new Int32Array(m + 1)];
  let [bestBefore, best] = [new Int32Array(m + 1), new Int32Array(m + 1)];
  for (let i = 1; i <= n; i++) {
    const word = words[i - 1] as number;
    const key = asked[i - 1] as string;
    const row = MAY_BE_SHORT.has(key)
      ? others.map((other, j) => (sameKey(key, said[j] as string) ? word : other))
      : others;
    layRow(word, row, { matchBefore, bestBefore, match, best }, steps.subarray(i * (m + 1)));
    [matchBefore, match] = [match, matchBefore];
    [bestBefore, best] = [best, bestBefore];
  }
  return trace(steps, n, m);
}

type Scores = Record<'matchBefore' | 'bestBefore' | 'match' | 'best', Int32Array>;

/** One word of the text against all that was said. A function of its own, and plain: nearly all time is spent here. */
function layRow(word: number, said: Int32Array, scores: Scores, steps: Uint8Array): void {
  const { matchBefore, bestBefore, match, best } = scores;
  let left = 0;
  for (let j = 1; j <= said.length; j++) {
    const up = bestBefore[j] as number;
    left -= SKIPPED;
    let step = 0;
    let here = 0;
    if (word === said[j - 1]) {
      const run = matchBefore[j - 1] as number;
      const jump = bestBefore[j - 1] as number;
      const running = run > 0 ? run + CONTIGUOUS : 0;
      step = running >= jump && running > 0 ? FROM_RUN : jump > 0 ? FROM_BEST : 0;
      here = MATCH + Math.max(running, jump);
    }
    match[j] = here;
    // Of two places as good the first: the nearest to the words before.
    if (here > 0 && here > left && here >= up) {
      left = here;
      step |= BEST_IS_MATCH;
    } else if (left > up && left > 0) step |= BEST_IS_LEFT;
    else left = up;
    best[j] = left;
    steps[j] = step;
  }
}

/** The same number for the same key. */
function numbered(asked: readonly string[], said: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return [Int32Array.from(asked, numberOf), Int32Array.from(said, numberOf)];
}

function trace(steps: Uint8Array, n: number, m: number): Alignment {
  const map = new Int32Array(n).fill(-1);
  let [i, j] = [n, m];
  let atMatch = false;
  while (i > 0 && j > 0) {
    const step = steps[i * (m + 1) + j] as number;
    if (atMatch || step & BEST_IS_MATCH) {
      map[i - 1] = j - 1;
      atMatch = (step & FROM_RUN) !== 0;
      if (!atMatch && !(step & FROM_BEST)) break;
      i--;
      j--;
    } else if (step & BEST_IS_LEFT) j--;
    else i--;
  }
  return map;
}

/** Every place where the words stand together in what was said. */
export function occurrences(asked: readonly string[], said: readonly string[]): Run[] {
  const found: Run[] = [];
  for (let from = 0; from + asked.length <= said.length; from++) {
    if (asked.every((key, i) => sameKey(key, said[from + i] as string)))
      found.push({ from, to: from + asked.length });
  }
  return found;
}

/** The stretches of what was said that the text takes, in order. */
export function runsOf(map: Alignment): Run[] {
  const runs: Run[] = [];
  for (const at of map) {
    if (at < 0) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.to === at) last.to++;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

/** A single word that agrees only by chance, far from the others. */
const STRAY = 4;

/** Takes out words that agree alone and far from their neighbours on either side. */
export function withoutStrays(map: Alignment): Alignment {
  const runs = runsOf(map);
  const strays = new Set(
    runs.flatMap(({ from, to }, nth) => {
      const before = from - (runs[nth - 1]?.to ?? Number.NEGATIVE_INFINITY);
      const after = (runs[nth + 1]?.from ?? Number.POSITIVE_INFINITY) - to;
      return runs.length > 1 && to - from === 1 && before > STRAY && after > STRAY ? [from] : [];
    }),
  );
  return map.map((at) => (strays.has(at) ? -1 : at));
}

/** How many words of the one stand in the other, order aside: no alignment has more. */
export function commonWords(asked: readonly string[], said: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const key of said) counts.set(key, (counts.get(key) ?? 0) + 1);
  const used = new Map<string, number>();
  let common = 0;
  for (const key of asked) {
    const n = used.get(key) ?? 0;
    if (n < (counts.get(key) ?? 0) || MAY_BE_SHORT.has(key)) common++;
    used.set(key, n + 1);
  }
  return common;
}
