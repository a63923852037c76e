import { namedVenue } from './places.ts';
import type { Telling } from './raw.ts';
import type { Scene, SceneSentence } from './scene.ts';
import { SITES } from './triggers.ts';

const SPEECH_PLACES =
  /\b(?:Foundation|Institute|Institution|University|College|Academy|Council|Society|Club|Conference|Forum|Summit|Dialogue|Parliament|Assembly|Congress|Senate|Bundestag|School of|Cent(?:re|er) for|Chatham House|Knesset|Convention|Symposium)\b/u;
const SAYS =
  /\b(?:said|says|told|stress\w{0,4}|underlin\w{0,3}|emphasi\w{0,4}|outlin\w{0,3}|highlight\w{0,3}|condemn\w{0,3}|reaffirm\w{0,3}|reiterat\w{0,3}|warn\w{0,3}|pledg\w{0,3}|announc\w{0,3}|call(?:ed|s) (?:for|on)|argu\w{0,3}|express\w{0,3}|added|noted|explain\w{0,3}|declar\w{0,3}|urg\w{0,3}|spoke|speaks|prais\w{0,3}|thank\w{0,3}|underscor\w{0,3}|point\w{0,3} (?:out|to)|made)\b/iu;

/**
 * "At the Foundation in Washington, the Minister stressed …": no word says "speech", but somebody speaks at a named
 * house before the verb: a speech where one speaks, a visit where one is shown round.
 */
export function holdsAt(
  scene: Scene,
  sentence: SceneSentence,
  index: number,
  told: readonly Telling[],
): Telling[] {
  if (sentence.kind !== 'body' || sentence.quoted) return [];
  const subject = sentence.persons[0];
  if (subject === undefined || subject.start - sentence.start < 8) return [];
  const lead = { start: sentence.start, end: subject.start };
  if (
    told.some(
      (telling) =>
        telling.start < subject.start ||
        (telling.kind !== 'press_conference' && telling.kind !== 'conference'),
    )
  )
    return [];
  const known = sentence.places.find(
    (place) => place.kind === 'venue' && place.relation === 'in' && place.end <= lead.end,
  );
  const named = known === undefined ? namedVenue(scene, sentence, lead) : null;
  if (known === undefined && named === null) return [];
  const after = sentence.text.slice(subject.end - sentence.start, subject.end - sentence.start + 60);
  if (!SAYS.test(after)) return [];
  const name = known?.name ?? scene.reading.text.slice(named!.start, named!.end).replace(/\s+/g, ' ');
  const speech = SPEECH_PLACES.test(name);
  if (!speech && !SITES.test(name)) return [];
  const city = sentence.places.find(
    (place) => place.kind === 'city' && place.end <= lead.end && place.relation === 'in',
  );
  const time = sentence.times.find((t) => t.resolved.first !== null && t.start < subject.start);
  const at = known ?? named!;
  return [
    {
      start: at.start,
      end: at.end,
      kind: speech ? 'speech' : 'site_visit',
      date: time?.resolved.first ?? null,
      until: null,
      period: null,
      place: name,
      city: city?.city ?? known?.city ?? null,
      country: city?.country ?? known?.country ?? null,
      people: [subject.person],
      held: true,
      sentence: index,
      inherited: false,
      speaking: true,
      name: null,
      evidence: { start: sentence.start, end: sentence.end },
      joins: false,
      hosted: false,
      quoted: false,
      more: false,
    },
  ];
}
