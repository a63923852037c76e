import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPreferences } from '../../../src/cli/eval/ridge.ts';

const feature = fc.double({ min: -2, max: 2, noNaN: true });

describe('fitted weights', () => {
  it('put the chosen before the others where one direction does', () => {
    fc.assert(
      fc.property(
        fc.tuple(feature, feature, feature).filter((w) => Math.hypot(...w) > 0.5),
        fc.array(fc.tuple(feature, feature, feature), { minLength: 5, maxLength: 40 }),
        (truth, differences) => {
          const preferences = differences
            .map((d) => ({ d, margin: d.reduce((s, x, i) => s + x * truth[i]!, 0) }))
            .filter(({ margin }) => Math.abs(margin) > 0.5)
            .map(({ d, margin }) => ({ difference: d.map((x) => x * Math.sign(margin)), weight: 1 }));
          const weights = fitPreferences(preferences, 3, 1e-4);
          for (const { difference } of preferences) {
            expect(difference.reduce((s, x, i) => s + x * weights[i]!, 0)).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  it('are nothing where nothing was preferred, and smaller the stronger the ridge', () => {
    expect(fitPreferences([], 2, 1)).toEqual([0, 0]);
    const one = [{ difference: [1, 0], weight: 1 }];
    const [loose] = fitPreferences(one, 2, 0.1);
    const [tight] = fitPreferences(one, 2, 10);
    expect(loose).toBeGreaterThan(tight!);
    expect(tight).toBeGreaterThan(0);
  });
});
