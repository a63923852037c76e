import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../src/store/stretches.ts';

const asked = (from: string | null, to: string | null) =>
  stretchesOf({ filter: { keys: [], phrases: [] }, from, to, order: 'newest', lasting: true }, null);

describe('the stretches of a list of what lasts', () => {
  it('are two from a day on: what began then, and what was still going on', () => {
    expect(asked('2024-01-31', '2024-01-31').map(({ keys }) => keys)).toEqual([[], ['on:2024-01-31']]);
    expect(asked('2024-01-31', null)).toHaveLength(2);
    expect(asked(null, '2024-01-31')).toHaveLength(1);
  });

  it('are none for days the wrong way round', () => {
    expect(asked('2024-02-01', '2024-01-31')).toEqual([]);
  });
});
