import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument, rereadDocuments, UnreadableDocument } from '../../src/ingest/ingest.ts';
import { resolveNames } from '../../src/ingest/resolve.ts';
import { entries, readRecord, writer } from './record.ts';
import { type Telling, tell } from './stories.ts';

const minister = { name: 'Jane Example', office: 'Minister of Bridges' };
const saying = (words: string, more: Partial<Telling> = {}) =>
  tell({
    url: 'https://example.org/a',
    people: [minister],
    quotes: [{ words, speaker: minister.name }],
    ...more,
  });

const quotes = () =>
  entries<{
    text: string;
    replaced_by: string | null;
    day: string | null;
    day_from: string | null;
    speaker: { id: string; name: string };
    sources: unknown[];
  }>('quote');

describe('a document that arrives', () => {
  it('is created once, unchanged the second time, revised with another text, restored after a withdrawal', async () => {
    const { put, withdraw } = writer();
    const first = await put(saying('We will build the bridge.'));
    expect(first.outcome).toBe('created');
    expect((await put(saying('We will build the bridge.'))).outcome).toBe('unchanged');
    expect(await put(saying('We will never build it.'))).toEqual({ ...first, outcome: 'revised' });
    expect(await withdraw(first.document_id)).toBe(true);
    expect(await withdraw(first.document_id)).toBe(true);
    expect((await put(saying('We will never build it.'))).outcome).toBe('restored');
    expect(await withdraw('d_000000000000')).toBe(false);
  });

  it('stands under the day it states, else under that of its first publication, and says which', async () => {
    const { put, withdraw } = writer();
    const words = 'We will build the bridge.';
    const later = await put(saying(words, { url: 'https://example.org/b', published_on: '2026-03-09' }));
    const day = async () => (await quotes()).map(({ day, day_from }) => [day, day_from]);
    expect(await day()).toEqual([['2026-03-09', 'published']]);
    const earlier = await put(saying(words, { published_on: '2026-03-04' }));
    expect(await day()).toEqual([['2026-03-04', 'published']]);
    const stated = await put(
      tell({
        url: 'https://example.org/c',
        published_on: '2026-03-07',
        people: [minister],
        quotes: [{ words, speaker: minister.name, on: '2026-03-06' }],
      }),
    );
    expect(await day()).toEqual([['2026-03-06', 'stated']]);
    const person = await entries<{ first_on: string | null }>('person');
    expect(person.map(({ first_on }) => first_on)).toEqual(['2026-03-06']);
    await withdraw(stated.document_id);
    await withdraw(earlier.document_id);
    expect(await day()).toEqual([['2026-03-09', 'published']]);
    await withdraw(later.document_id);
  });

  it('changes nothing at all when nothing is new', async () => {
    const { put } = writer();
    await put(saying('We will build the bridge.'));
    const before = await env.DB.prepare(`SELECT value FROM counter WHERE name = 'revision'`).first();
    await put(saying('We will build the bridge.'));
    expect(await env.DB.prepare(`SELECT value FROM counter WHERE name = 'revision'`).first()).toEqual(before);
  });

  it('keeps what came with the same text before where nothing else comes with it now', async () => {
    const { put } = writer();
    const story = saying('We will build the bridge.', { title: 'On the bridge', published_on: '2026-03-04' });
    const { document_id } = await put(story);
    const { text, url } = story.incoming;
    expect(await put({ ...story, incoming: { text, url, title: null } })).toEqual({
      document_id,
      outcome: 'unchanged',
    });
    expect((await entries('document')).filter((it) => it.status === 'published')).toMatchObject([
      { title: 'On the bridge', published_on: '2026-03-04' },
    ]);
  });

  it('is shown under its address without a name and password', async () => {
    const { put } = writer();
    await put(saying('We will build.', { url: 'https://user:secret@example.org/a/?b=1#c' }));
    expect((await entries('document')).filter((it) => it.status === 'published')).toMatchObject([
      { url: 'https://example.org/a/?b=1#c' },
    ]);
  });

  it('is one document whatever the address is decorated with', async () => {
    const { put } = writer();
    const { document_id } = await put(
      saying('We will build.', { url: 'https://Example.org/a/?utm_source=x#top' }),
    );
    for (const url of [
      'https://example.org/a',
      'http://www.example.org/a/',
      'https://m.example.org/a?fbclid=1',
      'https://amp.example.org/a/amp/',
      'https://example.org/a/amp?at_medium=RSS#:~:text=build',
    ]) {
      expect((await put(saying('We will build.', { url }))).document_id, url).toBe(document_id);
    }
    for (const url of [
      'https://example.org/amp-a',
      'https://example.org/a?id=1',
      'https://m.example.com/a',
    ]) {
      expect((await put(saying('We will build.', { url }))).document_id, url).not.toBe(document_id);
    }
  });

  it('that came without an address gives way to the same words under one, and its id still answers', async () => {
    const { put } = writer();
    const { url: _, ...bare } = saying('We will build the bridge.').incoming;
    const story = saying('We will build the bridge.');
    const nameless = await put({ ...story, incoming: bare });
    const addressed = await put(story);
    expect(addressed.document_id).not.toBe(nameless.document_id);
    const { answers } = await readRecord();
    expect(answers.get(nameless.document_id)).toEqual({ status: 'redirected', to: addressed.document_id });
    expect((await quotes()).filter((it) => it.status === 'published').map((it) => it.sources.length)).toEqual(
      [1],
    );
    expect(await put({ ...story, incoming: bare })).toEqual({
      document_id: addressed.document_id,
      outcome: 'unchanged',
    });
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half a surrogate pair', 'words \ud800 words'],
    ['nothing but marks', '“…” — !'],
    ['nothing', ''],
  ])('is refused with %s, and nothing is stored', async (_, text) => {
    await expect(ingestDocument(env.DB, { text }, new Date(0), extract)).rejects.toThrow(UnreadableDocument);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM document_revision').first('n')).toBe(0);
  });
});

