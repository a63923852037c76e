import type { Scene } from '../analysis/scene.ts';
import type { Merged } from './merge.ts';
import { placeByTitle } from './title-place.ts';

/** What is put right of the engagements of a text once their tellings are joined: by name, in this order. */
const REFINERS: readonly { name: string; run: (engagements: Merged[], scene: Scene) => void }[] = [
  { name: 'date-by-meeting', run: dateByMeeting },
  { name: 'attend-by-act', run: attendByAct },
  { name: 'place-by-title', run: placeByTitle },
  { name: 'ahead-by-day', run: aheadByDay },
];

/** Runs every refiner, and notes with each engagement which of them changed it. */
export function refine(engagements: Merged[], scene: Scene): void {
  for (const { name, run } of REFINERS) {
    const before = engagements.map(shapeOf);
    run(engagements, scene);
    engagements.forEach((engagement, index) => {
      if (shapeOf(engagement) !== before[index]) engagement.refined.push(`refine.${name}`);
    });
  }
}

/** One more refiner, for one engagement. */
export function refineOne(name: string, engagement: Merged, run: () => void): void {
  const before = shapeOf(engagement);
  run();
  if (shapeOf(engagement) !== before) engagement.refined.push(`refine.${name}`);
}

const shapeOf = ({ date, place, city, country, people, held }: Merged) =>
  `${date} ${place} ${city} ${country} ${people.length} ${held}`;

/** Told of as if it were, but on a day still to come. */
function aheadByDay(engagements: readonly Merged[], { reference }: Scene): void {
  for (const engagement of engagements)
    if (engagement.date !== null && reference !== null && engagement.date > reference)
      engagement.held = false;
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
