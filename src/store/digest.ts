/** Issues of the digest, and what of the record is new to one. */
import { FIRST_UNDATED_PLACE } from '../model/order.ts';
import { PUBLISHED_IN } from '../model/periods.ts';
import { withoutDamaged } from './damage.ts';

export type Cadence = 'daily' | 'weekly';

/** One issue as it was sent. `body` is the public object, before `withOrigin`. */
export interface DigestRow {
  id: string;
  cadence: Cadence;
  date: string;
  from_rev: number;
  to_rev: number;
  title: string;
  body: string;
  issued_at: string;
}

/** What an issue tells of, whole: kept so that each reader can be sent what they asked for. */
export interface DigestEntry {
  noun: 'visit' | 'engagement' | 'quote' | 'figure';
  id: string;
  /** Which story of the issue it is part of: 0 is the lead; absent where it is part of none. */
  story?: number;
  /** As in the table of the noun: `speaker:jens-stoltenberg country:us`. */
  keys: string;
}

const COLUMNS = 'id, cadence, date, from_rev, to_rev, title, body, issued_at';

export const digestById = (db: D1Database, id: string): Promise<DigestRow | null> =>
  db.prepare(`SELECT ${COLUMNS} FROM digest WHERE id = ?`).bind(id).first<DigestRow>();

export const latestDigest = (db: D1Database, cadence: Cadence): Promise<DigestRow | null> =>
  db
    .prepare(`SELECT ${COLUMNS} FROM digest WHERE cadence = ? ORDER BY date DESC LIMIT 1`)
    .bind(cadence)
    .first<DigestRow>();

export async function digestEntries(db: D1Database, id: string): Promise<DigestEntry[]> {
  const row = await db
    .prepare('SELECT entries FROM digest WHERE id = ?')
    .bind(id)
    .first<{ entries: string }>();
  return row === null ? [] : (JSON.parse(row.entries) as DigestEntry[]);
}

/**
 * Puts an issue on record, unless there is one of that cadence and date, or the watermark has moved on since it was
 * compiled (two runs at once): one statement, so half an issue is never seen. True if it was this call that did it.
 */
