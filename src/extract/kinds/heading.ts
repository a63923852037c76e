import type { Day, DocumentKind, EngagementKind, Span } from '../../model/extraction.ts';
import { toDay } from '../dates/calendar.ts';
import { findTimes } from '../dates/expressions.ts';
import { lexemeAt, type Page } from '../page.ts';
import type { Naming, People } from '../people/mentions.ts';
import type { Turn } from '../quotes/turns.ts';
import type { Paragraph } from '../reading.ts';
import { tokenize } from '../tokens.ts';
import { addressIn, isVenueLine, type Whereabouts } from './address.ts';
import { isBeside, isRemoteLine, occasionIn } from './occasion.ts';

/** What stands above a text and says of itself: who speaks, on what occasion, when and where. */
export interface Heading extends Whereabouts {
  kind: DocumentKind;
  /** The occasion on which the words of a transcript were spoken; null for every other kind of document. */
  occasion: EngagementKind | null;
  /** The words stand before or after the meeting that the heading names. */
  beside: boolean;
  /** The day that a line of the heading gives to the occasion; null where it only gives that of the document. */
  day: Day | null;
  /** Indices of people: of a transcript who takes part, the principal first; else by whom the text is. */
  people: number[];
  /** Nobody need be where anybody else is: "via teleconference". */
  remote: boolean;
  /** The line that names the occasion. */
  span: Span;
}

const MOST_LINES = 16;
const LONGEST_LINE = 400;
/** Behind these words a title tells of something else than who speaks. */
const ELSE =
  /\b(?:on(?! the record)|about|regarding|concerning|announcing|previewing|honou?ring|commemorating|marking|celebrating|commending|condemning|welcoming|recogni[sz]ing|before|after|at|in|following|to|ahead of|during|upon|supporting|for|’s (?:visit|travel|trip|call|meeting))(?=\s)/iu;
const WITH =
  /\b(?:meeting|talks|call|interview|conversation|availability|conference|briefing|round ?table|discussion) with\b/iu;
const PERSON_LINE = 140;
const SHORT = 60;

/** Reads the lines above the text; null where there are none. */
export function readHeading(
  page: Page,
  people: People,
  turns: readonly Turn[],
  kind: DocumentKind,
): Heading | null {
  const { text, paragraphs } = page;
  const lines = linesAbove(paragraphs, turns);
  const first = lines.find((p) => p.kind === 'title') ?? lines.find((p) => p.kind === 'heading');
  if (first === undefined) return null;
  // Some sites keep the last two words of a title together with another blank.
  const wordsOf = (p: Paragraph) =>
    text.slice(p.start, Math.min(p.end, p.start + LONGEST_LINE)).replace(/\s/g, ' ');
  const spoken = kind === 'transcript';
  const naming = lines.find((p) => p.kind !== 'metadata' && occasionIn(wordsOf(p)) !== null) ?? first;
  const title = occasionIn(wordsOf(first)) === null ? naming : first;
  const words = wordsOf(title);
  const taking = [...inTitle(page, people, title, words)];
  for (const line of lines)
    if (line !== title && line.kind !== 'metadata' && line.end - line.start <= PERSON_LINE)
      taking.push(...onOwnLine(page, people, line));
  const together = occasionIn(words)?.kind;
  if (spoken && (together === 'press_conference' || together === 'meeting'))
    taking.push(...withOffice(page, people, turns));
  const persons = [...new Set(taking)];
  return {
    kind,
    occasion: spoken ? (occasionIn(words)?.kind ?? unnamedOccasion(words, turns)) : null,
    beside: isBeside(words),
    day: dayIn(text, lines),
    people: persons,
    remote: lines.some((line) => isRemoteLine(wordsOf(line))),
    ...whereabouts(page, people, lines, title),
    span: { start: title.start, end: title.end },
  };
}

/** What stands before the first turn, or before the first sentence of the text. */
function linesAbove(paragraphs: readonly Paragraph[], turns: readonly Turn[]): Paragraph[] {
  const lines: Paragraph[] = [];
  const end = turns[0]?.paragraph ?? paragraphs.length;
  for (let p = 0; p < end && lines.length < MOST_LINES; p++) {
    const paragraph = paragraphs[p]!;
    if (paragraph.kind === 'body' && turns.length === 0) break;
    // "Washington, D.C." ends like a sentence.
    const line = paragraph.kind !== 'body' || paragraph.end - paragraph.start <= SHORT;
    if (paragraph.kind !== 'boilerplate' && line) lines.push(paragraph);
  }
  return lines;
}

