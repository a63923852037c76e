import type { Reader } from './reader.ts';

/** An issue of the digest as lists need it. */
export interface IssueRow {
  id: string;
  date: string;
  issued_at: string;
  body: string;
}

const REVISION = `SELECT '' AS id, '' AS date, '' AS issued_at, CAST(value AS TEXT) AS body
                  FROM counter WHERE name = 'revision'`;

const split = (rows: IssueRow[]) => ({ revision: Number(rows[0]?.body ?? 0), issues: rows.slice(1) });

/** Issues of a cadence, newest first, from those dated before a day on. */
export async function readIssues(db: Reader, cadence: string, before: string, limit: number) {
  return split(
    await db.all<IssueRow>({
      sql: `${REVISION} UNION ALL SELECT id, date, issued_at, body FROM (
              SELECT id, date, issued_at, body FROM digest
              WHERE cadence = ?1 AND date < ?2 ORDER BY date DESC LIMIT ?3)`,
      binds: [cadence, before, limit],
    }),
  );
}

/** Issues of a cadence in the order they were issued, after one. Issues come out in the order of their dates. */
export async function readIssuesSince(
  db: Reader,
  cadence: string,
  since: string,
  after: string,
  limit: number,
) {
  return split(
    await db.all<IssueRow>({
      sql: `${REVISION} UNION ALL SELECT id, date, issued_at, body FROM (
              SELECT id, date, issued_at, body FROM digest
              WHERE cadence = ?1 AND date > ?2 AND issued_at >= ?3 ORDER BY date LIMIT ?4)`,
      binds: [cadence, after, since, limit],
    }),
  );
}

/** One issue by its id, or null. */
export async function readIssue(db: Reader, id: string) {
  const { revision, issues } = split(
    await db.all<IssueRow>({
      sql: `${REVISION} UNION ALL SELECT id, date, issued_at, body FROM digest WHERE id = ?1`,
      binds: [id],
    }),
  );
  return { revision, issue: issues[0] ?? null };
}
