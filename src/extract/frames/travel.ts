import type { Clause, Nominal } from '../analysis/clause.ts';
import type { Noun } from '../analysis/phrase.ts';
import type { Finding, Rule, Told } from './frame.ts';
import { companions, journeysOf, lengthOf, type Stop, stopsIn } from './journeys.ts';
import { ownersOf, personsOf, whoActs } from './roles.ts';

const THITHER = new Set(['to', 'into', 'toward', 'towards', 'onto', 'on to', 'back to', 'en route to']);
const THERE = new Set(['in', 'at', 'near', 'through', 'across', 'around', 'throughout', 'within']);
const BOTH = new Set([...THITHER, ...THERE]);
const FOR = new Set(['for', ...THITHER]);
const FROM = new Set(['from', 'back from']);

/** Places that are the direct object: "visited Kenya and Uganda", "toured the port of Mombasa". */
function objectStops(noun: Noun | null): Stop[] {
  if (noun === null || noun.persons.length > 0) return [];
  return noun.places.filter((place) => place.country !== null).map((place) => ({ place, times: [] }));
}

/** Gives the times right behind an object's places to the last of them. */
function withTimes(stops: Stop[], clause: Clause): Stop[] {
  const object = clause.object;
  const last = stops.at(-1);
  if (object === null || last === undefined) return stops;
  const next = clause.attached.find((one) => one.index > clause.index);
  const own = clause.times.filter(
    (time) => time.start >= object.end && (next === undefined || time.end <= next.noun.start),
  );
  return [...stops.slice(0, -1), { ...last, times: own }];
}

function travellers(clause: Clause): number[] {
  return personsOf(clause.subject);
}

/** The times of a trip: its own, those that open the sentence, those of the verb that governs it. */
function timesFor(told: Told, clause: Clause, leaves: boolean): Clause['times'] {
  const own = clause.times;
  // "next month" is no day, but it is not the day of the sentence's beginning either.
  if (own.length > 0) return own;
  if (clause.there !== null && clause.there.times.length > 0) return clause.there.times;
  for (let up = clause.governor; up !== null; up = up.governor)
    if (
      up.times.length > 0 &&
      !up.verb.classes.has('say') &&
      !up.verb.classes.has('leave') &&
      clause.opener !== 'before' &&
      clause.opener !== 'after'
    )
      return up.times;
  if (clause.opener === 'before' || clause.opener === 'after') return [];
  return leaves ? [] : told.analysis.lead.times;
}

function goes(told: Told, clause: Clause): Finding | null {
  const { verb } = clause;
  const { lemma } = verb;
  if (verb.passive && lemma !== 'expect') return null;
  if (verb.progressive && lemma === 'go' && told.analysis.clauses.some((other) => other.governor === clause))
    return null;
  const direct = lemma === 'visit' || lemma === 'tour' || lemma === 'reach';
  const objects = direct ? withTimes(objectStops(clause.object), clause) : [];
  const listed = clause.attached.filter((one) => one.index > clause.index);
  const back = lemma === 'return' && stopsIn(listed, FROM).length > 0;
  const preps = back
    ? FROM
    : direct
      ? THERE
      : lemma === 'head'
        ? FOR
        : lemma === 'continue' || lemma === 'proceed'
          ? THITHER
          : BOTH;
  const further =
    direct && objects.length > 0
      ? [...stopsIn(listed, new Set([''])), ...sameCountry(stopsIn(listed, THERE), objects)]
      : stopsIn(listed, preps);
  const stops = [...objects, ...further];
  if (stops.length === 0) return null;
  // "visited troops in Poland" is a visit to Poland; "visited the plan" is none.
  if (direct && objects.length === 0 && (clause.object === null || lemma === 'reach')) return null;
  if ((lemma === 'come' || lemma === 'go') && stops.every((stop) => !isReached(listed, stop))) return null;
  const who = travellers(clause);
  const all = [...new Set([...who, ...companions(told, who)])];
  if (verb.negative) return null;
  return {
    journeys: journeysOf(told, {
      at: verb,
      who: all,
      stops,
      times: back ? [] : timesFor(told, clause, false),
      mood: clause.mood,
      whole: lemma === 'visit',
      days: lengthOf(told, clause),
      present: verb.tense === 'present' && !verb.progressive,
    }),
  };
}

