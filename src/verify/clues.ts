import type { Clue } from '../store/verify.ts';
import type { Asked } from './asked.ts';
import { spellingsOf } from './spelling.ts';
import { indexedWords } from './words.ts';

/** A word as the index may have it, in any of its spellings. */
export interface Term {
  forms: readonly string[];
}

/** The words of the text as the index has them, cut where the quoter left words out or put their own. */
export function termsOf({ text, words }: Asked): Term[][] {
  const stretches: Term[][] = [[]];
  let printed = -1;
  for (const word of words) {
    if (word.aside || word.gapBefore) stretches.push([]);
    if (word.aside || word.start === printed) continue;
    printed = word.start;
    const folded = indexedWords(text.slice(word.start, word.end));
    stretches.at(-1)?.push(...folded.map((term) => ({ forms: spellingsOf(term) })));
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

/** The most forms whose commonness is asked for. */
const MOST_ASKED = 300;
/** How common a word is taken to be that was not asked for: too common to be asked for alone. */
const NOT_ASKED = 100;

/** Every form of every word, each once: what has to be known the commonness of. Of a long text a part, spread over it. */
export function formsOf(stretches: readonly Term[][]): string[] {
  const all = [...new Set(stretches.flat().flatMap(({ forms }) => forms))];
  const step = Math.min(MOST_ASKED / all.length, 1);
  return all.filter((_, at) => Math.floor((at + 1) * step) > Math.floor(at * step));
}

/** A kind of clue: how many of it at most, and of how many words. */
interface Kind {
  most: number;
  size: number;
}
/** Words side by side. */
const WINDOWS: readonly Kind[] = [
  { most: 8, size: 6 },
  { most: 8, size: 3 },
  { most: 8, size: 2 },
];
/** Rare words in one quote, in any order. */
const TOGETHER: readonly Kind[] = [
  { most: 6, size: 3 },
  { most: 4, size: 2 },
  { most: 4, size: 1 },
];
/** Pairs that are asked for together: more would only cost. */
const MOST_PAIRS = 8;
const MOST_WHOLE = 4;
/** In a long text every part gets its share of clues: it may be joined from several quotes. */
const PART = 25;
/** Words in more quotes of the sample than this are not asked for alone: the index would step through too many. */
const RARE = 64;
/** Rare words of a part that are tried together. */
const MOST_RARE = 8;
/** Clues that are asked again for the speaker alone. */
const MOST_THEIRS = 10;

type TellingOf = (term: Term) => number;

/**
 * Questions to the indexes that the quotes most like the text answer: its words side by side, whole and in windows, and
 * its rare words in one quote. `found`: how common the forms of `formsOf` are (absent: in no quote); `speakers`: whoever
 * is asked about is also asked for alone.
 */
export function cluesOf(
  stretches: readonly Term[][],
  found: ReadonlyMap<string, number>,
  speakers: readonly string[],
): Clue[] {
  const asked = new Set(formsOf(stretches));
  const unasked = stretches.flat().flatMap(({ forms }) => forms.filter((form) => !asked.has(form)));
  const counts = new Map([...found, ...unasked.map((form) => [form, NOT_ASKED] as const)]);
  const known = stretches.flatMap((stretch) => onRecord(stretch, counts));
  const tellingOf: TellingOf = ({ forms }) => telling(forms, counts);
  const isShort = known.reduce((sum, { length }) => sum + length, 0) <= 6;
  const whole = known
    .filter(({ length }) => length > 1)
    .map((stretch) => sideBySide(stretch, true, tellingOf))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WHOLE);
  const windows = WINDOWS.flatMap((kind) => windowsOf(known, kind, isShort, tellingOf));
  const isRare = ({ forms }: Term) => forms.every((form) => (counts.get(form) ?? 0) <= RARE);
  const parts = partsOf(known.flat());
  const together = TOGETHER.flatMap((kind) =>
    parts.flatMap((part) =>
      inOneQuote(part.filter(isRare), { ...kind, most: Math.ceil(kind.most / parts.length) }, tellingOf),
    ),
  );
  const pairs = [...whole, ...windows];
  const theirs = speakers.length === 0 ? [] : pairs.slice(0, MOST_THEIRS).map((clue) => by(speakers, clue));
  return once([...pairs, ...theirs, ...together]);
}

/** Cut at words that stand in no quote, each word with the forms that do. */
function onRecord(stretch: readonly Term[], counts: ReadonlyMap<string, number>): Term[][] {
  const parts: Term[][] = [[]];
  for (const { forms } of stretch) {
    const known = forms.filter((form) => counts.has(form));
    if (known.length === 0) parts.push([]);
    else parts.at(-1)?.push({ forms: known });
  }
  return parts.filter((part) => part.length > 0);
}

/** How much a word tells: near 1 for a rare one, little for a common one; of equals a longer one more. */
function telling(forms: readonly string[], counts: ReadonlyMap<string, number>): number {
  const n = forms.reduce((sum, form) => sum + (counts.get(form) ?? 0), 0);
  return 1 / (1 + Math.log2(1 + n)) + Math.min(forms[0]?.length ?? 0, 12) / 100;
}

const quoted = (text: string) => `"${text.replaceAll('"', '')}"`;
const anyOf = (texts: readonly string[]) =>
  texts.length === 1 ? (texts[0] as string) : `(${texts.join(' OR ')})`;
const worth = (terms: readonly Term[], tellingOf: TellingOf) =>
  terms.reduce((sum, term) => sum + tellingOf(term), 0);

/** The words side by side, by the pairs that tell most. */
function sideBySide(terms: readonly Term[], isWide: boolean, tellingOf: TellingOf): Clue {
  const pairs = terms.slice(1).map((term, at) => [terms[at] as Term, term] as const);
  const telling = pairs
    .sort((a, b) => worth(b, tellingOf) - worth(a, tellingOf))
    .slice(0, MOST_PAIRS)
    .map(([a, b]) =>
      anyOf(a.forms.flatMap((first) => b.forms.map((second) => quoted(`${first}_${second}`)))),
    );
  return { index: 'pairs', match: telling.join(' AND '), isWide, weight: worth(terms, tellingOf) * 2 };
}

const by = (speakers: readonly string[], clue: Clue): Clue => ({
  ...clue,
  match: `${anyOf(speakers.map((id) => quoted(`speaker:${id}`)))} AND ${clue.match}`,
});

/** The windows of so many words that tell most, spread over the text. */
function windowsOf(stretches: readonly Term[][], kind: Kind, isWide: boolean, tellingOf: TellingOf): Clue[] {
  const windows = stretches.flatMap((stretch) =>
    Array.from({ length: Math.max(stretch.length - kind.size + 1, 0) }, (_, at) =>
      stretch.slice(at, at + kind.size),
    ),
  );
  const parts = partsOf(windows);
  const share = Math.ceil(kind.most / Math.max(parts.length, 1));
  return parts
    .flatMap((part) => best(part, share, tellingOf))
    .slice(0, kind.most)
    .map((window) => sideBySide(window, isWide, tellingOf));
}

/** The rarest words of a part, so many of them in one quote. */
function inOneQuote(part: readonly Term[], kind: Kind, tellingOf: TellingOf): Clue[] {
  const different = [...new Map(part.map((term) => [term.forms[0] as string, term])).values()];
  const rarest = different.sort((a, b) => tellingOf(b) - tellingOf(a)).slice(0, MOST_RARE);
  return best(choose(rarest, kind.size), kind.most, tellingOf).map((terms) => ({
    index: 'words',
    match: `words : (${terms.map(({ forms }) => anyOf(forms.map(quoted))).join(' AND ')})`,
    isWide: false,
    weight: worth(terms, tellingOf),
  }));
}

/** The sets of words that tell most, no word in more than a third of them: any one word may be the quoter's. */
function best(sets: readonly Term[][], most: number, tellingOf: TellingOf): Term[][] {
  const ranked = sets
    .map((terms) => ({ terms, worth: worth(terms, tellingOf) }))
    .sort((a, b) => b.worth - a.worth);
  const used = new Map<Term, number>();
  const cap = Math.max(Math.ceil(most / 3), 1);
  const chosen: Term[][] = [];
  for (const { terms } of ranked) {
    if (chosen.length === most) break;
    if (terms.some((term) => (used.get(term) ?? 0) >= cap)) continue;
    for (const term of terms) used.set(term, (used.get(term) ?? 0) + 1);
    chosen.push(terms);
  }
  return chosen;
}

function partsOf<T>(all: readonly T[]): T[][] {
  const count = Math.min(Math.max(Math.round(all.length / PART), 1), 8);
  const size = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, nth) => all.slice(nth * size, (nth + 1) * size)).filter(
    (part) => part.length > 0,
  );
}

function choose<T>(from: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return from.flatMap((first, at) => choose(from.slice(at + 1), size - 1).map((rest) => [first, ...rest]));
}

const once = (clues: readonly Clue[]) => [...new Map(clues.map((clue) => [clue.match, clue])).values()];
