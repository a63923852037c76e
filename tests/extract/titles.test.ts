import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { inSentence } from '../../src/model/country.ts';

const titlesOf = (text: string) => extract(`OSLO, 3 March 2026\n\n${text}`).engagements.map((it) => it.title);

describe('the title of an engagement', () => {
  it('names those who were met, if only by what they are', () => {
    expect(
      titlesOf('On Monday, Prime Minister Jane Example met with senior parliamentary leaders in Bergen.'),
    ).toEqual(['Meeting with senior parliamentary leaders']);
  });

  it('names the body that came together', () => {
    expect(titlesOf('The Arctic Council met on Monday in Tromsø.').join()).toContain('Arctic Council');
  });

  it('gives countries their article', () => {
    expect(
      ['United States', 'Netherlands', 'Czech Republic', 'Solomon Islands', 'Norway', 'Unitedland'].map(
        inSentence,
      ),
    ).toEqual([
      'the United States',
      'the Netherlands',
      'the Czech Republic',
      'the Solomon Islands',
      'Norway',
      'Unitedland',
    ]);
  });
});
