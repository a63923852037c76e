import type { Day, ExtractedEngagement, ExtractedQuote, ExtractedVisit } from '../../model/extraction.ts';
import { layScene, type Scene } from '../analysis/scene.ts';
import type { Telling } from '../frames/telling.ts';
import type { Reading } from '../reading.ts';
import { headedOccasion, headedTelling, isTurn } from './heading.ts';
import { homesOf, likelyHomes } from './homes.ts';
import { impliedJourneys } from './implied.ts';
import { type Merged, mergeTellings, withoutEchoes } from './merge.ts';
import { refine, refineOne } from './refiners.ts';
import { scheduled } from './schedule.ts';
import { readAll } from './sentences.ts';
import { Occasions } from './settle.ts';
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
  const tellings = [...(head === null ? [] : [head]), ...scheduled(scene, read)];
  const isCaption = (telling: Telling) => scene.sentences[telling.sentence]!.kind === 'caption';
  const merged = withoutEchoes(mergeTellings(tellings, isCaption));
  refine(merged, scene);
  for (const { hosted, people, country } of merged) {
    const [host] = people;
    // Who receives guests somewhere is at home there, if the text does not say otherwise.
    if (hosted && host !== undefined && country !== null) homes[host] ??= country;
  }
  const journeys = [...told, ...impliedJourneys(merged, likelyHomes(scene, homes))];
  const trips = joinTrips(journeys, merged, homes, reference);
  const itinerary = itineraryOf(trips);
  const parts = merged.map((engagement) => tripOf(engagement, trips, itinerary));
  for (const [index, engagement] of merged.entries())
    refineOne('on-trip', engagement, () => placeOnTrip(engagement, trips[parts[index] ?? -1]));
  return {
    visits: toVisits(trips, scene.people),
    engagements: merged.map((engagement, index) => toEngagement(engagement, parts[index] ?? null, scene)),
    occasions: new Occasions(scene, merged),
    headed: headedOccasion(head, merged),
    scene,
  };
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

/** The rule that read a telling, and whether it took its day or town over from the sentence before. */
const rulesOf = ({ rule, inherited }: Telling) => (inherited ? [rule, 'refine.carry'] : [rule]);

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
    rules: [...new Set([...engagement.tellings.flatMap(rulesOf), ...engagement.refined])],
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
