import type { ExtractedQuote, Span } from '../../model/extraction.ts';
import type { Page } from '../page.ts';
import type { People } from '../people/mentions.ts';
import { isSpeech } from '../quotes/kinds.ts';
import type { FirstPass } from '../read.ts';
import { confidenceOf } from './confidence.ts';
import { handOn } from './handed.ts';
import { isHeaded, lineCue } from './lines.ts';
import { type Cue, type Place, placeStretches } from './places.ts';
import { resolveSources } from './resolve.ts';
import { indexNamings } from './source.ts';
import { speakerOf } from './speaker.ts';
import { tailCue } from './tail.ts';
import { quoteTurns } from './transcript.ts';
import { type Attributed, explicitCue, spreadWithinUtterances } from './utterances.ts';

/** Gives every quotation of a text its speaker, its group and its surroundings. */
export function attribute(pass: FirstPass): ExtractedQuote[] {
  const { page, people, stretches } = pass;
  const index = indexNamings(people.namings);
  const places = placeStretches(page, stretches);
  const found: Attributed[] = [];
  const tails: (Cue | null)[] = places.map((place) => tailCue(page, index, place));
  for (let q = 0; q < places.length; q++) found.push(explicitCue(page, index, places, tails, found, q));
  spreadWithinUtterances(found);
  const headed = isHeaded(page, index, places);
  for (const piece of found)
    piece.cue ??= piece.partOf < 0 ? lineCue(page, index, piece.place, headed) : null;
  for (let q = 0; q < found.length; q++) handOn(page, index, found, q);
  resolveSources(page, people, found);
  spreadWithinUtterances(found);
  return numbered([...toQuotes(page, people, found), ...quoteTurns(pass)]);
}

/** In order of the text, groups numbered as they come. */
function numbered(quotes: ExtractedQuote[]): ExtractedQuote[] {
  quotes.sort((a, b) => a.start - b.start);
  const numbers = new Map<string, number>();
  for (const quote of quotes) {
    const key = `${quote.attribution.cue === 'transcript' ? 't' : 'm'}${quote.group}`;
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    quote.group = numbers.get(key)!;
  }
  return quotes;
}

function toQuotes(page: Page, people: People, found: readonly Attributed[]): ExtractedQuote[] {
  const quotes: ExtractedQuote[] = [];
  const groups = new Map<number, number>();
  let group = 0;
  found.forEach((piece, q) => {
    if (!isSpeech(page, piece)) return;
    const { stretch } = piece.place;
    const known = piece.partOf >= 0 ? groups.get(piece.partOf) : undefined;
    const number = known ?? ++group;
    groups.set(q, number);
    const speaker = speakerOf(people, piece.cue?.source ?? null);
    const around = surroundings(page, piece.place);
    quotes.push({
      start: stretch.start,
      end: stretch.end,
      text: page.text.slice(stretch.start, stretch.end),
      speaker: speaker.name,
      speaker_kind: speaker.kind,
      speaker_label: speaker.label,
      speaker_role: speaker.role,
      group: number,
      key: 0,
      certain: !(stretch.startGuessed || stretch.endGuessed),
      attribution: {
        cue: piece.cue?.cue ?? 'none',
        mention: mentionOf(page, piece),
        confidence: confidenceOf(piece),
      },
      before: around.before,
      after: around.after,
      said_on: null,
      engagement: null,
    });
  });
  return quotes;
}

function mentionOf(page: Page, piece: Attributed): Span | null {
  const source = piece.cue?.source;
  if (source === undefined || piece.handed > 0 || piece.cue!.cue.endsWith('chain')) return null;
  const first = page.lexemes[source.from];
  const last = page.lexemes[source.to - 1];
  return first === undefined || last === undefined || last.end <= first.start
    ? null
    : { start: first.start, end: last.end };
}

/** With fewer words than this of its own sentence, a quotation is not understood without the next one. */
const ENOUGH_WORDS = 5;

/** A sentence can be as long as its document; what is shown of it is not. In UTF-16 code units. */
const MOST = 800;
const LONGEST_WORD = 40;

/** The first place at or after `at` where a word begins; `at` itself in a text without blanks. */
function wordFrom(text: string, at: number): number {
  if (at <= 0) return 0;
  const blank = text.slice(at, at + LONGEST_WORD).search(/\s/);
  return blank < 0 ? whole(text, at) : at + blank + 1;
}

/** The last place at or before `at` where a word ends. */
function wordTo(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const blank = text.slice(at - LONGEST_WORD, at).search(/\s\S*$/);
  return blank < 0 ? whole(text, at) : at - LONGEST_WORD + blank;
}

/** Never the middle of a surrogate pair. */
const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at);

const MARKS_BEFORE = /[\s"'“”„‚‘’«»‹›]+$/;

const MARKS_AFTER = /^[\s"'“”‘’«»‹›,.;:]+/;

const enough = (words: string) => (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= ENOUGH_WORDS;

/**
 * The words around a quotation, without a gap: what its own sentence says before and after it and, where that is
 * little ("he said"), the neighbouring sentence too.
 */
function surroundings(page: Page, place: Place): { before: Span | null; after: Span | null } {
  const { sentences, paragraphs, text } = page;
  const inBody = (s: number) =>
    s >= 0 && s < sentences.length && paragraphs[sentences[s]!.paragraph]!.kind === 'body';
  const first = page.sentenceOf[place.from] ?? -1;
  const last = page.sentenceOf[Math.max(place.from, place.to - 1)] ?? -1;
  const { stretch } = place;
  const leading = (from: number): Span => {
    const start = Math.max(from, wordFrom(text, stretch.start - MOST));
    const words = text.slice(start, stretch.start).replace(MARKS_BEFORE, '');
    return { start, end: start + words.length };
  };
  const trailing = (to: number): Span => {
    const end = Math.min(to, wordTo(text, stretch.end + MOST));
    const words = text.slice(stretch.end, end).replace(MARKS_AFTER, '');
    return { start: end - words.length, end };
  };
  const wide = (span: Span) => enough(text.slice(span.start, span.end));
  const some = (span: Span | null) => (span !== null && span.end > span.start ? span : null);
  let before = inBody(first) ? leading(Math.min(sentences[first]!.start, stretch.start)) : null;
  if (inBody(first - 1) && (before === null || !wide(before))) before = leading(sentences[first - 1]!.start);
  let after = inBody(last) ? trailing(Math.max(sentences[last]!.end, stretch.end)) : null;
  if (inBody(last + 1) && (after === null || !wide(after))) after = trailing(sentences[last + 1]!.end);
  return { before: some(before), after: some(after) };
}
