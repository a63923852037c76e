import { beforeAll, describe, expect, it } from 'vitest';
import { everyPage, type Kind } from './addresses.ts';
import { article, useForeignSite } from './foreign-site.ts';
import { SITE, shiftsOf, useBrowser } from './pages.ts';
import { snippetOf } from './snippets.ts';

const open = useBrowser();
const show = useForeignSite();

let pages: Record<Kind, string>;
beforeAll(async () => {
  pages = await everyPage();
});
const idOf = (kind: Kind) => pages[kind].split('/').at(-1)!;

/** What a host may write to have a frame as high as its content. */
const LISTENER = `<script>addEventListener('message', ({ data, source }) => {
  if (data?.readout !== 1) return;
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentWindow === source) frame.height = data.height;
})</script>`;

describe.each([
  ['quote', 'a quote'],
  ['visit', 'a visit'],
] as const)('the frame of a %s', (noun, name) => {
  it('moves nothing, asks only us, and sends nobody here or there', async () => {
    const { page, context, requests, errors, settled } = await open();
    await page.goto(show({ html: article(await snippetOf(`${noun}=${idOf(name)}`, 'frame')) }));
    await settled();
    expect(await shiftsOf(page)).toEqual([]);
    expect(errors).toEqual([]);
    expect(requests.slice(1).map((request) => request.resourceType())).toEqual(['document', 'script']);
    for (const request of requests.slice(1)) {
      expect(request.url().startsWith(`${SITE}/embed/`)).toBe(true);
      const { referer = '', cookie = '' } = await request.allHeaders();
      expect([referer, cookie]).toEqual(['', '']);
    }
    expect(await context.cookies()).toEqual([]);
    const main = page.frameLocator('iframe').locator('main');
    expect(await main.evaluate((node) => getComputedStyle(node).paddingTop)).toBe('16px');
  });

  it('stays as high as it is unless its host listens; then it is as high as what it holds', async () => {
    const { page, settled } = await open();
    const frame = await snippetOf(`${noun}=${idOf(name)}`, 'frame');
    const given = Number(/ height="(\d+)"/.exec(frame)?.[1]);
    await page.goto(show({ html: article(frame) }));
    await settled();
    const height = () => page.locator('iframe').evaluate((node) => (node as HTMLElement).offsetHeight);
    expect(await height()).toBe(given);
    await page.goto(show({ html: article(frame, LISTENER) }));
    await settled();
    const content = await page
      .frameLocator('iframe')
      .locator('main')
      .evaluate((node) => (node as HTMLElement).offsetHeight);
    await page.waitForFunction(
      (content) => document.querySelector('iframe')?.offsetHeight === content,
      content,
    );
    const room = await page.frames()[1]!.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(room).toBe(0);
  });

  it.each([
    ['application/json+oembed', (text: string) => (JSON.parse(text) as { html: string }).html],
    [
      'text/xml+oembed',
      (text: string) =>
        (/<html>([^<]*)<\/html>/.exec(text)?.[1] ?? '').replace(/&#(\d+);/g, (_, code) =>
          String.fromCharCode(Number(code)),
        ),
    ],
  ] as const)('is what consumers of %s find on the page and show', async (type, read) => {
    const { page, settled } = await open();
    await page.goto(SITE + pages[name]);
    const href = await page.locator(`link[rel=alternate][type="${type}"]`).getAttribute('href');
    const html = read(await (await fetch(`${href}&maxwidth=400`)).text());
    await page.goto(show({ html: article(html) }));
    await settled();
    expect(await page.frameLocator('iframe').locator('main').innerText()).toMatch(/Readout/);
    expect(await page.locator('iframe').evaluate((node) => (node as HTMLElement).offsetWidth)).toBe(400);
  });
});

describe('a frame of anything else', () => {
  it('stays empty', async () => {
    const { page, settled } = await open();
    const others = Object.entries(pages).filter(([name]) => !name.startsWith('the frame'));
    const frames = others.map(([, path]) => `<iframe src="${SITE}${path}" title="x"></iframe>`).join('');
    await page.goto(show({ html: article(frames) }));
    await settled();
    const shown = page
      .frames()
      .slice(1)
      .map((frame) => frame.url())
      .filter((url) => url.startsWith(SITE));
    expect(shown).toEqual([]);
    expect(page.frames()).toHaveLength(others.length + 1);
  });
});
