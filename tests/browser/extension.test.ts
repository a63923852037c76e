import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../../src/cli/extension.ts';
import { SITE, useBrowser } from './pages.ts';

const open = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'readout-extension-'));

/**
 * Stands for the browser's interface: the browser that npm brings has no extensions. What is put into the page is taken
 * there as its text alone, as the browser does, so that it cannot lean on what stands around it.
 */
const STAND_IN = `
  const heard = { addListener() {} };
  globalThis.chrome = {
    runtime: { onInstalled: { addListener: (listener) => listener() } },
    action: { onClicked: heard },
    contextMenus: { create: (item) => { globalThis.menu = item; }, onClicked: heard },
    scripting: {
      executeScript: async ({ func, args = [] }) => [{ result: (0, eval)('(' + func + ')')(...args) }],
    },
  };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: 'open' }); };`;

describe('the web extension', () => {
  beforeAll(() => buildExtension(SITE, folder));

  async function check(selected: string) {
    const { page, requests } = await open({ bypassCSP: true });
    await page.goto(`${SITE}/about`);
    await page.evaluate(STAND_IN);
    await page.evaluate(readFileSync(join(folder, 'background.js'), 'utf8'));
    const told = await page.evaluate(async (text) => {
      const place = document.createElement('p');
      place.textContent = text;
      document.body.append(place);
      getSelection()?.selectAllChildren(place);
      await (globalThis as unknown as { checkTab(tab: object): Promise<void> }).checkTab({ id: 1 });
      const root = document.getElementById('readout-panel')?.shadowRoot;
      const all = (selector: string) =>
        [...(root?.querySelectorAll(selector) ?? [])].map((it) => it.textContent ?? '');
      return {
        titles: all('h2'),
        lines: all('p'),
        links: all('a'),
        width: root?.querySelector('section')?.clientWidth ?? 0,
      };
    }, selected);
    return {
      ...told,
      asked: requests.filter((it) => it.url().includes('/v1/')).map((it) => `${it.method()} ${it.url()}`),
    };
  }

  it('asks for no more than it needs', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      manifest_version: 3,
      permissions: ['activeTab', 'contextMenus', 'scripting'],
      host_permissions: [`${SITE}/*`],
    });
    expect([...readFileSync(join(folder, 'icon.png')).subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  it('shows of a selection with quotations what is said of each, asked by POST alone', async () => {
    const { titles, lines, links, asked, width } = await check(
      '“NATO is not a good deal for the United States,” said Jens Stoltenberg. “Trees should be planted on every roof in town,” said Mayor Rosa Nobody.',
    );
    expect(titles).toEqual(['Not in these words', 'Not on record']);
    expect(lines.some((line) => line.startsWith('On record: “NATO is a good deal'))).toBe(true);
    expect(links.length).toBe(1);
    expect(width).toBeGreaterThan(200);
    expect(asked.every((it) => it.startsWith('POST ') && !it.includes('NATO'))).toBe(true);
  });

  it('asks about bare words as they are, and takes nothing selected for markup', async () => {
    expect((await check('NATO is a good deal for the United States')).titles).toEqual(['Word for word']);
    const evil = await check('<img src=x onerror=document.title=1> words that nobody ever said anywhere');
    expect(evil.titles).toEqual(['Not on record']);
  });

  it('says what is missing where nothing is selected', async () => {
    expect((await check(' ')).lines).toEqual(['Select the words first.']);
  });
});

describe('the bookmark', () => {
  it('sends what is selected by POST, and the page answers about words without marks too', async () => {
    const { page, context } = await open({ bypassCSP: true });
    await page.goto(`${SITE}/check`);
    const href = await page.locator('a:text("Check with Readout")').getAttribute('href');
    const opened = context.waitForEvent('page');
    await page.evaluate(() => {
      const place = document.createElement('p');
      place.textContent = 'NATO is a good deal for the United States';
      document.body.append(place);
      getSelection()?.selectAllChildren(place);
    });
    await page.evaluate(decodeURIComponent((href ?? '').slice('javascript:'.length)));
    const answer = await opened;
    await answer.waitForLoadState();
    expect(answer.url()).toBe(`${SITE}/check`);
    expect(await answer.locator('.verdict h2').first().textContent()).toBe('Word for word');
  });
});
