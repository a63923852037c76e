import type { Span } from '../../model/extraction.ts';
import type { SceneSentence } from './scene.ts';

const OFF =
  '(?:cancel(?:l?ed|s|l?ing)?|postpon(?:ed?|es|ing)|call(?:ed|s|ing)? off|scrap(?:p(?:ed|ing))?|shelved|put off|put on hold|abandon(?:ed|s|ing)?|delay(?:ed|s|ing)?)';
const OFF_BEFORE = new RegExp(String.raw`\b${OFF}\s(?:[\p{L}’'-]{1,20}\s){0,6}$`, 'iu');
const OFF_AFTER = new RegExp(
  String.raw`^[^.;:]{0,90}\b(?:was|were|is|are|been|be|being)\s(?:\p{L}{2,12}ly\s|also\s|now\s)?${OFF}\b`,
  'iu',
);
const DENIED =
  /\b(?:den(?:y|ies|ied|ying)|rul(?:ed|es|ing) out|reject(?:ed|s|ing)|speculation|rumou?rs?|possibility of|idea of|proposal for|proposed|suggested|no plans?(?: for)?)\b[^.;,]{0,60}$|\bno\s(?:\p{L}{1,12}\s){0,2}$/iu;
const MOOTED =
  /^[^.;,]{0,80}\b(?:been|be|was|were)\s(?:\p{L}{2,12}ly\s)?(?:agreed|proposed|suggested|mooted|ruled out|denied)\b/iu;
/** "had planned to visit", "was due to travel": what did not come about, or is not known to have. */
const MEANT =
  /\b(?:had|having) (?:been )?(?:planned|scheduled|due|set|expected|intended|hoped|wanted)(?: to)?\s(?:\p{L}{1,12}\s){0,3}$|\b(?:was|were) (?:originally |initially |previously )?(?:due|supposed|meant|planning|hoping) to\s(?:\p{L}{1,12}\s){0,3}$|\bwould have\s(?:\p{L}{1,12}\s){0,2}$/iu;

/** Whether the words at `at` tell of something that was planned and will not be, or did not come to be. */
export function isCalledOff(sentence: SceneSentence, at: Span): boolean {
  const before = sentence.text.slice(Math.max(0, at.start - sentence.start - 90), at.start - sentence.start);
  return (
    OFF_BEFORE.test(before) ||
    MEANT.test(before) ||
    DENIED.test(before) ||
    MOOTED.test(sentence.text.slice(at.end - sentence.start)) ||
    OFF_AFTER.test(sentence.text.slice(at.end - sentence.start))
  );
}

/** What is only thought or spoken of: "asked about a visit", "discussed her visit", "no plans for a trip". */
const TOPIC =
  /\b(?:asked (?:\S{1,20}\s)?about|discuss(?:ed|es|ing)?|spoke (?:about|of)|speaking (?:about|of)|talked about|possib\p{L}{1,5}|potential|propos\p{L}{1,4}|prospects? of|considering|rul(?:ed|ing) out|no plans?|idea of|regarding|question of|request\p{L}{0,3}|hopes? for|interest in|offer\p{L}{0,3})\s(?:[\p{L}.’'-]{1,20}\s){0,7}$/iu;
const KNOWN =
  /\b(?:recent|upcoming|forthcoming|planned|ongoing|current|last (?:week|month)[’']s|next (?:week|month)[’']s|the outcomes? of|results? of)\b/iu;

/** Whether a "visit" or "trip" is only what was spoken of. */
export function isTopic(sentence: SceneSentence, at: Span): boolean {
  const before = sentence.text.slice(Math.max(0, at.start - sentence.start - 110), at.start - sentence.start);
  const topic = TOPIC.exec(before);
  return topic !== null && !KNOWN.test(before.slice(topic.index));
}

/** Some other time, of which a text of today only reminds. */
export const LONG_AGO =
  /\b(?:last year|(?:\p{L}{2,9}|\d{1,3}) years? (?:ago|before|earlier)|in the past|years ago)\b/iu;

const REMOTE =
  /\b(?:virtual(?:ly)?|video[- ]?(?:link|conference|conferencing|call|message|address|teleconference)s?|videoconferenc\p{L}{1,4}|via video|by video|remotely|online|teleconference)\b/iu;

/** Whether people were together only on a screen, by the words beside an event. */
export function isRemote(sentence: SceneSentence, at: Span, clause: Span = sentence): boolean {
  const from = Math.max(clause.start, at.start - 60) - sentence.start;
  const to = Math.min(clause.end, at.end + 110) - sentence.start;
  return REMOTE.test(sentence.text.slice(from, to));
}
