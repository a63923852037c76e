import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, askAll, HOST, problemOf } from '../workers/ask.ts';
import { putOnRecord } from '../workers/record.ts';

const nextOf = (headers: Headers) => /<([^>]+)>; rel="next"/.exec(headers.get('Link') ?? '')?.[1] ?? null;

/** Lines of a whole list in another form, request by request. */
async function linesOf(path: string): Promise<string[]> {
  const lines: string[] = [];
  for (let next: string | null = path; next !== null; ) {
    const { status, text, headers } = await ask(next);
    expect(status, text).toBe(200);
    lines.push(...text.split(/\r?\n/).filter((line) => line !== ''));
    next = nextOf(headers)?.slice(HOST.length) ?? null;
  }
  return lines;
}

/** CSV after RFC 4180, read by hand: what a strict reader makes of it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row: string[] = [];
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
    if (pattern.lastIndex === text.length) return rows;
  }
  throw new Error(`no CSV from ${JSON.stringify(text.slice(0, 80))}`);
}

const many = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    id: `q_${i}`,
    day: i % 7 === 0 ? null : `2024-01-${String((i % 28) + 1).padStart(2, '0')}`,
    keys: [`speaker:${i % 3 === 0 ? 'ann' : 'bob'}`],
    text: `words ${i}`,
  }));

describe('a list in another form', () => {
  it('holds the entries of its pages in their order, however many rows a request gives', async () => {
    await putOnRecord('quote', many(450));
    for (const query of ['', 'speaker=ann', 'sort=said_on', 'from=2024-01-05&speaker=bob', 'q=words']) {
      const ids = await askAll(`/v1/quotes?limit=100&${query}`);
      for (const limit of [7, 201, 300, 10_000].filter((it) => it > 100 || query === 'speaker=ann')) {
        const lines = await linesOf(`/v1/quotes.ndjson?limit=${limit}&${query}`);
        expect(lines.map((line) => JSON.parse(line).id)).toEqual(ids);
      }
    }
  });

  it('follows changes too, tombstones included', async () => {
    await putOnRecord('quote', [
      { id: 'q_1', day: '2024-01-01', text: 'one' },
      { id: 'q_2', status: 'redirected', replaced_by: 'q_1' },
    ]);
    const path = '/v1/quotes.ndjson?updated_since=2024-01-01';
    expect((await linesOf(path)).map((line) => JSON.parse(line).status)).toEqual(['published', 'redirected']);
    expect(await linesOf(`${path}&limit=1`)).toEqual(await linesOf(path));
  });

  it('comes by its name or by Accept, and JSON to everybody else', async () => {
    await putOnRecord('quote', many(3));
    const named = await ask('/v1/quotes.csv');
    const accepted = await ask('/v1/quotes', { headers: { Accept: 'text/csv, */*;q=0.1' } });
    expect(accepted.text).toBe(named.text);
    expect(named.headers.get('Content-Type')).toBe('text/csv; charset=utf-8; header=present');
    expect(accepted.headers.get('Vary')).toBe('Accept');
    const json = await ask('/v1/quotes', { headers: { Accept: 'application/json, text/csv;q=0.5' } });
    expect(json.headers.get('Content-Type')).toMatch(/^application\/json/);
    expect(json.headers.get('Vary')).toBe('Accept');
    expect(
      nextOf((await ask('/v1/quotes', { headers: { Accept: 'application/x-ndjson' } })).headers),
    ).toBeNull();
  });

  it('gives every text back as it was, and none that a spreadsheet would reckon with', async () => {
    const texts = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('=1+1', '@a', '-2', '+3', 'a,"b"\nc', ' x ')),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const entries = all.map((text, i) => ({
          id: `q_${i}`,
          day: '2024-01-01',
          text: `x${i}`,
          more: { text },
        }));
        await putOnRecord('quote', entries);
        const [head = [], ...rows] = readCsv((await ask('/v1/quotes.csv?fields=id,text')).text);
        expect(head).toEqual(['id', 'text']);
        for (const [id, cell = ''] of rows) {
          expect(cell).not.toMatch(/^[=+\-@\t\r]/);
          const text = entries.find((it) => it.id === id)?.more.text;
          if (text === undefined) continue;
          expect(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).toBe(cell);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    'visits',
    'engagements',
    'quotes',
    'figures',
    'people',
    'places',
    'topics',
    'documents',
    'digests',
  ])('is there for %s', async (noun) => {
    const { status, text } = await ask(`/v1/${noun}.csv`);
    expect(status, text).toBe(200);
    expect(readCsv(text)[0]).toContain('id');
    expect((await ask(`/v1/${noun}.ndjson`)).status).toBe(200);
  });

  it('refuses what the list refuses, and more rows than it gives', async () => {
    for (const [path, parameter] of [
      ['/v1/quotes.csv?limit=10001', 'limit'],
      ['/v1/quotes.csv?speeker=a', 'speeker'],
      ['/v1/quotes.ndjson?cursor=x', 'cursor'],
    ]) {
      const asked = await ask(path ?? '');
      expect(asked.status).toBe(400);
      expect(problemOf(asked).errors?.[0]?.parameter).toBe(parameter);
    }
  });
});
