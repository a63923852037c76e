import { foldWords } from '../model/fold.ts';
import { peopleCalled } from '../register/called.ts';
import { placeCalled } from '../register/places.ts';
import { type Phrase, readPhrases } from '../store/filter.ts';
import { type Time, timeIn } from './days.ts';
import { LONGEST_RUN, modelSpellings, otherSpellings } from './spellings.ts';
import { ABOUT, ASK, type Ask, OPENERS, type Sought, STOP } from './words.ts';

/** A person, a place or words that a search names. */
export type Part =
  | { is: 'person'; typed: string; ids: string[]; words: string[]; about: boolean }
  | {
      is: 'place';
      typed: string;
      about: boolean;
      place: NonNullable<ReturnType<typeof placeCalled>>;
      words: string[];
    }
  | { is: 'words'; phrase: Phrase };

/** What somebody typing this means, as far as it can be told without looking at the record. */
export interface Question {
  parts: Part[];
  /** The kind of entry that is asked for, the first if several are; null if none is. */
  wanted: Ask | null;
  time: Time | null;
  /** The words of `time`. */
  timeWords: string[];
  /** All the words as one run, where none stood in quotation marks; null for a single one. */
  run: string[] | null;
}

/** A name or office that more people than these may be meant by says nobody in particular. */
const MOST_PEOPLE = 12;
const LONGEST_NAME = 6;
/** Whoever types more than this pastes a text: its words are sought as they are. */
const MOST_TOKENS = 24;
const QUOTATION_MARKS = /["\u201c\u201d\u201e\u00ab\u00bb]/;

interface Token {
  text: string;
  words: string[];
  /** Stands in capitals among words that do not: "US" and "us", "WHO" and "who" are not the same. */
  capitals: boolean;
}

/** Reads a search as typed. Always gives a part at least, if there is a word: a search that only asks is for its words. */
export function readQuestion(typed: string): Question {
  const pieces = typed.split(QUOTATION_MARKS);
  const quoted = pieces.flatMap((piece, i): Part[] => {
    const words = i % 2 === 1 ? foldWords(piece) : [];
    return words.length === 0 ? [] : [{ is: 'words', phrase: { words, open: false } }];
  });
  const tokens = tokensOf(pieces.filter((_, i) => i % 2 === 0).join(' '));
  const all = tokens.flatMap(({ words }) => words);
  const literal = (): Question => ({
    parts: readPhrases(typed).map((phrase) => ({ is: 'words', phrase })),
    wanted: null,
    time: null,
    timeWords: [],
    run: pieces.length === 1 && all.length > 1 ? all : null,
  });
  if (tokens.length > MOST_TOKENS) return literal();
  const time = timeIn(all);
  const asks: Ask[] = [];
  const parts = [...quoted, ...partsOf(tokens, time, /[\p{L}\p{N}\p{M}]$/u.test(typed), asks)];
  // "Who spoke with X by phone": the more exact word of two.
  const wanted =
    asks.find(({ noun, kind }) => noun === asks[0]?.noun && kind !== 'meeting') ?? asks[0] ?? opened(all);
  if (parts.length === 0 && (time === null || wanted?.noun === 'person')) return literal();
  return {
    parts,
    wanted,
    time,
    timeWords: time === null ? [] : all.slice(time.at, time.at + time.length),
    run: pieces.length === 1 && all.length > 1 ? all : null,
  };
}

function tokensOf(typed: string): Token[] {
  const shouted = typed === typed.toUpperCase() && /\s/.test(typed.trim());
  return typed.split(/[\s,;/]+/).flatMap((raw) => {
    const text = raw.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}.]+$/gu, '');
    const words = foldWords(text);
    const capitals = !shouted && text.length > 1 && text === text.toUpperCase() && /\p{Lu}/u.test(text);
    return words.length === 0 ? [] : [{ text, words, capitals }];
  });
}

/** What a question without a verb of asking is for. */
function opened([first = '', second = '']: readonly string[]): Ask | null {
  if (first === 'how' && (second === 'many' || second === 'much')) return { noun: 'figure', kind: null };
  if (first === 'who' && (second === 'is' || second === 'was')) return { noun: 'person', kind: null };
  return null;
}

function partsOf(tokens: readonly Token[], time: Time | null, unfinished: boolean, asks: Ask[]): Part[] {
  const parts: Part[] = [];
  let about = false;
  let at = 0;
  /** Where among all words a token begins. */
  const begins = tokens.map((_, i) => tokens.slice(0, i).reduce((sum, { words }) => sum + words.length, 0));
  const isTime = (i: number) =>
    time !== null && (begins[i] ?? -1) >= time.at && (begins[i] ?? 0) < time.at + time.length;
  const isSmall = ({ words: [word = ''], capitals, words }: Token) =>
    !capitals &&
    words.length === 1 &&
    (STOP.has(word) || ASK.has(word) || OPENERS.has(word) || ABOUT.has(word));
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (isTime(at)) {
      at += 1;
      continue;
    }
    const named = nameAt(tokens, at, isTime, isSmall);
    if (named !== null) {
      parts.push({ ...named.part, about });
      at += named.length;
      continue;
    }
    const [word = ''] = token.words;
    const next = tokens[at + 1]?.words[0];
    const lone = token.words.length === 1 && !token.capitals;
    const ask = lone && !about ? ASK.get(word) : undefined;
    if (word === 'press' && next?.startsWith('conference') && !about) {
      asks.push({ noun: 'engagement', kind: 'press_conference' });
      at += 2;
      continue;
    }
    if (lone && ABOUT.has(word) && !isTime(at + 1)) about = true;
    else if (ask !== undefined) asks.push(ask);
    else if (!isSmall(token)) {
      const run = runAt(tokens, at, isTime);
      const last = at + run.length === tokens.length;
      parts.push({ is: 'words', phrase: { ...run.phrase, open: last && unfinished && word.length >= 3 } });
      at += run.length;
      continue;
    }
    at += 1;
  }
  return parts;
}

