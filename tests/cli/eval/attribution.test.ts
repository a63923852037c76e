import { describe, expect, it } from 'vitest';
import { scoreQuotes } from '../../../src/cli/eval/attribution.ts';
import { foundQuote, goldDocument, goldQuote } from './made-up.ts';

const A = 'we will keep the treaty';
const B = 'nobody will be left behind';
const C = 'the report says this plainly';
const TEXT = `"${A}", she said. "${B}", he said. "${C}", it says.`;

const sure = { cue: 'said-name', mention: null, confidence: 0.95 };
const unsure = { cue: 'chain', mention: null, confidence: 0.5 };

describe('attribution', () => {
  it('counts named people only, strictly and by full name', () => {
    const gold = goldDocument(TEXT, {
      quotes: [
        goldQuote(TEXT, A, { speaker: 'Jane Example' }),
        goldQuote(TEXT, B, { speaker: 'Bo Test' }),
        goldQuote(TEXT, C, { speaker: 'The Report', speaker_type: 'document' }),
      ],
    });
    const { counts } = scoreQuotes(gold, [
      foundQuote(TEXT, A, { speaker: 'Jane Example' }),
      foundQuote(TEXT, B, { speaker: 'Test' }),
      foundQuote(TEXT, C, { speaker: null }),
    ]);
    expect(counts.attribution_strict).toEqual({ hit: 2, found: 2, gold: 2 });
    expect(counts.attribution_full).toEqual({ hit: 1, found: 2, gold: 2 });
    expect(counts.joint).toEqual({ hit: 1, found: 2, gold: 2 });
  });

  it('counts in joint what is missed of people, and what is found but matches nothing', () => {
    const gold = goldDocument(TEXT, { quotes: [goldQuote(TEXT, A), goldQuote(TEXT, C, { speaker: null })] });
    const { counts } = scoreQuotes(gold, [foundQuote(TEXT, B, { speaker: 'Bo Test' })]);
    expect(counts.joint).toEqual({ hit: 0, found: 1, gold: 1 });
  });

  it('takes a speaker that is also acceptable, nobody included', () => {
    const gold = goldDocument(TEXT, {
      quotes: [
        goldQuote(TEXT, A, { also_acceptable: [null] }),
        goldQuote(TEXT, B, { also_acceptable: ['Bo Test'] }),
      ],
    });
    const { counts, misses } = scoreQuotes(gold, [
      foundQuote(TEXT, A, { speaker: null }),
      foundQuote(TEXT, B, { speaker: 'Bo Test' }),
    ]);
    expect(counts.attribution_full).toEqual({ hit: 2, found: 2, gold: 2 });
    expect(misses).toEqual([]);
  });

  it('measures only what would be published', () => {
    const gold = goldDocument(TEXT, { quotes: [goldQuote(TEXT, A)] });
    const { counts, misses } = scoreQuotes(gold, [
      foundQuote(TEXT, A, { speaker: 'Jane Example', certain: false }),
    ]);
    expect(counts.span_exact).toEqual({ hit: 0, found: 0, gold: 1 });
    expect(misses.map((m) => m.detail)).toEqual(['Jane Example; found, but not certain']);
  });

  it('counts as confident what reaches 0.9, and as right only the right person by full name', () => {
    const gold = goldDocument(TEXT, {
      quotes: [
        goldQuote(TEXT, A, { speaker: 'Jane Example' }),
        goldQuote(TEXT, B, { speaker: 'Bo Test' }),
        goldQuote(TEXT, C, { speaker: null }),
      ],
    });
    const { counts } = scoreQuotes(gold, [
      foundQuote(TEXT, A, { speaker: 'Jane Example', attribution: sure }),
      foundQuote(TEXT, B, { speaker: 'Bo Test', attribution: unsure }),
      foundQuote(TEXT, C, { speaker: 'Bo Test', attribution: sure }),
    ]);
    expect(counts.confident).toEqual({ hit: 2, found: 3, gold: 3 });
    expect(counts.confident_right).toEqual({ hit: 1, found: 2, gold: 2 });
  });
});
