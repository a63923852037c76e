import { env } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { runDaily } from '../../src/digest/run.ts';
import { listReaders, MOST_LETTERS, SLICE } from '../../src/mailing/delivery/list-readers.ts';
import { sweep } from '../../src/mailing/delivery/sweep.ts';
import { forgetOld } from '../../src/mailing/retention.ts';
import { theTrip } from './news.ts';
import { World } from './world.ts';

vi.setConfig({ testTimeout: 60_000 });

const ISSUE = '2026-03-03';

/** An issue about to be sent, and so many confirmed readers; `wants` says what the nth of them follows. */
async function ready(readers: number, wants: (n: number) => string[]): Promise<World> {
  const world = await World.at('2026-03-03T06:05:00Z');
  await theTrip(1, '2026-03-03T05:00:00.000Z');
  await runDaily(env.DB, world.now, ISSUE);
  const rows = Array.from({ length: readers }, (_, n) => ({
    address: `r${n}@readers.example`,
    preferences: JSON.stringify({ people: wants(n), countries: [], topics: [] }),
    key: wants(n).join(' '),
  }));
  await env.DB.prepare(
    `INSERT INTO subscriber (address, status, cadence, preferences, preferences_key, created_at, confirmed_at, updated_at)
     SELECT value ->> 'address', 'confirmed', 'daily', value ->> 'preferences', value ->> 'key', '2026', '2026', '2026'
     FROM json_each(?)`,
  )
    .bind(JSON.stringify(rows))
    .run();
  await sweep(world.office);
  world.queue.waiting = [];
  return world;
}

const count = async (what: string) =>
  (await env.DB.prepare(`SELECT count(*) AS n FROM ${what}`).first<{ n: number }>())?.n;

describe('listing the readers of an issue', () => {
  it('writes one letter for all who want the same, and lists nobody whom nothing concerns', async () => {
    const world = await ready(9, (n) => [[], ['minister-alpha'], ['minister-omega']][n % 3]!);
    expect(await listReaders(world.office, ISSUE)).toBe(3);
    expect(await count('letter')).toBe(3);
    expect(await count('delivery')).toBe(6);
    expect(await listReaders(world.office, ISSUE)).toBe(0);
    await world.drain();
    expect(world.provider.sent.map(({ to }) => to).toSorted()).toEqual(
      [0, 1, 3, 4, 6, 7].map((n) => `r${n}@readers.example`),
    );
  });

  it('goes slice by slice, a message for each reader and none twice', async () => {
    const world = await ready(SLICE + 5, () => []);
    expect(await listReaders(world.office, ISSUE)).toBe(1);
    expect(await count('delivery')).toBe(SLICE + 5);
    const queued = world.queue.waiting.map(({ body }) => (body as { delivery: number }).delivery);
    expect(new Set(queued).size).toBe(SLICE + 5);
    expect(await count('mailing WHERE listed = 1')).toBe(1);
  });

  it('stops after so many letters and goes on with another message', async () => {
    const world = await ready(MOST_LETTERS + 3, (n) => ['minister-alpha', `minister-${n}`]);
    expect(await listReaders(world.office, ISSUE)).toBe(MOST_LETTERS);
    expect(world.queue.waiting.filter(({ body }) => 'mailing' in (body as object))).toHaveLength(1);
    expect(await listReaders(world.office, ISSUE)).toBe(3);
    expect(await count('delivery')).toBe(MOST_LETTERS + 3);
  });

  it('forgets the letters once nobody waits for them, and not before', async () => {
    const world = await ready(3, () => []);
    await listReaders(world.office, ISSUE);
    await forgetOld(env.DB, world.now);
    expect(await count('letter')).toBe(1);
    await world.drain();
    await forgetOld(env.DB, world.now);
    expect(await count('letter')).toBe(0);
    expect(world.provider.sent).toHaveLength(3);
  });
});
