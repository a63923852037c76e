import { constants, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { extract } from '../../extract/extract.ts';
import { ingestDocument } from '../../ingest/ingest.ts';
import { dayInWords } from '../../model/days.ts';
import { CountingDatabase } from './counting.ts';
import { seeded, skewed } from './random.ts';
import { wordOf } from './record.ts';
import { type Scripts, serve } from './server.ts';

/** How fast documents are taken in, one after another. */
export interface Taken {
  perSecond: number;
  /** Of all documents together. */
  bytes: number;
  quotes: number;
  /** How much longer as many others took, sixteen at once, than these one after another. */
  atOnce: number;
}

/** What one document asked of the database, as a mean, in an empty record. */
export interface Cost {
  statements: number;
  rowsWritten: number;
  /** Bytes the database grew by for each byte of text. */
  bytesPerByte: number;
}

const AT_ONCE = 16;

/** Takes in so many press releases with everything counted. Throws what the database throws. */
export async function measureCost(documents: number): Promise<Cost> {
  const persist = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: 'export default { fetch: () => new Response() }',
      compatibilityDate: '2026-10-01',
      d1Databases: { DB: 'cost' },
      d1Persist: persist,
    }),
  );
  try {
    const real = (await miniflare.getD1Database('DB')) as unknown as D1Database;
    for (const name of readdirSync('migrations').toSorted())
      for (const statement of statementsOf(readFileSync(join('migrations', name), 'utf8')))
        await real.prepare(statement).run();
    const db = new CountingDatabase(real);
    const put = (text: string, n: number) =>
      ingestDocument(
        db.asD1,
        { text, url: `https://ministry.example/news/${n}` },
        new Date(Date.UTC(2024, 0, 1)),
        extract,
      );
    const [first = '', ...rest] = [...pressReleases(documents + 1)];
    await put(first, 0);
    const before = { ...db.counts };
    for (const [n, text] of rest.entries()) await put(text, n + 1);
    const { statements, rows_written, bytes } = db.counts;
    return {
      statements: (statements - before.statements) / documents,
      rowsWritten: (rows_written - before.rows_written) / documents,
      bytesPerByte: (bytes - before.bytes) / Buffer.byteLength(rest.join('')),
    };
  } finally {
    await miniflare.dispose();
    rmSync(persist, { recursive: true, force: true });
  }
}

/** Statements of a migration: each trigger stands on a line of its own. */
const statementsOf = (sql: string): string[] =>
  sql
    .replaceAll(/^\s*--.*$/gm, '')
    .split(/;[ \t]*(?:\n|$)/)
    .map((it) => it.trim())
    .filter((it) => it !== '')
    .map((it) => (/\bBEGIN\b/.test(it) && !/END$/.test(it) ? `${it};` : it));

/**
 * Posts so many press releases to the Worker over a copy of the record in `folder`, which stays as it is. Throws if one
 * is not taken in with all its quotations.
 */
export async function measureIngest(folder: string, scripts: Scripts, documents: number): Promise<Taken> {
  const copy = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  try {
    cpSync(folder, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
    const site = await serve(copy, scripts);
    const releases = [...pressReleases(2 * documents + 1)];
    const post = async (text: string, n: number) => {
      const response = await fetch(`${site.readout}/v1/documents`, {
        method: 'POST',
        headers: { Authorization: 'Bearer bench', 'Content-Type': 'application/json' },
        body: JSON.stringify({ text, url: `https://ministry.example/news/${n}`, publisher: 'Ministry' }),
      });
      const answer = (await response.json()) as { extracted?: { quotes: string[] } };
      if (answer.extracted?.quotes.length !== QUOTES)
        throw new Error(`a press release was taken in as ${response.status}: ${JSON.stringify(answer)}`);
    };
    const [first = '', ...all] = releases;
    const rest = all.slice(0, documents);
    await post(first, 0);
    const begun = performance.now();
    for (const [n, text] of rest.entries()) await post(text, n + 1);
    const seconds = (performance.now() - begun) / 1000;
    const others = all.slice(documents).map((text, n) => ({ text, n: documents + n + 1 }));
    const together = performance.now();
    const line = async () => {
      for (let it = others.pop(); it !== undefined; it = others.pop()) await post(it.text, it.n);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, line));
    const atOnce = (performance.now() - together) / 1000 / seconds;
    await site.stop();
    return {
      perSecond: documents / seconds,
      bytes: Buffer.byteLength(rest.join('')),
      quotes: documents * QUOTES,
      atOnce,
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const QUOTES = 6;

/** Press releases of about three kilobytes, each of a trip of its own with six quotations. */
function* pressReleases(count: number): Generator<string> {
  const random = seeded(count);
  const word = skewed(20_000, random);
  const words = (length: number) => Array.from({ length }, () => wordOf(word())).join(' ');
  const sentence = (length: number) => capital(`${words(length)}.`);
  for (let n = 0; n < count; n++) {
    const name = `${capital(wordOf(900 + n))} ${capital(wordOf(5000 + n * 7))}`;
    const surname = name.split(' ')[1];
    const day = dayInWords(new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
    const host = capital(wordOf(12_000 + n * 3));
    yield [
      `Foreign Minister ${name} visits Oslo`,
      day,
      `Foreign Minister ${name} met Prime Minister ${host} ${capital(wordOf(400 + n))} in Oslo, Norway on ${day}. ${sentence(20)}`,
      ...Array.from({ length: QUOTES }, (_, i) =>
        i === 0
          ? `“${sentence(18).slice(0, -1)},” said Foreign Minister ${name}. ${sentence(25)}`
          : `“${sentence(15 + i).slice(0, -1)},” ${surname} said. ${sentence(25)}`,
      ),
      `${sentence(30)} ${sentence(30)}`,
    ].join('\n\n');
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
