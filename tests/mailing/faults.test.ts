import { env } from 'cloudflare:test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runDaily } from '../../src/digest/run.ts';
import type { Mailer, Sending } from '../../src/mail/mailer.ts';
import { consume } from '../../src/mailing/consume.ts';
import { listReaders } from '../../src/mailing/delivery/list-readers.ts';
import type { Office } from '../../src/mailing/office.ts';
import { failingDatabase } from './failing-database.ts';
import { aStatement, theTrip } from './news.ts';
import { MailError } from './strict-binding.ts';
import { World } from './world.ts';

// Days pass in here, statement by statement.
vi.setConfig({ testTimeout: 60_000 });

const log = vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => {
  // Whatever goes wrong, no address is written to the log.
  expect(
    log.mock.calls
      .flat()
      .map(String)
      .filter((word) => word.includes('@')),
  ).toEqual([]);
  log.mockClear();
});

const READERS = ['ann', 'bob', 'cyd', 'dan', 'eve'].map((name) => `${name}@readers.example`);
const ISSUE = '2026-03-03';

/** Five readers who want everything, and news that came in the night. */
async function ready(): Promise<World> {
  const world = await World.at('2026-03-02T08:00:00Z');
  for (const reader of READERS) await world.join(reader);
  await theTrip(1, '2026-03-03T05:00:00.000Z');
  world.at('2026-03-03T06:05:00Z');
  return world;
}

/** Some hours of cron triggers, with the consumer working: every half hour at first, then seldom. */
async function live(world: World, hours = 36, office: Office = world.office): Promise<void> {
  const until = world.now.getTime() + hours * 3_600_000;
  for (let round = 0; world.now.getTime() < until; round++) {
    await world.cron(office);
    await world.drain(office);
    world.wait(round < 4 ? 30 : 180);
  }
}

const copies = (world: World) =>
  READERS.map((reader) => world.issues(reader).filter((id) => id === ISSUE).length);
const states = async (world: World) => {
  const rows = (await world.deliveries()).filter(({ issue_id }) => issue_id === ISSUE);
  return rows.map(({ state }) => state).toSorted();
};
const ALL = READERS.map(() => 1);

describe('a run broken off', () => {
  it('after the issue was compiled is taken up by the next sweep', async () => {
    const world = await ready();
    expect((await runDaily(env.DB, world.now, ISSUE)).result).toBe('issued');
    world.wait(30);
    await live(world, 2);
    expect(copies(world)).toEqual(ALL);
  });

  it('after half the queueing leaves nobody out and sends nobody two', async () => {
    const world = await ready();
    await world.cron();
    world.queue.waiting = [];
    world.queue.failAfter = 0;
    await expect(listReaders(world.office, ISSUE)).rejects.toThrow('the queue does not answer');
    expect(await states(world)).toEqual(READERS.map(() => 'due'));
    world.queue.failAfter = Number.POSITIVE_INFINITY;
    await live(world, 3);
    expect(copies(world)).toEqual(ALL);
  });

  it('while listing, with another at the same list, lists everybody once', async () => {
    const world = await ready();
    await world.cron();
    await Promise.all([1, 2, 3].map(() => listReaders(world.office, ISSUE)));
    expect(await states(world)).toEqual(READERS.map(() => 'due'));
    await live(world, 2);
    expect(copies(world)).toEqual(ALL);
  });

  it.each([
    ['between claim and send', false, [0, 1, 1, 1, 1]],
    ['between send and mark', true, [1, 1, 1, 1, 1]],
  ])('%s leaves that one row unknown and all others sent', async (_, sends, expected) => {
    const world = await ready();
    await world.cron();
    await listReaders(world.office, ISSUE);
    let killed = false;
    const mailer: Mailer = {
      idempotent: false,
      async send(letter): Promise<Sending> {
        if (killed) return world.office.mailer.send(letter);
        if (sends) await world.office.mailer.send(letter);
        killed = true;
        // The invocation ends: nothing after this line runs, so its promise never settles.
        return new Promise(() => {});
      },
    };
    const office = { ...world.office, mailer };
    const first = world.queue.waiting.filter(({ body }) => 'delivery' in (body as object)).slice(0, 1);
    const message = { ...first[0]!, ack: () => {}, retry: () => {} };
    await Promise.race([consume(office, { messages: [message] }), untilClaimed()]);
    await live(world, 3);
    expect(copies(world)).toEqual(expected);
    expect(await states(world)).toEqual(['sent', 'sent', 'sent', 'sent', 'unknown']);
  });

  it.each([
    ['between claim and send', false],
    ['between send and mark', true],
  ])('%s is simply repeated where the provider knows repeated letters', async (_, sends) => {
    const world = await ready();
    await world.cron();
    await listReaders(world.office, ISSUE);
    const known = new Set<string>();
    let killed = false;
    const mailer: Mailer = {
      idempotent: true,
      async send(letter): Promise<Sending> {
        const dies = !killed;
        killed = true;
        if ((!dies || sends) && !known.has(letter.key)) {
          known.add(letter.key);
          await world.office.mailer.send(letter);
        }
        return dies ? new Promise(() => {}) : { result: 'sent', id: 'p' };
      },
    };
    const office = { ...world.office, mailer };
    const [first] = world.queue.waiting.filter(({ body }) => 'delivery' in (body as object));
    const message = { ...first!, ack: () => {}, retry: () => {} };
    await Promise.race([consume(office, { messages: [message] }), untilClaimed()]);
    await live(world, 4, office);
    expect(copies(world)).toEqual(ALL);
    expect(await states(world)).toEqual(READERS.map(() => 'sent'));
  });
});

