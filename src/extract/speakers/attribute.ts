import type { ExtractedQuote, Span } from '../../model/extraction.ts';
import type { Page } from '../page.ts';
import type { People } from '../people/mentions.ts';
import { isSpeech } from '../quotes/kinds.ts';
import type { FirstPass } from '../read.ts';
import { confidenceOf } from './confidence.ts';
import { type Cue, laterCue, leadCue, type Place, placeStretches, subjectCue, tailCue } from './cues.ts';
import { isHeaded, lineCue } from './lines.ts';
import { resolveSources } from './resolve.ts';
import { indexNamings, type NamingIndex, nearest, type Source, subjectOf } from './source.ts';
import { speakerOf } from './speaker.ts';
import { quoteTurns } from './transcript.ts';
import { firstReportingVerb, lastReportingVerb } from './verbs.ts';

/** A stretch with what was found out about who speaks. */
export interface Attributed {
  place: Place;
  cue: Cue | null;
  /** Index of the stretch whose utterance this one goes on with, or -1. */
  partOf: number;
  /** How many steps the speaker was handed on without a clause of its own. */
  handed: number;
}

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

/** A clause in the same sentence, or the utterance that this stretch goes on with. */
function explicitCue(
  page: Page,
  index: NamingIndex,
  places: readonly Place[],
  tails: readonly (Cue | null)[],
  found: readonly Attributed[],
  q: number,
): Attributed {
  const place = places[q]!;
  const result: Attributed = { place, cue: null, partOf: -1, handed: 0 };
  const previous =
    q > 0 && places[q - 1]!.stretch.paragraph === place.stretch.paragraph ? places[q - 1]! : null;
  const previousTail = previous === null ? null : tails[q - 1]!;
  if (place.stretch.continues) result.partOf = q - 1;
  const own = tails[q]!;
  if (own !== null) {
    result.cue = own;
    const before = found[q - 1];
    // A paragraph left open belongs to the speaker whose clause follows in the next, whoever spoke before it.
    if (
      place.stretch.continues &&
      before !== undefined &&
      before.partOf >= 0 &&
      before.cue === null &&
      !before.place.stretch.continues
    )
      before.partOf = -1;
    if (previous !== null && result.partOf < 0 && joins(page, places, found, q)) result.partOf = q - 1;
    return result;
  }
  // Words behind the clause that belongs to the quotation before are what leads up to this one.
  const leadFrom = previousTail === null ? place.leadFrom : Math.max(place.leadFrom, previousTail.to);
  const lead = leadCue(page, index, place, leadFrom);
  if (lead !== null) {
    const ing =
      previousTail !== null && lead.cue.includes('said') && page.lexemes[lead.from]?.lower.endsWith('ing');
    result.cue = ing ? { ...lead, source: previousTail.source, cue: 'broken' } : lead;
    if (
      previous !== null &&
      found[q - 1]!.cue !== null &&
      sameSource(found[q - 1]!.cue!.source, result.cue.source) &&
      sameSentenceAs(page, previous, place)
    )
      result.partOf = q - 1;
    return result;
  }
  const before = previous === null ? null : found[q - 1]!;
  if (
    before?.cue &&
    result.partOf < 0 &&
    sameSentenceAs(page, before.place, place) &&
    goesOnInSentence(page, place)
  ) {
    result.cue = { ...before.cue, cue: 'same-sentence' };
    result.partOf = q - 1;
    return result;
  }
  if (previous !== null && result.partOf < 0 && goesOn(page, previous, previousTail, place))
    result.partOf = q - 1;
  if (result.partOf < 0) {
    const later = laterCue(page, index, place);
    if (later !== null) result.cue = later;
  }
  return result;
}

const sameSentenceAs = (page: Page, a: Place, b: Place) =>
  page.sentenceOf[Math.max(a.from, a.to - 1)] === page.sentenceOf[b.from];

/** Do words of the same sentence lead up to the marks? */
const goesOnInSentence = (page: Page, place: Place) =>
  place.leadTo > place.leadFrom && page.sentenceOf[place.leadTo - 1] === page.sentenceOf[place.leadTo];

/** Is nothing but the clause of the quotation before, if that, between it and this one? */
function goesOn(page: Page, previous: Place, tail: Cue | null, place: Place): boolean {
  let from = previous.tailFrom;
  if (tail !== null) from = tail.to;
  let words = 0;
  let sentences = 0;
  for (let i = from; i < place.leadTo; i++) {
    if (page.lexemes[i]!.kind === 'word') words++;
    if (i > from && page.sentenceOf[i] !== page.sentenceOf[i - 1]) sentences++;
  }
  if (words === 0) return true;
  // "… he says on “The Programme”": the marks belong to the clause, not to the speech.
  const last = page.lexemes[place.leadTo - 1]!;
  if (last.kind === 'word' && page.sentenceOf[place.leadTo - 1] === page.sentenceOf[place.leadTo])
    return false;
  return tail !== null && sentences === 0;
}

/** Two pieces each with a clause behind are one utterance only where nothing stands between them. */
function joins(page: Page, places: readonly Place[], found: readonly Attributed[], q: number): boolean {
  const place = places[q]!;
  const previous = found[q - 1]!;
  for (let i = place.leadFrom; i < place.leadTo; i++) if (page.lexemes[i]!.kind === 'word') return false;
  return previous.cue === null;
}

export function sameSource(a: Source, b: Source): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'person') return a.persons.length > 0 && a.persons.join() === b.persons.join();
  return a.label === b.label;
}

