import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCursor, toCursor } from '../../src/http/cursor.ts';

const positions = fc.array(fc.oneof(fc.maxSafeInteger(), fc.string({ unit: 'grapheme', maxLength: 30 })), {
  maxLength: 3,
});

describe('a cursor', () => {
  it('gives back where the page ended, and is safe in an address', () => {
    fc.assert(
      fc.property(positions, fc.string(), (position, list) => {
        const cursor = toCursor(position, list);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(readCursor(cursor, list)).toEqual(position.map((it) => (Object.is(it, -0) ? 0 : it)));
      }),
    );
  });

  it('is refused by every other list', () => {
    fc.assert(
      fc.property(positions, fc.string(), fc.string(), (position, list, other) => {
        fc.pre(list !== other);
        expect(() => readCursor(toCursor(position, list), other)).toThrow('`cursor` is damaged');
      }),
    );
  });

  it('that nobody made is refused, and nothing worse happens', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.base64String()), (typed) => {
        expect(() => readCursor(typed, 'list')).toThrow('`cursor` is damaged');
      }),
    );
  });
});
