import type { Finding, Rule, Told } from './frame.ts';
import { named, personsOf, tell } from './roles.ts';
import { SITES } from './sites.ts';
import type { Telling } from './telling.ts';

const SPEECH_PLACES =
  /\b(?:Foundation|Institute|Institution|University|College|Academy|Council|Society|Club|Conference|Forum|Summit|Dialogue|Parliament|Assembly|Congress|Senate|Bundestag|School of|Cent(?:re|er) for|Chatham House|Knesset|Convention|Symposium)\b/u;

/**
 * "At the Foundation in Washington, the Minister stressed …": no word says "speech", but somebody speaks at a named
 * house before the verb: a speech where one speaks, a visit where one is shown round.
 */
function holdsAt(told: Told, before: readonly Telling[]): Finding | null {
  const { sentence, analysis, scene } = told;
  if (sentence.kind !== 'body' || sentence.quoted) return null;
  const { lead } = analysis;
  const at = lead.attached.find((one) => one.prep === 'at' && named(told, one.noun) !== null);
  if (at === undefined) return null;
  const clause = analysis.clauses.find(
    (one) => one.index > lead.next && one.verb.form === 'finite' && one.subject !== null,
  );
  const people = personsOf(clause?.subject ?? null);
  if (
    clause === undefined ||
    people.length === 0 ||
    !(clause.verb.classes.has('say') || clause.verb.lemma === 'make' || clause.verb.classes.has('topic'))
  )
    return null;
  if (clause.subject!.start < at.noun.end) return null;
  if (
    before.some(
      (telling) =>
        telling.start < clause.subject!.start ||
        (telling.kind !== 'press_conference' && telling.kind !== 'conference'),
    )
  )
    return null;
  const venue = at.noun.places.find((place) => place.kind === 'venue');
  const span = named(told, at.noun)!;
  const name = venue?.name ?? scene.reading.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const speech = SPEECH_PLACES.test(name);
  if (!speech && !SITES.test(name)) return null;
  const city = lead.attached
    .flatMap((one) => (one.prep === 'in' ? one.noun.places : []))
    .find((place) => place.kind === 'city');
  return {
    tellings: tell(told, {
      kind: speech ? 'speech' : 'site_visit',
      at: span,
      clause: null,
      attached: [],
      times: lead.times,
      mood: 'done',
      people,
      where: {
        place: name,
        city: city?.city ?? venue?.city ?? null,
        country: city?.country ?? venue?.country ?? null,
      },
      speaking: true,
    }),
  };
}

export const locatives: readonly Rule[] = [
  {
    id: 'speech.at-house',
    sentence: true,
    reads: holdsAt,
    examples: [
      'At the Sample Foundation in Oslo on Tuesday, Prime Minister Jane Example stressed the need for peace.',
      'At the Sample University in Oslo, Prime Minister Jane Example said that peace is needed.',
    ],
    not: ['At the end of the day, Prime Minister Jane Example stressed the need for peace.'],
  },
];
