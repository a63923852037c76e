import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsked } from '../../src/verify/asked.ts';
import type { Utterance } from '../../src/verify/utterance.ts';
import { readUtterance } from '../../src/verify/utterance.ts';
import { judge } from '../../src/verify/verdict.ts';
import { said, utterances, verdictOn } from './said.ts';

const anUtterance = fc.constantFrom(...utterances);

/** The sentences of an utterance as printed. */
function sentencesOf({ pieces }: Utterance): string[] {
  const words = readUtterance(pieces);
  const sentences: string[] = [];
  let begin = 0;
  for (const [at, { pause, piece, end }] of words.entries()) {
    const isLast = at === words.length - 1;
    if (pause !== 'stop' && !isLast) continue;
    const first = words[begin];
    if (first !== undefined) {
      const printed = pieces
        .slice(first.piece, piece + 1)
        .map(({ text }, nth) =>
          text.slice(nth === 0 ? first.start : 0, first.piece + nth === piece ? end : undefined),
        );
      sentences.push(printed.join(' '));
    }
    begin = at + 1;
  }
  return sentences;
}

/** A run of whole sentences of some utterance. */
const aRun = anUtterance.chain((utterance) => {
  const sentences = sentencesOf(utterance);
  return fc.tuple(fc.nat(sentences.length - 1), fc.nat(sentences.length - 1)).map(([a, b]) => ({
    utterance,
    text: sentences.slice(Math.min(a, b), Math.max(a, b) + 1).join(' '),
  }));
});

/** Any stretch of words of some utterance's first piece; a number is never cut in two. */
const aStretch = anUtterance.chain((utterance) => {
  const text = utterance.pieces[0]?.text ?? '';
  const words = readUtterance(utterance.pieces.slice(0, 1));
  return fc
    .tuple(fc.nat(words.length - 1), fc.nat(words.length - 1))
    .map(([a, b]) => text.slice(words[Math.min(a, b)]?.start, words[Math.max(a, b)]?.end))
    .map((stretch) => ({ utterance, words: stretch.split(/\s+/) }));
});

const textOf = ({ pieces }: Utterance) => pieces.map(({ text }) => text).join(' ');
/** Letters and digits alone. */
const squeezed = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

