import type { Span } from '../../model/extraction.ts';
import type { Clause, Nominal } from '../analysis/clause.ts';
import type { Noun } from '../analysis/phrase.ts';
import type { Finding, Rule, Told } from './frame.ts';
import { actors, isBody, layersOf, named, ownersOf, personsOf, tell, whereOf } from './roles.ts';

const AUDIENCE =
  /^(?:parliament|congress|assembly|troops|conference|forum|summit|council|audience|students|bundestag|house|senate|session|crowd|rally|gathering|delegates|soldiers|personnel|knesset|cadets|association|nation|meeting|convention|symposium|institute|club|chamber|lawmakers)$/;
const PRESS = /^(?:reporters|journalists|press|media|correspondents)$/;

/** "addressed Parliament" */
function addresses(told: Told, clause: Clause): Finding | null {
  const { verb, object } = clause;
  if (verb.passive || object === null) return null;
  const people = personsOf(clause.subject);
  if (verb.lemma === 'brief' || (verb.lemma === 'address' && PRESS.test(object.head))) {
    if (!PRESS.test(object.head) || people.length === 0) return null;
    return give(told, clause, people, 'press_conference');
  }
  if (verb.lemma === 'address') {
    if (
      !(AUDIENCE.test(object.head) || object.words.some((word) => AUDIENCE.test(word))) ||
      people.length === 0
    )
      return null;
    return give(told, clause, people, 'speech', named(told, object));
  }
  return null;
}

function give(
  told: Told,
  clause: Clause,
  people: readonly number[],
  kind: 'speech' | 'press_conference',
  house: Span | null = null,
): Finding {
  const where = whereOf(told, layersOf(told, clause, clause.attached));
  return {
    tellings: tell(told, {
      kind,
      at: clause.verb,
      clause,
      attached: clause.attached,
      times: clause.times,
      mood: clause.mood,
      people,
      where: {
        ...where,
        place:
          where.place ??
          (house === null
            ? null
            : told.scene.reading.text.slice(house.start, house.end).replace(/\s+/g, ' ')),
      },
    }),
  };
}

const BEFORE = new Set(['at', 'before', 'to']);

/** "spoke at the Sample Institute", "spoke to the assembly", "spoke to reporters" */
function speaksAt(told: Told, clause: Clause): Finding | null {
  const { verb } = clause;
  if (verb.lemma !== 'speak' || verb.passive) return null;
  const people = personsOf(clause.subject);
  if (people.length === 0) return null;
  const next = clause.attached.find((one) => one.index > clause.index);
  if (next === undefined || !(BEFORE.has(next.prep) || next.prep === 'with')) return null;
  if (PRESS.test(next.noun.head)) return give(told, clause, people, 'press_conference');
  if (next.prep === 'with' || next.noun.persons.length > 0) return null;
  if (isPress(next.noun)) return null;
  const text = told.scene.reading.text.slice(next.noun.start, next.noun.end);
  const house = named(told, next.noun);
  if (next.prep === 'to' && !/^(?:the|an?)\s/iu.test(text) && !AUDIENCE.test(next.noun.head)) return null;
  if (next.prep !== 'at' && isBody(next.noun) && !AUDIENCE.test(next.noun.head) && house === null)
    return null;
  if (/^(?:time|need|importance|issue|same|request|length|beginning|end|start)$/.test(next.noun.head))
    return null;
  return give(told, clause, people, 'speech', next.prep === 'at' ? null : house);
}

/** "delivered a speech", "in a speech at", "remarks to the press" */
function speech(told: Told, nominal: Nominal): Finding | null {
  const { noun, clause, role, attached } = nominal;
  const single = role === 'in' || role === 'during';
  const carried =
    clause !== null &&
    role === 'object' &&
    (clause.verb.classes.has('deliver') || clause.verb.classes.has('hold'));
  if (!carried && !single) return null;
  if (clause === null) return null;
  if (
    single &&
    (noun.head === 'remarks' || noun.head === 'address') &&
    !noun.words.some((word) => /^(?:an?|his|her|the|their|keynote|opening|televised)$/.test(word)) &&
    noun.owners.length === 0
  )
    return null;
  if (noun.words.includes('email') || noun.words.includes('freedom')) return null;
  const owned = ownersOf(nominal).people;
  const people = owned.length > 0 ? owned : clause.verb.passive ? [] : personsOf(clause.subject);
  if (people.length === 0) return null;
  const press = attached.some((one) => one.prep === 'to' && PRESS.test(one.noun.head));
  const to = attached.find((one) => one.prep === 'to' || one.prep === 'before');
  const house = to === undefined ? null : named(told, to.noun);
  const where = whereOf(told, layersOf(told, clause, attached));
  return {
    tellings: tell(told, {
      kind: press ? 'press_conference' : 'speech',
      at: noun,
      clause,
      attached,
      times: nominal.times,
      mood: nominal.mood,
      people,
      where: {
        ...where,
        place:
          where.place ??
          (house === null || press
            ? null
            : told.scene.reading.text.slice(house.start, house.end).replace(/\s+/g, ' ')),
      },
    }),
  };
}

