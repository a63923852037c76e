import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { ask, askPage, HOST, problemOf } from '../workers/ask.ts';
import { seeds } from '../workers/seeds.ts';

const [seed] = seeds;
const TOKEN = { Authorization: 'Bearer local' };
const post = (body: unknown, headers: Record<string, string> = {}) =>
  ask('/v1/documents', {
    method: 'POST',
    headers: { ...TOKEN, 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });
const text = 'The Minister of Works, Jane Example, said: “We will build the bridge before winter.”';
const document = (asked: { json: unknown }) =>
  asked.json as { id: string; status: string; revision: number; extracted: { quotes: string[] } };
const stored = async () =>
  (await env.DB.prepare('SELECT count(*) AS n FROM document_revision').first<{ n: number }>())?.n;

describe('posting a document', () => {
  it('answers 201 with the document, where it is, and what was read in it', async () => {
    const asked = await post(seed);
    expect(asked.status).toBe(201);
    const { id, extracted } = document(asked);
    expect(asked.headers.get('Location')).toBe(`${HOST}/v1/documents/${id}`);
    expect(asked.headers.get('Cache-Control')).toBe('no-store');
    expect(extracted.quotes.length).toBeGreaterThan(3);
    const { data } = await askPage(`/v1/quotes?document=${id}&limit=100`);
    expect(data.map((it) => it.id).sort()).toEqual([...extracted.quotes].sort());
    expect((await ask(`/v1/documents/${id}`)).json).toEqual(asked.json);
  });

  it('is answered 503, and nothing is kept, where nobody reads it', async () => {
    const app = createApp({ now: () => 0, random: () => 0, isolate: null });
    const { EXTRACTOR: _, ...without } = env;
    const failing = { read: () => Promise.reject(new Error('a secret')) };
    for (const bindings of [without, { ...env, EXTRACTOR: failing }]) {
      const request = new Request(`${HOST}/v1/documents`, {
        method: 'POST',
        headers: { ...TOKEN, 'Content-Type': 'application/json' },
        body: JSON.stringify({ text }),
      });
      const answer = await app.fetch(request, bindings, createExecutionContext());
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([503, 'application/problem+json']);
      expect(answer.headers.has('Retry-After')).toBe(true);
      expect(await answer.text()).not.toContain('secret');
      expect(await stored()).toBe(0);
    }
  });

  it('again answers 200 and changes nothing', async () => {
    const first = await post(seed);
    const again = await post(seed);
    expect(again.status).toBe(200);
    expect(again.json).toEqual(first.json);
    expect(again.headers.get('Readout-Revision')).toBe(first.headers.get('Readout-Revision'));
  });

  it('with another text under its address makes a revision of it', async () => {
    const url = 'https://works.example/bridge';
    const first = document(await post({ text, url }));
    const revised = await post({ text: text.replace('winter', 'summer'), url });
    expect(revised.status).toBe(201);
    expect(document(revised)).toMatchObject({ id: first.id, revision: 2 });
  });

  it.each([
    ['no token', {}],
    ['a wrong token', { Authorization: 'Bearer locaL' }],
    ['an empty token', { Authorization: 'Bearer ' }],
    ['another scheme', { Authorization: 'Basic bG9jYWw=' }],
    ['the token alone', { Authorization: 'local' }],
  ])('with %s is answered 401', async (_, headers) => {
    const asked = await ask('/v1/documents', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(seed),
    });
    expect(asked.status).toBe(401);
    expect(asked.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
    expect(problemOf(asked).detail).not.toContain('local');
    expect(await stored()).toBe(0);
  });

  it('is answered 401 where no token is configured, whatever is sent', async () => {
    const app = createApp({ now: () => 0, random: () => 0, isolate: null });
    const { LOCAL_TOKEN: _, ...deployed } = env;
    for (const INGEST_TOKEN of [undefined, '']) {
      for (const sent of ['Bearer local', 'Bearer undefined', 'Bearer ', '']) {
        const response = await app.request(
          `${HOST}/v1/documents`,
          {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', Authorization: sent },
            body: '{}',
          },
          { ...deployed, INGEST_TOKEN },
          createExecutionContext(),
        );
        expect(response.status).toBe(401);
      }
    }
  });

  it('of more than 1 MiB is answered 413, whatever length it claims', async () => {
    const large = JSON.stringify({ text: 'ä'.repeat(524_300) });
    expect(large.length).toBeLessThan(1_048_576);
    expect((await post(large)).status).toBe(413);
    // The text counts, not its JSON, in which every line break takes two characters.
    const fits = { text: `“We will.”\n${'\n'.repeat(1_048_576 - 15)}` };
    expect(new TextEncoder().encode(fits.text).length).toBe(1_048_576);
    expect((await post(JSON.stringify(fits))).status).toBe(201);
    const pieces = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 80; i++) controller.enqueue(new TextEncoder().encode('x'.repeat(60_000)));
        controller.close();
      },
    });
    const asked = await ask('/v1/documents', {
      method: 'POST',
      headers: { ...TOKEN, 'Content-Type': 'application/json' },
      body: pieces,
    });
    expect(asked.status).toBe(413);
    expect(await stored()).toBe(1);
  });

  it.each([
    ['is not JSON', '{', 400],
    ['is empty', '', 400],
    ['is no object', '[]', 400],
    ['is null', 'null', 400],
    ['has no text', '{}', 400],
    ['has a number for a text', '{"text":1}', 400],
    ['has a member nobody knows', '{"text":"a","titel":"b"}', 400],
    ['has a day that is none', '{"text":"a","published_on":"2024-02-31"}', 400],
    ['is in no language there could be', '{"text":"a","lang":"?"}', 400],
    ['has an address that is none', '{"text":"Words.","url":"javascript:alert(1)"}', 400],
    ['holds NUL', '{"text":"Words.\\u0000"}', 422],
    ['holds half a surrogate pair', '{"text":"Words \\ud800."}', 422],
    ['holds nothing readable', '{"text":" \\n…!"}', 422],
    ['is an empty text', '{"text":""}', 422],
    ['is not UTF-8', new Uint8Array([0x7b, 0x22, 0x74, 0xff, 0x22, 0x7d]), 422],
    ['is UTF-8 cut off', new Uint8Array([0x22, 0xe2, 0x80]), 422],
  ])('that %s is refused, and nothing is stored', async (_, body, status) => {
    const asked = await post(body);
    expect(asked.status).toBe(status);
    expect(problemOf(asked).detail.length).toBeGreaterThan(10);
    expect(await stored()).toBe(0);
  });

  it('names the member that is wrong', async () => {
    expect(problemOf(await post('{"text":1,"titel":"b"}')).errors).toEqual([
      { parameter: 'text', detail: '`text` must be string, not 1' },
      { parameter: 'titel', detail: '`titel` is not a member that is known' },
    ]);
    expect(problemOf(await post('{}')).errors).toEqual([
      { parameter: 'text', detail: '`text` is missing, and so is `html`' },
    ]);
  });

  it.each([
    ['text/plain', 415],
    ['application/json; charset=iso-8859-1', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/json; charset="UTF-8"', 201],
    ['Application/JSON', 201],
  ])('as %s is answered %i', async (type, status) => {
    expect((await post({ text }, { 'Content-Type': type })).status).toBe(status);
  });

  it('takes a byte order mark before the JSON for what it is', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(JSON.stringify({ text }))]);
    expect((await post(bytes)).status).toBe(201);
  });
});

