import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { everySource, wholeSource } from '../../src/sources/answers.ts';
import { takeTurn } from '../../src/sources/poll.ts';
import { takeDue } from '../../src/store/polling.ts';
import { entries } from '../ingest/record.ts';
import { addSource, feedOf, Publisher, pageOf, SITE, written } from './publisher.ts';

const due = ({ now }: Publisher) =>
  takeDue(env.DB, now.toISOString(), new Date(now.getTime() + 1_200_000).toISOString(), 100);

function publish(publisher: Publisher, items: ReturnType<typeof written>[]): void {
  publisher.put(`${SITE}/feed.xml`, feedOf(items), 'application/rss+xml');
  for (const it of items) publisher.put(SITE + it.path, pageOf(it));
}

const first = written(1, 'We will build the longest bridge of all.', '2026-03-02T07:00:00Z');
const second = written(2, 'This bridge is shorter, but it is safer.', '2026-03-02T09:00:00Z');

describe('a source that is polled', () => {
  it('has its articles on record, with who brought them and what may be done with them', async () => {
    const publisher = new Publisher();
    publish(publisher, [first]);
    const id = await addSource(publisher);
    const turn = await takeTurn(id, publisher.polling());
    expect(turn).toMatchObject({ result: 'polled', listed: 1, fresh: 1, more: false });
    const [document] = (await entries('document')).filter(({ status }) => status === 'published');
    expect(document).toMatchObject({
      title: first.title,
      publisher: 'Ministry of Works',
      source: id,
      rights: 'quote_only',
      published_on: '2026-03-02',
    });
    expect((await entries<{ text: string }>('quote')).map(({ text }) => text)).toEqual([
      'We will build the longest bridge of all.',
    ]);
    const [shown] = (await everySource(publisher.polling())).filter((it) => it.id === id);
    expect(shown).toMatchObject({ state: 'ok', documents: 1, waiting: 0, blocker: null });
  });

  it('is not asked twice for the same turn, and the clock fired twice changes nothing', async () => {
    const publisher = new Publisher();
    publish(publisher, [first]);
    const id = await addSource(publisher);
    expect(await due(publisher)).toEqual([id]);
    expect(await due(publisher)).toEqual([]);
    const turns = await Promise.all([takeTurn(id, publisher.polling()), takeTurn(id, publisher.polling())]);
    expect(turns.map(({ result }) => result).sort()).toEqual(['busy', 'polled']);
    const asked = publisher.asked.length;
    expect((await takeTurn(id, publisher.polling())).result).toBe('not_due');
    expect(publisher.asked.length).toBe(asked);
    expect(publisher.most).toBe(1);
  });

  it('is asked with conditions and by name, and does nothing on 304 but wait longer', async () => {
    const publisher = new Publisher();
    publish(publisher, [first]);
    const id = await addSource(publisher);
    await takeTurn(id, publisher.polling());
    const before = (await wholeSource(publisher.polling(), id))!.interval;
    publisher.later(60);
    publisher.asked.length = 0;
    expect(await takeTurn(id, publisher.polling())).toMatchObject({ result: 'polled', listed: 0, fresh: 0 });
    const list = publisher.asked.find(({ url }) => url.endsWith('/feed.xml'))!;
    expect(list.headers.get('If-None-Match')).toMatch(/^"/);
    expect(list.headers.get('User-Agent')).toContain('ReadoutBot');
    expect((await wholeSource(publisher.polling(), id))!.interval).toBeGreaterThan(before);
  });

  it('gives what it listed first as an archive, and only what came after as news', async () => {
    const publisher = new Publisher();
    publish(publisher, [first]);
    const id = await addSource(publisher);
    await takeTurn(id, publisher.polling());
    publisher.later(120);
    publish(publisher, [second, first]);
    expect(await takeTurn(id, publisher.polling())).toMatchObject({ fresh: 1 });
    const { results } = await env.DB.prepare('SELECT body, first_rev FROM quote ORDER BY first_rev').all<{
      body: string;
      first_rev: number;
    }>();
    expect(results.map(({ body, first_rev }) => [/"text":"([^"]*)"/.exec(body)?.[1], first_rev > 0])).toEqual(
      [
        ['We will build the longest bridge of all.', false],
        ['This bridge is shorter, but it is safer.', true],
      ],
    );
  });

  it('is left alone where its robots.txt says so, and as long as it says', async () => {
    const publisher = new Publisher();
    publish(publisher, [first]);
    publisher.put(`${SITE}/robots.txt`, 'User-agent: ReadoutBot\nDisallow: /news/\n', 'text/plain');
    const id = await addSource(publisher);
    expect(await takeTurn(id, publisher.polling())).toMatchObject({ result: 'polled', kept: [] });
    expect(publisher.asked.some(({ url }) => url.includes('/news/'))).toBe(false);
    publisher.answerWith(`${SITE}/feed.xml`, 503, { 'Retry-After': '7200' });
    publisher.later(60);
    expect(await takeTurn(id, publisher.polling())).toMatchObject({ result: 'failed' });
    publisher.asked.length = 0;
    publisher.later(90);
    expect(await due(publisher)).toEqual([]);
    publisher.later(40);
    expect(await due(publisher)).toEqual([id]);
  });

  it('that fails is asked ever more seldom, says since when and why in words, and recovers', async () => {
    const publisher = new Publisher();
    const id = await addSource(publisher);
    const waits: number[] = [];
    for (let n = 0; n < 12; n++) {
      expect((await takeTurn(id, publisher.polling())).result).toBe('failed');
      const { next_at } = (await wholeSource(publisher.polling(), id))!;
      waits.push((Date.parse(next_at!) - publisher.now.getTime()) / 60_000);
      publisher.now = new Date(next_at!);
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(Math.max(...waits)).toBe(1_440);
    const failing = (await wholeSource(publisher.polling(), id))!;
    expect(failing.state).toBe('failing');
    expect(failing.blocker).toMatch(/^404 since 2 March: the list has moved or ended; asked again/);
    publish(publisher, [first]);
    await takeTurn(id, publisher.polling());
    expect(await wholeSource(publisher.polling(), id)).toMatchObject({ state: 'ok', blocker: null });
  });

  it('follows its list where it has moved for good, and only then', async () => {
    const publisher = new Publisher();
    publish(publisher, [first]);
    publisher.pages.set(`${SITE}/new.xml`, publisher.pages.get(`${SITE}/feed.xml`)!);
    publisher.answerWith(`${SITE}/feed.xml`, 302, { Location: '/new.xml' });
    const id = await addSource(publisher);
    await takeTurn(id, publisher.polling());
    expect((await wholeSource(publisher.polling(), id))!.address).toBe(`${SITE}/feed.xml`);
    publisher.answerWith(`${SITE}/feed.xml`, 301, { Location: '/new.xml' });
    publisher.later(60);
    await takeTurn(id, publisher.polling());
    expect((await wholeSource(publisher.polling(), id))!.address).toBe(`${SITE}/new.xml`);
  });
});

describe('a source that is not what it was', () => {
  const many = (from: number, count: number, mark = '') =>
    Array.from({ length: count }, (_, n) => ({
      ...written(from + n, `We build ${from + n} bridges.`, '2026-03-02T07:00:00Z'),
      ...(mark !== '' && { guid: `${mark}${n}`, path: `/${mark}/${n}` }),
    }));

  it('is held when every identifier changes overnight, and let go as an archive by a person', async () => {
    const publisher = new Publisher();
    publisher.put(`${SITE}/feed.xml`, feedOf(many(1, 8)));
    const id = await addSource(publisher);
    await takeTurn(id, publisher.polling());
    publisher.later(600);
    publisher.put(`${SITE}/feed.xml`, feedOf(many(1, 8, 'again')));
    const turn = await takeTurn(id, publisher.polling());
    expect(turn).toMatchObject({ result: 'held', kept: [] });
    expect(turn.why).toContain('other identifiers');
    expect(await wholeSource(publisher.polling(), id)).toMatchObject({ state: 'held', documents: 0 });
    publisher.later(600);
    expect(await due(publisher)).toEqual([]);
    expect(publisher.asked.filter(({ url }) => url.includes('/again/'))).toEqual([]);
  });

  it('is held when it suddenly sends a hundred times as much', async () => {
    const publisher = new Publisher();
    const id = await addSource(publisher);
    for (let n = 0; n < 4; n++) {
      publisher.put(`${SITE}/feed.xml`, feedOf(many(1, 6 + n)));
      await takeTurn(id, publisher.polling());
      publisher.later(2_000);
    }
    publisher.put(`${SITE}/feed.xml`, feedOf([...many(1, 9), ...many(100, 300)]));
    expect(await takeTurn(id, publisher.polling())).toMatchObject({ result: 'held' });
  });

  it('is not held for being as busy as ever', async () => {
    const publisher = new Publisher();
    const id = await addSource(publisher);
    for (let n = 0; n < 6; n++) {
      publisher.put(`${SITE}/feed.xml`, feedOf(many(1 + 4 * n, 8)));
      expect((await takeTurn(id, publisher.polling())).result).toBe('polled');
      publisher.later(2_000);
    }
  });
});
