import type { Clause, Nominal } from '../analysis/clause.ts';
import { call, isOnScreen, PHONE } from './call.ts';
import type { Finding, Rule, Told } from './frame.ts';
import { headAt, ministersMeet } from './gathering.ts';
import { actors, company, isBody, layersOf, ownersOf, personsOf, placesAt, tell, whereOf } from './roles.ts';

/** What is met though nobody meets it: "met the target". */
const UNMET =
  /^(?:targets?|goals?|needs?|requirements?|criteria|commitments?|guidelines?|obligations?|standards?|challenges?|deadlines?|demands?|conditions|expectations|pledges?|objectives?|moment|threshold)$/;

function meets(told: Told, clause: Clause): Finding | null {
  const { verb, object } = clause;
  const { lemma } = verb;
  if (verb.passive && lemma !== 'convene') return null;
  if (object !== null && (UNMET.test(object.head) || object.words.some((word) => UNMET.test(word))))
    return null;
  const subject = actors(clause.subject);
  const others = company(clause.attached);
  const met = lemma === 'meet' ? personsOf(object) : [];
  const withBody = others.body || (lemma === 'meet' && isBody(object));
  const people = [...subject.people, ...met, ...others.people];
  const partners = new Set([...met, ...others.people].filter((one) => !subject.people.includes(one)));
  const where = whereOf(told, layersOf(told, clause, clause.attached));
  const placed = where.city !== null || where.country !== null || where.place !== null;
  if (people.length === 0 && !(subject.body && (placed || lemma === 'come'))) return null;
  if (subject.people.length === 0 && !subject.body && partners.size < 2) return null;
  const convened =
    /^(?:convene|gather|assemble|reconvene)$/.test(lemma) &&
    object !== null &&
    isBody(object) &&
    people.length > 0;
  // "met in Oslo" needs somebody more, or that the words are those of several who met.
  const plural =
    subject.people.length > 1 ||
    subject.body ||
    clause.subject?.head === 'they' ||
    clause.subject?.head === 'we';
  if (
    partners.size === 0 &&
    !withBody &&
    !plural &&
    !convened &&
    !(placed && verb.tense === 'past' && lemma === 'meet')
  )
    return null;
  if (
    lemma !== 'meet' &&
    lemma !== 'sit' &&
    lemma !== 'confer' &&
    !convened &&
    !subject.body &&
    subject.people.length < 2
  )
    return null;
  if (
    lemma === 'meet' &&
    object !== null &&
    met.length === 0 &&
    !isBody(object) &&
    object.persons.length === 0 &&
    object.classes.length === 0 &&
    partners.size === 0 &&
    !withBody
  )
    return null;
  return {
    tellings: tell(told, {
      kind: 'meeting',
      at: verb,
      clause,
      attached: clause.attached,
      times: clause.times,
      mood: clause.mood,
      people,
      where,
    }),
  };
}

const CARRIES = new Set(['hold', 'attend', 'end']);

/** "held talks with", "a meeting of A and B", "for talks with". */
function meeting(told: Told, nominal: Nominal): Finding | null {
  const { noun, clause, role } = nominal;
  const meal = noun.classes.includes('meal');
  const talks = noun.classes.includes('talks');
  if (noun.words.includes('press') || noun.words.includes('news')) return null;
  if (talks && isOnScreen(told, nominal)) return null;
  const { tokens } = told.scene;
  if (ministersMeet(tokens, Math.max(0, headAt(tokens, noun.first, noun.next, noun.head)))) return null;
  const owned = ownersOf(nominal);
  const others = company(nominal.attached, meal ? MEAL : undefined);
  const carried =
    clause !== null &&
    role === 'object' &&
    !clause.verb.passive &&
    [...clause.verb.classes].some((one) => CARRIES.has(one));
  const acts =
    clause !== null && owned.people.length === 0 && (carried || WHILE.has(role))
      ? actors(clause.subject)
      : { people: [], body: false };
  const first = [...owned.people, ...acts.people];
  const partners = others.people.filter((one) => !first.includes(one));
  const body = others.body || owned.body;
  if (first.length === 0 && !owned.body && !acts.body && partners.length < 2) return null;
  // A pair, or somebody and people without names; of "meetings" alone, whoever holds them.
  if (partners.length === 0 && !body && !(owned.people.length > 1)) {
    if (!(carried && first.length > 0 && (first.length > 1 || /s$/.test(noun.head)) && clause !== null))
      return null;
    if (talks && first.length < 2) return null;
  }
  if (role === 'of' && clause !== null && others.people.length === 0) return null;
  // Of nobody by name, without a day: background.
  if (first.length === 0 && partners.length === 0 && nominal.times.length === 0 && !carried) return null;
  return {
    tellings: tell(told, {
      kind: 'meeting',
      at: noun,
      clause: role === 'object' || role === 'subject' || WHILE.has(role) ? clause : null,
      attached: nominal.attached,
      times: nominal.times,
      mood: nominal.mood,
      people: [...first, ...partners],
    }),
  };
}
const MEAL = new Set(['with', 'for', 'between']);
const WHILE = new Set(['for', 'in', 'during', 'at', 'after', 'following', 'on']);