async function untilClaimed(): Promise<void> {
  for (;;) {
    const row = await env.DB.prepare("SELECT 1 FROM delivery WHERE state = 'claimed'").first();
    if (row !== null) break;
  }
  // The claim is written before the letter is handed over; give the hand-over its turn.
  for (let turn = 0; turn < 20; turn++) await env.DB.prepare('SELECT 1').first();
}

describe('a provider', () => {
  it.each([
    ['too fast (429)', () => new MailError('E_RATE_LIMIT_EXCEEDED')],
    ['out of order (500)', () => new MailError('E_INTERNAL_SERVER_ERROR')],
  ])('that is %s for a while is asked again until it takes every letter', async (_, trouble) => {
    const world = await ready();
    world.provider.trouble = (_to, attempt) => (attempt <= 4 ? trouble() : null);
    await live(world);
    expect(copies(world)).toEqual(ALL);
    expect(await states(world)).toEqual(READERS.map(() => 'sent'));
  });

  it('that never takes a letter is given up, and everybody else gets theirs', async () => {
    const world = await ready();
    world.provider.trouble = (to) => (to === READERS[0] ? new MailError('E_DELIVERY_FAILED') : null);
    await live(world, 72);
    expect(copies(world)).toEqual([0, 1, 1, 1, 1]);
    expect((await world.deliveries()).filter(({ state }) => state === 'failed')).toMatchObject([
      { reason: 'given up: E_DELIVERY_FAILED' },
    ]);
  });

  it('that takes a letter and does not say so leaves it unknown, and is not sent it again', async () => {
    const world = await ready();
    world.provider.lost = (to) => to === READERS[1];
    await live(world);
    expect(copies(world)).toEqual(ALL);
    expect(await states(world)).toEqual(['sent', 'sent', 'sent', 'sent', 'unknown']);
  });

  it('that knows the address as dead makes us delete it, and is not asked again', async () => {
    const world = await ready();
    world.provider.trouble = (to) => (to === READERS[2] ? new MailError('E_RECIPIENT_SUPPRESSED') : null);
    await live(world);
    world.provider.trouble = () => null;
    expect(copies(world)).toEqual([1, 1, 0, 1, 1]);
    const kept = await env.DB.prepare('SELECT address FROM subscriber ORDER BY id').all();
    expect(kept.results.map(({ address }) => address)).toEqual(READERS.filter((_, n) => n !== 2));
    // Whoever asks for it now is answered alike, and nothing is sent.
    expect((await world.api({ email: READERS[2] })).status).toBe(202);
    const before = world.provider.sent.length;
    await world.drain();
    expect(world.provider.sent.length).toBe(before);
  });

  it('that has a daily limit is left alone until the next day, then gets the rest', async () => {
    const world = await ready();
    let taken = 0;
    let asked = 0;
    world.provider.trouble = () => {
      asked++;
      return world.now < new Date('2026-03-04T00:00:00Z') && ++taken > 2
        ? new MailError('E_DAILY_LIMIT_EXCEEDED')
        : null;
    };
    await live(world, 17);
    expect(copies(world).reduce((a, b) => a + b)).toBe(2);
    expect(asked).toBe(3);
    await live(world, 6);
    expect(copies(world)).toEqual(ALL);
  });

  it('that does not know our sender costs nobody their letter', async () => {
    const world = await ready();
    world.provider.trouble = () =>
      world.now < new Date('2026-03-03T18:00:00Z') ? new MailError('E_SENDER_NOT_VERIFIED') : null;
    await live(world);
    expect(copies(world)).toEqual(ALL);
  });
});

