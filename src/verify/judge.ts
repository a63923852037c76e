import { type Alignment, align, commonWords, occurrences, runsOf, withoutStrays } from './align.ts';
import type { Asked, AskedWord } from './asked.ts';
import { contentOf } from './content.ts';
import { isKnownName } from './names.ts';
import { isNumberKey } from './numbers.ts';
import { reread } from './reread.ts';
import { isNegator, list, losesSense, type Run } from './senses.ts';
import { readUtterance, type SaidWord, type Utterance } from './utterance.ts';

/** How the text stands to one utterance; `other` is no verdict, only likeness. */
export type Likeness = 'verbatim' | 'spliced' | 'altered' | 'other';

/** The text judged against one utterance. */
export interface Judged {
  /** The text as it was read beside this utterance. */
  asked: Asked;
  utterance: Utterance;
  said: readonly SaidWord[];
  likeness: Likeness;
  /** 0–1: the words that agree in order, of all words of the text and all joints between them. */
  similarity: number;
  /** For every word of the text the word of the utterance it is, or -1. */
  map: Alignment;
}

/** Six in ten of the words, and of those that say something, in order, make it the same statement altered. */
const ALTERED = 0.6;
/** Fewer words that say something make no statement, unless they are all there are. */
const LEAST_CONTENT = 3;
/** Of so many words all but one may do: a statement of two or three plain words with one of them changed. */
const ALL_BUT_ONE = 5;
/** Of so many words two at least stand together as they were said. */
const LONG = 6;
/** Utterances compared word by word: of those found the likeliest, and those that the text holds most of. */
const MOST_COMPARED = 8;
const MOST_HELD = 6;

/** Judges the text against each utterance that may be meant, the likeliest first. */
export function judgeEach(asked: Asked, utterances: readonly Utterance[]): Judged[] {
  const keys = wordsAsked(asked).map(({ key }) => key);
  if (keys.length === 0) return [];
  const read = utterances.map((utterance) => {
    const said = readUtterance(utterance.pieces);
    const saidKeys = said.map(({ key }) => key);
    const common = commonWords(keys, saidKeys);
    const isRun = common === keys.length && occurrences(keys, saidKeys).length > 0;
    return { utterance, said, common: isRun ? Number.POSITIVE_INFINITY : common };
  });
  const likeliest = read.sort((a, b) =>
    a.common === b.common ? a.said.length - b.said.length : b.common - a.common,
  );
  const shareOf = ({ common, said }: (typeof read)[number]) => common / said.length;
  const held = likeliest.splice(MOST_COMPARED).sort((a, b) => shareOf(b) - shareOf(a));
  return [...likeliest, ...held.slice(0, MOST_HELD)]
    .map(({ utterance, said }) => judgeOne(asked, utterance, said))
    .sort((a, b) => rankOf(a.likeness) - rankOf(b.likeness) || b.similarity - a.similarity);
}

const RANK: Record<Likeness, number> = { verbatim: 0, spliced: 1, altered: 2, other: 3 };
export const rankOf = (likeness: Likeness) => RANK[likeness];

/** The words that are judged: those the quoter marks as their own are set aside. */
const wordsAsked = ({ words }: Asked) =>
  words.every((word) => word.aside) ? words : words.filter((word) => !word.aside);

/** The better of two readings: brackets as the quoter's own words, and as words that were said. */
function judgeOne(given: Asked, utterance: Utterance, said: readonly SaidWord[]): Judged {
  const asked = reread(given, [{ utterance, said }]);
  const aside = judgeWords(wordsAsked(asked), said);
  const best =
    wordsAsked(asked).length === asked.words.length ? aside : better(judgeWords(asked.words, said), aside);
  const map = new Int32Array(asked.words.length).fill(-1);
  let next = 0;
  for (const [i, word] of asked.words.entries()) {
    if (word === best.words[next]) map[i] = best.map[next++] as number;
  }
  return { asked, utterance, said, likeness: best.likeness, similarity: best.similarity, map };
}

