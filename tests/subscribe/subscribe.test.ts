import { env } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { readKeys } from '../../src/mail/keys.ts';
import { makeToken } from '../../src/mail/tokens.ts';
import { bury } from '../../src/mailing/consume.ts';
import { hearEvents } from '../../src/mailing/hear-events.ts';
import { LETTERS, REQUESTS } from '../../src/mailing/list/caps.ts';
import { leaveByMail } from '../../src/mailing/list/leave-by-mail.ts';
import { SECRET_KEYS, World } from '../mailing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const ann = 'ann@readers.example';
const NOON = '2026-03-02T12:00:00Z';
const rows = async (table: 'subscriber' | 'subscription_request' | 'suppression') =>
  (await env.DB.prepare(`SELECT * FROM ${table}`).all<Record<string, unknown>>()).results;
const status = async () => (await rows('subscriber')).map((row) => row.status);
const press = (world: World, path: string, action: string, more: Record<string, string> = {}) =>
  world.post(path, new URLSearchParams({ action, ...more }));

describe('asking for a subscription', () => {
  it('is answered alike for addresses new, pending, confirmed, ended, bounced and beyond the caps', async () => {
    const world = await World.at(NOON);
    const answers: { status: number; body: string; headers: string }[] = [];
    const ask = async (email: string) => {
      const response = await world.api({ email });
      const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
      answers.push({ status: response.status, body: await response.text(), headers });
      await world.drain();
    };
    await ask(ann);
    await ask(ann);
    await press(world, world.link(ann), 'confirm');
    await ask(ann);
    await press(world, world.link(ann), 'unsubscribe');
    await ask(ann);
    await press(world, world.link(ann), 'confirm');
    await ask('gone@readers.example');
    await hear(world, 'e1', 'message.bounced', 'gone@readers.example');
    await ask('gone@readers.example');
    for (let n = 0; n <= LETTERS.mailboxDay; n++) await ask('often@readers.example');
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(202);
    expect(world.provider.to('often@readers.example')).toHaveLength(LETTERS.mailboxDay);
    expect(world.provider.to('gone@readers.example')).toHaveLength(1);
  });

  it('asks the same of the database and the queue whoever it is', async () => {
    const world = await World.at(NOON);
    await world.join(ann);
    const cost = async (email: string) => {
      const before = world.queue.sent;
      const prepare = vi.spyOn(env.DB, 'prepare');
      await world.api({ email });
      const statements = prepare.mock.calls.map(([sql]) => sql);
      prepare.mockRestore();
      return { statements, messages: world.queue.sent - before };
    };
    expect(await cost(ann)).toEqual(await cost('nobody@readers.example'));
  });

  it('by a page without script does the same, and shows what was typed where it must be mended', async () => {
    const world = await World.at(NOON);
    const form = await (await world.ask('/subscribe')).text();
    expect(form).toContain('<form class="preferences" method="post" action="/subscribe">');
    const wrong = await world.post(
      '/subscribe',
      new URLSearchParams({ email: 'ann at home', people: 'Nobody Known', cadence: 'weekly' }),
    );
    expect(wrong.status).toBe(400);
    const page = await wrong.text();
    expect(page).toContain('That is no mail address');
    expect(page).toContain('Nobody on record is called Nobody Known.');
    expect(page).toContain('value="ann at home"');
    const right = new URLSearchParams([
      ['email', ann],
      ['people', 'Jens Stoltenberg'],
      ['countries', 'us'],
      ['countries', 'no'],
      ['cadence', 'weekly'],
    ]);
    expect((await world.post('/subscribe', right)).status).toBe(202);
    await world.drain();
    expect((await rows('subscriber'))[0]).toMatchObject({
      address: ann,
      status: 'pending',
      cadence: 'weekly',
      preferences: '{"people":["jens-stoltenberg"],"countries":["no","us"],"topics":[]}',
    });
  });

  it.each([
    ['no address', { email: 'ann' }, 'email'],
    ['an address that is none', { email: 'ann@readers' }, 'email'],
    ['two lines', { email: 'ann@readers.example\nbcc: b@readers.example' }, 'email'],
    ['an unknown member', { email: ann, peeple: [] }, 'peeple'],
    ['an unknown cadence', { email: ann, cadence: 'hourly' }, 'cadence'],
    ['an unknown country', { email: ann, countries: ['XX'] }, 'countries'],
    ['an unknown topic', { email: ann, topics: ['gossip'] }, 'topics'],
    ['a person that is no id', { email: ann, people: ['Jens Stoltenberg'] }, 'people'],
    ['too many people', { email: ann, people: Array.from({ length: 51 }, (_, n) => `p-${n}`) }, 'people'],
  ])('with %s is answered with a problem that names it, and keeps nothing', async (_, body, parameter) => {
    const world = await World.at(NOON);
    const response = await world.api(body);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ errors: [{ parameter }] });
    expect(await rows('subscription_request')).toEqual([]);
  });

  it('sends no more letters than the caps to a mailbox, however its address is varied', async () => {
    const world = await World.at(NOON);
    for (const email of [
      'a.b@gmail.com',
      'ab@gmail.com',
      'ab+1@gmail.com',
      'A.B+2@gmail.com',
      'a.b+3@gmail.com',
    ])
      await world.api({ email });
    await world.drain();
    expect(world.provider.sent).toHaveLength(LETTERS.mailboxDay);
  });

  it('from one network beyond the cap keeps nothing, and other networks go on', async () => {
    const world = await World.at(NOON);
    const ask = (n: number, ip: string) =>
      world.api({ email: `r${n}@readers.example` }, { 'CF-Connecting-IP': ip });
    for (let n = 0; n < REQUESTS.networkHour + 5; n++)
      expect((await ask(n, `192.0.2.${n}`)).status).toBe(202);
    expect(await rows('subscription_request')).toHaveLength(REQUESTS.networkHour);
    await ask(99, '198.51.100.1');
    await ask(98, '2001:db8:1::1');
    expect(await rows('subscription_request')).toHaveLength(REQUESTS.networkHour + 2);
    world.wait(60);
    await ask(97, '192.0.2.1');
    expect(await rows('subscription_request')).toHaveLength(REQUESTS.networkHour + 3);
  });

  it('from a few networks that flood a domain locks out none of its readers elsewhere, and is told the operator', async () => {
    const world = await World.at(NOON);
    const ask = (n: number, ip: string) =>
      world.api({ email: `r${n}@readers.example` }, { 'CF-Connecting-IP': ip });
    for (let n = 0; n < LETTERS.domainHour + 80; n++) await ask(n, `10.0.${n % 14}.1`);
    await world.drain();
    const flooded = world.provider.sent.length;
    expect(flooded).toBeLessThanOrEqual(LETTERS.domainHour + 14 * 3);
    const reader = await ask(999, '203.0.113.9');
    expect([reader.status, await reader.json()]).toEqual([202, await (await ask(998, '10.0.0.2')).json()]);
    await world.drain();
    expect(world.provider.to('r999@readers.example')).toHaveLength(1);
    const { results } = await env.DB.prepare('SELECT day, what, n FROM turned_away ORDER BY what').all();
    expect(results).toContainEqual({ day: '2026-03-02', what: 'domain hour', n: expect.any(Number) });
    expect(JSON.stringify(results)).not.toMatch(/readers|10\.0/);
  });

  it('forgets the request once it is answered', async () => {
    const world = await World.at(NOON);
    await world.api({ email: ann });
    expect(await rows('subscription_request')).toHaveLength(1);
    await world.drain();
    expect(await rows('subscription_request')).toEqual([]);
  });
});

