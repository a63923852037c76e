import { env } from 'cloudflare:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Verification } from '../../src/api/verify.ts';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument, withdrawDocument } from '../../src/ingest/ingest.ts';
import { ask, costOf, problemOf } from '../workers/ask.ts';
import { ingestSeeds } from '../workers/seeds.ts';

const get = (query: Record<string, string>) => ask(`/v1/verify?${new URLSearchParams(query)}`);
const post = (body: unknown) =>
  ask('/v1/verify', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
const answered = ({ status, json, text }: Awaited<ReturnType<typeof ask>>) => {
  if (status !== 200) throw new Error(`answered ${status}: ${text}`);
  return v.parse(Verification, json);
};

describe('verifying', () => {
  it('answers with the quote, how like it is and the difference, in two trips', async () => {
    await ingestSeeds();
    const asked = await get({ text: 'Ukraine must win and it can', speaker: 'jens-stoltenberg' });
    const { verdict, speaker, matches } = answered(asked);
    expect(verdict).toBe('altered');
    expect(speaker).toEqual({ id: 'jens-stoltenberg', name: 'Jens Stoltenberg' });
    expect(matches[0]?.quote.text).toContain('Ukraine must prevail and it can');
    expect(matches[0]?.quote.url).toMatch(/^https:\/\/readout\.example\/quotes\/q_/);
    expect(matches[0]?.diff.slice(0, 4)).toEqual([
      { op: '=', text: 'Ukraine must ' },
      { op: '-', text: 'prevail ' },
      { op: '+', text: 'win ' },
      { op: '=', text: 'and it can, ' },
    ]);
    expect(costOf(asked).trips).toBe(2);
    expect(costOf(asked).rows).toBeLessThanOrEqual(3_000);
  });

  it('finds every published quote again, word for word and in the mouth of who said it', async () => {
    await ingestSeeds();
    const { data } = (await ask('/v1/quotes?limit=100')).json as {
      data: { id: string; text: string; speaker: { id: string } }[];
    };
    expect(data.length).toBeGreaterThan(40);
    for (const { id, text, speaker } of data) {
      const { verdict, matches } = answered(await post({ text, speaker: speaker.id }));
      const best = matches.filter(({ similarity }) => similarity === 1).map(({ quote }) => quote.id);
      expect([text, verdict, best.includes(id)]).toEqual([text, 'verbatim', true]);
    }
  }, 60_000);

  it('gives the best first, each quote once', async () => {
    await ingestSeeds();
    const { matches } = answered(await get({ text: 'NATO is a good deal for the United States' }));
    expect(matches.length).toBeGreaterThan(1);
    expect(new Set(matches.map(({ quote }) => quote.id)).size).toBe(matches.length);
    expect(matches[0]?.similarity).toBe(1);
    const falling = matches.map(({ similarity }) => similarity);
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
  });

  it('says who was asked about: whoever may be meant, null if nobody is known, nothing if nobody was', async () => {
    await ingestSeeds();
    const text = 'Ukraine must prevail and it can';
    for (const name of ['Stoltenberg', 'Mr Stoltenberg', 'STOLTENBERG', 'NATO Secretary General', 'SecGen'])
      expect([name, answered(await get({ text, speaker: name }))]).toMatchObject([
        name,
        { verdict: 'verbatim', speaker: { id: 'jens-stoltenberg', name: 'Jens Stoltenberg' } },
      ]);
    expect(answered(await get({ text, speaker: 'Nobody Heard Of' }))).toMatchObject({
      verdict: 'verbatim',
      speaker: null,
      speaker_unknown: true,
    });
    expect(answered(await get({ text }))).not.toHaveProperty('speaker');
    // Of all who held an office the one on record is told, whether or not the words are his.
    for (const [name, id] of [
      ['NATO chief', 'jens-stoltenberg'],
      ['SecGen', 'jens-stoltenberg'],
      ['US Secretary of State', 'antony-blinken'],
    ]) {
      const { speaker } = answered(await get({ text: 'Quantum bananas fly', speaker: name ?? '' }));
      expect([name, speaker?.id]).toEqual([name, id]);
    }
  });

  it('answers a body as it answers an address, and takes longer texts', async () => {
    await ingestSeeds();
    const asked = { text: 'We must take peace for granted', speaker: 'Stoltenberg' };
    const posted = await post(asked);
    expect(posted.json).toEqual((await get(asked)).json);
    expect(posted.headers.get('Cache-Control')).toBe('no-store');
    const text = `${'We must never take peace for granted. '.repeat(200)}`;
    expect(answered(await post({ text }))).toBeDefined();
  });

  it('takes no two pieces for one run where what stood between them is not published', async () => {
    const text =
      'Minister Jane Example spoke in Oslo. “We will open the harbour in spring,” she said. ' +
      '“The old road will be closed,” she said. “Every village will have a school of its own,” she said.';
    const read: typeof extract = (given, hints) => {
      const extraction = extract(given, hints);
      const quotes = extraction.quotes.map((quote, n) => ({ ...quote, group: 1, certain: n !== 1 }));
      return { ...extraction, quotes };
    };
    await ingestDocument(env.DB, { text }, new Date('2026-03-02T08:00:00Z'), read);
    const { verdict } = answered(
      await get({ text: 'We will open the harbour in spring. Every village will have a school of its own.' }),
    );
    expect(verdict).toBe('spliced');
  });

  it('knows nothing of words that were withdrawn', async () => {
    const documents = await ingestSeeds();
    const text = 'spending two percent of GDP is a floor, and not a ceiling';
    expect(answered(await get({ text })).verdict).toBe('verbatim');
    for (const id of documents) await withdrawDocument(env.DB, id, new Date('2026-03-02T08:00:00Z'));
    expect(answered(await get({ text }))).toEqual({ verdict: 'not_found', matches: [] });
    const left = await env.DB.prepare('SELECT count(*) AS n FROM word').first<{ n: number }>();
    expect(left?.n).toBe(0);
  });

  it('is answered with 304 while nothing changed', async () => {
    await ingestSeeds();
    const first = await get({ text: 'Ukraine must prevail' });
    const etag = first.headers.get('ETag') ?? '';
    const again = await ask('/v1/verify?text=Ukraine+must+prevail', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    expect(costOf(again).rows).toBeLessThanOrEqual(1);
  });

  it.each([
    ['/v1/verify', 'text', '`text` is missing'],
    ['/v1/verify?text=', 'text', '`text` holds no word to look for'],
    ['/v1/verify?text=%E2%80%A6%20!', 'text', '`text` holds no word to look for'],
    [`/v1/verify?text=${'a'.repeat(2_001)}`, 'text', '`text` may have at most 2000 characters'],
    ['/v1/verify?text=a&speaker=', 'speaker', '`speaker` must be a name or an id'],
    ['/v1/verify?text=a&speker=b', 'speker', 'unknown parameter `speker`; did you mean `speaker`?'],
  ])('refuses %s naming the parameter', async (path, parameter, detail) => {
    const asked = await ask(path);
    expect(asked.status).toBe(400);
    expect(problemOf(asked).errors).toContainEqual({ parameter, detail });
  });

  it.each([
    [{}, 'text'],
    [{ text: '' }, 'text'],
    [{ text: 5 }, 'text'],
    [{ text: 'a'.repeat(10_001) }, 'text'],
    [{ text: '… '.repeat(100_000) }, 'text'],
    [{ text: 'a', speaker: 5 }, 'speaker'],
    [{ text: 'a', speeker: 'b' }, 'speeker'],
  ])('refuses the body %j naming the member', async (body, parameter) => {
    const asked = await post(body);
    expect(asked.status).toBe(400);
    expect(problemOf(asked).errors?.[0]?.parameter).toBe(parameter);
  });

  it('answers any text with a verdict', async () => {
    await ingestSeeds();
    const word = fc.constantFrom(
      ...[
        'Ukraine',
        'must',
        'not',
        'NATO',
        '450',
        'billion',
        '$5',
        '%',
        '…',
        '[',
        ']',
        '“',
        '"',
        "n't",
        "'s",
      ],
      ...[
        'constructor',
        "constructorn't",
        '__proto__',
        'toString',
        '*',
        'NEAR(',
        'AND',
        'OR',
        '-x',
        'words:',
        '\u0000',
      ],
      ...[
        '\ud800',
        '\u202e',
        '字',
        'ﬁ',
        '½',
        '١٢',
        'İ',
        'ß',
        '\u00ad',
        '\u200b',
        'co-',
        'a.b.c.',
        '1,000,000',
        '1e9',
      ],
    );
    const text = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' ')),
      fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.option(text, { nil: undefined }), async (given, speaker) => {
        const asked = await post({ text: given, ...(speaker !== undefined && { speaker }) });
        expect([200, 400]).toContain(asked.status);
        if (asked.status === 200) answered(asked);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