interface Reading {
  words: readonly AskedWord[];
  map: Alignment;
  likeness: Likeness;
  similarity: number;
}

const better = (a: Reading, b: Reading) => {
  const by = rankOf(a.likeness) - rankOf(b.likeness) || b.similarity - a.similarity;
  return by <= 0 ? a : b;
};

function judgeWords(words: readonly AskedWord[], said: readonly SaidWord[]): Reading {
  const keys = words.map(({ key }) => key);
  const saidKeys = said.map(({ key }) => key);
  const runs = occurrences(keys, saidKeys);
  const whole = runs.find((run) => !losesSense(said, [run]));
  const first = whole ?? runs[0];
  if (first !== undefined) {
    const map = Int32Array.from(keys, (_, i) => first.from + i);
    const similarity = whole === undefined ? keys.length / (keys.length + 1) : 1;
    return { words, map, likeness: whole === undefined ? 'altered' : 'verbatim', similarity };
  }
  const laid = align(keys, saidKeys);
  const isSpliced = isSplice(words, laid) && !turnsSense(said, runsOf(laid)) && !swaps(words, laid, said);
  const map = isSpliced ? laid : withoutStrays(laid);
  const parts = runsOf(map);
  const agreeing = parts.reduce((sum, { from, to }) => sum + to - from, 0);
  const joints = Math.max(parts.length - 1, 0);
  const similarity = agreeing / (keys.length + joints);
  const standsTogether = keys.length < LONG || map.some((at, i) => at > 0 && i > 0 && map[i - 1] === at - 1);
  const isAltered =
    agreeing / keys.length >= ALTERED && agreeing > 1 && standsTogether && isThatStatement(keys, map, said);
  return { words, map, likeness: isSpliced ? 'spliced' : isAltered ? 'altered' : 'other', similarity };
}

/** Whether so much of what the text says agrees, and so near together, that a reader would take it for that statement. */
function isThatStatement(keys: readonly string[], map: Alignment, said: readonly SaidWord[]): boolean {
  const agreeing = keys.filter((_, i) => (map[i] as number) >= 0);
  const places = map.filter((at) => at >= 0);
  const span = (places.at(-1) ?? 0) - (places[0] ?? 0) + 1;
  if (span > keys.length * 2 + LONG && agreeing.length < keys.length) return false;
  const [content, all] = [contentOf(agreeing), contentOf(keys)];
  if (content === 0) return false;
  if (agreeing.length >= keys.length - 1 && span <= keys.length + 1) {
    const isNumber = content > 1 && agreeing.some(isNumberKey);
    const isMuch = keys.length >= ALL_BUT_ONE && (content > 1 || agreeing.some(isKnownName));
    if (isMuch || isNumber || isInPlace(keys, map, said)) return true;
  }
  const stretches = runsOf(map).filter(({ from, to }) => to - from >= ALL_BUT_ONE);
  if (stretches.some(({ from, to }) => contentOf(said.slice(from, to).map(({ key }) => key)) > 1))
    return true;
  const isEnough = content >= LEAST_CONTENT || (content === all && content > 1);
  return isEnough && content / all >= ALTERED;
}

/** Whether the one word that differs is a name or a number that stands where another was said. */
function isInPlace(keys: readonly string[], map: Alignment, said: readonly SaidWord[]): boolean {
  const at = map.indexOf(-1);
  const key = keys[at] ?? '';
  const place = at === 0 ? (map[1] ?? 0) - 1 : (map[at - 1] ?? -2) + 1;
  const there = said[place];
  return (
    keys.length > 2 &&
    there !== undefined &&
    ((isNumberKey(key) && isNumberKey(there.key)) || (isKnownName(key) && there.isName))
  );
}

const LISTING = list('and or the of');

