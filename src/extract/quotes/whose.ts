import type { Span } from '../../model/extraction.ts';
import { HEADLINE_WORD } from '../people/runs.ts';
import type { Paragraph } from '../reading.ts';
import { fold } from '../tokens.ts';
import { isGivenName } from '../words/given-names.ts';
import { DEMONYMS, PLACE_WORDS } from '../words/nations.ts';
import { HONORIFICS, PARTICLES, ROLE_NOUNS, SUFFIXES, TITLES } from '../words/roles.ts';
import { inOrdinaryCapitals } from './labels.ts';

/** A name as the lines above a transcript print it, and where. */
export interface PrintedName extends Span {
  name: string;
}

interface Word extends Span {
  text: string;
  /** Folded, without the full stop of an abbreviation. */
  key: string;
  /** A comma, a bracket or the like stands behind it. */
  closes: boolean;
}

const LONGEST_LINE = 400;
const LONGEST_NAME = 5;
const NOT_IN_NAMES = new Set(
  'and before after at in on with to of the for during remarks statements statement joint press opening meeting signs transcript doorstop interview subject roundtable staff travel visit call town meet announcing signing honoring honouring commemorating celebrating marking welcoming departing delivering speaking briefing previewing introducing nominating touring awarding presenting previews hosts delivers announces visits meets departs arrives'.split(
    ' ',
  ),
);

/** The words of the lines above a transcript, line by line. */
export class Above {
  private readonly lines: Word[][];

  constructor(text: string, lines: readonly Paragraph[]) {
    this.lines = lines.map((line) =>
      wordsOf(text, line.start, Math.min(line.end, line.start + LONGEST_LINE)),
    );
  }

  /** The fullest name printed above that ends in the name of a label: "Jane Example" for "EXAMPLE". */
  named(label: string): PrintedName | null {
    const wanted = label.split(' ').map(keyOf);
    let best: PrintedName | null = null;
    for (const line of this.lines)
      for (let last = wanted.length - 1; last < line.length; last++) {
        const first = last - wanted.length + 1;
        if (!wanted.every((key, index) => line[first + index]!.key === key)) continue;
        const found = widened(line, first, last);
        if (best === null || found.name.length > best.name.length) best = found;
      }
    return best;
  }

  /** Whom each line ends with, if `said` is how the text below calls them: "JANE EXAMPLE", "Minister Example". */
  heads(said: ReadonlyMap<string, string>): PrintedName[] {
    return this.lines.flatMap((line) => {
      const last = line.at(-1);
      const surname = last === undefined ? undefined : said.get(last.key);
      if (last === undefined || surname === undefined || line.length < 2) return [];
      const found = widened(line, line.length - 1, line.length - 1);
      const given = found.name.slice(0, found.name.length - last.text.length);
      return given === '' ? [] : [{ ...found, name: inOrdinaryCapitals(given) + surname }];
    });
  }

  /** Whom the lines above give an office: "President Example" for "PRESIDENT"; null where they give it to two. */
  holding(office: string): PrintedName | null {
    const wanted = office.split(' ').map(keyOf);
    let found: PrintedName | null = null;
    for (const line of this.lines)
      for (let at = 0; at + wanted.length < line.length; at++) {
        if (!wanted.every((key, index) => line[at + index]!.key === key)) continue;
        // "Vice President Example" is not the President.
        if (
          /^(?:vice|deputy|former|prime|first|under|assistant|press|foreign|acting)$/.test(
            line[at - 1]?.key ?? '',
          )
        )
          continue;
        const name = nameAfter(line, at + wanted.length - 1);
        if (name === null) continue;
        if (found !== null && lastWord(found.name) !== lastWord(name.name)) return null;
        if (found === null || name.name.length > found.name.length) found = name;
      }
    return found;
  }

  /** Who is asked: the only name above that stands behind an office or behind "with". */
  asked(): PrintedName | null {
    let found: PrintedName | null = null;
    for (const line of this.lines)
      for (let at = 0; at + 1 < line.length; at++) {
        const { key } = line[at]!;
        if (key !== 'with' && !TITLES.has(key)) continue;
        const name = nameAfter(line, at);
        if (name === null) continue;
        if (found !== null && lastWord(found.name) !== lastWord(name.name)) return null;
        if (found === null || name.name.length > found.name.length) found = name;
      }
    return found;
  }

