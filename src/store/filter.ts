import { foldWords } from '../model/fold.ts';
import { PUBLISHED_IN, periodsOf, STATED } from '../model/periods.ts';

/** Words that must stand together; `open`: the last may be the beginning of a word. */
export interface Phrase {
  words: readonly string[];
  open: boolean;
  /** Runs of words that are as good, and keys: one of all is enough. With `keys`, `words` may be empty. */
  or?: readonly (readonly string[])[];
  keys?: readonly string[];
}

/**
 * What entries of a list must carry: every key ("speaker:jens-stoltenberg"), of each group of `anyOf` one key at least,
 * and every phrase. A key with several values, separated by commas ("topic:china,nato"), is carried by whatever has one of
 * them.
 */
export interface Filter {
  keys: readonly string[];
  anyOf?: readonly (readonly string[])[];
  phrases: readonly Phrase[];
}

/** The keys of the filters that are given, as the index has them: `{speaker: 'a'}` is `["speaker:a"]`. */
export function keysOf(filters: Record<string, string | undefined>): string[] {
  return Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}:${value}`],
  );
}

/** The days a list may be narrowed by, both ends inclusive. */
export interface DaysAsked {
  from?: string | undefined;
  to?: string | undefined;
  published_from?: string | undefined;
  published_to?: string | undefined;
}

/**
 * The filter of a list: by its named filters, by words as typed, and by days. Entries stand in lists under the day of
 * their first publication where no document states one; `from` and `to` are about stated days only.
 */
export function filterBy(
  filters: Record<string, string | undefined>,
  { from, to, published_from, published_to }: DaysAsked,
  typed: string | undefined,
): Filter {
  const stated = from !== undefined || to !== undefined;
  const published = published_from !== undefined || published_to !== undefined;
  return {
    keys: [...keysOf(filters), ...(stated ? [STATED] : [])],
    ...(published && {
      anyOf: [periodsOf(published_from ?? null, published_to ?? null).map((it) => PUBLISHED_IN + it)],
    }),
    phrases: typed === undefined ? [] : readPhrases(typed),
  };
}
/** The keys of which one is enough: "topic:china,nato" is `topic:china` or `topic:nato`. */
export function eitherOf(key: string): string[] {
  const colon = key.indexOf(':');
  return key
    .slice(colon + 1)
    .split(',')
    .map((value) => `${key.slice(0, colon)}:${value}`);
}

/** One key in FTS5's language. */
export const toKeyMatch = (key: string): string => `keys : (${eitherOf(key).map(quoted).join(' OR ')})`;

/** A shorter beginning of a word would make the index merge a large part of its vocabulary. */
const SHORTEST_BEGINNING = 3;

/** Reads a search as typed: "in quotation marks" stands together, the last word may be unfinished. */
export function readPhrases(typed: string): Phrase[] {
  const phrases: Phrase[] = [];
  for (const [i, part] of typed.split(/["\u201c\u201d\u201e\u00ab\u00bb]/).entries()) {
    const words = foldWords(part);
    if (words.length === 0) continue;
    if (i % 2 === 1) phrases.push({ words, open: false });
    else phrases.push(...words.map((word) => ({ words: [word], open: false })));
  }
  const last = phrases.at(-1);
  const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(typed);
  if (last !== undefined && unfinished && (last.words.at(-1)?.length ?? 0) >= SHORTEST_BEGINNING) {
    phrases[phrases.length - 1] = { ...last, open: true };
  }
  return phrases;
}

/**
 * The filter in FTS5's language, or null where nothing is asked. Every token is quoted, so nothing typed is ever read
 * as an operator or a column.
 */
export function toMatch({ keys, anyOf = [], phrases }: Filter): string | null {
  const terms = [
    ...keys.map(toKeyMatch),
    ...anyOf.map((group) => `keys : (${group.map(quoted).join(' OR ')})`),
    ...phrases.map(toPhraseMatch),
  ];
  return terms.length === 0 ? null : terms.join(' AND ');
}

function toPhraseMatch({ words, open, or = [], keys = [] }: Phrase): string {
  const runs = [
    ...(words.length === 0 ? [] : [`${quoted(words.join(' '))}${open ? ' *' : ''}`]),
    ...or.map((run) => quoted(run.join(' '))),
  ];
  const [only] = runs;
  const said = runs.length === 1 ? `words : ${only}` : `words : (${runs.join(' OR ')})`;
  if (keys.length === 0) return said;
  const carried = `keys : (${keys.map(quoted).join(' OR ')})`;
  return runs.length === 0 ? carried : `(${said} OR ${carried})`;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/**
 * What must occur in `' ' || keys || ' '` (of each list one) and in `' ' || words || ' '` for the filter to hold, where
 * no index helps.
 */
export function toNeedles({ keys, anyOf = [], phrases }: Filter): { keys: string[][]; words: string[] } {
  return {
    keys: [...keys.map(eitherOf), ...anyOf].map((group) => group.map((key) => ` ${key} `)),
    words: phrases.map(({ words, open }) => ` ${words.join(' ')}${open ? '' : ' '}`),
  };
}
