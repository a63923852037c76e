import { type Attached, isJoint, isNoun, isVerb } from './clause.ts';
import type { Noun, Phrase } from './phrase.ts';
import type { TimeAt } from './scene.ts';

/** When and where a clause opens with, before who acts in it: behind "and" or a comma. */
export function leadBefore(
  phrases: readonly Phrase[],
  subject: number,
): Pick<Arguments, 'attached' | 'times'> {
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

export interface Arguments {
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

/** What stands between who acts and the verb. */
export function argumentsBetween(
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
