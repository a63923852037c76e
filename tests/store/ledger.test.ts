import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { NOUNS } from '../../src/model/record.ts';
import { ingestSeeds } from '../workers/seeds.ts';

const COLUMNS = 'id, status, replaced_by, first_seen_at, updated_at, first_rev, rev';

describe('the ledger', () => {
  it('knows every id of every noun, what it answers and since when, also once the rows are gone', async () => {
    await ingestSeeds();
    for (const noun of NOUNS) {
      const { results: rows } = await env.DB.prepare(`SELECT ${COLUMNS} FROM ${noun} ORDER BY id`).all();
      expect(rows.length).toBeGreaterThan(0);
      await env.DB.prepare(`DELETE FROM ${noun}`).run();
      const { results: kept } = await env.DB.prepare(
        `SELECT ${COLUMNS} FROM ledger WHERE noun = ? ORDER BY id`,
      )
        .bind(noun)
        .all();
      expect(kept).toEqual(rows);
    }
  });

  it('keeps the last words of what nobody says any more, and the first time something came', async () => {
    await ingestSeeds();
    const row = (await env.DB.prepare(
      `SELECT id, body, first_seen_at FROM quote WHERE ord > 0 LIMIT 1`,
    ).first<{
      id: string;
      body: string;
      first_seen_at: string;
    }>())!;
    await env.DB.prepare(
      `UPDATE quote SET status = 'withdrawn', ord = -ord, first_seen_at = '2999-01-01' WHERE id = ?`,
    )
      .bind(row.id)
      .run();
    const kept = await env.DB.prepare(`SELECT last_body, first_seen_at, status FROM ledger WHERE id = ?`)
      .bind(row.id)
      .first();
    expect(kept).toEqual({ last_body: row.body, first_seen_at: row.first_seen_at, status: 'withdrawn' });
  });

  it('says of every revision what made it', async () => {
    await ingestSeeds();
    const { results } = await env.DB.prepare(
      'SELECT rev, cause, document_id FROM revision ORDER BY rev',
    ).all<{
      rev: number;
      cause: string;
      document_id: string;
    }>();
    expect(results.map(({ rev }) => rev)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(results.map(({ cause }) => cause))).toEqual(new Set(['source']));
    expect(new Set(results.map(({ document_id }) => document_id)).size).toBe(5);
  });
});
