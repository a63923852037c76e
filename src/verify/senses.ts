import { isNumberKey } from './numbers.ts';
import type { Word } from './words.ts';

/**
 * What turns the sense of words and can be lost when they are cut out of their sentence: negations and conditions.
 * The rules are by position and by lists of words, in the sentence the words were cut from; docs/verify.md tells them.
 */

export const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const NEGATORS = list(
  'not no never nothing nobody none neither nor nowhere without hardly barely scarcely seldom rarely unlikely impossible ' +
    'unable deny denies denied denying refuse refuses refused reject rejects rejected doubt doubts doubted unthinkable ' +
    'inconceivable pretend pretends pretended',
);
/** Of these the negative sense reaches only to what is left of them in the sentence. */
const NEGATING_BEHIND = list(
  'without nor neither deny denies denied doubt doubts doubted refuse refuses refused pretend pretends pretended ' +
    'as rather instead far',
);
/** "The myth that", "it is wrong to say". */
const FALSE =
  /^(?:false|untrue|nonsense|wrong|incorrect|baseless|unfounded|myth|absurd|ridiculous|illusion)$/;
/** "It would be a mistake to". */
const UNWISE = /^(?:mistake|error|folly|madness|irresponsible|dangerous|premature|unwise|reckless|naive)$/;
/** These negate what is done or said: "oppose closing", "dispute that", "decline to". */
const OPPOSED =
  /^(?:against|(?:oppos|prevent|avoid|stop|(disput|disagree|dismiss)|(declin|lack)|forbid|prohibit|refrain)(?:e|es|s|ed|d|ped|ing|ping)?)$/;
const VERDICTS = list(
  'false untrue wrong incorrect nonsense myth lie lying absurd ridiculous baseless impossible unthinkable mistake error folly illusion',
);
const SUPPOSED = list('provided providing assuming suppose supposing');
const BE = list("is was are were be been 's");
const MODALS = list("will would can could may might must shall should 'd");
const HELPING = list('do does did has have had am');
const CONTRAST = list('but yet however instead whereas although though');
const JOINING = list('and so while or');
const SUBJECTS = list('i you he she it we they this that these those there');
/** Behind these another clause begins, whose negation is its own. */
const OTHER_CLAUSE = list(
  'that which who whom whose because since where when while whether and or but so than if unless',
);
const LIMITING = list('until unless without');
const ONLY_AT = list('when after once if with');
/** Behind these "only" bounds nothing: "the only way". */
const OF_ONE = list('the an our my your his her its their one not');
/** Just before a number these bound it: "less than | 2 percent", "nearly | half". */
const BOUNDING = list('than least most nearly almost only under over below above');
const NEAR = 9;
/** A negation just before these affirms: "no doubt", "cannot deny", "never forget", "no secret". Spelled as keys are. */
const AFFIRMING = list(
  'doubt doubts deny denies forget forgets ignore question hesitation secret surprize coincidence accident wonder matter',
);

const keyAt = (words: readonly Word[], at: number) => words[at]?.key ?? '';
/** The keys of the words that follow without a pause, at most so many. */
function following(words: readonly Word[], at: number, most: number): string[] {
  let to = at;
  while (to - at < most && to + 1 < words.length && isTight(words[to]?.pause)) to++;
  return words.slice(at + 1, to + 1).map(({ key }) => key);
}
const isTight = (pause: Word['pause'] = 'none') => pause === 'none' || pause === 'hyphen';

/** Whether the word negates what follows it. */
export function isNegator(words: readonly Word[], at: number): boolean {
  const key = keyAt(words, at);
  const next = keyAt(words, at + 1);
  if (key === 'as') return next === 'if' || next === 'though';
  if (key === 'instead') return next === 'of';
  if (key === 'far') return next === 'from' && keyAt(words, at - 1) !== 'so';
  if (key === 'anything') return next === 'but';
  if (key === 'rather') return next === 'than';
  if (key === 'lies') return next === 'that';
  if (key === 'lie' || key === 'lied') return following(words, at, 3).includes('that');
  if (key === 'than') return words.slice(Math.max(at - 5, 0), at - 1).some((word) => word.key === 'rather');
  if (key === 'fail' || key === 'fails' || key === 'failed') return next === 'to';
  if (key === 'too') return BE.has(keyAt(words, at - 1)) && following(words, at, 3).includes('to');
  return NEGATORS.has(key) || isRejected(words, at);
}

