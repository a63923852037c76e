import type { Cadence, DigestRow } from './digest.ts';
import type { Reader } from './reader.ts';

/** Issues of the digest as readers ask for them. */

const COLUMNS = 'id, cadence, date, from_rev, to_rev, title, body, text, issued_at';

export async function readIssue(db: Reader, id: string): Promise<DigestRow | null> {
  const rows = await db.all<DigestRow>({ sql: `SELECT ${COLUMNS} FROM digest WHERE id = ?1`, binds: [id] });
  return rows[0] ?? null;
}

/** Issues of a cadence dated before a day (null: from the newest), newest first. */
export const readIssues = (
  db: Reader,
  cadence: Cadence,
  before: string | null,
  limit: number,
): Promise<DigestRow[]> =>
  db.all<DigestRow>({
    sql: `SELECT ${COLUMNS} FROM digest WHERE cadence = ?1 AND date < ?2 ORDER BY date DESC LIMIT ?3`,
    binds: [cadence, before ?? '9999-12-31', limit],
  });

export interface IssueTitle {
  id: string;
  cadence: Cadence;
  date: string;
  title: string;
}

/** As `readIssues`, without the issues themselves. */
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
  { cadence, date }: { cadence: Cadence; date: string },
): Promise<{ previous: string | null; next: string | null }> {
  const rows = await db.all<{ previous: string | null; next: string | null }>({
    sql: `SELECT (SELECT id FROM digest WHERE cadence = ?1 AND date < ?2 ORDER BY date DESC LIMIT 1) AS previous,
                 (SELECT id FROM digest WHERE cadence = ?1 AND date > ?2 ORDER BY date ASC LIMIT 1) AS next`,
    binds: [cadence, date],
  });
  return rows[0] ?? { previous: null, next: null };
}
