import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunked, cut } from '../../src/store/chunks.ts';

describe('what is too large for one row', () => {
  it('is cut into pieces that are whole text each and the same text together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), (text, size) => {
        const pieces = cut(text, size);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces)
          expect(piece.isWellFormed() && piece.length <= size + 1 && piece !== '').toBe(true);
      }),
    );
  });

  it('is bound in arrays that hold every row once, in order', () => {
    const rows = Array.from({ length: 50 }, (_, n) => [n, 'x'.repeat(20_000)]);
    const chunks = chunked(rows);
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.flatMap((chunk) => JSON.parse(chunk) as unknown[])).toEqual(rows);
  });
});
