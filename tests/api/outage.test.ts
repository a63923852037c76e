import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Intake, Newsroom } from '../../src/env.ts';
import { Isolate, LASTING_MS } from '../../src/http/isolate.ts';
import { answer } from '../../src/sources/answers.ts';
import { type Fault, faultyDatabase, MESSAGES } from '../workers/faulty-database.ts';
import { ingestSeeds } from '../workers/seeds.ts';

const ORIGIN = 'https://readout.example';

/** The site on a database that may fail, with a clock that stands where it is put. */
function siteOn(
  faultOf: (sql: string) => Fault,
  isolate: Isolate | null = null,
  more: { NEWSROOM?: Newsroom } = {},
) {
  const clock = { now: Date.parse('2026-03-10T12:00:00Z') };
  const app = createApp({ now: () => clock.now, random: () => 0, isolate });
  const { ISOLATE_CACHE: _, ...bound } = env;
  const DB = faultyDatabase(env.DB, faultOf);
  const bindings = { ...bound, ...more, DB, INTAKE: intakeOn(DB, () => clock.now) };
  const ask = async (path: string, init: RequestInit = {}) =>
    app.request(`${ORIGIN}${path}`, init, bindings, createExecutionContext());
  return { ask, clock };
}

/** The Worker beside it, on the same database. */
const intakeOn = (db: D1Database, clock: () => number) =>
  ({
    answer: (name: string, input: unknown, { agent, loopback }, read) =>
      answer(name, input, {
        db,
        read,
        now: new Date(clock()),
        clock,
        agent,
        reach: { loopback },
        fetch: () => Promise.reject(new Error('nothing is fetched here')),
        resolve: () => Promise.resolve([]),
        wait: () => Promise.resolve(),
      }),
  }) satisfies Pick<Intake, 'answer'> as unknown as Intake;

const down = (message: string) => (): Fault => ({ message, when: 'before' });

const API = [
  '/v1',
  '/v1/quotes',
  '/v1/quotes/random',
  '/v1/quotes/q_000000000000',
  '/v1/visits',
  '/v1/people',
].concat(
  ['/v1/places', '/v1/topics', '/v1/engagements', '/v1/figures', '/v1/documents', '/v1/digests'],
  ['/v1/digests/latest', '/v1/search?q=bridge', '/healthz'],
  ['/v1/quotes?updated_since=2020-01-01T00:00:00Z', '/v1/visits/jane-example-no-2026-03-02'],
);
const FEEDS = ['digest', 'quotes', 'visits'].flatMap((noun) =>
  ['xml', 'atom', 'json'].map((format) => `/feeds/${noun}.${format}`),
);
const PAGES = [
  '/',
  '/quotes/q_000000000000',
  '/visits/jane-example-no-2026-03-02',
  '/people/jane-example',
].concat(['/documents', '/digests', '/search?q=bridge', '/sitemap.xml']);
const FRAMES = ['/embed/quotes/q_000000000000', '/embed/visits/jane-example-no-2026-03-02'];
const OTHERS = ['/oembed?url=https://readout.example/quotes/q_000000000000', '/feeds/visits.ics'];

