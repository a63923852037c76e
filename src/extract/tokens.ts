import type { Span } from '../model/extraction.ts';

/** One word, number or mark of a text. */
export interface Token extends Span {
  text: string;
  /** Lower case, accents and dots of abbreviations removed: "U.S." and "us" differ only in `text`. */
  key: string;
  kind: 'word' | 'number' | 'mark';
  /** White space stands before it. */
  spaced: boolean;
  /** A line break stands before it. */
  newline: boolean;
}

// Each alternative is a plain run or a run of disjoint runs: no text makes it try a place twice.
const TOKEN = /(\s+)|(\d+(?:[.,]\d+)*)|((?:\p{Lu}\.){2,}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)|[\s\S]/gu;

const MARKS_ABOVE = /\p{M}/gu;

const PLAIN_LETTERS = /^[\x20-\x5f\x61-\x7e]*$/;

/** A spelling under which "Erdoğan", "ERDOGAN" and "Erdogan" meet. */
export function fold(text: string): string {
  if (PLAIN_LETTERS.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(MARKS_ABOVE, '')
    .replace(/[’ʼ‘`]/g, "'")
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss');
}

// A word of a thousand letters is no name, month or number: folding it whole would only cost time.
const LONGEST_WORD = 64;

/** Divides `text` between `start` and `end` into tokens, in order, without the white space. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN.source, TOKEN.flags);
  pattern.lastIndex = start;
  let spaced = false;
  let newline = false;
  for (;;) {
    const at = pattern.lastIndex;
    if (at >= end) break;
    const match = pattern.exec(text);
    if (match === null) break;
    const word = match[0];
    const stop = Math.min(match.index + word.length, end);
    if (match[1] !== undefined) {
      spaced = true;
      newline ||= word.includes('\n');
      continue;
    }
    const shown = stop - match.index === word.length ? word : text.slice(match.index, stop);
    const kind = match[2] !== undefined ? 'number' : match[3] !== undefined ? 'word' : 'mark';
    const key = kind !== 'word' ? shown : shown.length > LONGEST_WORD ? '' : fold(shown).replace(/\./g, '');
    tokens.push({ start: match.index, end: stop, text: shown, key, kind, spaced, newline });
    spaced = false;
    newline = false;
  }
  return tokens;
}

/** Index of the first token that starts at or after `offset`. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
