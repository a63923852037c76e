/// <reference path="./files.d.ts" />
import opentype from 'opentype.js';

/** What is known of a font before anything is drawn. */
export interface Typeface {
  /** Width of a line in pixels, by the advance of each character. */
  width(text: string, size: number): number;
  /** Whether it has a sign for every character: what is missing would be drawn as an empty box. */
  covers(text: string): boolean;
}

/** Reads a TrueType font. Throws if the bytes are none. */
export function openTypeface(bytes: ArrayBuffer): Typeface {
  const font = opentype.parse(bytes);
  const advances = new Map<string, number>();
  const advance = (character: string) => {
    const known = advances.get(character);
    if (known !== undefined) return known;
    const read = (font.charToGlyph(character).advanceWidth ?? 0) / font.unitsPerEm;
    advances.set(character, read);
    return read;
  };
  return {
    width: (text, size) => [...text].reduce((sum, character) => sum + advance(character), 0) * size,
    covers: (text) => [...text].every((character) => font.charToGlyphIndex(character) !== 0),
  };
}
