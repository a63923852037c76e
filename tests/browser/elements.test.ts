import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from './axe.ts';
import { article, useForeignSite } from './foreign-site.ts';
import { ask, SITE, shiftsOf, useBrowser, type Watched } from './pages.ts';
import { snippetOf } from './snippets.ts';

const open = useBrowser();
const show = useForeignSite();

let ids: string[] = [];
let visit = '';
beforeAll(async () => {
  const { data } = await ask<{ data: { id: string }[] }>('/v1/quotes?limit=40');
  ids = data.map(({ id }) => id);
  visit = (await ask<{ data: { id: string }[] }>('/v1/visits?limit=1')).data[0]!.id;
});

const SCRIPT = `<script type="module" src="${SITE}/embed/v1.js" referrerpolicy="no-referrer"></script>`;
/** Only what our origin needs: no inline script or style, nobody else. */
const STRICT = `default-src 'none'; script-src ${SITE}; connect-src ${SITE}; img-src data:`;
/** Each element as it is pasted, with its name. */
const pasted = {
  'readout-quote': () => snippetOf(`quote=${ids[0]}`, 'element'),
  'readout-visit': () => snippetOf(`visit=${visit}`, 'element'),
  'readout-latest': () => snippetOf('speaker=jens-stoltenberg', 'element'),
};
const tags = Object.keys(pasted) as (keyof typeof pasted)[];

const ready = (page: Page, tag: string) => page.locator(`${tag} [part~=card]`).first().waitFor();

/** All that was asked for besides the page itself. */
const afterwards = ({ requests }: Watched) => requests.slice(1).map((request) => request.resourceType());

describe('the script', () => {
  it('weighs no more than 4 kB, may be loaded from anywhere, and is asked for again only to see if it changed', async () => {
    const answer = await fetch(`${SITE}/embed/v1.js`);
    expect(gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).length).toBeLessThanOrEqual(4000);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(answer.headers.get('Content-Type')).toMatch(/javascript/);
    expect(answer.headers.get('Cache-Control')).toMatch(/max-age=\d{4,}.*stale-while-revalidate/);
    expect(answer.headers.get('Cache-Tag')).toBe('embed');
    const tag = answer.headers.get('ETag') ?? '';
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await fetch(`${SITE}/embed/v1.js`, { headers: { 'If-None-Match': known } });
      expect([known, again.status, again.headers.get('ETag')]).toEqual([known, 304, tag]);
    }
  });
});

