import type { Reader } from './reader.ts';

/** How many listed entries carry what is named ("quote", "quote topic:nuclear"); what counts nothing is absent. */
export async function readCounts(
  db: Reader,
  names: readonly string[],
): Promise<{ revision: number; counts: Map<string, number> }> {
  const rows = await db.all<{ name: string; n: number }>({
    sql: `SELECT '' AS name, value AS n FROM counter WHERE name = 'revision'
          UNION ALL SELECT t.name, t.n FROM json_each(?1) AS j JOIN tally AS t ON t.name = j.value`,
    binds: [JSON.stringify(names)],
  });
  return {
    revision: rows[0]?.n ?? 0,
    counts: new Map(rows.slice(1).map(({ name, n }) => [name, n])),
  };
}

/** A publisher's documents: how many, and the newest. */
export interface SourceState {
  publisher: string;
  documents: number;
  last_published_on: string | null;
  last_seen_at: string;
}
export interface Overview {
  revision: number;
  counts: Map<string, number>;
  /** When the record last changed, and when the last document came. */
  revision_at: string | null;
  last_document: { id: string; first_seen_at: string } | null;
  sources: SourceState[];
}

const NOUNS_COUNTED = ['document', 'person', 'place', 'visit', 'engagement', 'quote', 'figure'];
const MOST_SOURCES = 50;

/** The record at a glance: two trips, a few rows for each publisher. */
export async function readOverview(db: Reader): Promise<Overview> {
  const [counter, counts, last, publishers] = (await db.batch([
    {
      sql: `SELECT value, (SELECT at FROM moment WHERE name = 'revision') AS at FROM counter WHERE name = 'revision'`,
      binds: [],
    },
    {
      sql: 'SELECT name, n FROM tally WHERE name IN (SELECT value FROM json_each(?))',
      binds: [JSON.stringify(NOUNS_COUNTED)],
    },
    {
      sql: 'SELECT id, first_seen_at FROM document WHERE ord > 0 ORDER BY first_rev DESC LIMIT 1',
      binds: [],
    },
    {
      sql: `SELECT substr(name, ?1) AS token, n FROM tally
            WHERE name >= 'document publisher:' AND name < 'document publisher;' ORDER BY n DESC LIMIT ?2`,
      binds: ['document publisher:'.length + 1, MOST_SOURCES],
    },
  ])) as [
    { value: number; at: string | null }[],
    { name: string; n: number }[],
    { id: string; first_seen_at: string }[],
    { token: string; n: number }[],
  ];
  const newest =
    publishers.length === 0
      ? []
      : ((await db.batch(
          publishers.map(({ token }) => ({
            sql: `SELECT d.body ->> '$.publisher' AS publisher, d.body ->> '$.published_on' AS last_published_on,
                         d.first_seen_at AS last_seen_at
                  FROM (SELECT rowid AS ord FROM document_index
                        WHERE document_index MATCH ?1 AND rowid > 0 ORDER BY rowid LIMIT 1) AS f
                  JOIN document AS d ON d.ord = f.ord`,
            binds: [`keys : "publisher:${token}"`],
          })),
        )) as Omit<SourceState, 'documents'>[][]);
  return {
    revision: counter[0]?.value ?? 0,
    counts: new Map(counts.map(({ name, n }) => [name, n])),
    revision_at: counter[0]?.at ?? null,
    last_document: last[0] ?? null,
    sources: newest.flatMap((rows, i) => rows.map((row) => ({ ...row, documents: publishers[i]?.n ?? 0 }))),
  };
}

/**
 * The revision, when the job last ran, and how many documents this extractor has still to read again: one trip, a few
 * rows, but for the minutes between a new extractor and its first slice. Throws if the database is down.
 */
export async function readHealth(
  db: Reader,
  extractor: string,
): Promise<{ revision: number; cron_at: string | null; re_reading_left: number }> {
  const [row] = await db.all<{ value: number; at: string | null; remaining: number }>({
    sql: `SELECT value, (SELECT at FROM moment WHERE name = 'cron') AS at,
            coalesce(
              (SELECT remaining FROM rereading WHERE extractor = ?1),
              (SELECT count(*) FROM document_revision AS d
               JOIN extraction AS e ON e.document_id = d.document_id AND e.revision = d.revision
               WHERE d.live = 1 AND e.extractor <> ?1)) AS remaining
          FROM counter WHERE name = 'revision'`,
    binds: [extractor],
  });
  return { revision: row?.value ?? 0, cron_at: row?.at ?? null, re_reading_left: row?.remaining ?? 0 };
}
