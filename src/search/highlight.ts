import { foldWords } from '../model/fold.ts';
import type { Phrase } from '../store/filter.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['\u2018\u2019\u02bc\u2032`´][\p{L}\p{N}\p{M}]+)*/gu;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A piece of a text, and whether it is what was sought. */
export interface Piece {
  text: string;
  found: boolean;
}

/**
 * A text in pieces, those that stand there as they are sought found. Runs of several words are found only where they
 * stand together, so nothing is marked for which the text was not found.
 */
export function piecesOf(text: string, phrases: readonly Phrase[]): Piece[] {
  const tokens = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    foldWords(word).map((folded) => ({ folded, index, end: index + word.length })),
  );
  const found = new Set<number>();
  for (const { words, open, or = [] } of phrases)
    for (const [n, run] of [words, ...or].entries())
      for (let at = 0; run.length > 0 && at + run.length <= tokens.length; at++) {
        const stands = run.every((word, i) => {
          const { folded } = tokens[at + i]!;
          return folded === word || (open && n === 0 && i === run.length - 1 && folded.startsWith(word));
        });
        if (stands) for (let i = at; i < at + run.length; i++) found.add(tokens[i]!.index);
      }
  const pieces: Piece[] = [];
  let at = 0;
  for (const { index, end } of tokens) {
    if (!found.has(index) || index < at) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), found: false });
    pieces.push({ text: text.slice(index, end), found: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}

/** A text as HTML in which the words searched for stand in `<mark>`; everything else is escaped. */
export const highlight = (text: string, phrases: readonly Phrase[]): string =>
  piecesOf(text, phrases)
    .map((piece) => (piece.found ? `<mark>${escaped(piece.text)}</mark>` : escaped(piece.text)))
    .join('');
