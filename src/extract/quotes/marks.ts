/** Which marks belong together: an opening one is closed by any closing one of its family. */
export type Family = 'double' | 'single' | 'angle';

type Direction = 'open' | 'close' | 'either';

export interface Mark {
  at: number;
  length: number;
  family: Family;
  direction: Direction;
  /** A straight double mark behind a digit: it may mean inches. */
  inch: boolean;
}

const DOUBLE = new Set(['"', '“', '”', '„', '‟', '``', "''", '＂', '「', '」', '『', '』', '〝', '〞']);

const ANGLE = new Set(['«', '»']);

const SINGLE = new Set(['‘', '’', "'", '‚', '‛', '`', '‹', '›']);

const CONTRACTED = /^['’](?:s|em|til|tis|twas|cause|n|ll|re|ve|d|m|\d0s)\b/i;

export const isBlank = (char: string) => char === '' || char.trim() === '';

const opensBefore = (char: string) => isBlank(char) || /[([{—–―\-/:,;>]/.test(char);

const leadsIn = (char: string) => /[([{—–―\-/>]/.test(char);

const closesAfter = (char: string) => isBlank(char) || /[.,;:!?)\]}—–―\-/…<]/.test(char);

const isWordChar = (char: string) => /[\p{L}\p{N}]/u.test(char);

/** All marks of one paragraph in order, apostrophes left out. */
export function scan(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let at = from; at < to; at++) {
    // Letters and most marks are passed over by their number alone.
    const code = text.charCodeAt(at);
    if (code < 0xab && code !== 34 && code !== 39 && code !== 96) continue;
    const char = text.charAt(at);
    const doubled = (char === "'" || char === '`') && text.charAt(at + 1) === char ? char + char : null;
    const sign = doubled ?? char;
    const family: Family | null = DOUBLE.has(sign)
      ? 'double'
      : ANGLE.has(sign)
        ? 'angle'
        : SINGLE.has(sign)
          ? 'single'
          : null;
    if (family === null) continue;
    const length = sign.length;
    const before = at > from ? text.charAt(at - 1) : '';
    const after = at + length < to ? text.charAt(at + length) : '';
    const direction = directionOf(sign, before, after, text.slice(at, at + 6));
    if (direction !== null)
      marks.push({ at, length, family, direction, inch: sign === '"' && /\d/.test(before) });
    at += length - 1;
  }
  return marks;
}

function directionOf(sign: string, before: string, after: string, ahead: string): Direction | null {
  switch (sign) {
    case '“':
      // The German closing mark looks like the English opening one.
      return !isBlank(before) && closesAfter(after) && !leadsIn(before) ? 'close' : 'open';
    case '”':
    case '‟':
      return isBlank(before) && isWordChar(after) ? 'open' : 'close';
    case '„':
    case '``':
    case '「':
    case '『':
    case '〝':
      return 'open';
    case '」':
    case '』':
    case '〞':
      return 'close';
    case '«':
    case '»':
      if (opensBefore(before) && !closesAfter(after)) return 'open';
      if (closesAfter(after) && !isBlank(before) && !leadsIn(before)) return 'close';
      return sign === '«' ? 'open' : 'close';
    case '‘':
    case '‚':
    case '‛':
    case '‹':
      return CONTRACTED.test(`'${ahead.slice(1)}`) && !isBlank(before) ? null : 'open';
    case '’':
    case '›':
      if (isWordChar(before) && isWordChar(after)) return null;
      return isBlank(before) ? null : 'close';
    default:
      break;
  }
  const single = sign === "'" || sign === '`';
  if (single && isWordChar(before) && isWordChar(after)) return null;
  if (single && CONTRACTED.test(ahead) && !isWordChar(before)) return null;
  if (opensBefore(before) && !isBlank(after) && !(closesAfter(after) && /[,;:]/.test(before))) {
    if (/[,:;]/.test(before) && !isBlank(before)) return single ? 'close' : 'either';
    return /[—–―-]/.test(before) && closesAfter(after) ? 'close' : 'open';
  }
  if (closesAfter(after) && !isBlank(before)) return 'close';
  return single ? null : 'either';
}

/** British print speaks in single marks and quotes in double ones inside them: whichever stand outermost more often. */
export function primaryFamily(text: string, scanned: readonly Mark[][]): 'double' | 'single' {
  let doubles = 0;
  let singles = 0;
  for (const list of scanned) {
    let inside: 'double' | 'single' | null = null;
    const closes = list
      .filter((mark) => mark.family === 'single' && mark.direction === 'close')
      .map((mark) => mark.at);
    let c = 0;
    for (const mark of list) {
      while (c < closes.length && closes[c]! <= mark.at) c++;
      if (inside === null) {
        if (mark.direction === 'close') continue;
        if (mark.family !== 'single') {
          inside = 'double';
          doubles++;
        } else if (c < closes.length && holdsWords(text.slice(mark.at, Math.min(closes[c]!, mark.at + 80)))) {
          inside = 'single';
          singles++;
        }
      } else if ((mark.family === 'single') === (inside === 'single') && mark.direction !== 'open') {
        // "the smugglers’ trade’": an apostrophe behind an s does not end what another mark still will.
        const apostrophe = inside === 'single' && c < closes.length && text.charAt(mark.at - 1) === 's';
        if (!apostrophe) inside = null;
      }
    }
  }
  return singles > doubles ? 'single' : 'double';
}

/** A quotation rather than a word in marks. */
const holdsWords = (words: string) => /\s\S+\s/.test(words);
