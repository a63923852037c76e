import type { Span } from '../model/extraction.ts';
import type { Lexeme } from './lexer.ts';
import type { Paragraph, Sentence } from './reading.ts';

/** A text divided into paragraphs, sentences and lexemes, with what stands inside quotation marks known. */
export interface Page {
  text: string;
  paragraphs: readonly Paragraph[];
  sentences: readonly Sentence[];
  lexemes: readonly Lexeme[];
  /** Per lexeme: index into `paragraphs`, or -1 between them. */
  paragraphOf: Int32Array;
  /** Per lexeme: index into `sentences`, or -1. */
  sentenceOf: Int32Array;
  /** Per lexeme: 1 if it stands inside quotation marks. */
  quoted: Uint8Array;
  /** Lower-case forms of all words the text also prints without a capital. */
  vocabulary: ReadonlySet<string>;
}

/** Index of the first lexeme that starts at `at` or later. */
export function lexemeAt(lexemes: readonly Lexeme[], at: number): number {
  let low = 0;
  let high = lexemes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lexemes[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Assigns every lexeme to the span it stands in; both are in order. */
export function indexBySpan(lexemes: readonly Lexeme[], spans: readonly Span[]): Int32Array {
  const index = new Int32Array(lexemes.length).fill(-1);
  let s = 0;
  for (let i = 0; i < lexemes.length; i++) {
    const lexeme = lexemes[i]!;
    while (s < spans.length && spans[s]!.end <= lexeme.start) s++;
    if (s < spans.length && spans[s]!.start <= lexeme.start) index[i] = s;
  }
  return index;
}
