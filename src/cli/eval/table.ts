import type { Judged } from './judged.ts';
import { type Count, type Counts, interval, MEASURES, type Measure, type Miss, percent } from './score.ts';

/** A column of the table: one folder, or all of a run. */
export interface Column {
  name: string;
  documents: number;
  counts: Counts;
}

const NAMES = Object.entries(MEASURES) as [Measure, string][];

/** Counts and an interval as well: of few documents a percentage alone says more than is known. */
function inFull(count: Count | undefined): string {
  const value = percent(count);
  if (count === undefined || value === null) return '–';
  const [low, high] = interval(count).map((it) => it.toFixed(0));
  const hit = Number.isInteger(count.hit) ? count.hit : count.hit.toFixed(1);
  const of = count.found === count.gold ? count.found : `${count.found} found, ${count.gold} there`;
  return `${value.toFixed(1)} (${low}–${high}; ${hit} of ${of})`;
}

/**
 * The measures as rows and the folders as columns, percentages with one decimal; "–" where nothing was annotated.
 * `full` adds to each the 95 % interval and the counts.
 */
export function renderTable(columns: readonly Column[], full = false): string {
  const rows = [
    ['', ...columns.map((c) => c.name)],
    ['documents', ...columns.map((c) => String(c.documents))],
    ...NAMES.filter(([m]) => columns.some((c) => percent(c.counts[m]) !== null)).map(([measure, label]) => [
      label,
      ...columns.map((c) =>
        full ? inFull(c.counts[measure]) : (percent(c.counts[measure])?.toFixed(1) ?? '–'),
      ),
    ]),
  ];
  return aligned(rows);
}

/**
 * How often each rule was right, by noun and the most used first; for speakers also how sure it was. "*-chain" counts
 * with the rule whose speaker it hands on. Right means: a speaker by full name, a visit by visitor and country, an
 * engagement and a figure as the measures count them.
 */
export function renderRules(judged: readonly Judged[]): string {
  const rules = Map.groupBy(judged, (it) => `${it.noun}  ${it.rule}`);
  const nouns = ['quote', 'visit', 'engagement', 'figure'];
  const rows = [...rules]
    .sort(
      ([a, x], [b, y]) =>
        nouns.indexOf(x[0]!.noun) - nouns.indexOf(y[0]!.noun) || y.length - x.length || (a < b ? -1 : 1),
    )
    .map(([rule, all]) => {
      const right = all.filter((j) => j.right).length;
      const sure = all.reduce((sum, j) => sum + (j.confidence ?? 0), 0) / all.length;
      const confidence = all[0]!.confidence === null ? '–' : (100 * sure).toFixed(1);
      return [rule, String(all.length), ((100 * right) / all.length).toFixed(1), confidence];
    });
  return aligned([['rule', 'findings', 'right', 'confidence'], ...rows]);
}

/** Shares of the findings that one would keep, from the surest down. */
const COVERAGES = [0.25, 0.5, 0.75, 0.9, 1];

/**
 * Precision at coverage: of the surest quarter, half … of the speakers found, how many are right, and how sure the
 * least sure of them is. Findings that are equally sure are kept or left together, so a share may come out larger.
 */
export function renderCoverage(judged: readonly Judged[]): string {
  const sure = judged
    .filter((it): it is Judged & { confidence: number } => it.confidence !== null)
    .toSorted((a, b) => b.confidence - a.confidence);
  const rows = COVERAGES.flatMap((share) => {
    const last = sure[Math.ceil(share * sure.length) - 1];
    if (last === undefined) return [];
    const kept = sure.filter((it) => it.confidence >= last.confidence);
    const right = kept.filter((it) => it.right).length;
    const of = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);
    return [[of(kept.length, sure.length), last.confidence.toFixed(2), of(right, kept.length)]];
  });
  return aligned([['speakers kept', 'from', 'right'], ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((r) => r[i]!.length)));
  return rows
    .map((r) =>
      r.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '),
    )
    .join('\n');
}

/** One miss with the sentence it stands in. */
export function renderMiss(text: string, miss: Miss): string {
  const head = `  ${miss.what}: ${miss.detail}`;
  if (!miss.at) return head;
  return `${head}\n      ${miss.at.start}–${miss.at.end}  ${around(text, miss.at.start, miss.at.end)}`;
}

/** The span in ⟦ ⟧ within its line, cut to some 160 units either side. */
function around(text: string, start: number, end: number): string {
  const before = text
    .slice(Math.max(0, start - 160), start)
    .split('\n')
    .at(-1)!;
  const after = text.slice(end, end + 160).split('\n')[0]!;
  const inside = text.slice(start, end);
  const shown = inside.length > 400 ? `${inside.slice(0, 200)} … ${inside.slice(-180)}` : inside;
  return `${before}⟦${shown}⟧${after}`.replace(/\s+/g, ' ');
}
