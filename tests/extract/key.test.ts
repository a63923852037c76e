import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyScores } from '../../src/extract/key.ts';
import { isAside, keyFeatures } from '../../src/extract/key-features.ts';

const quote = (text: string, speaker: string | null = 'Jane Example') => ({ text, speaker });
const STATEMENT =
  'We cannot leave this to others, because if the treaty fails the whole of the North will pay for it, and Norway will be the first to do so.';

/** Which of two quotes would be missed more, wherever it stands. */
function better(one: string, other: string): boolean {
  const [a, b] = keyScores([quote(one), quote(other)]);
  const [d, c] = keyScores([quote(other), quote(one)]);
  return a! > b! && c! > d!;
}

describe('the key of a quote', () => {
  it('puts a statement before a fragment, a courtesy, and a word thrown in', () => {
    expect(better(STATEMENT, 'a new chapter in our relations')).toBe(true);
    expect(
      better(STATEMENT, 'I am delighted to be here and want to thank you all for the warm welcome in Oslo.'),
    ).toBe(true);
    expect(better(STATEMENT, 'Absolutely.')).toBe(true);
  });

  it('puts the same words later in the text a little lower', () => {
    const [first, , third] = keyScores([
      quote(STATEMENT),
      quote('It was a good day.'),
      quote(
        'They must stop the war, or Europe will not be safe again for a very long time, whatever we do in Oslo.',
      ),
    ]);
    expect(first).toBeGreaterThan(third!);
  });

  it('does not give two places to what is said twice', () => {
    const again = STATEMENT.replace('We cannot', 'Let me repeat: we cannot');
    const [once, twice] = keyScores([quote(STATEMENT), quote(again)]);
    expect(once).toBeGreaterThan(0.5);
    expect(twice).toBeLessThan(once! / 2);
  });

  it('is higher for somebody than for nobody', () => {
    const [named] = keyScores([quote(STATEMENT, 'Jane Example')]);
    const [unnamed] = keyScores([quote(STATEMENT, null)]);
    expect(named).toBeGreaterThan(unnamed!);
  });

  it('lies between 0 and 1, is the same each time, and never throws, whatever the words', () => {
    const words = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 40 }), fc.constant(STATEMENT));
    fc.assert(
      fc.property(fc.array(fc.record({ text: words, speaker: fc.option(fc.string()) })), (quotes) => {
        const keys = keyScores(quotes);
        expect(keys).toHaveLength(quotes.length);
        for (const key of keys) {
          expect(key).toBeGreaterThanOrEqual(0);
          expect(key).toBeLessThanOrEqual(1);
        }
        expect(keyScores(quotes)).toEqual(keys);
      }),
    );
  });
});

describe('the features of a quote', () => {
  const of = (text: string) => keyFeatures([quote(text)])[0]!;

  it('see a fragment by its small letter, past marks and brackets', () => {
    expect(of('“most robust defence since the war').fragment).toBe(1);
    expect(of('[W]e will stay.').fragment).toBe(0);
    expect(of('20 Allies agreed.').fragment).toBe(0);
  });

  it('count names after the beginning of a sentence only', () => {
    expect(of('Norway will pay. Sweden too.').names).toBe(0);
    expect(of('We will help Ukraine and Moldova, and Moldova again.').names).toBeCloseTo(2 / 3);
  });

  it('see how long a quote is beside the longest of its document', () => {
    const [a, b] = keyFeatures([quote('ships carry grain through straits'), quote('ships carry')]);
    expect([a!.share, b!.share]).toEqual([1, 2 / 5]);
  });
});

describe('an aside', () => {
  it.each([
    'Thank you all very much for coming today.',
    'Good morning and welcome to Oslo, all of you.',
    'Let us go to the next question from the back, please.',
    'Do you think that the treaty will hold if Norway leaves it in the spring?',
  ])('%s', (text) => {
    expect(isAside(text)).toBe(true);
    const [statement, aside] = keyScores([quote(STATEMENT), quote(text)]);
    expect(aside).toBeLessThan(statement! / 4);
  });

  it('is no statement that thanks somebody on its way', () => {
    expect(isAside(`Thank you, Prime Minister. ${STATEMENT}`)).toBe(false);
  });
});
