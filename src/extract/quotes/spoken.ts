import type { Span } from '../../model/extraction.ts';

/** What a transcript says of the speaking rather than what was spoken: "(Laughter.)", "(Via interpreter)". */
const STAGE =
  /^[([](?:as |via |through |by |in )?(?:an? )?(?:interpret\w*|translat\w*|laugh\w*|applause|cheers?|crosstalk|cross-talk|inaudible|off[- ]mi(?:c|ke)\w*|pause|music|silence|chuckles?|via|speaks?|speaking|spoken|no (?:translation|audio|interpretation)|unintelligible|indiscernible|in) ?[^)\]]{0,60}[)\]]\s*/iu;
const STAGE_BEHIND =
  /\s*[([](?:laugh\w*|applause|cheers?|crosstalk|cross-talk|inaudible|off[- ]mi(?:c|ke)\w*|pause|music|silence|chuckles?|end\w*|break in|standing ovation|(?:a |the )?(?:video|recording|question|press) )[^)\]]{0,60}[)\]]\.?$/iu;
const END =
  /\s*(?:\bENDS?\b\.?|\[ENDS?\]|\(ENDS?\)|#{2,}|-\s?30\s?-|\*\s?\*\s?\*|_{3,}|-{3,}|\b(?:END|End) (?:OF )?(?:TRANSCRIPT|transcript)\.?)$/u;

/** The words of a turn without stage directions and marks of the end at its edges; null where nothing is left. */
export function spokenPart(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  const blank = () => {
    while (start < end && text.charAt(start).trim() === '') start++;
    while (end > start && text.charAt(end - 1).trim() === '') end--;
  };
  blank();
  for (let found = true; found; ) {
    const lead = STAGE.exec(text.slice(start, Math.min(end, start + 100)));
    const tail = text.slice(Math.max(start, end - 100), end);
    const behind = STAGE_BEHIND.exec(tail) ?? END.exec(tail);
    if (lead !== null) start += lead[0].length;
    else if (behind !== null) end -= behind[0].length;
    found = lead !== null || behind !== null;
    blank();
  }
  return end > start ? { start, end } : null;
}

const FURNITURE = [
  /^(?:page )?\d{1,4}(?: of \d{1,4})?$/iu,
  /^\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?: \p{Lu}{2,5})?$/iu,
  /^(?:ENDS?|# ?# ?#|\* ?\* ?\*|[-–—_=*#\s.]{1,})$/u,
  /^\S*https?:\/\/\S+(?: \S+)?$/iu,
  /^(?:e ?& ?oe|proof|check against delivery|transcript|\(?continued\)?|more follows|media contacts?:? .*|contact:? .*)$/iu,
  /^[([][^)\]]{1,80}[)\]]\.?$/u,
];

/** Lines of the page that stand among what is spoken: a page number, a web address, "END", "(Applause.)". */
export const isFurniture = (line: string): boolean => {
  const words = line.replace(/\s+/g, ' ').trim();
  return words.length <= 120 && FURNITURE.some((pattern) => pattern.test(words));
};
