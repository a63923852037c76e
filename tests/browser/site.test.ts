import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { everyPage, type Kind, PAGES } from './addresses.ts';
import { LOOKS, violationsOf } from './axe.ts';
import { SITE, shiftsOf, useBrowser } from './pages.ts';

const open = useBrowser();

let paths: Record<Kind, string>;
beforeAll(async () => {
  paths = await everyPage();
});

describe.each(PAGES)('the page: %s', (kind) => {
  it('has nothing for axe to find, light or dark, moves nothing, and asks nobody else', async () => {
    const { page, context, requests, errors, settled } = await open({
      viewport: { width: 1280, height: 900 },
    });
    const answer = await page.goto(SITE + paths[kind]);
    await settled();
    expect(answer?.status()).toBe(kind === 'nothing' ? 404 : 200);
    expect(await shiftsOf(page)).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
    expect(errors.filter((error) => !/^Failed to load resource.*404/.test(error))).toEqual([]);
    expect(requests.map((request) => new URL(request.url()).origin).filter((at) => at !== SITE)).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await violationsOf(page, LOOKS)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  it('weighs no more than 60 kB on the wire with all it needs, and has its say without scripts', async () => {
    const { page, settled } = await open({
      javaScriptEnabled: false,
      // Four times the size on a screen of 1280 by 1024 pixels.
      viewport: { width: 320, height: 256 },
    });
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => bodies.push(response.body()));
    await page.goto(SITE + paths[kind]);
    await settled();
    const weight = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(weight).toBeLessThanOrEqual(60_000);
    expect(await page.locator('main').innerText()).toMatch(/\w{3}/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
