import type { Span } from '../model/extraction.ts';

/** One word, number or mark of a text. */
export interface Token extends Span {
  text: string;
  /** Lower case, accents and dots of abbreviations removed: "U.S." and "us" differ only in `text`. */
  key: string;
  kind: 'word' | 'number' | 'mark';
  /** Begins with a capital letter. */
  capital: boolean;
  /** White space stands before it. */
  spaced: boolean;
  /** A line break stands before it. */
  newline: boolean;
}

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
const LETTER = /[\p{L}\p{M}]/u;
const UPPER = /\p{Lu}/u;

/** Divides `text` between `start` and `end` into tokens, in order, without the white space. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  let spaced = false;
  let newline = false;
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    if (code <= 32 || (code > 126 && isSpace(text, at))) {
      spaced = true;
      newline ||= code === 10;
      at++;
      continue;
    }
    const from = at;
    let kind: Token['kind'] = 'mark';
    if (isDigit(code)) {
      kind = 'number';
      at = afterNumber(text, at, end);
    } else if (isLetter(text, at)) {
      kind = 'word';
      at = afterWord(text, at, end);
    } else at = Math.min(end, at + widthAt(text, at));
    const shown = text.slice(from, at);
    tokens.push({
      start: from,
      end: at,
      text: shown,
      key: kind === 'word' ? keyOf(shown) : shown,
      kind,
      capital: kind === 'word' && isUpper(text, from),
      spaced,
      newline,
    });
    spaced = false;
    newline = false;
  }
  return tokens;
}

function keyOf(word: string): string {
  if (word.length > LONGEST_WORD) return '';
  const folded = fold(word);
  return folded.includes('.') ? folded.replaceAll('.', '') : folded;
}

/** Code units of the character at `at`: two for a pair of surrogates. */
function widthAt(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}

function isSpace(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(String.fromCodePoint(text.codePointAt(at)!));
}

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : UPPER.test(text.charAt(at));
}

/** "1,234.5": digits, and a stop or comma only between digits. */
function afterNumber(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    const joins = (code === 46 || code === 44) && at + 1 < end && isDigit(text.charCodeAt(at + 1));
    if (!isDigit(code) && !joins) break;
    at++;
  }
  return at;
}

/** "Erdoğan’s", and "U.S." with its stops: two or more capitals each with one. */
function afterWord(text: string, from: number, end: number): number {
  let at = from;
  while (at + 1 < end && isUpper(text, at) && text.charCodeAt(at + 1) === 46) at += 2;
  if (at >= from + 4) return at;
  at = from;
  while (at < end) {
    if (isLetter(text, at)) {
      at = Math.min(end, at + widthAt(text, at));
      continue;
    }
    const code = text.charCodeAt(at);
    const inner = (code === 39 || code === 0x2019) && at + 1 < end && isLetter(text, at + 1);
    if (!inner) break;
    at++;
  }
  return at;
}

/** Index of the first token that starts at or after `offset`. */
export function tokenAt(tokens: readonly Span[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
