import type { Span } from '../../model/extraction.ts';
import type { PlaceMention } from '../places/find.ts';
import type { PersonAt } from './persons.ts';
import type { SceneSentence, TimeAt } from './scene.ts';

/** Words with which a sentence turns to its next event. Matched from where they begin; bounded. */
const TURN =
  /,?\s(?:then|before|but|while|where|after which|followed by)\s|,?\sand\s(?=(?:on|in|tomorrow|later|from|next|s?he|will)\s(?!the\s(?:margins|sidelines)))|;|—|–/iu;

/** Words that lead on to what comes next although no word tells of it as an event. */
const ONWARD =
  /,?\sbefore\s\p{L}{2,20}ing\b|,?\sand then\s|,\sthen\s|\sen route to\s|,\sand\s(?=(?:on|tomorrow|later)\s)/u;

/** The part of a sentence that belongs to the words of an event at `[start, end)`. */
export interface Clause extends Span {
  /** The part before the first event of the sentence, which says when and where for all of them. */
  lead: Span;
  /** Begins with "where": what stands right before says when. */
  turned: boolean;
}

/** Cuts a sentence at its turns between one event's words and the next. */
export function clauseOf(sentence: SceneSentence, at: Span, before: Span | null, after: Span | null): Clause {
  const offset = sentence.start;
  let start = sentence.start;
  let end = sentence.end;
  if (before !== null)
    start = turnBetween(sentence.text, before.end - offset, at.start - offset, offset) ?? before.end;
  // "…, where the Minister is to meet": who acts stands behind it, the day before it.
  const turn = sentence.text.slice(start - offset, at.start - offset).lastIndexOf(', where ');
  const turned = turn >= 0 && sentence.persons.some((one) => one.start > start + turn && one.end <= at.start);
  if (turned) start += turn;
  if (after !== null)
    end = turnBetween(sentence.text, at.end - offset, after.start - offset, offset) ?? after.start;
  const onward = ONWARD.exec(sentence.text.slice(at.end - offset, end - offset));
  if (onward !== null) end = at.end + onward.index;
  return { start, end, lead: { start: sentence.start, end: Math.min(start, at.start) }, turned };
}

/** Where the sentence turns between two offsets, as an offset into the text: at a plain turn, else at an "and". */
function turnBetween(text: string, from: number, to: number, offset: number): number | null {
  if (to <= from) return null;
  const between = text.slice(from, to);
  const plain = TURN.exec(between);
  if (plain !== null) return from + plain.index + offset;
  const and = between.lastIndexOf(' and ');
  if (and < 0 || LISTS.test(between.slice(and + 5))) return null;
  return from + and + offset;
}

