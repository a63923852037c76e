import { env, SELF } from 'cloudflare:test';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument } from '../../src/ingest/ingest.ts';
import { ask, HOST } from '../workers/ask.ts';
import { documents } from './documents.ts';
import { sha256Of } from './hash.ts';
import { index, makeAll, newsroom, ORIGIN, putAll } from './made.ts';

const file = async (path: string, headers: Record<string, string> = {}) =>
  SELF.fetch(`${HOST}/data/${path}`, { headers });
const bytesOf = async (path: string) => new Uint8Array(await (await file(path)).arrayBuffer());
const linesOf = async (path: string) =>
  gunzipSync(await bytesOf(path))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const NIGHT = '2026-03-06T00:05:00Z';

describe('the record as files', () => {
  it('has every listed entry as the API shows it, and of open documents the very text', async () => {
    await putAll();
    await makeAll(NIGHT);
    for (const list of ['quotes', 'visits', 'engagements', 'figures', 'people', 'documents']) {
      const { data } = (await ask(`/v1/${list}?limit=100`)).json as { data: { id: string }[] };
      const told = await linesOf(`${list}.jsonl.gz`);
      const sorted = data.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(
        told.map(({ text, ...it }) =>
          list === 'documents' ? it : { ...it, ...(text !== undefined && { text }) },
        ),
      ).toEqual(sorted.filter((it) => list !== 'people' || (it as { indexed?: boolean }).indexed !== false));
      expect(told.length).toBeGreaterThan(0);
    }
    const texts = (await linesOf('documents.jsonl.gz')).map(({ text }) => text);
    expect(texts.toSorted()).toEqual([documents[0]?.text, null].toSorted());
  });

  it('lists every file with its size and hash, which are those of what is sent', async () => {
    await putAll();
    await makeAll(NIGHT);
    const { snapshots, newest, deltas } = await index();
    expect(newest).toBe('2026-03-06');
    expect(snapshots[0]?.files.length).toBe(19);
    for (const { name, bytes, sha256, url } of snapshots[0]?.files ?? []) {
      expect(url).toBe(`${ORIGIN}/data/2026-03-06/${name}`);
      const sent = await bytesOf(name);
      expect([name, sent.length, await sha256Of(sent)]).toEqual([name, bytes, sha256]);
      expect(await sha256Of(await bytesOf(`2026-03-06/${name}`))).toBe(sha256);
    }
    expect(deltas.map(({ name }) => name)).toEqual(['deltas/2026-03-05.jsonl.gz']);
  });

  it('is the same bytes whenever it is made of the same record', async () => {
    await putAll();
    await makeAll(NIGHT);
    const hashes = async () =>
      (await index()).snapshots[0]?.files
        .filter(({ name }) => name !== 'datapackage.json')
        .map(({ name, sha256 }) => [name, sha256]);
    const first = await hashes();
    await makeAll('2026-03-07T00:05:00Z');
    expect((await index()).newest).toBe('2026-03-07');
    expect(await hashes()).toEqual(first);
    // Made, it is not made again that day.
    expect(await newsroom().makeData(ORIGIN, Date.parse('2026-03-07T00:10:00Z'))).toBe(null);
  });

  it('is read in parts, is known again by its tag, and may be read from anywhere', async () => {
    await putAll();
    await makeAll(NIGHT);
    const whole = await bytesOf('quotes.parquet');
    const some = await file('quotes.parquet', { Range: 'bytes=4-9' });
    expect([
      some.status,
      some.headers.get('Content-Range'),
      some.headers.get('Access-Control-Allow-Origin'),
    ]).toEqual([206, `bytes 4-9/${whole.length}`, '*']);
    expect(new Uint8Array(await some.arrayBuffer())).toEqual(whole.slice(4, 10));
    const end = await file('quotes.parquet', { Range: 'bytes=-4' });
    expect(await end.text()).toBe('PAR1');
    const etag = some.headers.get('ETag') ?? '';
    expect((await file('quotes.parquet', { 'If-None-Match': etag })).status).toBe(304);
    expect((await file('quotes.parquet', { Range: 'bytes=0-1', 'If-Range': '"other"' })).status).toBe(200);
    const beyond = await file('quotes.parquet', { Range: `bytes=${whole.length}-` });
    expect([beyond.status, beyond.headers.get('Content-Range')]).toEqual([416, `bytes */${whole.length}`]);
    const head = await SELF.fetch(`${HOST}/data/quotes.parquet`, { method: 'HEAD' });
    expect(head.headers.get('Content-Length')).toBe(String(whole.length));
    for (const path of ['none.parquet', '2026-03-05/quotes.parquet', 'deltas/2026-03-01.jsonl.gz'])
      expect([path, (await file(path)).status]).toEqual([path, 404]);
  });

  it('tells of each day what changed, and why', async () => {
    await putAll();
    await ingestDocument(
      env.DB,
      {
        ...documents[1]!,
        text: documents[1]!.text.replace('open again in spring', 'closed until the autumn'),
      },
      new Date('2026-03-06T09:00:00Z'),
      extract,
    );
    await makeAll('2026-03-07T00:05:00Z');
    const changes = await linesOf('deltas/2026-03-06.jsonl.gz');
    const quotes = changes.filter(({ noun }) => noun === 'quote');
    expect(quotes.map(({ change, cause }) => `${change} by ${cause}`).toSorted()).toEqual([
      'corrected by source',
      'published by document',
    ]);
    expect(quotes.every(({ document }) => typeof document === 'string')).toBe(true);
  });

  it('lets go of what is taken down at once, and is made anew without it', async () => {
    await putAll();
    await makeAll(NIGHT);
    await makeAll('2026-03-07T00:05:00Z');
    const { data } = (await ask('/v1/quotes?q=harbour')).json as { data: { id: string }[] };
    const [{ id } = { id: '' }] = data;
    const hidden = await ask(`/v1/quotes/${id}`, {
      method: 'PATCH',
      headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
      body: JSON.stringify({ hide: true, reason: 'By order of a court.' }),
    });
    expect(hidden.status).toBe(200);
    const asked = await ask('/data/quotes.jsonl.gz');
    expect([asked.status, asked.headers.get('Retry-After')]).toEqual([503, '600']);
    const now = new Date(Date.now() + 60_000).toISOString();
    await makeAll(now);
    const { newest, gone, snapshots } = await index();
    expect(newest).toBe(now.slice(0, 10));
    expect(snapshots.map(({ day }) => day)).toEqual([newest]);
    expect(gone.map(({ day }) => day).toSorted()).toEqual(['2026-03-06', '2026-03-07']);
    for (const path of [
      ...(snapshots[0]?.files ?? []).map(({ name }) => name),
      'deltas/2026-03-05.jsonl.gz',
    ]) {
      const sent = await bytesOf(path);
      const text = path.endsWith('.gz') ? gunzipSync(sent).toString() : new TextDecoder().decode(sent);
      expect([path, text.includes('harbour of Bergen will be open')]).toEqual([path, false]);
    }
    const told = (await linesOf('deltas/2026-03-05.jsonl.gz')).find((it) => it.id === id);
    expect(told).toMatchObject({ change: 'hidden', entry: null });
  });

  it('shows its page with three worked questions, and says where nothing is made yet', async () => {
    expect((await ask('/data')).text).toContain('No files have been made here yet');
    await putAll();
    await makeAll(NIGHT);
    const page = await ask('/data');
    expect(page.status).toBe(200);
    for (const words of ['quotes.parquet', 'Three questions, worked', 'To cite it', '2026-03-06'])
      expect(page.text).toContain(words);
  });
});
