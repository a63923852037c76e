import type { Day, Span } from '../../model/extraction.ts';
import { addDays } from '../dates/calendar.ts';
import { isLongPast } from './long-past.ts';
import { isFuture, isNegated } from './mood.ts';
import type { Telling } from './raw.ts';
import { destinationsAfter, ownTime, timeFor, travellers } from './routes.ts';
import { isNews, type Scene, type SceneSentence, type TimeAt } from './scene.ts';
import { shareDays } from './stays.ts';
import { isCalledOff, isRemote, isTopic, LONG_AGO } from './unmade.ts';

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
  /** Called off: unless it is told as made elsewhere, there is no such trip. */
  off: boolean;
  sentence: number;
  evidence: Span;
}

const GOES =
  /\b(?:visit(?:s|ed|ing)?|travel(?:s|led|ed|ling|ing)?|trip|tour(?:s|ed|ing)?|arriv(?:es?|ed|ing|al)|land(?:s|ed)|flew|fl(?:y|ies|ying)|continu(?:es?|ed|ing)(?: on)?(?= to)|(?:mak(?:es?|ing)|made) a (?:brief )?stop(?= in)|stop(?:s|ped|ping)?(?: over)?(?= (?:in|at) )|spen(?:ds?|t|ding)(?= [^.;]{0,30}(?:\bdays?|\bweeks?|weekend|\b\d{1,2}(?:, \d{4})?) in )|head(?:s|ed|ing)?(?= (?:back |over |out |off |on )?(?:to|for|into|towards?|home)\b)|depart(?:s|ed|ing)?|journey(?:s|ed)?|went|goes|going|led (?:an?|the) [^.;]{0,30}delegation(?= to )|on the ground|stopover|touch(?:es|ed) down|return(?:s|ed|ing)?(?= (?:(?:on )?\p{L}{3,9} ){0,2}from )|(?:be|is|was)(?= in |\s(?:now\s)?on travel to ))\b/giu;
