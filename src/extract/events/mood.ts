import type { Span } from '../../model/extraction.ts';
import type { Clause } from './clause.ts';
import type { SceneSentence } from './scene.ts';

/** Words that look ahead. */
export const FUTURE =
  /\b(?:will|would|shall|(?:is|are|was|were) (?:to|set|due|expected|scheduled|going|planned)|plans? to|planning to|intends? to|agreed to|hopes? to|looks? forward|looking forward|preparations? for|ahead of|upcoming|forthcoming|slated|future|invited)\b|[’']ll\b/i;
const PERFECT =
  /\b(?:would|will) have (?:\p{L}{2,12}ed|met|held|had|been|given|made|spoken|taken|gone|done)\b/iu;
const NEGATION =
  /\b(?:not|never|no longer|cancel(?:led|ed)?|postponed|refused to|declined to|failed to|unable to|attempt(?:s|ed|ing)? to|tr(?:y|ies|ied|ying) to|wants? to|wanted to|offered to|asked to|welcome to|in order to|hop(?:es|ed|ing) to|without|rather than|instead of|before|if|could|should|might|may)\b|n[’']t\b/i;

/** Words that bring a sentence back from what is ahead to what has been. */
const BACK =
  /\b(?:met|held|said|says|visited|was|were|had|has|delivered|gave|told|arrived|signed|discussed|thanked|took|began|announced|agreed|came|went|left|became)\b/iu;

/** Whether the words of an event at `at` look ahead. "Will" governs all that follows it until something is told as done. */
export function isFuture(sentence: SceneSentence, clause: Clause, at: Span): boolean {
  const from = Math.max(clause.start, at.start - 140) - sentence.start;
  const text = sentence.text.slice(from, at.end - sentence.start);
  const ahead = FUTURE.exec(text);
  if (ahead !== null && !TURNED.test(text.slice(ahead.index))) return !PERFECT.test(text);
  return isGoverned(sentence.text, at.start - sentence.start);
}

/** Whether a "will" stands before `at` in a sentence and nothing told as done between. */
export function isGoverned(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  const will = WILL.exec(before);
  return will !== null && !BACK.test(before.slice(will.index));
}

/** "will contribute 150 million, he told": told, not to be told. */
const TURNED = /,\s(?:[\p{L}.’'-]{1,20}\s){0,5}(?:said|told|announced|added)\b/iu;
const WILL = /\b(?:will|shall|(?:is|are) (?:to|set to|due to|expected to|scheduled to))\b/iu;

/** Whether the event is denied, called off or only supposed. */
export function isNegated(sentence: SceneSentence, at: Span): boolean {
  const before = sentence.text.slice(Math.max(0, at.start - sentence.start - 26), at.start - sentence.start);
  const near = before.slice(before.lastIndexOf(',') + 1);
  return NEGATION.test(near);
}