describe.each(tags)('%s', (tag) => {
  it.each([
    ['on any page', {}],
    ['under a strict policy that allows our origin', { 'Content-Security-Policy': STRICT }],
  ])('moves nothing and asks only us, once each for script and record, %s', async (_, headers) => {
    const watched = await open();
    const { page, context, requests, errors, settled } = watched;
    await page.goto(show({ html: article(await pasted[tag]()), headers }));
    await ready(page, tag);
    await settled();
    expect(await shiftsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
    expect(afterwards(watched)).toEqual(['script', 'fetch']);
    for (const request of requests.slice(1)) {
      expect(request.url().startsWith(`${SITE}/`)).toBe(true);
      const { referer = '', cookie = '' } = await request.allHeaders();
      expect([referer, cookie]).toEqual(['', '']);
    }
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

  it('leaves what stands between its tags where scripts are off', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(show({ html: article(await pasted[tag]()) }));
    expect(await page.locator(`${tag} blockquote p`).first().isVisible()).toBe(true);
  });

  it.each([
    [
      'answers with an error',
      (page: Page) => page.route('**/v1/**', (route) => route.fulfill({ status: 503 })),
    ],
    [
      'answers nonsense',
      (page: Page) => page.route('**/v1/**', (route) => route.fulfill({ body: '<html>' })),
    ],
    ['does not answer', (page: Page) => page.route('**/v1/**', (route) => route.abort('connectionrefused'))],
    ['is gone with its script', (page: Page) => page.route(`${SITE}/**`, (route) => route.abort())],
  ])('leaves what stands between its tags where the record %s', async (_, fail) => {
    const { page, errors, settled } = await open();
    await fail(page);
    await page.goto(show({ html: article(await pasted[tag]()) }));
    await settled();
    expect(await page.locator(`${tag} blockquote p`).first().isVisible()).toBe(true);
    expect(await page.locator(`${tag} [part~=card]`).filter({ visible: true }).count()).toBe(0);
    expect(await shiftsOf(page)).toEqual([]);
    // The browser tells of requests that fail; nothing else may go wrong.
    expect(errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([]);
  });

  it('shows what stands between its tags until a slow record answers, and moves nothing then', async () => {
    const { page } = await open();
    let answer = () => {};
    const held = new Promise<void>((release) => {
      answer = release;
    });
    await page.route('**/v1/**', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/v1/**');
    await page.goto(show({ html: article(await pasted[tag]()) }));
    await asked;
    expect(await page.locator(`${tag} blockquote p`).first().isVisible()).toBe(true);
    answer();
    await ready(page, tag);
    expect(await page.locator(`${tag} > blockquote p`).first().isVisible()).toBe(false);
    expect(await shiftsOf(page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'has nothing for axe to find, where readers have it %s',
    async (colorScheme) => {
      const { page } = await open({ colorScheme });
      await page.goto(show({ html: article(await pasted[tag]()) }));
      await ready(page, tag);
      expect(await violationsOf(page)).toEqual([]);
    },
  );

  it('reads from the right where its page does, and prints whole', async () => {
    const { page } = await open();
    await page.goto(
      show({ html: article(await pasted[tag]()).replace('<html lang="en"', '<html lang="en" dir="rtl"') }),
    );
    await ready(page, tag);
    const card = page.locator(`${tag} [part~=card]`);
    const style = () =>
      card.evaluate((node) => {
        const { borderRightWidth, position, overflowY } = getComputedStyle(node);
        return { borderRightWidth, position, overflowY };
      });
    expect(await style()).toMatchObject({ borderRightWidth: '3px', position: 'absolute' });
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await style()).toMatchObject({ position: 'static', overflowY: 'visible' });
    expect(await card.getByRole('button').filter({ visible: true }).count()).toBe(0);
  });
});

describe('a page with many elements', () => {
  it('asks for all quotes together, and once though the script is there twice', async () => {
    const twenty = Array.from({ length: 20 }, (_, n) => ids[n % ids.length]!);
    const quotes = twenty.map(
      (id) => `<readout-quote quote="${id}"><blockquote>${id}<p>…</p></blockquote></readout-quote>`,
    );
    const watched = await open();
    const { page, requests, settled } = watched;
    const again = SCRIPT.replace('v1.js', 'v1.js?again');
    await page.goto(show({ html: article(quotes.join('\n') + SCRIPT + again) }));
    await page.locator('readout-quote [part~=card]').nth(19).waitFor();
    await settled();
    expect(afterwards(watched)).toEqual(['script', 'script', 'fetch']);
    const [asked] = requests.filter((request) => request.resourceType() === 'fetch');
    expect(new URL(asked!.url()).searchParams.get('id')?.split(',')).toEqual([...new Set(twenty)]);
    expect(await page.locator('readout-quote [part~=words]').count()).toBe(20);
    expect(await shiftsOf(page)).toEqual([]);
  });

  it('shows the good ones though another has an id that never was', async () => {
    const { page, settled } = await open();
    const one = (id: string) =>
      `<readout-quote quote="${id}"><blockquote>What was pasted<p>…</p></blockquote></readout-quote>`;
    await page.goto(
      show({ html: article([one('nonsense&limit=1'), one('q_none'), one(ids[0]!), SCRIPT].join('')) }),
    );
    await page.locator('readout-quote >> nth=2').locator('[part~=card]').waitFor();
    await settled();
    for (const n of [0, 1])
      expect(await page.locator('readout-quote').nth(n).getByText('What was pasted').isVisible()).toBe(true);
  });
});

describe('a page that makes itself anew', () => {
  it('may move, change and take away elements at any time', async () => {
    const { page, requests, errors } = await open();
    await page.goto(show({ html: article(`<div id="a"></div><div id="b"></div>${SCRIPT}`) }));
    await page.evaluate((id) => {
      const element = document.createElement('readout-quote');
      element.innerHTML = '<blockquote>What was pasted<p>…</p></blockquote>';
      element.setAttribute('quote', id);
      document.querySelector('#a')?.append(element);
    }, ids[0]!);
    await ready(page, 'readout-quote');
    const words = page.locator('readout-quote [part~=words]');
    const first = await words.textContent();
    await page.evaluate(() => {
      document.querySelector('#b')?.append(document.querySelector('readout-quote')!);
    });
    expect(await words.textContent()).toBe(first);
    expect(requests.filter((request) => request.resourceType() === 'fetch')).toHaveLength(1);
    await page.evaluate((id) => document.querySelector('readout-quote')?.setAttribute('quote', id), ids[1]!);
    await page.waitForFunction(
      (first) =>
        document.querySelector('readout-quote')?.shadowRoot?.querySelector('[part~=words]')?.textContent !==
        first,
      first,
    );
    // One that is not there shows what stands between the tags, never the card of the one before.
    await page.evaluate(() => document.querySelector('readout-quote')!.setAttribute('quote', 'q_gone'));
    expect(await words.count()).toBe(0);
    expect(await page.locator('readout-quote blockquote').isVisible()).toBe(true);
    await page.evaluate(() => document.querySelector('readout-quote')!.remove());
    expect(errors).toEqual([]);
  });
});
