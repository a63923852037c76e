import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/http/nearest.ts';

const words = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });

describe('the distance of two words', () => {
  it.each([
    ['speaker', 'speeker', 1],
    ['speaker', 'spaeker', 1],
    ['from', 'form', 1],
    ['q', '', 1],
    ['kitten', 'sitting', 3],
  ])('%s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is the same both ways, nothing for the same word, and never more than the longer word', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });
});

describe('the nearest name', () => {
  const names = ['speaker', 'visit', 'from', 'to', 'q', 'limit', 'cursor'];

  it.each([
    ['speeker', 'speaker'],
    ['SPEAKER', 'speaker'],
    ['limits', 'limit'],
    ['form', 'from'],
    ['page', null],
    ['offset', null],
    ['', null],
  ])('to %s is %s', (typed, name) => {
    expect(nearest(typed, names)).toBe(name);
  });
});
