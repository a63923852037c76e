import type { Attributed } from './utterances.ts';

/**
 * How often each rule is right, counted on annotated documents and lowered where the count was small; what is not
 * listed is a guess. docs/extraction.md has the counts.
 */
const BY_CUE: Readonly<Record<string, number>> = {
  'said-name': 0.99,
  'name-said': 0.98,
  'said-colon': 0.97,
  colon: 0.97,
  'name-said-before': 0.97,
  'name-said-later': 0.92,
  'name-said-earlier': 0.93,
  'according-to': 0.95,
  signed: 0.93,
  'name-line': 0.88,
  'said-pronoun': 0.95,
  'pronoun-said': 0.95,
  'pronoun-said-before': 0.95,
  'pronoun-said-earlier': 0.93,
  'same-sentence': 0.92,
  broken: 0.95,
  'sentence-before': 0.9,
  'sentence-after': 0.8,
  whose: 0.88,
  'subject-before': 0.75,
  'last-speaker': 0.86,
  'same-paragraph': 0.8,
  'paragraph-colon': 0.9,
  'paragraph-before': 0.7,
  'paragraph-subject': 0.7,
  subject: 0.7,
  resolved: 0.75,
  transcript: 0.97,
};

/** A choice between people whose reasons differ by less than this is open. */
const CLEAR = 1.2;

/** How often a rule is right. */
export const confidenceFor = (rule: string) => BY_CUE[rule] ?? 0.5;

/** 0–1: how sure the speaker of this stretch is. */
export function confidenceOf(piece: Attributed): number {
  const { cue } = piece;
  if (cue === null) return 0.3;
  const rule = cue.cue.replace(/-chain$/, '');
  let sure =
    BY_CUE[rule] ??
    BY_CUE[rule.replace('continued', piece.place.stretch.continues ? 'said-name' : 'name-said')] ??
    0.5;
  const { source } = cue;
  if (source.kind === 'organisation' && rule !== 'colon') sure = Math.min(sure, 0.85);
  else if (source.kind === 'document' || source.kind === 'unnamed') sure = Math.min(sure, 0.8);
  const { naming } = source;
  if (naming !== null && source.persons.length > 0) {
    // "he" and a surname that several have depend on who else could be meant.
    if (naming.form === 'pronoun') sure *= naming.margin >= CLEAR ? 0.98 : naming.margin >= 0.5 ? 0.9 : 0.8;
    else if (naming.margin < CLEAR) sure *= 0.85;
    if (naming.form === 'description') sure *= 0.93;
  }
  if (piece.doubtful) sure *= 0.92;
  if (source.persons.length > 1) sure *= 0.93;
  sure *= 0.96 ** Math.min(piece.handed, 6);
  return Math.round(sure * 100) / 100;
}