/** "called on President Example", "paid a courtesy call on". */
function callsOn(told: Told, clause: Clause): Finding | null {
  const noun = clause.object;
  const paid = clause.verb.classes.has('hold') && noun !== null && noun.head === 'call';
  const on = clause.attached.filter(
    (one) =>
      (one.prep === 'on' || one.prep === 'upon') && one.index > clause.index && one.noun.persons.length > 0,
  );
  if (!paid && clause.verb.lemma !== 'call') return null;
  if (clause.verb.passive) return null;
  const hosts = on.flatMap((one) => personsOf(one.noun));
  const guests = personsOf(clause.subject);
  // "called on B to go" asks him.
  const asks = told.analysis.clauses.some((other) => other.governor === clause && other.verb.form === 'to');
  if (hosts.length === 0 || guests.length === 0 || (!paid && asks)) return null;
  if (!paid && clause.mood === 'done') return null;
  return {
    tellings: tell(told, {
      kind: 'meeting',
      at: clause.verb,
      clause,
      attached: clause.attached,
      times: clause.times,
      mood: clause.mood,
      people: [...guests, ...hosts],
    }),
  };
}

/** "joined the talks" */
function joins(told: Told, clause: Clause): Finding | null {
  const { verb, object } = clause;
  if (verb.lemma !== 'join' || object === null || verb.passive) return null;
  if (!object.classes.includes('talks') && object.head !== 'meeting') return null;
  const people = personsOf(clause.subject);
  if (people.length === 0) return null;
  return {
    tellings: tell(told, {
      kind: 'meeting',
      at: verb,
      clause,
      attached: clause.attached,
      times: clause.times,
      mood: clause.mood,
      people,
      joins: true,
    }),
  };
}

/** "spoke with B in Oslo": not on the telephone. */
function spoke(told: Told, clause: Clause): Finding | null {
  const places = placesAt(clause.attached.filter((one) => one.index > clause.index));
  if (PHONE.test(told.sentence.text) || !places.some((place) => place.city !== null)) return null;
  const read = call(told, clause, 'meeting');
  return read;
}

/** What tells that people met. */
export const meetings: readonly Rule[] = [
  {
    id: 'meeting.meet',
    verbs: ['meet'],
    reads: meets,
    examples: [
      'Minister Jane Example met with Minister John Sample in Oslo on Monday.',
      'Foreign Minister Jane Example and Foreign Minister John Sample met in Oslo.',
    ],
    not: [
      'Minister Jane Example did not meet Minister John Sample.',
      'Minister Jane Example met the target.',
      'Minister Jane Example hopes to meet Minister John Sample.',
    ],
  },
  {
    id: 'meeting.spoke-there',
    verbs: ['speak'],
    reads: spoke,
    examples: [
      'Minister Jane Example spoke with Minister John Sample in Oslo on Monday.',
      'Minister Jane Example will talk to Minister John Sample in Oslo.',
    ],
    not: ['Minister Jane Example spoke by phone with Minister John Sample in Oslo.'],
  },
  {
    id: 'meeting.noun',
    nouns: ['meeting', 'talks', 'meal'],
    reads: meeting,
    examples: [
      'Minister Jane Example held talks with Minister John Sample in Oslo on Monday.',
      'Minister Jane Example thanked Norway after her meeting with Minister John Sample in Oslo.',
    ],
    not: [
      'A meeting between Minister Jane Example and Minister John Sample was cancelled.',
      'Minister Jane Example was briefed on plans for a possible meeting with Minister John Sample.',
    ],
  },
  {
    id: 'meeting.call-on',
    verbs: ['call', 'hold'],
    reads: callsOn,
    examples: [
      'In Oslo, Minister Jane Example paid a courtesy call on President John Sample.',
      'In Oslo, Minister Jane Example will call on President John Sample.',
    ],
    not: ['Minister Jane Example will call on President John Sample to go.'],
  },
  {
    id: 'meeting.join',
    verbs: ['company'],
    reads: joins,
    examples: [
      'Minister Jane Example met Minister Max Muster in Oslo. Minister John Sample joined the talks.',
      'Minister Jane Example met Minister Max Muster in Oslo. Later Minister John Sample joined the meeting.',
    ],
    not: ['Minister Jane Example joined the party.'],
  },
];
