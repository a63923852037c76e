import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { pages } from '../../src/pages/routes.tsx';
import { alpha, aPerson, aVisit, put } from '../workers/entries.ts';
import { serve } from '../workers/site.ts';

const get = async (path: string) => (await serve(pages)(path)).text();

describe('a person of several offices', () => {
  const roles = [
    {
      title: 'Minister of Works',
      organisation: 'Norway',
      country: null,
      from: '2024-01-01',
      to: '2025-01-01',
    },
    { title: 'Mayor', organisation: 'Oslo', country: null, from: '2010-01-01', to: '2014-01-01' },
    { title: 'Ambassador', organisation: 'Norway', country: null, from: '2025-02-01', to: null },
  ];

  it('stands under the last of them in the list, whatever order they are kept in', async () => {
    for (const kept of [roles, roles.toReversed()]) {
      await put(env.DB, 'person', aPerson({ ...alpha, roles: kept }));
      const list = await get('/people');
      expect(list).toContain('Ambassador, Norway');
      expect(list).not.toContain('Mayor');
      const page = await get(`/people/${alpha.id}`);
      const at = ['Ambassador', 'Minister of Works', 'Mayor'].map((title) => page.indexOf(`<bdi>${title}`));
      expect(at.includes(-1)).toBe(false);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    }
  });

  it('has no trip drawn over another, though they follow one another day by day', async () => {
    await put(env.DB, 'person', aPerson({ ...alpha }));
    for (const [n, country] of ['Norway', 'Democratic Republic of Examples', 'Sweden', 'Iceland'].entries()) {
      const day = `2026-03-0${n + 1}`;
      const visit = aVisit({
        id: `minister-alpha-x${n}-${day}`,
        title: `Minister Alpha in ${country}`,
        country: { id: `x${n}`, name: country },
        start: day,
        end: `2026-03-0${n + 2}`,
      });
      await put(env.DB, 'visit', visit, { day, keys: `visitor:${alpha.id} status:made` });
    }
    const page = await get(`/people/${alpha.id}`);
    const drawn = [...page.matchAll(/<rect class="bar[^"]*" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g)];
    expect(drawn).toHaveLength(4);
    const bars = drawn.map(([, x, y, width]) => ({
      x: Number(x),
      y: Number(y),
      until: Number(x) + Number(width),
    }));
    for (const [n, bar] of bars.entries())
      for (const other of bars.slice(n + 1))
        expect(bar.y !== other.y || bar.until <= other.x || other.until <= bar.x).toBe(true);
  });
});
