import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  env,
  getQueueResult,
  waitOnExecutionContext,
} from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import type { Env } from '../../src/env.ts';
import { makeToken } from '../../src/mail/tokens.ts';
import worker from '../../src/worker.ts';
import { theTrip } from './news.ts';
import { SECRET_KEYS, World } from './world.ts';

vi.setConfig({ testTimeout: 60_000 });

const ann = 'ann@readers.example';

/** What the Worker is given, with the world's queue and provider in place of the platform's. */
const { SUBMISSION: _, ...others } = env as Env;
const bindings = (world: World): Env => ({
  ...others,
  SECRET_KEYS,
  PUBLIC_URL: 'https://readout.example',
  MAIL_FROM: 'digest@readout.example',
  DELIVERIES: world.queue as unknown as Queue,
  EMAIL: world.provider as SendEmail,
});

const isDaily = (body: unknown) => /^\d{4}-\d\d-\d\d$/.test((body as { mailing: string }).mailing);

async function deliver(world: World, queue: string, bodies: unknown[], given = bindings(world)) {
  const batch = createMessageBatch(
    queue,
    bodies.map((body, n) => ({ id: `m${n}`, timestamp: new Date(), attempts: 1, body })),
  );
  const context = createExecutionContext();
  await worker.queue(batch, given);
  await waitOnExecutionContext(context);
  return getQueueResult(batch, context);
}

describe('the Worker', () => {
  it('makes the issue and mails it: cron, list, letters', async () => {
    // The Worker has the clock of the machine, and only what is of these days is news.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-03T06:05:00Z') });
    const world = await World.at('2026-03-02T08:00:00Z');
    await world.join(ann);
    await theTrip(1, '2026-03-03T05:00:00.000Z');
    await worker.scheduled(createScheduledController({ scheduledTime: Date.now() }), bindings(world));
    const mailing = world.queue.waiting.map(({ body }) => body).find(isDaily);
    world.queue.waiting = [];
    expect((await deliver(world, 'readout-deliveries', [mailing])).explicitAcks).toEqual(['m0']);
    const deliveries = world.queue.waiting.map(({ body }) => body);
    expect(deliveries).toEqual([{ delivery: 1 }]);
    expect((await deliver(world, 'readout-deliveries', deliveries)).explicitAcks).toEqual(['m0']);
    expect(world.issues(ann)).toHaveLength(1);
    vi.useRealTimers();
  });

  it('gives each message back on its own', async () => {
    const world = await World.at('2026-03-02T08:00:00Z');
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { explicitAcks, retryMessages } = await deliver(world, 'readout-deliveries', [
      { delivery: 99 },
      'poison',
      { request: 99 },
    ]);
    expect(explicitAcks).toEqual(['m0', 'm2']);
    expect(retryMessages.map(({ msgId }) => msgId)).toEqual(['m1']);
    vi.restoreAllMocks();
  });

  it('records dead letters even where no mail can be sent', async () => {
    const world = await World.at('2026-03-02T08:00:00Z');
    const { explicitAcks } = await deliver(world, 'readout-deliveries-dead', ['poison'], {
      ...bindings(world),
      SECRET_KEYS: '',
    });
    expect(explicitAcks).toEqual(['m0']);
  });

  it('hears of bounces', async () => {
    const world = await World.at('2026-03-02T08:00:00Z');
    await world.join(ann);
    const bounce = {
      type: 'cf.email.sending.message.bounced',
      payload: { eventId: 'e1', recipient: ann, bounce: { type: 'hard' } },
    };
    expect((await deliver(world, 'readout-mail-events', [bounce])).explicitAcks).toEqual(['m0']);
    expect(await env.DB.prepare('SELECT 1 FROM subscriber').first()).toBeNull();
  });

  it('ends a subscription by a mail, and refuses all other mail', async () => {
    const world = await World.at('2026-03-02T08:00:00Z');
    await world.join(ann);
    const mail = async (to: string) => {
      const setReject = vi.fn();
      await worker.email({ to, setReject } as unknown as ForwardableEmailMessage, bindings(world));
      return setReject.mock.calls.length;
    };
    expect(await mail('leave@readout.example')).toBe(1);
    const token = await makeToken(world.office.keys, 'unsubscribe', 1, world.now);
    expect(await mail(`leave+${token}@readout.example`)).toBe(0);
    expect(await env.DB.prepare('SELECT status FROM subscriber').first()).toEqual({ status: 'unsubscribed' });
  });

  it('where nobody gave it keys takes on no subscription and sends nothing', async () => {
    const world = await World.at('2026-03-02T08:00:00Z');
    const given = {
      ...bindings(world),
      SECRET_KEYS: '',
      PUBLIC_URL: '',
      HOSTS: 'readout.workers.example,localhost',
    };
    const ask = (host: string) =>
      worker.fetch(
        new Request(`${host}/v1/subscriptions`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ email: ann }),
        }),
        given,
        createExecutionContext(),
      );
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect((await ask('https://readout.workers.example')).status).toBe(501);
    expect(await env.DB.prepare('SELECT 1 FROM subscription_request').first()).toBeNull();
    expect((await ask('http://localhost:8787')).status).toBe(202);
    await worker.scheduled(createScheduledController({ scheduledTime: Date.now() }), {
      ...given,
      PUBLIC_URL: 'https://readout.example',
    });
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('No mail is sent'));
    warn.mockRestore();
  });

  it('forgets whose time is over where no mail can be sent, too', async () => {
    const world = await World.at('2026-03-02T08:00:00Z');
    expect((await world.api({ email: ann })).status).toBe(202);
    await world.drain();
    expect(await env.DB.prepare('SELECT status FROM subscriber').first()).toEqual({ status: 'pending' });
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const fire = (day: string) =>
      worker.scheduled(createScheduledController({ scheduledTime: Date.parse(day) }), {
        ...bindings(world),
        SECRET_KEYS: '',
      });
    await fire('2026-04-01T07:00:00Z');
    expect(await env.DB.prepare('SELECT 1 FROM subscriber').first()).not.toBeNull();
    await fire('2026-04-01T09:00:00Z');
    for (const table of ['subscriber', 'subscription_request', 'mail_cap'])
      expect([table, await env.DB.prepare(`SELECT 1 FROM ${table}`).first()]).toEqual([table, null]);
    vi.restoreAllMocks();
  });
});
