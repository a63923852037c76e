import { isNumberKey } from './numbers.ts';
import { pasted } from './pasted.ts';
import { isCondition, isNegator, list } from './senses.ts';
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
/** "[sic]", and the number of a note behind a word or at the end. */
const NOTES = /\[\s*sic\s*[.!]?\s*\]|(?<=[^\s[])\[\d{1,3}\]|\[\d{1,3}\]\s*$/giu;
const BRACKETS = /\[[^[\]]{1,200}\]/gu;
/** Of a text that begins or ends within quotation marks one of them may be missing. */
const QUOTED = /(?:[“„«»”"]|^(?=[^“„«»"”]+”))([^“„«»”"]+)(?:[”“»«"]|$)/gu;
export const REPORTING =
  /(?<!\p{L})(?:said|says|saying|added|adds|told|stressed|continued|noted|explained|emphasi[sz]ed|underlined|warned|declared|stated|argued|insisted|commented|concluded|wrote|remarked|asked|replied|announced|tweeted|posted)(?!\p{L})/iu;
/** In a headline without quotation marks only these: "continued" or "noted" may be what was said. */
const HEADLINE =
  /^(?:says|said|warns|warned|tells|told|insists|vows|vowed)(?!\p{L})|(?<!\p{L})(?:says|said|warns|warned|insists|vows|vowed)$/iu;
const LONGEST_HEADLINE = 6;
/** Of a text in capitals, or with none: names cannot be told by them. */
const LONGEST_LABEL = 3;
/** Fewer words than these, beside more in brackets, are no quote. */
const LEAST_QUOTED = 3;
/** More words than these are no "he said". */
const LONGEST_ATTRIBUTION = 12;

