import { env } from 'cloudflare:test';
import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AppEnv } from '../../src/http/context.ts';
import { pages } from '../../src/pages/routes.tsx';
import type { PublicQuote } from '../../src/public/quote.ts';
import { aQuote, put } from '../workers/entries.ts';
import { HOSTILE, ORIGIN } from '../workers/site.ts';

const PNG = new Uint8Array([137, 80, 78, 71]);
let asked: Request[] = [];

/** What stands where the picture Worker stands, and notes what it is asked. */
const answering = (answer: () => Response | Promise<Response>): Partial<AppEnv['Bindings']> => ({
  PICTURES: {
    fetch: async (input: RequestInfo, init?: RequestInit) => {
      asked.push(new Request(input, init));
      return answer();
    },
  } as Fetcher,
});
const drawing = answering(() => new Response(PNG));

function get(
  path: string,
  bindings: Partial<AppEnv['Bindings']>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('outside', { now: () => Date.parse('2026-03-10T12:00:00Z'), random: () => 0.5, isolate: null });
    await next();
  });
  app.route('/', pages);
  const { PICTURES: _, ...rest } = env;
  return Promise.resolve(app.request(ORIGIN + path, { headers }, { ...rest, ...bindings }));
}
const PICTURE = '/quotes/q_000000000001.png';
const shownBy = async (bindings: Partial<AppEnv['Bindings']>) =>
  /<meta property="og:image" content="([^"]*)"/.exec(
    await (await get('/quotes/q_000000000001', bindings)).text(),
  )?.[1];

beforeEach(async () => {
  asked = [];
  await put(env.DB, 'quote', aQuote());
});

describe('the picture of a quote', () => {
  it('is drawn by the bound Worker from the public quote, and announced by the page', async () => {
    const answer = await get(PICTURE, drawing);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/png']);
    expect(answer.headers.get('Cache-Tag')).toBe('record,quote/q_000000000001');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PNG);
    expect(asked).toHaveLength(1);
    const sent = await asked[0]!.json<PublicQuote>();
    expect([asked[0]!.method, sent.text, sent.url]).toEqual([
      'POST',
      aQuote().text,
      `${ORIGIN}/quotes/q_000000000001`,
    ]);
    expect(await shownBy(drawing)).toBe(ORIGIN + PICTURE);
  });

  it('is not drawn again for whoever has it, until the quote changes', async () => {
    const etag = (await get(PICTURE, drawing)).headers.get('ETag') ?? '';
    const again = await get(PICTURE, drawing, { 'If-None-Match': etag });
    expect([again.status, again.headers.get('ETag'), asked.length]).toEqual([304, etag, 1]);
    await put(env.DB, 'quote', aQuote({ said_on: '2026-03-04' }));
    expect((await get(PICTURE, drawing, { 'If-None-Match': etag })).status).toBe(200);
  });

  it('is that of the site where nothing draws', async () => {
    const failing = [
      {},
      answering(() => new Response(null, { status: 422 })),
      answering(() => new Response('broken', { status: 500 })),
      answering(() => Promise.reject(new Error('no such Worker'))),
    ];
    for (const bindings of failing) {
      const answer = await get(PICTURE, bindings);
      expect([answer.status, answer.headers.get('Location')]).toEqual([302, `${ORIGIN}/og.png`]);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
    }
    expect(await shownBy({})).toBe(`${ORIGIN}/og.png`);
  });

  it('is that of the site, and not drawn, for a quote that was corrected or withdrawn', async () => {
    for (const status of ['corrected', 'withdrawn'] as const) {
      await put(env.DB, 'quote', aQuote({ status }));
      expect((await get(PICTURE, drawing)).headers.get('Location')).toBe(`${ORIGIN}/og.png`);
      expect(await shownBy(drawing)).toBe(`${ORIGIN}/og.png`);
    }
    expect(asked).toEqual([]);
  });

  it('answers under another id with 308, and 404 where there is no quote', async () => {
    await put(env.DB, 'quote', aQuote({ id: 'q_9', status: 'redirected' }), {
      replaced_by: 'q_000000000001',
    });
    const moved = await get('/quotes/q_9.png', drawing);
    expect([moved.status, moved.headers.get('Location')]).toEqual([308, ORIGIN + PICTURE]);
    for (const path of ['/quotes/q_no.png', '/quotes/%3Cscript%3E.png', '/quotes/.png'])
      expect([path, (await get(path, drawing)).status]).toEqual([path, 404]);
    expect(asked).toEqual([]);
  });

  it('is told to whoever cannot see it, whatever the words', async () => {
    await put(env.DB, 'quote', aQuote({ text: HOSTILE }));
    const page = await (await get('/quotes/q_000000000001', drawing)).text();
    expect(page).toMatch(/<meta property="og:image:alt" content="“[^"<>]*” — Minister Alpha[^"<>]*"\/>/);
  });
});
