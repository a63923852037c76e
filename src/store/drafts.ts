import { FIRST_PLACE, LAST_PLACE } from '../model/order.ts';
import type { Reader, Statement } from './reader.ts';
import { type Candidate, type Clue, tellingsOf } from './verify.ts';

/** Somebody on record whom a draft may mean, and how much there is of theirs. */
export interface DraftPerson {
  /** Which of the names that were asked about. */
  nth: number;
  id: string;
  name: string;
  aliases: readonly string[];
  byId: boolean;
  quotes: number;
  first_on: string | null;
  last_on: string | null;
}

const TERMS_A_STATEMENT = 2_000;
const MOST_NAMED = 8;

/** How common words are (as `readGround` has it) and who is called by names, for a whole draft: one trip. */
export async function readDraftGround(
  db: Reader,
  terms: readonly string[],
  names: readonly { ids: readonly string[]; words: readonly string[] }[],
): Promise<{ revision: number; counts: Map<string, number>; people: DraftPerson[] }> {
  const [revision, people, ...counts] = await db.batch([
    { sql: `SELECT value FROM counter WHERE name = 'revision'`, binds: [] },
    namesStatement(names),
    ...chunksOf(terms, TERMS_A_STATEMENT).map((some) => ({
      sql: `SELECT t.value AS term, coalesce((SELECT n FROM word WHERE term = t.value), (
              SELECT 0 FROM quote_index WHERE quote_index MATCH 'words : "' || t.value || '"' LIMIT 1)) AS n
            FROM json_each(?1) AS t`,
      binds: [JSON.stringify(some)],
    })),
  ]);
  const known = counts.flat() as { term: string; n: number | null }[];
  const rows = people as (Omit<DraftPerson, 'aliases' | 'byId'> & { aliases: string; by_id: number })[];
  return {
    revision: (revision as { value: number }[])[0]?.value ?? 0,
    counts: new Map(known.flatMap(({ term, n }) => (n === null ? [] : [[term, n] as const]))),
    people: rows.map(({ aliases, by_id, ...rest }) => ({
      ...rest,
      aliases: JSON.parse(aliases) as string[],
      byId: by_id === 1,
    })),
  };
}

function namesStatement(names: readonly { ids: readonly string[]; words: readonly string[] }[]): Statement {
  const asked = names.map(({ ids, words }) => {
    const phrase = words.join(' ');
    return [ids, `words : "${phrase === '' ? ' ' : phrase.replaceAll('"', '')}"`];
  });
  return {
    sql: `SELECT w.nth, p.id, p.body ->> '$.name' AS name, p.body ->> '$.aliases' AS aliases, max(w.by_id) AS by_id,
                 coalesce(p.body ->> '$.counts.quotes', 0) AS quotes, p.body ->> '$.first_on' AS first_on,
                 p.body ->> '$.last_on' AS last_on
          FROM (SELECT a.key AS nth, coalesce(q.id, r.id) AS id, 1 AS by_id
                FROM json_each(?1) AS a, json_each(a.value ->> 0) AS i
                JOIN person AS r ON r.id = i.value LEFT JOIN person AS q ON q.id = r.replaced_by
                UNION ALL
                SELECT a.key, e.id, 0 FROM json_each(?1) AS a, json_each((
                  SELECT json_group_array(ord) FROM (SELECT rowid AS ord FROM person_index
                    WHERE person_index MATCH a.value ->> 1 AND rowid > 0 ORDER BY rowid LIMIT ${MOST_NAMED}))) AS f
                JOIN person AS e ON e.ord = f.value) AS w
          JOIN person AS p ON p.id = w.id WHERE p.status <> 'redirected'
          GROUP BY w.nth, p.id ORDER BY w.nth, p.body ->> '$.last_on' DESC, p.id`,
    binds: [JSON.stringify(asked)],
  };
}

/** Quotations that one statement asks for, quotes that are looked at for each, and answers taken for a clue. */
const A_STATEMENT = 10;
const CANDIDATES = 10;
const WIDE = 10;
const NARROW = 4;
const TELLINGS = 2;
const REACH = 3;