describe('an Idempotency-Key', () => {
  it('gets a repeated request the answer of the first', async () => {
    const first = await post({ text }, { 'Idempotency-Key': 'once' });
    const again = await post({ text }, { 'Idempotency-Key': 'once' });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json).toEqual(first.json);
    expect((await post({ text }, { 'Idempotency-Key': 'twice' })).status).toBe(200);
  });

  it('is refused with other content', async () => {
    await post({ text }, { 'Idempotency-Key': 'once' });
    const asked = await post({ text: 'Other words.' }, { 'Idempotency-Key': 'once' });
    expect([asked.status, problemOf(asked).detail]).toEqual([
      422,
      'This `Idempotency-Key` came with other content before.',
    ]);
    expect(await stored()).toBe(1);
  });

  it('of a refused request is free again', async () => {
    expect((await post({ text: '' }, { 'Idempotency-Key': 'once' })).status).toBe(422);
    expect((await post({ text }, { 'Idempotency-Key': 'once' })).status).toBe(201);
  });

  it('must be a word', async () => {
    expect((await post({ text }, { 'Idempotency-Key': 'a b' })).status).toBe(400);
    expect((await post({ text }, { 'Idempotency-Key': 'a'.repeat(256) })).status).toBe(400);
  });
});

describe('withdrawing a document', () => {
  const withdraw = (id: string, headers: Record<string, string> = TOKEN) =>
    ask(`/v1/documents/${id}`, { method: 'DELETE', headers });

  it('takes back what only it said, and posting it again restores that', async () => {
    const { id, extracted } = document(await post(seed));
    const before = await ask('/v1/quotes?limit=100&fields=id,text');
    const asked = await withdraw(id);
    expect(asked.status).toBe(200);
    expect(asked.json).toMatchObject({ id, status: 'withdrawn' });
    expect((await askPage('/v1/quotes')).data).toEqual([]);
    expect((await ask(`/v1/quotes/${extracted.quotes[0]}`)).json).toMatchObject({ status: 'withdrawn' });
    expect((await withdraw(id)).status).toBe(200);
    expect((await post(seed)).status).toBe(201);
    expect((await ask('/v1/quotes?limit=100&fields=id,text')).json).toEqual(before.json);
  });

  it('needs the token, and a document', async () => {
    const { id } = document(await post(seed));
    expect((await withdraw(id, {})).status).toBe(401);
    expect((await ask(`/v1/documents/${id}`)).json).toMatchObject({ status: 'published' });
    expect((await withdraw('d_nothing')).status).toBe(404);
    expect((await withdraw('%00')).status).toBe(404);
  });
});

