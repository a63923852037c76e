import type { Page } from '../page.ts';
import { CALENDAR_WORDS } from '../words/calendar.ts';
import { PREPOSITIONS, STARTERS } from '../words/function-words.ts';
import { genderOfGivenName, isGivenName } from '../words/given-names.ts';
import { CROWD_NOUNS, DOCUMENT_NOUNS, HONORIFICS, ROLE_NOUNS } from '../words/roles.ts';
import { evidenceAround, PARTY_SEAT } from './evidence.ts';
import { isVerbLike } from './grammar.ts';
import { isRoleWord } from './roles.ts';
import { isInitial, looksNamed, type NamePart, namePart, type Run, runAt } from './runs.ts';

/** A place in the text where somebody may be named, with the reasons for and against added up. */
export interface Candidate {
  /** Lexemes of the name, `[from, to)`. */
  from: number;
  to: number;
  /** First lexeme of the titles before it (`from` if there are none). */
  titled: number;
  /** The name with one space between its words. */
  name: string;
  score: number;
  /** Stands in a heading, where capitals prove nothing. */
  heading: boolean;
}

/** A score from which two words are believed to be a person. */
export const ENOUGH = 2;

/** Longest name read, in words. */
const LONGEST = 7;

/**
 * Every possible naming of a person in the text, in order. `surnames`: those known from full names, believed alone even
 * where they are ordinary words ("Dean", "Price").
 */