describe('while the database fails', () => {
  it('every address of programs is answered 503 with a problem that says when to come back', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { ask } = siteOn(down('D1_ERROR: database is locked: SQLITE_BUSY; secret'));
    for (const path of [...API, ...FEEDS, ...OTHERS]) {
      const response = await ask(path);
      const { headers } = response;
      expect([path, response.status, headers.get('Retry-After')]).toEqual([path, 503, '10']);
      expect([path, headers.get('Content-Type')]).toEqual([path, 'application/problem+json']);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(await response.text()).not.toMatch(/secret|mistake/);
    }
  });

  it('every page and frame is answered 503 with a page', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { ask } = siteOn(down('D1_ERROR: database is locked: SQLITE_BUSY; secret'));
    for (const path of [...PAGES, ...FRAMES]) {
      const response = await ask(path, { headers: { Accept: 'text/html' } });
      const { headers } = response;
      expect([path, response.status, headers.get('Retry-After')]).toEqual([path, 503, '10']);
      expect([path, headers.get('Content-Type')]).toEqual([path, 'text/html; charset=utf-8']);
      const text = await response.text();
      expect(text).toContain('does not answer');
      expect(text).not.toMatch(/secret|mistake/);
    }
  });

  it('so it is where words are verified, by a Worker with the same database', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const NEWSROOM = { verify: () => Promise.reject(new Error(MESSAGES.down[0]!)) } as unknown as Newsroom;
    const { ask } = siteOn(down(MESSAGES.down[0]!), null, { NEWSROOM });
    for (const path of ['/v1/verify?text=we+will+build+the+bridge', '/check?text=we+will+build+the+bridge']) {
      const { status, headers } = await ask(path);
      expect([path, status, headers.get('Retry-After')]).toEqual([path, 503, '10']);
    }
  });

  it('that is so whatever the database says', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    for (const message of Object.values(MESSAGES).flat()) {
      const { ask } = siteOn(down(message));
      for (const path of ['/v1/quotes', '/', '/feeds/quotes.xml', '/healthz'])
        expect([message, path, (await ask(path)).status]).toEqual([message, path, 503]);
    }
  });

  it('what needs no database is answered as ever', async () => {
    const { ask } = siteOn(down(MESSAGES.down[0]!));
    expect((await ask('/robots.txt/nothing-is-here')).status).toBe(404);
    expect((await ask('/v1/quotes?colour=red')).status).toBe(400);
    expect((await ask('/openapi.json')).status).toBe(200);
  });

  it('posting and withdrawing are answered 503, and nothing is kept', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { ask } = siteOn(down(MESSAGES.down[0]!));
    const headers = { Authorization: 'Bearer local', 'Content-Type': 'application/json' };
    const body = JSON.stringify({ text: '“We will build it,” said Minister Jane Example.' });
    const posted = await ask('/v1/documents', { method: 'POST', headers, body });
    expect([posted.status, posted.headers.get('Retry-After')]).toEqual([503, '10']);
    const withdrawn = await ask('/v1/documents/d_000000000000', { method: 'DELETE', headers });
    expect([withdrawn.status, withdrawn.headers.get('Retry-After')]).toEqual([503, '10']);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM document_revision').first('n')).toBe(0);
  });

  it('the last good answer is given with its age, until it is too old', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await ingestSeeds();
    let fails = false;
    const { ask, clock } = siteOn(
      () => (fails ? { message: MESSAGES.down[0]!, when: 'before' } : null),
      new Isolate(),
    );
    for (const path of ['/v1/quotes', '/', '/feeds/quotes.xml']) {
      fails = false;
      const good = await ask(path);
      const body = await good.text();
      clock.now += 120_000;
      fails = true;
      const old = await ask(path);
      expect(old.status).toBe(200);
      expect(await old.text()).toBe(body);
      expect(old.headers.get('Age')).toBe('120');
      expect(old.headers.get('Warning')).toContain('111');
      const same = await ask(path, { headers: { 'If-None-Match': good.headers.get('ETag') ?? '' } });
      expect(same.status).toBe(304);
      clock.now += LASTING_MS;
      expect((await ask(path)).status).toBe(503);
    }
  });
});

describe('a write that got no answer', () => {
  const text = '“We will build it,” said Minister Jane Example.';
  const post = (site: ReturnType<typeof siteOn>, key?: string) =>
    site.ask('/v1/documents', {
      method: 'POST',
      headers: {
        Authorization: 'Bearer local',
        'Content-Type': 'application/json',
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      body: JSON.stringify({ text }),
    });

  it.each(['before', 'after'] as const)('is written once, if it was lost %s it was done', async (when) => {
    let left = 2;
    const site = siteOn((sql) =>
      sql.includes('write_guard') && left-- > 0 ? { message: MESSAGES.passing[0]!, when } : null,
    );
    const response = await post(site, 'once');
    expect(response.status).toBe(201);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM document WHERE ord > 0').first('n')).toBe(1);
    expect(await env.DB.prepare(`SELECT value FROM counter WHERE name = 'revision'`).first('value')).toBe(1);
    expect((await post(site)).status).toBe(200);
  });

  it('is tried no more often than four times', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    let tries = 0;
    const site = siteOn((sql) => {
      if (!sql.includes('write_guard')) return null;
      tries++;
      return { message: MESSAGES.passing[0]!, when: 'before' };
    });
    expect((await post(site)).status).toBe(503);
    expect(tries).toBe(4);
  });
});
