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
  /** Once every request has come to an end and none has followed. */
  settled: () => Promise<void>;
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
    await context.addInitScript(noteShifts);
    const pending = new Set<Request>();
    page.on('request', (request) => {
      requests.push(request);
      pending.add(request);
    });
    page.on('requestfinished', (request) => pending.delete(request));
    page.on('requestfailed', (request) => pending.delete(request));
    // The body of a bad answer is read by nobody, so the browser leaves it unfinished.
    page.on('response', (response) => !response.ok() && pending.delete(response.request()));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    const settled = async () => {
      for (let asked = -1; pending.size > 0 || asked !== requests.length; ) {
        asked = requests.length;
        await new Promise((soon) => setTimeout(soon, 50));
      }
    };
    return { page, context, requests, errors, settled };
  };
}

/** Runs in every page before its own scripts: notes what moves without anybody having asked for it. */
function noteShifts(): void {
  const own = window as unknown as { shifts: string[] };
  own.shifts = [];
  interface Shift extends PerformanceEntry {
    value: number;
    hadRecentInput: boolean;
    sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      const moved = sources.map(
        ({ node, previousRect, currentRect }) =>
          `${node?.nodeName} ${JSON.stringify(previousRect)} -> ${JSON.stringify(currentRect)}`,
      );
      if (!hadRecentInput) own.shifts.push(`${location.pathname} ${value}: ${moved.join('; ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What moved so far on a page and in the frames in it, each with by how much and from where to where. */
export async function shiftsOf(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    for (let n = 0; n < 2; n += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
  // Frames out of sight are not drawn.
  const shifts = page
    .frames()
    .map((frame) => frame.evaluate(() => (window as unknown as { shifts?: string[] }).shifts ?? []));
  return (await Promise.all(shifts)).flat();
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
