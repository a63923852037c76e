/** The revision the record stands at, and when it got there ('' before the first). */
export async function readRevision(db: D1Database): Promise<{ value: number; at: string }> {
  const row = await db
    .prepare(
      `SELECT value, (SELECT at FROM moment WHERE name = 'revision') AS at FROM counter WHERE name = 'revision'`,
    )
    .first<{ value: number; at: string | null }>();
  return { value: row?.value ?? 0, at: row?.at ?? '' };
}

/** First statements of a write: fails the batch if the record is no longer at the revision it was worked out from. */
export function beginWrite(db: D1Database, expected: number): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO write_guard (expected) SELECT CASE WHEN value = ? THEN value END FROM counter WHERE name = 'revision'`,
      )
      .bind(expected),
    db.prepare('DELETE FROM write_guard'),
  ];
}

/**
 * Why the record changes: a document came, changed or went (source), a person put something right (editor), a better
 * extractor read the same text (reading), or everything was derived anew (rebuild).
 */
export type Cause = 'source' | 'editor' | 'reading' | 'rebuild';

/** Last statements of a write. `documentId`: the document that is the occasion of it, if one is. */
export function endWrite(
  db: D1Database,
  moment: { rev: number; at: string; cause: Cause },
  documentId: string | null,
): D1PreparedStatement[] {
  return [
    db.prepare(`UPDATE counter SET value = ? WHERE name = 'revision'`).bind(moment.rev),
    db
      .prepare('INSERT INTO revision (rev, at, cause, document_id) VALUES (?, ?, ?, ?)')
      .bind(moment.rev, moment.at, moment.cause, documentId),
    setMoment(db, 'revision', moment.at),
  ];
}

/** Notes when something happened last: `revision`, `document`, `cron`. */
export function setMoment(db: D1Database, name: string, at: string): D1PreparedStatement {
  return db
    .prepare('INSERT INTO moment (name, at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at')
    .bind(name, at);
}
