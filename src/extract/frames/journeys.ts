import type { Day, Span } from '../../model/extraction.ts';
import type { Attached, Clause, Mood } from '../analysis/clause.ts';
import { isLongPast } from '../analysis/long-past.ts';
import { isNews, type TimeAt } from '../analysis/scene.ts';
import { addDays } from '../dates/calendar.ts';
import type { PlaceMention } from '../places/find.ts';
import type { Told } from './frame.ts';
import { isOfOld } from './roles.ts';
import { shareDays } from './stays.ts';
import type { Journey } from './telling.ts';

/** A place somebody goes to, with the time printed right behind it. */
export interface Stop {
  place: PlaceMention;
  times: readonly TimeAt[];
}

export interface Trip {
  at: Span;
  who: readonly number[];
  stops: readonly Stop[];
  /** Times that stand with the whole trip, the likeliest first. */
  times: readonly TimeAt[];
  mood: Mood;
  /** "concluded", "returned from": its day is the last. */
  over?: boolean;
  /** "departs today": its day is that of leaving. */
  leaves?: boolean;
  /** Told with a bare "visit": one day is all of it. */
  whole?: boolean;
  /** How many days it takes, where the text counts them. */
  days?: number | null;
  /** "travels on Friday": the present tells of the Friday to come. */
  present?: boolean;
}

const TOLD: ReadonlySet<Mood> = new Set<Mood>(['done', 'present', 'ahead', 'off']);

/** The stops among phrases: those behind a preposition that leads there, and those listed with them. */
export function stopsIn(attached: readonly Attached[], preps: ReadonlySet<string>): Stop[] {
  const stops: Stop[] = [];
  let open = false;
  for (const { prep, noun, times } of attached) {
    if (preps.has(prep)) open = true;
    else if (!(open && (prep === '' || prep === 'of'))) {
      if (prep !== 'on' && prep !== 'from' && prep !== 'for' && prep !== 'with') open = false;
      continue;
    }
    if (noun.persons.length > 0) continue;
    const places = noun.places.filter((place) => place.country !== null);
    stops.push(...places.map((place, index) => ({ place, times: index === places.length - 1 ? times : [] })));
  }
  return stops;
}

export const isDated = (time: TimeAt) => time.resolved.first !== null || time.resolved.period !== null;

/** The journeys of everybody on a trip, one for each country, with the days shared among them. */
export function journeysOf(told: Told, trip: Trip): Journey[] {
  const { scene, sentence, index } = told;
  const { who, stops } = trip;
  if (who.length === 0 || stops.length === 0 || !TOLD.has(trip.mood)) return [];
  const countries = [...new Set(stops.map((stop) => stop.place.country!))];
  const last = stops.at(-1)!;
  const time = trip.times.find(isDated) ?? null;
  const present = trip.present === true && trip.mood === 'present';
  const dayOf = (at: TimeAt | null): Day | null => {
    const said = at?.resolved.first ?? null;
    const behind = said !== null && scene.reference !== null && said < scene.reference;
    return present && behind && at?.kind === 'weekday' ? addDays(said, 7) : said;
  };
  const first = dayOf(time);
  if (first !== null && !isNews(first, scene.reference)) return [];
  const month = first === null ? (time?.resolved.period ?? null) : null;
  if (month !== null && scene.reference !== null && isLongPast(month, scene.reference)) return [];
  if (isOfOld(told, trip.at, first)) return [];
  const isAhead = (day: Day | null) => day !== null && scene.reference !== null && day > scene.reference;
  const coming = trip.mood === 'present' && trip.times.some((one) => one.ahead);
  const done = trip.mood !== 'ahead' && !coming && trip.leaves !== true;
  const exact = time !== null && time.kind !== 'month';
  const over = trip.over === true;
  const days = countries.length === 1 ? (trip.days ?? null) : null;
  const until = time !== null && /\buntil\s$/iu.test(sentence.text.slice(0, time.start - sentence.start));
  const begins = exact && !over && !until && trip.leaves !== true ? first : null;
  const oneDay = trip.whole === true && done && !isAhead(first) && days === null ? first : null;
  const stated =
    exact && trip.leaves !== true
      ? over || until
        ? first
        : (time.resolved.last ?? (countries.length === 1 ? oneDay : null))
      : null;
  const starts = (over || until) && days !== null && stated !== null ? addDays(stated, 1 - days) : begins;
  const ends =
    !over && days !== null && begins !== null && stated === null ? addDays(begins, days - 1) : stated;
  const times = countries.map((country) => {
    const at = stops.findLastIndex((stop) => stop.place.country === country);
    return stops[at]!.times.find((one) => one.resolved.first !== null) ?? null;
  });
  void last;
  const stays = shareDays(times, dayOf, { first: starts, last: ends });
  return who.flatMap((visitor) =>
    countries.map((country, stop) => ({
      rule: '',
      visitor,
      country,
      cities: stops.flatMap(({ place }) => (place.country === country ? (place.city ?? []) : [])),
      start: stays[stop]!.first,
      end: stays[stop]!.last,
      made: done && !isAhead(stays[stop]!.own ?? (until ? starts : first)),
      leaving: trip.leaves === true && exact ? first : null,
      headline: sentence.kind === 'title',
      over,
      off: trip.mood === 'off',
      sentence: index,
      evidence: { start: sentence.start, end: sentence.end },
    })),
  );
}

const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** How many days "a three-day official visit" takes, by the words around a clause. */
export function lengthOf(told: Told, span: Span): number | null {
  const text = told.sentence.text.slice(span.start - told.sentence.start, span.end - told.sentence.start);
  const count = /\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-day\b/iu
    .exec(text)?.[1]
    ?.toLowerCase();
  if (count === undefined) return null;
  const spelled = COUNTS.indexOf(count);
  return spelled < 0 ? Number(count) || null : spelled + 1;
}

/** Those who go along, by a clause beside: "accompanied by A". */
export function companions(told: Told, who: readonly number[]): number[] {
  return told.analysis.clauses.flatMap((clause: Clause) => {
    if (clause.verb.lemma !== 'accompany' || clause.mood === 'denied') return [];
    const by = clause.attached
      .filter((one) => one.prep === 'by')
      .flatMap((one) => one.noun.persons.map((person) => person.person));
    const subject = clause.subject?.persons.map((person) => person.person) ?? [];
    const object = clause.object?.persons.map((person) => person.person) ?? [];
    if (by.length > 0 && (subject.length === 0 || subject.some((person) => who.includes(person)))) return by;
    return by.length === 0 && object.some((person) => who.includes(person)) ? subject : [];
  });
}
