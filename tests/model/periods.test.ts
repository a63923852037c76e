import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/model/days.ts';
import { periodsAround, periodsOf } from '../../src/model/periods.ts';

/** Numbers as unlike as chance gives them, the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let n = seed; ; n = (Math.imul(n, 1_103_515_245) + 12_345) >>> 0) yield n / 2 ** 32;
}

describe('a range of days as periods', () => {
  const chance = numbers(7);
  const dayAt = (spread: number) => addDays('1990-01-01', Math.floor(chance.next().value * spread));

  it('has exactly the days in it, whichever its ends', () => {
    for (let round = 0; round < 400; round++) {
      const [a, b] = [dayAt(20_000), dayAt(20_000)].sort() as [string, string];
      const periods = new Set(periodsOf(a, b));
      for (const day of [a, b, addDays(a, -1), addDays(b, 1), dayAt(20_000), dayAt(20_000)]) {
        const covered = periodsAround(day).filter((period) => periods.has(period)).length;
        expect(covered, `${day} in ${a}…${b}`).toBe(a <= day && day <= b ? 1 : 0);
      }
    }
  });

  it('is few periods, however long it is', () => {
    // At either end nine days, three tens, eight months, a third and nine years, and between them twenty decades.
    const most = 2 * (9 + 3 + 8 + 1 + 9) + 20;
    for (let round = 0; round < 400; round++) {
      const [a, b] = [dayAt(40_000), dayAt(40_000)].sort() as [string, string];
      expect(periodsOf(a, b).length).toBeLessThanOrEqual(most);
      expect(periodsOf(a, null).length).toBeLessThanOrEqual(most);
    }
    expect(periodsOf('2024-01-01', '2024-12-31')).toEqual(['2024']);
    expect(periodsOf('2024-02-01', '2024-02-29')).toEqual(['2024-02']);
    expect(periodsOf('2024-03-05', '2024-03-05')).toEqual(['2024-03-05']);
  });

  it('is open where an end is not given, and nothing where the ends are the wrong way round', () => {
    const all = new Set(periodsOf(null, null));
    for (const day of ['0050-01-01', '1900-01-01', '2024-02-29', '2871-01-01'])
      expect(periodsAround(day).some((period) => all.has(period))).toBe(true);
    expect(periodsOf('2024-02-02', '2024-02-01')).toEqual([]);
  });
});