/** "The myth that …", "it is wrong to …": what is said of a statement or a deed, before it. */
function isRejected(words: readonly Word[], at: number): boolean {
  const key = keyAt(words, at);
  const isFalse = FALSE.test(key);
  if (!isFalse && !UNWISE.test(key)) return false;
  const next = following(words, at, 3);
  const isOfDeeds = words.slice(Math.max(at - 5, 0), at).some((word) => word.key === 'it');
  return (isFalse && next.includes('that')) || (isOfDeeds && next.includes('to'));
}

/** "Oppose closing", "dispute that": only what is done or said is negated, not a thing that is named. */
function isOpposed(words: readonly Word[], at: number, run: number): boolean {
  const isOut = keyAt(words, at) === 'out' && /^rul/.test(keyAt(words, at - 1));
  const opposed = OPPOSED.exec(keyAt(words, at));
  if (!isOut && opposed === null) return false;
  const joint = opposed?.[1] !== undefined ? 'that' : opposed?.[2] !== undefined ? 'to' : 'ing';
  const between = words.slice(at + 1, run + 1).map(({ key }) => key);
  const isDeed = (key: string) => joint === 'ing' && /^(?!during|spring)..+(?<!th)ing$/.test(key);
  const to = between.findIndex((key) => key === joint || isDeed(key));
  return to >= 0 && !between.slice(0, to).includes('and');
}

export const isCondition = (words: readonly Word[], at: number): boolean => {
  const [before, key, next] = [keyAt(words, at - 1), keyAt(words, at), keyAt(words, at + 1)];
  if (key === 'if') {
    const isPhrase = next === 'anything' || (next === 'i' && keyAt(words, at + 2) === 'may');
    return before !== 'as' && !isPhrase;
  }
  if (key === 'unless' || key === 'whether' || key === 'lest') return true;
  // "Only when", "only after": not "the only one when".
  if (key === 'only') return ONLY_AT.has(next) && !OF_ONE.has(before);
  // "Until they leave, …"
  if (key === 'until') return at === 0 || words[at - 1]?.pause === 'stop';
  if (key === 'long') return (before === 'as' || before === 'so') && next === 'as';
  if (key === 'case') return before === 'in' && next !== 'of';
  if (key === 'event') return before === 'the' && keyAt(words, at - 2) === 'in';
  if (key === 'condition') return before === 'on';
  if (!SUPPOSED.has(key)) return false;
  const begins = at === 0 || !isTight(words[at - 1]?.pause) || before === 'only' || before === 'but';
  const isOften = key === 'provided' || key === 'assuming';
  return (isOften && next === 'that') || (begins && (isOften || SUBJECTS.has(next)));
};

/** "Not only" and "not because": what is negated is the reason or the limit, not the statement. */
const isOfReason = (words: readonly Word[], at: number) =>
  keyAt(words, at) === 'not' &&
  ['only', 'just', 'because', 'merely', 'simply', 'least', 'to'].includes(keyAt(words, at + 1));

/** A conjunction behind which a new statement begins; "and that the road is closed" is none. */
function beginsStatement(words: readonly Word[], at: number): boolean {
  const [next, verb] = [keyAt(words, at + 1), keyAt(words, at + 2)];
  return (
    JOINING.has(keyAt(words, at)) &&
    SUBJECTS.has(next) &&
    (next !== 'that' || BE.has(verb) || MODALS.has(verb))
  );
}

/** Where the sentence of a word begins. */
function sentenceStart(words: readonly Word[], at: number): number {
  let start = at;
  while (start > 0 && words[start - 1]?.pause !== 'stop') start--;
  return start;
}

/** Behind the last word of the sentence. */
function sentenceEnd(words: readonly Word[], at: number): number {
  let end = at;
  while (end < words.length && words[end]?.pause !== 'stop') end++;
  return Math.min(end + 1, words.length);
}

