import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BrowserContextOptions, chromium } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startTrial } from './trial.ts';

/** `npm run screenshots`: pictures of the site with the documents of the corpus, for the README and docs/. */
const FOLDER = 'docs/pictures';

const trial = await startTrial(new Date('2026-11-20T08:00:00Z'));
await trial.scheduled(new Date('2026-11-21T06:05:00Z'));
const server = await launchBrowser();
const browser = await chromium.connect(server.wsEndpoint());
const host = createServer(async (_, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(await article());
});
await new Promise<void>((listening) => host.listen(0, 'localhost', listening));

interface Entry {
  id: string;
  text: string;
  sources: unknown[];
}
const ask = async <T>(path: string): Promise<T> => (await (await fetch(trial.origin + path)).json()) as T;
const { data: visits } = await ask<{ data: Entry[] }>('/v1/visits?limit=1');
const { data: quotes } = await ask<{ data: Entry[] }>('/v1/quotes?min_sources=2&limit=100');
const visit = visits[0]!;
/** One that is printed by several, long enough to look at. */
const quote = quotes.find(({ text }) => text.length > 60 && text.length < 160) ?? quotes[0]!;

const WIDE = { viewport: { width: 1100, height: 820 } };
const PHONE = { viewport: { width: 390, height: 820 }, deviceScaleFactor: 2 };
const misquoted = new URLSearchParams({ text: quote.text.replace(/^(\S+ \S+)/, '$1 certainly') });
const pictures: [name: string, address: string, options: BrowserContextOptions][] = [
  ['home', '/', WIDE],
  ['home-phone', '/', PHONE],
  ['home-dark', '/', { ...WIDE, colorScheme: 'dark' }],
  ['visit', `/visits/${visit.id}`, WIDE],
  ['quote', `/quotes/${quote.id}`, WIDE],
  ['check', `/check?${misquoted}`, WIDE],
  ['digest', '/digests/2026-11-21', WIDE],
  ['subscribe', '/subscribe', WIDE],
  ['builder', `/embed?quote=${quote.id}`, WIDE],
  ['embed', `http://localhost:${(host.address() as AddressInfo).port}/`, WIDE],
];

mkdirSync(FOLDER, { recursive: true });
try {
  for (const [name, address, options] of pictures) {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    await page.goto(new URL(address, trial.origin).href, { waitUntil: 'networkidle' });
    await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' });
    await context.close();
    console.log(`${FOLDER}/${name}.png`);
  }
} finally {
  await browser.close();
  await server.close();
  host.close();
  await trial.stop();
}

/** Somebody else's page, with a quote and a visit in it as the builder hands them out. */
async function article(): Promise<string> {
  const snippet = async (query: string) =>
    (
      /<pre class="copy"[^>]*>([\s\S]*?)<\/pre>/.exec(
        await (await fetch(`${trial.origin}/embed?${query}`)).text(),
      )?.[1] ?? ''
    )
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:18px/1.6 serif;max-width:40rem;margin:3rem auto;padding:0 1rem;background:#fff;color:#222}
readout-quote,readout-visit{margin:1.5rem 0}</style>
<h1>An article on somebody else’s site</h1>
<p>The words below are part of this page: they stand here even where scripts are off or the record is out of reach.</p>
${await snippet(`quote=${quote.id}`)}
<p>A visit, day by day, placed the same way.</p>
${await snippet(`visit=${visit.id}`)}
<p>What stands after them never moves.</p></html>`;
}
