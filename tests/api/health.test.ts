import { createExecutionContext, createScheduledController, env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { setMoment } from '../../src/store/writing.ts';
import worker from '../../src/worker.ts';
import { ask, problemOf } from '../workers/ask.ts';
import { ingestSeeds } from '../workers/seeds.ts';

describe('health', () => {
  it('is answered with the revision, and with when the half-hourly job last ran', async () => {
    expect((await ask('/healthz')).json).toEqual({
      status: 'ok',
      revision: 0,
      cron_at: null,
      re_reading_left: 0,
    });
    await ingestSeeds();
    const scheduledTime = new Date('2026-03-02T05:35:00Z');
    await worker.scheduled(createScheduledController({ scheduledTime, cron: '5,35 * * * *' }), env);
    const app = createApp({ now: () => scheduledTime.getTime(), random: () => 0, isolate: null });
    const asked = await app.request('https://readout.example/healthz', {}, env, createExecutionContext());
    expect(await asked.json()).toEqual({
      status: 'ok',
      revision: 5,
      cron_at: '2026-03-02T05:35:00.000Z',
      re_reading_left: 0,
    });
    expect(asked.headers.get('Cache-Control')).toBe('no-store');
  });

  it('is answered 503 once the half-hourly job is more than two hours late', async () => {
    await setMoment(env.DB, 'cron', '2026-03-02T05:35:00.000Z').run();
    const at = async (time: string) => {
      const app = createApp({ now: () => Date.parse(time), random: () => 0, isolate: null });
      const response = await app.request(
        'https://readout.example/healthz',
        {},
        env,
        createExecutionContext(),
      );
      return { status: response.status, text: await response.text() };
    };
    expect((await at('2026-03-02T08:04:00Z')).status).toBe(200);
    const late = await at('2026-03-02T08:06:00Z');
    expect(late.status).toBe(503);
    expect(late.text).toContain('last ran at 2026-03-02T05:35:00.000Z');
  });

  it('is answered 503 while the database is not', async () => {
    const app = createApp({ now: () => 0, random: () => 0, isolate: null });
    const broken = {
      withSession: () => ({
        getBookmark: () => null,
        prepare: () => ({
          bind: () => ({ all: () => Promise.reject(new Error('D1_ERROR: secret detail')) }),
        }),
      }),
    } as unknown as D1Database;
    const response = await app.request(
      'https://readout.example/healthz',
      {},
      { ...env, DB: broken },
      createExecutionContext(),
    );
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('10');
    const text = await response.text();
    expect(text).not.toContain('secret');
    const lists = await app.request(
      'https://readout.example/v1/quotes',
      {},
      { ...env, DB: broken },
      createExecutionContext(),
    );
    expect([lists.status, lists.headers.get('Retry-After')]).toEqual([503, '10']);
    expect(await lists.text()).not.toContain('secret');
  });
});

it('tells at /v1 what there is, from how many sources, and how far each lags', async () => {
  await ingestSeeds();
  const { json } = await ask('/v1');
  expect(json).toMatchObject({
    name: 'Readout',
    revision: 5,
    counts: { documents: 5, visits: expect.any(Number), quotes: expect.any(Number) },
    last_document: { first_seen_at: expect.stringMatching(/^2026-03-01T08:00:00/) },
    links: { quotes: 'https://readout.example/v1/quotes', openapi: 'https://readout.example/openapi.json' },
  });
  const { sources } = json as {
    sources: { publisher: string; documents: number; lag_days: number | null }[];
  };
  expect(sources.reduce((sum, { documents }) => sum + documents, 0)).toBe(5);
  expect(sources.find(({ publisher }) => publisher === 'essanews')?.lag_days).toBe(745);
  expect(problemOf(await ask('/v1?pretty=1')).status).toBe(400);
});

it('lists topics with how many quotes are about each, and finds them by their terms', async () => {
  await ingestSeeds();
  const topics = (await ask('/v1/topics?limit=100')).json as {
    data: { id: string; counts: { quotes: number } }[];
  };
  const most = topics.data.toSorted((a, b) => b.counts.quotes - a.counts.quotes)[0];
  const quotes = (await ask(`/v1/quotes?topic=${most?.id}&limit=100`)).json as { data: unknown[] };
  expect(most?.counts.quotes).toBe(quotes.data.length);
  expect(topics.data.length).toBeGreaterThan(30);
  const found = (await ask('/v1/topics?q=nuclear')).json as { data: unknown[] };
  expect(found.data.length).toBeGreaterThan(0);
  expect(found.data.length).toBeLessThan(5);
});
