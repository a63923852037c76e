/** Words that look ahead. */
export const FUTURE =
  /\b(?:will|would|shall|(?:is|are|was|were) (?:to|set|due|expected|scheduled|going|planned)|plans? to|planning to|intends? to|agreed to|hopes? to|looks? forward|looking forward|preparations? for|ahead of|upcoming|forthcoming|slated|future|invited)\b|[’']ll\b/i;

/** Words that bring a sentence back from what is ahead to what has been. */
const BACK =
  /\b(?:met|held|said|says|visited|was|were|had|has|delivered|gave|told|arrived|signed|discussed|thanked|took|began|announced|agreed|came|went|left|became)\b/iu;
const WILL = /\b(?:will|shall|(?:is|are) (?:to|set to|due to|expected to|scheduled to))\b/iu;

/** Whether a "will" stands before `at` in a sentence and nothing told as done between. */
export function isGoverned(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  const will = WILL.exec(before);
  return will !== null && !BACK.test(before.slice(will.index));
}
