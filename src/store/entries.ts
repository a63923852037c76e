import type { Noun, Status } from '../model/record.ts';
import { chunked } from './chunks.ts';
import { toMatch } from './filter.ts';

/** A row of the published record as it stands in the database. */
export interface EntryRow {
  ord: number;
  id: string;
  status: Status;
  replaced_by: string | null;
  keys: string;
  words: string;
  body: string;
  first_seen_at: string;
  updated_at: string;
  first_rev: number;
  rev: number;
}

const COLUMNS = 'ord, id, status, replaced_by, keys, words, body, first_seen_at, updated_at, first_rev, rev';

/** Entries of one noun by id, whatever their status. */
export async function loadEntries(
  db: D1Database,
  noun: Noun,
  ids: Iterable<string>,
): Promise<Map<string, EntryRow>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM ${noun} WHERE id IN (SELECT value FROM json_each(?))`)
    .bind(JSON.stringify(wanted))
    .all<EntryRow>();
  return new Map(results.map((row) => [row.id, row]));
}

/** Ids that are redirected to one of these, so that they can follow when these move on. */
export async function loadRedirectsTo(
  db: D1Database,
  noun: Noun,
  ids: Iterable<string>,
): Promise<EntryRow[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM ${noun} WHERE status = 'redirected' AND replaced_by IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify(wanted))
    .all<EntryRow>();
  return results;
}

/** The newest listed entries that carry a key, at most `limit` of each, in the order of the keys. */
export async function loadNewestWith(
  db: D1Database,
  noun: Noun,
  keys: readonly string[],
  limit: number,
): Promise<{ id: string; ord: number; body: string }[][]> {
  if (keys.length === 0) return [];
  const found: { id: string; ord: number; body: string }[][] = keys.map(() => []);
  const matches = keys.map((key, at) => [at, toMatch({ keys: [key], phrases: [] })]);
  // The index hands rows out in the order of their places; the limit stands inside so that it reads no more of them.
  for (const chunk of chunked(matches)) {
    const { results } = await db
      .prepare(
        `SELECT w.value ->> 0 AS at, e.id, e.ord, e.body FROM json_each(?1) AS w CROSS JOIN ${noun} AS e
         WHERE e.ord IN (SELECT rowid FROM ${noun}_index WHERE ${noun}_index MATCH w.value ->> 1 ORDER BY rowid LIMIT ?2)
         ORDER BY 1, e.ord`,
      )
      .bind(chunk, limit)
      .all<{ at: number; id: string; ord: number; body: string }>();
    for (const { at, ...row } of results) found[at]!.push(row);
  }
  return found;
}

/** Who holds these places already. */
export async function loadHolders(
  db: D1Database,
  noun: Noun,
  ords: readonly number[],
): Promise<Map<number, string>> {
  if (ords.length === 0) return new Map();
  const { results } = await db
    .prepare(`SELECT ord, id FROM ${noun} WHERE ord IN (SELECT value FROM json_each(?))`)
    .bind(JSON.stringify(ords))
    .all<{ ord: number; id: string }>();
  return new Map(results.map((row) => [row.ord, row.id]));
}

/** Inserts or replaces entries by id. Rows that leave a place must be written before rows that take it. */
export function writeEntries(db: D1Database, noun: Noun, rows: readonly EntryRow[]): D1PreparedStatement[] {
  return chunked(
    rows.map((it) => [
      it.ord,
      it.id,
      it.status,
      it.replaced_by,
      it.keys,
      it.words,
      it.body,
      it.first_seen_at,
      it.updated_at,
      it.first_rev,
      it.rev,
    ]),
  ).map((chunk) =>
    db
      .prepare(
        `INSERT INTO ${noun} (${COLUMNS})
         SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
                value ->> 8, value ->> 9, value ->> 10 FROM json_each(?) WHERE true
         ON CONFLICT (id) DO UPDATE SET
           ord = excluded.ord, status = excluded.status, replaced_by = excluded.replaced_by, keys = excluded.keys,
           words = excluded.words, body = excluded.body, first_seen_at = excluded.first_seen_at,
           updated_at = excluded.updated_at, first_rev = excluded.first_rev, rev = excluded.rev`,
      )
      .bind(chunk),
  );
}

/** Counts by name; names that count nothing are absent. */
export async function loadTallies(db: D1Database, names: Iterable<string>): Promise<Map<string, number>> {
  const { results } = await db
    .prepare('SELECT name, n FROM tally WHERE name IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify([...new Set(names)]))
    .all<{ name: string; n: number }>();
  return new Map(results.map((row) => [row.name, row.n]));
}

/**
 * Counts whose name begins with a prefix, least or greatest name first: at least `limit` of each where there are so many,
 * and fewer than twice as many. A statement for each order of magnitude of limits, however many prefixes.
 */
export async function loadTalliesBeginning(
  db: D1Database,
  prefixes: readonly { prefix: string; limit: number }[],
  direction: 'ASC' | 'DESC',
): Promise<{ name: string; n: number }[][]> {
  const found: { name: string; n: number }[][] = prefixes.map(() => []);
  const byLimit = Map.groupBy(
    prefixes.map(({ prefix, limit }, at) => ({ at, prefix, limit: 2 ** Math.ceil(Math.log2(limit)) })),
    ({ limit }) => limit,
  );
  for (const [limit, list] of byLimit)
    for (const chunk of chunked(list.map(({ at, prefix }) => [at, prefix, `${prefix}\uffff`]))) {
      const { results } = await db
        .prepare(
          `SELECT w.value ->> 0 AS at, t.name, t.n FROM json_each(?1) AS w CROSS JOIN tally AS t
           WHERE t.name IN (SELECT name FROM tally WHERE name >= w.value ->> 1 AND name < w.value ->> 2
                            ORDER BY name ${direction} LIMIT ?2)
           ORDER BY 1, t.name ${direction}`,
        )
        .bind(chunk, limit)
        .all<{ at: number; name: string; n: number }>();
      for (const { at, ...row } of results) found[at]!.push(row);
    }
  return found;
}

/** Adds to counts, and drops those that come to nothing. */
export function addTallies(db: D1Database, changes: ReadonlyMap<string, number>): D1PreparedStatement[] {
  const rows = [...changes].filter(([, by]) => by !== 0);
  return chunked(rows).flatMap((chunk) => [
    db
      .prepare(
        `INSERT INTO tally (name, n) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true
         ON CONFLICT (name) DO UPDATE SET n = n + excluded.n`,
      )
      .bind(chunk),
    db
      .prepare('DELETE FROM tally WHERE n = 0 AND name IN (SELECT value ->> 0 FROM json_each(?))')
      .bind(chunk),
  ]);
}
