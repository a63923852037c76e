/** Issues on their way to readers: mailings, letters, and one row for each reader of each issue. */
import type { Cadence } from './digest.ts';
import type { SubscriberRow } from './subscriptions.ts';

export interface MailingRow {
  issue_id: string;
  cadence: Cadence;
  issued_at: string;
  /** Id of the last subscriber who was listed. */
  cursor: number;
  listed: number;
}

/** Opens a mailing for every issue made since `since` that has none; answers with all that are not fully listed. */
export async function openMailings(db: D1Database, since: string, at: string): Promise<string[]> {
  const [, open] = await db.batch<{ issue_id: string }>([
    db
      .prepare(
        `INSERT INTO mailing (issue_id, cadence, issued_at, opened_at)
         SELECT id, cadence, issued_at, ?2 FROM digest WHERE issued_at >= ?1
           AND NOT EXISTS (SELECT 1 FROM mailing WHERE issue_id = digest.id)
         ON CONFLICT DO NOTHING`,
      )
      .bind(since, at),
    db.prepare('SELECT issue_id FROM mailing WHERE listed = 0 ORDER BY opened_at, issue_id'),
  ]);
  return open?.results.map(({ issue_id }) => issue_id) ?? [];
}

export const mailingOf = (db: D1Database, issueId: string): Promise<MailingRow | null> =>
  db
    .prepare('SELECT issue_id, cadence, issued_at, cursor, listed FROM mailing WHERE issue_id = ?')
    .bind(issueId)
    .first<MailingRow>();

export type Reader = Pick<SubscriberRow, 'id' | 'preferences_key'>;

/** The next readers of a mailing: confirmed before the issue was made, in the order of their ids. */
export async function nextReaders(db: D1Database, mailing: MailingRow, limit: number): Promise<Reader[]> {
  const { results } = await db
    .prepare(
      `SELECT id, preferences_key FROM subscriber
       WHERE status = 'confirmed' AND cadence = ? AND id > ? AND confirmed_at <= ? ORDER BY id LIMIT ?`,
    )
    .bind(mailing.cadence, mailing.cursor, mailing.issued_at, limit)
    .all<Reader>();
  return results;
}

/** Which letters of an issue are made already: preferences key → whether it has anything to say. */
export async function lettersMade(db: D1Database, issueId: string): Promise<Map<string, boolean>> {
  const { results } = await db
    .prepare('SELECT preferences_key, html IS NOT NULL AS full FROM letter WHERE issue_id = ?')
    .bind(issueId)
    .all<{ preferences_key: string; full: number }>();
  return new Map(results.map(({ preferences_key, full }) => [preferences_key, full === 1]));
}

/** What the readers want who have one of these preference keys. */
export async function preferencesOf(
  db: D1Database,
  readers: readonly Reader[],
): Promise<Map<string, string>> {
  const one = new Map(readers.map(({ id, preferences_key }) => [preferences_key, id]));
  const { results } = await db
    .prepare(
      'SELECT preferences_key, preferences FROM subscriber WHERE id IN (SELECT value FROM json_each(?))',
    )
    .bind(JSON.stringify([...one.values()]))
    .all<{ preferences_key: string; preferences: string }>();
  return new Map(results.map(({ preferences_key, preferences }) => [preferences_key, preferences]));
}

/** A letter without its reader, its parts as `keepSheet` writes them; null where nothing in the issue matches. */
export interface LetterRow {
  subject: string;
  text: string | null;
  html: string | null;
}

export const letterOf = (db: D1Database, issueId: string, key: string): Promise<LetterRow | null> =>
  db
    .prepare('SELECT subject, text, html FROM letter WHERE issue_id = ? AND preferences_key = ?')
    .bind(issueId, key)
    .first<LetterRow>();

/** Keeps a letter; of two made at once the first stays. */
export async function keepLetter(
  db: D1Database,
  issueId: string,
  key: string,
  letter: LetterRow,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO letter (issue_id, preferences_key, subject, text, html) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    .bind(issueId, key, letter.subject, letter.text, letter.html)
    .run();
}

