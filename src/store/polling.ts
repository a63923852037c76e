import type { Rights, SourceKind } from '../model/source-kind.ts';

/** A source as it stands in the database. Times are RFC 3339, intervals minutes. */
export interface SourceRow {
  id: string;
  name: string;
  kind: SourceKind;
  address: string | null;
  publisher: string;
  region: string | null;
  rights: Rights;
  licence: string | null;
  terms: string | null;
  selector: string | null;
  body_selector: string | null;
  fixed_interval: number | null;
  paused: number;
  seen_working: number;
  held: string | null;
  interval: number;
  next_at: string;
  queued_until: string | null;
  leased_until: string | null;
  etag: string | null;
  last_modified: string | null;
  polls: number;
  usual: number;
  failures: number;
  failing_since: string | null;
  last_error: string | null;
  last_tried_at: string | null;
  last_success_at: string | null;
  last_document: string | null;
  last_document_at: string | null;
  lag: number | null;
  created_at: string;
  updated_at: string;
  removed: number;
}

const COLUMNS = `id, name, kind, address, publisher, region, rights, licence, terms, selector, body_selector, fixed_interval,
  paused, seen_working, held, interval, next_at, queued_until, leased_until, etag, last_modified, polls, usual, failures,
  failing_since, last_error, last_tried_at, last_success_at, last_document, last_document_at, lag, created_at, updated_at, removed`;
const NAMES = COLUMNS.split(/,\s*/);

/** Sources that are due at `now`, by their own list or by an article to be looked at again; marked as on their way. */
export async function takeDue(db: D1Database, now: string, until: string, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `UPDATE source SET queued_until = ?2 WHERE id IN (
         SELECT id FROM source AS s
         WHERE paused = 0 AND held IS NULL AND removed = 0 AND kind <> 'post'
           AND (queued_until IS NULL OR queued_until <= ?1) AND (leased_until IS NULL OR leased_until <= ?1)
           AND (next_at <= ?1 OR EXISTS (SELECT 1 FROM source_item AS i WHERE i.source_id = s.id AND i.next_at <= ?1))
         ORDER BY next_at LIMIT ?3) RETURNING id`,
    )
    .bind(now, until, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Takes a source for whoever calls, until `until`; null if somebody else has it, or it is not to be polled. */
export const leaseSource = (
  db: D1Database,
  id: string,
  now: string,
  until: string,
): Promise<SourceRow | null> =>
  db
    .prepare(
      `UPDATE source SET leased_until = ?3 WHERE id = ?1 AND removed = 0
         AND (leased_until IS NULL OR leased_until <= ?2) RETURNING ${COLUMNS}`,
    )
    .bind(id, now, until)
    .first<SourceRow>();

export const releaseSource = (db: D1Database, id: string): Promise<unknown> =>
  db.prepare('UPDATE source SET leased_until = NULL, queued_until = NULL WHERE id = ?').bind(id).run();

export async function loadSources(db: D1Database): Promise<SourceRow[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM source WHERE removed = 0 ORDER BY id`)
    .all<SourceRow>();
  return results;
}

export const loadSource = (db: D1Database, id: string): Promise<SourceRow | null> =>
  db.prepare(`SELECT ${COLUMNS} FROM source WHERE id = ? AND removed = 0`).bind(id).first<SourceRow>();

/** Puts a source there; false if there is one of that id (or was: ids are not given twice). */
export async function insertSource(db: D1Database, row: SourceRow): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO source (${COLUMNS}) VALUES (${NAMES.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
    )
    .bind(...NAMES.map((name) => row[name as keyof SourceRow]))
    .run();
  return meta.changes > 0;
}

/** Puts sources there that are not, and leaves alone those that are. */
export async function insertSources(db: D1Database, rows: readonly SourceRow[]): Promise<void> {
  await db
    .prepare(
      `INSERT INTO source (${COLUMNS}) SELECT ${NAMES.map((name) => `value ->> '${name}'`).join(', ')}
       FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(rows))
    .run();
}

export const hasSources = async (db: D1Database): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM source LIMIT 1').first()) !== null;

/** Changes some columns of a source. */
export function updateSource(
  db: D1Database,
  id: string,
  change: Partial<Omit<SourceRow, 'id'>>,
): D1PreparedStatement {
  const names = Object.keys(change).filter((name) => NAMES.includes(name));
  return db
    .prepare(`UPDATE source SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`)
    .bind(...names.map((name) => change[name as keyof typeof change] ?? null), id);
}

