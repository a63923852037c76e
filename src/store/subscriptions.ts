/** Who gets the digest by mail. Every statement that touches an address stands in this file. */

import type { SubscriberStatus } from '../model/subscription.ts';
import { soundJson } from './damage.ts';
import type { Cadence } from './digest.ts';

export interface SubscriberRow {
  id: number;
  address: string;
  status: SubscriberStatus;
  cadence: Cadence;
  /** Canonical JSON, and its hash. */
  preferences: string;
  preferences_key: string;
  /** When this address was last asked for while it was not subscribed (RFC 3339); links to confirm of before are void. */
  asked_at: string | null;
}
const COLUMNS = 'id, address, status, cadence, preferences, preferences_key, asked_at';

export const subscriberById = (db: D1Database, id: number): Promise<SubscriberRow | null> =>
  db.prepare(`SELECT ${COLUMNS} FROM subscriber WHERE id = ?`).bind(id).first<SubscriberRow>();

/**
 * Writes down that somebody asked for mail to this address, and answers with the row as it is then. Who has confirmed
 * stays as they are: only a link in their mail can change what they get.
 */
export async function askToSubscribe(
  db: D1Database,
  row: Pick<SubscriberRow, 'address' | 'cadence' | 'preferences' | 'preferences_key'>,
  at: string,
): Promise<SubscriberRow> {
  const found = await db
    .prepare(
      `INSERT INTO subscriber (address, status, cadence, preferences, preferences_key, created_at, updated_at, asked_at)
       VALUES (?1, 'pending', ?2, ?3, ?4, ?5, ?5, ?5)
       ON CONFLICT (address) DO UPDATE SET
         asked_at = iif(status = 'unsubscribed', excluded.asked_at, asked_at),
         status = iif(status = 'confirmed', status, 'pending'),
         cadence = iif(status = 'confirmed', cadence, excluded.cadence),
         preferences = iif(status = 'confirmed', preferences, excluded.preferences),
         preferences_key = iif(status = 'confirmed', preferences_key, excluded.preferences_key),
         updated_at = iif(status = 'confirmed', updated_at, excluded.updated_at)
       RETURNING ${COLUMNS}`,
    )
    .bind(row.address, row.cadence, row.preferences, row.preferences_key, at)
    .first<SubscriberRow>();
  if (found === null) throw new Error('a subscriber that was just written is not there');
  return found;
}

/** Confirms a subscription that waits for it. True if it is confirmed now, by this call or an earlier one. */
export async function confirmSubscriber(db: D1Database, id: number, at: string): Promise<boolean> {
  const row = await db
    .prepare(
      `UPDATE subscriber SET
         confirmed_at = iif(status = 'pending', ?2, confirmed_at),
         updated_at = iif(status = 'pending', ?2, updated_at),
         status = 'confirmed'
       WHERE id = ?1 AND status IN ('pending', 'confirmed') RETURNING id`,
    )
    .bind(id, at)
    .first<{ id: number }>();
  return row !== null;
}

export async function changeSubscriber(
  db: D1Database,
  id: number,
  what: Pick<SubscriberRow, 'cadence' | 'preferences' | 'preferences_key'>,
  at: string,
): Promise<void> {
  await db
    .prepare(
      'UPDATE subscriber SET cadence = ?, preferences = ?, preferences_key = ?, updated_at = ? WHERE id = ?',
    )
    .bind(what.cadence, what.preferences, what.preferences_key, at, id)
    .run();
}

export async function endSubscription(db: D1Database, id: number, at: string): Promise<void> {
  await db
    .prepare(
      "UPDATE subscriber SET status = 'unsubscribed', updated_at = ? WHERE id = ? AND status <> 'unsubscribed'",
    )
    .bind(at, id)
    .run();
}

export type SuppressionReason = 'erased' | 'bounced' | 'complained';

