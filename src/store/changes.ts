import { dayRange } from '../model/order.ts';
import type { Noun } from '../model/record.ts';
import { toNeedles } from './filter.ts';
import type { Reader } from './reader.ts';
import type { Asked } from './stretches.ts';

/** The most entries that one page looks at when only some of them pass a filter. */
const WINDOW = 200;

/** Where a page of changes ended. */
export interface ChangePlace {
  updated_at: string;
  id: string;
}
export interface ChangePage {
  revision: number;
  bodies: string[];
  /** Null at the end. */
  next: ChangePlace | null;
}

interface ChangeRow extends ChangePlace {
  n: number;
  body: string | null;
}

/**
 * What changed from a time on or after a place, oldest change first. Entries that are no longer listed are among them
 * whatever the filter: a mirror must be told to let go of what it holds. Under a filter a page looks at no more than
 * WINDOW entries, and may come out short, or empty, with a next one.
 */
export async function readChanges(
  db: Reader,
  noun: Noun,
  asked: Asked,
  since: string,
  after: ChangePlace | null,
  limit: number,
): Promise<ChangePage> {
  const { keys, words } = toNeedles(asked.filter);
  const days = asked.from === null && asked.to === null ? null : dayRange(asked.from, asked.to);
  const binds: (string | number)[] = [after?.updated_at ?? since, after?.id ?? '', limit + 1];
  const bind = (value: string | number) => `?${binds.push(value)}`;
  const conditions = [
    ...keys.map((needle) => `instr(' ' || keys || ' ', ${bind(needle)})`),
    ...words.map((needle) => `instr(' ' || words || ' ', ${bind(needle)})`),
    ...(days === null ? [] : [overlap(asked, days, bind)]),
  ];
  const window = conditions.length === 0 ? limit + 1 : WINDOW;
  const hit = conditions.length === 0 ? '1' : `(ord < 0 OR (${conditions.join(' AND ')}))`;
  const rows = await db.all<ChangeRow>({
    sql: `SELECT '' AS updated_at, '' AS id, 0 AS n, CAST(value AS TEXT) AS body
          FROM counter WHERE name = 'revision'
          UNION ALL
          SELECT updated_at, id, n, CASE WHEN hit AND nth <= ?3 THEN body END FROM (
            SELECT updated_at, id, body, hit,
                   row_number() OVER (ORDER BY updated_at, id) AS n,
                   sum(hit) OVER (ORDER BY updated_at, id) AS nth
            FROM (SELECT updated_at, id, body, ${hit} > 0 AS hit FROM ${noun}
                  WHERE (updated_at, id) > (?1, ?2) ORDER BY updated_at, id LIMIT ${window})
          ) WHERE n = ${window} OR (hit AND nth <= ?3)`,
    binds,
  });
  const [first, ...looked] = rows;
  const hits = looked.filter((row) => row.body !== null);
  const more = hits.length > limit;
  const page = more ? hits.slice(0, limit) : hits;
  const last = more ? page.at(-1) : looked.find((row) => row.n === window);
  return {
    revision: Number(first?.body ?? 0),
    bodies: page.map((row) => row.body ?? ''),
    next: last === undefined ? null : { updated_at: last.updated_at, id: last.id },
  };
}

function overlap(
  { lasting, from }: Asked,
  days: { from: number; until: number },
  bind: (value: string | number) => string,
): string {
  const within = `(ord >= ${bind(days.from)} AND ord < ${bind(days.until)})`;
  if (!lasting || from === null) return within;
  return `(${within} OR (ord >= ${bind(dayRange(null, null).from)} AND ord < ${bind(days.from)}
           AND instr(' ' || keys || ' ', ${bind(` on:${from} `)})))`;
}
