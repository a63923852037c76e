import { describe, expect, it } from 'vitest';
import { clustersOf } from '../../src/digest/clusters.ts';
import { anEngagement, aQuote, aVisit } from '../workers/entries.ts';

describe('a story', () => {
  const trip = aVisit();
  const undated = aVisit({ id: 'minister-alpha-no-undated-000000', start: null, end: null });
  const loose = { visit: null, sources: [] };
  const there = anEngagement({ id: 'e_there', ...loose });

  it('is one trip to a reader, though a document tells of it without its days', () => {
    expect(clustersOf([trip, undated], [], []).length).toBe(1);
    const another = { ...undated, visitor: { id: 'jane-example', name: 'Jane Example' } };
    expect(clustersOf([trip, another], [], []).length).toBe(2);
  });

  it('has what the traveller did there on its days, and nothing of other days, countries or people', () => {
    expect(clustersOf([trip], [there], []).length).toBe(1);
    for (const other of [
      { date: '2026-05-02' },
      { country: { id: 'be', name: 'Belgium' } },
      { participants: [{ id: 'jane-example', name: 'Jane Example', role: null }] },
    ])
      expect([other, clustersOf([trip], [{ ...there, ...other }], []).length]).toEqual([other, 2]);
  });

  it('is the same in whatever order its entries come', () => {
    const quote = { quote: aQuote({ engagement: null, visit: null }), key: 0.5 };
    const ids = (all: ReturnType<typeof clustersOf>) =>
      all.map(({ visits, engagements }) => [...visits, ...engagements].map(({ id }) => id).sort()).sort();
    expect(ids(clustersOf([undated, trip], [there], [quote]))).toEqual(
      ids(clustersOf([trip, undated], [there], [quote])),
    );
  });
});