/** Deletes an address wherever it stands and keeps its hash, so that it is not written to `until` then (null: ever). */
export async function eraseAddress(
  db: D1Database,
  address: string,
  hash: string,
  { reason, at, until }: { reason: SuppressionReason; at: string; until: string | null },
): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM subscriber WHERE address = ?').bind(address),
    db.prepare('DELETE FROM subscription_request WHERE address = ?').bind(address),
    db
      .prepare(
        `INSERT INTO suppression (address_hash, reason, at, until) VALUES (?, ?, ?, ?)
         ON CONFLICT (address_hash) DO UPDATE SET
           reason = iif(until IS NULL, reason, excluded.reason),
           at = excluded.at,
           until = iif(until IS NULL OR excluded.until IS NULL, NULL, max(until, excluded.until))`,
      )
      .bind(hash, reason, at, until),
  ]);
}

export async function isSuppressed(db: D1Database, hashes: readonly string[], at: string): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 AS yes FROM suppression
       WHERE address_hash IN (SELECT value FROM json_each(?1)) AND (until IS NULL OR until > ?2) LIMIT 1`,
    )
    .bind(JSON.stringify(hashes), at)
    .first<{ yes: number }>();
  return row !== null;
}

export interface RequestRow {
  id: number;
  address: string;
  cadence: Cadence;
  preferences: string;
  counted: number;
  attempts: number;
  /** 1: among the first requests of its network on that day. */
  early: number;
}

/** One limit on how many letters may be asked for: at most `most` in a `bucket`, which empties at `expires_at`. */
export interface Cap {
  bucket: string;
  most: number;
  expires_at: string;
}

/** Counts one more in every bucket, unless one is full: then in none. True if it was counted. One statement. */
const COUNT = `
  INSERT INTO mail_cap (bucket, n, expires_at)
  SELECT value ->> 'bucket', 1, value ->> 'expires_at' FROM json_each(?1)
  WHERE NOT EXISTS (
    SELECT 1 FROM json_each(?1) AS cap JOIN mail_cap ON mail_cap.bucket = cap.value ->> 'bucket'
    WHERE mail_cap.n >= cap.value ->> 'most')
  ON CONFLICT (bucket) DO UPDATE SET n = n + 1`;

/** Of the buckets that are full the first, by what it counts ("mailbox day"), once more on that day. */
const TURN_AWAY = `
  INSERT INTO turned_away (day, what, n)
  SELECT substr(?2, 1, 10),
         iif(instr(bucket, ' ') = 0, bucket, substr(bucket, 1, instr(bucket, ' ') - 1))
           || iif(bucket LIKE '% month %', ' month', iif(bucket LIKE '% day %', ' day', ' hour')), 1
  FROM (SELECT cap.value ->> 'bucket' AS bucket FROM json_each(?1) AS cap
        JOIN mail_cap ON mail_cap.bucket = cap.value ->> 'bucket'
        WHERE mail_cap.n >= cap.value ->> 'most' ORDER BY cap.key LIMIT 1)
  WHERE true
  ON CONFLICT (day, what) DO UPDATE SET n = n + 1`;

/** `at` (RFC 3339): on whose day it is noted which limit turned something away, without whom. */
export async function countAgainst(db: D1Database, caps: readonly Cap[], at: string): Promise<boolean> {
  const { meta } = await db.prepare(COUNT).bind(JSON.stringify(caps)).run();
  if (meta.changes > 0) return true;
  await db.prepare(TURN_AWAY).bind(JSON.stringify(caps), at).run();
  return false;
}

/** How many were counted in a bucket. */
export async function countIn(db: D1Database, bucket: string): Promise<number> {
  const row = await db.prepare('SELECT n FROM mail_cap WHERE bucket = ?').bind(bucket).first<{ n: number }>();
  return row?.n ?? 0;
}

/** Keeps a request for the consumer; answers with its id. */
export async function insertRequest(
  db: D1Database,
  row: Pick<RequestRow, 'address' | 'cadence' | 'preferences' | 'early'>,
  at: string,
): Promise<number> {
  const made = await db
    .prepare(
      `INSERT INTO subscription_request (address, cadence, preferences, early, state, queued_at, at)
       VALUES (?1, ?2, ?3, ?5, 'new', ?4, ?4) RETURNING id`,
    )
    .bind(row.address, row.cadence, row.preferences, at, row.early)
    .first<{ id: number }>();
  if (made === null) throw new Error('a request that was just written is not there');
  return made.id;
}

/** Takes a request on; null if another consumer has, or it is dealt with, or nothing is sent for now. */
export const claimRequest = (db: D1Database, id: number, at: string): Promise<RequestRow | null> =>
  db
    .prepare(
      `UPDATE subscription_request SET state = 'claimed', claimed_at = ?2, attempts = attempts + 1
       WHERE id = ?1 AND state = 'new' AND NOT EXISTS (SELECT 1 FROM mail_pause WHERE until > ?2)
       RETURNING id, address, cadence, preferences, counted, attempts, early`,
    )
    .bind(id, at)
    .first<RequestRow>();

/** Puts a request back that was claimed and not sent. */
export async function releaseRequest(db: D1Database, id: number): Promise<void> {
  await db
    .prepare("UPDATE subscription_request SET state = 'new', counted = 1 WHERE id = ? AND state = 'claimed'")
    .bind(id)
    .run();
}

export async function deleteRequest(db: D1Database, id: number): Promise<void> {
  await db.prepare('DELETE FROM subscription_request WHERE id = ?').bind(id).run();
}

/** Requests that waited since before `before` are to be queued again. */
export async function overdueRequests(
  db: D1Database,
  before: string,
  at: string,
  limit: number,
): Promise<number[]> {
  const { results } = await db
    .prepare(
      `UPDATE subscription_request SET queued_at = ?2 WHERE id IN (
         SELECT id FROM subscription_request WHERE state = 'new' AND queued_at < ?1 LIMIT ?3)
       RETURNING id`,
    )
    .bind(before, at, limit)
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}

/**
 * Forgets what need not be kept: pending subscriptions nobody confirmed and ended ones of before `stale`; requests of
 * before `requests`, and those claimed before `claimed`, of which nobody knows whether their letter was sent; caps and
 * suppressions that are over.
 */
export async function forgetStale(
  db: D1Database,
  { stale, requests, claimed, now }: { stale: string; requests: string; claimed: string; now: string },
): Promise<void> {
  await db.batch([
    db
      .prepare("DELETE FROM subscriber WHERE status IN ('pending', 'unsubscribed') AND updated_at < ?")
      .bind(stale),
    db
      .prepare("DELETE FROM subscription_request WHERE at < ?1 OR (state = 'claimed' AND claimed_at < ?2)")
      .bind(requests, claimed),
    db.prepare('DELETE FROM mail_cap WHERE expires_at < ?').bind(now),
    db.prepare('DELETE FROM turned_away WHERE day < ?').bind(stale.slice(0, 10)),
    db.prepare('DELETE FROM suppression WHERE until IS NOT NULL AND until < ?').bind(now),
  ]);
}

export async function wasHeard(db: D1Database, event: string): Promise<boolean> {
  return (await db.prepare('SELECT 1 AS yes FROM mail_event WHERE id = ?').bind(event).first()) !== null;
}

export async function noteHeard(db: D1Database, event: string, at: string): Promise<void> {
  await db
    .prepare('INSERT INTO mail_event (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING')
    .bind(event, at)
    .run();
}

/** Names of people by id, for those on record; the id stands for others. */
export async function namesOfPeople(db: D1Database, ids: readonly string[]): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(
      `SELECT id, ${soundJson('body')} ->> 'name' AS name FROM person
       WHERE id IN (SELECT value FROM json_each(?)) AND status = 'published'`,
    )
    .bind(JSON.stringify(ids))
    .all<{ id: string; name: string | null }>();
  return new Map(results.map(({ id, name }) => [id, name ?? id]));
}