/** "and Minister Alpha": the next of a list, not the next thing done. */
const LISTS = /^(?:the\s)?(?:\p{Lu}[\p{L}.’'-]*\s?){1,8}(?:,|$)/u;

const within = (item: Span, span: Span) => item.start >= span.start && item.end <= span.end;

/** Times of the clause, else those of the sentence's lead. */
export function timesOf(sentence: SceneSentence, clause: Clause, at: Span): TimeAt[] {
  const own = sentence.times.filter(
    (time) =>
      within(time, clause) &&
      !(time.start > at.end && (isReported(sentence, time) || OTHER_EVENT.test(between(sentence, at, time)))),
  );
  const after = own.filter((time) => time.start >= at.end && isDated(time));
  if (after.length > 0) return after;
  if (own.some(isDated)) return own.filter(isDated).toReversed();
  const lead = sentence.times.filter((time) => within(time, clause.lead) && isDated(time));
  if (lead.length === 0) return own;
  return clause.turned ? lead.slice(-1) : lead.slice(0, 1);
}

const between = (sentence: SceneSentence, at: Span, time: Span) =>
  sentence.text.slice(at.end - sentence.start, time.start - sentence.start);

/** "met him ahead of the summit on Friday": the day of something else. */
const OTHER_EVENT = /\b(?:ahead of|prior to|since|following|in the run-up to|before|after)\b/iu;

/** "…, the Kremlin said on Friday": the day of the saying. */
function isReported(sentence: SceneSentence, time: Span): boolean {
  const before = sentence.text.slice(
    Math.max(0, time.start - sentence.start - 40),
    time.start - sentence.start,
  );
  return REPORTED.test(before);
}

const REPORTED =
  /\b(?:said|says|told \S{1,20}|announced|reported|confirmed|added|stated|tweeted|wrote)\s(?:on |late |early |in a statement ){0,2}$/iu;

function isDated(time: TimeAt): boolean {
  return time.resolved.first !== null || time.resolved.period !== null;
}

/** Places of the clause that say where, else those of the lead. */
export function placesOf(sentence: SceneSentence, clause: Clause, at: Span): PlaceMention[] {
  const says = (place: PlaceMention) => place.relation === 'in' || place.relation === 'to';
  const own = sentence.places.filter((place) => within(place, clause) && says(place));
  if (own.some((place) => place.start >= at.end)) return own;
  // "returned from Baghdad, where she met": there.
  const turned = sentence.places.findLast((place) => place.end <= at.start);
  const way =
    turned === undefined ? '' : sentence.text.slice(turned.end - sentence.start, at.start - sentence.start);
  if (turned !== undefined && WHERE.test(way)) return [{ ...turned, relation: 'in' }];
  if (own.length > 0) return own;
  return sentence.places.filter((place) => within(place, clause.lead) && place.relation === 'in');
}

const WHERE =
  /^(?:,?\s(?:(?:on|from|to)\s)?(?:[\p{Lu}\d][\p{L}\d-]*\s?|today|tomorrow|yesterday|(?:this|next|last) week){1,3})?,?\swhere\s[^.;]{0,200}$/u;

/** Who acts: the last person before the words in their clause, else the first of the sentence. */
export function subjectOf(sentence: SceneSentence, clause: Span, at: Span): PersonAt | null {
  const before = sentence.persons.filter((person) => person.end <= at.start);
  const near = before.filter((person) => person.start >= clause.start);
  const acts = (person: PersonAt) => !isObject(sentence, person);
  return near.find(acts) ?? before.find(acts) ?? null;
}

const OBJECT =
  /\b(?:[Ww]ith|of|to|from|for|about|against|between|than|President’s|Minister’s)\s(?:(?:\p{Lu}[\p{L}.’'-]{0,20}|the|and|his|her|their|its|new|former|visiting|foreign|prime|deputy|vice|minister|president|premier|secretary|general|chancellor|king|queen|counterparts?|colleagues?|ambassador|leaders?),?\s){0,7}$/u;

/** "Minister for Foreign Affairs": words of a title that elsewhere say who it was done with or for. */
const TITLES =
  /\b(Ministers?|Members?|Secretar(?:y|ies)|Representatives?|Commissioners?|Envoys?|Director(?:-General)?|Presidents?|Chair(?:man|woman|person)?|Heads?|Chief|Chancellor|Department|Ambassadors?|Advis[eo]r|King|Queen|Speaker|Governor) (?:for|of|to|on)(?: the)? /giu;

/** The words between a person and the one before, with the prepositions of titles taken out. */
export function leadTo(sentence: SceneSentence, person: Span, length: number): string {
  const at = person.start - sentence.start;
  const previous = sentence.persons.findLast((other) => other.end <= person.start);
  // "On the way to Alpha, the Minister": the comma behind a place ends what leads to it.
  const place = sentence.places.findLast((other) => other.end <= person.start);
  const after = place === undefined ? 0 : place.end - sentence.start;
  const from = Math.max(
    0,
    at - length,
    previous === undefined ? 0 : previous.end - sentence.start,
    sentence.text.charAt(after) === ',' && place?.relation !== 'named' ? after + 1 : 0,
  );
  return sentence.text.slice(from, at).replace(TITLES, '$1 ');
}

/** Between an office and the name of its holder. */
export const APPOSED =
  /^,\s(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Hon|H\.E|HE|the|Rt|General|Admiral|Shri)\.?\s){0,4}$/u;

/** Whether somebody is named along with the one before: "A and B". */
export function isJoined(sentence: SceneSentence, person: Span): Span | null {
  const previous = sentence.persons.findLast((other) => other.end <= person.start);
  if (previous === undefined) return null;
  // "the Defence Minister, Dr Example": the name of whoever holds the office.
  const gap = sentence.text.slice(previous.end - sentence.start, person.start - sentence.start);
  if (previous.office && APPOSED.test(gap)) return previous;
  return /^,?\s(?:and|&|as well as)\s(?:[\p{L}.’'-]{1,20},?\s){0,7}$/iu.test(leadTo(sentence, person, 90))
    ? previous
    : null;
}

/** "with Secretary Blinken", "of President Biden": named, but not the one who acts. */
export function isObject(sentence: SceneSentence, person: Span): boolean {
  if (OBJECT.test(leadTo(sentence, person, 70))) return true;
  const previous = isJoined(sentence, person);
  return previous !== null && isObject(sentence, previous);
}
