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
  /** The words as they were typed, small ones too, as one run: what has them so stands together. */
  run?: readonly string[] | null;
  /** A key that is worth as much as words standing together, where titles are sought. */
  better?: string | null;
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
/** More ways to spell a search than these are sought anywhere, but not together. */
const MOST_SPELLINGS = 6;
/** As many as D1 joins in one go; more are joined in groups. */
const MOST_JOINED = 5;

/**
 * What is found in all hunts together, best first, at least the `bodies` best with their bodies; with the revision, and
 * whether one of `named` answers to another id now. One statement, which reads some three rows for each candidate.
 */
export async function readFound(
  db: Reader,
  hunts: readonly Hunt[],
  bodies: number,
  named: readonly Named[] = [],
  order: 'rank' | 'day' = 'rank',
): Promise<{ revision: number; found: Found[]; moved: boolean }> {
  const binds: (string | number)[] = [bodies];
  const bind = (value: string | number) => `?${binds.push(value)}`;
  const candidates = hunts.length === 0 ? [NOBODY] : hunts.map((hunt) => candidatesOf(hunt, bind));
  // The least score among the best is what bodies are given by: numbering the rows would read each twice more.
  const [first, ...found] = await db.all<Found>({
    sql: `WITH found AS MATERIALIZED (${grouped(candidates)}),
            best AS (SELECT ${order === 'rank' ? 'min(score)' : 'max(ord)'} AS least
                     FROM (SELECT score, ord FROM found ORDER BY ${order === 'rank' ? 'score DESC' : 'ord'} LIMIT ?1))
          SELECT NULL AS noun, ${movedAmong(named, bind)} AS ord, value AS score, '' AS keys, NULL AS speaker, NULL AS body
          FROM counter WHERE name = 'revision'
          UNION ALL
          SELECT noun, ord, score, keys, speaker, CASE WHEN ${order === 'rank' ? 'score >= least' : 'ord <= least'} THEN body END
          FROM found, best`,
    binds,
  });
  return {
    revision: first?.score ?? 0,
    moved: first?.ord === 1,
    found:
      order === 'day'
        ? found.sort((a, b) => a.ord - b.ord)
        : found.sort((a, b) => b.score - a.score || a.ord - b.ord),
  };
}

/** Statements as one, never more than may be joined at a time. */
function grouped(statements: readonly string[]): string {
  if (statements.length <= MOST_JOINED) return statements.join(' UNION ALL ');
  const groups: string[] = [];
  for (let at = 0; at < statements.length; at += MOST_JOINED)
    groups.push(`SELECT * FROM (${statements.slice(at, at + MOST_JOINED).join(' UNION ALL ')})`);
  return groups.join(' UNION ALL ');
}

interface Tier {
  /** Null: whatever carries the hunt's keys. */
  match: string | null;
  tier: number;
  width: number;
}

/** Of people the better known before the less, as far as the record knows. */
const ON_RECORD = `coalesce(body ->> '$.counts.quotes' + body ->> '$.counts.engagements', 0)`;
const KNOWN = `0.9 * ${ON_RECORD} / (${ON_RECORD} + 40.0) + 4.0 / (80 + length(words))`;
const SCORE = `40.0 / (80 + length(words)) + CASE WHEN instr(keys, 'sources:2') THEN 0.2 ELSE 0 END`;
const speakerOf = (noun: Noun) => (noun === 'quote' ? `body ->> '$.speaker'` : 'NULL');

type Bind = (value: string | number) => string;

/** What is found where nothing is hunted. */
const NOBODY = `SELECT NULL AS noun, NULL AS ord, NULL AS score, NULL AS keys, NULL AS speaker, NULL AS body WHERE 0`;

