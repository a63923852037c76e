import type { EngagementKind } from '../../model/extraction.ts';
import type { Telling } from '../frames/telling.ts';
import { fold } from '../tokens.ts';

/** Tellings of one engagement, the first of them standing for it. */
export interface Merged extends Telling {
  tellings: Telling[];
  /** Names of the refiners that changed it. */
  refined: string[];
}

const ALIKE: ReadonlyMap<EngagementKind, readonly EngagementKind[]> = new Map([
  ['meeting', ['meeting']],
  ['conference', ['conference']],
  ['press_conference', ['press_conference']],
  ['speech', ['speech']],
]);

/** Joins tellings of the same engagement; captions only add to what the body tells. */
export function mergeTellings(
  tellings: readonly Telling[],
  isCaption: (telling: Telling) => boolean,
): Merged[] {
  const merged: Merged[] = [];
  const body = tellings.filter((telling) => !isCaption(telling));
  for (const telling of body) {
    const last = merged.at(-1);
    if (telling.joins) {
      if (last?.kind === telling.kind) join(last, telling);
      continue;
    }
    const same = lastSame(merged, telling);
    if (same === undefined)
      merged.push({ ...telling, people: [...telling.people], tellings: [telling], refined: [] });
    else join(same, telling);
  }
  for (const telling of tellings) {
    if (!isCaption(telling)) continue;
    const same = merged.slice(0, REACH).filter((other) => isSame(other, telling));
    if (same.length === 1) join(same[0]!, telling);
  }
  return merged;
}

/** How many engagements back a text is thought to return to: it bounds the work on texts that tell of thousands. */
const REACH = 80;

function lastSame(merged: readonly Merged[], telling: Telling): Merged | undefined {
  for (let index = merged.length - 1; index >= Math.max(0, merged.length - REACH); index--)
    if (isSame(merged[index]!, telling)) return merged[index];
  return undefined;
}

function isSame(a: Merged, b: Telling): boolean {
  if (a.kind !== b.kind && !(ALIKE.get(a.kind) ?? []).includes(b.kind)) return false;
  const datesAgree =
    a.date === b.date ||
    a.date === null ||
    b.date === null ||
    (a.until !== null && b.date >= a.date && b.date <= a.until);
  if (!datesAgree) return false;
  const soft = a.date === null || b.date === null;
  if (a.period !== null && b.date !== null && !b.date.startsWith(a.period)) return false;
  if (a.city !== null && b.city !== null && fold(a.city) !== fold(b.city)) return false;
  if (a.country !== null && b.country !== null && a.country !== b.country) return false;
  if (
    a.held !== b.held &&
    a.date !== b.date &&
    a.kind !== 'conference' &&
    a.sentence !== b.sentence &&
    (a.city === null || a.city !== b.city)
  )
    return false;
  const placed = (a.city !== null && b.city !== null) || (a.place !== null && a.place === b.place);
  if (a.kind === 'exercise') return sameName(a, b);
  if (a.kind === 'conference') return sameName(a, b) && (placed || soft || a.date === b.date);
  if (a.kind === 'site_visit') return a.place !== null && b.place !== null && overlap(a.place, b.place);
  if (a.sentence === b.sentence && a.kind === 'meeting') return !b.more;
  const [principal] = a.people;
  const partnersA = a.people.slice(1);
  const partnersB = b.people.filter((person) => person !== principal);
  const shared =
    partnersA.some((person) => b.people.includes(person)) ||
    partnersB.some((person) => a.people.includes(person));
  if (partnersA.length > 0 && partnersB.length > 0) {
    // Two who each met the same third person met apart, unless one telling knows the other's principal.
    const first = principal !== undefined && b.people.includes(principal);
    const second = b.people[0] !== undefined && a.people.includes(b.people[0]);
    if (shared && (first || second)) return true;
    return (
      a.held === b.held &&
      a.date !== null &&
      a.date === b.date &&
      placed &&
      !a.people.every((person) => !b.people.includes(person)) &&
      a.kind !== 'meeting'
    );
  }
  if (a.kind === 'press_conference' || a.kind === 'speech' || a.kind === 'ceremony' || a.kind === 'call') {
    if (a.people.length > 0 && b.people.length > 0 && !a.people.some((person) => b.people.includes(person)))
      return false;
    return a.held === b.held;
  }
  // One of them names nobody whom the other could contradict: the same place on the same day is enough.
  return (
    !b.more &&
    placed &&
    a.date !== null &&
    a.date === b.date &&
    (partnersA.length === 0 || partnersB.length === 0)
  );
}

