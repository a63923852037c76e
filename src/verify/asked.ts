import { isNumberKey } from './numbers.ts';
import { isNegator } from './senses.ts';
import { readWords, type Word } from './words.ts';

/** A word of the text that is asked about. */
export interface AskedWord extends Word {
  /** The quoter says that words are left out before it ("…"), or put words of their own in brackets there. */
  gapBefore: boolean;
  /** Stands in brackets, or outside the quotation marks with "he said": the quoter's own word. */
  aside: boolean;
}

/** The text that is asked about, read. `text` is what the offsets of the words count in. */
export interface Asked {
  text: string;
  words: readonly AskedWord[];
}

const ELISION =
  /\[\s*(?:…|\.\s?\.\s?\.\s?\.?)\s*\]|\(\s*(?:…|\.\s?\.\s?\.\s?\.?)\s*\)|…|\.\s?\.\s?\.(?:\s?\.)?/gu;
const SIC = /\[\s*sic\s*[.!]?\s*\]/giu;
const BRACKETS = /\[[^[\]]{1,200}\]/gu;
const QUOTED = /[“„«»”"]([^“„«»”"]+)[”“»«"]/gu;
const REPORTING =
  /(?<!\p{L})(?:said|says|saying|added|adds|told|stressed|continued|noted|explained|emphasi[sz]ed|underlined|warned|declared|stated|argued|insisted|commented|concluded|wrote|remarked|asked|replied|announced|tweeted|posted)(?!\p{L})/iu;
/** In a headline without quotation marks only these: "continued" or "noted" may be what was said. */
const HEADLINE =
  /^(?:says|said|warns|warned|tells|told|insists|vows|vowed)(?!\p{L})|(?<!\p{L})(?:says|said|warns|warned|insists|vows|vowed)$/iu;
const LONGEST_HEADLINE = 6;
/** More words than these are no "he said". */
const LONGEST_ATTRIBUTION = 12;

/** Reads the text that is asked about: what its quoter marks as left out or as their own is told apart. */
export function readAsked(given: string): Asked {
  const text = given.replace(SIC, '');
  const elisions = [...text.matchAll(ELISION)].map((match) => match.index);
  const asides = [
    ...[...text.matchAll(BRACKETS)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      isGap: true,
    })),
    ...outsideMarks(text),
    ...attributions(text),
  ];
  let before = 0;
  let gap = false;
  const read = readWords(text);
  const words = read.map((word): AskedWord => {
    const aside = asides.find(({ start, end }) => word.start >= start && word.end <= end);
    const elided = elisions.some((at) => at >= before && at < word.start);
    before = word.end;
    const gapBefore = gap || elided;
    gap = aside?.isGap === true || (aside !== undefined && gapBefore);
    return { ...word, gapBefore, aside: aside !== undefined };
  });
  // A "not" or a number put in brackets is judged as if it had been quoted.
  const mayBeAside = (at: number) => !isNumberKey(words[at]?.key ?? '') && !isNegator(words, at);
  return { text, words: words.map((word, at) => ({ ...word, aside: word.aside && mayBeAside(at) })) };
}

/** "Minister Alpha: " before the words, ", says Minister Alpha" behind them: as headlines have it. */
function attributions(text: string): { start: number; end: number; isGap: boolean }[] {
  const before = /^[^:.!?…]{1,80}:(?=\s)/u.exec(text)?.[0] ?? '';
  const end = text.replace(/[.!?]?\s{0,20}$/u, '');
  const last = Math.max(...[',', '–', '—', '-'].map((mark) => end.lastIndexOf(mark)));
  const behind = end.slice(last + 1).trim();
  const found = [];
  if (isShort(before, LONGEST_HEADLINE)) found.push({ start: 0, end: before.length, isGap: false });
  if (last >= 0 && isShort(behind, LONGEST_HEADLINE) && HEADLINE.test(behind))
    found.push({ start: last, end: text.length, isGap: false });
  return found;
}

const isShort = (part: string, most: number) =>
  /\p{L}/u.test(part) && part.trim().split(/\s+/).length <= most;

/** What stands outside quotation marks, if all of it is short and says who speaks ("he said", "Minister Alpha:"). */
function outsideMarks(text: string): { start: number; end: number; isGap: boolean }[] {
  const quoted = [...text.matchAll(QUOTED)];
  const outside: { start: number; end: number; isGap: boolean }[] = [];
  let from = 0;
  for (const match of quoted) {
    outside.push({ start: from, end: match.index, isGap: false });
    from = match.index + match[0].length;
  }
  outside.push({ start: from, end: text.length, isGap: false });
  const spoken = outside
    .map(({ start, end }) => text.slice(start, end))
    .filter((part) => /\p{L}/u.test(part));
  const isAttribution =
    quoted.length > 0 &&
    spoken.some((part) => REPORTING.test(part) || /:\s*$/.test(part)) &&
    spoken.every((part) => isShort(part, LONGEST_ATTRIBUTION));
  return isAttribution ? outside : [];
}
