import type { ToldPiece } from '../store/verify.ts';
import { REPORTING } from './asked.ts';
import { isContent } from './content.ts';
import { isKnownName } from './names.ts';
import { readWords, type Word } from './words.ts';

/** A quote that is part of what somebody said without a break of their own ("he said" in the middle is none). */
export interface Piece {
  quote: string;
  text: string;
}

/** Where an utterance is printed: a document, the place of its first piece there, and the day it was said. */
export interface Printing {
  document: string;
  n: number;
  day: string | null;
}

/** What somebody said in one go, as one or several documents print it. */
export interface Utterance {
  pieces: readonly Piece[];
  /** Ids of those who said it; none if they are not named. */
  speakers: readonly string[];
  /** Whose words these are, for joining utterances: the speakers, or the label of the unnamed. */
  voice: string;
  printings: readonly Printing[];
}

/** The most marks beside words between two pieces, and where there are no words. */
const BESIDE_WORDS = 8;
const MOST_MARKS = 16;

/**
 * Whether a piece goes on with what the one before says: nothing but "he said" stands between them, not "and", "adding
 * that" or words of the paper's own.
 */
export function goesOn(before: ToldPiece, next: ToldPiece): boolean {
  const length = next.start - before.end;
  if (/^transcript|^continued|-chain$/.test(next.cue)) return true;
  const first = before.after.slice(0, Math.min(length + BESIDE_WORDS, next.text.length));
  if (first === '' ? length <= MOST_MARKS : next.text.startsWith(first)) return true;
  // As far as the mark that opens the next piece.
  const between = before.after.slice(0, length).replace(/\s*["“„«'‘][^"“„«]*$/u, '');
  return (
    before.after.length >= length - BESIDE_WORDS &&
    REPORTING.test(between) &&
    /[.,:;?!–—-]$/.test(between) &&
    !/(?<!\p{L})(?:adding|later)(?!\p{L})/u.test(between)
  );
}

/** A word of an utterance: its offsets count in the text of its piece. */
export interface SaidWord extends Word {
  piece: number;
  /** Known to the register as a name, or written with a capital where no sentence begins. */
  isName: boolean;
}

/** The words of an utterance, its pieces one after another. */
export function readUtterance(pieces: readonly Piece[]): SaidWord[] {
  return pieces.flatMap(({ text }, piece) => {
    const words = readWords(text);
    const next = pieces[piece + 1];
    return words.map((word, at) => ({
      ...word,
      piece,
      isName:
        isKnownName(word.key) ||
        (at > 0 &&
          words[at - 1]?.pause !== 'stop' &&
          isContent(word.key) &&
          /^\p{Lu}/u.test(text.slice(word.start))),
      pause: at === words.length - 1 && next !== undefined ? pauseBetween(text, word, next.text) : word.pause,
    }));
  });
}

/** Before "he said" a comma stands for a full stop too: a capital letter behind it begins a new sentence. */
function pauseBetween(text: string, last: Word, next: string): Word['pause'] {
  if (last.pause !== 'none' && last.pause !== 'comma') return last.pause;
  const isNewSentence = /^\P{L}*\p{Lu}/u.test(next) && !/^\P{L}*I(?![\p{L}])/u.test(next);
  return isNewSentence || /[.!?…]\P{L}*$/u.test(text.slice(last.end)) ? 'stop' : 'comma';
}
