import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { said, utterances, verdictOn } from './said.ts';

describe('marks and spacing', () => {
  it.each([
    ['We need burden-sharing now.', 'We need burdensharing now'],
    ['We need burden-sharing now.', 'We need burden sharing now'],
    ['Our likeminded partners will come.', 'Our like minded partners will come'],
    ['They’ve come, and we’ll help.', 'Theyve come, and well help'],
    ['The harbour is open to all.', 'The harbour’s open to all'],
    ['Send F-16s at once.', 'Send F16s at once'],
    ['Send F16s at once.', 'Send F-16s at once'],
  ])('make no difference between "%s" and "%s"', (whole, text) => {
    expect(verdictOn(text, said(whole))).toBe('verbatim');
  });

  it.each([
    ['We are now here with you.', 'We are nowhere with you'],
    ['We are not able to come.', 'We are notable to come'],
    ['We’re glad that you came.', 'We were glad that you came'],
    ['NATO’s plan for all is good.', 'NATO is plan for all is good'],
    ['We will help you all.', 'Well help you all'],
    ['It is Article 12 of the treaty.', 'It is Article 1 2 of the treaty'],
  ])('that make other words of "%s" count: "%s"', (whole, text) => {
    expect(verdictOn(text, said(whole))).not.toBe('verbatim');
  });

  it('may stand within any word that was said and negates nothing', () => {
    const anywhere = fc.constantFrom(...utterances).chain((utterance) => {
      const sentence = (utterance.pieces[0]?.text ?? '').split(/(?<=[.!?])\s+/)[0] ?? '';
      const words = sentence.split(/\s+/);
      const long = words.flatMap((word, at) => (/^\p{Ll}{5,}$/u.test(word) ? [at] : []));
      const ordinary = long.filter(
        (at) => !/never|cannot|nothing|without|billion|million|dollars/.test(words[at] ?? ''),
      );
      return fc.record({
        utterance: fc.constant(utterance),
        words: fc.constant(words),
        at: fc.constantFrom(...(ordinary.length > 0 ? ordinary : [-1])),
        cut: fc.integer({ min: 2, max: 3 }),
        mark: fc.constantFrom('-', '- ', ' ', '-\n', '\u00ad', '\u200b', '’'),
      });
    });
    fc.assert(
      fc.property(anywhere, ({ utterance, words, at, cut, mark }) => {
        const word = words[at];
        if (word === undefined) return;
        const given = words.with(at, `${word.slice(0, cut)}${mark}${word.slice(cut)}`).join(' ');
        expect([given, verdictOn(given, utterance)]).toEqual([given, 'verbatim']);
      }),
      { numRuns: 300 },
    );
  });
});
