import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { wholeSource } from '../../src/sources/answers.ts';
import { takeTurn } from '../../src/sources/poll.ts';
import { takeDue } from '../../src/store/polling.ts';
import { entries } from '../ingest/record.ts';
import { ask } from '../workers/ask.ts';
import { addSource, feedOf, Publisher, pageOf, SITE, written } from './publisher.ts';

/** Lets the clock run, five minutes at a time would be the deployed pace; here each quarter of an hour. */
async function live(publisher: Publisher, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 15) {
    publisher.later(15);
    const now = publisher.now.toISOString();
    const due = await takeDue(env.DB, now, new Date(publisher.now.getTime() + 60_000).toISOString(), 10);
    for (const id of due) await takeTurn(id, publisher.polling());
  }
}
const said = async (status: string) =>
  (await entries<{ text: string }>('quote')).filter((it) => it.status === status).map(({ text }) => text);

it('a publisher that edits, removes and fails over days is followed, and nothing else is told of it', async () => {
  const publisher = new Publisher();
  const first = written(1, 'We will build the longest bridge of all.', '2026-03-02T07:00:00Z');
  const second = written(2, 'This bridge is shorter, but it is safer.', '2026-03-02T07:30:00Z');
  publisher.put(`${SITE}/feed.xml`, feedOf([first, second]));
  for (const it of [first, second]) publisher.put(SITE + it.path, pageOf(it));
  const id = await addSource(publisher);
  await takeTurn(id, publisher.polling());
  expect((await said('published')).length).toBe(2);

  // Twenty minutes later a word of the first is another, without a note.
  const edited = { ...first, body: first.body.map((it) => it.replace('longest', 'shortest')) };
  publisher.later(20);
  publisher.put(SITE + first.path, pageOf(edited));
  await live(publisher, 75);
  expect(await said('published')).toContain('We will build the shortest bridge of all.');
  expect(await said('corrected')).toEqual(['We will build the longest bridge of all.']);
  const { data } = (await ask('/v1/corrections')).json as { data: Record<string, unknown>[] };
  expect(data).toMatchObject([
    {
      cause: 'source',
      field: 'text',
      before: 'We will build the longest bridge of all.',
      after: 'We will build the shortest bridge of all.',
    },
  ]);
  expect((await wholeSource(publisher.polling(), id))!.correction_clock).toMatchObject({
    watched: 2,
    changed: 1,
    edits: 1,
    open: 0,
    within_day: 1,
  });

  // An error page in place of the article is no edit; nor is a server that fails for hours.
  publisher.put(
    SITE + first.path,
    '<html><body><div class="text"><p>Something went wrong.</p></div></body></html>',
  );
  await live(publisher, 45);
  publisher.put(SITE + first.path, pageOf(edited));
  publisher.answerWith(SITE + second.path, 500);
  await live(publisher, 360);
  expect((await said('published')).length).toBe(2);
  publisher.put(SITE + second.path, pageOf(second));

  // A page that vanishes is said to be gone after two tries, and stays on record, since it was said.
  publisher.answerWith(SITE + second.path, 404);
  await live(publisher, 3 * 1_440);
  const source = (await wholeSource(publisher.polling(), id))!;
  expect(source.gone).toBe(1);
  expect(source.unrest.map(({ what }) => what).sort()).toEqual(['edited', 'gone']);
  expect(await said('published')).toContain('This bridge is shorter, but it is safer.');
  expect(((await ask('/v1/corrections')).json as { data: unknown[] }).data.length).toBe(1);
});

it('a page that its publisher has taken down on purpose is withdrawn after a day of 410', async () => {
  const publisher = new Publisher();
  const only = written(1, 'We will build the longest bridge of all.', '2026-03-02T07:00:00Z');
  publisher.put(`${SITE}/feed.xml`, feedOf([only]));
  publisher.put(SITE + only.path, pageOf(only));
  const id = await addSource(publisher);
  await takeTurn(id, publisher.polling());
  publisher.answerWith(SITE + only.path, 410);
  await live(publisher, 600);
  expect((await said('published')).length).toBe(1);
  await live(publisher, 2 * 1_440);
  expect(await said('published')).toEqual([]);
  expect(await said('withdrawn')).toEqual(['We will build the longest bridge of all.']);
});
