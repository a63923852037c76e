import type { Noun } from '../model/record.ts';
import type { Reader } from './reader.ts';

/** The listed entries of a noun that arrived last, newest arrival first. */
export async function readArrivals(db: Reader, noun: Noun, limit: number): Promise<string[]> {
  const rows = await db.all<{ body: string }>({
    sql: `SELECT body FROM ${noun} WHERE ord > 0 ORDER BY first_rev DESC, ord LIMIT ?1`,
    binds: [limit],
  });
  return rows.map(({ body }) => body);
}

/**
 * The first id that each of these was ever published under, for those that have had another before: what answers to it now
 * is the same thing to whoever keeps it by its id. Ids that nobody was ever shown (`updated_at` empty) are none.
 */
export async function readFirstIds(
  db: Reader,
  noun: Noun,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.all<{ id: string; first: string }>({
    sql: `SELECT former.replaced_by AS id, former.id AS first
          FROM json_each(?1) AS asked
          JOIN ${noun} AS former ON former.replaced_by = asked.value
          JOIN ${noun} AS now ON now.id = former.replaced_by
          WHERE former.status = 'redirected' AND former.updated_at <> '' AND former.first_rev <= now.first_rev
          ORDER BY former.first_rev DESC, former.id DESC`,
    binds: [JSON.stringify(ids)],
  });
  // The last of a key stays: the earliest.
  return new Map(rows.map(({ id, first }) => [id, first]));
}
