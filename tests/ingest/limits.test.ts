import { env } from 'cloudflare:test';
import { describe, it, vi } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument } from '../../src/ingest/ingest.ts';
import { CountingDatabase } from './counting.ts';
import { dense, TEXTS } from './heavy-texts.ts';

vi.setConfig({ testTimeout: 600_000 });

describe('measure', () => {
  for (const [name, make] of Object.entries(TEXTS))
    for (const size of [65_536, 262_144])
      it(`${name} ${size}`, async () => {
        const text = make(size);
        const db = new CountingDatabase(env.DB);
        let t = Date.now();
        const found = extract(text, { lang: 'en' } as never);
        const reading = Date.now() - t;
        t = Date.now();
        await ingestDocument(db.asD1, { text }, new Date('2026-03-02T08:00:00Z'), () => found);
        console.log(name, size, JSON.stringify({ ...db.counts, reading, took: Date.now() - t, quotes: found.quotes.length, visits: found.visits.length, engagements: found.engagements.length, figures: found.figures.length, people: (found as any).people?.length, foundBytes: JSON.stringify(found).length }), [...db.byStatement].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([s, n]) => `${n}x ${s}`).join(' | '));
      });
});
void dense;
describe('revisions', () => {
  it('twenty', async () => {
    const make = (r: number) => dense(120_000).replaceAll(/ ships/g, (m, at: number) => (at % 20 === r ? ' boats' : m));
    for (let r = 0; r < 6; r++) {
      const text = make(r);
      const db = new CountingDatabase(env.DB);
      let t = Date.now();
      const found = extract(text, { lang: 'en' } as never);
      const reading = Date.now() - t;
      t = Date.now();
      await ingestDocument(db.asD1, { text, url: 'https://example.org/x' }, new Date(Date.UTC(2026, 2, 2 + r)), () => found);
      console.log('revision', r, JSON.stringify({ ...db.counts, reading, took: Date.now() - t, quotes: found.quotes.length }), [...db.byStatement].sort((a, b) => b[1] - a[1]).slice(0, 4).map(([s, n]) => `${n}x ${s}`).join(' | '));
    }
  });
});
