import type { Day, ExtractedPerson, ExtractedVisit } from '../../model/extraction.ts';
import type { Journey } from '../frames/telling.ts';
import { fold } from '../tokens.ts';
import type { Merged } from './merge.ts';

/** A visit, with the people and engagements by number while they are being joined. */
export interface Trip {
  visitor: number;
  country: string;
  cities: string[];
  start: Day | null;
  end: Day | null;
  made: boolean;
  journeys: Journey[];
}

/** Joins what is told of one person's trip to one country, and reads its days off what happened on it. */
export function joinTrips(
  journeys: readonly Journey[],
  engagements: readonly Merged[],
  homes: readonly (string | null)[],
  reference: Day | null,
): Trip[] {
  const trips: Trip[] = [];
  const known = new Map<string, Trip>();
  const keyOf = (journey: Journey) => `${journey.visitor} ${journey.country}`;
  const off = new Set(journeys.filter((journey) => journey.off).map(keyOf));
  for (const journey of journeys) {
    if (homes[journey.visitor] === journey.country) continue;
    const key = keyOf(journey);
    if (off.has(key) && (journey.off || !journey.made || journey.headline)) continue;
    const same = known.get(key);
    if (same === undefined) {
      const trip: Trip = {
        visitor: journey.visitor,
        country: journey.country,
        cities: [...journey.cities],
        start: null,
        end: null,
        made: journey.made,
        journeys: [journey],
      };
      trips.push(trip);
      known.set(key, trip);
      continue;
    }
    const told = same.journeys.some((other) => !other.headline);
    // A headline is taken at its word only where the text below it says nothing.
    if (!journey.headline) same.made = told ? same.made || journey.made : journey.made;
    same.journeys.push(journey);
    for (const city of journey.cities)
      if (!same.cities.some((known) => fold(known) === fold(city))) same.cities.push(city);
  }
  const itinerary = itineraryOf(trips);
  // A headline alone says where, not whether yet: that is as with the rest of the tour.
  for (const trip of trips) {
    if (!trip.journeys.every((journey) => journey.headline)) continue;
    const others = (itinerary.get(trip.visitor) ?? []).map((index) => trips[index]!);
    const told = others.filter((other) => other.journeys.some((journey) => !journey.headline));
    if (told.length > 0 && told.every((other) => !other.made)) trip.made = false;
  }
  const byPerson = new Map<number, Merged[]>();
  for (const engagement of engagements)
    for (const person of engagement.people)
      if (itinerary.has(person)) {
        const own = byPerson.get(person) ?? [];
        own.push(engagement);
        byPerson.set(person, own);
      }
  for (const trip of trips)
    measure(trip, byPerson.get(trip.visitor) ?? [], itinerary.get(trip.visitor)!.length === 1, reference);
  leaveOne(trips);
  return trips;
}

/** "arrived in A on Monday and leaves for B tomorrow": the day of leaving ends the one and begins the other. */
function leaveOne(trips: readonly Trip[]): void {
  const byVisitor = new Map<number, Trip[]>();
  for (const trip of trips)
    byVisitor.set(trip.visitor, [...(byVisitor.get(trip.visitor) ?? []), trip].slice(-20));
  for (const trip of trips) {
    const told = trip.journeys.find((journey) => journey.leaving != null);
    const day = told?.leaving ?? null;
    if (told === undefined || day === null || trip.start !== null) continue;
    const from = (byVisitor.get(trip.visitor) ?? []).find(
      (other) =>
        other !== trip &&
        other.start !== null &&
        other.start <= day &&
        other.end === null &&
        other.journeys.some((journey) => Math.abs(journey.sentence - told.sentence) <= 2),
    );
    if (from === undefined) continue;
    from.end = day;
    trip.start = day;
  }
}