type Named = { part: Part & { is: 'person' | 'place' }; length: number };

/** The longest name of a person or place, or office, that begins at a token. */
function nameAt(
  tokens: readonly Token[],
  at: number,
  isTime: (i: number) => boolean,
  isSmall: (token: Token) => boolean,
): Named | null {
  for (let length = Math.min(LONGEST_NAME, tokens.length - at); length > 0; length--) {
    const span = tokens.slice(at, at + length);
    if (isSmall(span[0]!) || isSmall(span.at(-1)!) || span.some((_, i) => isTime(at + i))) continue;
    const typed = span.map(({ text }) => text).join(' ');
    const words = span.flatMap((token) => token.words);
    const place = placeCalled(typed);
    if (place !== null) return { part: { is: 'place', typed, words, place, about: false }, length };
    const people = peopleCalled(typed);
    if (people.length > 0 && people.length <= MOST_PEOPLE) {
      const ids = people.map(({ id }) => id);
      return { part: { is: 'person', typed, ids, words, about: false }, length };
    }
  }
  return null;
}

/** The words at a token, with what else they may be spelt like. */
function runAt(
  tokens: readonly Token[],
  at: number,
  isTime: (i: number) => boolean,
): { phrase: Phrase; length: number } {
  for (let length = Math.min(LONGEST_RUN, tokens.length - at); length > 1; length--) {
    const span = tokens.slice(at, at + length);
    if (span.some((_, i) => isTime(at + i))) continue;
    const words = span.flatMap((token) => token.words);
    const model = modelSpellings(span.map(({ text }) => text).join(' '));
    const or = model.length > 0 && length === 2 && !STOP.has(words[0] ?? '') ? model : otherSpellings(words);
    if (or.length > 0) return { phrase: { words, open: false, or: others(or, words) }, length };
  }
  const { text, words } = tokens[at]!;
  const model = modelSpellings(text);
  const joined = words.length > 1 && model.length === 0 ? [[words.join('')]] : [];
  const or = others([...model, ...joined, ...otherSpellings(words)], words);
  return { phrase: { words, open: false, ...(or.length > 0 && { or }) }, length: 1 };
}

/** "Russia’s" stands in the index as "russias". */
const possessive = (words: readonly string[]) =>
  words.map((word, i) => (i === words.length - 1 ? `${word}s` : word));

const others = (runs: readonly string[][], words: readonly string[]) =>
  runs.filter((run) => run.join(' ') !== words.join(' '));

const SPEAKER_KEY: Record<Sought, string> = {
  person: 'speaker',
  visit: 'visitor',
  engagement: 'person',
  quote: 'speaker',
  figure: 'person',
};
export const speakerKey = (noun: Sought) => SPEAKER_KEY[noun];

/** What entries of a noun must have for a part of a question: words, or what stands for them. */
export function phraseFor(noun: Sought, part: Part, wanted: Ask | null): Phrase {
  if (part.is === 'words') return part.phrase;
  const { words, about } = part;
  if (part.is === 'person') {
    // Of a name that is typed in part or whole its own words are enough.
    const names = part.ids.map((id) => id.split('-'));
    const called = names.filter((name) => !words.every((word) => name.includes(word)));
    if (noun === 'person') return { words, open: false, or: called };
    if (about) return { words, open: false, or: [possessive(words), ...called] };
    const keys = part.ids.map((id) => `${SPEAKER_KEY[noun]}:${id}`);
    // "What did X say": X's own words, not those that others say of X.
    return noun === 'quote' && wanted?.noun === 'quote'
      ? { words: [], open: false, keys }
      : { words, open: false, or: [possessive(words)], keys };
  }
  const { place } = part;
  // "US" and "us" are one word in the index, and the other one is everywhere.
  const names = place.names
    .map((name) => foldWords(name.replace(/^the /i, '')))
    .filter((run) => run.length > 0 && run.join() !== 'us');
  const runs = [...others(names, words), possessive(words)];
  const or = [...new Map(runs.map((run) => [run.join(' '), run])).values()];
  const own = words.join() === 'us' ? [] : words;
  const keys =
    about || !place.named || noun === 'figure' || noun === 'person' ? [] : placeKeys(noun, part.place);
  return { words: own, open: false, or, ...(keys.length > 0 && { keys }) };
}

function placeKeys(noun: Sought, place: (Part & { is: 'place' })['place']): string[] {
  const countries = place.countries.map((code) => `country:${code}`);
  // Quotes carry the country they were said in, and no town.
  if (place.kind === 'country') return countries;
  if (noun === 'quote') return [];
  const cities = place.cities.map((id) => `city:${id}`);
  return noun === 'engagement' ? [...cities, ...place.venues.map((id) => `place:${id}`)] : cities;
}
