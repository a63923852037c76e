import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

/** The site under test. */
export const SITE = inject('site');

/** A page of a fresh context, and all that went over the wire for it. */
export interface Watched {
  page: Page;
  context: BrowserContext;
  /** In order; what the page asked for, whatever became of it. */
  requests: Request[];
  /** What the page said in its console as an error, thrown errors included. */
  errors: string[];
}

/** Opens pages for the tests of one file. */
export function useBrowser(): (options?: Parameters<Browser['newContext']>[0]) => Promise<Watched> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(() => browser.close());
  return async (options = {}) => {
    for (const old of browser.contexts()) await old.close();
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const requests: Watched['requests'] = [];
    const errors: string[] = [];
    await context.addInitScript(countShifts);
    page.on('request', (request) => requests.push(request));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    return { page, context, requests, errors };
  };
}

/** Runs in every page before its own scripts: adds up what moves without anybody having asked for it. */
function countShifts(): void {
  const own = window as unknown as { shifted: number };
  own.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) own.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Cumulative layout shift of a page and of the frames in it, once two more pictures of it have been drawn. */
export async function shiftOf(page: Page): Promise<number> {
  const shifts = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(async () => {
        for (let n = 0; n < 2; n += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
        return (window as unknown as { shifted: number }).shifted;
      }),
    ),
  );
  return shifts.reduce((sum, shift) => sum + shift, 0);
}

/** JSON of the site's API. */
export async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(SITE + path, init);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

export interface Posted {
  id: string;
  extracted: { quotes: string[]; visits: string[]; engagements: string[]; figures: string[] };
}

/** Puts a document on record. */
export const post = (document: Record<string, string>): Promise<Posted> =>
  ask<Posted>('/v1/documents', {
    method: 'POST',
    headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
    body: JSON.stringify(document),
  });

/** Takes back what only that document said. */
export const withdraw = (id: string): Promise<unknown> =>
  fetch(`${SITE}/v1/documents/${id}`, { method: 'DELETE', headers: { Authorization: 'Bearer local' } });