function sameName(a: Telling, b: Telling): boolean {
  if (a.name === null || b.name === null) return true;
  const words = (name: string) =>
    new Set(
      fold(name)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 1 && word !== 'the'),
    );
  const first = words(a.name);
  const second = words(b.name);
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  // "the conference", "the summit": no name at all.
  if ([...small].every((word) => GENERIC.has(word))) return true;
  const shared = [...small].filter((word) => large.has(word)).length;
  if (shared === small.size) return true;
  return a.city !== null && a.city === b.city && shared > 0;
}

const GENERIC = new Set([
  'conference',
  'summit',
  'meeting',
  'forum',
  'ministerial',
  'roundtable',
  'symposium',
  'congress',
  'assembly',
  'dialogue',
]);

function overlap(a: string, b: string): boolean {
  const words = (name: string) =>
    new Set(
      fold(name)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 3),
    );
  const first = words(a);
  return [...words(b)].some((word) => first.has(word));
}

function join(into: Merged, telling: Telling): void {
  into.tellings.push(telling);
  into.date ??= telling.date;
  into.until ??= telling.until;
  into.period = into.date === null ? (into.period ?? telling.period) : null;
  if (into.city === null && (into.country === null || into.country === telling.country))
    into.city = telling.city;
  into.country ??= telling.country;
  into.name ??= telling.name;
  // The place printed at more length says more, unless it is only another's house.
  into.place ??= telling.place;
  for (const person of telling.people) if (!into.people.includes(person)) into.people.push(person);
  into.held ||= telling.held;
  into.speaking ||= telling.speaking;
}

/**
 * Without what only repeats another: a conference that is no more than the house of a speech, a gathering of nobody
 * in particular that is told as a conference in the same sentence.
 */
export function withoutEchoes(engagements: readonly Merged[]): Merged[] {
  const houses = new Map<string, Merged>();
  const conferenceIn = new Map<number, Merged>();
  for (const engagement of engagements) {
    if (engagement.kind !== 'conference') continue;
    conferenceIn.set(engagement.sentence, engagement);
    if (engagement.name !== null && !houses.has(fold(engagement.name)))
      houses.set(fold(engagement.name), engagement);
  }
  const speeches = new Map<string, Merged[]>();
  for (const engagement of engagements) {
    if (engagement.kind !== 'speech' || engagement.place === null) continue;
    const place = fold(engagement.place);
    const house = houses.get(place);
    if (engagement.city === null) engagement.city = house?.city ?? null;
    engagement.country ??= house?.country ?? null;
    speeches.set(place, [...(speeches.get(place) ?? []), engagement].slice(-20));
  }
  return engagements.filter((engagement) => {
    if (engagement.kind === 'conference' && engagement.name !== null && engagement.tellings.length === 1)
      return !(speeches.get(fold(engagement.name)) ?? []).some((speech) =>
        engagement.people.every((person) => speech.people.includes(person)),
      );
    if (engagement.kind !== 'meeting' || engagement.people.length > 0) return true;
    // "Leaders gathered today for a summit": the day is that of the summit.
    const conference = conferenceIn.get(engagement.sentence);
    if (conference !== undefined && conference.period === null) conference.date ??= engagement.date;
    return conference === undefined;
  });
}