const isPress = (noun: Noun) =>
  noun.classes.includes('press') && noun.words.some((word) => /^(?:press|news|media)$/.test(word));

/** "a press conference", "the daily press briefing" */
function press(told: Told, nominal: Nominal): Finding | null {
  const { noun, clause, role, attached } = nominal;
  const there =
    noun.head === 'briefing' &&
    role === 'object' &&
    clause?.verb.lemma === 'be' &&
    /\bthere\s$/iu.test(told.sentence.text.slice(0, clause.verb.start - told.sentence.start));
  if (noun.head !== 'doorstop' && !isPress(noun) && !there) return null;
  const owned = ownersOf(nominal).people;
  const acts =
    clause !== null && owned.length === 0 && !clause.verb.passive && role !== 'subject'
      ? personsOf(clause.subject)
      : [];
  const others = attached
    .filter((one) => one.prep === 'with' || one.prep === 'alongside')
    .flatMap((one) => personsOf(one.noun));
  const near = role === 'after' || role === 'before' || role === 'ahead of' ? owned : [...owned, ...acts];
  // "gave a joint press conference": with the one just told of.
  const joint =
    noun.words.includes('joint') &&
    others.length === 0 &&
    near.length < 2 &&
    told.recent !== null &&
    told.sentence.paragraph - told.recent.paragraph <= 1
      ? told.recent.people
      : [];
  return {
    tellings: tell(told, {
      kind: 'press_conference',
      at: noun,
      clause: role === 'after' ? null : clause,
      attached,
      times: nominal.times,
      mood: nominal.mood,
      people: [...near, ...others, ...joint],
    }),
  };
}

/** "in an interview with the paper on Monday" */
function interview(told: Told, nominal: Nominal): Finding | null {
  const { noun, clause, attached } = nominal;
  const to = attached[0];
  if (noun.head !== 'interview' || to === undefined || !['with', 'to', 'on', 'for'].includes(to.prep))
    return null;
  const owned = ownersOf(nominal).people;
  const people = owned.length > 0 ? owned : clause === null ? [] : personsOf(clause.subject);
  if (people.length === 0) return null;
  const others = to.prep === 'with' ? personsOf(to.noun) : [];
  return {
    tellings: tell(told, {
      kind: 'interview',
      at: noun,
      clause,
      attached,
      times: nominal.times,
      mood: nominal.mood,
      people: [...people, ...others],
      dated: true,
    }),
  };
}
void actors;

/** What tells that somebody speaks before others. */
export const speeches: readonly Rule[] = [
  {
    id: 'press.noun',
    nouns: ['press'],
    reads: press,
    examples: [
      'Minister Jane Example held a press conference in Oslo on Monday.',
      'At a joint press conference with Minister John Sample, Minister Jane Example spoke of peace.',
    ],
    not: ['The press conference was cancelled.', 'Minister Jane Example attended a climate conference.'],
  },
  {
    id: 'speech.address',
    verbs: ['deliver'],
    reads: addresses,
    examples: [
      'Minister Jane Example addressed Parliament in Oslo on Monday.',
      'Minister Jane Example briefed reporters in Oslo on Monday.',
    ],
    not: ['Minister Jane Example addressed the problem.'],
  },
  {
    id: 'speech.speak',
    verbs: ['speak'],
    reads: speaksAt,
    examples: [
      'Minister Jane Example spoke at the Sample Institute in Oslo on Monday.',
      'Minister Jane Example spoke to reporters in Oslo on Monday.',
    ],
    not: ['Minister Jane Example spoke of peace.'],
  },
  {
    id: 'speech.noun',
    nouns: ['speech'],
    reads: speech,
    examples: [
      'Minister Jane Example delivered a keynote speech at the Sample Institute in Oslo on Tuesday.',
      'In a speech in Oslo, Minister Jane Example called for peace.',
    ],
    not: ['Minister Jane Example praised the speech.'],
  },
  {
    id: 'interview.noun',
    nouns: ['interview'],
    reads: interview,
    examples: [
      'In an interview with the Sample Times on Monday, Minister Jane Example spoke of peace.',
      'Minister Jane Example gave an interview to the Sample Times on Monday.',
    ],
    not: ['Minister Jane Example told the paper in an interview.'],
  },
];
