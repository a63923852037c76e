import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import { DuckDBInstance } from '@duckdb/node-api';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildNewsroom } from '../../src/cli/bench/server.ts';
import { WORKED } from '../../src/data/page.tsx';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument } from '../../src/ingest/ingest.ts';
import { documents as told } from '../data/documents.ts';
import { run } from './run.ts';

/** Asks the Worker of the files as the main one does. */
const ASKER = `export default { async fetch(request, { NEWSROOM }) {
  const { pathname } = new URL(request.url);
  if (pathname === '/make') return Response.json(await NEWSROOM.makeData('https://readout.example', Date.parse('2026-03-06T00:05:00Z')));
  return (await NEWSROOM.data(pathname.slice(1), 'https://readout.example', request)) ?? new Response(null, { status: 404 });
} }`;

/** More quotes than one slice holds, so that files are made of several. */
const QUOTES = 2_300;
const EACH = 100;
const COLOURS = ['red', 'green', 'blue', 'white', 'black', 'yellow', 'brown', 'grey', 'orange', 'violet'];

const painted = Array.from({ length: QUOTES / EACH }, (_, nth) => ({
  url: `https://works.test-press.org/${nth}`,
  publisher: 'Works',
  rights: nth % 2 === 0 ? ('open' as const) : undefined,
  text: [
    `Foreign Minister Jane Example met President John Sample in Oslo on ${(nth % 28) + 1} March 2026.`,
    ...Array.from(
      { length: EACH },
      (_, n) =>
        `“We, ${n % 3 === 0 ? '🌉' : 'and'} I mean it, will paint bridge ${nth * EACH + n} of Norway ${COLOURS[n % 10]},” said Minister Jane Example.`,
    ),
  ].join('\n\n'),
}));

describe('the files of the record, fetched into a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-data-'));
  let miniflare: Miniflare;

  beforeAll(async () => {
    const shared = { modules: true, compatibilityDate: '2026-10-01', compatibilityFlags: ['nodejs_compat'] };
    miniflare = new Miniflare(
      convertV4MiniflareOptions({
        workers: [
          { ...shared, name: 'asker', script: ASKER, serviceBindings: { NEWSROOM: 'newsroom' } },
          {
            ...shared,
            name: 'newsroom',
            script: buildNewsroom(),
            d1Databases: { DB: 'data-test' },
            r2Buckets: { DATA: 'readout-data' },
          },
        ],
      }),
    );
    const db = await miniflare.getD1Database('DB', 'newsroom');
    for (const { queries } of await readD1Migrations('migrations'))
      await db.batch(queries.map((query) => db.prepare(query)));
    for (const it of [...told, ...painted])
      await ingestDocument(db, it, new Date('2026-03-05T08:00:00Z'), extract);
    const made = await miniflare.dispatchFetch('https://readout.example/make');
    expect(await made.json()).toEqual({ day: '2026-03-06', made: true });
    const index = await miniflare.dispatchFetch('https://readout.example/index.json');
    writeFileSync(join(folder, 'index.json'), await index.text());
    const { snapshots, deltas } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
    for (const { name } of [...snapshots[0].files, ...deltas]) {
      const sent = await miniflare.dispatchFetch(`https://readout.example/${name}`);
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), new Uint8Array(await sent.arrayBuffer()));
    }
  }, 300_000);
  afterAll(() => miniflare?.dispose());

  const ask = async (sql: string) => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const inFolder = sql.replaceAll(
      /'(\w+\.(?:parquet|jsonl\.gz|csv\.gz))'/g,
      (_, name) => `'${join(folder, name)}'`,
    );
    return (await connection.runAndReadAll(inFolder)).getRowObjectsJson();
  };

  it('open in DuckDB with the same entries in every form', async () => {
    for (const table of ['quotes', 'visits', 'engagements', 'figures', 'people', 'documents']) {
      const ids = async (file: string) =>
        (await ask(`SELECT id FROM ${file} ORDER BY id`)).map(({ id }) => id);
      const lines = await ids(`read_json('${table}.jsonl.gz', columns = {id: 'VARCHAR'})`);
      if (table === 'quotes') expect(lines.length).toBeGreaterThan(QUOTES);
      if (lines.length > 0)
        expect(await ids(`read_csv('${table}.csv.gz', header = true, all_varchar = true)`)).toEqual(lines);
      expect(await ids(`'${table}.parquet'`)).toEqual(lines);
    }
    const types = await ask(
      `DESCRIBE SELECT said_on, first_seen_at, start, confidence FROM 'quotes.parquet'`,
    );
    expect(types.map(({ column_type }) => column_type)).toEqual(['DATE', 'TIMESTAMP', 'BIGINT', 'DOUBLE']);
  });

  it('say in CSV and Parquet what they say in JSON Lines', async () => {
    const [differing] = await ask(
      `SELECT count(*)::INTEGER AS n FROM read_json('quotes.jsonl.gz', maximum_object_size = 10000000) AS j
       JOIN 'quotes.parquet' AS p ON p.id = j.id
       JOIN read_csv('quotes.csv.gz', header = true, all_varchar = true) AS c ON c.id = j.id
       WHERE p.text <> j.text OR c.text NOT IN (j.text, '''' || j.text) OR p.speaker_id IS DISTINCT FROM j.speaker.id
          OR p.document <> j.sources[1].document OR c."start"::BIGINT <> j.sources[1].start OR p."end" <> j.sources[1]."end"`,
    );
    expect(differing?.n).toBe(0);
  });

  it.each(WORKED)('answer the worked question: $question', async ({ sql }) => {
    const rows = await ask(sql);
    if (sql.includes('position(')) expect(rows).toEqual([]);
    else expect(rows.length).toBeGreaterThan(0);
  });

  it('are proved by the command, and every change of a byte is found', () => {
    const proved = run('verify-data.ts', [folder]);
    expect([proved.code, proved.err]).toEqual([0, '']);
    expect(proved.out).toContain('19 files');
    expect(proved.out).toContain('13 texts of open documents');
    const csv = join(folder, 'people.csv.gz');
    const bytes = readFileSync(csv);
    bytes[bytes.length - 20]! ^= 1;
    writeFileSync(csv, bytes);
    const damaged = run('verify-data.ts', [folder]);
    expect([damaged.code, damaged.err.includes('people.csv.gz has another hash')]).toEqual([1, true]);
    expect(run('verify-data.ts', [tmpdir()]).code).toBe(2);
  });
});
