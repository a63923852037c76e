import { env } from 'cloudflare:test';
import { renderBody } from '../../src/links.ts';
import { foldWords } from '../../src/model/fold.ts';
import { orderOf, unlistedOrder } from '../../src/model/order.ts';
import { PUBLISHED_IN, periodsAround, STATED } from '../../src/model/periods.ts';
import type { Noun, Status } from '../../src/model/record.ts';

/** An entry put on record by a test without going through a document: only what lists and lookups depend on. */
export interface MadeEntry {
  id: string;
  /** The stated day. */
  day?: string | null;
  /** Of its first publication. */
  published?: string | null;
  status?: Status;
  replaced_by?: string | null;
  keys?: string[];
  text?: string;
  updated_at?: string;
  /** Further members of the body. */
  more?: Record<string, unknown>;
}

const TIME = '2024-02-02T08:00:00.000Z';

/** Writes entries and moves the revision on by one; gives the new revision. */
export async function putOnRecord(noun: Noun, entries: readonly MadeEntry[]): Promise<number> {
  const [counter] = await env.DB.batch<{ value: number }>([
    env.DB.prepare(`UPDATE counter SET value = value + 1 WHERE name = 'revision' RETURNING value`),
    ...entries.map((entry) => {
      const {
        id,
        day = null,
        published = null,
        status = 'published',
        replaced_by = null,
        keys = [],
        text = '',
      } = entry;
      const updated_at = entry.updated_at ?? TIME;
      const body = renderBody({
        id,
        status,
        text,
        said_on: day,
        day: day ?? published,
        day_from: day !== null ? 'stated' : published !== null ? 'published' : null,
        replaced_by,
        first_seen_at: TIME,
        updated_at,
        url: `\u0000/${noun}s/${id}`,
        ...entry.more,
      });
      return env.DB.prepare(
        `INSERT OR REPLACE INTO ${noun}
           (ord, id, status, replaced_by, keys, words, body, first_seen_at, updated_at, first_rev, rev)
         SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, value, value FROM counter WHERE name = 'revision'`,
      ).bind(
        status === 'published' ? orderOf(day ?? published, id) : unlistedOrder(id),
        id,
        status,
        replaced_by,
        [
          ...keys,
          ...(status === 'published' && day !== null ? [STATED] : []),
          ...(published === null ? [] : periodsAround(published).map((it) => PUBLISHED_IN + it)),
        ].join(' '),
        foldWords(text).join(' '),
        body,
        TIME,
        updated_at,
      );
    }),
  ]);
  return counter?.results[0]?.value ?? 0;
}
