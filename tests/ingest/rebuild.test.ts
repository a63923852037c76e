import { createScheduledController, env } from 'cloudflare:test';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { auditRecord } from '../../src/ingest/audit.ts';
import { ingestDocument, withdrawDocument } from '../../src/ingest/ingest.ts';
import { rebuildSlice } from '../../src/ingest/rebuild.ts';
import { NOUNS } from '../../src/model/record.ts';
import worker from '../../src/worker.ts';
import { ask } from '../workers/ask.ts';
import { seeds } from '../workers/seeds.ts';
import { differences, wholeSite, withoutTimes } from '../workers/whole-site.ts';

const DERIVED = [
  ...NOUNS,
  ...[
    'person_source',
    'visit_source',
    'engagement_source',
    'engagement_block',
    'quote_source',
    'figure_source',
  ],
  ...['shingle', 'tally', 'word'],
];
const revision = () => env.DB.prepare(`SELECT value FROM counter WHERE name = 'revision'`).first('value');
let clock = Date.parse('2026-04-01T00:00:00Z');

/** Derives everything anew, in slices of so many. */
async function rebuild(limit = 7): Promise<string[]> {
  const phases: string[] = [];
  for (let cursor: string | null = null; ; ) {
    clock += 1000;
    const slice = await rebuildSlice(env.DB, new Date(clock), cursor, limit, extract);
    phases.push(slice.phase);
    cursor = slice.next;
    if (cursor === null) return phases;
  }
}

/** A record with a past: words corrected and withdrawn, a trip that began earlier, a document that got an address. */
async function recordWithAPast(): Promise<void> {
  // The two shortest: every answer is compared, many times over.
  const short = seeds.toSorted((a, b) => a.text.length - b.text.length).slice(0, 2);
  const ids: string[] = [];
  for (const seed of short)
    ids.push((await ingestDocument(env.DB, seed, new Date('2026-03-01T08:00:00Z'), extract)).document_id);
  const day = (n: number) => new Date(Date.UTC(2026, 2, n));
  const put = (n: number, text: string, url?: string) =>
    ingestDocument(env.DB, { text, url }, day(n), extract);
  await put(
    2,
    '“We will build the long bridge before the winter comes,” said Minister Jane Example in Oslo.',
    'https://example.org/a',
  );
  await put(
    3,
    'John Sample visited Norway on 5 March 2024. “The ports are open to everybody again,” said John Sample.',
  );
  await put(
    4,
    '“We will build the long bridge before the spring comes,” said Minister Jane Example in Oslo.',
    'https://example.org/a',
  );
  await put(
    5,
    'John Sample visited Norway on 4 and 5 March 2024, where he met Jane Example in Bergen.',
    'https://example.org/b',
  );
  await put(
    6,
    'John Sample visited Norway on 5 March 2024. “The ports are open to everybody again,” said John Sample.',
    'https://example.org/c',
  );
  await worker.scheduled(createScheduledController({ scheduledTime: day(7), cron: '5,35 * * * *' }), env);
  await withdrawDocument(env.DB, ids[0]!, day(8));
}

describe('a rebuild', () => {
  beforeEach(async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await recordWithAPast();
  });

  it('of what is as it should be changes nothing, not even the revision', async () => {
    const before = await wholeSite();
    const at = await revision();
    await rebuild();
    expect(differences(before, await wholeSite())).toEqual([]);
    expect(await revision()).toBe(at);
  });

  it('gives every answer again once all that is derived is deleted, and so it does once more', async () => {
    const before = await wholeSite();
    for (let i = 0; i < 2; i++) {
      await env.DB.batch(DERIVED.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
      const phases = await rebuild(i === 0 ? 3 : 50);
      expect(new Set(phases).size).toBe(9);
      expect(differences(before, await wholeSite())).toEqual([]);
    }
  });

  it.each([
    ['a body cut short, of every noun', NOUNS.map((noun) => `UPDATE ${noun} SET body = substr(body, 1, 50)`)],
    ['rows lost here and there', NOUNS.map((noun) => `DELETE FROM ${noun} WHERE rowid % 3 = 0`)],
    [
      'claims lost and cut short',
      [
        'DELETE FROM visit_source WHERE n = 0',
        'DELETE FROM quote_source WHERE n % 2 = 0',
        'DELETE FROM engagement_block',
      ].concat([
        `UPDATE person_source SET found = '{' WHERE registered = 0`,
        'DELETE FROM engagement_source',
      ]),
    ],
    [
      'wrong counts',
      ['UPDATE tally SET n = n + 7', `INSERT INTO tally (name, n) VALUES ('quote topic:nothing', 4)`],
    ],
    [
      'indexes out of step',
      [
        `INSERT INTO quote_index (quote_index) VALUES ('delete-all')`,
        `INSERT INTO quote_pairs (quote_pairs) VALUES ('delete-all')`,
        'DELETE FROM word',
      ],
    ],
    [
      'what was found in texts lost',
      [`UPDATE extraction_part SET found = substr(found, 1, 100)`, 'DELETE FROM visit'],
    ],
  ])('mends %s', async (_, damage) => {
    const before = withoutTimes(await wholeSite());
    for (const sql of damage) await env.DB.prepare(sql).run();
    expect((await auditRecord(env.DB)).wrong.length).toBeGreaterThan(0);
    await rebuild(20);
    expect(differences(before, withoutTimes(await wholeSite()))).toEqual([]);
    expect((await auditRecord(env.DB)).wrong).toEqual([]);
  });
});

describe('what persons laid over the record', () => {
  const edit = (path: string, body: unknown) =>
    ask(path, {
      method: 'PATCH',
      headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('and what they took down stays through a rebuild of everything, and is nothing wrong to an audit', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await recordWithAPast();
    const { data } = (await ask('/v1/quotes?limit=100')).json as { data: { id: string; text: string }[] };
    const ports = data.find(({ text }) => text.includes('ports'))!.id;
    const bridge = data.find(({ text }) => text.includes('bridge'))!.id;
    const { data: visits } = (await ask('/v1/visits')).json as { data: { id: string }[] };
    const reason = 'The transcript says so.';
    for (const [path, body] of [
      [`/v1/quotes/${ports}`, { set: { said_on: '2024-03-04' }, reason }],
      [`/v1/quotes/${bridge}`, { hide: true, reason }],
      [`/v1/visits/${visits[0]!.id}`, { set: { visit_status: 'announced' }, reason }],
    ] as const)
      expect([path, (await edit(path, body)).status]).toEqual([path, 200]);
    expect((await auditRecord(env.DB)).wrong).toEqual([]);
    const before = withoutTimes(await wholeSite());
    expect(before.get(`/v1/quotes/${bridge}`)).toMatch(/^451 /);
    await rebuild();
    expect(differences(before, withoutTimes(await wholeSite()))).toEqual([]);
    await env.DB.batch(DERIVED.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
    await rebuild();
    expect(differences(before, withoutTimes(await wholeSite()))).toEqual([]);
    expect((await auditRecord(env.DB)).wrong).toEqual([]);
    expect((await ask(`/v1/quotes/${ports}`)).json).toMatchObject({ said_on: '2024-03-04' });
  });
});
