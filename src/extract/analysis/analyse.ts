import {
  type Analysis,
  type Attached,
  type Clause,
  isJoint,
  isNoun,
  isVerb,
  type Lead,
  type Nominal,
} from './clause.ts';
import { moodOf, nominalMood } from './mood.ts';
import type { Noun, Phrase } from './phrase.ts';
import { phrasesOf } from './phrases.ts';
import type { Scene, SceneSentence, TimeAt } from './scene.ts';

/** How many phrases before a verb its subject is looked for among. */
const REACH = 40;
/** More clauses than this are no sentence but a list. */
const MOST = 60;

/** Says of a sentence who does what with whom, where and when: once, for every frame. */
export function analyse(
  scene: Scene,
  sentence: SceneSentence,
  meant: (phrases: Phrase[]) => Phrase[] = (phrases) => phrases,
): Analysis {
  const phrases = meant(phrasesOf(scene, sentence));
  const lead = leadOf(phrases);
  const clauses: Clause[] = [];
  const byVerb = new Map<number, Clause>();
  for (const [index, phrase] of phrases.entries()) {
    if (!isVerb(phrase) || clauses.length >= MOST) continue;
    const clause = clauseAt(phrases, index, byVerb, lead);
    clauses.push(clause);
    byVerb.set(index, clause);
  }
  // "Visiting Berlin, the Minister said": who acts next acted in what opens the sentence.
  for (const [at, clause] of clauses.entries())
    if (clause.subject === null && clause.verb.form === 'ing')
      clause.subject =
        clauses
          .slice(at + 1, at + 4)
          .find((later) => later.verb.form === 'finite' && later.subject !== null && later.opener === '')
          ?.subject ?? null;
  for (const clause of clauses) {
    clause.mood = moodOf(phrases, clause);
    if (clause.governor?.subject === undefined) continue;
    if (clause.subject === null) clause.subject = clause.governor.subject;
  }
  const nominals = phrases.flatMap((phrase, index) =>
    isNoun(phrase) && phrase.classes.length > 0 ? [nominalAt(phrases, index, phrase, clauses)] : [],
  );
  return { phrases, clauses, nominals, lead };
}

function leadOf(phrases: readonly Phrase[]): Lead {
  const lead: Lead = { attached: [], times: [], next: 0 };
  let at = 0;
  // What is hidden at the beginning is a dateline or a quotation.
  while (phrases[at]?.kind === 'stop') at++;
  for (; at < phrases.length; ) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'time') {
      (lead.attached.at(-1)?.times ?? lead.times).push(phrase.time);
      lead.times.push(phrase.time);
      at++;
    } else if (phrase.kind === 'adverb' || phrase.kind === 'comma') at++;
    else if (
      phrase.kind === 'sub' &&
      (phrase.word === 'while' || phrase.word === 'when') &&
      isJoint(phrases[at + 1], 'prep')
    )
      at++;
    else if (phrase.kind === 'prep' && phrases[at + 1]?.kind === 'time') at++;
    else if (phrase.kind === 'prep' && isNoun(phrases[at + 1])) {
      lead.attached.push({ prep: phrase.word, noun: phrases[at + 1] as Noun, times: [], index: at });
      at += 2;
    } else if (phrase.kind === 'and' && lead.attached.length > 0 && isJoint(phrases[at + 1], 'prep')) at++;
    else break;
  }
  // Without a comma or a subject behind it, it was no lead.
  lead.next = at;
  return lead;
}

function clauseAt(
  phrases: readonly Phrase[],
  index: number,
  known: ReadonlyMap<number, Clause>,
  lead: Lead,
): Clause {
  const verb = phrases[index] as Clause['verb'];
  const opener = openerOf(phrases, index);
  const args = argumentsAfter(phrases, index + 1);
  const governor = verb.form === 'finite' ? null : governorOf(phrases, index, known);
  let found =
    verb.form === 'finite'
      ? subjectOf(phrases, index, known, lead.next)
      : controlled(phrases, index, governor);
  // "said the Minister": who speaks stands behind the verb.
  if (
    found.noun === null &&
    verb.form === 'finite' &&
    verb.classes.has('say') &&
    args.object !== null &&
    isPeople(args.object)
  ) {
    found = { noun: args.object, from: -1 };
    args.object = null;
  }
  const before =
    found.from < 0 ? { attached: [], times: [] } : argumentsBetween(phrases, found.from + 1, index);
  const ahead = found.from < 0 ? { attached: [], times: [] } : leadBefore(phrases, found.from);
  const there = opener.word === 'where' ? thereBefore(phrases, opener.index) : null;
  const times = [...args.times, ...before.times, ...ahead.times];
  // "The two will on Monday meet": what stands between belongs to the verb as well.
  const start =
    opener.index >= 0
      ? phrases[opener.index]!.start
      : (phrases[Math.max(0, found.from)]?.start ?? verb.start);
  return {
    index,
    verb,
    start: Math.min(start, verb.start),
    end: Math.max(verb.end, args.end),
    subject: found.noun,
    object: args.object,
    attached: [...args.attached, ...before.attached, ...ahead.attached],
    times,
    mood: 'done',
    governor,
    there,
    main: HANGS.has(opener.word) ? mainBefore(known, index) : null,
    opener: opener.word,
  };
}