describe('a verdict on words of the corpus', () => {
  it('is verbatim for every run of whole sentences of an utterance', () => {
    fc.assert(
      fc.property(aRun, ({ utterance, text }) => verdictOn(text, utterance) === 'verbatim'),
      { numRuns: 300 },
    );
  });

  it('is verbatim or, where a cut turns the sense, altered for any run of words', () => {
    fc.assert(
      fc.property(aStretch, ({ utterance, words }) =>
        ['verbatim', 'altered'].includes(verdictOn(words.join(' '), utterance)),
      ),
      { numRuns: 300 },
    );
  });

  it('does not depend on case, quotation marks, commas or spacing', () => {
    const change = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => `„${text}“`,
      (text) => `“${text}”`,
      (text) => `«${text}»`,
      (text) => text.replaceAll('’', "'"),
      (text) => text.replaceAll(' ', '  \n'),
      (text) => text.replaceAll(' ', '\u00a0'),
      (text) => text.replaceAll(/,(?!\d)/g, ''),
      (text) => text.replaceAll(/(?<=\p{L}{2}) (?=\p{L})/gu, ', '),
      (text) => text.normalize('NFD'),
    );
    fc.assert(
      fc.property(aStretch, change, ({ utterance, words }, changed) => {
        const text = words.join(' ');
        expect(verdictOn(changed(text), utterance)).toBe(verdictOn(text, utterance));
      }),
      { numRuns: 500 },
    );
  });

  it('is never verbatim or spliced once a negation is put in', () => {
    const inserted = fc.constantFrom('not', 'never', 'no', 'hardly', 'NOT', '[not]');
    fc.assert(
      fc.property(aStretch, inserted, fc.nat(), ({ utterance, words }, negation, at) => {
        const place = at % (words.length + 1);
        const given = words.toSpliced(place, 0, negation);
        const isSaid = verdictOn(words.join(' '), utterance) === 'verbatim';
        const verdict = verdictOn(given.join(' '), utterance);
        // What stands there anyway is not put in.
        const isThere = squeezed(textOf(utterance)).includes(squeezed(given.join(' ')));
        const stillThere = [words[place - 1], words[place]].some((word) =>
          /not|never|no|hardly|n['’]t/i.test(word ?? ''),
        );
        const isKept = verdict === 'verbatim' || verdict === 'spliced';
        expect(isSaid && !isThere && !stillThere && isKept).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is never verbatim or spliced once a negation is taken out', () => {
    const negated = utterances.filter(({ pieces }) =>
      pieces.some(({ text }) => /\b(?:not|never|without)\b|n['’]t\b/.test(text)),
    );
    expect(negated.length).toBeGreaterThan(5);
    for (const utterance of negated) {
      const text = utterance.pieces.map((piece) => piece.text).join(' ');
      for (const found of text.matchAll(/\b(?:not|never|without) |n['’]t(?= )/g)) {
        const without = text.slice(0, found.index) + text.slice(found.index + found[0].length);
        expect([without, verdictOn(without, utterance)]).toEqual([without, 'altered']);
      }
    }
  });

  it('is not_found against words that share none', () => {
    fc.assert(
      fc.property(anUtterance, (utterance) => {
        expect(verdictOn('zebra xylophone quince', utterance)).toBe('not_found');
        expect(judge(readAsked('zebra xylophone quince'), [utterance], null).matches).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('names the difference so that the record and the text can be read out of it', () => {
    fc.assert(
      fc.property(aStretch, fc.nat(), ({ utterance, words }, at) => {
        const given = words.with(at % words.length, 'zebra').join(' ');
        for (const { diff, similarity } of judge(readAsked(given), [utterance], null).matches) {
          const read = (ops: string) =>
            squeezed(
              diff
                .filter(({ op }) => ops.includes(op))
                .map(({ text }) => text)
                .join(' '),
            );
          expect(squeezed(textOf(utterance))).toContain(read('=-'));
          expect(read('=+')).toBe(squeezed(given));
          expect(similarity).toBeGreaterThanOrEqual(0);
          expect(similarity).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a splice', () => {
  const first = {
    ...said('The bridge will be open by spring.'),
    printings: [{ document: 'd_1', n: 0, day: '2024-01-02' }],
  };
  const second = {
    ...said('Every village will have a school of its own.'),
    pieces: [{ quote: 'q_second', text: 'Every village will have a school of its own.' }],
    printings: [{ document: 'd_1', n: 1, day: '2024-01-02' }],
  };
  const joined = 'The bridge will be open by spring. Every village will have a school.';
  const swapped = 'Every village will have a school. The bridge will be open by spring.';

  it('may join utterances of one voice in the order of one document', () => {
    expect(verdictOn(joined, first, second)).toBe('spliced');
    expect(verdictOn(swapped, first, second)).not.toBe('spliced');
  });

  it('may join utterances of different documents in the order of their days', () => {
    const on = (day: string | null) => ({ ...second, printings: [{ document: 'd_2', n: 0, day }] });
    expect(verdictOn(joined, first, on('2024-01-03'))).toBe('spliced');
    expect(verdictOn(joined, first, on(null))).toBe('spliced');
    expect(verdictOn(joined, first, on('2023-12-31'))).not.toBe('spliced');
    expect(verdictOn(swapped, first, on('2023-12-31'))).toBe('spliced');
  });

  it('never joins the words of two voices', () => {
    expect(verdictOn(joined, first, { ...second, speakers: ['other'], voice: 'other' })).not.toBe('spliced');
  });

  it('is no picking of single words', () => {
    const speech = said(
      'We are glad that the old bridge will soon be open for all who live there and work here.',
    );
    expect(verdictOn('We bridge open work', speech)).not.toBe('spliced');
    expect(verdictOn('We are glad that the bridge will be open', speech)).toBe('spliced');
  });
});
