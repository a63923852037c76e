import type { Noun, Status } from '../model/record.ts';
import { DamagedEntry } from './damage.ts';
import { type Filter, toMatch } from './filter.ts';
import { movedAmong, type Named } from './naming.ts';
import type { Reader } from './reader.ts';

/** A stretch of a list: the listed entries under a filter whose place is in `[from, until)`. */
export interface Stretch extends Filter {
  from: number;
  until: number;
}

/** By day, the newest or the oldest first. Undated entries come last in both. */
export type Order = 'newest' | 'oldest';

/** A listed entry: its place in the list, and its public JSON (U+0001 for the origin). */
export interface PageRow {
  ord: number;
  body: string;
}
export interface Page {
  revision: number;
  rows: PageRow[];
  /** Whether an entry that the list is narrowed by answers to another id now, if that was asked. */
  moved: boolean;
}

/**
 * The first `limit` entries of stretches that follow one another, each read newest or oldest first. With the revision in
 * one statement, so that both are of one moment; no more rows are read than returned, one for the revision and one for
 * each of `named`: the entries that the list is narrowed by.
 */
export async function readPage(
  db: Reader,
  noun: Noun,
  stretches: readonly Stretch[],
  order: Order,
  limit: number,
  named: readonly Named[] = [],
): Promise<Page> {
  const { sql, binds } = pageStatement(noun, stretches, order, limit);
  const moved = movedAmong(named, (id) => `?${binds.push(id)}`);
  // The revision as a row of the page, with the number for a body.
  const [first, ...rows] = await db.all<PageRow>({
    sql: `SELECT ${moved} AS ord, CAST(value AS TEXT) AS body FROM counter WHERE name = 'revision'
          UNION ALL ${sql}`,
    binds,
  });
  return { revision: Number(first?.body ?? 0), rows, moved: first?.ord === 1 };
}

/**
 * The place of the last of the first `rows` entries of these stretches, null if there are no more than these. Reads a row
 * of the index for each.
 */
export async function readPlace(
  db: Reader,
  noun: Noun,
  stretches: readonly Stretch[],
  order: Order,
  rows: number,
): Promise<number | null> {
  const { sql, binds } = pageStatement(noun, stretches, order, rows + 1, 'NULL');
  const found = await db.all<{ ord: number }>({
    sql: `SELECT ord FROM (${sql}) LIMIT 2 OFFSET ?${binds.push(rows - 1)}`,
    binds,
  });
  return found.length === 2 ? (found[0]?.ord ?? null) : null;
}

function pageStatement(
  noun: Noun,
  stretches: readonly Stretch[],
  order: Order,
  limit: number,
  body: 'body' | 'NULL' = 'body',
): { sql: string; binds: (string | number)[] } {
  const binds: (string | number)[] = [limit];
  const parts = stretches.map((stretch) => {
    const match = toMatch(stretch);
    const place = match === null ? 'ord' : 'rowid';
    if (match !== null) binds.push(match);
    const matched = match === null ? '' : `${noun}_index MATCH ?${binds.length} AND`;
    binds.push(stretch.from, stretch.until);
    // D1 binds large numbers as REAL, which the index would compare after reading rather than seek to.
    return `SELECT * FROM (
      SELECT ${place} AS ord, ${body} AS body FROM ${match === null ? noun : `${noun}_index`}
      WHERE ${matched} ${place} >= CAST(?${binds.length - 1} AS INTEGER)
        AND ${place} < CAST(?${binds.length} AS INTEGER)
      ORDER BY ${place} ${order === 'newest' ? 'ASC' : 'DESC'} LIMIT ?1)`;
  });
  if (parts.length === 0) return { sql: 'SELECT NULL, NULL WHERE ?1 < 0', binds };
  return { sql: `SELECT ord, body FROM (${parts.join(' UNION ALL ')} LIMIT ?1)`, binds };
}

/** An entry asked for by its id. */
export interface EntryRow {
  status: Status;
  replaced_by: string | null;
  body: string;
}

/** One entry, whatever its status, with the revision; one statement, two rows. Throws DamagedEntry. */
export async function readEntry(
  db: Reader,
  noun: Noun,
  id: string,
): Promise<{ revision: number; entry: EntryRow | null }> {
  const { damaged } = db;
  const rows = await db.all<EntryRow>({
    sql: `SELECT 'revision' AS status, NULL AS replaced_by, CAST(value AS TEXT) AS body
          FROM counter WHERE name = 'revision'
          UNION ALL SELECT status, replaced_by, body FROM ${noun} WHERE id = ?1`,
    binds: [id],
  });
  if (rows[1] === undefined && db.damaged > damaged) throw new DamagedEntry(noun, id);
  return { revision: Number(rows[0]?.body ?? 0), entry: rows[1] ?? null };
}

/** One entry without the revision: one row. Throws DamagedEntry. */
export async function readEntryAlone(db: Reader, noun: Noun, id: string): Promise<EntryRow | null> {
  const { damaged } = db;
  const rows = await db.all<EntryRow>({
    sql: `SELECT status, replaced_by, body FROM ${noun} WHERE id = ?1`,
    binds: [id],
  });
  if (rows[0] === undefined && db.damaged > damaged) throw new DamagedEntry(noun, id);
  return rows[0] ?? null;
}

/** The id that a redirected id leads to in the end, or null where the chain breaks off. */
export async function readFinalId(db: Reader, noun: Noun, id: string): Promise<string | null> {
  const rows = await db.all<{ id: string }>({
    sql: `WITH RECURSIVE chain (id, status, replaced_by, hops) AS (
            SELECT id, status, replaced_by, 0 FROM ${noun} WHERE id = ?1
            UNION ALL
            SELECT next.id, next.status, next.replaced_by, hops + 1
            FROM chain JOIN ${noun} AS next ON next.id = chain.replaced_by
            WHERE chain.status = 'redirected' AND hops < 50
          )
          SELECT id FROM chain WHERE status <> 'redirected' LIMIT 1`,
    binds: [id],
  });
  return rows[0]?.id ?? null;
}

/** The revision alone: one row. */
export async function readRevision(db: Reader): Promise<number> {
  const rows = await db.all<{ value: number }>({
    sql: `SELECT value FROM counter WHERE name = 'revision'`,
    binds: [],
  });
  return rows[0]?.value ?? 0;
}
