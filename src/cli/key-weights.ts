/**
 * `node src/cli/key-weights.ts FOLDER…`: what the weights of key quotes reach, and what weights fitted without a
 * document reach on it. Editors' choices come from `KEY.json`, further choices from `tests/key-choices.json`.
 */
import { readFileSync } from 'node:fs';
import { KEY_WEIGHTS, keyScores } from '../extract/key.ts';
import { type KeyFeatures, keyFeatures } from '../extract/key-features.ts';
import { GoldError, type GoldQuote, readFolder } from './eval/gold.ts';
import { fitPreferences, type Preference } from './eval/ridge.ts';

type Weights = Record<keyof KeyFeatures, number>;

interface Chosen {
  stem: string;
  quotes: GoldQuote[];
  /** For each quote the share of editors who chose it. */
  shares: number[];
}

const NAMES = Object.keys(KEY_WEIGHTS) as (keyof KeyFeatures)[];
const RIDGE = 0.3;

function rows(document: Chosen): number[][] {
  return keyFeatures(document.quotes).map((f) => NAMES.map((name) => f[name]));
}

/** Pairs of quotes of which one was chosen more often; each document weighs the same. */
function preferences(document: Chosen): Preference[] {
  const features = rows(document);
  const pairs: Preference[] = [];
  for (const [i, a] of document.shares.entries()) {
    for (const [j, b] of document.shares.entries()) {
      if (a <= b) continue;
      pairs.push({ difference: features[i]!.map((x, k) => x - features[j]![k]!), weight: a - b });
    }
  }
  const whole = pairs.reduce((sum, p) => sum + p.weight, 0);
  return pairs.map((p) => ({ ...p, weight: p.weight / whole }));
}

/** Scale of each feature over all documents, so that the ridge weighs on all alike. */
function scales(documents: readonly Chosen[]): number[] {
  const all = documents.flatMap(rows);
  return NAMES.map((_, k) => {
    const mean = all.reduce((sum, row) => sum + row[k]!, 0) / all.length;
    const spread = all.reduce((sum, row) => sum + (row[k]! - mean) ** 2, 0) / all.length;
    return Math.sqrt(spread) || 1;
  });
}

function fitted(documents: readonly Chosen[]): Weights {
  const scale = scales(documents);
  const scaled = documents
    .flatMap(preferences)
    .map((p) => ({ ...p, difference: p.difference.map((x, k) => x / scale[k]!) }));
  const weights = fitPreferences(scaled, NAMES.length, RIDGE);
  return Object.fromEntries(NAMES.map((name, k) => [name, weights[k]! / scale[k]!])) as Weights;
}

/** The measure of `eval`: the mean share of editors behind the best three (two of fewer than six). */
function agreement(document: Chosen, weights: Weights): { sum: number; taken: number } {
  const keys = keyScores(document.quotes, weights);
  const taken = document.quotes.length < 6 ? 2 : 3;
  const best = keys.map((_, i) => i).sort((a, b) => keys[b]! - keys[a]! || a - b);
  return { sum: best.slice(0, taken).reduce((sum, i) => sum + document.shares[i]!, 0), taken };
}

function mean(parts: readonly { sum: number; taken: number }[]): string {
  const taken = parts.reduce((n, p) => n + p.taken, 0);
  return (parts.reduce((n, p) => n + p.sum, 0) / taken).toFixed(3);
}

/** Documents that share a text are left out together. */
function isSameText(a: Chosen, b: Chosen): boolean {
  const said = new Set(a.quotes.map((q) => q.text));
  return b.quotes.filter((q) => said.has(q.text)).length * 2 > b.quotes.length;
}

function main(folders: readonly string[]): void {
  const choices = JSON.parse(readFileSync('tests/key-choices.json', 'utf8')) as Record<
    string,
    Record<string, number>
  >;
  const editors: Chosen[] = [];
  const ours: Chosen[] = [];
  for (const { stem, quotes, key } of folders.flatMap((path) => readFolder(path).documents)) {
    const own = choices[stem];
    if (key) editors.push({ stem, quotes, shares: quotes.map((_, i) => key.get(i) ?? 0) });
    else if (own) ours.push({ stem, quotes, shares: quotes.map((_, i) => own[i] ?? 0) });
  }
  const withShipped = (d: Chosen) => agreement(d, KEY_WEIGHTS);
  console.log(
    `shipped weights: editors ${mean(editors.map(withShipped))}, further choices ${mean(ours.map(withShipped))}`,
  );
  const fromOurs = fitted(ours);
  console.log(
    `fitted on the further choices alone: editors ${mean(editors.map((d) => agreement(d, fromOurs)))}`,
  );
  for (const [label, more] of [
    ['the editors’', []],
    ['both', ours],
  ] as const) {
    const left = editors.map((d) =>
      agreement(d, fitted([...editors.filter((o) => !isSameText(o, d)), ...more])),
    );
    console.log(`fitted on ${label}, each document left out in turn: editors ${mean(left)}`);
  }
  const all = fitted(editors);
  console.log('\nweights fitted on the editors’ choices, and shipped:');
  for (const name of NAMES) {
    console.log(
      `  ${name.padEnd(10)} ${all[name].toFixed(2).padStart(6)} ${KEY_WEIGHTS[name].toFixed(2).padStart(6)}`,
    );
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof GoldError)) throw error;
  console.error(`key-weights: ${error.message}`);
  process.exitCode = 2;
}
