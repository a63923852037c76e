import { FIRST_PLACE, FIRST_UNDATED_PLACE, LAST_PLACE } from '../model/order.ts';
import { type Filter, toMatch, toNeedles } from './filter.ts';
import type { Page, PageRow } from './published.ts';
import type { Reader } from './reader.ts';

interface AskedRow extends PageRow {
  asked: number;
  keys: string;
  words: string;
}

/**
 * Quotes by their ids, in the order asked, each once; an id that answers to another gives that other. With a filter or
 * range only those listed that pass; without, whatever their status.
 */
export async function readQuotesById(
  db: Reader,
  ids: readonly string[],
  filter: Filter,
  places: { from: number; until: number } | null,
): Promise<Omit<Page, 'moved'>> {
  const rows = await db.all<AskedRow>({
    sql: `WITH RECURSIVE chain (asked, id, status, replaced_by, hops) AS (
            SELECT j.key, q.id, q.status, q.replaced_by, 0 FROM json_each(?1) AS j JOIN quote AS q ON q.id = j.value
            UNION ALL
            SELECT chain.asked, next.id, next.status, next.replaced_by, hops + 1
            FROM chain JOIN quote AS next ON next.id = chain.replaced_by
            WHERE chain.status = 'redirected' AND hops < 50
          )
          SELECT -1 AS asked, 0 AS ord, '' AS keys, '' AS words, CAST(value AS TEXT) AS body
          FROM counter WHERE name = 'revision'
          UNION ALL
          SELECT chain.asked, q.ord, q.keys, q.words, q.body
          FROM chain JOIN quote AS q ON q.id = chain.id WHERE chain.status <> 'redirected'`,
    binds: [JSON.stringify(ids)],
  });
  const revision = Number(rows.find(({ asked }) => asked < 0)?.body ?? 0);
  const { keys, words } = toNeedles(filter);
  const passes = (row: AskedRow) =>
    keys.every((needle) => ` ${row.keys} `.includes(needle)) &&
    words.every((needle) => ` ${row.words} `.includes(needle)) &&
    (places === null || (row.ord >= places.from && row.ord < places.until)) &&
    (row.ord > 0 || (keys.length === 0 && words.length === 0));
  const once = new Map<number, AskedRow>();
  for (const row of rows.sort((a, b) => a.asked - b.asked)) {
    if (row.asked >= 0 && passes(row) && !once.has(row.ord)) once.set(row.ord, row);
  }
  return { revision, rows: [...once.values()] };
}

const PROBES = 4;
const PROBE_ROWS = 8;

/**
 * One listed quote under a filter by chance, or null if there is none. Reads a bounded number of rows whatever the size
 * of the record: from a few places chosen at random along the list a few quotes each are read, and one of them is
 * drawn. So any can come, but those after a long silence come more often. `random` gives numbers in [0, 1).
 */
export async function readRandomQuote(
  db: Reader,
  filter: Filter,
  places: { from: number; until: number } | null,
  random: () => number,
): Promise<{ revision: number; body: string | null }> {
  const match = toMatch(filter);
  const [from, until] = [places?.from ?? FIRST_PLACE, places?.until ?? LAST_PLACE];
  const stretch = (low: number, high: number, order: 'ASC' | 'DESC', limit: number) => ({
    sql: `SELECT ${match === null ? 'ord' : 'rowid AS ord'}, body FROM ${match === null ? 'quote' : 'quote_index'}
          WHERE ${match === null ? 'ord' : 'quote_index MATCH ?4 AND rowid'} >= CAST(?1 AS INTEGER)
            AND ${match === null ? 'ord' : 'rowid'} < CAST(?2 AS INTEGER)
          ORDER BY 1 ${order} LIMIT ?3`,
    binds: [low, high, limit, ...(match === null ? [] : [match])],
  });
  const dated = Math.min(until, FIRST_UNDATED_PLACE);
  const [counter, newest, oldest, undated] = (await db.batch([
    { sql: `SELECT value AS ord, '' AS body FROM counter WHERE name = 'revision'`, binds: [] },
    stretch(from, dated, 'ASC', 1),
    stretch(from, dated, 'DESC', 1),
    stretch(Math.max(from, FIRST_UNDATED_PLACE), until, 'ASC', PROBE_ROWS),
  ])) as PageRow[][];
  const [low, high] = [newest?.[0]?.ord, oldest?.[0]?.ord];
  const drawn = [...(undated ?? [])];
  if (low !== undefined && high !== undefined) {
    const probes = Array.from({ length: PROBES }, () => low + Math.floor(random() * (high - low + 1)));
    const found = (await db.batch(probes.map((at) => stretch(at, dated, 'ASC', PROBE_ROWS)))) as PageRow[][];
    drawn.push(...found.flat());
  }
  const different = [...new Map(drawn.map((row) => [row.ord, row])).values()];
  return {
    revision: counter?.[0]?.ord ?? 0,
    body: different[Math.floor(random() * different.length)]?.body ?? null,
  };
}
