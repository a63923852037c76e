import { FIRST_PLACE, LAST_PLACE } from '../model/order.ts';
import type { Reader, Statement } from './reader.ts';

/** Somebody on record under a name, or under one of the ids that were asked for (`byId`). */
export interface NamedRow {
  id: string;
  name: string;
  aliases: readonly string[];
  byId: boolean;
}

/** The most terms whose commonness is looked up, and the most people who may bear a name. */
const MOST_TERMS = 300;
const MOST_NAMED = 20;
const MOST_IDS = 60;

/** A name as somebody typed it: its words, and the ids of those it may mean. */
export interface Named {
  ids: readonly string[];
  words: readonly string[];
}

/**
 * What has to be known before words are looked for: how common each is, in a sample (0: rare; absent: in no quote), and
 * who on record may be meant by the name asked about, those heard last first. With the revision: one trip.
 */
export async function readGround(
  db: Reader,
  terms: readonly string[],
  speaker: Named | null,
): Promise<{ revision: number; counts: Map<string, number>; people: NamedRow[] }> {
  const [revision, counts, people] = await db.batch([
    { sql: `SELECT value FROM counter WHERE name = 'revision'`, binds: [] },
    {
      sql: `SELECT t.value AS term, coalesce((SELECT n FROM word WHERE term = t.value), (
              SELECT 0 FROM quote_index WHERE quote_index MATCH 'words : "' || t.value || '"' LIMIT 1)) AS n
            FROM json_each(?1) AS t`,
      binds: [JSON.stringify(terms.slice(0, MOST_TERMS))],
    },
    ...(speaker === null ? [] : [namedStatement(speaker)]),
  ]);
  return {
    revision: (revision as { value: number }[])[0]?.value ?? 0,
    counts: new Map(
      (counts as { term: string; n: number | null }[]).flatMap(({ term, n }) =>
        n === null ? [] : [[term, n] as const],
      ),
    ),
    people: ((people ?? []) as { id: string; name: string; aliases: string; by_id: number }[]).map(
      ({ id, name, aliases, by_id }) => ({
        id,
        name,
        aliases: JSON.parse(aliases) as string[],
        byId: by_id === 1,
      }),
    ),
  };
}

function namedStatement({ ids, words }: Named): Statement {
  const phrase = words.join(' ');
  const match = `words : "${phrase === '' ? ' ' : phrase}"`;
  return {
    sql: `SELECT p.id, p.body ->> '$.name' AS name, p.body ->> '$.aliases' AS aliases, max(w.by_id) AS by_id
          FROM (SELECT coalesce(q.id, r.id) AS id, 1 AS by_id
                FROM person AS r LEFT JOIN person AS q ON q.id = r.replaced_by
                WHERE r.id IN (SELECT value FROM json_each(?1))
                UNION ALL SELECT id, 0 FROM (SELECT e.id FROM
                  (SELECT rowid AS ord FROM person_index WHERE person_index MATCH ?2 AND rowid > 0 ORDER BY rowid LIMIT ${MOST_NAMED}) AS f
                  JOIN person AS e ON e.ord = f.ord)) AS w
          JOIN person AS p ON p.id = w.id WHERE p.status <> 'redirected'
          GROUP BY p.id ORDER BY p.body ->> '$.last_on' DESC, p.id`,
    binds: [JSON.stringify(ids.slice(0, MOST_IDS)), match],
  };
}

/** A question to one of the indexes of quotes, and what an answer to it is worth. */
export interface Clue {
  index: 'pairs' | 'words';
  /** In FTS5's language. */
  match: string;
  /** Whether WIDE or NARROW quotes are taken that answer it, the newest. */
  isWide: boolean;
  weight: number;
}
const WIDE = 40;
const NARROW = 10;

/** A quote that answers clues. */
export interface Candidate {
  id: string;
  /** Public JSON, U+0001 for the origin. */
  body: string;
  /** The utterances it is part of, one for each of the documents that print it: their pieces in order. */
  told: Telling[];
}

