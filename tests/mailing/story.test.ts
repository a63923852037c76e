import { describe, expect, it, vi } from 'vitest';
import { makeToken } from '../../src/mail/tokens.ts';
import { listReaders } from '../../src/mailing/delivery/list-readers.ts';
import { aStatement, theCorrection, theTrip } from './news.ts';
import { World } from './world.ts';

// Days pass in here, statement by statement.
vi.setConfig({ testTimeout: 60_000 });

const ann = 'ann@readers.example';
const bob = 'bob@readers.example';
const cyd = 'cyd@readers.example';

describe('the story of four days', () => {
  it('sends everybody exactly what they should get, and nobody anything twice', async () => {
    const world = await World.at('2026-03-02T08:00:00Z');
    await world.join(ann);
    await world.join(bob, { people: ['minister-alpha'] });
    await world.join(cyd, { countries: ['FR'] });
    // Asked, but never confirmed.
    await world.api({ email: 'dot@readers.example' });
    await world.drain();

    // Day one: documents arrive, the cron fires twice.
    await theTrip(1, '2026-03-03T05:00:00.000Z');
    world.at('2026-03-03T06:05:00Z');
    await Promise.all([world.cron(), world.cron()]);
    world.queue.duplicate();
    await world.drain();
    expect(world.issues(ann)).toEqual(['2026-03-03']);
    expect(world.issues(bob)).toEqual(['2026-03-03']);
    expect(world.issues(cyd)).toEqual([]);
    expect(world.provider.to(bob).at(-1)?.subject).toBe('Minister Alpha in Norway, 2–4 Mar: 1 quote');

    // Day two: nothing for anybody but who follows France, and who follows everything.
    await aStatement(2, 2, '2026-03-03T12:00:00.000Z');
    world.at('2026-03-04T06:05:00Z');
    await world.cron();
    await world.drain();
    expect(world.issues(ann)).toEqual(['2026-03-03', '2026-03-04']);
    expect(world.issues(bob)).toEqual(['2026-03-03']);
    expect(world.issues(cyd)).toEqual(['2026-03-04']);

    // Day three is missed. Words are corrected, another statement comes.
    await theCorrection(3, '2026-03-04T15:00:00.000Z');
    await aStatement(3, 4, '2026-03-05T09:00:00.000Z');

    // Day four: it is caught up with; Cyd leaves between compile and send.
    world.at('2026-03-06T06:05:00Z');
    await world.cron();
    const leaving = await world.post(
      new URL(/<(https:[^>]+)>/.exec(world.provider.to(cyd).at(-1)?.headers['List-Unsubscribe'] ?? '')![1]!)
        .pathname,
      new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    );
    expect(leaving.status).toBe(200);
    await world.drain();
    expect(world.issues(ann)).toEqual(['2026-03-03', '2026-03-04', '2026-03-06']);
    expect(world.issues(bob)).toEqual(['2026-03-03', '2026-03-06']);
    expect(world.issues(cyd)).toEqual(['2026-03-04']);
    expect(world.issues('dot@readers.example')).toEqual([]);
    expect(world.provider.to(bob).at(-1)?.text).toContain('The source has changed these words');

    // Later sweeps and the same messages again bring nobody anything more.
    const before = world.provider.sent.length;
    for (let round = 0; round < 6; round++) {
      world.wait(90);
      await world.cron();
      world.queue.duplicate();
      await world.drain();
    }
    expect(world.provider.sent.length).toBe(before);
    expect((await world.deliveries()).every(({ state }) => ['sent', 'skipped'].includes(state))).toBe(true);
    expect(world.queue.dead).toEqual([]);
  });

  it('sends weekly readers the week and not its days', async () => {
    const world = await World.at('2026-03-02T04:00:00Z');
    await world.join(ann, { cadence: 'weekly' });
    await theTrip(1, '2026-03-03T05:00:00.000Z');
    for (const day of ['03', '04', '05', '06', '07', '08', '09', '10']) {
      world.at(`2026-03-${day}T06:05:00Z`);
      await world.cron();
      await world.drain();
    }
    expect(world.issues(ann)).toEqual(['2026-W10']);
  });

  it('sends who confirms after an issue was made the next one, not that one', async () => {
    const world = await World.at('2026-03-03T04:00:00Z');
    await theTrip(1, '2026-03-03T05:00:00.000Z');
    world.at('2026-03-03T06:05:00Z');
    await world.cron();
    world.wait(1);
    await world.join(ann);
    expect(world.issues(ann)).toEqual([]);
    await aStatement(2, 2, '2026-03-03T12:00:00.000Z');
    world.at('2026-03-04T06:05:00Z');
    await world.cron();
    await world.drain();
    expect(world.issues(ann)).toEqual(['2026-03-04']);
  });

  it('sends what somebody wants by now, where they changed it between compile and send', async () => {
    const world = await World.at('2026-03-02T08:00:00Z');
    await world.join(ann);
    await theTrip(1, '2026-03-03T05:00:00.000Z');
    await aStatement(2, 1, '2026-03-03T05:00:00.000Z');
    world.at('2026-03-03T06:05:00Z');
    await world.cron();
    await listReaders(world.office, '2026-03-03');
    const token = await makeToken(world.office.keys, 'manage', 1, world.now);
    const wants = new URLSearchParams({ action: 'change', cadence: 'daily', people: '', countries: 'fr' });
    expect((await world.post(`/subscriptions/${token}`, wants)).status).toBe(200);
    await world.drain();
    const letter = world.provider.to(ann).at(-1);
    expect(letter?.text).toContain('harbour 2');
    expect(letter?.text).not.toContain('bridge');
  });
});
