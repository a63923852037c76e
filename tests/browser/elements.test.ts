import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { article, useForeignSite } from './foreign-site.ts';
import { ask, SITE, shiftOf, useBrowser } from './pages.ts';
import { snippetOf } from './snippets.ts';

const open = useBrowser();
const show = useForeignSite();

let ids: string[] = [];
let visit = '';
beforeAll(async () => {
  const { data } = await ask<{ data: { id: string; speaker: { id: string } }[] }>('/v1/quotes?limit=40');
  ids = data.map(({ id }) => id);
  visit = (await ask<{ data: { id: string }[] }>('/v1/visits?limit=1')).data[0]!.id;
});

const SCRIPT = `<script type="module" src="${SITE}/embed/v1.js" referrerpolicy="no-referrer"></script>`;
/** Only what the host's own page and our origin need. */
const STRICT = `default-src 'none'; script-src ${SITE}; connect-src ${SITE}; img-src data:`;

const kinds = () => ({
  quote: { path: `quote=${ids[0]}`, tag: 'readout-quote' },
  visit: { path: `visit=${visit}`, tag: 'readout-visit' },
});

describe('the script', () => {
  it('weighs no more than 4 kB, may be loaded from anywhere, and is asked for again only to see if it changed', async () => {
    const answer = await fetch(`${SITE}/embed/v1.js`);
    expect(gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).length).toBeLessThanOrEqual(4000);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Content-Type')).toMatch(/javascript/);
    expect(answer.headers.get('Cache-Control')).toMatch(/max-age=\d{4,}.*stale-while-revalidate/);
    const again = await fetch(`${SITE}/embed/v1.js`, {
      headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' },
    });
    expect(again.status).toBe(304);
  });
});

describe.each(['quote', 'visit'] as const)('a %s as the builder hands it out', (kind) => {
  it.each([
    ['on any page', {}],
    ['under a strict policy that allows our origin', { 'Content-Security-Policy': STRICT }],
  ])('moves nothing and asks only us, once, for script and record, %s', async (_, headers) => {
    const { path, tag } = kinds()[kind];
    const { page, context, requests, errors } = await open();
    await page.goto(show({ html: article(await snippetOf(path, 'element')), headers }));
    await page.locator(`${tag} [part~=card]`).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await shiftOf(page)).toBe(0);
    expect(errors).toEqual([]);
    const [host, ...ours] = requests;
    expect(host?.resourceType()).toBe('document');
    expect(ours.map((request) => request.resourceType())).toEqual(['script', 'fetch']);
    for (const request of ours) {
      expect(request.url().startsWith(`${SITE}/`)).toBe(true);
      const { referer = '', cookie = '' } = await request.allHeaders();
      expect([referer, cookie]).toEqual(['', '']);
    }
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
});

describe('a page with twenty quotes', () => {
  it('asks for all of them together', async () => {
    const twenty = Array.from({ length: 20 }, (_, n) => ids[n % ids.length]!);
    const quotes = twenty.map(
      (id) => `<readout-quote quote="${id}"><blockquote>${id}<p>…</p></blockquote></readout-quote>`,
    );
    const { page, requests } = await open();
    await page.goto(show({ html: article(quotes.join('\n') + SCRIPT + SCRIPT) }));
    await page.locator('readout-quote [part~=card]').nth(19).waitFor();
    await page.waitForLoadState('networkidle');
    const asked = requests.filter((request) => request.resourceType() === 'fetch');
    expect(asked.map((request) => new URL(request.url()).pathname)).toEqual(['/v1/quotes']);
    expect(await page.locator('readout-quote [part~=words]').allTextContents()).toHaveLength(20);
    expect(await shiftOf(page)).toBe(0);
  });
});