const sameCountry = (stops: Stop[], objects: Stop[]) =>
  stops.filter((stop) => objects.some((one) => one.place.country === stop.place.country));

/** "came to Kenya", "went to Kenya"; not "went on in Kenya". */
const isReached = (attached: Clause['attached'], stop: Stop) =>
  attached.some((one) => THITHER.has(one.prep) && one.noun.places.includes(stop.place));

/** "will be in Doha", "is in Oslo for talks", "is on travel to": a stay, if its time or purpose is told. */
function stays(told: Told, clause: Clause): Finding | null {
  const { verb } = clause;
  if (verb.lemma !== 'be' && verb.lemma !== 'stay' && verb.lemma !== 'spend') return null;
  const listed = clause.attached.filter((one) => one.index > clause.index);
  const travelling = listed.find(
    (one) => one.prep === 'on' && (one.noun.head === 'travel' || one.noun.classes.includes('trip')),
  );
  const off = /^off\b/u.test(told.sentence.text.slice(verb.end - told.sentence.start).trimStart());
  const stops = stopsIn(listed, travelling !== undefined || off ? THITHER : THERE);
  if (stops.length === 0) return null;
  if (travelling?.noun.classes.includes('trip') && travelling.noun.head !== 'travel') return null;
  const dated = clause.times.some(
    (time) => time.start >= stops[0]!.place.end && time.resolved.first !== null,
  );
  const purpose =
    listed.some((one) => one.prep === 'for') ||
    told.analysis.clauses.some((other) => other.governor === clause && other.verb.form === 'to');
  const ahead = clause.mood === 'ahead';
  if (travelling === undefined && !dated && !purpose && !ahead && verb.lemma === 'be' && !off) return null;
  if (clause.object !== null && !off) return null;
  const who = travellers(clause);
  return {
    journeys: journeysOf(told, {
      at: verb,
      who: [...new Set([...who, ...companions(told, who)])],
      stops,
      times: timesFor(told, clause, false),
      mood: off ? 'ahead' : clause.mood,
      days: lengthOf(told, clause),
    }),
  };
}

/** "is expected in Ankara on 11 November". */
function isExpected(told: Told, clause: Clause): Finding | null {
  const { verb } = clause;
  if (!['expect', 'due', 'schedule'].includes(verb.lemma) || verb.negative) return null;
  const listed = clause.attached.filter((one) => one.index > clause.index);
  const stops = stopsIn(listed, THERE);
  if (stops.length === 0 || clause.object !== null) return null;
  return {
    journeys: journeysOf(told, {
      at: verb,
      who: travellers(clause),
      stops,
      times: timesFor(told, clause, false),
      mood: clause.mood === 'present' || clause.mood === 'done' ? 'ahead' : clause.mood,
    }),
  };
}

/** "departs today for Kenya", "left Lima for Quito". */
function leaves(told: Told, clause: Clause): Finding | null {
  const { verb } = clause;
  const listed = clause.attached.filter((one) => one.index > clause.index);
  const stops = stopsIn(listed, verb.lemma === 'embark' ? THITHER : FOR);
  if (stops.length === 0 || verb.passive) return null;
  return {
    journeys: journeysOf(told, {
      at: verb,
      who: travellers(clause),
      stops,
      times: timesFor(told, clause, true),
      mood: clause.mood === 'done' ? 'done' : clause.mood,
      leaves: true,
    }),
  };
}

/** "left Nairobi on Monday": was there until then. Without a day it says too little. */
function left(told: Told, clause: Clause): Finding | null {
  const { verb, object } = clause;
  if (verb.passive || clause.mood !== 'done' || object === null) return null;
  const times = [...clause.times, ...told.analysis.lead.times].filter((time) => time.resolved.first !== null);
  const stops = objectStops(object);
  if (times.length === 0 || stops.length === 0) return null;
  return {
    journeys: journeysOf(told, { at: verb, who: travellers(clause), stops, times, mood: 'done', over: true }),
  };
}

/** "a tour that took him to Japan" */
function takes(told: Told, clause: Clause): Finding | null {
  const { verb, object, subject } = clause;
  if ((verb.lemma !== 'take' && verb.lemma !== 'bring') || object === null || object.persons.length === 0)
    return null;
  if (subject === null || !subject.classes.includes('trip')) return null;
  return {
    journeys: journeysOf(told, {
      at: verb,
      who: personsOf(object),
      stops: stopsIn(clause.attached, THITHER),
      times: clause.times,
      mood: clause.mood,
    }),
  };
}

