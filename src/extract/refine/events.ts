import type { Day, ExtractedEngagement, ExtractedQuote, ExtractedVisit } from '../../model/extraction.ts';
import { layScene, type Scene } from '../analysis/scene.ts';
import type { Telling } from '../frames/telling.ts';
import type { Reading } from '../reading.ts';
import { headedOccasion, headedTelling, isTurn } from './heading.ts';
import { homesOf, likelyHomes } from './homes.ts';
import { impliedJourneys } from './implied.ts';
import { type Merged, mergeTellings, withoutEchoes } from './merge.ts';
import { readAll } from './sentences.ts';
import { Occasions } from './settle.ts';
import { placeByTitle } from './title-place.ts';
import { titleOf } from './titles.ts';
import { itineraryOf, joinTrips, type Trip, toVisits, tripOf, uniqueSpans } from './trips.ts';

/** What happened according to a text, and a way to ask when and where words in it were said. */
export interface Events {
  visits: ExtractedVisit[];
  engagements: ExtractedEngagement[];
  occasions: Occasions;
  /** The occasion of every turn of a transcript, by its heading. */
  headed: { engagement: number; said_on: Day | null } | null;
  scene: Scene;
}

/** Reads visits and engagements from a text whose people and quotes are known. */
export function readEvents(
  reading: Reading,
  quotes: readonly ExtractedQuote[],
  reference: Day | null,
): Events {
  const scene = layScene(reading, quotes, reference);
  const homes = homesOf(scene);
  const head = headedTelling(scene);
  const { tellings: read, journeys: told } = readAll(scene);
  const tellings = [...(head === null ? [] : [head]), ...read];
  const isCaption = (telling: Telling) => scene.sentences[telling.sentence]!.kind === 'caption';
  const merged = withoutEchoes(mergeTellings(tellings, isCaption));
  dateByMeeting(merged, scene);
  attendByAct(merged, scene);
  placeByTitle(merged, scene);
  // Told of as if it were, but on a day still to come.
  for (const engagement of merged)
    if (engagement.date !== null && reference !== null && engagement.date > reference)
      engagement.held = false;
  for (const { hosted, people, country } of merged) {
    const [host] = people;
    // Who receives guests somewhere is at home there, if the text does not say otherwise.
    if (hosted && host !== undefined && country !== null) homes[host] ??= country;
  }
  const journeys = [...told, ...impliedJourneys(merged, likelyHomes(scene, homes))];
  const trips = joinTrips(journeys, merged, homes, reference);
  const itinerary = itineraryOf(trips);
  const parts = merged.map((engagement) => tripOf(engagement, trips, itinerary));
  for (const [index, engagement] of merged.entries()) placeOnTrip(engagement, trips[parts[index] ?? -1]);
  return {
    visits: toVisits(trips, scene.people),
    engagements: merged.map((engagement, index) => toEngagement(engagement, parts[index] ?? null, scene)),
    occasions: new Occasions(scene, merged),
    headed: headedOccasion(head, merged),
    scene,
  };
}

/** Who signs or meets "at the summit", in the sentence that tells of it, takes part in it. */
function attendByAct(engagements: readonly Merged[], scene: Scene): void {
  const bySentence = new Map<number, Merged[]>();
  for (const engagement of engagements) {
    const told = bySentence.get(engagement.sentence) ?? [];
    told.push(engagement);
    bySentence.set(engagement.sentence, told);
  }
  for (const conference of engagements) {
    if (conference.kind !== 'conference' || !conference.held || conference.city === null) continue;
    for (const { sentence } of conference.tellings) {
      if (/\b(?:margins|sidelines)\b/iu.test(scene.sentences[sentence]!.text)) continue;
      for (const other of bySentence.get(sentence) ?? []) {
        if (other === conference || !other.held || other.city !== conference.city) continue;
        for (const person of other.people)
          if (!conference.people.includes(person)) conference.people.push(person);
      }
    }
  }
}

const TODAY =
  /\b(?:today['’]s (?:meeting|talks|discussions?)|(?:today|this morning|this afternoon),? we (?:also )?(?:met|discussed|had|talked|spoke|addressed))\b/iu;

/**
 * A press conference without a day at which somebody speaks of "today's meeting" was on the day of the one dated
 * meeting of the same people.
 */
function dateByMeeting(engagements: readonly Merged[], scene: Scene): void {
  const spokeOfIt = new Set(
    scene.quotes.flatMap((quote) =>
      quote.speaker !== null && TODAY.test(quote.text.slice(0, 2_000)) ? [quote.speaker] : [],
    ),
  );
  if (spokeOfIt.size === 0) return;
  const meetings = engagements
    .filter((other) => other.kind === 'meeting' && other.held && other.date !== null)
    .slice(0, 80);
  for (const engagement of engagements) {
    if (
      engagement.kind !== 'press_conference' ||
      engagement.date !== null ||
      !engagement.held ||
      engagement.people.length < 2
    )
      continue;
    const same = meetings.filter((meeting) =>
      engagement.people.every((person) => meeting.people.includes(person)),
    );
    const [day, ...others] = new Set(same.map((meeting) => meeting.date));
    if (day === undefined || others.length > 0) continue;
    if (engagement.people.some((person) => spokeOfIt.has(scene.people[person]!.name))) engagement.date = day;
  }
}

/** An engagement of a trip was in the country of the trip; in its city, if there is only one. */
function placeOnTrip(engagement: Merged, trip: Trip | undefined): void {
  if (trip === undefined || engagement.kind === 'interview') return;
  if (engagement.country !== null && engagement.country !== trip.country) return;
  const open = engagement.country === null;
  engagement.country = trip.country;
  if (open && engagement.city === null && trip.cities.length === 1 && engagement.kind !== 'site_visit')
    engagement.city = trip.cities[0]!;
}

function toEngagement(
  engagement: Merged,
  visit: number | null,
  { people, reading }: Scene,
): ExtractedEngagement {
  return {
    kind: engagement.kind,
    title: titleOf(engagement, people, reading.text),
    date: engagement.date,
    period: engagement.date === null ? engagement.period : null,
    place: engagement.place,
    city: engagement.city,
    country: engagement.country,
    participants: engagement.people.map((person) => people[person]!.name),
    status: engagement.held ? 'held' : 'planned',
    visit,
    rules: [...new Set(engagement.tellings.map((telling) => telling.rule))],
    evidence: uniqueSpans(engagement.tellings.map((telling) => telling.evidence)),
  };
}

/** Each quote with the occasion the text gives it; pieces of one utterance share theirs. */
export function placeQuotes(events: Events, quotes: readonly ExtractedQuote[]): ExtractedQuote[] {
  const people = new Map(events.scene.people.map((person, index): [string, number] => [person.name, index]));
  const byGroup = new Map<number, { engagement: number | null; said_on: Day | null }>();
  return quotes.map((quote) => {
    if (events.headed !== null && isTurn(quote)) return { ...quote, ...events.headed };
    const speaker = quote.speaker === null ? undefined : people.get(quote.speaker.split('; ')[0]!);
    const known = byGroup.get(quote.group);
    if (known !== undefined) return { ...quote, ...known };
    if (speaker === undefined) return { ...quote, engagement: null, said_on: null };
    const occasion = events.occasions.at(quote.start, speaker, quote.attribution.mention?.start);
    if (occasion.engagement !== null || occasion.said_on !== null) byGroup.set(quote.group, occasion);
    return { ...quote, ...occasion };
  });
}
