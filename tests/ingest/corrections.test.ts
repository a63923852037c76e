import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument, withdrawDocument } from '../../src/ingest/ingest.ts';
import type { PublicCorrection } from '../../src/public/correction.ts';
import { ask } from '../workers/ask.ts';

const url = 'https://works.test-press.org/bridge';
const story = (words: string, more = '') =>
  `Minister of Works Jane Example spoke in Oslo on Monday.\n\n“${words}” Minister Jane Example said in Oslo.\n\n${more}`;
let at = Date.UTC(2026, 2, 2, 8);
const put = (text: string, address = url) => {
  at += 60_000;
  return ingestDocument(
    env.DB,
    { text, url: address, title: 'Bridge', publisher: 'Works' },
    new Date(at),
    extract,
  );
};
const corrections = async (query = '') =>
  ((await ask(`/v1/corrections${query}`)).json as { data: PublicCorrection[] }).data;

describe('a correction', () => {
  it('tells of words that a source changed, before and after', async () => {
    await put(story('We will build the longest bridge of all.'));
    expect(await corrections()).toEqual([]);
    const { document_id } = await put(story('We will build the shortest bridge of all.'));
    const [told, ...others] = await corrections();
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      field: 'text',
      before: 'We will build the longest bridge of all.',
      after: 'We will build the shortest bridge of all.',
      cause: 'source',
      document: document_id,
      entry: { noun: 'quote' },
    });
    expect(await corrections(`?entry=${told!.entry.id}&cause=source`)).toEqual([told]);
    expect(await corrections('?cause=editor')).toEqual([]);
    expect((await ask(`/v1/corrections/${told!.id}`)).json).toEqual(told);
    expect((await ask('/v1/corrections/c_nothing')).status).toBe(404);
    for (const format of ['xml', 'atom', 'json'])
      expect((await ask(`/feeds/corrections.${format}`)).text).toContain(
        'We will build the longest bridge of all.',
      );
    expect((await ask('/corrections')).text).toContain('We will build the shortest bridge of all.');
  });

  it('is none when another document adds to the record, or the same comes again', async () => {
    await put(story('We will build it.'));
    await put(story('We will build it.', 'The bridge is long.'), `${url}/other`);
    await put(story('We will build it.'));
    expect(await corrections()).toEqual([]);
  });

  it('tells of words that no source has any more', async () => {
    const { document_id } = await put(story('We will build it.'));
    at += 60_000;
    await withdrawDocument(env.DB, document_id, new Date(at));
    const told = (await corrections()).filter(({ entry }) => entry.noun === 'quote');
    expect(told).toMatchObject([
      { field: 'text', before: 'We will build it.', after: null, cause: 'source' },
    ]);
  });

  it('never takes a better reading for an edit of the source', async () => {
    await put(story('We will build the longest bridge of all.'));
    // As an older extractor might have read it: it found nothing.
    await env.DB.prepare("UPDATE extraction SET extractor = 'older'").run();
    await put(story('We will build the shortest bridge of all.'));
    const told = await corrections();
    expect(told.map(({ cause }) => cause)).toEqual(['source']);
  });
});
