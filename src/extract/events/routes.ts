import type { Span } from '../../model/extraction.ts';
import type { PlaceMention } from '../places/find.ts';
import { isJoined, leadTo } from './clause.ts';
import type { PersonAt } from './persons.ts';
import type { SceneSentence, TimeAt } from './scene.ts';

const GAP_ENDS =
  /[.;:]|\b(?:said|says|and (?:met|held|discussed|will|said)|to (?:meet|discuss|attend|join|hold|take|deliver|sign)|will (?!(?:also )?(?:take|bring|include|begin|start|go)\b)|where|which|who|that(?! (?:will )?(?:takes?|took|brings?|includes?|included)\b)|by|with|after|before|during|when)\b/iu;

/** The places a trip goes to: the first within reach, and those listed with it. */
export function destinationsAfter(sentence: SceneSentence, at: Span, word: string): PlaceMention[] {
  const found: PlaceMention[] = [];
  let from = at.end;
  for (const place of sentence.places) {
    if (place.start < at.end) continue;
    const gap = sentence.text.slice(from - sentence.start, place.start - sentence.start);
    if (found.length === 0) {
      if (gap.length > 60 || GAP_ENDS.test(gap)) break;
      if (
        place.relation !== 'to' &&
        place.relation !== 'in' &&
        !(place.relation === 'from' && word.startsWith('return')) &&
        !/\b(?:for|of)\s(?:the\s)?$/iu.test(gap) &&
        !word.startsWith('visit')
      )
        continue;
      if (
        place.relation === 'named' &&
        word.startsWith('visit') &&
        !/^\s(?:the\s)?(?:\p{Ll}+\s){0,2}$/u.test(gap) &&
        !/\b(?:of\s(?:the\s)?|capital\s|city\s|town\s|port\s)$/u.test(gap)
      )
        continue;
      if (place.relation === 'from' && !word.startsWith('return')) continue;
    } else if (
      !/^(?:[,;]|[,;]?\sand|\sand\sthen|,\sthen|,?\s(?:(?:on|from)\s[^,.;]{1,40}|today|tomorrow|yesterday)(?:,\s|\s)and(?:\s(?:to|in|on to|then to))?)\s(?:(?:to|in|on to)\s)?(?:the\s)?$/iu.test(
        gap,
      )
    ) {
      // "the headquarters in Tampa": a town of the country just named belongs to the same trip.
      if (
        place.relation === 'in' &&
        gap.length < 120 &&
        place.country === found[0]!.country &&
        !/[.;]/.test(gap)
      )
        found.push(place);
      continue;
    }
    if (place.country === null) continue;
    found.push(place);
    from = place.end;
  }
  // A country and a town in it, in one breath, are one destination.
  return found;
}