export function findCandidates(page: Page, surnames: ReadonlySet<string> = new Set()): Candidate[] {
  const { text, lexemes, paragraphs, paragraphOf } = page;
  const candidates: Candidate[] = [];
  const shouted = paragraphs.map((p) => isShouted(text.slice(p.start, Math.min(p.end, p.start + 200))));
  let i = 0;
  while (i < lexemes.length) {
    const p = paragraphOf[i]!;
    if (p < 0 || paragraphs[p]!.kind === 'boilerplate' || paragraphs[p]!.kind === 'metadata') {
      i++;
      continue;
    }
    // Most lexemes begin no name; asking where their run would end costs more than asking that.
    if (!looksNamed(lexemes[i]!)) {
      i++;
      continue;
    }
    let limit = i + 1;
    while (
      limit < lexemes.length &&
      limit - i < 24 &&
      paragraphOf[limit] === p &&
      page.quoted[limit] === page.quoted[i]
    )
      limit++;
    const run = runAt(text, lexemes, i, limit);
    if (run === null || /[$#@]/.test(text.charAt(lexemes[i]!.start - 1))) {
      i++;
      continue;
    }
    i = run.to;
    if (PARTY_SEAT.test(lexemes[run.from]!.text)) continue;
    // "on 3 June Jane Example": the month belongs to the day.
    if (CALENDAR_WORDS.has(lexemes[run.from]!.lower) && lexemes[run.from - 1]?.kind === 'number') run.from++;
    if (run.from >= run.to) continue;
    // "Sgt. 1st Class Jane Example"
    if (lexemes[run.from]!.lower === 'class' && lexemes[run.from - 1]?.kind === 'number') run.from++;
    if (run.from >= run.to) continue;
    const field = run.from;
    dropField(page, run);
    const begin = run.from > field ? field : null;
    dropStarter(page, run, surnames);
    if (run.from >= run.to) continue;
    const part =
      nicknamed(page, run, p) ?? namePart(lexemes, run, shouted[p]!) ?? surnameAlone(page, run, surnames);
    if (part === null || part.to - part.from > LONGEST || isCommonNoun(page, part, surnames)) continue;
    const line = isNameLine(page, part, p);
    const heading =
      !line &&
      !isStyled(page, part) &&
      !isSignature(page, p) &&
      (paragraphs[p]!.kind === 'title' || paragraphs[p]!.kind === 'heading');
    candidates.push({
      from: part.from,
      to: part.to,
      titled: part.titled,
      name: text.slice(lexemes[part.from]!.start, lexemes[part.to - 1]!.end).replace(/\s+/g, ' '),
      score:
        part.score +
        evidenceAround(page, part, begin ?? run.from) -
        (heading ? 2 : 0) +
        (line ? (part.to - part.from > 1 ? 2 : 3.5) : 0),
      heading,
    });
  }
  confirmLists(page, candidates);
  nameSpouses(page, candidates);
  return candidates;
}

/** "We’re", "Don't": no name ends so. */
const CONTRACTION = /['’](?:re|ve|ll|m|t)$/;

/** One word with a capital that is a month before a day, a crowd or a body: nobody, unless the text knows it as a surname. */
function isCommonNoun(page: Page, part: NamePart, surnames: ReadonlySet<string>): boolean {
  const { lexemes } = page;
  const last = lexemes[part.to - 1]!;
  if (CONTRACTION.test(last.lower)) return true;
  if (part.to - part.from > 1 || surnames.has(last.lower)) return false;
  if (CALENDAR_WORDS.has(last.lower) && lexemes[part.to]?.kind === 'number') return true;
  if (lexemes.slice(part.titled, part.from).some((l) => HONORIFICS.has(l.lower.replace('.', ''))))
    return false;
  if (isGivenName(last.lower)) return false;
  return COLLECTIVE.has(last.lower) || CROWD_NOUNS.has(last.lower) || DOCUMENT_NOUNS.has(last.lower);
}

const COLLECTIVE = new Set('men women children girls boys veterans heroes friends nations'.split(' '));

/** `Jane "Jo" Example`: one name, though the middle of it stands in marks. */
function nicknamed(page: Page, run: Run, p: number): NamePart | null {
  const { text, lexemes } = page;
  const at = run.to;
  const surname = lexemes[at + 3];
  if (
    surname === undefined ||
    lexemes[at]!.kind !== 'mark' ||
    lexemes[at + 1]!.kind !== 'word' ||
    !lexemes[at + 1]!.capital ||
    lexemes[at + 2]!.kind !== 'mark' ||
    lexemes[at + 2]!.start !== lexemes[at + 1]!.end ||
    page.paragraphOf[at + 3] !== p ||
    page.sentenceOf[at + 3] !== page.sentenceOf[at]
  )
    return null;
  const before = namePart(lexemes, run, false);
  const behind = runAt(text, lexemes, at + 3, Math.min(at + 7, lexemes.length));
  if (before === null || behind === null || before.to !== run.to) return null;
  if (!isGivenName(lexemes[before.from]!.lower) && before.titled === before.from) return null;
  const family = namePart(lexemes, behind, false);
  if (family === null || family.from !== behind.from) return null;
  return { from: before.from, to: family.to, titled: before.titled, score: Math.max(before.score, 0) + 2 };
}

/** What a list of people lends to each of its names. */
const IN_LIST = 2;

/** "Jane Example, John Example and Jo Example": who stands in a row with people is one. */
function confirmLists(page: Page, candidates: Candidate[]): void {
  const listed = (a: Candidate, b: Candidate) =>
    /^(?:,|, and|and|&)$/.test(
      page.text.slice(page.lexemes[a.to - 1]!.end, page.lexemes[b.titled]!.start).trim(),
    );
  const confirm = (from: Candidate, to: Candidate, ordered: boolean) => {
    if (from.score < ENOUGH || to.score < 0 || to.score >= ENOUGH || to.to - to.from < 2) return;
    if (ordered ? listed(from, to) : listed(to, from)) to.score += IN_LIST;
  };
  for (let i = 1; i < candidates.length; i++) confirm(candidates[i - 1]!, candidates[i]!, true);
  for (let i = candidates.length - 1; i > 0; i--) confirm(candidates[i]!, candidates[i - 1]!, false);
}

/** "John and Jane Example": the first has the surname of the second, unless the text knows it as a surname itself. */
function nameSpouses(page: Page, candidates: Candidate[]): void {
  const surnames = new Set<string>();
  for (const c of candidates) if (c.to - c.from > 1) surnames.add(page.lexemes[c.to - 1]!.lower);
  for (let i = 1; i < candidates.length; i++) {
    const first = candidates[i - 1]!;
    const second = candidates[i]!;
    const given = page.lexemes[first.from]!.lower;
    if (first.to - first.from !== 1 || second.to - second.from < 2 || first.to + 1 !== second.from) continue;
    if (page.lexemes[first.to]!.lower !== 'and' || first.titled < first.from || surnames.has(given)) continue;
    const genders = [genderOfGivenName(given), genderOfGivenName(page.lexemes[second.from]!.lower)];
    if (genders[0] === null || genders[1] === null || genders[0] === genders[1]) continue;
    const from = page.lexemes[second.from + 1]!.start;
    first.name = `${first.name} ${page.text.slice(from, page.lexemes[second.to - 1]!.end).replace(/\s+/g, ' ')}`;
    first.score += IN_LIST;
  }
}

/** "the Hon Jane Example MP": so a minister signs a release, above it. */
const isStyled = (page: Page, part: NamePart) =>
  page.lexemes.slice(part.titled, part.from).some((l) => /^(?:hon|honourable|honorable)\.?$/.test(l.lower));

/** A line that begins with a dash below speech. */
function isSignature(page: Page, p: number): boolean {
  const { paragraphs, text } = page;
  const opens = p > 0 && /^["“„«']/.test(text.charAt(paragraphs[p - 1]!.start));
  return opens && /^[-–—―~]/.test(text.charAt(paragraphs[p]!.start));
}

/** Longest line that is nothing but a name and who it is. */
const LONGEST_LINE = 90;

/** Signs a quotation: behind a dash after it, or in a line of its own above or below one. */
function isNameLine(page: Page, part: NamePart, p: number): boolean {
  const { lexemes, paragraphs, text } = page;
  const after = lexemes[part.to];
  const ends = after === undefined || page.paragraphOf[part.to] !== p || /^[,(|.–—-]$/.test(after.text);
  if (!ends) return false;
  let i = part.titled - 1;
  let dashed = false;
  while (i >= 0 && page.paragraphOf[i] === p && /^[-–—―~•*]$/.test(lexemes[i]!.text)) {
    dashed = true;
    i--;
  }
  if (
    i > 0 &&
    page.paragraphOf[i - 1] === p &&
    /^[.)]$/.test(lexemes[i]!.text) &&
    lexemes[i - 1]!.kind === 'number'
  )
    i -= 2;
  if (i >= 0 && page.paragraphOf[i] === p) {
    const closes = lexemes[i]!.kind === 'mark' && page.quoted[i] === 0 && page.quoted[i - 1] === 1;
    return (
      closes &&
      (dashed || (part.to - part.from > 1 && paragraphs[p]!.end - lexemes[part.from]!.start <= LONGEST_LINE))
    );
  }
  const paragraph = paragraphs[p]!;
  if (paragraph.end - paragraph.start > LONGEST_LINE) return false;
  const opens = (at: number) =>
    at >= 0 && at < paragraphs.length && /^["“„«']/.test(text.charAt(paragraphs[at]!.start));
  return opens(p + 1) || opens(p - 1);
}

function surnameAlone(page: Page, run: Run, surnames: ReadonlySet<string>): NamePart | null {
  if (run.to - run.from !== 1 || !surnames.has(page.lexemes[run.from]!.lower)) return null;
  const before = page.lexemes[run.from - 1];
  if (
    before !== undefined &&
    (PREPOSITIONS.has(before.lower) || /^(?:the|a|an)$/.test(before.lower)) &&
    before.lower !== 'than'
  )
    return null;
  return { from: run.from, to: run.to, titled: run.from, score: 0 };
}

const isShouted = (line: string) => line === line.toUpperCase() && /\p{Lu}{4}/u.test(line);

/** "Passenger Jane Example": what somebody does. */
const AGENT = /^\p{L}{4,}(?:er|or|ist|ant|man|woman|ee|goer)$/u;
const FIELD =
  /(?:ing|[tsc]ions?|ment|ics|[nr]ces|ility|ology|sales|research|affairs|staff|policy|resources|programs|programmes)$/;

/** "Director of Human Resources Jane Example": the field belongs to the office. */
function dropField(page: Page, run: Run): void {
  const { lexemes } = page;
  if (!/^(?:of|for)$/.test(lexemes[run.from - 1]?.lower ?? '')) return;
  const office = lexemes[run.from - 2];
  if (office === undefined || !isRoleWord(office.lower)) return;
  let last = -1;
  for (let i = run.from; i < run.to - 2; i++) if (FIELD.test(lexemes[i]!.lower)) last = i;
  if (last >= 0) run.from = last + 1;
}

/** A sentence's first word has its capital from the sentence if the text knows it without one. */
function dropStarter(page: Page, run: Run, surnames: ReadonlySet<string>): void {
  const first = page.lexemes[run.from]!;
  const opens =
    page.sentenceOf[run.from] !== page.sentenceOf[run.from - 1] ||
    page.lexemes[run.from - 1]?.kind === 'mark';
  const next = page.lexemes[run.to];
  const acts =
    run.to - run.from === 1 &&
    surnames.has(first.lower) &&
    next !== undefined &&
    (isVerbLike(next.lower) || next.kind === 'possessive' || next.text === ',');
  if (acts) return;
  if (STARTERS.has(first.lower) && !isGivenName(first.lower)) {
    run.from++;
    return;
  }
  if (!opens || isGivenName(first.lower) || isInitial(first) || HONORIFICS.has(first.lower.replace('.', '')))
    return;
  if (
    run.to - run.from > 1 &&
    (page.vocabulary.has(first.lower) ||
      /(?:ing|[^i]ly)$/.test(first.lower) ||
      (run.to - run.from > 2 && AGENT.test(first.lower))) &&
    !ROLE_NOUNS.has(first.lower)
  )
    run.from++;
  else if (run.to - run.from === 1 && page.vocabulary.has(first.lower)) run.from++;
}