/**
 * Writes down who of a slice is to get the issue, and moves the mailing's cursor from `mailing.cursor` to `cursor`: both
 * or neither. Answers with the ids of the deliveries this call made; none if another consumer was faster.
 */
export async function listSlice(
  db: D1Database,
  mailing: MailingRow,
  readers: readonly number[],
  { cursor, listed, at }: { cursor: number; listed: boolean; at: string },
): Promise<{ moved: boolean; deliveries: number[] }> {
  const [made, moved] = await db.batch<{ id: number }>([
    db
      .prepare(
        `INSERT INTO delivery (issue_id, subscriber_id, state, next_at, queued_at)
         SELECT ?1, value, 'due', ?4, ?4 FROM json_each(?3)
         WHERE EXISTS (SELECT 1 FROM mailing WHERE issue_id = ?1 AND cursor = ?2 AND listed = 0)
         ON CONFLICT DO NOTHING RETURNING id`,
      )
      .bind(mailing.issue_id, mailing.cursor, JSON.stringify(readers), at),
    db
      .prepare(
        `UPDATE mailing SET cursor = ?3, listed = ?4 WHERE issue_id = ?1 AND cursor = ?2 AND listed = 0
         RETURNING 1 AS id`,
      )
      .bind(mailing.issue_id, mailing.cursor, cursor, listed ? 1 : 0),
  ]);
  return {
    moved: (moved?.results.length ?? 0) > 0,
    deliveries: made?.results.map(({ id }) => id) ?? [],
  };
}

/** A delivery taken on, with its reader as they are now; address null if there is nobody to send it to any more. */
export interface ClaimedRow {
  id: number;
  issue_id: string;
  subscriber_id: number;
  attempts: number;
  claimed_at: string;
  address: string | null;
  preferences: string | null;
  preferences_key: string | null;
}

/** Takes a delivery on; null if it is not due, somebody else is at it, or nothing is sent for now. */
export const claimDelivery = (db: D1Database, id: number, at: string): Promise<ClaimedRow | null> => {
  const of = (column: string) =>
    `(SELECT ${column} FROM subscriber WHERE id = subscriber_id AND status = 'confirmed') AS ${column}`;
  return db
    .prepare(
      `UPDATE delivery SET state = 'claimed', claimed_at = ?2, attempts = attempts + 1
       WHERE id = ?1 AND state = 'due' AND next_at <= ?2
         AND NOT EXISTS (SELECT 1 FROM mail_pause WHERE until > ?2)
       RETURNING id, issue_id, subscriber_id, attempts, claimed_at,
         ${of('address')}, ${of('preferences')}, ${of('preferences_key')}`,
    )
    .bind(id, at)
    .first<ClaimedRow>();
};

/** Says how a claimed delivery ended. `reason`: the provider's word, never an address. */
export async function endDelivery(
  db: D1Database,
  { id, claimed_at }: Pick<ClaimedRow, 'id' | 'claimed_at'>,
  end: {
    state: 'sent' | 'skipped' | 'failed' | 'unknown';
    at: string;
    message_id?: string | null;
    reason?: string;
  },
): Promise<void> {
  await db
    .prepare(
      `UPDATE delivery SET state = ?3, ended_at = ?4, message_id = ?5, reason = ?6
       WHERE id = ?1 AND state = 'claimed' AND claimed_at = ?2`,
    )
    .bind(id, claimed_at, end.state, end.at, end.message_id ?? null, end.reason ?? null)
    .run();
}

/** Gives a claimed delivery back that was certainly not sent. `counts`: whether it was an attempt. */
export async function releaseDelivery(
  db: D1Database,
  { id, claimed_at }: Pick<ClaimedRow, 'id' | 'claimed_at'>,
  { next_at, counts, reason }: { next_at: string; counts: boolean; reason: string },
): Promise<void> {
  await db
    .prepare(
      `UPDATE delivery SET state = 'due', next_at = ?3, attempts = attempts - ?4, reason = ?5
       WHERE id = ?1 AND state = 'claimed' AND claimed_at = ?2`,
    )
    .bind(id, claimed_at, next_at, counts ? 0 : 1, reason)
    .run();
}