describe('checking a text', () => {
  const check = (id: string, body: unknown) =>
    ask(`/v1/documents/${id}/check`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  interface Check {
    same: boolean;
    sha256: string;
    given_sha256: string;
    quotes: { id: string; same: boolean; given: string; text: string }[];
  }

  it('finds every quote of every document where it is said to be', async () => {
    for (const it of seeds) {
      const { id, extracted } = document(await post(it));
      const asked = await check(id, { text: it.text });
      const { same, quotes } = asked.json as Check;
      expect([asked.status, same]).toEqual([200, true]);
      expect(quotes.length).toBeGreaterThanOrEqual(extracted.quotes.length);
      expect(quotes.filter((quote) => !quote.same || quote.given !== quote.text)).toEqual([]);
    }
  });

  it('tells a text that differs, and which quotes no longer read so', async () => {
    const { id } = document(await post({ text }));
    const { same, quotes, sha256, given_sha256 } = (
      await check(id, { text: text.replace('before', 'after') })
    ).json as Check;
    expect(same).toBe(false);
    expect(sha256).not.toBe(given_sha256);
    expect(quotes).toHaveLength(1);
    expect(quotes[0]).toMatchObject({ same: false, text: 'We will build the bridge before winter.' });
  });

  it('takes half a surrogate pair for no character that is on record, though it is hashed as one', async () => {
    const odd = `${text} \ufffd`;
    const { id } = document(await post({ text: odd }));
    expect((await check(id, { text: odd })).json).toMatchObject({ same: true });
    expect((await check(id, { text: `${text} \ud800` })).json).toMatchObject({ same: false });
  });

  it('refuses what is no text, and documents there are not', async () => {
    const { id } = document(await post({ text }));
    expect((await check(id, {})).status).toBe(400);
    expect((await check(id, { text, more: 1 })).status).toBe(400);
    expect((await check('d_nothing', { text })).status).toBe(404);
  });
});
