import { isAside, type KeyFeatures, keyFeatures, meaningWords, wordsOf } from './key-features.ts';

/**
 * How much each feature counts. Set once from choices of editors (docs/key-quotes.md: the data, the fit, and what
 * the weights reach on documents they were not set on) and rounded: a third more or less changes little.
 */
export const KEY_WEIGHTS: Readonly<Record<keyof KeyFeatures, number>> = {
  length: 0.75,
  size: 0.65,
  share: 1.3,
  fragment: -1.85,
  names: 0.45,
  early: 1,
  continues: -2,
  unnamed: -2.3,
  question: -3.5,
};

/** Puts the middle of the scale at a quote that is neither here nor there. */
const MIDDLE = 2.5;

/** What is left of the key of a quote that says again what a better one says. */
const REPEATED = 0.3;

/** What is left of the key of a greeting, a question and their like. */
const ASIDE = 0.1;

/** Two quotes say the same when the smaller shares more than this part of its words of meaning. */
const SAME_WORDS = 0.6;

/** Only the best quotes of a document are compared with one another: the rest are chosen by nobody. */
const COMPARED = 40;

/**
 * How much each quote of one document would be missed in a digest, 0–1, in the order given. Takes the quotes in the
 * order of the text; deterministic; time in proportion to the length of the quotes.
 */
export function keyScores(
  quotes: readonly { text: string; speaker: string | null }[],
  weights: Readonly<Record<keyof KeyFeatures, number>> = KEY_WEIGHTS,
): number[] {
  const sums = keyFeatures(quotes).map((features) => weighted(features, weights));
  const keys = sums.map((sum, i) => {
    const key = 1 / (1 + Math.exp(MIDDLE - sum));
    return isAside(quotes[i]!.text) ? key * ASIDE : key;
  });
  const best = keys
    .map((_, i) => i)
    .sort((a, b) => keys[b]! - keys[a]! || a - b)
    .slice(0, COMPARED);
  const said: Set<string>[] = [];
  for (const i of best) {
    const words = meaningWords(wordsOf(quotes[i]!.text));
    if (said.some((other) => saysTheSame(words, other))) keys[i]! *= REPEATED;
    else said.push(words);
  }
  return keys.map((key) => Math.round(key * 1000) / 1000);
}

function weighted(features: KeyFeatures, weights: Readonly<Record<keyof KeyFeatures, number>>): number {
  let sum = 0;
  for (const name of Object.keys(weights) as (keyof KeyFeatures)[]) sum += weights[name] * features[name];
  return sum;
}

function saysTheSame(a: Set<string>, b: Set<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared > SAME_WORDS * small.size;
}
