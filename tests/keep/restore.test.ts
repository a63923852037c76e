import { env } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { runDaily } from '../../src/digest/run.ts';
import { extract } from '../../src/extract/extract.ts';
import { auditRecord } from '../../src/ingest/audit.ts';
import { ingestDocument, withdrawDocument } from '../../src/ingest/ingest.ts';
import { rebuildSlice } from '../../src/ingest/rebuild.ts';
import { consume } from '../../src/mailing/consume.ts';
import type { Office } from '../../src/mailing/office.ts';
import { thawMail } from '../../src/store/restoring.ts';
import { aStatement, theTrip } from '../mailing/news.ts';
import { SECRET_KEYS, World } from '../mailing/world.ts';
import { ask, askAll, problemOf } from '../workers/ask.ts';
import { seeds } from '../workers/seeds.ts';
import { differences, wholeSite, withoutTimes } from '../workers/whole-site.ts';
import { type Dump, dumpBy, dumpHere, loseDatabase, restoreBy, restoreHere } from './dumping.ts';

vi.setConfig({ testTimeout: 120_000 });

const bearer = { Authorization: 'Bearer local' };
const operate = async (path: string, body?: unknown) =>
  ask(`/v1/operate/${path}`, {
    method: 'POST',
    headers: { ...bearer, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
/** The same over the API; fails on anything but 200. */
async function did<T>(path: string, body?: unknown): Promise<T> {
  const { status, text, json } = await operate(path, body);
  expect([path, status, status === 200 ? '' : text]).toEqual([path, 200, '']);
  return json as T;
}
const dumpOver = (at: string, only: object = {}) => dumpBy(at, (cursor) => did('dump', { cursor, ...only }));
const edit = (path: string, body: unknown) =>
  ask(path, {
    method: 'PATCH',
    headers: { ...bearer, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
const revision = async () => Number((await ask('/v1/quotes?limit=1')).headers.get('Readout-Revision'));
const day = (n: number) => new Date(Date.UTC(2026, 2, n));
const put = (n: number, text: string, url?: string) => ingestDocument(env.DB, { text, url }, day(n), extract);
const BRIDGE = '“We will build the long bridge before the winter comes,” said Minister Jane Example in Oslo.';
const PORTS =
  'John Sample visited Norway on 5 March 2024. “The ports are open to everybody again,” said John Sample.';

/** A record with a past: corrections, redirects, something withdrawn, set by hand and hidden, an issue. */
async function aRecordWithAPast(): Promise<void> {
  const short = seeds.toSorted((a, b) => a.text.length - b.text.length).slice(0, 2);
  const ids: string[] = [];
  for (const seed of short) ids.push((await ingestDocument(env.DB, seed, day(1), extract)).document_id);
  await put(2, BRIDGE, 'https://example.org/a');
  await put(3, PORTS);
  await put(4, BRIDGE.replace('winter', 'spring'), 'https://example.org/a');
  await put(
    5,
    'John Sample visited Norway on 4 and 5 March 2024, where he met Jane Example in Bergen.',
    'https://example.org/b',
  );
  await put(6, `${PORTS} “Nobody has to wait for the pilots,” said John Sample.`, 'https://example.org/c');
  await runDaily(env.DB, day(7), '2026-03-07');
  await withdrawDocument(env.DB, ids[0]!, day(8));
  const quotes = (await ask('/v1/quotes?limit=100')).json as { data: { id: string; text: string }[] };
  const [ports] = quotes.data.filter(({ text }) => text.includes('ports'));
  const [pilots] = quotes.data.filter(({ text }) => text.includes('pilots'));
  expect(
    (await edit(`/v1/quotes/${ports!.id}`, { set: { said_on: '2024-03-04' }, reason: 'As dated.' })).status,
  ).toBe(200);
  expect((await edit(`/v1/quotes/${pilots!.id}`, { hide: true, reason: 'By order.' })).status).toBe(200);
}

/** Every public answer, with lists of corrections and sources, without times and revision. */
async function everything(): Promise<Map<string, string>> {
  const site = await wholeSite();
  const more = [
    '/v1/corrections?limit=100',
    '/v1/sources',
    '/corrections',
    '/v1',
    '/people',
    '/quotes',
    '/visits',
    '/countries',
    '/digests',
  ];
  for (const id of await askAll('/v1/digests')) more.push(`/v1/digests/${id}`, `/digests/${id}`);
  for (const path of more) {
    const { status, text } = await ask(path);
    site.set(path, `${status} ${text}`);
  }
  return withoutTimes(
    new Map([...site].map(([path, text]) => [path, text.replaceAll(/"revision":\d+/g, '')])),
  );
}

describe('a dump', () => {
  it('put back over the API into an empty database gives every public answer again, and a sound record', async () => {
    await aRecordWithAPast();
    const before = await everything();
    const at = await revision();
    const dump = await dumpOver('2026-03-09T00:00:00.000Z');
    expect(dump.tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(20);
    await loseDatabase();
    await restoreBy(dump, (step) => did('restore', step), false);
    expect(differences(before, await everything())).toEqual([]);
    expect((await auditRecord(env.DB)).wrong).toEqual([]);
    expect(await revision()).toBeGreaterThan(at + 1_000_000);
    expect(((await ask('/v1/status', { headers: bearer })).json as { pause: unknown }).pause).toMatchObject({
      reason: expect.stringContaining('restored'),
    });
    // And it goes on as ever.
    await put(20, '“The tunnel is open to everybody,” said Minister Jane Example in Oslo.');
    expect((await ask('/v1/quotes?q=tunnel')).text).toContain('The tunnel is open');
    expect((await auditRecord(env.DB)).wrong).toEqual([]);
    await did('mail', { frozen: false });
    const { pause } = (await ask('/v1/status', { headers: bearer })).json as { pause: unknown };
    expect(pause).toBe(null);
  });

  it('is put back into no database that holds anything, of another version, or twice at once', async () => {
    await put(2, BRIDGE);
    const dump = await dumpHere('2026-03-09T00:00:00.000Z');
    const begin = (change: object = {}) => {
      const { made_at, migrations, numbers } = dump.manifest;
      return operate('restore', { step: 'begin', dump: { made_at, migrations, numbers, ...change } });
    };
    expect(problemOf(await begin())).toMatchObject({
      status: 409,
      detail: expect.stringContaining('not empty'),
    });
    const empty: Dump = { ...dump, tables: [] };
    expect(problemOf(await operate('restore', { step: 'line', table: 'moment', line: '{}' })).status).toBe(
      409,
    );
    await loseDatabase();
    expect(problemOf(await begin({ migrations: ['0001_record.sql'] }))).toMatchObject({
      status: 409,
      detail: expect.stringContaining('another version'),
    });
    expect((await begin()).status).toBe(200);
    expect(problemOf(await begin()).status).toBe(409);
    // While it goes on nothing else is written, and nothing half is dumped.
    const posted = await ask('/v1/documents', {
      method: 'POST',
      headers: { ...bearer, 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: BRIDGE }),
    });
    expect(problemOf(posted).status).toBe(503);
    expect(problemOf(await operate('dump', { cursor: null })).status).toBe(409);
    const { made_at, migrations, numbers } = empty.manifest;
    const short = { step: 'end', dump: { made_at, migrations, numbers }, counts: { quote: 1 } };
    expect(problemOf(await operate('restore', short))).toMatchObject({
      status: 409,
      detail: expect.stringContaining('not whole'),
    });
  });

  it('holds addresses and tokens only sealed, opens with its own key alone, and can do without', async () => {
    const world = await World.at('2026-03-02T08:00:00Z');
    await world.join('ann@readers.example');
    const dump = await dumpHere('2026-03-03T00:00:00.000Z');
    const open = dump.tables.filter(({ sealed }) => !sealed);
    expect(dump.tables.find(({ name }) => name === 'subscriber')).toMatchObject({ sealed: true, rows: 1 });
    expect(dump.tables.find(({ name }) => name === 'token')).toMatchObject({ sealed: true });
    for (const { lines } of dump.tables)
      for (const line of lines) expect(line).not.toContain('readers.example');
    expect(open.map(({ name }) => name)).not.toContain('report');
    const bare = await dumpOver('2026-03-03T00:00:00.000Z', { only: 'record' });
    expect(bare.tables.some(({ sealed }) => sealed)).toBe(false);
    await loseDatabase();
    const other = btoa('another key of thirty-two bytes!');
    await expect(restoreHere(dump, '2026-03-03T01:00:00Z', SECRET_KEYS, other)).rejects.toThrow(
      'another DUMP_KEY',
    );
    await loseDatabase();
    await restoreHere(dump, '2026-03-03T01:00:00Z', SECRET_KEYS);
    expect(await env.DB.prepare('SELECT address, status FROM subscriber').all()).toMatchObject({
      results: [{ address: 'ann@readers.example', status: 'confirmed' }],
    });
  });

  it('made while documents come is put right by the rebuild that follows', async () => {
    await put(2, BRIDGE);
    await put(3, PORTS);
    let n = 0;
    const dump = await dumpBy('2026-03-09T00:00:00.000Z', async (cursor) => {
      if (++n % 9 === 0)
        await put(9, `“Bridge number ${n} is next, and the last,” said Minister Jane Example in Oslo.`);
      return did('dump', { cursor });
    });
    expect(dump.manifest.revisions[1]).toBeGreaterThan(dump.manifest.revisions[0]);
    const ids = await askAll('/v1/quotes');
    await loseDatabase();
    await restoreBy(dump, (step) => did('restore', step), false);
    await rebuild();
    expect((await auditRecord(env.DB)).wrong).toEqual([]);
    const after = await askAll('/v1/quotes');
    expect(after.every((id) => ids.includes(id))).toBe(true);
    expect(after.length).toBeGreaterThanOrEqual(2);
  });
});

async function rebuild(): Promise<void> {
  for (let cursor: string | null = null; ; ) {
    cursor = (await rebuildSlice(env.DB, day(21), cursor, 20, extract)).next;
    if (cursor === null) return;
  }
}

describe('what happened after a dump was made', () => {
  it('is not undone where somebody took something down: it is shown at no moment, nor after', async () => {
    await put(2, BRIDGE, 'https://example.org/a');
    await put(3, PORTS, 'https://example.org/b');
    await runDaily(env.DB, day(4), '2026-03-04');
    const dump = await dumpOver('2026-03-05T00:00:00.000Z');
    const { data } = (await ask('/v1/quotes')).json as { data: { id: string; text: string }[] };
    const bridge = data.find(({ text }) => text.includes('bridge'))!;
    expect(
      (await edit(`/v1/quotes/${bridge.id}`, { hide: true, reason: 'By order of a court.' })).status,
    ).toBe(200);
    const hidden = await everything();
    const told = async (): Promise<string[]> => {
      const paths = [
        '/v1/quotes',
        '/quotes',
        '/',
        '/v1/search?q=bridge',
        `/v1/quotes/${bridge.id}`,
        '/v1/digests/2026-03-04',
        '/feeds/quotes.xml',
      ];
      const answers = await Promise.all(paths.map(async (path) => [path, (await ask(path)).text] as const));
      return answers.filter(([, text]) => text.includes('long bridge')).map(([path]) => path);
    };
    expect(await told()).toEqual([]);
    await loseDatabase();
    vi.spyOn(console, 'error').mockReturnValue();
    const sums = await restoreBy(
      dump,
      async (step) => {
        const done = await did<object>('restore', step);
        expect(await told()).toEqual([]);
        return done;
      },
      false,
    );
    expect(sums.hides).toBe(1);
    expect(sums.left_out).toBeGreaterThan(0);
    await rebuild();
    expect(await told()).toEqual([]);
    expect((await ask(`/v1/quotes/${bridge.id}`)).status).toBe(451);
    // That it was taken down is a correction of after the dump.
    const same = (site: Map<string, string>) =>
      new Map(
        [...site].filter(
          ([path]) =>
            /^\/v1\/(?:quotes|people|documents|visits|engagements|search)/.test(path) &&
            !path.includes('updated_since'),
        ),
      );
    expect(differences(same(hidden), same(await everything()))).toEqual([]);
  });

  it('is not undone for whoever left, nobody is mailed anything twice, and old links end no stranger’s subscription', async () => {
    const [ann, bob, cyd, dot, eve] = ['ann', 'bob', 'cyd', 'dot', 'eve'].map(
      (it) => `${it}@readers.example`,
    ) as [string, string, string, string, string];
    const world = await World.at('2026-03-02T08:00:00Z');
    const office: Office = { ...world.office, outside: env.OUTSIDE, now: () => world.now };
    const drain = () => world.queue.drain((batch) => consume(office, batch));
    for (const address of [ann, bob, cyd, dot]) await world.join(address);
    await theTrip(1, '2026-03-03T05:00:00.000Z');
    world.at('2026-03-03T06:05:00Z');
    await world.cron(office);
    // The dump is made when the letters are written down but not out.
    const dump = await dumpHere(world.now.toISOString());
    await drain();
    expect([ann, bob, cyd, dot].map((it) => world.issues(it))).toEqual(Array(4).fill(['2026-03-03']));
    // Since then one leaves, one is deleted, one bounces away, one comes.
    const unsubscribeLink = (address: string) =>
      new URL(
        /<(https:[^>]+)>/.exec(world.provider.to(address).at(-1)?.headers['List-Unsubscribe'] ?? '')![1]!,
      ).pathname;
    const oneClick = () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    world.wait(10);
    expect((await world.post(unsubscribeLink(bob), oneClick())).status).toBe(200);
    expect((await world.post(world.link(cyd, 0), new URLSearchParams({ action: 'erase' }))).status).toBe(200);
    await world.join(eve);
    await aStatement(2, 2, '2026-03-03T09:00:00.000Z');
    world.at('2026-03-04T06:05:00Z');
    await world.cron(office);
    await drain();
    const eves = env.DB.prepare('SELECT id FROM subscriber WHERE address = ?').bind(eve);
    const number = (await eves.first<number>('id'))!;
    const sent = world.provider.sent.length;

    await loseDatabase();
    world.at('2026-03-04T09:00:00Z');
    const { left } = await restoreHere(dump, world.now.toISOString(), SECRET_KEYS);
    expect(left).toBe(2);
    const standing = async () =>
      (
        await env.DB.prepare('SELECT address, status FROM subscriber ORDER BY address').all<{
          address: string;
          status: string;
        }>()
      ).results.map(({ address, status }) => `${address} ${status}`);
    expect(await standing()).toEqual([`${ann} confirmed`, `${bob} unsubscribed`, `${dot} confirmed`]);
    // Frozen: whatever comes, nothing goes out, neither letters nor confirmations.
    await aStatement(3, 2_000_000_000, '2026-03-04T10:00:00.000Z');
    for (let round = 0; round < 4; round++) {
      world.wait(95);
      await world.cron(office);
      world.queue.duplicate();
      await drain();
    }
    await world.api({ email: 'fay@readers.example' });
    await drain();
    expect(world.provider.sent.length).toBe(sent);
    // A person lets mail go: what was sent before is sent to nobody again, what comes is.
    expect(await thawMail(env.DB)).toBe(true);
    for (const at of ['2026-03-04T18:05:00Z', '2026-03-04T20:05:00Z']) {
      world.at(at);
      await world.cron(office);
      await drain();
    }
    expect([ann, dot].map((it) => world.issues(it))).toEqual([
      ['2026-03-03', '2026-03-04'],
      ['2026-03-03', '2026-03-04'],
    ]);
    // Eve's number is nobody's: her old link ends nothing, whoever comes now.
    await world.join('gus@readers.example');
    const gus = await env.DB.prepare('SELECT id FROM subscriber WHERE address = ?')
      .bind('gus@readers.example')
      .first<number>('id');
    expect(gus).toBeGreaterThan(number);
    await world.post(unsubscribeLink(eve), oneClick());
    expect(await standing()).toContain('gus@readers.example confirmed');
    await aStatement(4, 2_000_000_001, '2026-03-05T01:00:00.000Z');
    world.at('2026-03-05T06:05:00Z');
    await world.cron(office);
    await drain();
    for (const address of [ann, bob, cyd, dot, eve, 'gus@readers.example']) {
      const issues = world.issues(address);
      expect([address, new Set(issues).size]).toEqual([address, issues.length]);
    }
    expect(world.issues(bob)).toEqual(['2026-03-03']);
    expect(world.issues(cyd)).toEqual(['2026-03-03']);
  });
});
