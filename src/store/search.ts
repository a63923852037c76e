import { FIRST_PLACE, LAST_PLACE } from '../model/order.ts';
import type { Noun } from '../model/record.ts';
import { type Phrase, toKeyMatch, toMatch, toNeedles } from './filter.ts';
import { movedAmong, type Named } from './naming.ts';
import type { Reader } from './reader.ts';

/**
 * Ranking with bounded work. A common word stands in a large part of the record, and ranking all of it (as bm25 does)
 * costs in proportion. So candidates are taken in tiers, the newest of each: the words standing together (3), near each
 * other (2), anywhere (1). Titles are too short for words to stand far apart in them, so of titles that have all the words
 * the newest are taken, and those in which they stand together come first. Within a tier shorter texts, which say little
 * else, come before longer ones, and what more sources print before what fewer do; the newer of equals first.
 */
export interface Hunt {
  noun: Noun;
  keys: readonly string[];
  phrases: readonly Phrase[];
  /** Another reading: entries that carry one of these keys, all these phrases and one of `oneOf`. Ranked with what stands near. */
  or?: { keys: readonly string[]; phrases: readonly Phrase[]; oneOf?: readonly Phrase[] };
  /** `[from, until)`; everything listed if absent. */
  places?: { from: number; until: number };
  /** Whether words are sought in titles or in whole texts. */
  within: 'titles' | 'texts';
  /** Candidates of a tier; of words that may stand anywhere, and of titles, twice as many. */
  width: number;
  /** What is added to the score of all it finds. */
  bonus: number;
}

