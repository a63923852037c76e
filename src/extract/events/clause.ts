import type { Span } from '../../model/extraction.ts';
import type { PlaceMention } from '../places/find.ts';
import type { PersonAt, SceneSentence, TimeAt } from './scene.ts';

/** Words with which a sentence turns to its next event. Matched from where they begin; bounded. */
const TURN =
  /(?:,?\s(?:and|then|before|but|while|where|after which|followed by)\s|;|,\s(?:where|and|then)\s|—|–)/giu;

/** The part of a sentence that belongs to the words of an event at `[start, end)`. */
export interface Clause extends Span {
  /** The part before the first event of the sentence, which says when and where for all of them. */
  lead: Span;
}

/** Cuts a sentence at its turns between one event's words and the next. */
export function clauseOf(sentence: SceneSentence, at: Span, before: Span | null, after: Span | null): Clause {
  const offset = sentence.start;
  let start = sentence.start;
  let end = sentence.end;
  if (before !== null)
    start = lastTurn(sentence.text, before.end - offset, at.start - offset, offset) ?? before.end;
  if (after !== null)
    end = lastTurn(sentence.text, at.end - offset, after.start - offset, offset) ?? after.start;
  return { start, end, lead: { start: sentence.start, end: Math.min(start, at.start) } };
}

/** Where the last turn between two offsets begins, as an offset into the text. */
function lastTurn(text: string, from: number, to: number, offset: number): number | null {
  if (to <= from) return null;
  let found: number | null = null;
  for (const match of text.slice(from, to).matchAll(TURN)) found = from + match.index + offset;
  return found;
}

const within = (item: Span, span: Span) => item.start >= span.start && item.end <= span.end;

/** Times of the clause, else those of the sentence's lead. */
export function timesOf(sentence: SceneSentence, clause: Clause, quoted: boolean): TimeAt[] {
  const own = sentence.times.filter((time) => within(time, clause) && time.quoted === quoted);
  if (own.some(isDated)) return own;
  const lead = sentence.times.filter(
    (time) => within(time, clause.lead) && time.quoted === quoted && isDated(time),
  );
  return lead.length > 0 ? lead.slice(0, 1) : own;
}

function isDated(time: TimeAt): boolean {
  return time.resolved.first !== null || time.resolved.period !== null;
}

/** Places of the clause that say where, else those of the lead. */
export function placesOf(sentence: SceneSentence, clause: Clause): PlaceMention[] {
  const says = (place: PlaceMention) => place.relation === 'in' || place.relation === 'to';
  const own = sentence.places.filter((place) => within(place, clause) && says(place));
  if (own.length > 0) return own;
  return sentence.places.filter((place) => within(place, clause.lead) && place.relation === 'in');
}

/** Who acts: the last person before the words in their clause, else the first of the sentence. */
export function subjectOf(sentence: SceneSentence, clause: Span, at: Span, quoted: boolean): PersonAt | null {
  const before = sentence.persons.filter((person) => person.end <= at.start && person.quoted === quoted);
  const near = before.filter((person) => person.start >= clause.start);
  const [first] = before;
  return near.find((person) => !isObject(sentence, person)) ?? near[0] ?? first ?? null;
}

const OBJECT =
  /\b(?:with|by|of|to|from|for|about|against|on|between|than|President’s|Minister’s)\s(?:[\p{L}.’'-]{1,20}\s){0,5}$/iu;

/** "with Secretary Blinken", "of President Biden": named, but not the one who acts. */
export function isObject(sentence: SceneSentence, person: Span): boolean {
  const from = Math.max(0, person.start - sentence.start - 60);
  const text = sentence.text.slice(from, person.start - sentence.start);
  return OBJECT.test(text) && !/\bby\s(?:[\p{L}.’'-]{1,20}\s){0,5}$/iu.test(text);
}
