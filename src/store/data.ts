import type { Noun } from '../model/record.ts';
import { soundJson } from './damage.ts';

/** Reads and writes for the record as files (src/data). */

export interface Snapshot {
  day: string;
  begun_at: string;
  revision: number;
  last_revision: number | null;
  made_at: string | null;
  /** JSON; null once it is made. */
  state: string | null;
}
export interface DataFile {
  path: string;
  day: string;
  /** Where its bytes are kept. */
  object: string;
  bytes: number;
  sha256: string;
  rows: number;
  revision: number;
  begun_at: string;
  made_at: string;
}

/** Begins a day's snapshot, if nobody has. */
export const beginSnapshot = (db: D1Database, day: string, now: string, state: string) =>
  db
    .prepare(
      `INSERT INTO data_snapshot (day, begun_at, revision, state, claimed_until)
       SELECT ?, ?, value, ?, '' FROM counter WHERE name = 'revision' ON CONFLICT DO NOTHING`,
    )
    .bind(day, now, state)
    .run();

/** Takes a snapshot that is not yet made, so that nobody else works on it until then; null if there is none to take. */
export const claimSnapshot = (db: D1Database, now: string, until: string): Promise<Snapshot | null> =>
  db
    .prepare(
      `UPDATE data_snapshot SET claimed_until = ?2
       WHERE day = (SELECT max(day) FROM data_snapshot WHERE state IS NOT NULL AND claimed_until <= ?1)
       RETURNING day, begun_at, revision, last_revision, made_at, state`,
    )
    .bind(now, until)
    .first<Snapshot>();

export const releaseSnapshot = (db: D1Database, day: string) =>
  db.prepare(`UPDATE data_snapshot SET claimed_until = '' WHERE day = ?`).bind(day).run();

export const hasSnapshot = async (db: D1Database, day: string): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM data_snapshot WHERE day = ?').bind(day).first()) !== null;

/** How far the making has come, and the slice that brought it there. */
export const saveProgress = (
  db: D1Database,
  day: string,
  state: string,
  part: { file: string; n: number; groups: string } | null,
) =>
  db.batch([
    ...(part === null
      ? []
      : [
          db
            .prepare('INSERT OR REPLACE INTO data_part (day, file, n, groups) VALUES (?, ?, ?, ?)')
            .bind(day, part.file, part.n, part.groups),
        ]),
    db.prepare('UPDATE data_snapshot SET state = ? WHERE day = ?').bind(state, day),
  ]);

export async function loadGroups(db: D1Database, day: string, file: string): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT groups FROM data_part WHERE day = ? AND file = ? ORDER BY n')
    .bind(day, file)
    .all<{ groups: string }>();
  return results.map(({ groups }) => groups);
}

export const saveFile = (db: D1Database, it: DataFile) =>
  db
    .prepare(
      `INSERT OR REPLACE INTO data_file (path, day, object, bytes, sha256, rows, revision, begun_at, made_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(it.path, it.day, it.object, it.bytes, it.sha256, it.rows, it.revision, it.begun_at, it.made_at)
    .run();

/** Marks a snapshot as made; its slices are needed no more. */
export const endSnapshot = (db: D1Database, day: string, at: string) =>
  db.batch([
    db
      .prepare(
        `UPDATE data_snapshot SET made_at = ?, state = NULL,
           last_revision = (SELECT value FROM counter WHERE name = 'revision') WHERE day = ?`,
      )
      .bind(at, day),
    db.prepare('DELETE FROM data_part WHERE day = ?').bind(day),
  ]);

/** Lets go of a snapshot and its files; deltas stay. */
export const dropSnapshot = (db: D1Database, day: string, gone: string | null) =>
  db.batch([
    db.prepare('DELETE FROM data_snapshot WHERE day = ?').bind(day),
    db.prepare('DELETE FROM data_part WHERE day = ?').bind(day),
    db.prepare(`DELETE FROM data_file WHERE day = ? AND path NOT LIKE 'deltas/%'`).bind(day),
    ...(gone === null
      ? []
      : [db.prepare('INSERT OR IGNORE INTO data_gone (day, at) VALUES (?, ?)').bind(day, gone)]),
  ]);

/** Everything there is, the newest first. */
export async function loadIndex(
  db: D1Database,
): Promise<{ snapshots: Snapshot[]; files: DataFile[]; gone: { day: string; at: string }[] }> {
  const [snapshots, files, gone] = await db.batch([
    db.prepare(
      'SELECT day, begun_at, revision, last_revision, made_at, state FROM data_snapshot ORDER BY day DESC',
    ),
    db.prepare(
      `SELECT path, day, object, bytes, sha256, rows, revision, begun_at, made_at FROM data_file ORDER BY day DESC, path`,
    ),
    db.prepare('SELECT day, at FROM data_gone ORDER BY at DESC LIMIT 100'),
  ]);
  return {
    snapshots: snapshots!.results as Snapshot[],
    files: files!.results as DataFile[],
    gone: gone!.results as { day: string; at: string }[],
  };
}

const UNSEARCHED = `SELECT id, noun, entry, at FROM hide AS h
  WHERE h.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM data_purged AS p WHERE p.hide = h.id)`;

/**
 * A file by its path, without a day that of the newest snapshot that is made. `waiting`: something was taken down, and the
 * files have not been searched for it.
 */
export async function findFile(
  db: D1Database,
  path: string,
): Promise<{ waiting: boolean; file: DataFile | null }> {
  const [waiting, file] = await db.batch([
    db.prepare(`SELECT EXISTS (${UNSEARCHED}) AS waiting`),
    db
      .prepare(
        `SELECT path, day, object, bytes, sha256, rows, revision, begun_at, made_at FROM data_file
         WHERE path IN (?1, (SELECT max(day) FROM data_snapshot WHERE made_at IS NOT NULL) || '/' || ?1)`,
      )
      .bind(path),
  ]);
  return {
    waiting: (waiting!.results[0] as { waiting: number }).waiting === 1,
    file: (file!.results[0] as DataFile | undefined) ?? null,
  };
}

/** What was taken down and not yet searched for, and when it first stood in the record. */
export async function loadUnsearched(
  db: D1Database,
): Promise<{ id: string; entry: string; at: string; first_seen_at: string | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT u.id, u.entry, u.at, l.first_seen_at FROM (${UNSEARCHED}) AS u
       LEFT JOIN ledger AS l ON l.noun = u.noun AND l.id = u.entry ORDER BY u.at, u.id`,
    )
    .all<{ id: string; entry: string; at: string; first_seen_at: string | null }>();
  return results;
}