/** Reads the text that is asked about: what its quoter marks as left out or as their own is told apart. */
export function readAsked(given: string): Asked {
  const text = pasted(given).replace(NOTES, '');
  const elisions = [...text.matchAll(ELISION)].map((match) => match.index);
  const outside = outsideMarks(text);
  const others = [...outside, ...attributions(text)];
  let before = 0;
  let gap = false;
  const read = readWords(text);
  const bracketed = [...text.matchAll(BRACKETS)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  const quoted = read.filter((word) => !isIn(bracketed, word)).length;
  // Where next to nothing is left of a quote, the brackets are part of it.
  const brackets = quoted < LEAST_QUOTED && quoted * 2 < read.length ? [] : bracketed;
  const words = read.map((word): AskedWord => {
    const isBracketed = isIn(brackets, word);
    const aside = isBracketed || isIn(others, word);
    const elided = elisions.some((at) => at >= before && at < word.start);
    before = word.end;
    const gapBefore = gap || elided;
    gap = isBracketed || (aside && gapBefore);
    return { ...word, gapBefore, aside };
  });
  // A "not", an "if" or a number put in brackets is judged as if it had been quoted; outside the marks only a "not" is.
  const mayBeAside = (word: Word, at: number) =>
    !isNegator(words, at) &&
    (isIn(outside, word) || !(isNumberKey(word.key) || (isIn(brackets, word) && isCondition(words, at))));
  return { text, words: words.map((word, at) => ({ ...word, aside: word.aside && mayBeAside(word, at) })) };
}

/** A headline has at most so many words, and the marked words in it are at least so many. */
const LONGEST_FRAME = 30;
const LEAST_FRAMED = 3;

/** The words in quotation marks of a headline that goes on around them, or null: what stands outside is the paper's own. */
export function readFramed(given: string): Asked | null {
  const text = pasted(given).replace(NOTES, '').trim();
  if (text.includes('\n') || text.split(/\s+/).length > LONGEST_FRAME) return null;
  const marked = [
    ...text.matchAll(/[“„«"]([^“”„«»"]+)[”“»"]|(?<![\p{L}\p{N}])[‘']([^‘’'"“”]{12,}?)[’'](?![\p{L}\p{N}])/gu),
  ];
  const outside = marked.reduceRight(
    (rest, { index, 0: { length } }) => `${rest.slice(0, index)} ${rest.slice(index + length)}`,
    text,
  );
  if (marked.length === 0 || !/\p{L}/u.test(outside)) return null;
  const isDenied = marked.some(({ index }) => {
    const before = readWords(text.slice(0, index)).slice(-4);
    return before.some((_, at) => isNegator(before, at));
  });
  const words = marked.map((match) => match[1] ?? match[2] ?? '');
  if (isDenied || words.some((part) => readWords(part).length < LEAST_FRAMED)) return null;
  return readAsked(words.join(' … '));
}

/** Where a stretch of the text begins and ends. */
type Stretch = readonly [start: number, end: number];
const isIn = (stretches: readonly Stretch[], { start, end }: Word) =>
  stretches.some(([from, to]) => start >= from && end <= to);

/** "Minister Alpha: " before the words, ", says Minister Alpha" or "– Minister Alpha" behind them: as headlines have it. */
function attributions(text: string): Stretch[] {
  const before = /^[^:.!?…]{1,80}:(?=\s)/u.exec(text)?.[0] ?? '';
  const end = text.replace(/[.!?]?\s{0,20}$/u, '');
  const last = Math.max(...[',', '–', '—', '-'].map((mark) => end.lastIndexOf(mark)));
  const behind = end.slice(last + 1).trim();
  const signed = SIGNED.exec(end);
  const found: Stretch[] = [];
  const isUniform = !/\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text);
  const isLabel = isUniform ? isShort(before, LONGEST_LABEL) && !isClause(before) : isName(before);
  if (isLabel || (isShort(before, LONGEST_HEADLINE) && REPORTING.test(before)))
    found.push([0, before.length]);
  const isHeadline = HEADLINE.test(behind) && !hasVerb(behind) && !/[:“”„«»"]/.test(behind);
  if (last >= 0 && isShort(behind, LONGEST_HEADLINE) && isHeadline) found.push([last, text.length]);
  else if (signed !== null && isName(signed[1] ?? '') && !isUniform) found.push([signed.index, text.length]);
  return found;
}

const SIGNED = /\s[-–—]{1,3}\s{0,9}(\p{Lu}[^\n–—:!?]{1,60})$/u;
/** No part of a name, but of a statement. "May" and "Will" are names. */
const VERB =
  /(?<!\p{L})(?:is|are|was|were|be|am|would|can|could|might|must|shall|should|do|does|did|has|have|had|let)(?!\p{L})/iu;
const VERB_AS_WRITTEN = /(?<!\p{L})(?:will|may|WILL|MAY)(?!\p{L})/u;
const PRONOUN =
  /(?<!\p{L})(?:i|you|he|she|it|we|they|this|that|these|those|there|if|unless|when|because)(?!\p{L})/iu;
const hasVerb = (part: string) => VERB.test(part) || VERB_AS_WRITTEN.test(part);
const isClause = (part: string) => hasVerb(part) || PRONOUN.test(part);
/** What may be small in a name and an office. */
const SMALL = list(
  'of the on in de del di da du la le von van der den al bin ibn and for chief head leader minister president secretary ' +
    'general prime foreign defence defense deputy vice former ambassador envoy spokesman spokeswoman spokesperson',
);
const isName = (part: string) =>
  isShort(part, LONGEST_HEADLINE) &&
  !isClause(part) &&
  part
    .trim()
    .split(/\s+/)
    .every((word) => SMALL.has(word.replace(/\P{L}+$/u, '')) || /^\P{L}*(?:\p{Lu}|$)/u.test(word));

const isShort = (part: string, most: number) =>
  /\p{L}/u.test(part) && part.trim().split(/\s+/).length <= most;

/** "… said ", "… said that ", "… told reporters: " */
const LEADS_UP = new RegExp(`[,:;.!?–—-]\\s*$|${REPORTING.source}(?: that| reporters)?\\s*$`, 'iu');
/** ", he said", " said Jane Example", " Minister Alpha told …", " – Minister Alpha" */
const FOLLOWS = new RegExp(`^\\s*(?:[,.;:–—(-]|\\p{Lu}|(?:he|she|they|the) |${REPORTING.source})`, 'u');
const JOINS = /^\s*(?:and|but|or)\s*$/u;

/**
 * What stands outside quotation marks, if all of it is short and says who speaks ("he said", "Minister Alpha:"). What
 * runs on into the marks is part of the statement: 'Jane Example said Oslo “must prevail”'.
 */
function outsideMarks(text: string): Stretch[] {
  const quoted = [...text.matchAll(QUOTED)];
  const outside: Stretch[] = [];
  let from = 0;
  for (const match of quoted) {
    outside.push([from, match.index]);
    from = match.index + match[0].length;
  }
  outside.push([from, text.length]);
  let says = false;
  for (const [nth, [start, end]] of outside.entries()) {
    const part = text.slice(start, end);
    if (!/\p{L}/u.test(part)) continue;
    const inside = quoted[nth - 1]?.[1] ?? '';
    const isApart =
      JOINS.test(part) ||
      ((nth === quoted.length || LEADS_UP.test(part)) &&
        (nth === 0 || /[,.!?…–—-]\s*$/.test(inside) || FOLLOWS.test(part)));
    if (!isShort(part, LONGEST_ATTRIBUTION) || !isApart) return [];
    const isSigned = nth === quoted.length && isName(part.replace(/^[\s,(–—-]+|[\s).]+$/gu, ''));
    says ||= isSigned || REPORTING.test(part) || (/:\s*$/.test(part) && !isClause(part));
  }
  return quoted.length > 0 && says ? outside : [];
}
