import type { Cadence } from './digest.ts';
import type { Reader } from './reader.ts';

/** What pages need of issues besides the issues themselves. */
export interface IssueTitle {
  id: string;
  cadence: Cadence;
  date: string;
  title: string;
}

/** Issues of a cadence dated before a day (null: from the newest), newest first, without their bodies. */
export const readIssueTitles = (
  db: Reader,
  cadence: Cadence,
  before: string | null,
  limit: number,
): Promise<IssueTitle[]> =>
  db.all<IssueTitle>({
    sql: 'SELECT id, cadence, date, title FROM digest WHERE cadence = ?1 AND date < ?2 ORDER BY date DESC LIMIT ?3',
    binds: [cadence, before ?? '9999-12-31', limit],
  });

/** The issues of the same cadence before and after one. */
export async function readNeighbours(
  db: Reader,
  id: string,
): Promise<{ previous: string | null; next: string | null }> {
  const rows = await db.all<{ previous: string | null; next: string | null }>({
    sql: `SELECT (SELECT id FROM digest AS o WHERE o.cadence = d.cadence AND o.date < d.date
                  ORDER BY o.date DESC LIMIT 1) AS previous,
                 (SELECT id FROM digest AS o WHERE o.cadence = d.cadence AND o.date > d.date
                  ORDER BY o.date ASC LIMIT 1) AS next
          FROM digest AS d WHERE d.id = ?1`,
    binds: [id],
  });
  return rows[0] ?? { previous: null, next: null };
}
