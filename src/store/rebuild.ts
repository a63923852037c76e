import { LAST_PLACE } from '../model/order.ts';
import { NOUNS, type Noun } from '../model/record.ts';
import { soundJson } from './damage.ts';

/** Reads and writes for deriving the record anew from the texts, what was found in them, and the ledger. */

/** Live documents by id, after one. */
export async function loadLiveIds(db: D1Database, after: string, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      'SELECT document_id AS id FROM document_revision WHERE live = 1 AND document_id > ? ORDER BY document_id LIMIT ?',
    )
    .bind(after, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** What the ledger knows of an id. */
export interface LedgerRow {
  id: string;
  status: 'published' | 'corrected' | 'withdrawn' | 'redirected';
  replaced_by: string | null;
  first_seen_at: string;
  updated_at: string;
  first_rev: number;
  rev: number;
  last_body: string | null;
}

/** Ids of the ledger, after one, that have no row, or an unlisted row whose body is damaged. */
export async function loadLost(
  db: D1Database,
  noun: Noun,
  after: string,
  limit: number,
): Promise<LedgerRow[]> {
  const { results } = await db
    .prepare(
      `SELECT l.id, l.status, l.replaced_by, l.first_seen_at, l.updated_at, l.first_rev, l.rev, l.last_body
       FROM ledger AS l LEFT JOIN ${noun} AS e ON e.id = l.id
       WHERE l.noun = ? AND l.id > ? AND l.status IN ('published', 'corrected', 'withdrawn', 'redirected')
         AND (e.id IS NULL OR (e.ord < 0 AND ${soundJson('e.body')} ->> '$.id' IS NULL))
       ORDER BY l.id LIMIT ?`,
    )
    .bind(noun, after, limit)
    .all<LedgerRow>();
  return results;
}

const CLAIMS = [
  'person_source',
  'visit_source',
  'engagement_source',
  'engagement_block',
  'quote_source',
  'figure_source',
  'shingle',
] as const;

/** Takes away what is claimed for documents that say nothing any more. */
export const deleteStrayClaims = (db: D1Database): D1PreparedStatement[] =>
  CLAIMS.map((table) =>
    db.prepare(
      `DELETE FROM ${table} WHERE document_id NOT IN (SELECT document_id FROM document_revision WHERE live = 1)`,
    ),
  );

/** Which of these documents tell of engagements that no block leads to. */
export async function loadBlockless(db: D1Database, ids: readonly string[]): Promise<Set<string>> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT e.document_id AS id FROM engagement_source AS e
       WHERE e.document_id IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM engagement_block AS b WHERE b.document_id = e.document_id AND b.n = e.n)`,
    )
    .bind(JSON.stringify(ids))
    .all<{ id: string }>();
  return new Set(results.map(({ id }) => id));
}

/** What a published entry of each noun rests on; without it, it is an orphan. */
const RESTS_ON: Record<Noun, string> = {
  document: 'SELECT 1 FROM document_revision AS s WHERE s.document_id = e.id AND s.live = 1',
  person: 'SELECT 1 FROM person_source AS s WHERE s.person_id = e.id',
  place: `SELECT 1 FROM tally WHERE name IN ('visit country:' || e.id, 'visit city:' || e.id, 'visit place:' || e.id,
            'engagement country:' || e.id, 'engagement city:' || e.id, 'engagement place:' || e.id, 'quote country:' || e.id,
            'quote city:' || e.id, 'quote place:' || e.id)`,
  visit: 'SELECT 1 FROM visit_source AS s WHERE s.visit_id = e.id',
  engagement: 'SELECT 1 FROM engagement_source AS s WHERE s.engagement_id = e.id',
  quote: 'SELECT 1 FROM quote_source AS s WHERE s.quote_id = e.id',
  figure: 'SELECT 1 FROM figure_source AS s WHERE s.figure_id = e.id',
};

/** Published entries that nothing on record says, after an id. */
export async function loadOrphans(
  db: D1Database,
  noun: Noun,
  after: string,
  limit: number,
): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT e.id FROM ${noun} AS e
       WHERE e.status = 'published' AND e.id > ? AND NOT EXISTS (${RESTS_ON[noun]}) ORDER BY e.id LIMIT ?`,
    )
    .bind(after, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** People somebody claims to be on record, after an id. */
export async function loadPersonIds(db: D1Database, after: string, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      'SELECT DISTINCT person_id AS id FROM person_source WHERE person_id > ? ORDER BY person_id LIMIT ?',
    )
    .bind(after, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Published ids of a noun, after one. */
export async function loadPublishedIds(
  db: D1Database,
  noun: Noun,
  after: string,
  limit: number,
): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT id FROM ${noun} WHERE status = 'published' AND id > ? ORDER BY id LIMIT ?`)
    .bind(after, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Countries that quotes are counted under. */
export async function loadCountriesOfQuotes(db: D1Database): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT substr(name, length('quote ') + 1) AS key FROM tally WHERE name >= 'quote country:' AND name < 'quote country;'`,
    )
    .all<{ key: string }>();
  return results.map(({ key }) => key);
}

