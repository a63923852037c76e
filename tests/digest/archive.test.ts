import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveLoads, NEWS_PER_HOUR, without } from '../../src/digest/archive.ts';

const at = (minutes: number, first_rev: number, entries: number, last_rev = first_rev) => {
  const last_at = new Date(Date.UTC(2026, 2, 1) + minutes * 60_000).toISOString();
  return { minute: last_at.slice(0, 16), first_rev, last_rev, last_at, entries };
};

describe('an archive load', () => {
  it('is more than a hundred entries within an hour', () => {
    expect(archiveLoads([at(0, 1, NEWS_PER_HOUR)])).toEqual([]);
    expect(archiveLoads([at(0, 1, NEWS_PER_HOUR + 1)])).toHaveLength(1);
    expect(archiveLoads([at(0, 1, 60), at(59, 2, 60)])).toHaveLength(2);
    expect(archiveLoads([at(0, 1, 60), at(60, 2, 60)])).toEqual([]);
  });

  it('is told from the news around it', () => {
    const loads = archiveLoads([at(0, 1, 10), at(300, 2, 150, 9), at(301, 10, 90, 14), at(900, 15, 20)]);
    expect(loads.map(({ first_rev }) => first_rev)).toEqual([2, 10]);
    expect(without({ first: 1, last: 15 }, loads)).toEqual([
      { first: 1, last: 1 },
      { first: 15, last: 15 },
    ]);
  });

  it('is not a busy week', () => {
    expect(archiveLoads(Array.from({ length: 168 }, (_, hour) => at(hour * 60, hour + 1, 30)))).toEqual([]);
  });

  it('taken out leaves every other revision, once', () => {
    const loads = fc
      .array(fc.record({ gap: fc.integer({ min: 1, max: 5 }), length: fc.integer({ min: 1, max: 4 }) }))
      .map((steps) => {
        let rev = 0;
        return steps.map(({ gap, length }) => {
          const first = rev + gap;
          rev = first + length - 1;
          return at(0, first, 101, rev);
        });
      });
    fc.assert(
      fc.property(loads, fc.integer({ min: 0, max: 10 }), (loads, after) => {
        const last = (loads.at(-1)?.last_rev ?? 0) + after;
        const kept = without({ first: 1, last }, loads).flatMap((range) =>
          Array.from({ length: range.last - range.first + 1 }, (_, n) => range.first + n),
        );
        const loaded = (rev: number) => loads.some((it) => it.first_rev <= rev && rev <= it.last_rev);
        expect(kept).toEqual(Array.from({ length: last }, (_, n) => n + 1).filter((rev) => !loaded(rev)));
      }),
    );
  });
});
