/** How far an extractor has come with reading again what others read. */
export interface Rereading {
  /** The document that was read last, by when it came. */
  after_at: string;
  after_id: string;
  /** Documents still to be read. */
  remaining: number;
}

/** Null if it has not begun. */
export const loadRereading = (db: D1Database, extractor: string): Promise<Rereading | null> =>
  db
    .prepare('SELECT after_at, after_id, remaining FROM rereading WHERE extractor = ?')
    .bind(extractor)
    .first<Rereading>();

const STALE = `FROM document_revision AS d
  JOIN extraction AS e ON e.document_id = d.document_id AND e.revision = d.revision
  WHERE d.live = 1 AND e.extractor <> ?1 AND (d.received_at, d.document_id) > (?2, ?3)`;

/** Live documents that another extractor read, those first that came first, after one. */
export async function loadStale(
  db: D1Database,
  extractor: string,
  after: Pick<Rereading, 'after_at' | 'after_id'>,
  limit: number,
): Promise<{ id: string; at: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT d.document_id AS id, d.received_at AS at ${STALE} ORDER BY d.received_at, d.document_id LIMIT ?4`,
    )
    .bind(extractor, after.after_at, after.after_id, limit)
    .all<{ id: string; at: string }>();
  return results;
}

/** Notes how far it has come, and counts what is left. */
export async function saveRereading(
  db: D1Database,
  extractor: string,
  after: Pick<Rereading, 'after_at' | 'after_id'>,
  at: string,
): Promise<number> {
  const row = await db
    .prepare(
      `INSERT INTO rereading (extractor, after_at, after_id, remaining, at)
       VALUES (?1, ?2, ?3, (SELECT count(*) ${STALE}), ?4)
       ON CONFLICT (extractor) DO UPDATE SET after_at = excluded.after_at, after_id = excluded.after_id,
         remaining = excluded.remaining, at = excluded.at
       RETURNING remaining`,
    )
    .bind(extractor, after.after_at, after.after_id, at)
    .first<{ remaining: number }>();
  return row?.remaining ?? 0;
}