/** When and where a clause opens with, before who acts in it: behind "and" or a comma. */
function leadBefore(phrases: readonly Phrase[], subject: number): Pick<Arguments, 'attached' | 'times'> {
  const attached: Attached[] = [];
  const times: TimeAt[] = [];
  let at = subject - 1;
  for (; at >= 0; at--) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'time') times.unshift(phrase.time);
    else if (isNoun(phrase) && isJoint(phrases[at - 1], 'prep')) {
      attached.unshift({
        prep: (phrases[at - 1] as { word: string }).word,
        noun: phrase,
        times: [],
        index: at - 1,
      });
      at--;
    } else if (phrase.kind !== 'prep' && phrase.kind !== 'adverb') break;
  }
  return isJoint(phrases[at], 'and') || isJoint(phrases[at], 'comma') || isJoint(phrases[at], 'sub')
    ? { attached, times }
    : { attached: [], times: [] };
}

interface Arguments {
  object: Noun | null;
  attached: Attached[];
  times: TimeAt[];
  end: number;
}

/** What stands behind a verb or noun, up to the next verb, conjunction or stop. */
export function argumentsAfter(phrases: readonly Phrase[], from: number): Arguments {
  const found: Arguments = { object: null, attached: [], times: [], end: 0 };
  let last: Attached | null = null;
  let direct = true;
  for (let at = from; at < phrases.length; ) {
    const phrase = phrases[at]!;
    // ", as did B, last night"
    const did = phrases[at + 2];
    if (
      phrase.kind === 'comma' &&
      isJoint(phrases[at + 1], 'prep', 'as') &&
      isVerb(did) &&
      did.lemma === 'do' &&
      isNoun(phrases[at + 3])
    ) {
      at += 4;
      continue;
    }
    if (phrase.kind === 'verb' || phrase.kind === 'sub') break;
    if (phrase.kind === 'stop') {
      if (phrase.word !== '(') break;
      let close = at + 1;
      while (close < phrases.length && !isJoint(phrases[close], 'stop', ')')) close++;
      at = close + 1;
      continue;
    }
    if (phrase.kind === 'comma' || phrase.kind === 'and') {
      let next = at + 1;
      while (phrases[next]?.kind === 'and' || phrases[next]?.kind === 'adverb') next++;
      const then = phrases[next];
      if (then === undefined || then.kind === 'verb' || then.kind === 'sub' || then.kind === 'stop') break;
      if (opensClause(phrases, next)) break;
      // ", the palace said": who acts next.
      if (isNoun(then) && actsAfter(phrases, next + 1)) break;
      // "and Uganda on Tuesday": one more place like the last.
      if (isNoun(then) && last !== null && then.places.length > 0 && last.noun.places.length > 0) {
        last = { prep: last.prep, noun: then, times: [], index: at };
        found.attached.push(last);
        found.end = then.end;
        at = next + 1;
        continue;
      }
      if (
        isNoun(then) &&
        found.object !== null &&
        direct &&
        then.places.length > 0 &&
        found.object.places.length > 0
      ) {
        last = { prep: '', noun: then, times: [], index: at };
        found.attached.push(last);
        found.end = then.end;
        at = next + 1;
        continue;
      }
      if (isNoun(then) && !(then.persons.length > 0 && found.object === null)) {
        // An apposition, or one more object of no known kind.
        at = next + 1;
        continue;
      }
      at = next;
      continue;
    }
    if (phrase.kind === 'time') {
      found.times.push(phrase.time);
      last?.times.push(phrase.time);
      found.end = phrase.end;
      at++;
      continue;
    }
    if (phrase.kind === 'prep') {
      const then = phrases[at + 1];
      if (isVerb(then)) break;
      if (isNoun(then)) {
        last = { prep: phrase.word, noun: then, times: [], index: at };
        found.attached.push(last);
        found.end = then.end;
        direct = false;
        at += 2;
        continue;
      }
      // "for the June 29 summit"
      const day = phrases[at + 1];
      const named = phrases[at + 2];
      if (day?.kind === 'time' && isNoun(named) && named.classes.length > 0) {
        found.times.push(day.time);
        last = { prep: phrase.word, noun: named, times: [day.time], index: at };
        found.attached.push(last);
        found.end = named.end;
        at += 3;
        continue;
      }
      at++;
      continue;
    }
    if (isNoun(phrase)) {
      if (found.object === null && found.attached.length === 0) {
        found.object = phrase;
        found.end = phrase.end;
      } else if (actsAfter(phrases, at + 1)) break;
      else if (found.object === null && phrase.persons.length > 0) found.object = phrase;
      at++;
      continue;
    }
    at++;
  }
  return found;
}