/**
 * Whether words joined across a gap that no "…" marks put a number or a name where another stood: "spend 3 billion" of
 * "spend 2 billion on roads and 3 billion on tanks", "Russia must prevail" of "Russia must leave and Ukraine must prevail".
 */
export function swaps(
  words: readonly AskedWord[],
  map: Alignment,
  said: readonly Pick<SaidWord, 'key' | 'isName' | 'pause'>[],
): boolean {
  const names = (from: number, to: number) =>
    said.slice(from, to).some(({ key, isName }) => isName || isNumberKey(key));
  return words.some((word, i) => {
    const [a, b] = [map[i - 1] ?? -1, map[i] ?? -1];
    if (i === 0 || word.gapBefore || a < 0 || b <= a + 1) return false;
    if (names(a + 1, Math.min(a + 3, b)) && names(b, b + 2)) return true;
    // What was said of one is said of another, but for the others of a list.
    const isList = said.slice(a + 1, b).every((it) => it.isName || LISTING.has(it.key));
    if (names(a, a + 1) && names(b - 1, b) && !isList) return true;
    const isOneSentence = said[a]?.pause !== 'stop' && said[b - 1]?.pause !== 'stop';
    return isOneSentence && said[b - 1]?.key === said[a]?.key && names(a + 1, b);
  });
}

/** All words agree. Single words picked out of a speech are no splice: stretches of four words on the whole, where no "…" marks the joint. */
export function isSplice(words: readonly AskedWord[], map: Alignment): boolean {
  if (map.includes(-1)) return false;
  let unmarked = 0;
  for (let i = 1; i < words.length; i++) {
    if (map[i] !== (map[i - 1] as number) + 1 && words[i]?.gapBefore !== true) unmarked++;
  }
  return unmarked <= Math.max(words.length / 4, words.length > 3 ? 1 : 0);
}

/** A joint within a sentence that leaves out one of these, or a number, changes the statement. */
const LIMITING = list(
  'less fewer few little only almost nearly virtually perhaps maybe possibly probably likely allegedly reportedly ' +
    'approximately roughly partly',
);
/** So does one that leaves these out just before what they modify: "we may | close", "more than | 20,000". */
const MODIFYING = list("may might can could will would shall should must 'd more most than least some about");
/** Before a number only. */
const ROUNDING = list('over around above below under');
/** "We plan to | close" became a deed. */
const INTENDING =
  /^(?:want|plan|hope|need|seek|try|tri|intend|expect|agree|threaten|promi[sz]|pledg|offer|ha[ds]|have|ought)(?:e?[sd]|ed|ied)?$/;
const NEAR = 6;

/**
 * Whether words joined across gaps lose what governs them, or a number or a limiting word in their midst, or keep a
 * "not" without what it negates.
 */
export function turnsSense(said: readonly SaidWord[], runs: readonly Run[]): boolean {
  if (losesSense(said, runs)) return true;
  if (runs.some(({ to }) => to < said.length && isNegator(said, to - 1))) return true;
  return runs.slice(1).some(({ from }, nth) => {
    const to = runs[nth]?.to ?? from;
    const skipped = said.slice(to, from);
    const isWithin = said.slice(to - 1, from).every((word) => word.pause !== 'stop');
    return isWithin && skipped.length <= NEAR && isMissed(skipped, said[from]?.key ?? '');
  });
}

/** Whether what was left out before a word limits or turns the statement. */
function isMissed(skipped: readonly SaidWord[], kept: string): boolean {
  if (skipped.some(({ key }) => isNumberKey(key) || LIMITING.has(key))) return true;
  const [before, last] = [skipped.at(-2), skipped.at(-1)];
  if (last === undefined || last.pause !== 'none') return false;
  return (
    MODIFYING.has(last.key) ||
    (ROUNDING.has(last.key) && isNumberKey(kept)) ||
    (last.key === 'to' && INTENDING.test(before?.key ?? ''))
  );
}