/** Nothing is sent before `until`. A longer pause stays. */
export async function pauseMail(db: D1Database, until: string, reason: string): Promise<void> {
  await db
    .prepare(
      `INSERT INTO mail_pause (name, until, reason) VALUES ('mail', ?1, ?2)
       ON CONFLICT (name) DO UPDATE SET
         reason = iif(excluded.until >= until, excluded.reason, reason), until = max(until, excluded.until)`,
    )
    .bind(until, reason)
    .run();
}

/**
 * Deliveries that are due now and were queued before `before`, so that their message may be lost: they are to be queued
 * again. None while nothing is sent.
 */
export async function overdueDeliveries(
  db: D1Database,
  before: string,
  at: string,
  limit: number,
): Promise<number[]> {
  const { results } = await db
    .prepare(
      `UPDATE delivery SET queued_at = ?2 WHERE id IN (
         SELECT id FROM delivery WHERE state = 'due' AND queued_at < ?1 AND next_at <= ?2
           AND NOT EXISTS (SELECT 1 FROM mail_pause WHERE until > ?2)
         ORDER BY queued_at LIMIT ?3)
       RETURNING id`,
    )
    .bind(before, at, limit)
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}

/**
 * Deliveries claimed before `before` by a consumer that is no more. `again`: sending twice delivers once, so they are due
 * again; otherwise nobody knows whether they were sent, and they are not sent again by themselves.
 */
export async function settleAbandoned(
  db: D1Database,
  before: string,
  at: string,
  again: boolean,
): Promise<number> {
  const { meta } = await db
    .prepare(
      again
        ? `UPDATE delivery SET state = 'due', next_at = ?2, queued_at = '', reason = 'abandoned'
           WHERE state = 'claimed' AND claimed_at < ?1`
        : `UPDATE delivery SET state = 'unknown', ended_at = ?2, reason = 'abandoned'
           WHERE state = 'claimed' AND claimed_at < ?1`,
    )
    .bind(before, at)
    .run();
  return meta.changes;
}

/** Records a queue message that no attempt could deal with. The row it stands for stays as it is: the sweep sees to it. */
export async function recordDead(db: D1Database, id: string, body: string, at: string): Promise<void> {
  await db
    .prepare('INSERT INTO dead_letter (id, body, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
    .bind(id, body, at)
    .run();
}

/**
 * Forgets letters that nobody waits for any more, and everything of mailings opened before `before`. The index is named
 * so that the rows of deliveries long done are not read.
 */
export async function forgetMailings(db: D1Database, before: string): Promise<void> {
  const old = 'issue_id IN (SELECT issue_id FROM mailing WHERE opened_at < ?)';
  await db.batch([
    db.prepare(
      `DELETE FROM letter WHERE issue_id IN (
         SELECT issue_id FROM mailing WHERE listed = 1 AND NOT EXISTS (
           SELECT 1 FROM delivery INDEXED BY delivery_open
           WHERE issue_id = mailing.issue_id AND state IN ('due', 'claimed')))`,
    ),
    db.prepare(`DELETE FROM letter WHERE ${old}`).bind(before),
    db.prepare(`DELETE FROM delivery WHERE ${old}`).bind(before),
    db.prepare('DELETE FROM mailing WHERE opened_at < ?').bind(before),
    db.prepare('DELETE FROM mail_event WHERE at < ?').bind(before),
    db.prepare('DELETE FROM dead_letter WHERE at < ?').bind(before),
  ]);
}

/** How a mailing stands: number of deliveries in each state. */
export async function tallyMailing(db: D1Database, issueId: string): Promise<Record<string, number>> {
  const { results } = await db
    .prepare('SELECT state, count(*) AS n FROM delivery WHERE issue_id = ? GROUP BY state')
    .bind(issueId)
    .all<{ state: string; n: number }>();
  return Object.fromEntries(results.map(({ state, n }) => [state, n]));
}