export interface Found {
  noun: Noun;
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
 * What is found in all hunts together, best first, at least the `bodies` best with their bodies; with the revision, and
 * whether one of `named` answers to another id now. One statement, which reads some three rows for each candidate.
 */
export async function readFound(
  db: Reader,
  hunts: readonly Hunt[],
  bodies: number,
  named: readonly Named[] = [],
): Promise<{ revision: number; found: Found[]; moved: boolean }> {
  const binds: (string | number)[] = [bodies];
  const bind = (value: string | number) => `?${binds.push(value)}`;
  const candidates = hunts.length === 0 ? [NOBODY] : hunts.map((hunt) => candidatesOf(hunt, bind));
  // The least score among the best is what bodies are given by: numbering the rows would read each twice more.
  const [first, ...found] = await db.all<Found>({
    sql: `WITH found AS MATERIALIZED (${candidates.join(' UNION ALL ')}),
            best AS (SELECT min(score) AS least FROM (SELECT score FROM found ORDER BY score DESC LIMIT ?1))
          SELECT NULL AS noun, ${movedAmong(named, bind)} AS ord, value AS score, '' AS keys, NULL AS speaker, NULL AS body
          FROM counter WHERE name = 'revision'
          UNION ALL
          SELECT noun, ord, score, keys, speaker, CASE WHEN score >= least THEN body END FROM found, best`,
    binds,
  });
  return {
    revision: first?.score ?? 0,
    moved: first?.ord === 1,
    found: found.sort((a, b) => b.score - a.score || a.ord - b.ord),
  };
}

interface Tier {
  match: string;
  tier: number;
  width: number;
}

const SCORE = `40.0 / (80 + length(words)) + CASE WHEN instr(keys, 'sources:2') THEN 0.2 ELSE 0 END`;
const speakerOf = (noun: Noun) => (noun === 'quote' ? `body ->> '$.speaker'` : 'NULL');

type Bind = (value: string | number) => string;

/** What is found where nothing is hunted. */
const NOBODY = `SELECT NULL AS noun, NULL AS ord, NULL AS score, NULL AS keys, NULL AS speaker, NULL AS body WHERE 0`;

function candidatesOf(hunt: Hunt, bind: Bind): string {
  const { noun, keys, phrases, places, within, bonus } = hunt;
  const from = bind(places?.from ?? FIRST_PLACE);
  const until = bind(places?.until ?? LAST_PLACE);
  const keyMatch = keys.map((key) => `${toKeyMatch(key)} AND `).join('');
  const matching = ({ match }: Tier) =>
    `${noun}_index MATCH ${bind(keyMatch + match)}
     AND rowid >= CAST(${from} AS INTEGER) AND rowid < CAST(${until} AS INTEGER)`;
  const [tier, ...more] = tiersOf(hunt);
  const found =
    more.length === 0 ? oneTier(noun, tier, matching) : severalTiers(noun, [tier, ...more], matching);
  const together =
    within === 'titles' && phrases.length > 1
      ? `instr(' ' || words || ' ', ${bind(needleOf(phrases))})`
      : '0';
  return `SELECT '${noun}' AS noun, ord, CASE WHEN ${together} THEN 3 ELSE tier END + ${bonus} + ${SCORE} AS score, keys,
                 ${speakerOf(noun)} AS speaker, body FROM (${found})`;
}

/** A row read for each candidate, and nothing besides: words that few entries have must cost little. */
const oneTier = (noun: Noun, tier: Tier, matching: (tier: Tier) => string) => `
  SELECT rowid AS ord, ${tier.tier} AS tier, keys, words, body FROM ${noun}_index
  WHERE ${matching(tier)} ORDER BY rowid LIMIT ${tier.width}`;

/** Candidates of all tiers, each once with its highest. */
function severalTiers(noun: Noun, tiers: readonly Tier[], matching: (tier: Tier) => string): string {
  const candidates = tiers.map(
    (it) => `SELECT * FROM (SELECT rowid AS ord, ${it.tier} AS tier FROM ${noun}_index
      WHERE ${matching(it)} ORDER BY rowid LIMIT ${it.width})`,
  );
  return `SELECT e.ord, c.tier, e.keys, e.words, e.body
          FROM (SELECT ord, max(tier) AS tier FROM (${candidates.join(' UNION ALL ')}) GROUP BY ord) AS c
          CROSS JOIN ${noun} AS e ON e.ord = c.ord`;
}

function tiersOf({ phrases, or, within, width }: Hunt): [Tier, ...Tier[]] {
  const anywhere = toMatch({ keys: [], phrases }) ?? '""';
  const more: Tier[] = [];
  if (or !== undefined) {
    const named = or.keys.map(toKeyMatch).join(' OR ');
    const either = or.oneOf?.map((phrase) => toMatch({ keys: [], phrases: [phrase] })).join(' OR ');
    const match = [
      `(${named})`,
      ...(either ? [`(${either})`] : []),
      ...or.phrases.map((phrase) => toMatch({ keys: [], phrases: [phrase] })),
    ].join(' AND ');
    more.push({ match, tier: 2, width });
  }
  if (phrases.length < 2) return [{ match: anywhere, tier: 3, width }, ...more];
  if (within === 'titles') return [{ match: anywhere, tier: 2, width: width * 2 }, ...more];
  const each = phrases.map(({ words, open }) => `"${words.join(' ')}"${open ? ' *' : ''}`);
  return [
    { match: anywhere, tier: 1, width: width * 2 },
    { match: toMatch({ keys: [], phrases: [joined(phrases)] }) ?? '""', tier: 3, width },
    { match: `words : NEAR(${each.join(' ')}, ${NEAR_WORDS})`, tier: 2, width },
    ...more,
  ];
}

/** All the words as one phrase. */
const joined = (phrases: readonly Phrase[]): Phrase => ({
  words: phrases.flatMap(({ words }) => words),
  open: phrases.at(-1)?.open ?? false,
});

/** What must occur in `' ' || words || ' '` for the words to stand together. */
const needleOf = (phrases: readonly Phrase[]): string =>
  toNeedles({ keys: [], phrases: [joined(phrases)] }).words[0] ?? '';

/** A word on record, and how common it is. */
export interface CommonWord {
  term: string;
  n: number;
}

const termsOf = (noun: 'quote' | 'person' | 'visit' | 'engagement') =>
  `SELECT * FROM (SELECT term, doc AS n FROM ${noun}_terms WHERE term >= ?1 AND term < ?2 AND col = 'words' LIMIT ?3)`;

/**
 * Words that begin as given: of people all, of quotes those of a sample, with how many have each. Cheap, but a small
 * record's sample has few words.
 */
export const readSampledWords = (db: Reader, beginnings: readonly string[], most: number) =>
  readWords(db, beginnings, most, [
    'SELECT * FROM (SELECT term, n FROM word WHERE term >= ?1 AND term < ?2 LIMIT ?3)',
    termsOf('person'),
  ]);

/** The same of all quotes, and of all titles: the indexes count every occurrence of every word that begins so. */
export const readIndexedWords = (db: Reader, beginnings: readonly string[], most: number) =>
  readWords(db, beginnings, most, [
    termsOf('quote'),
    termsOf('person'),
    termsOf('visit'),
    termsOf('engagement'),
  ]);

async function readWords(
  db: Reader,
  beginnings: readonly string[],
  most: number,
  lists: readonly string[],
): Promise<CommonWord[][]> {
  return (await db.batch(
    beginnings.map((beginning) => ({
      sql: `SELECT term, sum(n) AS n FROM (${lists.join(' UNION ALL ')}) GROUP BY term`,
      binds: [beginning, `${beginning}\uffff`, most],
    })),
  )) as CommonWord[][];
}