/** A piece as its document prints it: `after` are the words of the paper behind it, as far as a little more than a clause. */
export interface ToldPiece {
  quote: string;
  n: number;
  text: string;
  start: number;
  end: number;
  after: string;
  cue: string;
}

export interface Telling {
  document: string;
  pieces: ToldPiece[];
}

const CANDIDATES = 32;
/** Documents of a candidate whose telling is read, and how far from the candidate itself. */
const TELLINGS = 3;
const REACH = 6;

/**
 * The quotes that answer most clues, best first, each with the utterances it is part of: one trip. Reads at most some
 * three rows for every quote that answers a clue, and for each candidate what its documents tell around it, whatever
 * the size of the record.
 */
export async function readCandidates(db: Reader, clues: readonly Clue[]): Promise<Candidate[]> {
  if (clues.length === 0) return [];
  const rows = await db.all<{ id: string; body: string; told: string }>({
    sql: `SELECT q.id, q.body, (
            SELECT json_group_array(json_array(s.document_id, s.grp, p.n, p.quote_id, p.text,
              p.start, p.end, substr(p.found ->> '$.after', 1, 300), p.found ->> '$.attribution.cue'))
            FROM (SELECT document_id, n, found ->> '$.group' AS grp FROM quote_source
                  WHERE quote_id = q.id LIMIT ${TELLINGS}) AS s
            JOIN quote_source AS p ON p.document_id = s.document_id AND p.found ->> '$.group' = s.grp
              AND p.n BETWEEN s.n - ${REACH} AND s.n + ${REACH}) AS told
          FROM (
            SELECT ord, sum(weight) AS score
            FROM (${hitsOf('quote_pairs', '?1', WIDE)} UNION ALL ${hitsOf('quote_pairs', '?2', NARROW)}
                  UNION ALL ${hitsOf('quote_index', '?3', NARROW)})
            GROUP BY ord ORDER BY score DESC, ord LIMIT ${CANDIDATES}
          ) AS b JOIN quote AS q ON q.ord = b.ord`,
    binds: [
      listed(clues.filter(({ index, isWide }) => index === 'pairs' && isWide)),
      listed(clues.filter(({ index, isWide }) => index === 'pairs' && !isWide)),
      listed(clues.filter(({ index }) => index === 'words')),
    ],
  });
  return rows.map(({ id, body, told }) => ({ id, body, told: tellingsOf(told) }));
}

export function tellingsOf(json: string): Telling[] {
  const pieces = JSON.parse(json) as [
    document: string,
    group: number,
    n: number,
    quote: string,
    text: string,
    start: number,
    end: number,
    after: string | null,
    cue: string | null,
  ][];
  return [...Map.groupBy(pieces, ([document, group]) => `${document} ${group}`).values()].map((told) => ({
    document: told[0]?.[0] ?? '',
    pieces: told
      .map(([, , n, quote, text, start, end, after, cue]) => {
        return { n, quote, text, start, end, after: after ?? '', cue: cue ?? '' };
      })
      .sort((a, b) => a.n - b.n),
  }));
}

const listed = (clues: readonly Clue[]) => JSON.stringify(clues.map(({ match, weight }) => [match, weight]));

/** The newest quotes that answer each clue. An inner LIMIT takes no column, so clues of one limit come in one list. */
const hitsOf = (index: string, clues: string, limit: number) => `
  SELECT h.value AS ord, c.value ->> 1 AS weight
  FROM json_each(${clues}) AS c, json_each((
    SELECT json_group_array(ord) FROM (
      SELECT rowid AS ord FROM ${index} WHERE ${index} MATCH c.value ->> 0
        AND rowid >= ${FIRST_PLACE} AND rowid < ${LAST_PLACE}
      ORDER BY rowid LIMIT ${limit}))) AS h`;
