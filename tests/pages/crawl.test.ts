import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { pages } from '../../src/pages/routes.tsx';
import { ask, HOST } from '../workers/ask.ts';
import { ingestSeeds } from '../workers/seeds.ts';
import { serve } from '../workers/site.ts';

/** Pages that lead nowhere else, or that a reader does not follow from page to page. */
const NOT_PAGES =
  /^\/(?:v1|feeds|embed|search|docs|openapi|oembed|data|check|subscribe|sources|corrections)\b|\.(?:png|svg|css|js|txt|xml|ics)$/;

/** Every address that links lead to from the front page. */
async function crawled(): Promise<Set<string>> {
  const get = serve(pages);
  const seen = new Set<string>(['/']);
  const open = ['/'];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const answer = await get(path);
    expect([path, answer.status]).toEqual([path, 200]);
    const html = await answer.text();
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      const url = new URL(href.replaceAll('&amp;', '&'), new URL(path, HOST));
      const next = url.pathname + url.search;
      if (url.host !== new URL(HOST).host || NOT_PAGES.test(url.pathname) || seen.has(next)) continue;
      // Months go on for ever in both directions.
      if (url.searchParams.has('month')) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

describe('the site', () => {
  it('leads by links to every published visit, engagement, quote, person, document and country', async () => {
    await ingestSeeds();
    const seen = await crawled();
    const folders = {
      visit: 'visits',
      engagement: 'engagements',
      quote: 'quotes',
      person: 'people',
      document: 'documents',
    } as const;
    const missing: string[] = [];
    for (const [noun, folder] of Object.entries(folders)) {
      const { results } = await env.DB.prepare(`SELECT id FROM ${noun} WHERE ord > 0`).all<{ id: string }>();
      expect(results.length).toBeGreaterThan(0);
      missing.push(...results.map(({ id }) => `/${folder}/${id}`).filter((path) => !seen.has(path)));
    }
    expect(missing).toEqual([]);
    const { results } = await env.DB.prepare(
      `SELECT id FROM place WHERE ord > 0 AND instr(keys, 'kind:country')`,
    ).all<{ id: string }>();
    expect(results.filter(({ id }) => !seen.has(`/countries/${id}`))).toEqual([]);
  }, 120_000);

  it('shows the sentences that say so of every visit and engagement', async () => {
    await ingestSeeds();
    const get = serve(pages);
    for (const [noun, folder] of [
      ['visit', 'visits'],
      ['engagement', 'engagements'],
    ] as const) {
      const { results } = await env.DB.prepare(`SELECT id FROM ${noun} WHERE ord > 0 LIMIT 10`).all<{
        id: string;
      }>();
      for (const { id } of results) {
        const html = await (await get(`/${folder}/${id}`)).text();
        expect([id, html.includes('The sentences that say so')]).toEqual([id, true]);
      }
    }
  });

  it('says what is wrong with a filter of a list', async () => {
    for (const path of [
      '/visits?month=2024-13',
      '/quotes?from=yesterday',
      '/documents?from=2024-02-01&to=2024-01-01',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 400]);
    expect((await ask('/countries/zz9')).status).toBe(404);
    expect((await ask('/topics/nothing')).status).toBe(404);
  });
});
