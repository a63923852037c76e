import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { type Counts, MEASURES, type Measure, percent, pool } from './score.ts';

/**
 * Folder → what each document scored: `[hit, found, gold]` for each measure. Numbers only, no text: a document stands
 * under the beginning of the SHA-1 of its stem, since stems are often made of the words of a title.
 */
export interface Baseline {
  [folder: string]: {
    /** Percentages of the whole folder, for people to read; comparisons pool the documents. */
    measures: Partial<Record<Measure, number>>;
    documents: Record<string, Partial<Record<Measure, [number, number, number]>>>;
  };
}

const keyOf = (stem: string) => createHash('sha1').update(stem).digest('hex').slice(0, 12);

/** What one run found: folder → stem → counts. */
export type Run = Map<string, Map<string, Counts>>;

export function readBaseline(file: string): Baseline | null {
  if (!statSync(file, { throwIfNoEntry: false })) return null;
  return JSON.parse(readFileSync(file, 'utf8')) as Baseline;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Writes what a run scored, keeping folders and documents that the run did not touch. */
export function saveBaseline(file: string, run: Run): void {
  const saved = readBaseline(file) ?? {};
  for (const [folder, documents] of run) {
    const kept = { ...saved[folder]?.documents };
    for (const [stem, counts] of documents) {
      kept[keyOf(stem)] = Object.fromEntries(
        Object.entries(counts).map(([m, c]) => [m, [rounded(c.hit), c.found, c.gold]]),
      );
    }
    const sorted = Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1)));
    const whole = pool(Object.values(sorted).map(unpacked));
    const measures: Partial<Record<Measure, number>> = {};
    for (const measure of Object.keys(MEASURES) as Measure[]) {
      const value = percent(whole[measure]);
      if (value !== null) measures[measure] = Math.round(value * 10) / 10;
    }
    saved[folder] = { measures, documents: sorted };
  }
  writeFileSync(file, `${oneLineADocument(saved)}\n`);
}

/** JSON with each document on its own line, so that a change of the file reads as a list of documents. */
function oneLineADocument(baseline: Baseline): string {
  const folders = Object.entries(baseline).map(([folder, { measures, documents }]) => {
    const lines = Object.entries(documents).map(
      ([s, d]) => `      ${JSON.stringify(s)}: ${JSON.stringify(d)}`,
    );
    return `  ${JSON.stringify(folder)}: {\n    "measures": ${JSON.stringify(measures)},\n    "documents": {\n${lines.join(',\n')}\n    }\n  }`;
  });
  return `{\n${folders.join(',\n')}\n}`;
}

function unpacked(packed: Partial<Record<Measure, [number, number, number]>>): Counts {
  const counts: Counts = {};
  for (const [measure, [hit, found, gold]] of Object.entries(packed) as [
    Measure,
    [number, number, number],
  ][]) {
    counts[measure] = { hit, found, gold };
  }
  return counts;
}

export interface Change {
  folder: string;
  /** Null for the folder as a whole. */
  stem: string | null;
  measure: Measure;
  before: number;
  after: number;
}

function differences(folder: string, stem: string | null, before: Counts, after: Counts): Change[] {
  const out: Change[] = [];
  for (const measure of Object.keys(MEASURES) as Measure[]) {
    const b = percent(before[measure]);
    const a = percent(after[measure]);
    // A document where no attribution is confident any more has nothing to be right about: no change to report.
    if (a === null || b === null || Math.abs(a - b) < 0.05) continue;
    out.push({ folder, stem, measure, before: b, after: a });
  }
  return out;
}

/** Gains and losses of a run against the baseline, over the documents that both have. */
export function compare(baseline: Baseline, run: Run): Change[] {
  const changes: Change[] = [];
  for (const [folder, documents] of run) {
    const before = baseline[folder]?.documents ?? {};
    const both = [...documents.keys()].filter((stem) => before[keyOf(stem)]);
    const was = both.map((stem) => unpacked(before[keyOf(stem)]!));
    const is = both.map((stem) => documents.get(stem)!);
    changes.push(...differences(folder, null, pool(was), pool(is)));
    both.forEach((stem, i) => {
      changes.push(...differences(folder, stem, was[i]!, is[i]!));
    });
  }
  return changes;
}

/** Folder measures that fell by more than half a point. */
export function falls(changes: readonly Change[]): Change[] {
  return changes.filter((c) => c.stem === null && c.before - c.after > 0.5);
}

export function renderChange(change: Change): string {
  const by = change.after - change.before;
  const sign = by > 0 ? '+' : '−';
  const where = change.stem === null ? change.folder : `  ${change.stem}`;
  const figures = `${change.before.toFixed(1)} → ${change.after.toFixed(1)} (${sign}${Math.abs(by).toFixed(1)})`;
  return `${where}: ${MEASURES[change.measure]} ${figures}`;
}