describe('documents that arrive at the same time', () => {
  it('are all kept, as if one had come after the other', async () => {
    const { put } = writer();
    const stories = [1, 2, 3].map((n) =>
      saying('We will build the bridge.', { url: `https://example.org/${n}`, title: `Paper ${n}` }),
    );
    await Promise.all(stories.map(put));
    const [quote] = await quotes();
    expect(quote?.sources).toHaveLength(3);
    expect(await env.DB.prepare(`SELECT value FROM counter WHERE name = 'revision'`).first('value')).toBe(3);
  });
});

describe('words that a source changes', () => {
  it('stay readable under their id as corrected, and name what replaced them', async () => {
    const { put } = writer();
    await put(saying('We will build the bridge over the river in two years.'));
    const [old] = await quotes();
    await put(saying('We will build the bridge over the river in three years.'));
    const all = await quotes();
    const before = all.find((it) => it.id === old?.id);
    const now = all.find((it) => it.status === 'published');
    expect(before).toMatchObject({ status: 'corrected', replaced_by: now?.id, text: old?.text });
    expect(before?.sources).toEqual(old?.sources);
  });

  it('are corrected too when they are given to somebody else', async () => {
    const { put } = writer();
    const people = [minister, { name: 'John Sample', office: 'Mayor' }];
    await put(saying('We will build the bridge.', { people }));
    await put(
      tell({
        url: 'https://example.org/a',
        title: 'Corrected',
        people,
        quotes: [{ words: 'We will build the bridge.', speaker: 'John Sample' }],
      }),
    );
    const all = await quotes();
    expect(all.find((it) => it.speaker.id === 'jane-example')).toMatchObject({
      status: 'corrected',
      replaced_by: all.find((it) => it.speaker.id === 'john-sample')?.id,
    });
  });

  it('are withdrawn when no source says anything like them', async () => {
    const { put } = writer();
    await put(saying('We will build the bridge over the river.'));
    await put(saying('Come and see.'));
    expect((await quotes()).map((it) => it.status).sort()).toEqual(['published', 'withdrawn']);
  });

  it('stay when another document still prints them', async () => {
    const { put, withdraw } = writer();
    const { document_id } = await put(saying('We will build the bridge.'));
    await put(saying('We will build the bridge.', { url: 'https://example.org/b', title: 'Elsewhere' }));
    await withdraw(document_id);
    expect((await quotes()).map((it) => [it.status, it.sources.length])).toEqual([['published', 1]]);
  });
});

