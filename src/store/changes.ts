import { dayRange, FIRST_UNDATED_PLACE } from '../model/order.ts';
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
  body: string;
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
    ...keys.map((group) =>
      group.length === 1
        ? `instr(' ' || keys || ' ', ${bind(group[0] ?? '')})`
        : `EXISTS (SELECT 1 FROM json_each(${bind(JSON.stringify(group))}) AS one WHERE instr(' ' || keys || ' ', one.value))`,
    ),
    ...words.map((needle) => `instr(' ' || words || ' ', ${bind(needle)})`),
    ...(days === null ? [] : [overlap(asked, days, bind)]),
  ];
  const looked = `SELECT ord, updated_at, id, keys, words, body FROM ${noun}
                  WHERE (updated_at, id) > (?1, ?2) ORDER BY updated_at, id`;
  const hit = conditions.length === 0 ? '' : `WHERE ord < 0 OR (${conditions.join(' AND ')})`;
  const [rows, window] = (await db.batch([
    {
      sql: `SELECT '' AS updated_at, '' AS id, CAST(value AS TEXT) AS body FROM counter WHERE name = 'revision'
            UNION ALL
            SELECT updated_at, id, body FROM (${looked} LIMIT ${conditions.length === 0 ? '?3' : WINDOW}) ${hit} LIMIT ?3 + 1`,
      binds,
    },
    ...(conditions.length === 0
      ? []
      : [
          {
            sql: `SELECT updated_at, id FROM ${noun} WHERE (updated_at, id) > (?1, ?2)
                  ORDER BY updated_at, id LIMIT 1 OFFSET ${WINDOW - 1}`,
            binds: binds.slice(0, 2),
          },
        ]),
  ])) as [ChangeRow[], ChangePlace[] | undefined];
  const [revision, ...hits] = rows;
  const page = hits.slice(0, limit);
  const last = hits.length > limit ? page.at(-1) : window?.[0];
  return {
    revision: Number(revision?.body ?? 0),
    bodies: page.map(({ body }) => body),
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
  return `(${within} OR (ord >= ${bind(days.until)} AND ord < ${bind(FIRST_UNDATED_PLACE)}
           AND instr(' ' || keys || ' ', ${bind(` on:${from} `)})))`;
}
