import { describe, expect, it } from 'vitest';
import { sameSpelling, spellingsOf } from '../../src/verify/spelling.ts';
import { readWords, sameKey } from '../../src/verify/words.ts';

const keys = (text: string) => readWords(text).map(({ key }) => key);

describe('the words of a text', () => {
  it.each([
    ['“Defence”, he said – DEFENSE!', 'defense he said defense'],
    ['the U.S. and the US and the U.S.has', 'the us and the us and the us has'],
    ["don’t can't won’t cannot isn’t doesnt", 'do not can not will not can not is not does not'],
    ['we’ll they’re I’ve I’m', 'we will they are i have i am'],
    ['it’s Russia’s', "it 's russias"],
    [
      '450 billion, 450bn, 450 bn, 450,000,000,000',
      '#450000000000 #450000000000 #450000000000 #450000000000',
    ],
    ['$450 billion; US$5m; €1.5bn', '#450000000000 dollars #5000000 dollars #1500000000 euros'],
    ['2%, two percent, 2 per cent', '#2 percent #2 percent #2 percent'],
    ['twenty-one, 21, a million, two hundred thousand', '#21 #21 #1000000 #200000'],
    ['F-16s in the 1st row', 'f 16s in the 1st row'],
    ['the first, 1st, seventh and 7th', 'the 1st 1st 7th and 7th'],
    [
      '100 billion US dollars, US$100bn, USD 100bn',
      '#100000000000 dollars #100000000000 dollars #100000000000 dollars',
    ],
    [
      'two hundred and fifty thousand, two hundred fifty, two hundred. And fifty',
      '#250000 #250 #200 and #50',
    ],
    ['90 000, 20k, 6m; in 2010 200 people', '#90000 #20000 #6000000 in #2010 #200 people'],
    ['R & D, misjudgement', 'r and d misjudgment'],
    ['\u202aUkra\u200eine\u202c', 'ukraine'],
    ['co-operate, cooperate', 'cooperate cooperate'],
    ['[W]e look[ed] at con[c]essions [a b]', 'we looked at concessions a b'],
    ['Erdoğan, Łódź, ﬁne, so\u00adft', 'erdogan lodz fine soft'],
    ['… — “” ', ''],
  ])('of "%s" are "%s"', (text, expected) => {
    expect(keys(text).join(' ')).toBe(expected);
  });

  it('stand where they are printed', () => {
    const text = 'It’s “$450 billion” for U.S. allies.';
    for (const { start, end } of readWords(text))
      expect(text.slice(start, end)).toMatch(/^[\p{L}$].*[\p{L}\d.]$/u);
    expect(readWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      ...['It’s', 'It’s', '$450 billion', '$450 billion', 'for', 'U.S.', 'allies'],
    ]);
  });

  it('end sentences at full stops, but not at those of abbreviations and decimals', () => {
    const stops = (text: string) =>
      readWords(text).flatMap(({ pause, start, end }) => (pause === 'stop' ? [text.slice(start, end)] : []));
    expect(stops('No. Mr. Example paid 2.5 million. It was late? Yes… The U.S. agreed.')).toEqual([
      ...['No', '2.5 million', 'late', 'Yes', 'agreed'],
    ]);
  });

  it('that are short for one of several agree with each of them', () => {
    expect(['is', 'has', 'us', 'was'].map((word) => sameKey("'s", word))).toEqual([true, true, true, false]);
    expect(sameKey('has', "'s")).toBe(true);
    expect(sameKey('is', 'has')).toBe(false);
    expect(sameKey('constructor', 'toString')).toBe(false);
  });
});

describe('spellings', () => {
  it.each([
    ['defence', 'defense'],
    ['organisation', 'organization'],
    ['emphasised', 'emphasized'],
    ['analyse', 'analyze'],
    ['neighbours', 'neighbors'],
    ['armoured', 'armored'],
    ['centre', 'center'],
    ['travelled', 'traveled'],
    ['modelling', 'modeling'],
    ['programme', 'program'],
    ['adviser', 'advisor'],
    ['towards', 'toward'],
  ])('"%s" and "%s" are one word, and each is looked for by the other', (british, american) => {
    expect(sameSpelling(british)).toBe(sameSpelling(american));
    expect(spellingsOf(british)).toContain(american);
    expect(spellingsOf(american)).toContain(british);
  });

  it.each([
    ['four', 'for'],
    ['hour', 'hor'],
    ['rise', 'rize'],
    ['prise', 'prize'],
    ['filling', 'filing'],
    ['were', 'wer'],
    ['fire', 'fier'],
    ['advice', 'advise'],
    ['price', 'prize'],
  ])('"%s" and "%s" stay two words', (one, other) => {
    expect(sameSpelling(one)).not.toBe(sameSpelling(other));
  });
});