function measure(trip: Trip, engagements: readonly Merged[], only: boolean, reference: Day | null): void {
  const own = engagements.filter(
    (engagement) =>
      engagement.kind !== 'call' &&
      engagement.kind !== 'interview' &&
      (engagement.country === trip.country || (engagement.country === null && only)),
  );
  const days = own.flatMap((engagement) =>
    engagement.date === null ? [] : [engagement.date, engagement.until ?? engagement.date],
  );
  const starts = trip.journeys.flatMap((journey) => journey.start ?? []);
  trip.start = least([...starts, ...days]);
  const stated = trip.journeys.flatMap((journey) =>
    journey.over || journey.start !== journey.end ? (journey.end ?? []) : [],
  );
  const sameDay = trip.journeys.flatMap((journey) => journey.end ?? []);
  const open = own.some((engagement) => engagement.date === null && !engagement.held);
  trip.end = stated.length > 0 ? greatest(stated) : open ? null : greatest([...days, ...sameDay]);
  if (trip.start !== null && trip.end !== null && trip.end < trip.start) trip.start = trip.end;
  // A headline puts into the present what is still to come.
  const day = trip.start ?? trip.end;
  if (day !== null && reference !== null && day > reference) trip.made = false;
  for (const engagement of own)
    if (engagement.city !== null && engagement.country === trip.country)
      if (!trip.cities.some((city) => fold(city) === fold(engagement.city!)))
        trip.cities.push(engagement.city);
}

const least = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((a, b) => (a === null || b < a ? b : a), null);
const greatest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((a, b) => (a === null || b > a ? b : a), null);

/** Trips by the person who makes them. */
export type Itinerary = ReadonlyMap<number, readonly number[]>;

/** Groups trips by visitor. */
export function itineraryOf(trips: readonly Trip[]): Itinerary {
  const found = new Map<number, number[]>();
  for (const [index, trip] of trips.entries()) {
    const own = found.get(trip.visitor) ?? [];
    own.push(index);
    found.set(trip.visitor, own);
  }
  return found;
}

/** Index of the trip an engagement is part of, or null. */
export function tripOf(engagement: Merged, trips: readonly Trip[], itinerary: Itinerary): number | null {
  if (engagement.kind === 'call' || engagement.kind === 'exercise') return null;
  const tripsFitting = (person: number) =>
    (itinerary.get(person) ?? []).filter((index) => isOn(engagement, trips[index]!));
  if (engagement.country !== null) {
    for (const person of engagement.people) {
      const [there] = tripsFitting(person);
      if (there !== undefined) return there;
    }
    return null;
  }
  for (const person of engagement.people) {
    const own = tripsFitting(person);
    // The host may be named first; the guest is the one with a trip.
    if (own.length === 0) continue;
    if (own.length > 1) return null;
    const trip = trips[own[0]!]!;
    const only = itinerary.get(person)!.length === 1;
    const within = engagement.date !== null && trip.start !== null && trip.end !== null;
    return only || within ? own[0]! : null;
  }
  return null;
}

function isOn(engagement: Merged, trip: Trip): boolean {
  if (!engagement.people.includes(trip.visitor)) return false;
  if (engagement.country !== null && engagement.country !== trip.country) return false;
  if (engagement.date === null) return true;
  return (
    (trip.start === null || engagement.date >= trip.start) &&
    (trip.end === null || engagement.date <= trip.end)
  );
}

/** The trips in their published shape. */
export function toVisits(trips: readonly Trip[], people: readonly ExtractedPerson[]): ExtractedVisit[] {
  return trips.map((trip) => ({
    visitor: people[trip.visitor]!.name,
    country: trip.country,
    cities: trip.cities,
    start: trip.start,
    end: trip.end,
    status: trip.made ? 'made' : 'announced',
    rules: [...new Set(trip.journeys.map((journey) => journey.rule))],
    evidence: uniqueSpans(trip.journeys.map((journey) => journey.evidence)),
  }));
}

/** Each span once, in order. */
export function uniqueSpans<T extends { start: number; end: number }>(
  spans: readonly T[],
): { start: number; end: number }[] {
  const seen = new Map<number, { start: number; end: number }>();
  for (const { start, end } of spans) if (!seen.has(start)) seen.set(start, { start, end });
  return [...seen.values()].sort((a, b) => a.start - b.start);
}
