import type { Typeface } from './typeface.ts';

/** A text broken into lines. */
export interface Fitted {
  size: number;
  lines: readonly string[];
  /** From the top of the first line to the bottom of the last, in pixels. */
  height: number;
}

export interface Room {
  width: number;
  height: number;
  /** Sizes of type to try, in pixels, the largest first. */
  sizes: readonly number[];
}

const LEADING = 1.3;
/** Drawn letters may reach beyond their advance. */
const OVERHANG = 0.1;

/** The text in the largest type in which all of it has room, broken between words; null if it has room in none. */
export function fitInto(text: string, face: Typeface, { width, height, sizes }: Room): Fitted | null {
  for (const size of sizes) {
    const lines = linesOf(text, (line) => face.width(line, size) <= width - OVERHANG * size);
    if (lines !== null && lines.length * size * LEADING <= height) {
      return { size, lines, height: lines.length * size * LEADING };
    }
  }
  return null;
}

/** Where the nth line stands, from the top of the text. */
export const baseline = ({ size }: Fitted, n: number): number => (n * LEADING + 1) * size;

/** Null if a word by itself has no room. */
function linesOf(text: string, hasRoom: (line: string) => boolean): string[] | null {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (!hasRoom(word)) return null;
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && hasRoom(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
