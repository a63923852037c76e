import { env } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { CountingDatabase } from '../../src/cli/bench/counting.ts';
import { extract } from '../../src/extract/extract.ts';
import { auditRecord } from '../../src/ingest/audit.ts';
import { ingestDocument, MOST_CLAIMS, UnreadableDocument } from '../../src/ingest/ingest.ts';
import { ask } from '../workers/ask.ts';
import { dense, TEXTS } from './heavy-texts.ts';

vi.setConfig({ testTimeout: 300_000 });

/** A thousand are allowed an invocation, and some belong to whoever calls. */
const MOST_STATEMENTS = 900;
/** Of D1: a value bound to a statement, and a row. */
const MOST_BYTES = 2_000_000;

const put = (db: D1Database, text: string, n = 0) =>
  ingestDocument(db, { text, url: 'https://example.org/heavy' }, new Date(Date.UTC(2026, 2, 2 + n)), extract);

/** Takes a text in within what the platform allows, or says why not and keeps nothing. Gives what it asked. */
async function takenOrRefused(text: string) {
  const db = new CountingDatabase(env.DB);
  try {
    await put(db.asD1, text);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableDocument);
    expect(String(error)).toContain(`more than the ${MOST_CLAIMS} that are taken at once`);
    const kept = await env.DB.prepare('SELECT count(*) AS n FROM document_revision').first('n');
    expect(kept).toBe(0);
    return null;
  }
  expect(db.counts.statements).toBeLessThan(MOST_STATEMENTS);
  expect(db.counts.largest_bind).toBeLessThan(MOST_BYTES);
  for (const table of [
    'quote',
    'figure',
    'person',
    'place',
    'visit',
    'engagement',
    'document',
    'extraction_part',
  ]) {
    const column = table === 'extraction_part' ? 'found' : 'body';
    const largest = await env.DB.prepare(
      `SELECT max(octet_length(${column})) AS n FROM ${table}`,
    ).first<number>('n');
    expect([table, (largest ?? 0) < MOST_BYTES]).toEqual([table, true]);
  }
  return db.counts;
}

describe('a text made to be heavy', () => {
  it.each(Object.entries(TEXTS))(
    'is taken in with bounded statements, or refused whole: %s',
    async (_, make) => {
      for (const size of [40_000, 262_144]) {
        await takenOrRefused(make(size));
        await env.DB.batch(
          ['document_revision', 'document', 'extraction'].map((table) =>
            env.DB.prepare(`DELETE FROM ${table}`),
          ),
        );
      }
    },
  );

  it('is answered 422 over the API, which says how much it holds', async () => {
    const { status, text } = await ask('/v1/documents', {
      method: 'POST',
      headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: dense(262_144) }),
    });
    expect(status).toBe(422);
    expect(text).toMatch(/it holds \d+ quotations/);
  });

  it('changed again and again asks no more of the database each time, and loses no quote', async () => {
    const asked: number[] = [];
    for (let n = 0; n < 4; n++) {
      const text = dense(40_000).replaceAll(' ships', (found, at: number) =>
        at % 9 === n ? ' boats' : found,
      );
      const db = new CountingDatabase(env.DB);
      await put(db.asD1, text, n);
      asked.push(db.counts.statements);
      const on = await env.DB.prepare(
        `SELECT count(*) AS n FROM quote WHERE status = 'published'`,
      ).first<number>('n');
      expect(on).toBe(new Set(extract(text, { lang: 'en' }).quotes.map((it) => it.text)).size);
    }
    expect(Math.max(...asked)).toBeLessThan(asked[0]! + 30);
    expect((await auditRecord(env.DB)).wrong).toEqual([]);
  });
});

describe('a mebibyte of press releases', () => {
  it('is taken in whole', async () => {
    const { releases } = await import('./heavy-texts.ts');
    const counts = await takenOrRefused(releases(1_000_000));
    expect(counts).not.toBe(null);

    expect(await env.DB.prepare('SELECT count(*) AS n FROM quote').first<number>('n')).toBeGreaterThan(2_000);
  });
});
