import { createScheduledController, env } from 'cloudflare:test';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument } from '../../src/ingest/ingest.ts';
import { NOUNS } from '../../src/model/record.ts';
import worker from '../../src/worker.ts';
import { ask, askPage } from '../workers/ask.ts';
import { ingestSeeds } from '../workers/seeds.ts';

/** What may have become of a body. */
const DAMAGE: Record<string, string> = {
  'cut short': 'substr(body, 1, length(body) - 40)',
  empty: "''",
  'an empty object': "'{}'",
  'no JSON': `'null, "id": 1'`,
};
const LISTS: Record<string, string> = {
  document: 'documents',
  person: 'people',
  place: 'places',
  visit: 'visits',
  engagement: 'engagements',
  quote: 'quotes',
  figure: 'figures',
};

async function damageOne(noun: string, damage: string): Promise<string> {
  const row = await env.DB.prepare(`SELECT id FROM ${noun} WHERE ord > 0 ORDER BY ord LIMIT 1`).first<{
    id: string;
  }>();
  await env.DB.prepare(`UPDATE ${noun} SET body = ${damage} WHERE id = ?`).bind(row!.id).run();
  return row!.id;
}

describe('a damaged row', () => {
  let logged: string[];
  beforeEach(async () => {
    logged = [];
    vi.spyOn(console, 'error').mockImplementation((...said) => void logged.push(said.join(' ')));
    await ingestSeeds();
  });

  it.each(Object.entries(DAMAGE))('that is %s costs itself, and no list, page or feed', async (_, damage) => {
    for (const noun of NOUNS) {
      const before = await askPage(`/v1/${LISTS[noun]}?limit=100`);
      const id = await damageOne(noun, damage);
      const { data } = await askPage(`/v1/${LISTS[noun]}?limit=100`);
      expect(data.map((it) => it.id)).toEqual(before.data.map((it) => it.id).filter((it) => it !== id));
      const entry = await ask(`/v1/${LISTS[noun]}/${id}`);
      expect([noun, entry.status, entry.headers.has('Retry-After')]).toEqual([noun, 503, true]);
    }
    const paths = [
      '/',
      '/v1',
      '/v1/topics',
      '/v1/quotes/random',
      '/v1/search?q=nato',
      '/search?q=nato',
      '/documents',
    ].concat(
      [
        '/v1/verify?text=NATO+is+not+a+good+deal&speaker=stoltenberg',
        '/v1/visits?updated_since=2020-01-01T00:00:00Z',
      ],
      ['/v1/search?q=stoltenberg', '/people/antony-blinken', '/feeds/visits.ics', '/healthz', '/sitemap.xml'],
      ['xml', 'atom', 'json'].flatMap((format) => [`/feeds/quotes.${format}`, `/feeds/visits.${format}`]),
    );
    for (const path of paths) expect([path, (await ask(path)).status]).toEqual([path, 200]);
    for (const { id } of (await askPage('/v1/visits?limit=100')).data) {
      expect([id, (await ask(`/v1/visits/${id}`)).status]).toEqual([id, 200]);
      expect([id, (await ask(`/visits/${id}`)).status]).toEqual([id, 200]);
    }
    expect(logged.join('\n')).toContain('a damaged row is left out: quote');
  });

  it('keeps no issue of the digest from coming, and no document from being taken in', async () => {
    for (const noun of NOUNS) await damageOne(noun, DAMAGE['cut short']!);
    await env.DB.prepare(`UPDATE person_source SET found = '{' WHERE registered = 0`).run();
    const scheduledTime = new Date('2026-03-02T05:35:00Z');
    await worker.scheduled(createScheduledController({ scheduledTime, cron: '5,35 * * * *' }), env);
    expect((await ask('/v1/digests/latest')).status).toBe(200);
    const { outcome } = await ingestDocument(
      env.DB,
      {
        text: '“We will build it,” said NATO Secretary General Jens Stoltenberg in Washington on 30 January 2024.',
      },
      new Date('2026-03-03T05:35:00Z'),
      extract,
    );
    expect(outcome).toBe('created');
  });

  it('of the digest is left out of its list', async () => {
    const scheduledTime = new Date('2026-03-02T05:35:00Z');
    await worker.scheduled(createScheduledController({ scheduledTime, cron: '5,35 * * * *' }), env);
    await env.DB.prepare(`UPDATE digest SET body = 'x', entries = 'x', absent = 'x'`).run();
    expect((await askPage('/v1/digests')).data).toEqual([]);
    for (const path of ['/', '/feeds/digest.xml', '/digests'])
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    await ingestDocument(
      env.DB,
      { text: '“We will build it,” said Minister Jane Example in Oslo on 3 March 2026.' },
      new Date('2026-03-03T01:00:00Z'),
      extract,
    );
    const next = new Date('2026-03-03T05:35:00Z');
    await worker.scheduled(createScheduledController({ scheduledTime: next, cron: '5,35 * * * *' }), env);
    expect((await ask('/v1/digests/2026-03-03')).status).toBe(200);
  });
});