/** A clause at any piece of an utterance counts for all of it. */
function spreadWithinUtterances(found: Attributed[]): void {
  for (let q = 0; q < found.length; q++) {
    const piece = found[q]!;
    if (piece.partOf >= 0 && piece.cue === null && found[piece.partOf]!.cue !== null) {
      const before = found[piece.partOf]!;
      piece.cue = {
        ...before.cue!,
        cue: piece.place.stretch.continues ? 'continued' : chained(before.cue!.cue),
      };
      piece.handed = before.handed;
    }
  }
  for (let q = found.length - 1; q > 0; q--) {
    const piece = found[q]!;
    if (piece.partOf < 0 || piece.cue === null) continue;
    const before = found[piece.partOf]!;
    if (before.cue === null) {
      before.cue = { ...piece.cue, cue: 'continued' };
      before.handed = piece.handed;
    }
  }
}

const chained = (cue: string) => (cue.endsWith('chain') ? cue : `${cue}-chain`);

/** Speech without a clause of its own: the sentence before it, or whoever spoke last. */
function handOn(page: Page, index: NamingIndex, found: Attributed[], q: number): void {
  const piece = found[q]!;
  if (piece.cue !== null) return;
  const { place } = piece;
  const previous = q > 0 ? found[q - 1]! : null;
  const subject = place.leadTo > place.leadFrom ? subjectCue(page, index, place, place.leadFrom) : null;
  const sameSentence =
    place.leadTo > place.leadFrom && page.sentenceOf[place.leadTo - 1] === page.sentenceOf[place.leadTo];
  if (subject !== null) {
    piece.cue = sameSentence ? subject : sentenceBefore(page, index, place, subject);
    return;
  }
  if (previous === null || previous.cue === null) {
    piece.cue = paragraphBefore(page, index, place);
    return;
  }
  const gap = place.stretch.paragraph - previous.place.stretch.paragraph;
  if (gap === 0) {
    piece.cue = { ...previous.cue, cue: 'same-paragraph' };
    piece.handed = previous.handed + 1;
    return;
  }
  const narrative = paragraphBefore(page, index, place);
  if (narrative !== null && !endsInSpeech(page, previous.place, place)) {
    piece.cue = narrative;
    return;
  }
  if (endsInSpeech(page, previous.place, place)) {
    piece.cue = { ...previous.cue, cue: 'last-speaker' };
    if (gap === 1) piece.partOf = q - 1;
    piece.handed = previous.handed + 1;
  }
}

/** Whoever the sentence before says something of: the subject of its first reporting verb, else `otherwise`. */
function sentenceBefore(page: Page, index: NamingIndex, place: Place, otherwise: Cue): Cue {
  let from = place.leadTo - 1;
  while (from > place.leadFrom && page.sentenceOf[from - 1] === page.sentenceOf[place.leadTo - 1]) from--;
  const verb = firstReportingVerb(page, from, place.leadTo);
  if (verb === null) return { ...otherwise, cue: 'subject-before' };
  const source = subjectOf(page, index, verb.at, from);
  const named =
    source !== null &&
    (source.kind === 'person' || (source.kind === 'organisation' && /^\p{Lu}/u.test(source.label ?? '')));
  if (!named) return { ...otherwise, cue: 'subject-before' };
  return { cue: 'sentence-before', source, from, to: place.leadTo };
}

/** Is the quotation before the last thing in its paragraph, and its paragraph the one before this? */
function endsInSpeech(page: Page, previous: Place, place: Place): boolean {
  for (let p = previous.stretch.paragraph + 1; p < place.stretch.paragraph; p++) {
    const kind = page.paragraphs[p]!.kind;
    if (kind === 'body' || kind === 'heading') return false;
  }
  let sentences = 0;
  for (let i = previous.tailFrom + 1; i < previous.tailTo; i++)
    if (page.sentenceOf[i] !== page.sentenceOf[i - 1]) sentences++;
  return sentences <= 1;
}

/** Whoever the last sentence of the paragraph before is about. */
function paragraphBefore(page: Page, index: NamingIndex, place: Place): Cue | null {
  let p = place.stretch.paragraph - 1;
  while (p >= 0 && page.paragraphs[p]!.kind !== 'body') p--;
  if (p < 0) return null;
  let to = place.leadFrom;
  while (to > 0 && page.paragraphOf[to - 1] !== p) to--;
  if (to === 0) return null;
  let from = to - 1;
  while (from > 0 && to - from < 200 && page.sentenceOf[from - 1] === page.sentenceOf[to - 1]) from--;
  const verb = lastReportingVerb(page, from, to);
  const colon = page.lexemes[to - 1]!.text === ':';
  const source = (verb === null ? null : subjectOf(page, index, verb.at, from)) ?? nearest(index, to, from);
  if (source === null) return null;
  return {
    cue: colon ? 'paragraph-colon' : verb === null ? 'paragraph-subject' : 'paragraph-before',
    source,
    from,
    to,
  };
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

/** The sentence before the one the quotation stands in, and the one after. */
function surroundings(page: Page, place: Place): { before: Span | null; after: Span | null } {
  const { sentences, paragraphs } = page;
  const inBody = (s: number) =>
    s >= 0 && s < sentences.length && paragraphs[sentences[s]!.paragraph]!.kind === 'body';
  const first = page.sentenceOf[place.from] ?? -1;
  const last = page.sentenceOf[Math.max(place.from, place.to - 1)] ?? -1;
  const span = (s: number): Span => ({ start: sentences[s]!.start, end: sentences[s]!.end });
  return {
    before: first >= 0 && inBody(first - 1) ? span(first - 1) : null,
    after: last >= 0 && inBody(last + 1) ? span(last + 1) : null,
  };
}