  /** The one name above with these initials: "Jane Example" for "JE". */
  withInitials(initials: string): PrintedName | null {
    const wanted = [...fold(initials)];
    if (wanted.length < 2 || wanted.length > 3) return null;
    let found: PrintedName | null = null;
    for (const line of this.lines)
      for (let at = 0; at + wanted.length <= line.length; at++) {
        const part = line.slice(at, at + wanted.length);
        if (!part.every((word, index) => isPart(word) && word.key.startsWith(wanted[index]!))) continue;
        if (part.slice(0, -1).some((word) => word.closes)) continue;
        const name = printed(part);
        if (found !== null && fold(found.name) !== fold(name.name)) return null;
        found = name;
      }
    return found;
  }
}

const keyOf = (word: string) =>
  fold(word)
    .replace(/[.,;:()|]+$/u, '')
    .replace(/['’]s$/u, '');
const lastWord = (name: string) => fold(name.slice(name.lastIndexOf(' ') + 1));

function wordsOf(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, to).matchAll(/[^\s|/]+/gu)) {
    const raw = match[0];
    const bare = raw.replace(/['’]s?$|[,;:()|]+$/u, '').replace(/(?<=\p{L}{3})\.$/u, '');
    const lead = /^[(“"]*/u.exec(bare)![0].length;
    const shown = bare.slice(lead);
    if (shown === '') continue;
    const start = from + match.index + lead;
    words.push({ text: shown, key: keyOf(shown), start, end: start + shown.length, closes: bare !== raw });
  }
  return words;
}

/** "Population and Migration Jane Example": what an office is for. */
const ABSTRACT = /..(?:[tsc]ions?|ment|ics|[nr]ces|ility|ology|affairs|policy|programs|programmes)$/;

/** Can a word be part of somebody's name, rather than of an office or a sentence? */
function isPart(word: Word): boolean {
  const { key } = word;
  if (!/^\p{Lu}/u.test(word.text) || NOT_IN_NAMES.has(key) || HEADLINE_WORD.test(word.text)) return false;
  if (key.split('-').every((part) => TITLES.has(part) || HONORIFICS.has(part) || ROLE_NOUNS.has(part)))
    return false;
  if (ABSTRACT.test(key) && !isGivenName(key)) return false;
  return !DEMONYMS.has(key) && !PLACE_WORDS.has(key);
}

function widened(line: readonly Word[], first: number, last: number): PrintedName {
  let from = first;
  while (from > 0 && last - from < LONGEST_NAME) {
    const before = line[from - 1]!;
    if (before.closes || isAcronym(before, line[from]!)) break;
    // "Assistant Secretary Dean Example": a given name like a title, next to the surname.
    const given = from === first && isGivenName(before.key) && line[from - 2]?.closes === false;
    if (!isPart(before) && !PARTICLES.has(before.text) && !given) break;
    // "… AND RESOURCES JANE Q. EXAMPLE": in front of a known given name stands another, or nothing of the name.
    const named =
      isGivenName(line[from]!.key.split('-')[0]!) || /^\p{Lu}\.?$/u.test(line[from + 1]?.text ?? '');
    const begun = from < first && named;
    if (begun && !isGivenName(before.key) && !PARTICLES.has(before.text) && !/^\p{Lu}\.?$/u.test(before.text))
      break;
    from--;
    if (given && !isPart(before)) break;
  }
  while (from < first && !isPart(line[from]!) && !isGivenName(line[from]!.key)) from++;
  return printed(line.slice(from, behind(line, last) + 1));
}

/** "NSA Jane Example" is not the lady's name. */
const isAcronym = (word: Word, next: Word) =>
  /^\p{Lu}{3,}$/u.test(word.text) && /^\p{Lu}\p{Ll}/u.test(next.text);

/** The last word of a name that goes on behind the word of the label: "da Silva", "Al Nahyan", "II". */
function behind(line: readonly Word[], last: number): number {
  if (line[last]!.closes) return last;
  const next = line[last + 1];
  if (next === undefined) return last;
  if (SUFFIXES.has(next.key)) return last + 1;
  const after = line[last + 2];
  return PARTICLES.has(next.key) && !next.closes && after !== undefined && isPart(after) ? last + 2 : last;
}

function nameAfter(line: readonly Word[], office: number): PrintedName | null {
  if (line[office]!.closes) return null;
  let to = office + 1;
  while (
    to < line.length &&
    to - office <= LONGEST_NAME &&
    (isPart(line[to]!) || PARTICLES.has(line[to]!.text))
  ) {
    to++;
    if (line[to - 1]!.closes) break;
  }
  while (to > office + 1 && !isPart(line[to - 1]!)) to--;
  return to === office + 1 ? null : printed(line.slice(office + 1, to));
}

function printed(words: readonly Word[]): PrintedName {
  return {
    name: words.map((word) => word.text).join(' '),
    start: words[0]!.start,
    end: words.at(-1)!.end,
  };
}