/** "led the delegation to Kenya", "accompanied B to Kenya". */
function leads(told: Told, clause: Clause): Finding | null {
  const { verb, object } = clause;
  const listed = clause.attached.filter((one) => one.index > clause.index);
  const stops = stopsIn(listed, THITHER);
  if (stops.length === 0 || object === null || verb.passive) return null;
  if (
    verb.lemma === 'lead'
      ? object.head !== 'delegation' && object.head !== 'mission'
      : verb.lemma !== 'accompany'
  )
    return null;
  return {
    journeys: journeysOf(told, {
      at: verb,
      who: [...new Set([...(verb.lemma === 'lead' ? [] : personsOf(object)), ...travellers(clause)])],
      stops,
      times: timesFor(told, clause, false),
      mood: clause.mood,
    }),
  };
}

const CARRIES = new Set(['hold', 'end', 'leave', 'attend']);
const ON_IT = new Set([
  'during',
  'on',
  'after',
  'following',
  'in',
  'at',
  'for',
  'before',
  'ahead of',
  'as part of',
  'of',
  'from',
  'throughout',
  'prior to',
  'through',
  'while',
  'by',
  'to',
  'about',
  'with',
]);

/** "his trip to Japan", "a visit by A to Kenya", "paid a visit to Kenya". */
function trip(told: Told, nominal: Nominal): Finding | null {
  const { noun, clause, role, attached } = nominal;
  const stops = stopsIn(
    attached,
    noun.classes.includes('stop') || noun.classes.includes('arrival')
      ? BOTH
      : new Set([...THITHER, 'in', 'of', 'across']),
  );
  if (stops.length === 0 || noun.words.includes('virtual')) return null;
  if (OLD.some((word) => noun.words.includes(word))) return null;
  // "After 24 hours on the ground in Kenya", not "troops on the ground in Kenya".
  if (
    noun.head === 'ground' &&
    !/\b(?:hours?|days?)\son\sthe\s$/u.test(told.sentence.text.slice(0, noun.end - told.sentence.start - 6))
  )
    return null;
  const owned = ownersOf(nominal);
  let who = owned.people;
  // "the trip of the leaders": somebody's, but nobody's with a name.
  if (who.length === 0 && owned.body) return null;
  const possessed = noun.owners.length > 0;
  const carried =
    clause !== null && role === 'object' && [...clause.verb.classes].some((one) => CARRIES.has(one));
  const begins = role === 'with' && clause !== null && clause.verb.classes.has('hold');
  const indirect =
    begins || (ON_IT.has(role) && !['about', 'with', 'of', 'by', 'from', 'to', 'for'].includes(role));
  if (who.length === 0 && clause !== null && !possessed) {
    if (
      carried ||
      indirect ||
      (role === 'for' && isGoing(clause)) ||
      (role === 'from' && clause.verb.lemma === 'return')
    )
      who = clause.verb.passive ? [] : whoActs(told, clause);
    if (who.length === 0 && role === 'with') who = whoActs(told, clause);
  }
  // "A will accompany B on his visit"
  if (clause !== null && clause.verb.lemma === 'accompany' && !clause.verb.passive)
    who = [...personsOf(clause.object), ...personsOf(clause.subject)].filter(
      (one, at, all) => all.indexOf(one) === at,
    );
  if (who.length === 0) return null;
  const over =
    clause !== null && role === 'object' && clause.verb.classes.has('end') && clause.verb.lemma !== 'close';
  const leaving = clause !== null && carried && clause.verb.lemma === 'embark';
  const aside = nominal.times;
  // "her visit, planned for the 12th, has been moved to the 19th"
  const moved =
    clause !== null &&
    role === 'subject' &&
    (clause.verb.lemma === 'move' || clause.verb.lemma === 'reschedule') &&
    clause.mood === 'done';
  const times = moved
    ? clause.times
    : aside.length > 0
      ? aside
      : clause !== null && (carried || role === 'subject')
        ? [...clause.times, ...told.analysis.lead.times]
        : clause !== null &&
            indirect &&
            role !== 'after' &&
            role !== 'following' &&
            role !== 'before' &&
            role !== 'ahead of' &&
            role !== 'prior to' &&
            stops.length === 1
          ? []
          : [];
  return {
    journeys: journeysOf(told, {
      at: noun,
      who: [...new Set([...who, ...companions(told, who)])],
      stops,
      times,
      mood: moved ? 'ahead' : nominal.mood,
      over,
      leaves: leaving,
      days: lengthOf(told, noun),
      whole: false,
    }),
  };
}
const OLD = ['previous', 'last', 'earlier', 'past', 'historic', 'first-ever'];
const isGoing = (clause: Clause) =>
  clause.verb.classes.has('go') || clause.verb.classes.has('leave') || clause.verb.classes.has('stay');

