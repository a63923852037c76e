import { describe, expect, inject, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';

const STOLTENBERG = 'Jens Stoltenberg';
const BLINKEN = 'Antony Blinken';
const AUSTIN = 'Lloyd J. Austin III';

/** What each document of the corpus quotes: the number of the utterance, the speaker, the first words. */
const QUOTED: Record<string, readonly (readonly [number, string, string])[]> = {
  'essanews-2024-02-15-defence-ministers.txt': [
    [1, 'Stoltenberg', 'This constitutes 2% of their total'],
    [2, 'Stoltenberg', 'To restock our supplies and continue'],
    [3, 'Stoltenberg', 'We must never take peace for'],
    [4, 'Stoltenberg', 'NATO is committed to leaving no'],
    [5, 'Stoltenberg', 'Defense Minister Umierow updated the allies'],
    [6, 'Stoltenberg', "Since Russia's invasion, the United States"],
    [7, 'Stoltenberg', 'This center will allow Ukraine to'],
  ],
  'european-2022-06-washington.txt': [
    [1, STOLTENBERG, 'President Putin wanted less NATO and'],
    [2, STOLTENBERG, 'I am confident that we will'],
    [3, STOLTENBERG, 'We must continue to invest in'],
    [4, BLINKEN, 'Today’s meeting was an opportunity for'],
    [4, BLINKEN, 'There the Alliance will adopt a'],
    [5, BLINKEN, 'We will bolster NATO’s budget. And'],
    [6, STOLTENBERG, 'Today, we also discussed the important'],
    [6, STOLTENBERG, 'We will agree NATO’s next Strategic'],
    [7, BLINKEN, 'Of course, the strategic concept will'],
    [7, BLINKEN, 'The people of Ukraine continue to'],
    [8, STOLTENBERG, 'The United States is playing an'],
    [8, STOLTENBERG, 'I also welcome the latest package'],
    [9, BLINKEN, 'Together we responded to the humanitarian'],
    [10, BLINKEN, 'President Putin hoped that his war'],
    [11, BLINKEN, 'NATO will be prepared to face'],
    [11, BLINKEN, 'We’ll make sure that we defend'],
    [12, STOLTENBERG, 'Let me thank the United States'],
    [12, STOLTENBERG, 'For the seventh consecutive year, defense'],
    [13, BLINKEN, 'As President Biden has said, this'],
    [13, BLINKEN, 'Anyone who wonders at the difference'],
    [14, STOLTENBERG, 'President Putin wanted less NATO. He'],
    [15, STOLTENBERG, 'The decisions by Finland and Sweden'],
    [16, BLINKEN, 'The United States strongly supports Finland'],
    [16, BLINKEN, 'By joining NATO, they will strengthen'],
    [17, AUSTIN, 'You know — but as I'],
    [17, AUSTIN, 'And I want to thank you'],
    [18, AUSTIN, 'In the face of Russia’s unprovoked'],
    [18, AUSTIN, 'We couldn’t have done what’s been'],
    [19, AUSTIN, 'You know, Putin wanted to weaken'],
    [20, AUSTIN, 'I know that there’s been a'],
  ],
  'nato-2024-01-31-heritage.txt': [
    [1, STOLTENBERG, 'most robust collective defence since the'],
    [1, STOLTENBERG, 'not to start wars, but to'],
    [2, STOLTENBERG, 'need to remain decisive and strong.'],
    [2, STOLTENBERG, 'Ukraine must prevail and it can,'],
    [3, STOLTENBERG, 'if we cannot stop Russia’s cycle'],
    [4, STOLTENBERG, 'harmful dependencies on critical China raw'],
    [5, STOLTENBERG, 'dependencies make us vulnerable.'],
    [6, STOLTENBERG, 'through NATO, the US has the'],
    [7, STOLTENBERG, 'adding an additional 450 billion dollars.'],
    [8, STOLTENBERG, 'What Allies buy keeps American businesses'],
    [9, STOLTENBERG, 'will be an opportunity to send'],
  ],
  'nato-2024-02-01-socom-tampa.txt': [
    [1, STOLTENBERG, 'around our core cause to protect'],
    [2, STOLTENBERG, 'are vital to any military operation.'],
    [3, STOLTENBERG, 'NATO is responding because we need'],
    [4, STOLTENBERG, 'NATO is a good deal for'],
    [5, STOLTENBERG, 'Through NATO, the U.S.has more friends'],
    [6, STOLTENBERG, 'for a tiny fraction of annual'],
  ],
  'nato-multimedia-2024-01-31-heritage.txt': [
    [1, STOLTENBERG, 'most robust collective defence since the'],
    [1, STOLTENBERG, 'not to start wars, but to'],
    [2, STOLTENBERG, 'need to remain decisive and strong.'],
    [2, STOLTENBERG, 'Ukraine must prevail and it can,'],
    [3, STOLTENBERG, 'if we cannot stop Russia’s cycle'],
    [4, STOLTENBERG, 'harmful dependencies on critical China raw'],
    [5, STOLTENBERG, 'dependencies make us vulnerable.'],
    [6, STOLTENBERG, 'through NATO, the US has the'],
    [7, STOLTENBERG, 'adding an additional 450 billion dollars.'],
    [8, STOLTENBERG, 'What Allies buy keeps American businesses'],
    [9, STOLTENBERG, 'will be an opportunity to send'],
  ],
};

describe('the documents of the corpus', () => {
  for (const { name, text: encoded } of inject('extractedInNode')) {
    const expected = QUOTED[name];
    if (expected === undefined) continue;
    const text: string = JSON.parse(encoded);

    it(`are quoted in full and from the right people: ${name}`, () => {
      const quotes = extract(text).quotes.filter((quote) => quote.certain);
      const groups = [...new Set(quotes.map((quote) => quote.group))];
      const found = quotes.map((quote) => [
        groups.indexOf(quote.group) + 1,
        quote.speaker,
        quote.text.split(/\s+/).slice(0, 6).join(' '),
      ]);
      expect(found).toEqual(expected);
    });

    it(`give every quotation whole, to its last word: ${name}`, () => {
      for (const quote of extract(text).quotes.filter((q) => q.certain)) {
        expect(text.slice(0, quote.start).trimEnd()).toMatch(/["“]$/);
        expect(text.slice(quote.end).trimStart()).toMatch(/^["”]|^\n/);
      }
    });
  }

  it('hide no words whose opening mark is missing, and publish none', () => {
    const essanews = inject('extractedInNode').find(({ name }) => name.startsWith('essanews'))!;
    const guessed = extract(JSON.parse(essanews.text)).quotes.filter((quote) => !quote.certain);
    expect(guessed.map((quote) => quote.speaker)).toEqual(['Stoltenberg']);
    expect(guessed[0]!.text).toMatch(/rather than NATO itself,$/);
    expect(guessed[0]!.text).not.toMatch(/expressed his belief/);
  });
});
