import type { Judged } from './attribution.ts';
import { type Counts, MEASURES, type Measure, type Miss, percent } from './score.ts';

/** A column of the table: one folder, or all of a run. */
export interface Column {
  name: string;
  documents: number;
  counts: Counts;
}

const NAMES = Object.entries(MEASURES) as [Measure, string][];

/** The measures as rows and the folders as columns, percentages with one decimal; "–" where nothing was annotated. */
export function renderTable(columns: readonly Column[]): string {
  const rows = [
    ['', ...columns.map((c) => c.name)],
    ['documents', ...columns.map((c) => String(c.documents))],
    ...NAMES.filter(([m]) => columns.some((c) => percent(c.counts[m]) !== null)).map(([measure, label]) => [
      label,
      ...columns.map((c) => percent(c.counts[measure])?.toFixed(1) ?? '–'),
    ]),
  ];
  return aligned(rows);
}

/** How often each rule was right, most used first: "*-chain" counts with the rule whose speaker it hands on. */
export function renderCues(judged: readonly Judged[]): string {
  const rules = new Map<string, Judged[]>();
  for (const one of judged) {
    const rule = one.cue.replace(/-chain$/, '');
    rules.set(rule, [...(rules.get(rule) ?? []), one]);
  }
  const rows = [...rules]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([rule, all]) => {
      const right = all.filter((j) => j.right).length;
      const sure = all.reduce((sum, j) => sum + j.confidence, 0) / all.length;
      return [rule, String(all.length), ((100 * right) / all.length).toFixed(1), (100 * sure).toFixed(1)];
    });
  return aligned([['rule', 'attributions', 'right', 'confidence'], ...rows]);
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
