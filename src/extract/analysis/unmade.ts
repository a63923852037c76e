import type { Span } from '../../model/extraction.ts';
import type { SceneSentence } from './scene.ts';

/** Some other time, of which a text of today only reminds. */
export const LONG_AGO =
  /\b(?:last year|(?:\p{L}{2,9}|\d{1,3}) years? (?:ago|before|earlier)|in the past|years ago|in (?:a|his|her) (?:former|previous|past) (?:life|role|capacity|job)|(?:first|last|previously) met|when (?:I|he|she) was)\b/iu;

const REMOTE =
  /\b(?:virtual(?:ly)?|video[- ]?(?:link|conference|conferencing|call|message|address|teleconference)s?|videoconferenc\p{L}{1,4}|via video|by video|remotely|online|teleconference)\b/iu;

/** Whether people were together only on a screen, by the words beside an event. */
export function isRemote(sentence: SceneSentence, at: Span, clause: Span = sentence): boolean {
  const from = Math.max(clause.start, at.start - 60) - sentence.start;
  const to = Math.min(clause.end + 40, at.end + 110) - sentence.start;
  return REMOTE.test(sentence.text.slice(from, to));
}
