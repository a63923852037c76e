import { inSentence } from '../../model/country.ts';
import { addDays, spanInWords } from '../../model/days.ts';
import { orderOf } from '../../model/order.ts';
import type { Ref, Visit } from '../../model/record.ts';
import type { VisitSource } from '../../model/source.ts';
import { toPublicVisit } from '../../public/visit.ts';
import type { Group } from '../graph.ts';
import { countryRef, locate, token } from '../places.ts';
import { daysOfVisit } from '../visits.ts';
import {
  compare,
  type Draft,
  datingOf,
  evidences,
  inOrder,
  type Surroundings,
  shown,
  words,
} from './draft.ts';

/** "Jens Stoltenberg in the United States, 29 January – 1 February 2024" */
function visitTitle(visitor: Ref, country: Ref, start: string | null, end: string | null): string {
  const days = spanInWords(start, end);
  return `${visitor.name} in ${inSentence(country.name)}${days === '' ? '' : `, ${days}`}`;
}

/** A stay longer than this is found by days within its first MOST_DAYS only. */
const MOST_DAYS = 400;

/** The days a visit lasted, so that a filter by days finds it whenever it began. */
function daysOf(start: string | null, end: string | null): string[] {
  const first = start ?? end;
  const last = end ?? start;
  const days: string[] = [];
  if (first === null || last === null) return days;
  for (let day = first; day <= last && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * The cities of a trip in the order they were seen: by the first dated engagement in each, then by where most
 * sources list them; cities that no source dates come last.
 */
function routeOf(sources: readonly VisitSource[]): Ref[] {
  const cities = new Map<string, { city: Ref; on: string; places: number[] }>();
  for (const it of sources) {
    for (const [at, { name, on }] of it.cities.entries()) {
      const city = locate({ place: null, city: name, country: it.country }).city;
      if (city === null) continue;
      const known = cities.get(city.id) ?? { city, on: '9999', places: [] };
      known.places.push(at / it.cities.length);
      if (on !== null && on < known.on) known.on = on;
      cities.set(city.id, known);
    }
  }
  const median = (places: number[]) => places.sort((a, b) => a - b)[Math.floor((places.length - 1) / 2)]!;
  return [...cities.values()]
    .sort(
      (a, b) => compare(a.on, b.on) || median(a.places) - median(b.places) || compare(a.city.id, b.city.id),
    )
    .map(({ city }) => city);
}

export function draftVisit(group: Group<VisitSource>, around: Surroundings): Draft {
  const { start, end, status } = daysOfVisit(group.sources);
  const [first] = inOrder(group.sources, around) as [VisitSource, ...VisitSource[]];
  const visitor = shown(first.visitor, around);
  const country = countryRef(first.country);
  const cities = routeOf(inOrder(group.sources, around));
  const { dating, keys } = datingOf(start ?? end, group.sources, around);
  const visit: Visit = {
    id: group.id,
    title: visitTitle(visitor, country, start, end),
    visitor,
    country,
    cities,
    start,
    end,
    ...dating,
    visit_status: status,
    sources: evidences(group.sources, around),
  };
  return {
    id: group.id,
    ord: orderOf(visit.day, group.id),
    keys: [
      token('visitor', visitor.id),
      token('country', country.id),
      ...cities.map((city) => token('city', city.id)),
      token('status', status),
      ...keys,
      ...daysOf(start, end).map((day) => token('on', day)),
    ],
    words: words(visit.title, ...cities.map((city) => city.name)),
    aloneIds: group.sources.map((it) => it.alone_id),
    title: visit.title,
    body: (stamps) => toPublicVisit(visit, stamps, 'published'),
  };
}