describe('a database', () => {
  it.each([
    ['claim', /SET state = 'claimed'/, ALL, READERS.map(() => 'sent')],
    ['mark', /SET state = \?3, ended_at/, ALL, ['sent', 'sent', 'sent', 'sent', 'unknown']],
  ])('that fails at the %s loses nobody and sends nobody two', async (what, statement, expected, end) => {
    const world = await ready();
    const broken = failingDatabase(env.DB, statement, what === 'claim' ? 4 : 3);
    const office = { ...world.office, db: broken };
    await world.cron();
    await world.drain(office);
    await live(world);
    expect(copies(world)).toEqual(expected);
    expect(await states(world)).toEqual(end);
    expect(log).toHaveBeenCalled();
  });

  it('that does not take down a refusal hears of it again by a message', async () => {
    const world = await ready();
    world.provider.trouble = (_to, attempt) =>
      attempt === 1 ? new MailError('E_RATE_LIMIT_EXCEEDED') : null;
    const broken = failingDatabase(env.DB, /SET state = 'due', next_at = \?3/, 3);
    await world.cron();
    await world.drain({ ...world.office, db: broken });
    expect(world.queue.waiting.filter(({ body }) => 'release' in (body as object))).toHaveLength(0);
    expect(world.queue.released).toBe(1);
    await live(world);
    expect(copies(world)).toEqual(ALL);
    expect(await states(world)).toEqual(READERS.map(() => 'sent'));
  });

  it('that is gone for hours loses nobody, though messages end among the dead letters', async () => {
    const world = await ready();
    await world.cron();
    await listReaders(world.office, ISSUE);
    const gone = { ...world.office, db: failingDatabase(env.DB, /SET state = 'claimed'/, 1000) };
    for (let hours = 0; hours < 24 * 5; hours += 3) {
      await world.drain(gone);
      world.wait(180);
    }
    expect(world.queue.dead.length).toBeGreaterThan(0);
    await live(world, 3);
    expect(copies(world)).toEqual(ALL);
  });
});

describe('a queue', () => {
  it('that delivers every message twice, backwards and to two consumers at once, sends nobody two', async () => {
    const world = await ready();
    await world.cron();
    await listReaders(world.office, ISSUE);
    world.queue.duplicate();
    world.queue.waiting.reverse();
    await Promise.all([world.drain(), world.drain()]);
    await live(world, 2);
    expect(copies(world)).toEqual(ALL);
  });

  it('that loses every message loses nobody', async () => {
    const world = await ready();
    await world.cron();
    await listReaders(world.office, ISSUE);
    world.queue.waiting = [];
    await live(world, 3);
    expect(copies(world)).toEqual(ALL);
  });

  it('sends a message that is no errand to the dead letters alone', async () => {
    const world = await ready();
    await world.cron();
    world.queue.waiting.unshift({ id: 'poison', body: { delivery: 'all' }, attempts: 1, visibleAt: 0 });
    world.queue.waiting.unshift({ id: 'poison2', body: null, attempts: 1, visibleAt: 0 });
    await live(world, 24 * 7);
    expect(copies(world)).toEqual(ALL);
    expect(world.queue.dead.map(({ id }) => id).toSorted()).toEqual(['poison', 'poison2']);
  });

  it('gives up a letter that cannot be written, and it alone', async () => {
    const world = await ready();
    await world.join('fay@readers.example', { topics: ['trade-tariffs'] });
    await aStatement(2, 1, '2026-03-03T05:00:00.000Z');
    world.at('2026-03-03T06:05:00Z');
    await world.cron();
    await env.DB.prepare("UPDATE subscriber SET confirmed_at = '2026-03-02' WHERE id = 6").run();
    await listReaders(world.office, ISSUE);
    await env.DB.prepare(
      "UPDATE subscriber SET preferences = 'no JSON', preferences_key = 'broken' WHERE id = 6",
    ).run();
    await live(world, 72);
    expect(copies(world)).toEqual(ALL);
    expect((await world.deliveries()).filter(({ state }) => state !== 'sent')).toMatchObject([
      { subscriber_id: 6, state: 'failed', reason: 'given up: not written' },
    ]);
  });
});