describe('a surname', () => {
  it('turns out to be somebody known when a document with the full name and the same office arrives, and back', async () => {
    const { put, withdraw } = writer();
    await put(
      tell({
        url: 'https://example.org/b',
        people: [{ name: 'Example', office: 'Minister of Bridges' }],
        quotes: [{ words: 'Come and see', speaker: 'Example' }],
      }),
    );
    const [before] = await quotes();
    expect(before?.speaker.id).toBe('example');
    const { document_id } = await put(saying('We will build the bridge.'));
    const { answers } = await readRecord();
    const now = (await quotes()).find((it) => it.text === 'Come and see' && it.status === 'published');
    expect(now?.speaker).toMatchObject({ id: 'jane-example', name: 'Jane Example' });
    expect(answers.get(before!.id)).toEqual({ status: 'redirected', to: now?.id });
    expect(answers.get('example')).toEqual({ status: 'redirected', to: 'jane-example' });
    await withdraw(document_id);
    const { answers: later } = await readRecord();
    expect(later.get(before!.id)?.status).toBe('published');
    expect(later.get(now!.id)).toEqual({ status: 'redirected', to: before!.id });
  });

  it.each([
    [['Foreign Minister'], ['Transport Minister', 'Minister'], false],
    [['Foreign Minister', 'Minister'], ['Minister'], false],
    [['Minister'], ['Minister'], true],
    [['Foreign Minister', 'Minister'], ['Foreign Minister of Exampleland'], true],
    [['Foreign Minister'], [], false],
  ])('of an office %j is that of a full name with %j: %s', (short, full, same) => {
    const claim = (name: string, own_id: string, titles: string[]) => ({
      name,
      surname: 'example',
      own_id,
      roles: titles.map((title) => ({ title, organisation: null })),
    });
    const example = claim('Example', 'example', short);
    const resolved = resolveNames([example, claim('Jane Example', 'jane-example', full)]);
    expect(resolved.get(example)).toBe(same ? 'jane-example' : 'example');
  });

  it('is nobody else where the offices differ, or where two could be meant', async () => {
    const { put } = writer();
    await put(saying('We will build the bridge.'));
    await put(
      tell({
        url: 'https://example.org/b',
        people: [{ name: 'Example', office: 'Mayor' }],
        quotes: [{ words: 'Come and see', speaker: 'Example' }],
      }),
    );
    expect(new Set((await quotes()).map((it) => it.speaker.id))).toEqual(
      new Set(['jane-example', 'example']),
    );
  });
});

describe('a quote', () => {
  it('cannot be stored unless its words are the bytes of its source', async () => {
    const { put } = writer();
    const { document_id } = await put(saying('We will build the bridge — über den Fluß.'));
    const row = await env.DB.prepare('SELECT byte_start, byte_end FROM quote_source').first<{
      byte_start: number;
      byte_end: number;
    }>();
    const store = (words: string, start: number, end: number) =>
      env.DB.prepare(
        `INSERT INTO quote_source (document_id, n, quote_id, alone_id, start, end, byte_start, byte_end, text, found)
         VALUES (?, 9, 'q_x', 'q_x', 0, 1, ?, ?, ?, '{}')`,
      )
        .bind(document_id, start, end, words)
        .run();
    await expect(
      store('We will build the bridge — uber den Fluß.', row!.byte_start, row!.byte_end),
    ).rejects.toThrow('not the bytes');
    await expect(store('We will build', row!.byte_start + 1, row!.byte_start + 14)).rejects.toThrow(
      'not the bytes',
    );
    await expect(env.DB.prepare(`UPDATE quote_source SET text = 'We shall build'`).run()).rejects.toThrow(
      'not the bytes',
    );
    await expect(env.DB.prepare(`UPDATE document_revision SET text = 'x'`).run()).rejects.toThrow(
      'never changed',
    );
    await expect(store('We will build', row!.byte_start, row!.byte_start + 13)).resolves.toBeDefined();
  });

  it('whose beginning or end is a guess is not published, nor one given to nobody', async () => {
    const { put } = writer();
    const story = saying('We will build the bridge.');
    for (const change of [{ certain: false }, { speaker: null, speaker_kind: 'unnamed' as const }]) {
      Object.assign(story.extraction.quotes[0]!, { certain: true, ...change });
      await put({
        ...story,
        incoming: { ...story.incoming, url: `https://example.org/${JSON.stringify(change).length}` },
      });
    }
    expect(await quotes()).toEqual([]);
  });
});

describe('a better extractor', () => {
  it('reads again what another one read, and what it finds is a correction, not news', async () => {
    const text =
      'Oslo, 3 March 2026\n\n“We will build the bridge over the river,” said Minister of Bridges Jane Example.\n';
    const { document_id } = await ingestDocument(
      env.DB,
      { text, url: 'https://example.org/a' },
      new Date(0),
      extract,
    );
    const [seen] = await quotes();
    await env.DB.prepare(`UPDATE extraction SET extractor = 'older'`).run();
    expect(await rereadDocuments(env.DB, new Date(1000), 10, extract)).toBe(1);
    expect(await rereadDocuments(env.DB, new Date(2000), 10, extract)).toBe(0);
    expect(await quotes()).toEqual([seen]);
    const row = await env.DB.prepare('SELECT revision FROM document_revision WHERE document_id = ?')
      .bind(document_id)
      .all();
    expect(row.results).toEqual([{ revision: 1 }]);
  });
});