/** Whether what follows a comma or "and" is another clause, behind its own when and where: "and on Friday she will be". */
function opensClause(phrases: readonly Phrase[], from: number): boolean {
  let at = from;
  while (at < phrases.length) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'time' || phrase.kind === 'adverb') at++;
    else if (phrase.kind === 'prep' && (isNoun(phrases[at + 1]) || phrases[at + 1]?.kind === 'time')) at += 2;
    else break;
  }
  if (at === from) return false;
  // "and at a press conference with B, he stressed"
  if (isJoint(phrases[from - 1], 'and') && isJoint(phrases[at], 'comma')) at++;
  return isNoun(phrases[at]) && actsAfter(phrases, at + 1);
}

function argumentsBetween(
  phrases: readonly Phrase[],
  from: number,
  to: number,
): Pick<Arguments, 'attached' | 'times'> {
  const attached: Attached[] = [];
  const times: TimeAt[] = [];
  for (let at = from; at < to; at++) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'verb' || phrase.kind === 'sub') break;
    if (phrase.kind === 'time') times.push(phrase.time);
    if (phrase.kind === 'prep' && isNoun(phrases[at + 1]))
      attached.push({ prep: phrase.word, noun: phrases[at + 1] as Noun, times: [], index: at });
  }
  return { attached, times };
}

function actsAfter(phrases: readonly Phrase[], at: number): boolean {
  let next = at;
  while (phrases[next]?.kind === 'adverb' || phrases[next]?.kind === 'time') next++;
  const verb = phrases[next];
  return isVerb(verb) && verb.form === 'finite';
}

const HANGS = new Set(['as', 'when', 'while', 'where', 'before', 'after']);

function mainBefore(known: ReadonlyMap<number, Clause>, index: number): Clause | null {
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const clause = known.get(at);
    if (clause !== undefined && clause.verb.form === 'finite') return clause;
  }
  return null;
}

interface Found {
  noun: Noun | null;
  /** Index of the phrase, or -1. */
  from: number;
}

/** Who acts: the noun phrase before the verb that no preposition and no other verb governs. */
function subjectOf(
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

function governorOf(
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
function controlled(phrases: readonly Phrase[], index: number, governor: Clause | null): Found {
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

export const isPeople = (noun: Noun) => noun.persons.length > 0 || noun.group || noun.office;

function openerOf(phrases: readonly Phrase[], index: number): { word: string; index: number } {
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'sub') return { word: phrase.word, index: at };
    if (phrase.kind === 'prep' && isVerb(phrases[at + 1])) return { word: phrase.word, index: at };
    if (phrase.kind === 'verb' || phrase.kind === 'stop') break;
  }
  return { word: '', index: -1 };
}

/** The place and times right before "where". */
function thereBefore(phrases: readonly Phrase[], where: number): Clause['there'] {
  const times: TimeAt[] = [];
  for (let at = where - 1; at >= Math.max(0, where - 8); at--) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'comma' || phrase.kind === 'prep' || phrase.kind === 'adverb') continue;
    if (phrase.kind === 'time') {
      times.unshift(phrase.time);
      continue;
    }
    if (phrase.kind === 'verb' || phrase.kind === 'sub' || phrase.kind === 'stop') break;
    if (isNoun(phrase) && phrase.places.length > 0 && phrase.persons.length === 0)
      return { noun: phrase, times };
  }
  return { noun: null, times };
}

function nominalAt(
  phrases: readonly Phrase[],
  index: number,
  noun: Noun,
  clauses: readonly Clause[],
): Nominal {
  const args = argumentsAfter(phrases, index + 1);
  const dayed = phrases[index - 1];
  const before = dayed?.kind === 'time' ? phrases[index - 2] : dayed;
  if (dayed?.kind === 'time') args.times.unshift(dayed.time);
  const prep = isJoint(before, 'prep') ? before.word : '';
  const own = clauses.findLast(
    (clause) =>
      clause.index < index && (clause.object === noun || clause.attached.some((one) => one.noun === noun)),
  );
  // "the summit in Cornwall, which is happening from 11 June"
  const acts = clauses.findLast(
    (clause) =>
      clause.index > index &&
      (clause.subject === noun ||
        (clause.opener === 'which' && args.attached.some((one) => one.noun === clause.subject))),
  );
  const near =
    own ??
    acts ??
    clauses.findLast((clause) => clause.index < index) ??
    clauses.find((clause) => clause.index > index) ??
    null;
  const role =
    own?.object === noun
      ? 'object'
      : acts !== undefined && own === undefined
        ? 'subject'
        : prep !== ''
          ? prep
          : own === undefined && clauses.length === 0
            ? 'alone'
            : '';
  const nominal: Nominal = {
    index,
    noun,
    start: noun.start,
    end: Math.max(noun.end, args.end),
    attached: args.attached,
    times: args.times,
    clause: near,
    role,
    acts: acts ?? null,
    mood: 'done',
  };
  nominal.mood = nominalMood(phrases, nominal);
  return nominal;
}
