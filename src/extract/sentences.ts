import type { Lexeme } from './lexer.ts';
import type { Paragraph, Sentence } from './reading.ts';
import { CLOSING_ABBREVIATIONS } from './words/abbreviations.ts';

const CLOSERS = new Set(['"', '”', '’', "'", "''", ')', ']', '»']);
const OPENERS = new Set(['"', '“', '‘', "'", "''", '(', '[', '«', '„', '•', '-', '–', '—']);

/** The sentences of every paragraph; marks that close behind a full stop belong to the sentence they close. */
export function findSentences(
  text: string,
  paragraphs: readonly Paragraph[],
  lexemes: readonly Lexeme[],
): Sentence[] {
  const sentences: Sentence[] = [];
  let at = 0;
  for (let p = 0; p < paragraphs.length; p++) {
    const paragraph = paragraphs[p]!;
    while (at < lexemes.length && lexemes[at]!.start < paragraph.start) at++;
    let start = paragraph.start;
    while (at < lexemes.length && lexemes[at]!.end <= paragraph.end) {
      const end = sentenceEnd(text, lexemes, at);
      at++;
      if (end === null || end > paragraph.end) continue;
      while (at < lexemes.length && lexemes[at]!.start < end) at++;
      if (end > start) sentences.push({ start, end, paragraph: p });
      start = at < lexemes.length ? Math.min(lexemes[at]!.start, paragraph.end) : paragraph.end;
    }
    if (paragraph.end > start) sentences.push({ start, end: paragraph.end, paragraph: p });
  }
  return sentences;
}

/** Where a sentence ends if the lexeme at `at` ends one, else null. */
function sentenceEnd(text: string, lexemes: readonly Lexeme[], at: number): number | null {
  const lexeme = lexemes[at]!;
  const stop =
    lexeme.text === '.' ||
    lexeme.text === '!' ||
    lexeme.text === '?' ||
    lexeme.text === '…' ||
    endsInAbbreviation(lexeme);
  if (!stop) return null;
  let next = at + 1;
  while (
    next < lexemes.length &&
    (CLOSERS.has(lexemes[next]!.text) || /^[.!?…]$/.test(lexemes[next]!.text))
  ) {
    // A mark with a space before it and none after opens the next sentence instead.
    const mark = lexemes[next]!;
    if (mark.start > lexemes[next - 1]!.end && /\S/.test(text.charAt(mark.end))) break;
    next++;
  }
  const end = lexemes[next - 1]!.end;
  let follow = lexemes[next];
  if (follow === undefined) return end;
  if (follow.start === end && lexeme.kind === 'word') return null;
  if (
    follow.start === end &&
    !OPENERS.has(follow.text) &&
    !(lexeme.text === '.' && follow.capital && next > at + 1)
  )
    return null;
  let ahead = next;
  while (follow !== undefined && OPENERS.has(follow.text)) follow = lexemes[++ahead];
  if (follow === undefined) return end;
  if (follow.capital || follow.kind === 'number')
    return lexeme.kind === 'word' && !startsSentence(follow) ? null : end;
  return null;
}

/** "He works for Acme Inc." and "in the U.S." may end a sentence; "Mr." never does. */
function endsInAbbreviation(lexeme: Lexeme): boolean {
  if (lexeme.kind !== 'word' || !lexeme.text.endsWith('.')) return false;
  return CLOSING_ABBREVIATIONS.has(lexeme.lower.slice(0, -1)) || /^(?:\p{L}\.){2,}$/u.test(lexeme.text);
}

const STARTERS = new Set(
  'the a an he she it they we i this that these those but and in on at for from with after before when while if as his her their its our there here however also although mr ms mrs asked'.split(
    ' ',
  ),
);
const startsSentence = (lexeme: Lexeme) => STARTERS.has(lexeme.lower.replace('.', ''));
