import type { Hide } from './acts.ts';

/** While `restoring` stands among the moments, nothing but what is put back is written (migration 0032). */
export const beginRestoring = (db: D1Database, at: string): D1PreparedStatement =>
  db.prepare(`INSERT INTO moment (name, at) VALUES ('restoring', ?)`).bind(at);

export const isRestoring = async (db: D1Database): Promise<boolean> =>
  (await db.prepare(`SELECT 1 FROM moment WHERE name = 'restoring'`).first()) !== null;

export const endRestoring = (db: D1Database): D1PreparedStatement =>
  db.prepare(`DELETE FROM moment WHERE name = 'restoring'`);

/** The revision moves far beyond every one that may ever have been told, and the record changed now. */
export const raiseRevision = (db: D1Database, by: number, at: string): D1PreparedStatement[] => [
  db
    .prepare(
      `UPDATE counter SET value = max(value, (SELECT coalesce(max(rev), 0) FROM revision)) + ? WHERE name = 'revision'`,
    )
    .bind(by),
  db
    .prepare(
      `INSERT INTO revision (rev, at, cause) SELECT value, ?, 'rebuild' FROM counter WHERE name = 'revision'`,
    )
    .bind(at),
  db
    .prepare(
      `INSERT INTO moment (name, at) VALUES ('revision', ?) ON CONFLICT (name) DO UPDATE SET at = max(at, excluded.at)`,
    )
    .bind(at),
];

/** Until then nothing is sent unless a person says so. */
const FOR_EVER = '9999-12-31T23:59:59.999Z';

export const freezeMail = (db: D1Database, reason: string): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO mail_pause (name, until, reason) VALUES ('mail', ?1, ?2)
       ON CONFLICT (name) DO UPDATE SET until = excluded.until, reason = excluded.reason`,
    )
    .bind(FOR_EVER, reason);

/** Lifts a freeze; a pause that a provider asked for stays. False if nothing was frozen. */
export async function thawMail(db: D1Database): Promise<boolean> {
  const { meta } = await db.prepare('DELETE FROM mail_pause WHERE until = ?').bind(FOR_EVER).run();
  return meta.changes > 0;
}

/**
 * What was being sent when the dump was made may have gone out since, and so may issues of the days since: none of them is
 * sent again. `ids`: issues that may have been made since.
 */
export const closeMailings = (db: D1Database, ids: readonly string[], at: string): D1PreparedStatement[] => [
  db
    .prepare(
      `UPDATE delivery SET state = 'unknown', ended_at = ?, reason = 'restored from a dump'
       WHERE state IN ('due', 'claimed')`,
    )
    .bind(at),
  db.prepare('UPDATE mailing SET listed = 1 WHERE listed = 0'),
  db
    .prepare(
      `INSERT INTO mailing (issue_id, cadence, issued_at, listed, opened_at)
       SELECT id, cadence, issued_at, 1, ?1 FROM digest WHERE true
       UNION ALL SELECT value, iif(instr(value, 'W'), 'weekly', 'daily'), ?1, 1, ?1 FROM json_each(?2) WHERE true
       ON CONFLICT DO NOTHING`,
    )
    .bind(at, JSON.stringify(ids)),
];

/** Subscribers after a number, with what may have been decided since. */
export async function subscribersAfter(
  db: D1Database,
  after: number,
  limit: number,
): Promise<{ id: number; address: string; updated_at: string }[]> {
  const { results } = await db
    .prepare('SELECT id, address, updated_at FROM subscriber WHERE id > ? ORDER BY id LIMIT ?')
    .bind(after, limit)
    .all<{ id: number; address: string; updated_at: string }>();
  return results;
}

export const insertSuppression = (
  db: D1Database,
  it: { hash: string; reason: string; at: string; until: string | null },
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO suppression (address_hash, reason, at, until) VALUES (?, ?, ?, ?)
       ON CONFLICT (address_hash) DO UPDATE SET
         reason = iif(until IS NULL, reason, excluded.reason),
         at = max(at, excluded.at),
         until = iif(until IS NULL OR excluded.until IS NULL, NULL, max(until, excluded.until))`,
    )
    .bind(it.hash, it.reason, it.at, it.until);

/** A hide with whether it was taken back. */
export type KeptHide = Hide & { ended_at: string | null };

export const hideOf = (db: D1Database, id: string): Promise<KeptHide | null> =>
  db
    .prepare('SELECT id, noun, entry, reason, made_by, at, ended_at FROM hide WHERE id = ?')
    .bind(id)
    .first<KeptHide>();

export const insertKeptHide = (db: D1Database, it: KeptHide): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO hide (id, noun, entry, reason, made_by, at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(it.id, it.noun, it.entry, it.reason, it.made_by, it.at, it.ended_at);
