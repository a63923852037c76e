import type { EngagementKind } from '../../model/extraction.ts';
import type { Clause, Nominal } from '../analysis/clause.ts';
import type { Finding, Rule, Told } from './frame.ts';
import { actors, company, isBody, ownersOf, personsOf, placesAt, tell } from './roles.ts';

export const PHONE = /\b(?:(?:tele)?phone|call(?:s|ed)?|video)\b/iu;
const TO = new Set(['with', 'to', 'together with']);
const CROWD =
  /^(?:gathering|crowd|audience|rally|assembly|conference|reporters|journalists|press|media|parliament|congress|students|troops|news|nation|people|members|delegates|soldiers|cadets)$/;

/** Somebody speaks with somebody, as an engagement of `kind`. */
export function call(told: Told, clause: Clause, kind: EngagementKind): Finding | null {
  const { verb } = clause;
  if (verb.passive) return null;
  const first = actors(clause.subject);
  const listed = clause.attached.filter((one) => one.index > clause.index);
  const to = listed.filter((one) => TO.has(one.prep) && !CROWD.test(one.noun.head));
  const others = company(to, TO);
  const partners = others.people.filter((one) => !first.people.includes(one));
  if (
    partners.length === 0 &&
    !(others.body && first.people.length > 0 && to.some((one) => one.prep === 'with'))
  )
    return null;
  if (first.people.length === 0 && partners.length < 2 && !first.body) return null;
  return {
    tellings: tell(told, {
      kind,
      at: verb,
      clause,
      attached: clause.attached,
      times: clause.times,
      mood: clause.mood,
      people: [...first.people, ...partners],
    }),
  };
}

function spoke(told: Told, clause: Clause): Finding | null {
  const listed = clause.attached.filter((one) => one.index > clause.index);
  if (!PHONE.test(told.sentence.text) && placesAt(listed).some((place) => place.city !== null)) return null;
  return call(told, clause, 'call');
}

function phones(told: Told, clause: Clause): Finding | null {
  const people = [...personsOf(clause.subject), ...personsOf(clause.object)];
  if (clause.verb.lemma !== 'phone' && clause.verb.lemma !== 'telephone') return null;
  if (people.length < 2 || clause.verb.passive) return null;
  return {
    tellings: tell(told, {
      kind: 'call',
      at: clause.verb,
      clause,
      attached: clause.attached,
      times: clause.times,
      mood: clause.mood,
      people,
    }),
  };
}

/** "phone conversation", "video talks" */
export const isOnScreen = (told: Told, nominal: Nominal) =>
  nominal.noun.words.some((word) => /^(?:phone|telephone|video|telephonic|virtual)$/.test(word)) &&
  told.sentence.text.length > 0;

function callNoun(told: Told, nominal: Nominal): Finding | null {
  const { noun, clause, role } = nominal;
  if (noun.head !== 'call' && noun.head !== 'calls' && !isOnScreen(told, nominal)) return null;
  const owned = ownersOf(nominal);
  const others = company(nominal.attached, TO);
  const acts =
    clause !== null &&
    owned.people.length === 0 &&
    !clause.verb.passive &&
    ['object', 'in', 'on', 'during', 'for', 'after'].includes(role)
      ? actors(clause.subject)
      : { people: [], body: false };
  const first = [...owned.people, ...acts.people];
  const partners = others.people.filter((one) => !first.includes(one));
  if (partners.length === 0 && !(others.body && first.length > 0) && owned.people.length < 2) return null;
  if (first.length === 0 && partners.length < 2) return null;
  const placed = role === 'object' || role === 'in' || role === 'during' || role === 'on';
  return {
    tellings: tell(told, {
      kind: 'call',
      at: noun,
      clause: placed ? clause : null,
      attached: nominal.attached,
      times: nominal.times,
      mood: nominal.mood,
      people: [...first, ...partners],
    }),
  };
}
void isBody;

/** What tells that people spoke from afar. */
export const calls: readonly Rule[] = [
  {
    id: 'call.spoke',
    verbs: ['speak'],
    reads: spoke,
    examples: [
      'Prime Minister Jane Example spoke by phone today with President John Sample of France.',
      'Prime Minister Jane Example spoke with President John Sample on Monday.',
    ],
    not: [
      'Prime Minister Jane Example spoke to reporters.',
      'Prime Minister Jane Example refused to speak with President John Sample.',
    ],
  },
  {
    id: 'call.phoned',
    verbs: ['call'],
    reads: phones,
    examples: [
      'Prime Minister Jane Example phoned President John Sample on Monday.',
      'Prime Minister Jane Example telephoned President John Sample.',
    ],
    not: ['Prime Minister Jane Example phoned home.'],
  },
  {
    id: 'call.noun',
    nouns: ['call', 'talks'],
    reads: callNoun,
    examples: [
      'Prime Minister Jane Example held a phone call with President John Sample on Monday.',
      'In a telephone conversation with President John Sample, Prime Minister Jane Example spoke of peace.',
    ],
    not: ['Prime Minister Jane Example renewed her calls for peace.'],
  },
];
