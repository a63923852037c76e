import { FIRST_PLACE, FIRST_UNDATED_PLACE, LAST_PLACE, TIES } from '../model/order.ts';
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
    keys.every((needles) => needles.some((needle) => ` ${row.keys} `.includes(needle))) &&
    words.every((needle) => ` ${row.words} `.includes(needle)) &&
    (places === null || (row.ord >= places.from && row.ord < places.until)) &&
    (row.ord > 0 || (keys.length === 0 && words.length === 0));
  const once = new Map<number, AskedRow>();
  for (const row of rows.sort((a, b) => a.asked - b.asked)) {
    if (row.asked >= 0 && passes(row) && !once.has(row.ord)) once.set(row.ord, row);
  }
  return { revision, rows: [...once.values()] };
}

/** So many or fewer are drawn from evenly. */
const ALL = 10;
const PROBES = 4;
const PROBE_ROWS = 8;

/**
 * One listed quote under a filter by chance, or null if there is none. Reads a bounded number of rows whatever the size
 * of the record. Of up to ALL quotes each is as likely as any other. Of more, a few days are chosen at random along the
 * list, in each (and among those without a day) a place, and one of the quotes behind these places is drawn: so any can
 * come, but those of a day with few, or after a long silence, come more often. `random` gives numbers in [0, 1).
 */
export async function readRandomQuote(
  db: Reader,
  filter: Filter,
  places: { from: number; until: number } | null,
  random: () => number,
): Promise<{ revision: number; body: string | null }> {
  const match = toMatch(filter);
  const [from, until] = [places?.from ?? FIRST_PLACE, places?.until ?? LAST_PLACE];
  const dated = Math.min(until, FIRST_UNDATED_PLACE);
  const place = match === null ? 'ord' : 'rowid';
  const where = `${match === null ? 'quote WHERE' : 'quote_index WHERE quote_index MATCH ?3 AND'} ${place}`;
  const within = `${where} >= CAST(?1 AS INTEGER) AND ${place} < CAST(?2 AS INTEGER)`;
  const ask = (sql: string, low: number, high: number) => ({
    sql,
    binds: [low, high, ...(match === null ? [] : [match])],
  });
  /** Those that follow a place chosen at random in the day of the first from `low` on. */
  const probe = (low: number, high: number) =>
    ask(
      `SELECT ${place} AS ord, body FROM ${where} >= (
         SELECT ${place} / ${TIES} * ${TIES} + ${Math.floor(random() * TIES)} FROM ${within} ORDER BY ${place} LIMIT 1
       ) AND ${place} < CAST(?2 AS INTEGER) ORDER BY ${place} LIMIT ${PROBE_ROWS}`,
      low,
      high,
    );
  const [counter, first, oldest, undated] = (await db.batch([
    { sql: `SELECT value AS ord FROM counter WHERE name = 'revision'`, binds: [] },
    ask(`SELECT ${place} AS ord FROM ${within} ORDER BY ${place} LIMIT ${ALL + 1}`, from, until),
    ask(`SELECT ${place} AS ord FROM ${within} ORDER BY ${place} DESC LIMIT 1`, from, dated),
    probe(Math.max(from, FIRST_UNDATED_PLACE), until),
  ])) as [PageRow[], PageRow[], PageRow[], PageRow[]];
  const few = first.length > ALL ? [] : first;
  const [low, high] = [first[0]?.ord ?? 0, oldest[0]?.ord ?? 0];
  const one = few[Math.floor(random() * few.length)] ?? first[0];
  const found = (await db.batch([
    { sql: 'SELECT ord, body FROM quote WHERE ord = CAST(?1 AS INTEGER)', binds: [one?.ord ?? 0] },
    ...Array.from({ length: few.length === 0 && low < high ? PROBES : 0 }, () =>
      probe(low + Math.floor(random() * (high - low + 1)), dated),
    ),
  ])) as PageRow[][];
  const [alone = [], ...probed] = found;
  const drawn =
    few.length > 0
      ? alone
      : [...new Map([...undated, ...probed.flat()].map((row) => [row.ord, row])).values()];
  return {
    revision: counter[0]?.ord ?? 0,
    body: (drawn[Math.floor(random() * drawn.length)] ?? alone[0])?.body ?? null,
  };
}
