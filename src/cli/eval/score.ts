/**
 * What is counted for one measure. F1 is `2·hit / (found + gold)`; a share is the same with `found` and `gold`
 * both the number asked. Counts of several documents are pooled by adding them up.
 */
export interface Count {
  hit: number;
  found: number;
  gold: number;
}

/** The measures, in the order of the table. */
export const MEASURES = {
  span_exact: 'span exact F1',
  span_overlap: 'span overlap F1',
  attribution_strict: 'attribution strict',
  attribution_full: 'attribution full',
  joint: 'joint full-name F1',
  published_on: 'published_on',
  visits: 'visits F1',
  visit_days: 'both visit days right',
  visit_status: 'visit status right',
  visit_cities: 'visit cities right',
  engagements: 'engagements F1',
  engagement_status: 'engagement status right',
  figures: 'figures F1 (value)',
  figures_unit: 'figures F1 (value and unit)',
  names: 'names precision',
  key_quotes: 'key quotes agreement',
  confident: 'attributions at ≥ 0.9',
  confident_right: 'of those right',
} as const;
export type Measure = keyof typeof MEASURES;

export type Counts = Partial<Record<Measure, Count>>;

export function share(hit: number, of: number): Count {
  return { hit, found: of, gold: of };
}

/** 0–100, or null where there was nothing to measure. */
export function percent(count: Count | undefined): number | null {
  if (!count || count.found + count.gold === 0) return null;
  return (200 * count.hit) / (count.found + count.gold);
}

const Z95 = 1.959964;

/**
 * Wilson's 95 % interval, 0–100. For F1 it is that of a share of `(found + gold) / 2` trials, which is not quite what
 * F1 is: read it as how few the counts are.
 */
export function interval(count: Count): [number, number] {
  const n = (count.found + count.gold) / 2;
  if (n === 0) return [0, 100];
  const p = Math.min(1, count.hit / n);
  const middle = (p + (Z95 * Z95) / (2 * n)) / (1 + (Z95 * Z95) / n);
  const half = (Z95 / (1 + (Z95 * Z95) / n)) * Math.sqrt((p * (1 - p)) / n + (Z95 * Z95) / (4 * n * n));
  return [100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half)];
}

export function pool(all: readonly Counts[]): Counts {
  const sum: Counts = {};
  for (const counts of all) {
    for (const [name, count] of Object.entries(counts) as [Measure, Count][]) {
      const before = sum[name] ?? { hit: 0, found: 0, gold: 0 };
      sum[name] = {
        hit: before.hit + count.hit,
        found: before.found + count.found,
        gold: before.gold + count.gold,
      };
    }
  }
  return sum;
}

/** One thing that was got wrong, with the place in the text to show it. */
export interface Miss {
  what: string;
  detail: string;
  at: { start: number; end: number } | null;
}
