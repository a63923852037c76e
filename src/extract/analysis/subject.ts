import { type Clause, isJoint, isNoun, isVerb } from './clause.ts';
import type { Noun, Phrase } from './phrase.ts';

/** How many phrases before a verb its subject is looked for among. */
export const REACH = 40;

export const isPeople = (noun: Noun) => noun.persons.length > 0 || noun.group || noun.office;

export interface Found {
  noun: Noun | null;
  /** Index of the phrase, or -1. */
  from: number;
}

/** Who acts: the noun phrase before the verb that no preposition and no other verb governs. */
export function subjectOf(
  phrases: readonly Phrase[],
  index: number,
  known: ReadonlyMap<number, Clause>,
  leadEnd: number,
): Found {
  const shared = (at: number): Found => {
    for (let back = at; back >= Math.max(0, index - REACH); back--) {
      const clause = known.get(back);
      if (
        clause !== undefined &&
        clause.subject !== null &&
        (clause.verb.form === 'finite' || clause.verb.form === 'ing')
      )
        return { noun: clause.subject, from: -1 };
    }
    return { noun: null, from: -1 };
  };
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'adverb' || phrase.kind === 'time') continue;
    if (isNoun(phrase)) {
      const prep = phrases[at - 1];
      if (isJoint(prep, 'prep') && !(prep.word === 'as' && phrase.persons.length > 0)) {
        at--;
        continue;
      }
      // "Speaking after the talks, X said": an object of what opens the sentence is not reached past its comma.
      return { noun: phrase, from: at };
    }
    if (phrase.kind === 'prep') continue;
    if (phrase.kind === 'and') return shared(at - 1);
    if (phrase.kind === 'sub') {
      if (phrase.word === 'who' || phrase.word === 'which' || phrase.word === 'that') {
        const back = isJoint(phrases[at - 1], 'comma') ? at - 2 : at - 1;
        const noun = phrases[back];
        if (isNoun(noun)) return { noun, from: at };
      }
      return { noun: null, from: -1 };
    }
    if (phrase.kind === 'stop') {
      if (phrase.word === '-' || phrase.word === '–' || phrase.word === '—') continue;
      return { noun: null, from: -1 };
    }
    if (phrase.kind === 'comma') {
      const open = opensAside(phrases, at);
      if (open >= leadEnd) {
        at = open;
        continue;
      }
      // "On Monday, X met Y, visited Z": one after the other.
      const before = shared(at - 1);
      if (before.noun !== null) return before;
      continue;
    }
    if (phrase.kind === 'verb') {
      if (phrase.form === 'finite') {
        // "the delegation led by A met B": a participle behind its noun.
        const clause = known.get(at);
        const reduced =
          phrase.tense === 'past' &&
          !phrase.perfect &&
          isJoint(phrases[at + 1], 'prep', 'by') &&
          clause?.subject != null;
        if (reduced) return { noun: clause.subject, from: at };
        return shared(at);
      }
    }
  }
  return { noun: null, from: -1 };
}

/** The comma that opened an aside which a comma closes: ", who is visiting," ", accompanied by B,". */
function opensAside(phrases: readonly Phrase[], close: number): number {
  for (let at = close - 1; at > Math.max(0, close - 24); at--) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'stop') return -1;
    if (phrase.kind !== 'comma') continue;
    const next = phrases[at + 1];
    const before = phrases[at - 1];
    if (before?.kind !== 'noun') continue;
    if (isJoint(next, 'sub', 'who', 'which', 'whose', 'where')) return at;
    if (isJoint(next, 'prep') || isJoint(next, 'adverb')) return at;
    if (
      isVerb(next) &&
      (next.form === 'ing' ||
        (next.form === 'finite' && next.tense === 'past' && !next.perfect && !next.passive))
    ) {
      return isJoint(phrases[at + 2], 'prep') || next.form === 'ing' ? at : -1;
    }
    if (isNoun(next)) return at;
    return -1;
  }
  return -1;
}

/** The clause whose verb governs an infinitive or participle. */
export function governorOf(
  phrases: readonly Phrase[],
  index: number,
  known: ReadonlyMap<number, Clause>,
): Clause | null {
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'sub' && phrase.word !== 'before' && phrase.word !== 'after') return null;
    if (phrase.kind === 'stop' && phrase.word !== '-' && phrase.word !== '–' && phrase.word !== '—')
      return null;
    if (phrase.kind === 'verb') return known.get(at) ?? null;
  }
  return null;
}

/** Who acts in "to meet" or "meeting": as the verb that governs it says. */
export function controlled(phrases: readonly Phrase[], index: number, governor: Clause | null): Found {
  if (governor === null) {
    const before = phrases[index - 1];
    // "the delegation visiting Oslo"
    if (isNoun(before) && !isJoint(phrases[index - 2], 'prep')) return { noun: before, from: index - 1 };
    return { noun: null, from: -1 };
  }
  const asks = governor.verb.classes.has('ask') && governor.object !== null && isPeople(governor.object);
  const verb = phrases[index];
  if (asks && isVerb(verb) && verb.form === 'to')
    return { noun: governor.verb.passive ? governor.subject : governor.object, from: -1 };
  // "B, visiting Oslo": the one right before it, if nothing but a comma stands between.
  return { noun: governor.subject, from: -1 };
}
