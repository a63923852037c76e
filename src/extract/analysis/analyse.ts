import { argumentsAfter, argumentsBetween, leadBefore } from './arguments.ts';
import { type Analysis, type Clause, isJoint, isNoun, isVerb, type Lead, type Nominal } from './clause.ts';
import { moodOf, nominalMood } from './mood.ts';
import type { Noun, Phrase } from './phrase.ts';
import { phrasesOf } from './phrases.ts';
import type { Scene, SceneSentence, TimeAt } from './scene.ts';
import { controlled, governorOf, isPeople, REACH, subjectOf } from './subject.ts';

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

const HANGS = new Set(['as', 'when', 'while', 'where', 'before', 'after']);

function mainBefore(known: ReadonlyMap<number, Clause>, index: number): Clause | null {
  for (let at = index - 1; at >= Math.max(0, index - REACH); at--) {
    const clause = known.get(at);
    if (clause !== undefined && clause.verb.form === 'finite') return clause;
  }
  return null;
}

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