/** An article that a source listed. */
export interface ItemRow {
  source_id: string;
  key: string;
  url: string;
  title: string | null;
  published_at: string | null;
  state: 'new' | 'kept' | 'gone' | 'failed';
  archive: number;
  document_id: string | null;
  first_seen_at: string;
  fetched_at: string | null;
  next_at: string | null;
  tries: number;
  looks: number;
  missing: number;
  missing_since: string | null;
  why: string | null;
  etag: string | null;
  last_modified: string | null;
  page_sha256: string | null;
  text_sha256: string | null;
}
const ITEM = `source_id, key, url, title, published_at, state, archive, document_id, first_seen_at, fetched_at, next_at, tries,
  looks, missing, missing_since, why, etag, last_modified, page_sha256, text_sha256`;
const ITEM_NAMES = ITEM.split(/,\s*/);

/** Which of these identifiers or addresses a source has listed before, with the titles it gave them. */
export async function loadKnownItems(
  db: D1Database,
  sourceId: string,
  names: { keys: string[]; urls: string[]; titles: string[] },
): Promise<{ key: string; url: string; title: string | null }[]> {
  const { results } = await db
    .prepare(
      `SELECT key, url, title FROM source_item WHERE source_id = ?1 AND (
         key IN (SELECT value FROM json_each(?2)) OR url IN (SELECT value FROM json_each(?3))
         OR title IN (SELECT value FROM json_each(?4)))`,
    )
    .bind(sourceId, JSON.stringify(names.keys), JSON.stringify(names.urls), JSON.stringify(names.titles))
    .all<{ key: string; url: string; title: string | null }>();
  return results;
}

export const countItems = async (db: D1Database, sourceId: string): Promise<number> =>
  (
    await db
      .prepare('SELECT count(*) AS n FROM source_item WHERE source_id = ?')
      .bind(sourceId)
      .first<{ n: number }>()
  )?.n ?? 0;

/** Notes new articles, to be fetched from `now` on. */
export function insertItems(
  db: D1Database,
  sourceId: string,
  items: readonly Pick<ItemRow, 'key' | 'url' | 'title' | 'published_at'>[],
  { archive, now }: { archive: boolean; now: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO source_item (source_id, key, url, title, published_at, state, archive, first_seen_at, next_at)
       SELECT ?1, value ->> 'key', value ->> 'url', value ->> 'title', value ->> 'published_at', 'new', ?2, ?3, ?3
       FROM json_each(?4) WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(sourceId, archive ? 1 : 0, now, JSON.stringify(items));
}

/** Articles of a source to be fetched or looked at again now, those never fetched first, the latest published first; with those that
 * were first fetched since `keptSince`, due or not. */
export async function loadDueItems(
  db: D1Database,
  sourceId: string,
  now: string,
  limit: number,
  keptSince: string | null = null,
): Promise<ItemRow[]> {
  const { results } = await db
    .prepare(
      `SELECT ${ITEM} FROM source_item WHERE source_id = ?1 AND (next_at <= ?2 OR fetched_at > ?4)
       ORDER BY state = 'new' DESC, published_at DESC, key LIMIT ?3`,
    )
    .bind(sourceId, now, limit, keptSince)
    .all<ItemRow>();
  return results;
}

export function updateItem(
  db: D1Database,
  { source_id, key }: Pick<ItemRow, 'source_id' | 'key'>,
  change: Partial<Omit<ItemRow, 'source_id' | 'key'>>,
): D1PreparedStatement {
  const names = Object.keys(change).filter((name) => ITEM_NAMES.includes(name));
  return db
    .prepare(
      `UPDATE source_item SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE source_id = ? AND key = ?`,
    )
    .bind(...names.map((name) => change[name as keyof typeof change] ?? null), source_id, key);
}

export interface EditRow {
  source_id: string;
  key: string;
  document_id: string;
  at: string;
  minutes: number;
  open: number;
  before_sha256: string;
  after_sha256: string;
}

export const insertEdit = (db: D1Database, it: EditRow): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO source_edit (source_id, key, document_id, at, minutes, open, before_sha256, after_sha256)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    )
    .bind(
      it.source_id,
      it.key,
      it.document_id,
      it.at,
      it.minutes,
      it.open,
      it.before_sha256,
      it.after_sha256,
    );

