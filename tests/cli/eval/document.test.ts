import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreDocument } from '../../../src/cli/eval/document.ts';
import { type Measure, percent, pool } from '../../../src/cli/eval/score.ts';
import { documents, fedBack, NOTHING } from './made-up.ts';

describe('the measures of a document', () => {
  it('are 100 wherever there is something to measure when the annotation is fed back as found', () => {
    fc.assert(
      fc.property(documents, (gold) => {
        const { counts, misses } = scoreDocument(gold, fedBack(gold));
        for (const count of Object.values(counts)) expect([null, 100]).toContain(percent(count));
        expect(misses).toEqual([]);
      }),
    );
  });

  it('are 0 wherever something is annotated and nothing was found', () => {
    fc.assert(
      fc.property(documents, (gold) => {
        const { counts } = scoreDocument({ ...gold, published_on: '2024-05-05' }, NOTHING);
        for (const count of Object.values(counts)) expect([null, 0]).toContain(percent(count));
        expect(percent(counts.published_on)).toBe(0);
      }),
    );
  });

  it('never count more hits than were found or annotated, whatever was found', () => {
    fc.assert(
      fc.property(documents, documents, (gold, other) => {
        const { counts } = scoreDocument(gold, fedBack({ ...other, text: gold.text }));
        for (const count of Object.values(counts)) {
          expect(count.hit).toBeLessThanOrEqual(count.found);
          expect(count.hit).toBeLessThanOrEqual(count.gold);
        }
      }),
    );
  });

  it('lie between those of the documents they are pooled from', () => {
    fc.assert(
      fc.property(documents, documents, (one, two) => {
        const parts = [scoreDocument(one, fedBack(one)).counts, scoreDocument(two, NOTHING).counts];
        const whole = pool(parts);
        for (const measure of Object.keys(whole) as Measure[]) {
          const values = parts.map((p) => percent(p[measure])).filter((v) => v !== null);
          const value = percent(whole[measure]);
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(Math.min(...values));
          expect(value).toBeLessThanOrEqual(Math.max(...values));
        }
      }),
    );
  });

  it('say nothing about what was not annotated', () => {
    fc.assert(
      fc.property(documents, (gold) => {
        const { counts } = scoreDocument({ ...gold, annotated: new Set(['quotes']) }, fedBack(gold));
        for (const measure of ['published_on', 'visits', 'visit_days', 'engagements', 'figures'] as const) {
          expect(counts[measure]).toBeUndefined();
        }
      }),
    );
  });
});