describe('the link to confirm', () => {
  it('changes nothing when it is opened, by GET or HEAD, however often', async () => {
    const world = await World.at(NOON);
    await world.api({ email: ann });
    await world.drain();
    const link = world.link(ann);
    const page = await (await world.ask(link)).text();
    expect(page).toMatch(/<button type="submit" name="action" value="confirm">/);
    await world.ask(link, { method: 'HEAD' });
    await world.ask(link);
    expect(await status()).toEqual(['pending']);
  });

  it('confirms by its button, twice as well as once', async () => {
    const world = await World.at(NOON);
    await world.api({ email: ann });
    await world.drain();
    const link = world.link(ann);
    expect((await press(world, link, 'confirm')).status).toBe(200);
    const confirmed = await rows('subscriber');
    world.wait(5);
    expect((await press(world, link, 'confirm')).status).toBe(200);
    expect(await rows('subscriber')).toEqual(confirmed);
  });

  it('is good for a week, is nobody else’s, and cannot be made up or used for something else', async () => {
    const world = await World.at(NOON);
    await world.api({ email: ann });
    await world.drain();
    const link = world.link(ann);
    const forged = [
      link.replace('/c-', '/m-'),
      link.replace('/c-', '/u-'),
      link.replace('-k1-1-', '-k1-2-'),
      link.replace('-k1-', '-k9-'),
      link.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      link.replace(/-[0-9a-z]+-([0-9a-f]{32})$/, '-zzzzzz-$1'),
      '/subscriptions/x',
      `/subscriptions/${'a'.repeat(3000)}`,
      '/subscriptions/%00',
    ];
    for (const path of forged)
      expect([path, (await press(world, path, 'confirm')).status]).toEqual([path, 404]);
    world.wait(7 * 24 * 60 + 1);
    expect((await press(world, link, 'confirm')).status).toBe(404);
    expect(await status()).toEqual(['pending']);
  });

  it('does not bring back who has left since', async () => {
    const world = await World.at(NOON);
    await world.api({ email: ann });
    await world.drain();
    const link = world.link(ann);
    await press(world, link, 'confirm');
    await world.api({ email: ann });
    await world.drain();
    await press(world, world.link(ann), 'unsubscribe');
    expect((await press(world, link, 'confirm')).status).toBe(404);
    expect(await status()).toEqual(['unsubscribed']);
  });

  it('signed by a key that is no longer the newest still works, and by one that is gone does not', async () => {
    const before = await World.at(NOON);
    await before.api({ email: ann });
    await before.drain();
    const link = before.link(ann);
    const newest = 'k2:YW5vdGhlciBrZXkgb2YgdGhlIHRlc3RzIQ==';
    expect((await press(await World.at(NOON, newest), link, 'confirm')).status).toBe(404);
    expect((await press(await World.at(NOON, `${newest},${SECRET_KEYS}`), link, 'confirm')).status).toBe(200);
  });
});