/** Whose trip: "his trip", "a visit by", the subject of the verb; of "before travelling" the `first` of the sentence. */
export function travellers(sentence: SceneSentence, at: Span, noun: boolean, first = false): number[] {
  const by = !noun
    ? undefined
    : sentence.persons.find(
        (person) =>
          person.start >= at.end &&
          person.start - at.end < 80 &&
          /\b(?:by|of)\s(?:[\p{L}.’'-]{1,20}\s){0,6}$/iu.test(
            sentence.text.slice(at.end - sentence.start, person.start - sentence.start),
          ) &&
          /(?<!\p{L}{2,12}ed )\bby\b/iu.test(
            sentence.text.slice(at.end - sentence.start, person.start - sentence.start),
          ),
      );
  if (by !== undefined) return [by.person];
  const before = sentence.persons.filter((person) => person.end <= at.start);
  const last = before.at(-1);
  if (last === undefined) return openingParticiple(sentence, at);
  // "met with B, who is visiting": B.
  if (
    /^,\swho\s[^,.;]{0,30}$/u.test(sentence.text.slice(last.end - sentence.start, at.start - sentence.start))
  )
    return [last.person];
  const near = before.filter((person) => at.start - person.end < 110);
  const subject =
    (first ? before.find((person) => !isOther(sentence, person)) : undefined) ??
    near.findLast((person) => !isOther(sentence, person)) ??
    (before[0] !== undefined && !isOther(sentence, before[0]) ? before[0] : undefined);
  if (subject === undefined) return [];
  return [
    ...new Set([
      subject.person,
      ...joinedTo(sentence, subject, before),
      ...company(sentence, subject.person, at),
    ]),
  ];
}

/** "A will accompany B on her visit", "B, accompanied by A": both go. */
function company(sentence: SceneSentence, traveller: number, at: Span): number[] {
  if (!/\baccompan/iu.test(sentence.text)) return [];
  const { persons, text, start } = sentence;
  return persons.flatMap((person, index) => {
    const next = persons[index + 1];
    if (next === undefined || person.end > at.start) return [];
    const gap = text.slice(person.end - start, next.start - start);
    if (next.person === traveller && /\baccompan(?:y|ies|ied|ying)\b(?!\sby\b)/iu.test(gap))
      return [person.person];
    return person.person === traveller && /\baccompanied by\b/iu.test(gap) ? [next.person] : [];
  });
}

/** "Visiting Berlin, the Minister said": the traveller comes after. */
function openingParticiple(sentence: SceneSentence, at: Span): number[] {
  if (at.start - sentence.start > 40) return [];
  if (/\b(?:will|would|to)\s$/iu.test(sentence.text.slice(0, at.start - sentence.start))) return [];
  const person = sentence.persons.find((p) => p.start >= at.end);
  if (person === undefined) return [];
  const gap = sentence.text.slice(at.end - sentence.start, person.start - sentence.start);
  return gap.length < 90 && gap.includes(',') ? [person.person] : [];
}

function isOther(sentence: SceneSentence, person: Span): boolean {
  if (OTHER.test(leadTo(sentence, person, 70))) return true;
  const previous = isJoined(sentence, person);
  return previous !== null && isOther(sentence, previous);
}

const OTHER =
  /\b(?:with|to|for|about|against|than|told|met|meets?|meeting|see|invit(?:e|es|ed)|welcom(?:e|es|ed)|receiv(?:e|es|ed)|hosts?|hosted|thank(?:s|ed)?|calls? on|join|joins|joined)\s(?:[\p{L}.’'-]{1,20},?\s){0,5}$/iu;

/** "X and Y travelled": both. */
function joinedTo(sentence: SceneSentence, subject: PersonAt, before: readonly PersonAt[]): number[] {
  const found: number[] = [];
  let first = subject;
  for (const person of before.toReversed()) {
    if (person.start >= first.start) continue;
    const gap = sentence.text.slice(person.end - sentence.start, first.start - sentence.start);
    if (
      !/^,?\s(?:and\s|&\s)?(?:[\p{Lu}][\p{L}.’'-]{0,20}\s|of\s|the\s|for\s|his\s|her\s|and\s){0,6}$/u.test(
        gap,
      ) &&
      !/^,\s/u.test(gap)
    )
      break;
    if (gap.length > 60) break;
    found.push(person.person);
    first = person;
  }
  return found;
}

/** "to Papua New Guinea from 16 to 18 July, and Solomon Islands on 19 July": the days right behind one of several. */
export function ownTime(
  sentence: SceneSentence,
  destinations: readonly PlaceMention[],
  country: string,
): TimeAt | null {
  const at = destinations.findLastIndex((place) => place.country === country);
  const place = destinations[at]!;
  const next = destinations[at + 1]?.start ?? sentence.end;
  const time = sentence.times.find(
    (t) => t.start >= place.end && t.start < next && t.resolved.first !== null,
  );
  return time !== undefined && time.start - place.end <= 8 ? time : null;
}

/** The time of a trip: beside its destination, else, but of the `next` trip of a sentence, before it. */
export function timeFor(sentence: SceneSentence, at: Span, place: Span, next = false): TimeAt | null {
  const dated = sentence.times.filter(
    (time) => time.resolved.first !== null || time.resolved.period !== null,
  );
  for (const time of dated) {
    if (time.end <= at.start) continue;
    const from = time.start >= place.end ? place.end : at.end;
    const gap = sentence.text.slice(Math.min(from, time.start) - sentence.start, time.start - sentence.start);
    // "to Glasgow for the summit from 1 to 2 November": the trip has the days of what it is for.
    if (gap.length <= 60 && /^,?\sfor\s(?:(?!to\b)[\p{L}\p{N}’'&-]{1,20}\s){1,7}(?:from|on)\s$/u.test(gap))
      return time;
    if (gap.length <= 40 && !/[;:]|\b(?:to|for|and|where|which|that|said)\b/iu.test(gap)) return time;
  }
  if (next) return null;
  const before = dated.filter((time) => time.end <= at.start);
  return (
    before.findLast((time) => at.start - time.end < 30) ??
    before.find((time) => time.start - sentence.start < 12) ??
    null
  );
}
