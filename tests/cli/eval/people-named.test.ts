import { describe, expect, it } from 'vitest';
import { fullNameKey, scoreNames } from '../../../src/cli/eval/people-named.ts';
import { foundEngagement, foundQuote, foundVisit, goldDocument, goldQuote, NOTHING } from './made-up.ts';

const TEXT = '"It holds very well," she said.';
const gold = goldDocument(TEXT, {
  quotes: [
    goldQuote(TEXT, 'It holds very well,', { speaker: 'Example', speaker_known_as: 'Jane Q. Example' }),
  ],
  visits: [
    { visitor: 'Bo van der Test', country: 'NO', start: null, end: null, status: 'made', optional: true },
  ],
});
const precision = (participants: string[], known: string[] = []) =>
  scoreNames(gold, { ...NOTHING, engagements: [foundEngagement({ participants })] }, new Set(known)).counts
    .names;

describe('names precision', () => {
  it('knows whomever the annotation names anywhere, by any shorter form', () => {
    const found = {
      ...NOTHING,
      quotes: [foundQuote(TEXT, 'It holds very well,', { speaker: 'Jane Example; Test' })],
      visits: [foundVisit({ visitor: 'Mr Example' })],
      engagements: [foundEngagement({ participants: ['J. Q. Example', 'BO VAN DER TEST'] })],
    };
    expect(scoreNames(gold, found, new Set()).counts.names).toEqual({ hit: 5, found: 5, gold: 5 });
  });

  it.each(['Climate Jane Example', 'Jane Example Meets', 'August', 'Department of Examples', 'John Example'])(
    'does not know %s',
    (name) => {
      expect(precision([name])).toEqual({ hit: 0, found: 1, gold: 1 });
    },
  );

  it('counts a name once, however often it is given', () => {
    const engagements = [foundEngagement({ participants: ['Nobody', 'Example'] })];
    const found = { ...NOTHING, engagements: [...engagements, ...engagements] };
    expect(scoreNames(gold, found, new Set()).counts.names).toEqual({ hit: 1, found: 2, gold: 2 });
  });

  it('takes a real person whom the annotation had no reason to name, by full name only', () => {
    const known = ['Erika Muster', 'Muster'].map(fullNameKey);
    expect(precision(['Erika Muster'], known)?.hit).toBe(1);
    expect(precision(['Muster'], known)?.hit).toBe(0);
  });

  it('leaves out speakers who are nobody by name', () => {
    const quotes = [
      foundQuote(TEXT, 'It holds very well,', { speaker: 'The Ministry', speaker_kind: 'organisation' }),
    ];
    expect(scoreNames(gold, { ...NOTHING, quotes }, new Set()).counts.names).toEqual({
      hit: 0,
      found: 0,
      gold: 0,
    });
  });
});
