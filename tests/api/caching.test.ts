import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { CACHE_CONTROL, CONFIRMED_MS, Isolate, REMEMBERED_MS } from '../../src/http/isolate.ts';
import { recall } from '../../src/http/recall.ts';
import { ask, costOf } from '../workers/ask.ts';
import { putOnRecord } from '../workers/record.ts';
import { ingestSeeds, seeds } from '../workers/seeds.ts';

const CACHED = [
  '/v1',
  '/v1/quotes?limit=3',
  '/v1/visits/jens-stoltenberg-us-2024-01-29',
  '/v1/people/jens-stoltenberg',
  '/v1/search?q=allies',
  '/v1/topics',
  '/v1/quotes?updated_since=2024-01-01',
  '/openapi.json',
  '/docs',
];

describe('a public answer', () => {
  it('says how long it may be kept and what it was made of, and is named by a strong tag', async () => {
    await ingestSeeds();
    for (const path of CACHED) {
      const { status, headers } = await ask(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('ETag')).toMatch(/^"[\w.]+"$/);
      expect(headers.get('Cache-Control')).toMatch(/^public, max-age=\d+, stale-while-revalidate=\d+$/);
      expect(headers.get('Cache-Tag')).toMatch(/^record\b/);
      expect(headers.get('Readout-Revision')).toMatch(/^\d+$/);
    }
  });

  it('is not sent again to whoever names its tag, weak or strong or among others', async () => {
    await ingestSeeds();
    for (const path of CACHED) {
      const tag = (await ask(path)).headers.get('ETag') ?? '';
      for (const named of [tag, `W/${tag}`, `"other", ${tag}`, `W/"other",W/${tag}`]) {
        const again = await ask(path, { headers: { 'If-None-Match': named } });
        expect([path, named, again.status]).toEqual([path, named, 304]);
        expect(again.text).toBe('');
        expect(again.headers.get('ETag')).toBe(tag);
        expect(again.headers.get('Cache-Control')).toMatch(/^public/);
        expect(again.headers.get('Content-Type')).toBeNull();
      }
      const other = await ask(path, { headers: { 'If-None-Match': '"other"' } });
      expect([path, other.status]).toEqual([path, 200]);
    }
  });

  it('has another tag once it is another answer', async () => {
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01', text: 'one' }]);
    const before = await Promise.all(
      ['/v1/quotes', '/v1/quotes/q_1', '/v1/search?q=one'].map((path) => ask(path)),
    );
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01', text: 'one more' }]);
    const after = await Promise.all(
      ['/v1/quotes', '/v1/quotes/q_1', '/v1/search?q=one'].map((path) => ask(path)),
    );
    for (const [i, { headers }] of after.entries()) {
      expect(headers.get('ETag')).not.toBe(before[i]?.headers.get('ETag'));
    }
  });

  it('of one entry keeps its tag while only others change', async () => {
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01' }]);
    const tag = (await ask('/v1/quotes/q_1')).headers.get('ETag');
    await putOnRecord('quote', [{ id: 'q_2', day: '2024-01-01' }]);
    const asked = await ask('/v1/quotes/q_1', { headers: { 'If-None-Match': tag ?? '' } });
    expect(asked.status).toBe(304);
    expect(asked.headers.get('Readout-Revision')).toBe('2');
  });

  it('costs one row when it is a list and has not changed', async () => {
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01' }]);
    const tag = (await ask('/v1/quotes')).headers.get('ETag') ?? '';
    expect(costOf(await ask('/v1/quotes', { headers: { 'If-None-Match': tag } }))).toEqual({
      trips: 1,
      rows: 1,
    });
  });
});

