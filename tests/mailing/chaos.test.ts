import { applyD1Migrations, env, reset } from 'cloudflare:test';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Mailer, Sending } from '../../src/mail/mailer.ts';
import { consume } from '../../src/mailing/consume.ts';
import { failingDatabase } from './failing-database.ts';
import { aStatement, theTrip } from './news.ts';
import { World } from './world.ts';

vi.setConfig({ testTimeout: 240_000 });
vi.spyOn(console, 'error').mockImplementation(() => {});

const READERS = ['ann', 'bob', 'cyd'].map((name) => `${name}@readers.example`);

/** What goes wrong in one round of cron and consumers. */
const trouble = fc.record({
  /** What the provider does with the nth letter of the round. */
  answers: fc.array(fc.constantFrom('sent', 'busy', 'limit', 'lost', 'broken'), { maxLength: 6 }),
  /** Which write fails, and how often. */
  database: fc.constantFrom(
    null,
    /SET state = 'claimed'/,
    /SET state = \?3/,
    /SET state = 'due'/,
    /INTO delivery/,
  ),
  times: fc.integer({ min: 1, max: 4 }),
  queue: fc.constantFrom('well', 'twice', 'loses all', 'backwards', 'stops'),
  cron: fc.constantFrom(0, 1, 2),
  consumers: fc.constantFrom(1, 2),
  minutes: fc.constantFrom(1, 30, 90, 600),
});
type Trouble = typeof trouble extends fc.Arbitrary<infer T> ? T : never;

describe('whatever goes wrong, in whatever order', () => {
  it('nobody gets an issue twice, and whoever got none is recorded as unknown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { maxLength: 5 }), async (rounds) => {
        await reset();
        await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
        const world = await World.at('2026-03-02T08:00:00Z');
        for (const reader of READERS) await world.join(reader);
        await theTrip(1, '2026-03-03T05:00:00.000Z');
        world.at('2026-03-03T06:05:00Z');
        for (const [n, round] of rounds.entries()) {
          await go(world, round);
          await aStatement(10 + n, 2 + n, world.now.toISOString());
        }
        // Then all is well for six days.
        world.queue.failAfter = Number.POSITIVE_INFINITY;
        for (let day = 0; day < 6; day++) {
          world.at(`${new Date(world.now.getTime() + 86_400_000).toISOString().slice(0, 10)}T06:05:00Z`);
          for (let time = 0; time < 3; time++) {
            await world.cron();
            await world.drain();
            world.wait(80);
          }
        }
        const rows = await world.deliveries();
        const { results: issues } = await env.DB.prepare(
          "SELECT id FROM digest WHERE cadence = 'daily'",
        ).all<{
          id: string;
        }>();
        expect(issues.length).toBeGreaterThan(0);
        for (const [n, reader] of READERS.entries()) {
          const got = world.issues(reader);
          expect(new Set(got).size).toBe(got.length);
          for (const { id } of issues) {
            const row = rows.find((it) => it.issue_id === id && it.subscriber_id === n + 1);
            expect(got.includes(id) ? ['sent', 'unknown'] : ['unknown']).toContain(row?.state);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});

async function go(world: World, round: Trouble): Promise<void> {
  const answers = [...round.answers];
  const mailer: Mailer = {
    idempotent: false,
    async send(letter): Promise<Sending> {
      const answer = answers.shift() ?? 'sent';
      if (answer === 'busy') return { result: 'temporary', code: 'busy', after: null };
      if (answer === 'limit') return { result: 'limit', code: 'limit', after: 7200 };
      if (answer === 'broken') throw new Error('broken');
      const sending = await world.office.mailer.send(letter);
      return answer === 'lost' ? { result: 'unknown', code: 'lost' } : sending;
    },
  };
  const db = round.database === null ? env.DB : failingDatabase(env.DB, round.database, round.times);
  const office = { ...world.office, db, mailer };
  world.queue.failAfter = round.queue === 'stops' ? 1 : Number.POSITIVE_INFINITY;
  for (let time = 0; time < round.cron; time++) await world.cron(office).catch(() => {});
  if (round.queue === 'twice') world.queue.duplicate();
  if (round.queue === 'loses all') world.queue.waiting = [];
  if (round.queue === 'backwards') world.queue.waiting.reverse();
  const drains = Array.from({ length: round.consumers }, () =>
    world.queue.drain((batch) => consume(office, batch), 2),
  );
  await Promise.all(drains);
  world.wait(round.minutes);
}