export async function insertDigest(
  db: D1Database,
  row: DigestRow,
  entries: readonly DigestEntry[],
  absent: readonly Pick<DigestEntry, 'noun' | 'id'>[],
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO digest (id, cadence, date, from_rev, to_rev, title, body, issued_at, entries, absent)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
       WHERE NOT EXISTS (SELECT 1 FROM digest WHERE cadence = ?2 AND to_rev > ?4)
         AND NOT EXISTS (SELECT 1 FROM digest WHERE cadence = ?2 AND date >= ?3)
       ON CONFLICT DO NOTHING`,
    )
    .bind(
      row.id,
      row.cadence,
      row.date,
      row.from_rev,
      row.to_rev,
      row.title,
      row.body,
      row.issued_at,
      JSON.stringify(entries),
      JSON.stringify(absent),
    )
    .run();
  return meta.changes > 0;
}

/** How far the record has come: the revision of the last change. */
export async function currentRevision(db: D1Database): Promise<number> {
  const row = await db
    .prepare("SELECT value FROM counter WHERE name = 'revision'")
    .first<{ value: number }>();
  return row?.value ?? 0;
}

/** The revision of the last entry that arrived before an instant (RFC 3339, UTC); 0 if there is none. */
export async function revisionBefore(db: D1Database, instant: string): Promise<number> {
  const row = await db
    .prepare(
      `SELECT max(
         ifnull((SELECT first_rev FROM quote WHERE first_seen_at < ?1 ORDER BY first_rev DESC LIMIT 1), 0),
         ifnull((SELECT first_rev FROM visit WHERE first_seen_at < ?1 ORDER BY first_rev DESC LIMIT 1), 0),
         ifnull((SELECT first_rev FROM engagement WHERE first_seen_at < ?1 ORDER BY first_rev DESC LIMIT 1), 0),
         ifnull((SELECT first_rev FROM figure WHERE first_seen_at < ?1 ORDER BY first_rev DESC LIMIT 1), 0)
       ) AS rev`,
    )
    .bind(instant)
    .first<{ rev: number }>();
  return row?.rev ?? 0;
}

/** What arrived with revisions after `from` up to `to`, whatever its days. */
export interface Arrivals {
  /** Documents published on other days than those asked about. */
  older: number;
  /** When the last entry or document came; null if none did. */
  last_at: string | null;
}

/** How many documents of other days arrived, and when the last of all did. Days as places: `[from, until)`. */
export async function readArrivals(
  db: D1Database,
  from: number,
  to: number,
  days: { from: number; until: number },
): Promise<Arrivals> {
  const row = await db
    .prepare(
      `SELECT (SELECT count(*) FROM document WHERE first_rev > ?1 AND first_rev <= ?2 AND ord > 0 AND ord < ?5
                 AND NOT (ord >= ?3 AND ord < ?4)) AS older,
              max(ifnull((SELECT max(first_seen_at) FROM document WHERE first_rev > ?1 AND first_rev <= ?2), ''),
                  ifnull((SELECT max(first_seen_at) FROM quote WHERE first_rev > ?1 AND first_rev <= ?2), ''),
                  ifnull((SELECT max(first_seen_at) FROM visit WHERE first_rev > ?1 AND first_rev <= ?2), ''),
                  ifnull((SELECT max(first_seen_at) FROM engagement WHERE first_rev > ?1 AND first_rev <= ?2), ''),
                  ifnull((SELECT max(first_seen_at) FROM figure WHERE first_rev > ?1 AND first_rev <= ?2), '')) AS last_at`,
    )
    .bind(from, to, days.from, days.until, FIRST_UNDATED_PLACE)
    .first<Arrivals>();
  return { older: row?.older ?? 0, last_at: row?.last_at || null };
}

export interface NewEntry {
  id: string;
  keys: string;
  body: string;
  first_seen_at: string;
}
export interface NewEntries {
  visits: NewEntry[];
  engagements: NewEntry[];
  figures: NewEntry[];
  /** `key`: the highest that any reading of a document gave these words. */
  quotes: (NewEntry & { key: number })[];
}

const KEY_OF = (quote: string) =>
  `ifnull((SELECT max(json_extract(s.found, '$.key')) FROM quote_source AS s WHERE s.quote_id = ${quote}.id), 0)`;

/**
 * Listed entries that arrived with revisions after `from` up to `to` and were first published on one of `days`, or on a
 * day that no document of theirs has; newest day first, in one trip.
 */
export async function newEntries(
  db: D1Database,
  from: number,
  to: number,
  days: readonly string[],
): Promise<NewEntries> {
  const keys = JSON.stringify(days.map((day) => ` ${PUBLISHED_IN}${day} `));
  const answers = await db.batch<NewEntry & { key: number }>(
    NOUNS.map((noun) =>
      db
        .prepare(
          `SELECT id, keys, body, first_seen_at, ${noun === 'quote' ? KEY_OF('quote') : '0'} AS key FROM ${noun}
           WHERE first_rev > ?1 AND first_rev <= ?2 AND ord > 0
             AND (instr(keys, '${PUBLISHED_IN}') = 0
                  OR EXISTS (SELECT 1 FROM json_each(?3) AS d WHERE instr(' ' || keys || ' ', d.value)))
           ORDER BY ord`,
        )
        .bind(from, to, keys),
    ),
  );
  const [visits, engagements, figures, quotes] = answers.map(({ results }) =>
    withoutDamaged(results, 'an entry for the digest'),
  );
  return {
    visits: visits ?? [],
    engagements: engagements ?? [],
    figures: figures ?? [],
    quotes: quotes ?? [],
  };
}

const NOUNS = ['visit', 'engagement', 'figure', 'quote'] as const;

/** Entries that arrived with revisions after `from` up to `to` and are withdrawn: no issue can tell of them. */
export async function absentEntries(
  db: D1Database,
  from: number,
  to: number,
): Promise<Pick<DigestEntry, 'noun' | 'id'>[]> {
  const answers = await db.batch<{ id: string }>(
    NOUNS.map((noun) =>
      db
        .prepare(
          `SELECT id FROM ${noun} WHERE first_rev > ? AND first_rev <= ? AND status = 'withdrawn' ORDER BY id`,
        )
        .bind(from, to),
    ),
  );
  return answers.flatMap(({ results }, n) => results.map(({ id }) => ({ noun: NOUNS[n]!, id })));
}

/**
 * Entries that were absent from the issue they would have stood in, and were put back on record with revisions after
 * `from` up to `to`; without those an issue has told since.
 */
export async function restoredEntries(
  db: D1Database,
  cadence: Cadence,
  from: number,
  to: number,
): Promise<NewEntries> {
  const [visits, engagements, figures, quotes] = await db.batch<NewEntry & { key: number }>(
    NOUNS.map((noun) =>
      db
        .prepare(
          `SELECT e.id, e.keys, e.body, e.first_seen_at, ${noun === 'quote' ? KEY_OF('e') : '0'} AS key
           FROM digest AS d, json_each(iif(json_valid(d.absent), d.absent, '[]')) AS a JOIN ${noun} AS e ON e.id = a.value ->> 'id'
           WHERE d.cadence = ?1 AND d.absent <> '[]' AND a.value ->> 'noun' = '${noun}'
             AND e.ord > 0 AND e.rev > ?2 AND e.rev <= ?3
             AND NOT EXISTS (
               SELECT 1 FROM digest AS later, json_each(iif(json_valid(later.entries), later.entries, '[]')) AS told
               WHERE later.cadence = ?1 AND later.date > d.date AND told.value ->> 'id' = e.id)
           GROUP BY e.id ORDER BY e.ord`,
        )
        .bind(cadence, from, to),
    ),
  );
  return {
    visits: withoutDamaged(visits?.results ?? [], 'visit'),
    engagements: withoutDamaged(engagements?.results ?? [], 'engagement'),
    figures: withoutDamaged(figures?.results ?? [], 'figure'),
    quotes: withoutDamaged(quotes?.results ?? [], 'quote'),
  };
}

export interface ChangedEntry {
  noun: 'visit' | 'engagement' | 'quote' | 'figure';
  id: string;
  status: 'corrected' | 'withdrawn' | 'redirected';
  replaced_by: string | null;
  keys: string;
  body: string;
  updated_at: string;
}

/**
 * Entries readers may have seen (they arrived no later than revision `from`) that were corrected, withdrawn or given
 * another id with revisions after `from` up to `to`. `since`: no change before that time counts (it only bounds the
 * search).
 Not what a better reading changed: /v1/corrections tells of that, and readers would be flooded.
 */
export async function changedEntries(
  db: D1Database,
  from: number,
  to: number,
  since: string,
): Promise<ChangedEntry[]> {
  const nouns = ['visit', 'engagement', 'quote', 'figure'] as const;
  const answers = await db.batch<Omit<ChangedEntry, 'noun'>>(
    nouns.map((noun) =>
      db
        .prepare(
          `SELECT id, status, replaced_by, keys, body, updated_at FROM ${noun}
           WHERE updated_at >= ? AND rev > ? AND rev <= ? AND first_rev <= ? AND status <> 'published'
             AND rev NOT IN (SELECT rev FROM revision WHERE cause IN ('reading', 'rebuild'))
           ORDER BY updated_at, id`,
        )
        .bind(since, from, to, from),
    ),
  );
  return answers.flatMap(({ results }, n) =>
    withoutDamaged(results, nouns[n]!).map((row) => ({ ...row, noun: nouns[n]! })),
  );
}