const KEYS = `json_each('["' || replace(e.keys, ' ', '","') || '"]')`;
const COUNTED = [
  'speaker',
  'visitor',
  'person',
  'country',
  'city',
  'place',
  'topic',
  'kind',
  'unit',
  'publisher',
];
const DATED: readonly Noun[] = ['visit', 'engagement', 'quote', 'figure'];
/** The day of a place in lists (src/model/order.ts), as SQLite's Julian days have it. */
const DAY = `date((1048575 - (e.ord >> 33) - 719163) * 86400, 'unixepoch')`;

const LISTED = `e.status = 'published' AND e.ord < ${LAST_PLACE}`;

/** Names that are counted, once for each time they count. `stated`: the key of entries whose day a document states. */
function countedNames(stated: string): string[] {
  const kinds = (names: readonly string[]) => names.map((it) => `'${it}'`).join(', ');
  const kindOf = `substr(k.value, 1, instr(k.value, ':') - 1)`;
  const counted = NOUNS.flatMap((noun) => [
    `SELECT '${noun}' AS name FROM ${noun} AS e WHERE ${LISTED}`,
    `SELECT '${noun} ' || k.value FROM ${noun} AS e, ${KEYS} AS k
     WHERE ${LISTED} AND ${kindOf} IN (${kinds(COUNTED)})`,
  ]);
  const onDays = DATED.flatMap((noun) =>
    (
      [
        ['person', ['speaker', 'visitor', 'person']],
        ['place', ['country', 'city', 'place']],
      ] as const
    ).map(
      ([of, names]) =>
        `SELECT 'on ${of} ' || substr(k.value, instr(k.value, ':') + 1) || ' ' || ${DAY} FROM ${noun} AS e, ${KEYS} AS k
         WHERE e.status = 'published' AND (e.ord >> 33) < 1048575 AND ${kindOf} IN (${kinds(names)})
           AND instr(' ' || e.keys || ' ', ' ${stated} ')`,
    ),
  );
  return [...counted, ...onDays];
}

/** Counts that are not what they should be: one line each. */
export async function loadWrongTallies(db: D1Database, stated: string): Promise<string[]> {
  const right = new Map<string, number>();
  for (const names of countedNames(stated)) {
    const { results } = await db
      .prepare(
        `SELECT name, count(*) AS n FROM (SELECT NULL AS name WHERE 0 UNION ALL ${names}) GROUP BY name`,
      )
      .all<{ name: string; n: number }>();
    for (const { name, n } of results) right.set(name, (right.get(name) ?? 0) + n);
  }
  const wrong: string[] = [];
  const { results } = await db.prepare('SELECT name, n FROM tally').all<{ name: string; n: number }>();
  for (const { name, n } of results) {
    if (right.get(name) !== n) wrong.push(`count of "${name}": ${n}, should be ${right.get(name) ?? 0}`);
    right.delete(name);
  }
  for (const [name, n] of right) wrong.push(`count of "${name}": none, should be ${n}`);
  return wrong;
}

/** Counts everything anew, in one write. */
export function recountTallies(db: D1Database, stated: string): D1PreparedStatement[] {
  return [
    db.prepare('DELETE FROM tally'),
    ...countedNames(stated).map((names) =>
      db.prepare(
        `INSERT INTO tally (name, n) SELECT name, count(*) FROM (SELECT NULL AS name WHERE 0 UNION ALL ${names})
         WHERE true GROUP BY name ON CONFLICT (name) DO UPDATE SET n = n + excluded.n`,
      ),
    ),
  ];
}

/** Makes every index of words and keys anew from the rows. */
export function rebuildIndexes(db: D1Database): D1PreparedStatement[] {
  const words = (row: string) => `json_each('["' || replace(${row}.words, ' ', '","') || '"]')`;
  return [
    ...NOUNS.map((noun) => `INSERT INTO ${noun}_index (${noun}_index) VALUES ('rebuild')`),
    `INSERT INTO quote_pairs (quote_pairs) VALUES ('delete-all')`,
    `INSERT INTO quote_pairs (rowid, pairs)
       SELECT q.ord, (
         SELECT group_concat(term, ' ') FROM (
           SELECT value || '_' || lead(value) OVER (ORDER BY key) AS term FROM ${words('q')}
           UNION ALL
           SELECT value FROM json_each('["' || replace(q.keys, ' ', '","') || '"]') WHERE value LIKE 'speaker:%'))
       FROM quote AS q WHERE q.words <> ''`,
    'DELETE FROM word',
    `INSERT INTO word (term, n)
       SELECT w.value, count(DISTINCT q.ord) FROM quote AS q, ${words('q')} AS w
       WHERE (q.ord & 15) = 0 AND q.words <> '' GROUP BY w.value`,
  ].map((sql) => db.prepare(sql));
}
