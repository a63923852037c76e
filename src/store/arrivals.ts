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
