import type { Clause, Nominal } from '../analysis/clause.ts';
import type { Finding, Rule, Told } from './frame.ts';
import { isBody, layersOf, ownersOf, personsOf, placesAt, tell } from './roles.ts';

const SIGNED =
  /\b(?:agreements?|commitments?|deals?|treaty|treaties|memorandum|memoranda|mou|declarations?|accords?|pact|conventions?|protocols?|letter\sof\sintent|contracts?|legislation|bill)\b/iu;
const OPENED =
  /^(?:embassy|consulate|commission|chancery|mission|school|hospital|clinic|museum|exhibition|memorial|monument|factory|plant|bridge|terminal|headquarters|centre|center|laboratory|college|campus|office|station|facility)$/;
const DAYS = /^(?:birthday|anniversary|day)$/;
const RITES =
  /^(?:opening|signing|closing|inauguration|award|awards|laying|wreath-laying|commissioning|accession|handover|breaking|groundbreaking|ground-breaking|raising|flag-raising|in|swearing-in|welcome|welcoming|prize|commemoration|memorial|remembrance|graduation|departure|arrival|dedication)$/;

function give(told: Told, clause: Clause, people: readonly number[]): Finding {
  return {
    tellings: tell(told, {
      kind: 'ceremony',
      at: clause.verb,
      clause,
      attached: clause.attached,
      times: clause.times,
      mood: clause.mood,
      people,
    }),
  };
}

const wordsOf = (clause: Clause) =>
  clause.object === null ? [] : [...clause.object.words, clause.object.head];

function signs(told: Told, clause: Clause): Finding | null {
  const { object, verb } = clause;
  if (object === null || verb.passive) return null;
  const people = personsOf(clause.subject);
  const text = told.sentence.text.slice(
    object.start - told.sentence.start,
    object.start - told.sentence.start + 110,
  );
  if (people.length === 0 || !SIGNED.test(text)) return null;
  return give(told, clause, people);
}

function lays(told: Told, clause: Clause): Finding | null {
  const people = personsOf(clause.subject);
  if (
    people.length === 0 ||
    clause.verb.passive ||
    !wordsOf(clause).some((word) => /^(?:wreaths?|flowers|ribbon)$/.test(word))
  )
    return null;
  return give(told, clause, people);
}

function opens(told: Told, clause: Clause): Finding | null {
  const { verb, object } = clause;
  const people = personsOf(clause.subject);
  if (people.length === 0 || verb.passive || object === null) return null;
  if (verb.lemma === 'cut') return wordsOf(clause).includes('ribbon') ? give(told, clause, people) : null;
  const thing = wordsOf(clause).some((word) => OPENED.test(word));
  if (
    verb.lemma !== 'inaugurate' &&
    !(thing && ['open', 'reopen', 'unveil', 'commission'].includes(verb.lemma))
  )
    return null;
  return give(told, clause, people);
}

function celebrates(told: Told, clause: Clause): Finding | null {
  const { object, verb } = clause;
  if (object === null || verb.passive) return null;
  const of = clause.attached
    .filter((one) => one.prep === 'of' || one.prep === 'for')
    .map((one) => one.noun.head);
  if (![...wordsOf(clause), ...of].some((word) => DAYS.test(word))) return null;
  const days = [...wordsOf(clause), ...of];
  if (
    days.includes('day') &&
    !days.some((word) =>
      /^(?:national|independence|republic|anniversary|birthday|remembrance|memorial|victory)$/.test(word),
    )
  )
    return null;
  const people = personsOf(clause.subject);
  if (people.length === 0 && !isBody(clause.subject)) return null;
  // Somewhere or on some day, else it is only praised.
  const placed = layersOf(told, clause, clause.attached).some((layer) => placesAt(layer).length > 0);
  if (!placed && clause.times.length === 0 && clause.verb.lemma !== 'mark') return null;
  return give(told, clause, people);
}

/** "an opening ceremony", "attended the funeral of" */
function rite(told: Told, nominal: Nominal): Finding | null {
  const { noun, clause, role } = nominal;
  const named = noun.words.some((word) => RITES.test(word));
  const attended = clause !== null && (clause.verb.classes.has('attend') || clause.verb.classes.has('hold'));
  const at = role === 'at' || role === 'during' || role === 'in' || role === 'for';
  if (noun.head === 'inauguration' && !attended) return null;
  if (
    !(named && noun.head.startsWith('ceremon')) &&
    !(attended && (role === 'object' || role === 'in')) &&
    !(at && noun.head.startsWith('ceremon'))
  )
    return null;
  const people =
    clause === null || clause.verb.passive ? [] : role === 'subject' ? [] : personsOf(clause.subject);
  const owned = noun.head.startsWith('ceremon') ? ownersOf(nominal).people : [];
  if (people.length === 0 && !named && !(clause !== null && isBody(clause.subject))) return null;
  return {
    tellings: tell(told, {
      kind: 'ceremony',
      at: noun,
      clause,
      attached: nominal.attached,
      times: nominal.times,
      mood: nominal.mood,
      people: [...people, ...owned],
    }),
  };
}

/** What tells of ceremonies. */
export const ceremonies: readonly Rule[] = [
  {
    id: 'ceremony.sign',
    verbs: ['sign'],
    reads: signs,
    examples: [
      'Ministers Jane Example and John Sample signed an agreement in Oslo on Monday.',
      'Minister Jane Example signed a memorandum of understanding in Oslo.',
    ],
    not: ['Minister Jane Example signed the guest book.'],
  },
  {
    id: 'ceremony.lay',
    verbs: ['lay'],
    reads: lays,
    examples: [
      'Minister Jane Example laid a wreath in Oslo on Monday.',
      'Minister Jane Example will lay flowers at the memorial in Oslo.',
    ],
    not: ['Minister Jane Example laid out her plans.'],
  },
  {
    id: 'ceremony.open',
    verbs: ['open'],
    reads: opens,
    examples: [
      'Minister Jane Example opened the new embassy in Nairobi today.',
      'Minister Jane Example inaugurated the dam on Monday.',
    ],
    not: ['Minister Jane Example opened the door.'],
  },
  {
    id: 'ceremony.celebrate',
    verbs: ['celebrate'],
    reads: celebrates,
    examples: [
      'Minister Jane Example celebrated the anniversary of the treaty in Oslo.',
      'Minister Jane Example marked Independence Day in Oslo.',
    ],
    not: ['Minister Jane Example marked the paper.'],
  },
  {
    id: 'ceremony.noun',
    nouns: ['ceremony'],
    reads: rite,
    examples: [
      'Leaders attended the state funeral of John Sample in Oslo on Tuesday.',
      'Minister Jane Example spoke at the opening ceremony in Oslo on Monday.',
    ],
    not: ['Without ceremony, Minister Jane Example left.'],
  },
];