/**
 * The quotes that answer most of the clues of each quotation, best first, as `readCandidates` gives them for one: a
 * statement for every A_STATEMENT of them, in one trip. `clues` and the answer are by quotation.
 */
export async function readDraftCandidates(
  db: Reader,
  clues: readonly (readonly Clue[])[],
): Promise<Candidate[][]> {
  const numbered = clues.map((some, nth) => ({ some, nth })).filter(({ some }) => some.length > 0);
  const found: Candidate[][] = clues.map(() => []);
  if (numbered.length === 0) return found;
  const answers = (await db.batch(
    chunksOf(numbered, A_STATEMENT).map((chunk) => ({
      sql: CANDIDATES_SQL,
      binds: [
        listed(chunk, ({ index, isWide }) => index === 'pairs' && isWide),
        listed(chunk, ({ index, isWide }) => index === 'pairs' && !isWide),
        listed(chunk, ({ index }) => index === 'words'),
      ],
    })),
  )) as { nth: number; id: string; body: string; told: string }[][];
  for (const { nth, id, body, told } of answers.flat()) {
    found[nth]?.push({ id, body, told: tellingsOf(told) });
  }
  return found;
}

const listed = (
  chunk: readonly { some: readonly Clue[]; nth: number }[],
  isOne: (clue: Clue) => boolean,
): string =>
  JSON.stringify(
    chunk.flatMap(({ some, nth }) => some.filter(isOne).map(({ match, weight }) => [match, weight, nth])),
  );

const hitsOf = (index: string, clues: string, limit: number) => `
  SELECT c.value ->> 2 AS nth, h.value AS ord, c.value ->> 1 AS weight
  FROM json_each(${clues}) AS c, json_each((
    SELECT json_group_array(ord) FROM (
      SELECT rowid AS ord FROM ${index} WHERE ${index} MATCH c.value ->> 0
        AND rowid >= ${FIRST_PLACE} AND rowid < ${LAST_PLACE}
      ORDER BY rowid LIMIT ${limit}))) AS h`;

const CANDIDATES_SQL = `SELECT b.nth, q.id, q.body, (
    SELECT json_group_array(json_array(s.document_id, s.grp, p.n, p.quote_id, p.text,
      p.start, p.end, substr(p.found ->> '$.after', 1, 300), p.found ->> '$.attribution.cue'))
    FROM (SELECT document_id, n, found ->> '$.group' AS grp FROM quote_source
          WHERE quote_id = q.id LIMIT ${TELLINGS}) AS s
    JOIN quote_source AS p ON p.document_id = s.document_id AND p.found ->> '$.group' = s.grp
      AND p.n BETWEEN s.n - ${REACH} AND s.n + ${REACH}) AS told
  FROM (SELECT nth, ord FROM (
    SELECT nth, ord, row_number() OVER (PARTITION BY nth ORDER BY sum(weight) DESC, ord) AS place
    FROM (${hitsOf('quote_pairs', '?1', WIDE)} UNION ALL ${hitsOf('quote_pairs', '?2', NARROW)}
          UNION ALL ${hitsOf('quote_index', '?3', NARROW)})
    GROUP BY nth, ord) WHERE place <= ${CANDIDATES} ORDER BY nth, place) AS b
  JOIN quote AS q ON q.ord = b.ord`;

function chunksOf<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, nth) =>
    all.slice(nth * size, (nth + 1) * size),
  );
}

/** Which of these documents are open; one trip, none if none is asked about. */
export async function readOpen(db: Reader, documents: readonly string[]): Promise<Set<string>> {
  const ids = [...new Set(documents)];
  if (ids.length === 0) return new Set();
  const rows = await db.all<{ id: string }>({
    sql: `SELECT id FROM document WHERE id IN (SELECT value FROM json_each(?1)) AND body ->> '$.rights' = 'open'`,
    binds: [JSON.stringify(ids)],
  });
  return new Set(rows.map(({ id }) => id));
}
