import { FIRST_PLACE, LAST_PLACE } from '../model/order.ts';
import type { Reader } from './reader.ts';

/** Entries that have a page of their own, the latest first: at most `limit` of each noun. */
export async function readSitemap(
  db: Reader,
  limit: number,
): Promise<{ path: string; updated_at: string }[]> {
  const pages = [
    ['visit', 'visits'],
    ['person', 'people'],
    ['quote', 'quotes'],
    ['engagement', 'engagements'],
    ['document', 'documents'],
  ] as const;
  const [digests = [], ...entries] = await db.batch([
    {
      sql: `SELECT '/digests/' || id AS path, issued_at AS updated_at FROM digest ORDER BY date DESC LIMIT ?1`,
      binds: [limit],
    },
    ...pages.map(([noun, folder]) => ({
      sql: `SELECT '/${folder}/' || id AS path, updated_at FROM ${noun}
            WHERE ord >= ${FIRST_PLACE} AND ord < ${LAST_PLACE} ORDER BY ord LIMIT ?1`,
      binds: [limit],
    })),
  ]);
  return [...entries.flat(), ...digests] as { path: string; updated_at: string }[];
}