describe('the edge', () => {
  it('is told to ask again for whatever is made of the record, once a document was written', async () => {
    const app = createApp({ now: () => Date.UTC(2026, 0, 1), random: () => 0.5, isolate: null });
    const told: unknown[] = [];
    const waited: Promise<unknown>[] = [];
    const context = {
      waitUntil: (promise: Promise<unknown>) => waited.push(promise),
      passThroughOnException: () => {},
      props: {},
      cache: { invalidate: async (what: unknown) => told.push(what) },
    } as unknown as ExecutionContext;
    const send = (method: string, path: string, body?: unknown) =>
      app.fetch(
        new Request(`https://readout.example${path}`, {
          method,
          headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
        env,
        context,
      );
    const posted = await send('POST', '/v1/documents', seeds[0]);
    expect(posted.status).toBe(201);
    expect(told).toEqual([{ tags: ['record'] }]);
    await send('DELETE', new URL(posted.headers.get('Location') ?? '').pathname);
    await send('POST', '/v1/documents', { text: '' });
    expect(told).toHaveLength(2);
    await Promise.all(waited);
    for (const path of ['/v1', '/v1/quotes', '/v1/search?q=allies', '/docs']) {
      expect((await ask(path)).headers.get('Cache-Tag')?.split(',')).toContain('record');
    }
  });
});

describe('an isolate', () => {
  function site() {
    let at = Date.UTC(2026, 0, 1);
    const isolate = new Isolate();
    const outside = { now: () => at, random: () => 0.5, isolate };
    const app = createApp(outside);
    const remembering = { ...env, ISOLATE_CACHE: 'on' };
    const get = async (path: string, init: RequestInit = {}) => {
      const request = new Request(`https://readout.example${path}`, init);
      const response =
        recall(request, remembering, outside) ??
        (await app.fetch(request, remembering, createExecutionContext()));
      return { status: response.status, headers: response.headers, text: await response.text() };
    };
    return { get, isolate, pass: (ms: number) => (at += ms) };
  }

  it('gives an answer it gave within three seconds again, asking nothing of the database', async () => {
    const { get, pass } = site();
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01' }]);
    const first = await get('/v1/quotes');
    await env.DB.prepare('DELETE FROM quote').run();
    pass(2999);
    const second = await get('/v1/quotes');
    expect(second.text).toBe(first.text);
    expect(second.headers.get('ETag')).toBe(first.headers.get('ETag'));
    expect(costOf(second)).toEqual({ trips: 0, rows: 0 });
    pass(2);
    expect((await get('/v1/quotes')).text).toBe('{"data":[],"next":null}');
  });

  it('answers 304 from what it knows, without the database', async () => {
    const { get, pass } = site();
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01' }]);
    const list = (await get('/v1/quotes')).headers.get('ETag') ?? '';
    const entry = (await get('/v1/quotes/q_1')).headers.get('ETag') ?? '';
    const known = async (path: string, tag: string) => {
      const answer = await get(path, { headers: { 'If-None-Match': tag } });
      return { status: answer.status, ...costOf(answer) };
    };
    expect(await known('/v1/quotes', list)).toEqual({ status: 304, trips: 0, rows: 0 });
    expect(await known('/v1/quotes/q_1', entry)).toEqual({ status: 304, trips: 0, rows: 0 });
    expect(await known('/v1/quotes?speaker=ann', list)).toEqual({ status: 304, trips: 0, rows: 0 });
    expect(await known('/v1/quotes?speeker=ann', list)).toEqual({ status: 400, trips: 0, rows: 0 });
    pass(60_000);
    expect(await known('/v1/quotes', list)).toEqual({ status: 304, trips: 1, rows: 1 });
    pass(60_000);
    expect(await known('/v1/quotes/q_1', entry)).toEqual({ status: 304, trips: 1, rows: 1 });
  });

  it('gives 304 again to everybody who has the answer, and the answer to whoever has not', async () => {
    const { get, isolate, pass } = site();
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01' }]);
    const first = await get('/v1/quotes');
    const tag = first.headers.get('ETag') ?? '';
    pass(60_000);
    for (let i = 0; i < 3; i++) {
      const again = await get('/v1/quotes', { headers: { 'If-None-Match': tag } });
      expect(again.status).toBe(304);
      expect(again.text).toBe('');
      expect(again.headers.get('Content-Type')).toBeNull();
      expect(again.headers.get('ETag')).toBe(tag);
      expect(costOf(again).trips).toBe(i === 0 ? 1 : 0);
    }
    const whole = await get('/v1/quotes');
    expect([whole.status, whole.text]).toEqual([200, first.text]);
    // The 304 vouched for the answer that was held, which is given from memory.
    expect(costOf(whole).trips).toBe(0);
    expect(costOf(await get('/v1/quotes')).trips).toBe(0);
    expect((await get('/v1/quotes', { headers: { 'If-None-Match': tag } })).status).toBe(304);
    // What is known of the revision is not made younger by being told.
    pass(2000);
    isolate.forget();
    await get('/v1/quotes?limit=1');
    pass(2000);
    const told = await get('/v1/visits', { headers: { 'If-None-Match': tag } });
    expect([told.status, costOf(told).trips]).toEqual([304, 0]);
    pass(1001);
    expect(costOf(await get('/v1/visits', { headers: { 'If-None-Match': tag } })).trips).toBe(1);
  });

  it('keeps answers of different hosts, paths, queries and members apart', async () => {
    const { get } = site();
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01', keys: ['speaker:ann'] }]);
    await get('/v1/quotes');
    expect((await get('/v1/quotes?fields=id')).text).toBe('{"data":[{"id":"q_1"}],"next":null}');
    expect((await get('/v1/quotes?speaker=bob')).text).toBe('{"data":[],"next":null}');
    expect((await get('/v1/figures')).text).toBe('{"data":[],"next":null}');
  });

  it('is not led astray by headers', async () => {
    const { get } = site();
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01' }]);
    const hostile = {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      'X-Original-URL': '/v1/figures',
      'X-HTTP-Method-Override': 'DELETE',
      Accept: 'text/html',
      Range: 'bytes=0-1',
    };
    const first = await get('/v1/quotes', { headers: hostile });
    expect(first.status).toBe(200);
    expect(first.text).not.toContain('evil');
    expect((await get('/v1/quotes')).text).toBe(first.text);
  });

  it('remembers no problem, no random quote and no answer to a write', async () => {
    const { get, isolate } = site();
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01' }]);
    for (const path of ['/v1/quotes?x=y', '/v1/quotes/q_none', '/v1/quotes/random', '/healthz']) {
      await get(path);
      expect(isolate.recall(`https://readout.example${path}`, Date.UTC(2026, 0, 1))).toBeNull();
    }
  });

  it('forgets everything when a document is written through it', async () => {
    const { get } = site();
    expect((await get('/v1/quotes?limit=1')).text).toBe('{"data":[],"next":null}');
    const posted = await get('/v1/documents', {
      method: 'POST',
      headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
      body: JSON.stringify(seeds[2]),
    });
    expect(posted.status).toBe(201);
    expect(posted.headers.get('Readout-Revision')).toBe('1');
    const after = await get('/v1/quotes?limit=1');
    expect(JSON.parse(after.text).data).toHaveLength(1);
    expect(after.headers.get('Readout-Revision')).toBe('1');
  });

  it('tells the revision whatever it gives again', async () => {
    const { get } = site();
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01' }]);
    for (const path of [
      '/openapi.json',
      '/docs',
      '/v1/quotes',
      '/v1/quotes/q_1',
      '/v1',
      '/openapi.json',
      '/docs',
    ]) {
      for (let i = 0; i < 2; i++) {
        expect([path, (await get(path)).headers.get('Readout-Revision')]).toEqual([path, '1']);
      }
    }
  });

  it('drops what it kept when it learns of a newer revision', async () => {
    const { get } = site();
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-01' }]);
    await get('/v1/quotes');
    await putOnRecord('quote', [{ id: 'q_2', day: '2024-01-01' }]);
    await get('/v1/quotes?limit=1');
    expect(JSON.parse((await get('/v1/quotes')).text).data).toHaveLength(2);
  });

  const answer = (body: string) => ({
    body: new TextEncoder().encode(body),
    headers: {},
    etag: '"x"',
  });

  it('does not keep an answer of a revision that is no longer the newest', () => {
    const isolate = new Isolate();
    isolate.learn(6, 0);
    isolate.keep('https://readout.example/v1', answer('old'), 5, isolate.mark, 0);
    expect(isolate.recall('https://readout.example/v1', 0)).toBeNull();
    isolate.keep('https://readout.example/v1', answer('new'), 6, isolate.mark, 0);
    expect(isolate.recall('https://readout.example/v1', 0)).not.toBeNull();
  });

  it('does not keep an answer that was read before a write and finished after it', () => {
    const isolate = new Isolate();
    const mark = isolate.mark;
    isolate.forget();
    isolate.keep('https://readout.example/v1', answer('old'), null, mark, 0);
    expect(isolate.recall('https://readout.example/v1', 0)).toBeNull();
  });

  it('lets replicas answer that are as new as the primary was two seconds ago, and asks the primary after a write', () => {
    const isolate = new Isolate();
    expect(isolate.session(0)).toBe('first-primary');
    isolate.confirm('bookmark-1', 0);
    expect(isolate.session(2000)).toBe('bookmark-1');
    expect(isolate.session(2001)).toBe('first-primary');
    isolate.confirm('bookmark-2', 3000);
    isolate.forget();
    expect(isolate.session(3000)).toBe('first-primary');
  });

  it('adds up to ten seconds with what it tells others', () => {
    const [, kept, shown] = /max-age=(\d+), stale-while-revalidate=(\d+)/.exec(CACHE_CONTROL) ?? [];
    expect(CONFIRMED_MS + REMEMBERED_MS + (Number(kept) + Number(shown)) * 1000).toBeLessThanOrEqual(10_000);
  });

  it('keeps no more than it may', () => {
    const isolate = new Isolate();
    for (let i = 0; i < 5000; i++) {
      isolate.keep(`https://readout.example/${i}`, answer('x'.repeat(20_000)), null, isolate.mark, 0);
    }
    const kept = Array.from({ length: 5000 }, (_, i) => isolate.recall(`https://readout.example/${i}`, 0));
    expect(kept.filter((it) => it !== null).length).toBeLessThanOrEqual(800);
    expect(kept.at(-1)).not.toBeNull();
  });
});
