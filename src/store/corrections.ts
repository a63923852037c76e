import type { Noun } from '../model/record.ts';
import { chunked } from './chunks.ts';
import type { Reader } from './reader.ts';

export interface CorrectionRow {
  id: string;
  rev: number;
  at: string;
  noun: Noun;
  entry: string;
  cause: 'source' | 'editor' | 'reading';
  document_id: string | null;
  overlay: string | null;
  /** The public object; U+0001 for the origin. */
  body: string;
}

export const insertCorrections = (db: D1Database, rows: readonly CorrectionRow[]): D1PreparedStatement[] =>
  chunked(
    rows.map((it) => [
      it.id,
      it.rev,
      it.at,
      it.noun,
      it.entry,
      it.cause,
      it.document_id,
      it.overlay,
      it.body,
    ]),
  ).map((chunk) =>
    db
      .prepare(
        `INSERT INTO correction (id, rev, at, noun, entry, cause, document_id, overlay, body)
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
                value ->> 8 FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
      )
      .bind(chunk),
  );

/** What is hidden has no corrections either. */
const SHOWN = `NOT EXISTS (SELECT 1 FROM hide AS h WHERE h.entry = c.entry AND h.ended_at IS NULL)`;

/** Corrections, the newest first, after a place; with the revision in the same trip. */
export async function readCorrections(
  db: Reader,
  {
    entry,
    cause,
    since,
  }: { entry?: string | undefined; cause?: string | undefined; since?: string | undefined },
  after: { at: string; id: string } | null,
  limit: number,
): Promise<{ revision: number; rows: { id: string; at: string; body: string }[] }> {
  const binds: (string | number)[] = [limit];
  const bind = (value: string) => `?${binds.push(value)}`;
  const forward = since !== undefined;
  const conditions = [
    SHOWN,
    ...(entry === undefined ? [] : [`c.entry = ${bind(entry)}`]),
    ...(cause === undefined ? [] : [`c.cause = ${bind(cause)}`]),
    ...(since === undefined ? [] : [`c.at >= ${bind(since)}`]),
    ...(after === null ? [] : [`(c.at, c.id) ${forward ? '>' : '<'} (${bind(after.at)}, ${bind(after.id)})`]),
  ];
  const order = forward ? 'ASC' : 'DESC';
  const [first, ...rows] = await db.all<{ id: string; at: string; body: string }>({
    sql: `SELECT '' AS id, '' AS at, CAST(value AS TEXT) AS body FROM counter WHERE name = 'revision'
          UNION ALL SELECT id, at, body FROM (
            SELECT c.id, c.at, c.body FROM correction AS c WHERE ${conditions.join(' AND ')}
            ORDER BY c.at ${order}, c.id ${order} LIMIT ?1)`,
    binds,
  });
  return { revision: Number(first?.body ?? 0), rows };
}

/** One correction, with the revision. */
export async function readCorrection(
  db: Reader,
  id: string,
): Promise<{ revision: number; body: string | null }> {
  const rows = await db.all<{ body: string }>({
    sql: `SELECT CAST(value AS TEXT) AS body FROM counter WHERE name = 'revision'
          UNION ALL SELECT body FROM correction AS c WHERE id = ?1 AND ${SHOWN}`,
    binds: [id],
  });
  return { revision: Number(rows[0]?.body ?? 0), body: rows[1]?.body ?? null };
}
