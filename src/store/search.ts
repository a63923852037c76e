import { FIRST_PLACE, LAST_PLACE } from '../model/order.ts';
import type { Noun } from '../model/record.ts';
import { type Phrase, toMatch } from './filter.ts';
import { movedAmong, type Named } from './naming.ts';
import type { Reader, Statement } from './reader.ts';

/**
 * Ranking with bounded work. A common word stands in a large part of the record, and ranking all of it (as bm25 does)
 * costs in proportion. So candidates are taken in three tiers, the newest of each: the words standing together (3),
 * near each other (2), anywhere (1). Within a tier shorter texts, which say little else, come before longer ones, and
 * what more sources print before what fewer do; the newer of equals first.
 */
export interface Hunt {
  noun: Noun;
  keys: readonly string[];
  phrases: readonly Phrase[];
  /** Another reading: entries that carry one of these keys and these phrases. Ranked with what stands together. */
  or?: { keys: readonly string[]; phrases: readonly Phrase[] };
  /** `[from, until)`; everything listed if absent. */
  places?: { from: number; until: number };
  /** Candidates of each of the two upper tiers; the lowest takes twice as many. */
  width: number;
  /** How many of the best come with their bodies. */
  bodies: number;
}

export interface Found {
  ord: number;
  score: number;
  keys: string;
  /** Who said it, as JSON text, where the noun has that. */
  speaker: string | null;
  /** Null for candidates that are not among the best. */
  body: string | null;
}

const NEAR_WORDS = 10;

/**
 * What is found for each hunt, best first, with the revision and whether one of `named` answers to another id now: one
 * trip.
 */
export async function readFound(
  db: Reader,
  hunts: readonly Hunt[],
  named: readonly Named[] = [],
): Promise<{ revision: number; found: Found[][]; moved: boolean }> {
  const binds: string[] = [];
  const moved = movedAmong(named, (id) => `?${binds.push(id)}`);
  const [counter, ...found] = await db.batch([
    { sql: `SELECT value, ${moved} AS moved FROM counter WHERE name = 'revision'`, binds },
    ...hunts.map(huntStatement),
  ]);
  const first = (counter as { value: number; moved: 1 | null }[])[0];
  return {
    revision: first?.value ?? 0,
    moved: first?.moved === 1,
    found: (found as Found[][]).map((list) => list.sort((a, b) => b.score - a.score || a.ord - b.ord)),
  };
}

const SCORE = `40.0 / (80 + length(words)) + CASE WHEN instr(keys, 'sources:2') THEN 0.2 ELSE 0 END`;
const speakerOf = (noun: Noun) => (noun === 'quote' ? `body ->> '$.speaker'` : 'NULL');

function huntStatement(hunt: Hunt): Statement {
  const { keys, phrases, or, places, bodies } = hunt;
  const keyMatch = keys.map((key) => `keys : "${key}" AND `).join('');
  const tiers = tiersOf(phrases, or);
  const binds = [
    places?.from ?? FIRST_PLACE,
    places?.until ?? LAST_PLACE,
    bodies,
    ...tiers.map(({ match }) => keyMatch + match),
  ];
  const [only] = tiers;
  if (tiers.length === 1 && only !== undefined) return { sql: oneTier(hunt, only.tier), binds };
  return {
    sql: severalTiers(
      hunt,
      tiers.map(({ tier }) => tier),
    ),
    binds,
  };
}

/** A row read for each candidate, and nothing besides: words that few entries have must cost little. */
const oneTier = ({ noun, width }: Hunt, tier: number) => `
  SELECT rowid AS ord, ${tier} + ${SCORE} AS score, keys, ${speakerOf(noun)} AS speaker, body
  FROM ${noun}_index
  WHERE ${noun}_index MATCH ?4 AND rowid >= CAST(?1 AS INTEGER) AND rowid < CAST(?2 AS INTEGER) AND ?3 >= 0
  ORDER BY rowid LIMIT ${width}`;

/** Candidates of all tiers, each once with its highest; only the best with their bodies. */
function severalTiers({ noun, width }: Hunt, tiers: readonly number[]): string {
  const candidates = tiers.map(
    (tier, i) => `SELECT * FROM (SELECT rowid AS ord, ${tier} AS tier FROM ${noun}_index
      WHERE ${noun}_index MATCH ?${i + 4} AND rowid >= CAST(?1 AS INTEGER) AND rowid < CAST(?2 AS INTEGER)
      ORDER BY rowid LIMIT ${tier === 1 ? width * 2 : width})`,
  );
  return `SELECT ord, score, keys, speaker, CASE WHEN nth <= ?3 THEN body END AS body FROM (
      SELECT ord, score, keys, ${speakerOf(noun)} AS speaker, body,
             row_number() OVER (ORDER BY score DESC, ord) AS nth
      FROM (SELECT e.ord, e.keys, e.body, c.tier + ${SCORE} AS score
            FROM (SELECT ord, max(tier) AS tier FROM (${candidates.join(' UNION ALL ')}) GROUP BY ord) AS c
            CROSS JOIN ${noun} AS e ON e.ord = c.ord))`;
}

function tiersOf(phrases: readonly Phrase[], or: Hunt['or']): { match: string; tier: number }[] {
  const all = toMatch({ keys: [], phrases }) ?? '""';
  const tiers = [{ match: all, tier: phrases.length < 2 ? 3 : 1 }];
  if (phrases.length > 1) {
    const open = phrases.at(-1)?.open ?? false;
    const together = `words : "${phrases.flatMap(({ words }) => words).join(' ')}"${open ? ' *' : ''}`;
    const each = phrases.map(({ words, open }) => `"${words.join(' ')}"${open ? ' *' : ''}`);
    tiers.push(
      { match: together, tier: 3 },
      { match: `words : NEAR(${each.join(' ')}, ${NEAR_WORDS})`, tier: 2 },
    );
  }
  if (or !== undefined) {
    const named = or.keys.map((key) => `keys : "${key}"`).join(' OR ');
    const match = [
      `(${named})`,
      ...or.phrases.map((phrase) => toMatch({ keys: [], phrases: [phrase] })),
    ].join(' AND ');
    tiers.push({ match, tier: 2 });
  }
  return tiers;
}

/** A word of quotes, and how common it is. */
export interface CommonWord {
  term: string;
  n: number;
}

/**
 * Words of quotes that begin as given, with how many quotes of a sample have each: cheap, but a small record's sample has
 * few words.
 */
export async function readSampledWords(
  db: Reader,
  beginnings: readonly string[],
  most: number,
): Promise<CommonWord[][]> {
  return (await db.batch(
    beginnings.map((beginning) => ({
      sql: 'SELECT term, n FROM word WHERE term >= ?1 AND term < ?2 LIMIT ?3',
      binds: [beginning, `${beginning}\uffff`, most],
    })),
  )) as CommonWord[][];
}

/** The same of all quotes: the index counts every occurrence of every word that begins so. */
export async function readIndexedWords(
  db: Reader,
  beginnings: readonly string[],
  most: number,
): Promise<CommonWord[][]> {
  return (await db.batch(
    beginnings.map((beginning) => ({
      sql: `SELECT term, doc AS n FROM quote_terms WHERE term >= ?1 AND term < ?2 AND col = 'words' LIMIT ?3`,
      binds: [beginning, `${beginning}\uffff`, most],
    })),
  )) as CommonWord[][];
}