/** A negation within a compound, as in "no-limits friendship", governs no more than that. */
const reachesOver = (words: readonly Word[], negation: number, at: number) =>
  words[negation]?.pause !== 'hyphen' || words.slice(negation, at).every(({ pause }) => pause === 'hyphen');

/** A comma behind a negation ends it if that was an answer or a phrase of its own: "of course not, we", "or not,". */
const isInterrupted = (words: readonly Word[], at: number) =>
  keyAt(words, at - 1) !== 'no' && keyAt(words, at - 2) !== 'or' && !SUBJECTS.has(keyAt(words, at));

/** "… we would …": what is said under a condition that needs no "if". */
const isSupposed = (words: readonly Word[], clause: number) =>
  words.slice(clause, clause + NEAR).some(({ key }) => MODALS.has(key));

/** "Without your help, we would …" is a condition; "without hesitation, we will" is none. */
function isLack(words: readonly Word[], at: number, clause: number): boolean {
  const lacking = words.slice(at + 1, clause).map(({ key }) => key);
  return (
    keyAt(words, at) === 'without' &&
    !lacking.some((key) => key === 'exception' || key === 'fail' || key.endsWith('ing') || AFFIRMING.has(key))
  );
}

/** The negations and conditions before the word `at` in its sentence that govern it, as positions. */
export function governorsBefore(words: readonly Word[], at: number): number[] {
  const start = sentenceStart(words, at);
  let negations: number[] = [];
  // What a comma ended: "he does not want you, my friends, to" goes on behind the second.
  let ended: number[] = [];
  // Where a comma stands behind the negation itself, it does not end it: "never, ever".
  let held: number[] = [];
  let conditions: number[] = [];
  let concessions: number[] = [];
  let inverted: number[] = [];
  for (let i = start; i <= at; i++) {
    const key = keyAt(words, i);
    const before = keyAt(words, i - 1);
    const pause = i === start ? 'stop' : (words[i - 1]?.pause ?? 'none');
    if (pause === 'comma') {
      concessions = [];
      if (isSupposed(words, i)) conditions.push(...inverted, ...negations.filter((n) => isLack(words, n, i)));
      inverted = [];
      if (negations.at(-1) === i - 1 && i - 1 > start && isInterrupted(words, i)) held.push(i - 1);
      if (key === 'that' || (key === 'to' && ended.length > 0)) negations = [...ended, ...negations];
      else if (key !== 'nor' && key !== 'or') {
        ended = negations;
        negations = [];
      }
    } else if (pause === 'break') {
      concessions = [];
      negations = [];
      held = [];
    } else if (key === 'that' && before === 'and') {
      // "I do not think that …, and that …", but not "to ensure that … does not …, and that …".
      const claims = words.slice(0, i).map((word) => word.key);
      negations = [...ended, ...negations].filter((n) => claims.includes('that', n));
    }
    const isNewReason = key === 'because' && !negations.includes(i - 1) && before !== 'just';
    if (CONTRAST.has(key) && before !== 'as') {
      negations = [];
      held = [];
      conditions = [];
    } else if (beginsStatement(words, i) || isNewReason) {
      negations = [];
      held = [];
    }
    if (i === at) break;
    if (AFFIRMING.has(key) && keyAt(words, i + 1) !== 'of') {
      const pair = negations.findLast((n) => n >= i - 2);
      negations = negations.filter((n) => n !== pair);
      if (pair !== undefined || before === 'little' || before === 'beyond') continue;
    }
    const isNegation = isNegator(words, i) || isOpposed(words, i, at);
    if (isNegation && reachesOver(words, i, at)) {
      const keptWhole = isOfReason(words, i) && words[i + 1]?.key !== 'because' && words[i + 1]?.key !== 'to';
      if (!(keptWhole && i + 1 < at)) negations.push(i);
    }
    const begins = pause === 'stop' || before === 'that' || CONTRAST.has(before);
    // "Should they attack, we will …"
    if (begins && (key === 'should' || key === 'had' || key === 'were')) inverted.push(i);
    if (
      (key === 'otherwize' && (pause !== 'none' || JOINING.has(before))) ||
      (key === 'else' && before === 'or')
    )
      conditions.push(i);
    if (isCondition(words, i)) {
      if (before === 'even' || key === 'whether') concessions.push(i);
      else conditions.push(i);
    }
  }
  return [...negations, ...held, ...conditions, ...concessions, ...boundsBefore(words, at)];
}

