import { describe, expect, it } from 'vitest';
import { scoreKeyQuotes } from '../../../src/cli/eval/key-quotes.ts';
import { percent } from '../../../src/cli/eval/score.ts';
import { foundQuote, goldDocument, goldQuote } from './made-up.ts';

const WORDS = [
  'the first thing said',
  'the second thing said',
  'the third thing said',
  'the fourth thing said',
];
const TEXT = WORDS.map((w) => `"${w}"`).join(' and ');
const quotes = WORDS.map((w) => goldQuote(TEXT, w));
const key = new Map([
  [1, 1],
  [2, 2 / 3],
  [3, 1 / 3],
]);

describe('the agreement on key quotes', () => {
  it('is the mean share of editors who chose the best two where there are fewer than six', () => {
    const gold = goldDocument(TEXT, { quotes, key });
    const found = WORDS.map((w, i) => foundQuote(TEXT, w, { key: [0.1, 0.9, 0.2, 0.8][i]! }));
    expect(percent(scoreKeyQuotes(gold, found).counts.key_quotes)).toBeCloseTo((100 * (3 / 3 + 1 / 3)) / 2);
  });

  it('takes three from six quotes on', () => {
    const more = [...quotes, quotes[0]!, quotes[0]!];
    const found = WORDS.map((w, i) => foundQuote(TEXT, w, { key: [0, 0.9, 0.5, 0.8][i]! }));
    const { counts } = scoreKeyQuotes(goldDocument(TEXT, { quotes: more, key }), found);
    expect(counts.key_quotes?.gold).toBe(3);
    expect(percent(counts.key_quotes)).toBeCloseTo((100 * (3 / 3 + 2 / 3 + 1 / 3)) / 3);
  });

  it('gives nothing for what is no annotated quote and for what was not found', () => {
    const gold = goldDocument(`${TEXT} but also "something else altogether"`, { quotes, key });
    const found = [foundQuote(gold.text, 'something else altogether', { key: 1 })];
    expect(percent(scoreKeyQuotes(gold, found).counts.key_quotes)).toBe(0);
  });

  it('is not measured where no editor read the document', () => {
    expect(scoreKeyQuotes(goldDocument(TEXT, { quotes }), []).counts).toEqual({});
  });
});
