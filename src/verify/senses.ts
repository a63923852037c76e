import type { Word } from './words.ts';

/**
 * What turns the sense of words and can be lost when they are cut out of their sentence: negations and conditions.
 * The rules are by position and by lists of words, in the sentence the words were cut from; docs/verify.md tells them.
 */

const list = (words: string) => new Set(words.split(' '));

const NEGATORS = list(
  'not no never nothing nobody none neither nor nowhere without hardly barely scarcely seldom unlikely impossible unable ' +
    'deny denies denied denying refuse refuses refused reject rejects rejected doubt doubts doubted false untrue myth ' +
    'nonsense wrong incorrect baseless fail fails failed unthinkable',
);
/** Of these the negative sense reaches only to what is left of them in the sentence. */
const NEGATING_BEHIND = list(
  'without nor neither deny denies denied doubt doubts doubted refuse refuses refused',
);
const CONDITIONS = list('if unless whether provided providing assuming suppose supposing lest');
const VERDICTS = list(
  'false untrue wrong incorrect nonsense myth lie absurd baseless impossible unthinkable',
);
const BE = list("is was are were be been 's");
const CONTRAST = list('but yet however instead whereas although though');
const JOINING = list('and so while or');
const SUBJECTS = list('i you he she it we they this that these those there');
/** Behind these another clause begins, whose negation is its own. */
const OTHER_CLAUSE = list(
  'that which who whom whose because since where when while whether and or but so than if unless',
);
const LIMITING = list('until unless without');

/** Whether the word negates what follows it. */
export function isNegator(words: readonly Word[], at: number): boolean {
  const key = words[at]?.key ?? '';
  const next = words[at + 1]?.key ?? '';
  if (key === 'lie' || key === 'lies') return next === 'that';
  if (key === 'instead' || key === 'far') return next === (key === 'far' ? 'from' : 'of');
  if (key === 'rather') return next === 'than';
  if (!NEGATORS.has(key)) return false;
  // "No doubt that it works" and "not only" affirm; "fail" negates what it is to do.
  if (key === 'no' && (next === 'doubt' || next === 'question')) return false;
  if (key === 'doubt' && words[at - 1]?.key === 'no') return false;
  if (key === 'fail' || key === 'fails' || key === 'failed') return next === 'to';
  return true;
}

const isCondition = (words: readonly Word[], at: number): boolean => {
  const [before, key, next] = [words[at - 1]?.key, words[at]?.key ?? '', words[at + 1]?.key];
  if (key === 'long') return (before === 'as' || before === 'so') && next === 'as';
  if (key === 'case') return before === 'in' && next !== 'of';
  if (key === 'condition') return before === 'on';
  return CONDITIONS.has(key) && !(key === 'if' && before === 'as');
};

/** "Not only" and "not because": what is negated is the reason or the limit, not the statement. */
const isOfReason = (words: readonly Word[], at: number) =>
  words[at]?.key === 'not' &&
  ['only', 'just', 'because', 'merely', 'simply', 'least', 'to'].includes(words[at + 1]?.key ?? '');

/** A conjunction behind which a new statement begins. */
const beginsStatement = (words: readonly Word[], at: number) =>
  JOINING.has(words[at]?.key ?? '') && SUBJECTS.has(words[at + 1]?.key ?? '');

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

/** The negations and conditions before the word `at` in its sentence that govern it, as positions. */
export function governorsBefore(words: readonly Word[], at: number): number[] {
  let negations: number[] = [];
  // What a comma ended: "he does not want you, my friends, to" goes on behind the second.
  let ended: number[] = [];
  let conditions: number[] = [];
  let concessions: number[] = [];
  for (let i = sentenceStart(words, at); i <= at; i++) {
    const key = words[i]?.key ?? '';
    const pause = words[i - 1]?.pause ?? 'none';
    if (pause === 'comma') {
      concessions = [];
      if (key === 'that' || (key === 'to' && ended.length > 0)) negations = [...ended, ...negations];
      else if (key !== 'nor' && key !== 'or') {
        ended = negations;
        negations = [];
      }
    } else if (pause === 'break') {
      concessions = [];
      negations = [];
    }
    const isNewReason = key === 'because' && !negations.includes(i - 1) && words[i - 1]?.key !== 'just';
    if (CONTRAST.has(key)) {
      negations = [];
      conditions = [];
    } else if (beginsStatement(words, i) || isNewReason) negations = [];
    if (i === at) break;
    if (isNegator(words, i)) {
      const keptWhole = isOfReason(words, i) && words[i + 1]?.key !== 'because' && words[i + 1]?.key !== 'to';
      if (!(keptWhole && i + 1 < at)) negations.push(i);
    }
    if (isCondition(words, i)) {
      if (words[i - 1]?.key === 'even') concessions.push(i);
      else conditions.push(i);
    }
  }
  return [...negations, ...conditions, ...concessions];
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
  for (let i = at + 1; i < end && (words[i - 1]?.pause ?? 'none') === 'none'; i++) {
    const key = words[i]?.key ?? '';
    if (OTHER_CLAUSE.has(key)) break;
    if (VERDICTS.has(key)) {
      const said = words.slice(Math.max(at, i - 4), i).some((word) => BE.has(word.key));
      if (said) found.push(i);
    } else if (isNegator(words, i) && !NEGATING_BEHIND.has(key) && !isOfReason(words, i)) found.push(i);
  }
  return found;
}

/** "We will leave | if they do not pay"; behind a negation also "until" and "without". */
function conditionedBehind(words: readonly Word[], at: number, end: number): number[] {
  const found: number[] = [];
  const start = sentenceStart(words, at);
  const negated = words.slice(start, at + 1).some((_, nth) => isNegator(words, start + nth));
  for (let i = at + 1; i < end; i++) {
    const key = words[i]?.key ?? '';
    if (words[i - 1]?.pause === 'break' || CONTRAST.has(key) || beginsStatement(words, i)) break;
    if (['that', 'because', 'since', 'which', 'who'].includes(key)) break;
    const even = words[i - 1]?.key === 'even';
    if (key !== 'whether' && isCondition(words, i) && !even) found.push(i);
    else if (negated && LIMITING.has(key)) found.push(i);
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
