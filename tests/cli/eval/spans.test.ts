import { describe, expect, it } from 'vitest';
import { matchSpans, pieces } from '../../../src/cli/eval/spans.ts';
import { foundQuote, goldDocument, goldQuote } from './made-up.ts';

const TEXT =
  'The minister said: "We will keep the treaty, and we will pay for it," and left.\n' +
  'She then spoke of a "long way to go" and of "peace".\n\n"One line here,\nand another line there."';

describe('spans', () => {
  it('are split at line breaks, trimmed of edge punctuation, and dropped under three words', () => {
    const start = TEXT.indexOf('One line');
    const texts = pieces(TEXT, { start: start - 1, end: TEXT.length }, 0).map((p) =>
      TEXT.slice(p.start, p.end),
    );
    expect(texts).toEqual(['One line here', 'and another line there']);
    const peace = TEXT.indexOf('peace');
    expect(pieces(TEXT, { start: peace, end: peace + 5 }, 0)).toEqual([]);
  });

  it('match exactly whatever punctuation stands at their edges', () => {
    const gold = goldDocument(TEXT, {
      quotes: [goldQuote(TEXT, 'We will keep the treaty, and we will pay for it,')],
    });
    const { matches, missed, extra } = matchSpans(gold, [
      foundQuote(TEXT, '"We will keep the treaty, and we will pay for it'),
    ]);
    expect(matches.map((m) => m.exact)).toEqual([true]);
    expect([...missed, ...extra]).toEqual([]);
  });

  it('match by overlap from 80 % of the longer on, and not below', () => {
    const words = 'We will keep the treaty, and we will pay for it';
    const gold = goldDocument(TEXT, { quotes: [goldQuote(TEXT, words)] });
    const near = matchSpans(gold, [foundQuote(TEXT, words.slice(8))]);
    expect(near.matches.map((m) => m.exact)).toEqual([false]);
    const far = matchSpans(gold, [foundQuote(TEXT, words.slice(13))]);
    expect([far.matches.length, far.missed.length, far.extra.length]).toEqual([0, 1, 1]);
  });

  it('pair one to one, the best overlap first', () => {
    const words = 'We will keep the treaty, and we will pay for it';
    const gold = goldDocument(TEXT, { quotes: [goldQuote(TEXT, words)] });
    const { matches, extra } = matchSpans(gold, [foundQuote(TEXT, words.slice(3)), foundQuote(TEXT, words)]);
    expect(matches.map((m) => [m.exact, m.found.of])).toEqual([[true, 1]]);
    expect(extra.map((e) => e.of)).toEqual([0]);
  });

  it('may be one of the alternatives the annotation gives', () => {
    const quote = goldQuote(TEXT, 'We will keep the treaty, and we will pay for it,', {
      text_alt: ['and we will pay for it,'],
    });
    const { matches } = matchSpans(goldDocument(TEXT, { quotes: [quote] }), [
      foundQuote(TEXT, 'and we will pay for it,'),
    ]);
    expect(matches.map((m) => m.exact)).toEqual([true]);
  });

  it('that are optional cost nothing when missed, and those to be ignored cost nothing when found', () => {
    const at = TEXT.indexOf('long way to go');
    const gold = goldDocument(TEXT, {
      quotes: [goldQuote(TEXT, 'We will keep the treaty', { optional: true })],
      ignore: [{ start: at, end: at + 14 }],
    });
    const { missed, extra } = matchSpans(gold, [foundQuote(TEXT, 'long way to go')]);
    expect([...missed, ...extra]).toEqual([]);
    expect(matchSpans({ ...gold, ignore: [] }, [foundQuote(TEXT, 'long way to go')]).extra).toHaveLength(1);
  });
});