export const saveSearched = (db: D1Database, hide: string, at: string) =>
  db.prepare('INSERT OR IGNORE INTO data_purged (hide, at) VALUES (?, ?)').bind(hide, at).run();

/** A listed entry: its public JSON, and of an open document the text. */
export interface SliceRow {
  id: string;
  body: string;
  text: string | null;
}

/** Entries of a noun after an id: as many as fit, at least one while there are any. */
export async function loadSlice(
  db: D1Database,
  noun: Noun,
  after: string,
  most: { rows: number; characters: number },
): Promise<SliceRow[]> {
  const text =
    noun === 'document'
      ? `CASE WHEN ${soundJson('e.body')} ->> '$.rights' = 'open' THEN
           (SELECT r.text FROM document_revision AS r WHERE r.document_id = e.id AND r.live = 1) END`
      : 'NULL';
  const { results } = await db
    .prepare(
      `SELECT id, body, text FROM (
         SELECT id, body, text, row_number() OVER (ORDER BY id) AS nth,
                sum(length(body) + length(coalesce(text, ''))) OVER (ORDER BY id ROWS UNBOUNDED PRECEDING) AS total
         FROM (SELECT e.id, e.body, ${text} AS text FROM ${noun} AS e
               WHERE e.status = 'published' AND e.id > ?1
                 AND NOT EXISTS (SELECT 1 FROM hide AS h WHERE h.entry = e.id AND h.ended_at IS NULL)
               ORDER BY e.id LIMIT ?2)
       ) WHERE total <= ?3 OR nth = 1 ORDER BY id`,
    )
    .bind(after, most.rows, most.characters)
    .all<SliceRow>();
  return results;
}

/** An entry whose last change was on a day, and what brought it about. */
export interface ChangeRow {
  id: string;
  status: string;
  replaced_by: string | null;
  body: string;
  first_seen_at: string;
  updated_at: string;
  rev: number;
  cause: string | null;
  document_id: string | null;
}

/** Entries of a noun that changed on a day, after a place (time and id). */
export async function loadChangesOf(
  db: D1Database,
  noun: Noun,
  day: string,
  after: { at: string; id: string },
  most: { rows: number; characters: number },
): Promise<ChangeRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, status, replaced_by, body, first_seen_at, updated_at, rev, cause, document_id FROM (
         SELECT *, row_number() OVER (ORDER BY updated_at, id) AS nth,
                sum(length(body)) OVER (ORDER BY updated_at, id ROWS UNBOUNDED PRECEDING) AS total
         FROM (SELECT e.id, e.status, e.replaced_by, e.body, e.first_seen_at, e.updated_at, e.rev, r.cause, r.document_id
               FROM ${noun} AS e LEFT JOIN revision AS r ON r.rev = e.rev
               WHERE (e.updated_at, e.id) > (?1, ?2) AND e.updated_at < ?3
               ORDER BY e.updated_at, e.id LIMIT ?4)
       ) WHERE total <= ?5 OR nth = 1 ORDER BY updated_at, id`,
    )
    .bind(after.at, after.id, `${day}~`, most.rows, most.characters)
    .all<ChangeRow>();
  return results;
}
