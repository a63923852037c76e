import type { Span } from '../model/extraction.ts';
import { ABBREVIATIONS } from './words/abbreviations.ts';

/**
 * `word` letters (with inner apostrophes, hyphens, and the full stops of initials and abbreviations), `number`,
 * `possessive` the 's or bare apostrophe after a name, `mark` any quotation mark, `punct` any other single character.
 */
export type LexemeKind = 'word' | 'number' | 'possessive' | 'mark' | 'punct';

export interface Lexeme extends Span {
  text: string;
  lower: string;
  kind: LexemeKind;
  /** Begins with an upper-case letter. */
  capital: boolean;
}

const QUOTATION_MARKS = new Set([
  '"',
  '“',
  '”',
  '„',
  '‟',
  '「',
  '」',
  '『',
  '』',
  '〝',
  '〞',
  '«',
  '»',
  '‹',
  '›',
  '‘',
  '’',
  '‚',
  '‛',
  "'",
  '`',
  '´',
]);
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const UPPER = /^[\p{Lu}\p{Lt}]/u;

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && isLetter(text, at - 1);
  if (code >= 0xd800 && code <= 0xdbff) return LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
  return LETTER.test(text.charAt(at));
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 48 && code <= 57;
  return DIGIT.test(text.charAt(at));
}

/** "whitehouse.gov" is one word. */
const SITE_END = /^\.(?:com|org|net|gov|edu|io|ai|eu|tv|co|info|news)(?![\p{L}\p{N}])/u;
const isApostrophe = (char: string) => char === "'" || char === '’';
const joinsDigits = (char: string) =>
  char === '.' || char === ',' || char === ':' || char === '/' || char === '-';

/** Divides `text` into lexemes in one pass; white space is between them, never in one. */
export function lex(text: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (isLetter(text, at)) {
      at = takeWord(text, at, lexemes);
    } else if (isDigit(text, at)) {
      let end = at + 1;
      while (
        end < text.length &&
        (isDigit(text, end) ||
          isLetter(text, end) ||
          (joinsDigits(text.charAt(end)) && isDigit(text, end + 1)))
      )
        end++;
      push(lexemes, text, at, end, 'number');
      at = end;
    } else if (char.trim() === '') {
      at++;
    } else if (QUOTATION_MARKS.has(char)) {
      const length = char === "'" && text.charAt(at + 1) === "'" ? 2 : 1;
      push(lexemes, text, at, at + length, 'mark');
      at += length;
    } else {
      push(lexemes, text, at, at + 1, 'punct');
      at++;
    }
  }
  return lexemes;
}

const isCapital = (first: number, word: string) =>
  first < 128 ? first >= 65 && first <= 90 : UPPER.test(word);

function push(lexemes: Lexeme[], text: string, start: number, end: number, kind: LexemeKind): void {
  const slice = text.slice(start, end);
  lexemes.push({
    start,
    end,
    text: slice,
    // The body is no "who": in capitals it keeps apart what the pronoun would join.
    lower: slice === 'WHO' ? 'w.h.o.' : slice.toLowerCase(),
    kind,
    capital: kind === 'word' && isCapital(text.charCodeAt(start), slice),
  });
}

/** "Mr." but not "the mr."; "No. 5" but not "he said no."; lower case only where it is always an abbreviation. */
function isAbbreviation(text: string, start: number, end: number): boolean {
  if (end - start > 6) return false;
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  if (!ABBREVIATIONS.has(lower)) return false;
  if (lower === 'no' || lower === 'nos') return /^\. ?\d/.test(text.slice(end, end + 3));
  return UPPER.test(word) || lower === 'vs' || lower === 'etc' || lower === 'inc';
}

function takeWord(text: string, start: number, lexemes: Lexeme[]): number {
  let end = start;
  let stem = start;
  while (end < text.length) {
    if (isLetter(text, end) || isDigit(text, end)) {
      end++;
      continue;
    }
    const char = text.charAt(end);
    if ((isApostrophe(char) || char === '-' || char === '‑') && isLetter(text, end + 1)) {
      const next = text.charAt(end + 1);
      if (isApostrophe(char) && (next === 's' || next === 'S') && !isLetter(text, end + 2)) {
        push(lexemes, text, start, end, 'word');
        push(lexemes, text, end, end + 2, 'possessive');
        return end + 2;
      }
      end++;
      stem = end;
      continue;
    }
    // "U.S.", "J.": single letters keep their full stop, and so do known abbreviations.
    if (char === '.' && end - stem === 1 && UPPER.test(text.charAt(stem))) {
      end++;
      stem = end;
      if (isLetter(text, end) && text.charAt(end + 1) === '.') continue;
      break;
    }
    if (char === '.' && SITE_END.test(text.slice(end, end + 6))) {
      end++;
      stem = end;
      continue;
    }
    if (char === '.' && isAbbreviation(text, start, end)) end++;
    break;
  }
  push(lexemes, text, start, end, 'word');
  if (isApostrophe(text.charAt(end)) && /s/i.test(text.charAt(end - 1)) && text.charAt(end + 1) === ' ') {
    // "Allies’ spending" and a closing single mark look the same; the marks before it decide for quotations.
    push(lexemes, text, end, end + 1, 'possessive');
    return end + 1;
  }
  return end;
}
