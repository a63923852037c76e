import type { ExtractedFigure } from '../../model/extraction.ts';
import type { GoldDocument, GoldFigure } from './gold.ts';
import { type Judged, judge } from './judged.ts';
import type { Count, Counts, Miss } from './score.ts';

function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function sameValue(gold: GoldFigure, found: ExtractedFigure): boolean {
  return [gold.value, ...(gold.value_alt ?? [])].some((v) => sameNumber(v, found.value));
}

/** Units are compared without case and without a plural s. */
function unitKey(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?<=..)s$/, '');
}

function sameUnit(gold: GoldFigure, found: ExtractedFigure): boolean {
  return [gold.unit, ...(gold.unit_alt ?? [])].some((u) => unitKey(u) === unitKey(found.unit));
}

interface Pair {
  gold: GoldFigure;
  found: ExtractedFigure;
}

/** Higher is nearer: the same unit first, then the same place in the text where the annotation gives one, then words. */
function nearness({ gold, found }: Pair): number {
  const overlaps =
    gold.start !== undefined && gold.end !== undefined && found.start < gold.end && gold.start < found.end;
  const words = [gold.text, ...(gold.text_alt ?? [])].some(
    (text) => text.includes(found.text) || found.text.includes(text),
  );
  return Number(sameUnit(gold, found)) * 4 + Number(overlaps) * 2 + Number(words);
}

function paired(
  gold: GoldDocument,
  found: readonly ExtractedFigure[],
  agrees: (pair: Pair) => boolean,
): Pair[] {
  const all = gold.figures
    .flatMap((g) => found.map((f) => ({ gold: g, found: f })))
    .filter(agrees)
    .map((pair) => ({ pair, near: nearness(pair) }))
    .sort((a, b) => b.near - a.near);
  const used = new Set<object>();
  const pairs: Pair[] = [];
  for (const { pair } of all) {
    if (used.has(pair.gold) || used.has(pair.found)) continue;
    used.add(pair.gold).add(pair.found);
    pairs.push(pair);
  }
  return pairs;
}

function count(gold: GoldDocument, found: readonly ExtractedFigure[], pairs: readonly Pair[]): Count {
  const matched = new Set(pairs.map((p) => p.gold));
  const wanted = gold.figures.filter((g) => matched.has(g) || !g.optional).length;
  return { hit: pairs.length, found: found.length, gold: wanted };
}

export function scoreFigures(
  gold: GoldDocument,
  found: readonly ExtractedFigure[],
): { counts: Counts; misses: Miss[]; judged: Judged[] } {
  const byValue = paired(gold, found, (p) => sameValue(p.gold, p.found));
  const byUnit = paired(gold, found, (p) => sameValue(p.gold, p.found) && sameUnit(p.gold, p.found));
  const misses: Miss[] = [];
  for (const { gold: g, found: f } of byValue) {
    if (sameUnit(g, f)) continue;
    misses.push({ what: 'figure unit wrong', detail: `expected ${told(g)}, found ${told(f)}`, at: f });
  }
  for (const g of gold.figures) {
    if (g.optional || byValue.some((p) => p.gold === g)) continue;
    const at = g.start !== undefined && g.end !== undefined ? { start: g.start, end: g.end } : null;
    misses.push({ what: 'figure missed', detail: told(g), at });
  }
  for (const f of found) {
    if (!byValue.some((p) => p.found === f)) misses.push({ what: 'figure extra', detail: told(f), at: f });
  }
  return {
    counts: { figures: count(gold, found, byValue), figures_unit: count(gold, found, byUnit) },
    misses,
    judged: judge('figure', found, (f) => byValue.some((p) => p.found === f)),
  };
}

function told(figure: GoldFigure | ExtractedFigure): string {
  return `${figure.value} ${figure.unit} (“${figure.text}”)`;
}