/** Between a host's verb and the guest's name stand only titles. */
const TITLED =
  /^\s(?:(?:the|his|her|their|of|and|for|prime|foreign|minister|president|visiting|newly|elected|new)\s|\p{Lu}[\p{L}.’'-]*,?\s){0,14}$/u;
const COMES =
  /\b(?:welcomed|welcomes|received|receives|hosted|hosts|greeted|(?<=\b(?:will|to)\s)(?:welcome|receive|host)|welcoming)\b/giu;
const FUTURE =
  /\b(?:will|would|shall|to (?:visit|travel|head|fly|go)|(?:is|are|was|were) (?:to|set|due|expected|scheduled|going|planned)|plans? to|planning to|intends? to|heads?|heading|upcoming|forthcoming|planned|next week|next month|invited|invitation)\b|[’']ll\b/iu;
const DONE =
  /\b(?:visited|travelled|traveled|arrived|flew|went|toured|landed|concluded|wrapped up|completed|ended|during (?:his|her|their|the|a)|while in|recent|has visited|is visiting|on the ground|met|held)\b/iu;
const OVER =
  /\b(?:conclud(?:ed|es|ing)|wrap(?:ped|s|ping) up|end(?:ed|s|ing)|complet(?:ed|es|ing)|finish(?:ed|es|ing))\b/iu;
const VIRTUAL = /\b(?:virtual|online|remote)\s$/iu;
const LEAVES =
  /\b(?:depart(?:s|ed|ing)?|embark(?:s|ed|ing)?|leav(?:es?|ing)|left|se(?:ts?|tting) (?:off|out))\b[^.;]{0,60}$/iu;
/** "as it headed to", "the most-visited": no person's way. */
const NOT_THEIRS = /-$|\bit\s(?:also\s|then\s|has\s|had\s|will\s)?$/iu;

/** "his landmark 2012 visit": a year before that of the text. */
function isOfYear(lead: string, reference: Day | null): boolean {
  const year = /\b((?:19|20)\d\d)\s(?:[\p{L}-]{1,14}\s){0,2}$/u.exec(lead)?.[1];
  return year !== undefined && (reference === null || Number(year) < Number(reference.slice(0, 4)));
}

const WILL_BE = /\b(?:will|to)\s(?:also\s|then\s)?$/iu;
const OLD_YEAR = /\b(?:in|since|of|during)\s(?:(?:early|late|mid)[\s-])?((?:1[89]|20)\d\d)\b/giu;
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
  // "before visiting Alpha" tells of what comes next.
  const next = word.endsWith('ing') && /\bbefore\s$/iu.test(text.slice(0, at.start - sentence.start));
  if (
    (!next && isNegated(sentence, at)) ||
    /\binvit(?:ed|es|ing|ation)\b/iu.test(
      text.slice(Math.max(0, at.start - sentence.start - 60), at.start - sentence.start),
    )
  )
    return [];
  const lead = text.slice(Math.max(0, at.start - sentence.start - 40), at.start - sentence.start);
  if (
    NOT_THEIRS.test(lead) ||
    LONG_AGO.test(text.slice(0, at.end - sentence.start)) ||
    isOfYear(lead, scene.reference)
  )
    return [];
  const noun = /^(?:visits?|trip|tour|travels?|stopover|stop)$/.test(word);
  if ((noun && isTopic(sentence, at)) || VIRTUAL.test(text.slice(0, at.start - sentence.start))) return [];
  const destinations = destinationsAfter(sentence, at, word);
  if (destinations.length === 0) return [];
  // "continues to respond to" goes nowhere.
  const way = text.slice(at.end - sentence.start, destinations[0]!.start - sentence.start);
  if (word.startsWith('continu') && !/^\sto\s(?:the\s)?$/u.test(way)) return [];
  const who = travellers(sentence, at, noun || /^(?:arrival|visiting|visit|journey)$/.test(word), next);
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
  const time = timeFor(sentence, at, destinations.at(-1)!, next);
  // "was in Pyongyang from 28 to 31 October" tells of a stay, "is in Europe" of anything.
  if (/^(?:is|was|be)$/.test(word)) {
    const travelling = /^\s(?:now\s)?on travel/u.test(text.slice(at.end - sentence.start));
    if (word === 'be' && !WILL_BE.test(before)) return [];
    const purpose = /^\sfor (?:an?|the|talks|meetings)\b/u.test(
      text.slice(destinations.at(-1)!.end - sentence.start),
    );
    if (!travelling && !purpose && word !== 'be' && (time === null || time.start < destinations[0]!.end))
      return [];
    if (isRemote(sentence, at)) return [];
  }
  // "flies to Manila on Friday": the present tells of the Friday to come.
  const present = /^(?:flies|travels|heads|goes|departs|continues)/u.test(word);
  const dayOf = (told: TimeAt | null) => {
    const said = told?.resolved.first ?? null;
    const behind = said !== null && scene.reference !== null && said < scene.reference;
    return present && behind && told?.kind === 'weekday' ? addDays(said, 7) : said;
  };
  const first = dayOf(time);
  if (first !== null && !isNews(first, scene.reference)) return [];
  const month = first === null ? (time?.resolved.period ?? null) : null;
  if (month !== null && scene.reference !== null && isLongPast(month, scene.reference)) return [];
  const isAhead = (day: Day | null) => day !== null && scene.reference !== null && day > scene.reference;
  const whole = {
    start: sentence.start,
    end: sentence.end,
    lead: { start: sentence.start, end: sentence.start },
    turned: false,
  };
  // Who departs today for somewhere may be there tomorrow.
  const leaves = word.startsWith('return') || LEAVES.test(`${before}${word}`);
  const done =
    (!leaves || word.startsWith('return')) &&
    !isFuture(sentence, whole, at) &&
    (DONE.test(around) || !FUTURE.test(around));
  const over = OVER.test(before);
  const exact = time !== null && time.kind !== 'month';
  const countries = [...new Set(destinations.map((place) => place.country!))];
  // Of a tour the first day belongs to the first country and the last day to the last, unless each has its own.
  const begins = exact && !over && !leaves ? first : null;
  const days = countries.length === 1 ? lengthOf(before) : null;
  const oneDay = word.startsWith('visit') && done && !isAhead(first) && days === null ? first : null;
  const stated =
    exact && !leaves
      ? over
        ? first
        : (time.resolved.last ?? (countries.length === 1 ? oneDay : null))
      : null;
  // "concluded a two-day visit today" says when it began, "arrived yesterday for a two-day visit" when it ends.
  const starts = over && days !== null && stated !== null ? addDays(stated, 1 - days) : begins;
  const ends =
    !over && days !== null && begins !== null && stated === null ? addDays(begins, days - 1) : stated;
  const times = countries.map((country) => ownTime(sentence, destinations, country));
  const stays = shareDays(times, dayOf, { first: starts, last: ends });
  return who.flatMap((person) =>
    countries.map((country, stop) => ({
      visitor: person,
      country,
      cities: destinations.flatMap((place) => (place.country === country ? (place.city ?? []) : [])),
      start: stays[stop]!.first,
      end: stays[stop]!.last,
      made: done && !isAhead(stays[stop]!.own ?? first),
      headline: sentence.kind === 'title',
      over,
      off: isCalledOff(sentence, at),
      sentence: index,
      evidence: { start: sentence.start, end: sentence.end },
    })),
  );
}

const LENGTH = /\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-day\s(?:[\p{L}-]{1,14}\s){0,2}$/iu;
const COUNTS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** How many days "a three-day official" says a visit takes. */
function lengthOf(before: string): number | null {
  const count = LENGTH.exec(before)?.[1]?.toLowerCase();
  if (count === undefined) return null;
  const spelled = COUNTS.indexOf(count);
  return spelled < 0 ? Number(count) || null : spelled + 2;
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
    !/\b(?:will|to)\s$|\bforward to\b[^.;]{0,30}$/iu.test(before) &&
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
      off: isCalledOff(sentence, at),
      sentence: index,
      evidence: { start: sentence.start, end: sentence.end },
    },
  ];
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
          off: false,
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
