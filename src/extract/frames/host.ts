import type { Attached, Clause } from '../analysis/clause.ts';
import type { Finding, Rule, Told } from './frame.ts';
import { journeysOf, stopsIn } from './journeys.ts';
import { isBody, personsOf, tell, timesOf } from './roles.ts';

const TO = new Set(['to', 'in', 'at', 'into', 'near']);
const BY = new Set(['by']);

/** "to the White House": where a guest is welcomed to is where they meet. */
export const asPlace = (attached: readonly Attached[]): Attached[] =>
  attached.map((one) =>
    one.prep === 'to' || one.prep === 'into'
      ? { ...one, prep: one.noun.places[0]?.kind === 'venue' || one.noun.places.length === 0 ? 'at' : 'in' }
      : one,
  );

function hosts(told: Told, clause: Clause): Finding | null {
  const { verb, object, subject } = clause;
  if (verb.passive) return isHosted(told, clause);
  if (object === null || (object.persons.length === 0 && !isBody(object))) return null;
  // "welcomed B's plan", "received the endorsement of B", "hosted a dinner for B"
  if (object.persons.length === 0 && object.owners.length > 0 && !isBody(object)) return null;
  const host = personsOf(subject);
  if (host.length === 0 && !isBody(subject)) return guests(told, clause);
  const attached = asPlace(clause.attached);
  const guestsOf = personsOf(object).filter((person) => !host.includes(person));
  if (guestsOf.length === 0 && !isBody(object)) return null;
  const tellings = tell(told, {
    kind: 'meeting',
    at: verb,
    clause: { ...clause, attached },
    attached,
    times: clause.times,
    mood: clause.mood,
    people: [...host, ...guestsOf],
    hosted: host.length > 0,
  });
  return { tellings, ...guests(told, clause) };
}

/** Whoever is received somewhere has come there. */
function guests(told: Told, clause: Clause): Finding {
  const { verb, object } = clause;
  const who = personsOf(object).filter((person) => !personsOf(clause.subject).includes(person));
  const listed = clause.attached.filter((one) => one.index > clause.index);
  const stops = stopsIn(
    listed.filter((one) => one.prep !== 'at' || one.noun.places.length > 0),
    TO,
  );
  return {
    journeys: journeysOf(told, {
      at: verb,
      who,
      stops,
      times: timesOf(told, clause, clause.times, clause.attached),
      mood: clause.mood,
      whole: true,
    }),
  };
}

/** "was received in Oslo by B" */
function isHosted(told: Told, clause: Clause): Finding | null {
  const by = clause.attached.filter((one) => BY.has(one.prep) && one.index > clause.index);
  const hostsOf = by.flatMap((one) => personsOf(one.noun));
  const guestsOf = personsOf(clause.subject);
  if (guestsOf.length === 0 || (hostsOf.length === 0 && !by.some((one) => isBody(one.noun)))) return null;
  return {
    tellings: tell(told, {
      kind: 'meeting',
      at: clause.verb,
      clause,
      attached: clause.attached,
      times: clause.times,
      mood: clause.mood,
      people: [...guestsOf, ...hostsOf],
    }),
  };
}

/** What tells that somebody receives somebody. */
export const host: readonly Rule[] = [
  {
    id: 'meeting.host',
    verbs: ['host'],
    reads: hosts,
    examples: [
      'President Jane Example hosted Prime Minister John Sample of Japan at Alpha House in Oslo on Monday.',
      'Prime Minister John Sample was received in Oslo by President Jane Example on Monday.',
    ],
    not: [
      'President Jane Example hosted a reception on Monday.',
      'President Jane Example did not host Prime Minister John Sample on Monday.',
      'President Jane Example welcomed Prime Minister John Sample’s plan.',
    ],
  },
];