/** What tells that somebody goes to a country, by verb and by noun. */
export const travel: readonly Rule[] = [
  {
    id: 'travel.goes',
    verbs: ['go', 'tour'],
    reads: goes,
    examples: [
      'Norwegian Foreign Minister Jane Example visited Kenya on Monday.',
      'Norwegian Foreign Minister Jane Example will travel to Kenya and Uganda next week.',
    ],
    not: [
      'Norwegian Foreign Minister Jane Example was asked to visit Kenya.',
      'Foreign Minister Jane Example looks forward to visiting Kenya.',
      'As President Jane Example was waiting, Kenya and Uganda visited nobody.',
      'Norwegian Foreign Minister Jane Example spoke of reaching a ceasefire in Kenya.',
    ],
  },
  {
    id: 'travel.stays',
    verbs: ['stay'],
    reads: stays,
    examples: [
      'Norwegian Foreign Minister Jane Example was in Kenya from 28 to 30 January.',
      'Norwegian Foreign Minister Jane Example is on travel to Kenya from January 28 to 30.',
    ],
    not: ['Norwegian Foreign Minister Jane Example is in Kenya’s debt.'],
  },
  {
    id: 'travel.expected',
    verbs: ['plan'],
    reads: isExpected,
    examples: [
      'Norwegian Foreign Minister Jane Example is expected in Nairobi on 11 February.',
      'Norwegian Foreign Minister Jane Example is due in Nairobi tomorrow.',
    ],
    not: ['Rain is expected in Nairobi on 11 February.'],
  },
  {
    id: 'travel.leaves',
    verbs: ['leave'],
    reads: leaves,
    examples: [
      'Norwegian Foreign Minister Jane Example departs today for Kenya.',
      'Norwegian Foreign Minister Jane Example left for Nairobi on Monday.',
    ],
    not: ['Norwegian Foreign Minister Jane Example left Kenya.'],
  },
  {
    id: 'travel.left',
    verbs: ['leave'],
    reads: left,
    examples: [
      'Norwegian Foreign Minister Jane Example left Nairobi on Monday.',
      'On Tuesday Norwegian Foreign Minister Jane Example left Kenya for Uganda.',
    ],
    not: ['Norwegian Foreign Minister Jane Example left Kenya.'],
  },
  {
    id: 'travel.takes',
    verbs: ['hold'],
    reads: takes,
    examples: [
      'Norwegian Foreign Minister Jane Example returned from a tour that took her to Kenya and Uganda.',
      'The tour will take Norwegian Foreign Minister Jane Example to Kenya.',
    ],
    not: ['The matter took Norwegian Foreign Minister Jane Example to court in Kenya.'],
  },
  {
    id: 'travel.leads',
    verbs: ['company'],
    reads: leads,
    examples: [
      'Norwegian Foreign Minister Jane Example led the delegation to Kenya on Monday.',
      'Norwegian Foreign Minister Jane Example accompanied Minister John Sample to Kenya.',
    ],
    not: ['Norwegian Foreign Minister Jane Example led the opposition to Kenya’s plan.'],
  },
  {
    id: 'travel.trip',
    nouns: ['trip', 'stop', 'arrival'],
    reads: trip,
    examples: [
      'Norwegian Foreign Minister Jane Example concluded her trip to Kenya on Tuesday.',
      'The visit to Kenya by Norwegian Foreign Minister Jane Example began on Monday.',
    ],
    not: [
      'Norwegian Foreign Minister Jane Example praised the trip to Kenya.',
      'They discussed Norwegian Foreign Minister Jane Example’s possible visit to Kenya.',
    ],
  },
];
