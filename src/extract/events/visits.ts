import type { Day, Span } from '../../model/extraction.ts';
import type { PlaceMention } from '../places/find.ts';
import { leadTo } from './clause.ts';
import { isNegated } from './mood.ts';
import type { Telling } from './raw.ts';
import { isNews, type PersonAt, type Scene, type SceneSentence, type TimeAt } from './scene.ts';

/** One telling of a trip to one country. */
export interface Journey {
  visitor: number;
  country: string;
  cities: string[];
  start: Day | null;
  end: Day | null;
  made: boolean;
  /** Told by the title only. */
  headline: boolean;
  /** "concluded his trip": nothing comes after. */
  over: boolean;
  sentence: number;
  evidence: Span;
}

const GOES =
  /\b(?:visit(?:s|ed|ing)?|travel(?:s|led|ed|ling|ing)?|trip|tour(?:s|ed|ing)?|arriv(?:es?|ed|ing|al)|land(?:s|ed)|flew|fl(?:y|ies)|head(?:s|ed|ing)|heads|depart(?:s|ed|ing)?|journey(?:s|ed)?|went|goes|going|on the ground|stopover|touch(?:es|ed) down)\b/giu;
/** Between a host's verb and the guest's name stand only titles. */
const TITLED =
  /^\s(?:(?:the|his|her|their|of|and|for|prime|foreign|minister|president|visiting|newly|elected|new)\s|\p{Lu}[\p{L}.’'-]*,?\s){0,14}$/u;
const COMES = /\b(?:welcomed|welcomes|received|receives|hosted|hosts|greeted)\b/giu;
const FUTURE =
  /\b(?:will|would|shall|to (?:visit|travel|head|fly|go)|(?:is|are|was|were) (?:to|set|due|expected|scheduled|going|planned)|plans? to|planning to|intends? to|heads?|heading|upcoming|forthcoming|planned|next week|next month|invited|invitation)\b|[’']ll\b/iu;
const DONE =
  /\b(?:visited|travelled|traveled|arrived|flew|went|toured|landed|concluded|wrapped up|completed|ended|during (?:his|her|their|the|a)|while in|recent|has visited|is visiting|on the ground|met|held)\b/iu;
const OVER =
  /\b(?:conclud(?:ed|es|ing)|wrap(?:ped|s|ping) up|end(?:ed|s|ing)|complet(?:ed|es|ing)|finish(?:ed|es|ing))\b/iu;
const OLD_YEAR = /\b(?:in|since)\s((?:1[89]|20)\d\d)\b/gu;
const LONGEST_SENTENCE = 4_000;

/** Reads the trips that a text tells of in so many words. */
export function readJourneys(scene: Scene): Journey[] {
  const journeys: Journey[] = [];
  for (const [index, sentence] of scene.sentences.entries()) {
    if (
      sentence.end - sentence.start > LONGEST_SENTENCE ||
      sentence.kind === 'heading' ||
      sentence.kind === 'caption'
    )
      continue;
    if (sentence.places.length === 0) continue;
    for (const match of sentence.text.matchAll(GOES)) {
      const at = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
      journeys.push(...goesTo(scene, sentence, index, at));
    }
    for (const match of sentence.text.matchAll(COMES)) {
      const at = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
      journeys.push(...isReceived(scene, sentence, index, at));
    }
  }
  return journeys;
}

function goesTo(scene: Scene, sentence: SceneSentence, index: number, at: Span): Journey[] {
  const text = sentence.text;
  const word = text.slice(at.start - sentence.start, at.end - sentence.start).toLowerCase();
  if (
    isNegated(sentence, at) ||
    /\binvit(?:ed|es|ing|ation)\b/iu.test(
      text.slice(Math.max(0, at.start - sentence.start - 60), at.start - sentence.start),
    )
  )
    return [];
  const destinations = destinationsAfter(sentence, at, word);
  if (destinations.length === 0) return [];
  const who = travellers(sentence, at);
  if (who.length === 0) return [];
  const before = text.slice(Math.max(0, at.start - sentence.start - 80), at.start - sentence.start);
  const around = `${before}${text.slice(at.start - sentence.start, at.end - sentence.start + 40)}`;
  for (const year of around.matchAll(OLD_YEAR))
    if (scene.reference !== null && Number(year[1]) < Number(scene.reference.slice(0, 4))) return [];
  if (
    /^visits?$/.test(word) &&
    /\b(?:previous|last|earlier|past)\s(?:[\p{L}’'-]{1,20}\s){0,2}$/iu.test(before)
  )
    return [];
  const time = timeFor(sentence, at, destinations.at(-1)!);
  const first = time?.resolved.first ?? null;
  if (first !== null && !isNews(first, scene.reference)) return [];
  const later = first !== null && scene.reference !== null && first > scene.reference;
  const made = !later && (DONE.test(around) || !FUTURE.test(around));
  const over = OVER.test(before);
  const exact = time !== null && time.kind !== 'month';
  const countries = [...new Set(destinations.map((place) => place.country!))];
  // Of a tour the first day belongs to the first country and the last day to the last, unless each has its own.
  const begins = exact && !over ? first : null;
  const oneDay = word.startsWith('visit') && made ? first : null;
  const ends = exact
    ? over
      ? first
      : (time.resolved.last ?? (countries.length === 1 ? oneDay : null))
    : null;
  const times = countries.map((country) => ownTime(sentence, destinations, country));
  const each = countries.length > 1 && times.every((own) => own !== null);
  return who.flatMap((person) =>
    countries.map((country, stop) => ({
      visitor: person,
      country,
      cities: destinations.flatMap((place) => (place.country === country ? (place.city ?? []) : [])),
      start: each ? times[stop]!.resolved.first : stop === 0 ? begins : null,
      end: each
        ? (times[stop]!.resolved.last ?? times[stop]!.resolved.first)
        : stop === countries.length - 1
          ? ends
          : null,
      made,
      headline: sentence.kind === 'title',
      over,
      sentence: index,
      evidence: { start: sentence.start, end: sentence.end },
    })),
  );
}

const GAP_ENDS =
  /[.;:]|\b(?:said|says|and (?:met|held|discussed|will|said)|to (?:meet|discuss|attend|join|hold|take|deliver|sign)|where|which|who|that|by|with|after|before|during|when)\b/iu;

/** The places a trip goes to: the first within reach, and those listed with it. */
function destinationsAfter(sentence: SceneSentence, at: Span, word: string): PlaceMention[] {
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
        !/\b(?:for|of)\s(?:the\s)?$/iu.test(gap) &&
        !word.startsWith('visit')
      )
        continue;
      if (
        place.relation === 'named' &&
        word.startsWith('visit') &&
        !/^\s(?:the\s)?(?:\p{Ll}+\s){0,2}$/u.test(gap) &&
        !/\b(?:of)\s(?:the\s)?$/u.test(gap)
      )
        continue;
      if (place.relation === 'from') continue;
    } else if (
      !/^(?:,|\sand|,\sand|\sand\sthen|,\sthen|\s(?:on|from)\s[^,.;]{1,40}(?:,\s|\s)and(?:\s(?:to|in))?)\s(?:(?:to|in|on to)\s)?(?:the\s)?$/iu.test(
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

/** Whose trip: "his trip", "a visit by", the subject of the verb. */
function travellers(sentence: SceneSentence, at: Span): number[] {
  const by = sentence.persons.find(
    (person) =>
      person.start >= at.end &&
      person.start - at.end < 80 &&
      /\b(?:by|of)\s(?:[\p{L}.’'-]{1,20}\s){0,6}$/iu.test(
        sentence.text.slice(at.end - sentence.start, person.start - sentence.start),
      ) &&
      /\bby\b/iu.test(sentence.text.slice(at.end - sentence.start, person.start - sentence.start)),
  );
  if (by !== undefined) return [by.person];
  const before = sentence.persons.filter((person) => person.end <= at.start);
  const last = before.at(-1);
  if (last === undefined) return openingParticiple(sentence, at);
  const near = before.filter((person) => at.start - person.end < 110);
  const subject =
    near.findLast((person) => !isOther(sentence, person)) ??
    (before[0] !== undefined && !isOther(sentence, before[0]) ? before[0] : undefined);
  if (subject === undefined) return [];
  return [subject.person, ...joinedTo(sentence, subject, before)];
}

/** "Visiting Berlin, the Minister said": the traveller comes after. */
function openingParticiple(sentence: SceneSentence, at: Span): number[] {
  if (at.start - sentence.start > 40) return [];
  const person = sentence.persons.find((p) => p.start >= at.end);
  if (person === undefined) return [];
  const gap = sentence.text.slice(at.end - sentence.start, person.start - sentence.start);
  return gap.length < 90 && gap.includes(',') ? [person.person] : [];
}

function isOther(sentence: SceneSentence, person: Span): boolean {
  const lead = leadTo(sentence, person, 60);
  return /\b(?:with|to|for|about|against|than|told|met|join|joins|joined)\s(?:[\p{L}.’'-]{1,20}\s){0,4}$/iu.test(
    lead,
  );
}

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

/** "The King received the Prime Minister in Amman": the guest has come. */
function isReceived(scene: Scene, sentence: SceneSentence, index: number, at: Span): Journey[] {
  const text = sentence.text;
  const before = text.slice(0, at.start - sentence.start);
  const passive = /\b(?:was|were|is|are|been|being|be)\s$/iu.test(before);
  if (passive || isNegated(sentence, at)) return [];
  const guest = sentence.persons.find(
    (person) => person.start >= at.end && person.start - at.end < 80 && !person.pronoun,
  );
  if (guest === undefined || !TITLED.test(text.slice(at.end - sentence.start, guest.start - sentence.start)))
    return [];
  const place = sentence.places.find(
    (p) =>
      p.start >= guest.end &&
      p.start - guest.end < 60 &&
      (p.relation === 'to' || p.relation === 'in') &&
      p.country !== null,
  );
  if (
    place === undefined ||
    /\b(?:discuss\w{0,4}|situation|war)\b/iu.test(
      text.slice(guest.end - sentence.start, place.start - sentence.start),
    )
  )
    return [];
  const time = timeFor(sentence, at, place);
  const first = time?.resolved.first ?? null;
  if (first !== null && !isNews(first, scene.reference)) return [];
  const made =
    !/\b(?:will|to)\s$/iu.test(before) &&
    !(first !== null && scene.reference !== null && first > scene.reference);
  return [
    {
      visitor: guest.person,
      country: place.country!,
      cities: place.city === null ? [] : [place.city],
      start: first,
      end: time?.resolved.last ?? (made ? first : null),
      made,
      headline: sentence.kind === 'title',
      over: false,
      sentence: index,
      evidence: { start: sentence.start, end: sentence.end },
    },
  ];
}

/** "to Papua New Guinea from 16 to 18 July, and Solomon Islands on 19 July": the days right behind one of several. */
function ownTime(
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

/** The time of a trip: beside its destination, else at the head of the sentence. */
function timeFor(sentence: SceneSentence, at: Span, place: Span): TimeAt | null {
  const dated = sentence.times.filter(
    (time) => time.resolved.first !== null || time.resolved.period !== null,
  );
  for (const time of dated) {
    if (time.end <= at.start) continue;
    const from = time.start >= place.end ? place.end : at.end;
    const gap = sentence.text.slice(Math.min(from, time.start) - sentence.start, time.start - sentence.start);
    if (gap.length <= 40 && !/[;:]|\b(?:to|for|and|where|which|that|said)\b/iu.test(gap)) return time;
  }
  return (
    dated.find(
      (time) => time.end <= at.start && (time.start - sentence.start < 12 || at.start - time.end < 30),
    ) ?? null
  );
}

/** A telling in a country that is not a participant's own is a trip of theirs, too. */
export function impliedJourneys(tellings: readonly Telling[], homes: readonly (string | null)[]): Journey[] {
  return tellings.flatMap((telling) => {
    if (
      telling.country === null ||
      telling.kind === 'call' ||
      telling.kind === 'interview' ||
      telling.kind === 'exercise'
    )
      return [];
    const joined = telling.kind === 'conference' || telling.held;
    const people = joined ? telling.people : telling.people.slice(0, 1);
    return people.flatMap((visitor) => {
      const home = homes[visitor] ?? null;
      const called = home === null && calledOn(telling, visitor, homes);
      if ((home === null && !called) || home === telling.country) return [];
      return [
        {
          visitor,
          country: telling.country!,
          cities: telling.city === null ? [] : [telling.city],
          start: null,
          end: null,
          made: telling.held,
          headline: false,
          over: false,
          sentence: telling.sentence,
          evidence: telling.evidence,
        },
      ];
    });
  });
}

/** "The Minister met the President of the UAE in Abu Dhabi": who calls on a host that is at home has come from elsewhere. */
function calledOn(telling: Telling, visitor: number, homes: readonly (string | null)[]): boolean {
  if (!telling.held || telling.hosted || telling.people[0] !== visitor) return false;
  return (
    telling.kind === 'meeting' && telling.people.slice(1).some((person) => homes[person] === telling.country)
  );
}
