import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument } from '../../src/ingest/ingest.ts';
import { ask } from '../workers/ask.ts';

const WORDS = 'We will build the longest bridge of all.';
const story = (words: string, more = '') =>
  `Minister of Works Jane Example spoke in Oslo on Monday.\n\n“${words}” Minister Jane Example said in Oslo.\n\n${more}`;
let at = Date.UTC(2026, 2, 2, 8);
const put = (text: string, address = 'https://works.test-press.org/bridge') => {
  at += 60_000;
  return ingestDocument(env.DB, { text, url: address, publisher: 'Works' }, new Date(at), extract);
};
const edit = (path: string, method: string, body?: unknown, token = 'local') =>
  ask(path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const quotes = async () => ((await ask('/v1/quotes')).json as { data: { id: string; text: string }[] }).data;

describe('an editor', () => {
  it('hides a quote everywhere, whatever comes after, until it is taken back', async () => {
    await put(story(WORDS));
    await put(story(WORDS, 'Another paper.'), 'https://other.test-press.org/bridge');
    const [quote] = await quotes();
    const id = quote!.id;
    const hidden = await edit(`/v1/quotes/${id}`, 'PATCH', { hide: true, reason: 'By order of a court.' });
    expect(hidden.status).toBe(200);
    const nothingLeft = async () => {
      for (const path of [`/v1/quotes/${id}`, `/quotes/${id}`, `/embed/quotes/${id}`]) {
        const answer = await ask(path);
        expect([path, answer.status]).toEqual([path, 451]);
        expect(answer.text).not.toContain('longest');
      }
      expect((await ask(`/v1/quotes/${id}`)).json).toEqual({ id, status: 'hidden' });
      for (const path of [
        '/v1/quotes',
        '/v1/quotes?updated_since=2020-01-01',
        '/v1/engagements',
        '/v1/search?q=bridge',
        '/v1/corrections',
        '/feeds/quotes.xml',
        '/feeds/corrections.xml',
        '/corrections',
        '/',
        `/v1/verify?text=${encodeURIComponent(WORDS)}`,
      ])
        expect([path, (await ask(path)).text.includes('the longest bridge of all')]).toEqual([path, false]);
      expect((await ask(`/v1/verify?text=${encodeURIComponent(WORDS)}`)).json).toMatchObject({
        verdict: 'not_found',
      });
    };
    await nothingLeft();
    // Posted again, changed and changed back, read by another extractor: it stays hidden.
    await put(story(WORDS));
    await put(story('Not a word.'));
    await put(story(WORDS));
    await put(story(WORDS, 'A third paper.'), 'https://third.test-press.org/bridge');
    await nothingLeft();
    const { corrections } = hidden.json as { corrections: string[] };
    expect(corrections.length).toBeGreaterThan(0);
    expect((await edit(`/v1/corrections/${corrections[0]}`, 'DELETE')).status).toBe(200);
    const [shown] = await quotes();
    expect(shown).toMatchObject({ id, text: WORDS, status: 'published' });
    expect((shown as unknown as { sources: unknown[] }).sources.length).toBe(3);
    expect((await edit(`/v1/corrections/${corrections[0]}`, 'DELETE')).status).toBe(404);
  });

  it('sets a day that stays whatever is read later, is told as a correction, and can be taken back', async () => {
    await put(story(WORDS));
    const { id } = (await quotes())[0]!;
    const done = await edit(`/v1/quotes/${id}`, 'PATCH', {
      set: { said_on: '2026-03-01' },
      reason: 'The transcript is dated.',
    });
    expect(done.status).toBe(200);
    const { corrections } = done.json as { corrections: string[] };
    expect((await ask(`/v1/corrections/${corrections[0]}`)).json).toMatchObject({
      field: 'said_on',
      after: '2026-03-01',
      cause: 'editor',
      reason: 'The transcript is dated.',
    });
    await put(story(WORDS, 'Another paper.'), 'https://other.test-press.org/bridge');
    await env.DB.prepare("UPDATE extraction SET extractor = 'older'").run();
    await put(story(WORDS));
    expect((await ask(`/v1/quotes/${id}`)).json).toMatchObject({
      said_on: '2026-03-01',
      day: '2026-03-01',
      day_from: 'stated',
    });
    expect(
      ((await ask('/v1/quotes?from=2026-03-01&to=2026-03-01')).json as { data: unknown[] }).data.length,
    ).toBe(1);
    await edit(`/v1/corrections/${corrections[0]}`, 'DELETE');
    expect((await ask(`/v1/quotes/${id}`)).json).not.toMatchObject({ said_on: '2026-03-01' });
  });

  it('cannot set words, needs a reason and a token, and hears what is wrong', async () => {
    await put(story(WORDS));
    const { id } = (await quotes())[0]!;
    const path = `/v1/quotes/${id}`;
    expect((await edit(path, 'PATCH', { set: { text: 'Other words.' }, reason: 'Because.' })).status).toBe(
      400,
    );
    expect((await edit(path, 'PATCH', { set: { said_on: '2026-02-31' }, reason: 'Because.' })).status).toBe(
      400,
    );
    expect((await edit(path, 'PATCH', { hide: true })).status).toBe(400);
    expect((await edit(path, 'PATCH', { reason: 'Because.' })).status).toBe(400);
    expect((await edit(path, 'PATCH', { hide: true, reason: 'Because.' }, 'wrong')).status).toBe(401);
    expect((await edit('/v1/quotes/q_nothing', 'PATCH', { hide: true, reason: 'Because.' })).status).toBe(
      404,
    );
    expect((await quotes()).length).toBe(1);
  });

  it('hides a document, which no post brings back', async () => {
    const { document_id } = await put(story(WORDS));
    const done = await edit(`/v1/documents/${document_id}`, 'PATCH', {
      hide: true,
      reason: 'By order of a court.',
    });
    expect(done.status).toBe(200);
    await put(story(WORDS));
    await put(story(`${WORDS} Again.`));
    expect((await ask(`/v1/documents/${document_id}`)).status).toBe(451);
    expect(await quotes()).toEqual([]);
  });
});

it('readers’ reports are taken without a token, capped, and read with one', async () => {
  const report = { entry: 'q_0123456789ab', text: 'It was said a day earlier.' };
  expect(
    (
      await ask('/v1/reports', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(report),
      })
    ).status,
  ).toBe(202);
  expect((await ask('/v1/reports')).status).toBe(401);
  expect((await edit('/v1/reports', 'GET')).json).toMatchObject({ data: [report] });
  await env.DB.prepare(
    `INSERT INTO report (id, entry, text, at) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
     SELECT 'r' || i, 'q', 'many', strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM n`,
  ).run();
  expect((await edit('/v1/reports', 'POST', report)).status).toBe(429);
});