/** What bounds the very word `at`: "only | NATO can", "fewer than | 20,000", "up to | 300". */
function boundsBefore(words: readonly Word[], at: number): number[] {
  const before = at - 1;
  if (before < 0 || !isTight(words[before]?.pause)) return [];
  const key = keyAt(words, before);
  if (key === 'only') return OF_ONE.has(keyAt(words, before - 1)) ? [] : [before];
  if (!isNumberKey(keyAt(words, at))) return [];
  const isUpTo = key === 'to' && keyAt(words, before - 1) === 'up';
  return isUpTo || BOUNDING.has(key) ? [before] : [];
}

/** The negations and conditions behind the word `at` in its sentence that govern it, as positions. */
export function governorsBehind(words: readonly Word[], at: number): number[] {
  if (words[at]?.pause === 'stop') return [];
  const end = sentenceEnd(words, at);
  return [...negatedBehind(words, at, end), ...conditionedBehind(words, at, end)];
}

/** "We have | no plans", "that NATO is dead | is false": what follows in the same clause. */
function negatedBehind(words: readonly Word[], at: number, end: number): number[] {
  const found: number[] = [];
  // "That the road is closed, as some say, is false": such a sentence is judged at its end.
  const isClaim = keyAt(words, sentenceStart(words, at)) === 'that';
  for (let i = at + 1; i < end && (isClaim || isTight(words[i - 1]?.pause)); i++) {
    const key = keyAt(words, i);
    if (VERDICTS.has(key)) {
      const said = words.slice(Math.max(at, i - 4), i).some((word) => BE.has(word.key));
      if (said) found.push(i);
    }
    if (isClaim) continue;
    if (OTHER_CLAUSE.has(key)) break;
    const isAffirmed = key === 'no' && AFFIRMING.has(keyAt(words, i + 1));
    // "We want peace | not war" denies no more than the war.
    const before = keyAt(words, i - 1);
    const isApart = key === 'not' && ![BE, MODALS, HELPING].some((verbs) => verbs.has(before));
    const isNegation = isNegator(words, i) && !NEGATING_BEHIND.has(key) && !VERDICTS.has(key);
    const isSpared = isAffirmed || isOfReason(words, i) || words[i]?.pause === 'hyphen';
    if (isNegation && !isSpared && !(isApart && words[i]?.pause === 'none')) found.push(i);
  }
  return found;
}

/** "We will leave | if they do not pay"; behind a negation also "until" and "without". */
function conditionedBehind(words: readonly Word[], at: number, end: number): number[] {
  const found: number[] = [];
  const start = sentenceStart(words, at);
  const negated = words.slice(start, at + 1).some((_, nth) => isNegator(words, start + nth));
  for (let i = at + 1; i < end; i++) {
    const key = keyAt(words, i);
    const pause = words[i - 1]?.pause;
    const isIf = key !== 'whether' && isCondition(words, i) && keyAt(words, i - 1) !== 'even';
    // "– if they pay" is a condition of what was said; "; if they pay, we stay" is one of its own.
    if (pause === 'break' && !(isIf && words.slice(i, end - 1).every((word) => word.pause !== 'comma')))
      break;
    const isOnly = keyAt(words, i + 1) === 'only' && isCondition(words, i + 2);
    if ((CONTRAST.has(key) && !isOnly) || beginsStatement(words, i)) break;
    if (['that', 'because', 'since', 'which', 'who'].includes(key)) break;
    if (isIf) found.push(i);
    else if ((negated && LIMITING.has(key)) || key === 'until') found.push(i);
  }
  return found;
}

/** A stretch of words, `[from, to)`. */
export interface Run {
  from: number;
  to: number;
}

/** Whether words cut out of what was said lose a negation or condition that governs them. `runs` in order. */
export function losesSense(words: readonly Word[], runs: readonly Run[]): boolean {
  const isKept = (at: number) => runs.some(({ from, to }) => at >= from && at < to);
  return runs.some(({ from, to }) =>
    [...governorsBefore(words, from), ...governorsBehind(words, to - 1)].some((at) => !isKept(at)),
  );
}
