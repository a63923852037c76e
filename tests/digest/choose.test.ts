import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFigures, chooseQuotes } from '../../src/digest/choose.ts';
import { aFigure, aQuote, evidence } from '../workers/entries.ts';

const source = (document: string, publisher = 'Ministry of Examples') => ({
  ...aQuote().sources[0]!,
  document,
  publisher,
});
const say = (id: string, text: string, key: number, document = 'd_1', speaker = 'minister-alpha') => ({
  quote: aQuote({
    id,
    text,
    sources: [source(document)],
    speaker: { id: speaker, name: speaker, role: null, kind: 'person' },
  }),
  key,
});

describe('the key quotes of an issue', () => {
  it('are those that would be missed most, wherever they stand', () => {
    const { key } = chooseQuotes(
      [
        say('q_1', 'Good morning to everybody in this hall.', 0.1),
        say('q_2', 'The bridge opens in October whatever happens.', 0.9),
        say('q_3', 'Thank you, that is very kind.', 0.05),
        say('q_4', 'Every port will be inspected before winter.', 0.7),
      ],
      2,
    );
    expect(key.map(({ id }) => id)).toEqual(['q_2', 'q_4']);
  });

  it('do not say the same thing twice', () => {
    const { key, others } = chooseQuotes(
      [
        say('q_1', 'The bridge opens in October whatever happens.', 0.9, 'd_1'),
        say('q_2', 'The bridge opens in October, whatever may happen then.', 0.88, 'd_2'),
        say('q_3', 'Every port will be inspected before winter.', 0.5, 'd_3'),
      ],
      2,
    );
    expect(key.map(({ id }) => id)).toEqual(['q_1', 'q_3']);
    expect(others.map(({ id }) => id)).toEqual(['q_2']);
  });

  it('let another speaker have a word where the worth is nearly the same', () => {
    const { key } = chooseQuotes(
      [
        say('q_1', 'The bridge opens in October whatever happens.', 0.9, 'd_1'),
        say('q_2', 'Every port will be inspected before winter.', 0.8, 'd_2'),
        say('q_3', 'Farmers deserve a clear answer this week.', 0.78, 'd_3', 'minister-beta'),
      ],
      2,
    );
    expect(key.map(({ id }) => id)).toEqual(['q_1', 'q_3']);
  });

  it('come from no document more than three times', () => {
    const words = [
      'harbour',
      'mountain',
      'railway',
      'teachers',
      'fisheries',
      'satellites',
      'museums',
      'orchards',
    ];
    const { key } = chooseQuotes(
      words.map((word, n) => say(`q_${n}`, `${word} ${word}s matter`, 0.9 - n / 100)),
      12,
    );
    expect(key).toHaveLength(3);
  });

  it('gain by being printed by several publishers', () => {
    const alone = say('q_1', 'The bridge opens in October whatever happens.', 0.8, 'd_1');
    const widely = say('q_2', 'Every port will be inspected before winter.', 0.8, 'd_2');
    widely.quote.sources = [source('d_2'), source('d_3', 'Example Wire'), source('d_4', 'Example Herald')];
    expect(chooseQuotes([alone, widely], 1).key.map(({ id }) => id)).toEqual(['q_2']);
  });

  it('and the others are all there is, each once, whatever the order they come in', () => {
    const quotes = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 999 }).map((n) => `q_${n}`),
        text: fc.lorem({ maxCount: 8 }),
        key: fc.double({ min: 0, max: 1, noNaN: true }),
        document: fc.constantFrom('d_1', 'd_2', 'd_3'),
      }),
      { selector: ({ id }) => id, maxLength: 20 },
    );
    fc.assert(
      fc.property(quotes, fc.integer({ min: 0, max: 12 }), (given, limit) => {
        const candidates = given.map(({ id, text, key, document }) => say(id, text, key, document));
        const { key, others } = chooseQuotes(candidates, limit);
        const all = [...key, ...others].map(({ id }) => id);
        expect(key.length).toBeLessThanOrEqual(limit);
        expect(all.toSorted()).toEqual(given.map(({ id }) => id).toSorted());
        const turned = chooseQuotes(candidates.toReversed(), limit);
        expect([...turned.key, ...turned.others].map(({ id }) => id)).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the key figures of an issue', () => {
  it('are money and shares before handfuls, each value once', () => {
    const chosen = chooseFigures(
      [
        aFigure({ id: 'f_1', value: 3, unit: 'ministers', stated_by: null }),
        aFigure({ id: 'f_2', value: 50, unit: '%' }),
        aFigure({
          id: 'f_3',
          value: 50,
          unit: '%',
          sources: [{ ...aFigure().sources[0]!, ...evidence, document: 'd' }],
        }),
        aFigure({ id: 'f_4', value: 120, unit: 'drones', sentence: 'There were 120 drones.' }),
        aFigure({ id: 'f_5', value: 90, unit: 'drones', sentence: 'There were 120 drones.' }),
      ],
      2,
    );
    expect(chosen.map(({ id }) => id)).toEqual(['f_2', 'f_4']);
  });
});