/** How many documents each source has brought, and how many of its articles have vanished. */
export async function loadTalliesOfSources(
  db: D1Database,
): Promise<Map<string, { documents: number; waiting: number; gone: number }>> {
  const { results } = await db
    .prepare(
      `SELECT source_id, count(DISTINCT document_id) AS documents, sum(state = 'new') AS waiting, sum(state = 'gone') AS gone
       FROM source_item GROUP BY source_id`,
    )
    .all<{ source_id: string; documents: number; waiting: number; gone: number }>();
  return new Map(results.map(({ source_id, ...rest }) => [source_id, rest]));
}

/** The correction clock of a source: of what it published, how much it changed, how soon and how openly. */
export interface Clock {
  watched: number;
  changed: number;
  edits: number;
  open: number;
  within_hour: number;
  within_day: number;
  median_minutes: number | null;
}

export async function loadClock(db: D1Database, sourceId: string): Promise<Clock> {
  const [counts, edits] = await db.batch<Record<string, number>>([
    db
      .prepare(`SELECT count(*) AS watched FROM source_item WHERE source_id = ? AND fetched_at IS NOT NULL`)
      .bind(sourceId),
    db
      .prepare(
        `SELECT count(*) AS edits, count(DISTINCT document_id) AS changed, ifnull(sum(open), 0) AS open,
                ifnull(sum(minutes <= 60), 0) AS within_hour, ifnull(sum(minutes <= 1440), 0) AS within_day,
                (SELECT minutes FROM source_edit WHERE source_id = ?1 ORDER BY minutes
                 LIMIT 1 OFFSET (SELECT (count(*) - 1) / 2 FROM source_edit WHERE source_id = ?1)) AS median_minutes
         FROM source_edit WHERE source_id = ?1`,
      )
      .bind(sourceId),
  ]);
  return { ...(edits!.results[0] as unknown as Clock), watched: counts!.results[0]?.watched ?? 0 };
}

/** What changed or vanished of a source's articles, the last first. */
export async function loadUnrest(
  db: D1Database,
  sourceId: string,
  limit: number,
): Promise<
  {
    what: 'edited' | 'gone';
    at: string;
    url: string;
    title: string | null;
    document_id: string | null;
    minutes: number | null;
    open: number | null;
  }[]
> {
  const { results } = await db
    .prepare(
      `SELECT * FROM (
         SELECT 'edited' AS what, e.at, i.url, i.title, e.document_id, e.minutes, e.open
         FROM source_edit AS e JOIN source_item AS i ON i.source_id = e.source_id AND i.key = e.key WHERE e.source_id = ?1
         UNION ALL
         SELECT 'gone', missing_since, url, title, document_id, NULL, NULL FROM source_item WHERE source_id = ?1 AND state = 'gone'
       ) ORDER BY at DESC LIMIT ?2`,
    )
    .bind(sourceId, limit)
    .all<{
      what: 'edited' | 'gone';
      at: string;
      url: string;
      title: string | null;
      document_id: string | null;
      minutes: number | null;
      open: number | null;
    }>();
  return results;
}

export interface HostRow {
  host: string;
  leased_until: string | null;
  not_before: string | null;
  robots: string | null;
  robots_at: string | null;
}

/** Takes a host for one request; null while somebody else asks it, or it has said when to come again. */
export const leaseHost = (
  db: D1Database,
  host: string,
  now: string,
  until: string,
): Promise<HostRow | null> =>
  db
    .prepare(
      `INSERT INTO source_host (host, leased_until) VALUES (?1, ?3)
       ON CONFLICT (host) DO UPDATE SET leased_until = excluded.leased_until
         WHERE (leased_until IS NULL OR leased_until <= ?2) AND (not_before IS NULL OR not_before <= ?2)
       RETURNING host, leased_until, not_before, robots, robots_at`,
    )
    .bind(host, now, until)
    .first<HostRow>();

export const updateHost = (
  db: D1Database,
  host: string,
  change: Partial<Omit<HostRow, 'host'>>,
): D1PreparedStatement => {
  const names = (['leased_until', 'not_before', 'robots', 'robots_at'] as const).filter(
    (name) => change[name] !== undefined,
  );
  return db
    .prepare(`UPDATE source_host SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE host = ?`)
    .bind(...names.map((name) => change[name] ?? null), host);
};