describe('a subscription', () => {
  const managed = async () => {
    const world = await World.at(NOON);
    await world.join(ann, { countries: ['US'] });
    return { world, link: `/subscriptions/${await makeToken(world.office.keys, 'manage', 1, world.now)}` };
  };

  it('is shown and changed by its link', async () => {
    const { world, link } = await managed();
    expect(await (await world.ask(link)).text()).toContain('name="countries" value="us" checked=""');
    const answer = await press(world, link, 'change', {
      cadence: 'weekly',
      countries: 'fr',
      people: 'Emmanuel Macron',
    });
    expect(answer.status).toBe(200);
    expect((await rows('subscriber'))[0]).toMatchObject({
      cadence: 'weekly',
      preferences: '{"people":["emmanuel-macron"],"countries":["fr"],"topics":[]}',
    });
  });

  it('is not changed by whoever asks again in the owner’s name', async () => {
    const { world } = await managed();
    const before = await rows('subscriber');
    await world.api({ email: ann, countries: ['FR'], cadence: 'weekly' });
    await world.drain();
    expect(await rows('subscriber')).toEqual(before);
    expect(world.provider.to(ann).at(-1)?.subject).toBe('Your subscription to Readout');
  });

  it.each([
    ['urlencoded', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    [
      'multipart',
      () => {
        const form = new FormData();
        form.set('List-Unsubscribe', 'One-Click');
        return form;
      },
    ],
  ])('ends by one click, %s, without a cookie or a redirect, twice as well as once', async (_, body) => {
    const { world } = await managed();
    const token = await makeToken(world.office.keys, 'unsubscribe', 1, world.now);
    world.wait(400 * 24 * 60);
    for (let time = 0; time < 2; time++) {
      const response = await world.post(`/subscriptions/${token}`, body());
      expect(response.status).toBe(200);
      expect(response.headers.get('Set-Cookie')).toBeNull();
    }
    expect(await status()).toEqual(['unsubscribed']);
  });

  it('does not end because somebody opened the link', async () => {
    const { world } = await managed();
    const token = await makeToken(world.office.keys, 'unsubscribe', 1, world.now);
    expect(await (await world.ask(`/subscriptions/${token}`)).text()).toContain('value="unsubscribe"');
    expect(await status()).toEqual(['confirmed']);
  });

  it('ends by a mail to the address in its letters, and by no other', async () => {
    const { world } = await managed();
    const { keys } = world.office;
    const token = await makeToken(keys, 'unsubscribe', 1, world.now);
    const manage = await makeToken(keys, 'manage', 1, world.now);
    expect(`leave+${token}`.length).toBeLessThanOrEqual(64);
    expect(await leaveByMail(world.office, 'leave@readout.example')).toBe(false);
    expect(await leaveByMail(world.office, `leave+${manage}@readout.example`)).toBe(false);
    expect(await status()).toEqual(['confirmed']);
    expect(await leaveByMail(world.office, `leave+${token.toUpperCase()}@readout.example`)).toBe(true);
    expect(await status()).toEqual(['unsubscribed']);
  });

  it('is deleted but for a keyed hash, and its address is left alone for thirty days', async () => {
    const { world, link } = await managed();
    await press(world, link, 'erase');
    expect(await rows('subscriber')).toEqual([]);
    const [kept, ...others] = await rows('suppression');
    expect(others).toEqual([]);
    expect(JSON.stringify(kept)).not.toContain('ann');
    expect(kept).toMatchObject({
      reason: 'erased',
      address_hash: expect.stringMatching(/^k1:[0-9a-f]{32}$/),
    });
    const sent = world.provider.sent.length;
    world.wait(24 * 60);
    await world.api({ email: ann });
    await world.drain();
    expect(world.provider.sent.length).toBe(sent);
    world.wait(31 * 24 * 60);
    await world.join(ann);
    expect(await status()).toEqual(['confirmed']);
  });

  it('to confirm, made before somebody unsubscribed, confirms nothing when they are asked for again', async () => {
    const world = await World.at(NOON);
    await world.api({ email: ann });
    await world.drain();
    const old = world.link(ann);
    await press(world, old, 'confirm');
    const leave = await makeToken(world.office.keys, 'unsubscribe', 1, world.now);
    await world.post(`/subscriptions/${leave}`, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }));
    world.wait(10);
    await world.api({ email: ann });
    await world.drain();
    expect(await status()).toEqual(['pending']);
    expect((await press(world, old, 'confirm')).status).toBe(404);
    expect(await status()).toEqual(['pending']);
    expect((await press(world, world.link(ann), 'confirm')).status).toBe(200);
    expect(await status()).toEqual(['confirmed']);
  });

  it('too old a link shows nothing, and sends a new one to the mailbox', async () => {
    const { world, link } = await managed();
    world.wait(91 * 24 * 60);
    const page = await (await world.ask(link)).text();
    expect(page).not.toContain('United States');
    await press(world, link, 'renew');
    await world.drain();
    expect(await (await world.ask(world.link(ann))).text()).toContain('Your subscription');
    expect((await press(world, link, 'erase')).status).toBe(200);
    expect(await status()).toEqual(['confirmed']);
  });

  it('is shown to nobody but its reader: not kept, not listed, not told on', async () => {
    const { world, link } = await managed();
    const { headers } = await world.ask(link);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Robots-Tag')).toContain('noindex');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  it.each(['text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x', ''])(
    'is not changed by a body that is no form (%s), which is no error of ours',
    async (type) => {
      const { world, link } = await managed();
      const response = await world.ask(link, {
        method: 'POST',
        headers: { 'Content-Type': type },
        body: 'action=erase',
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await status()).toEqual(['confirmed']);
    },
  );

  it('that nobody confirmed, or that ended, is deleted within a month', async () => {
    const { world, link } = await managed();
    await world.api({ email: 'never@readers.example' });
    await world.drain();
    await press(world, link, 'unsubscribe');
    world.wait(31 * 24 * 60);
    await world.cron();
    expect(await rows('subscriber')).toEqual([]);
    expect(await rows('suppression')).toEqual([]);
  });
});

describe('what the provider tells later', () => {
  it('deletes addresses that do not exist or complained, once, and nothing else', async () => {
    const world = await World.at(NOON);
    for (const name of ['ann', 'bob', 'cyd']) await world.join(`${name}@readers.example`);
    await hear(world, 'e1', 'message.bounced', ann, { bounce: { type: 'hard' } });
    await hear(world, 'e2', 'message.complained', 'Bob@Readers.example');
    await hear(world, 'e3', 'message.bounced', 'cyd@readers.example', { bounce: { type: 'soft' } });
    await hear(world, 'e4', 'message.delivered', 'cyd@readers.example');
    expect((await rows('subscriber')).map(({ address }) => address)).toEqual(['cyd@readers.example']);
    expect((await rows('suppression')).map(({ reason }) => reason).toSorted()).toEqual([
      'bounced',
      'complained',
    ]);
    // The same event again, after the address has come back, changes nothing.
    world.wait(181 * 24 * 60);
    await world.cron();
    await world.join(ann);
    await hear(world, 'e5', 'message.delivered', ann);
    const again = await rows('subscriber');
    expect(again).toHaveLength(2);
  });

  it('again and again counts once', async () => {
    const world = await World.at(NOON);
    await world.join(ann);
    await hear(world, 'e1', 'message.bounced', ann, { bounce: { type: 'hard' } });
    const before = await rows('suppression');
    world.wait(10);
    await hear(world, 'e1', 'message.bounced', ann, { bounce: { type: 'hard' } });
    expect(await rows('suppression')).toEqual(before);
  });

  it('that is no event is passed over', async () => {
    const world = await World.at(NOON);
    let acked = 0;
    const messages = [null, 1, {}, { type: 'x' }, { type: 'y', payload: { eventId: '', recipient: 1 } }].map(
      (body, n) => ({ id: String(n), body, attempts: 1, ack: () => void acked++, retry: () => {} }),
    );
    await hearEvents(world.office, { messages });
    expect(acked).toBe(5);
  });
});

describe('dead letters', () => {
  it('are recorded once, by their ids and nothing they may have held', async () => {
    const world = await World.at(NOON);
    const message = (id: string, body: unknown) => ({
      id,
      body,
      attempts: 1,
      ack: () => {},
      retry: () => {},
    });
    const messages = [
      message('m1', { delivery: 7 }),
      message('m2', { to: ann }),
      message('m1', { delivery: 7 }),
    ];
    await bury(env.DB, { now: () => world.now.getTime(), random: () => 0.5 }, { messages });
    const { results } = await env.DB.prepare('SELECT id, body FROM dead_letter ORDER BY id').all();
    expect(results).toEqual([
      { id: 'm1', body: '{"delivery":7}' },
      { id: 'm2', body: '"not an errand"' },
    ]);
  });
});

describe('keys', () => {
  it('are needed wherever the site is not on this machine', async () => {
    expect(await readKeys('', 'https://readout.example')).toBeNull();
    expect((await readKeys(undefined, 'http://localhost:8787'))?.development).toBe(true);
  });

  it.each([
    'nonsense',
    'k1:',
    'k1:c2hvcnQ=',
    'K1:dGhlIGZpcnN0IGtleSBvZiB0aGUgdGVzdHM=',
    `${SECRET_KEYS},${SECRET_KEYS}`,
  ])('that cannot be read (%s) are refused without being repeated', async (setting) => {
    const error = await readKeys(setting, 'https://readout.example').catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).not.toContain(setting.split(':')[1] || 'nonsense!');
  });
});

async function hear(
  world: World,
  eventId: string,
  type: string,
  recipient: string,
  more = {},
): Promise<void> {
  const bounce = type.endsWith('bounced') ? { bounce: { type: 'hard' } } : {};
  const body = {
    type: `cf.email.sending.${type}`,
    source: { type: 'email.sending', domain: 'readout.example' },
    payload: { eventId, recipient, messageId: 'm', ...bounce, ...more },
  };
  const message = { id: eventId, body, attempts: 1, ack: () => {}, retry: () => {} };
  await hearEvents(world.office, { messages: [message] });
}