function candidatesOf(hunt: Hunt, bind: Bind): string {
  const { noun, keys, phrases, places, within, bonus, better } = hunt;
  const from = bind(places?.from ?? FIRST_PLACE);
  const until = bind(places?.until ?? LAST_PLACE);
  const carried = keys.map(toKeyMatch);
  const matching = ({ match }: Tier) =>
    `${noun}_index MATCH ${bind([...carried, ...(match === null ? [] : [match])].join(' AND '))}
     AND rowid >= CAST(${from} AS INTEGER) AND rowid < CAST(${until} AS INTEGER)`;
  const [tier, ...more] = tiersOf(hunt);
  const found =
    more.length === 0 ? oneTier(noun, tier, matching) : severalTiers(noun, [tier, ...more], matching);
  const together =
    within === 'titles' && phrases.length > 1 && phrases.every(({ words }) => words.length > 0)
      ? `instr(' ' || words || ' ', ${bind(needleOf(phrases))})`
      : '0';
  const kind =
    better == null ? '0' : `CASE WHEN instr(' ' || keys || ' ', ${bind(` ${better} `)}) THEN 1.5 ELSE 0 END`;
  return `SELECT '${noun}' AS noun, ord,
                 CASE WHEN ${together} THEN 3 ELSE tier END + ${kind} + ${bonus} + ${noun === 'person' ? KNOWN : SCORE} AS score, keys,
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

function tiersOf({ phrases, run = null, within, width, better = null }: Hunt): [Tier, ...Tier[]] {
  const anywhere = phrases.length === 0 ? null : toMatch({ keys: [], phrases });
  if (within === 'titles') {
    const all: Tier = {
      match: anywhere,
      tier: phrases.length < 2 ? 3 : 2,
      width: width * (phrases.length < 2 ? 1 : 2),
    };
    if (better === null) return [all];
    const kind = toKeyMatch(better);
    return [all, { ...all, match: anywhere === null ? kind : `${kind} AND ${anywhere}` }];
  }
  const worded = phrases.filter(({ keys }) => keys === undefined);
  const open = phrases.at(-1)?.open === true;
  const more: Tier[] = [];
  const runs = worded.length > 1 ? combined(worded) : [];
  const together = [...(run === null ? [] : [run]), ...runs.map((it) => it.flat())];
  const carried = phrases.filter(({ keys }) => keys !== undefined);
  const keyed = carried.length === 0 ? '' : `${toMatch({ keys: [], phrases: carried })} AND `;
  if (together.length > 0) {
    const either = together.map((words) => `"${words.join(' ')}"${open ? ' *' : ''}`).join(' OR ');
    more.push({ match: `${keyed}words : (${either})`, tier: 3, width });
  }
  if (runs.length > 0) {
    const near = runs.map((parts) => {
      const each = parts.map(
        (words, i) => `"${words.join(' ')}"${open && i === parts.length - 1 ? ' *' : ''}`,
      );
      return `NEAR(${each.join(' ')}, ${NEAR_WORDS})`;
    });
    more.push({ match: `${keyed}words : (${near.join(' OR ')})`, tier: 2, width });
  }
  if (more.length === 0) return [{ match: anywhere, tier: phrases.length < 2 ? 3 : 2, width }];
  return [{ match: anywhere, tier: worded.length > 1 ? 1 : 2, width: width * 2 }, ...more];
}

/** Ways to put one spelling of each phrase after another; the first few, beginning with all as typed. */
function combined(phrases: readonly Phrase[]): (readonly string[])[][] {
  let found: (readonly string[])[][] = [[]];
  for (const { words, or = [] } of phrases) {
    const spelt = words.length === 0 ? or : [words, ...or];
    found = spelt.flatMap((run) => found.map((before) => [...before, run])).slice(0, MOST_SPELLINGS);
  }
  return found;
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

/** Names before words: where both are as near to what was typed, a name is meant. */
const NAMES = termsOf('person').replace('doc AS n', 'doc + 1000000000 AS n');

/**
 * Words that begin as given: of people all, of quotes those of a sample, with how many have each. Cheap, but a small
 * record's sample has few words.
 */
export const readSampledWords = (db: Reader, beginnings: readonly string[], most: number) =>
  readWords(db, beginnings, most, [
    'SELECT * FROM (SELECT term, n FROM word WHERE term >= ?1 AND term < ?2 LIMIT ?3)',
    NAMES,
  ]);

/** The same of all quotes, and of all titles: the indexes count every occurrence of every word that begins so. */
export const readIndexedWords = (db: Reader, beginnings: readonly string[], most: number) =>
  readWords(db, beginnings, most, [termsOf('quote'), NAMES, termsOf('visit'), termsOf('engagement')]);

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