/** "Minister X With Jane Example of Alpha News": without a word for it, whoever is with a questioner is interviewed. */
function unnamedOccasion(words: string, turns: readonly Turn[]): EngagementKind {
  const asked = turns.some((turn) => turn.label !== null && turn.name === null);
  if (/\bwith .{2,60} (?:of|from) /iu.test(words)) return 'interview';
  return asked && /\bwith\b/iu.test(words) ? 'interview' : asked ? 'press_conference' : 'speech';
}

/** Those whom the title names as speaking or met, not those whom it is about. */
function* inTitle(page: Page, people: People, line: Paragraph, words: string): Generator<number> {
  const cut = ELSE.exec(words)?.index ?? words.length;
  const within: [number, number][] = [[0, cut]];
  const met = WITH.exec(words);
  if (met !== null && met.index + met[0].length > cut) {
    const from = met.index + met[0].length;
    const stop = ELSE.exec(words.slice(from))?.index;
    within.push([from, stop === undefined ? words.length : from + stop]);
  }
  for (const naming of namingsIn(page, people, line)) {
    const at = page.lexemes[naming.core]!.start - line.start;
    if (within.some(([from, to]) => at >= from && at < to)) yield naming.person;
  }
}

/** "Jane Example, Foreign Minister": a line for somebody who takes part. */
function* onOwnLine(page: Page, people: People, line: Paragraph): Generator<number> {
  const [naming] = namingsIn(page, people, line);
  if (naming === undefined) return;
  if (page.lexemes[naming.from]!.start === line.start || isOffice(page, line, naming)) yield naming.person;
}

/** "THE HON JANE EXAMPLE MP", "Foreign Minister of Alpha, Jane Example": capitals up to the name. */
function isOffice(page: Page, line: Paragraph, naming: Naming): boolean {
  const before = page.text.slice(line.start, page.lexemes[naming.from]!.start);
  return /^(?:(?:of|for|the|and|to|&|,|\p{Lu}[\p{L}.’'-]*)[\s,]*)+$/u.test(before);
}

/** Who speaks under a label with an office in it takes part; Mr and Ms only lead through the occasion. */
function* withOffice(page: Page, people: People, turns: readonly Turn[]): Generator<number> {
  const byCore = new Map(people.namings.map((naming) => [naming.core, naming] as const));
  for (const { label, name } of turns) {
    if (label === null || name === null) continue;
    const words = page.text.slice(label.start, label.end);
    if (!/\s/.test(words) || /^(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\b/.test(words)) continue;
    const naming = byCore.get(lexemeAt(page.lexemes, label.start));
    if (naming !== undefined) yield naming.person;
  }
}

function namingsIn(page: Page, people: People, line: Paragraph): Naming[] {
  const found: Naming[] = [];
  for (const naming of people.namings) {
    const { start } = page.lexemes[naming.from]!;
    if (start >= line.end) break;
    if (start >= line.start && naming.form !== 'pronoun') found.push(naming);
  }
  return found;
}

/** The day in brackets, or in the line that names the occasion: it is not when the page was put up. */
function dayIn(text: string, lines: readonly Paragraph[]): Day | null {
  for (const line of lines) {
    const words = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE));
    if (!/\d{4}/.test(words)) continue;
    const bracketed = /^\(.*\)$/.test(words.trim());
    if (!bracketed && (line.kind === 'metadata' || occasionIn(words) === null)) continue;
    const times = findTimes(tokenize(text, line.start, Math.min(line.end, line.start + LONGEST_LINE)));
    const time = times.find((one) => one.kind === 'date' && one.first.year !== null);
    if (time?.kind === 'date' && time.last === null && !time.swappable)
      return toDay(time.first.year!, time.first.month, time.first.day);
  }
  return null;
}

/** The line of the town and, above or below it, that of the house. */
function whereabouts(page: Page, people: People, lines: readonly Paragraph[], title: Paragraph): Whereabouts {
  const { text } = page;
  const free = lines.filter(
    (line) => line !== title && line.kind !== 'metadata' && namingsIn(page, people, line).length === 0,
  );
  const piece = /\|\s*([^|]{3,60})$/u.exec(text.slice(title.start, title.end))?.[1];
  let place: string | null = null;
  let found: Whereabouts | null = piece === undefined ? null : addressIn(piece);
  for (const line of free) {
    const words = text.slice(line.start, line.end);
    const address = addressIn(words);
    if (address !== null && (found === null || found.city === null || address.city === found.city))
      found = { ...address, place: found?.place ?? address.place };
    else if (address === null && !isRemoteLine(words) && isVenueLine(words))
      place ??= words.replace(/\s+/g, ' ').trim();
  }
  // "TRANSCRIPT DOORSTOP OSLO FRIDAY, 6 DECEMBER 2013": all of it in one line.
  if (found === null) found = addressIn(text.slice(title.start, title.end), true);
  return { place: found?.place ?? place, city: found?.city ?? null, country: found?.country ?? null };
}
