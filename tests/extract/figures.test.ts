import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTimes } from '../../src/extract/dates/expressions.ts';
import { extract } from '../../src/extract/extract.ts';
import { datesOf, findFigures } from '../../src/extract/figures/find.ts';
import { tokenize } from '../../src/extract/tokens.ts';

/** Value and unit of every figure of a sentence; a bare dollar sign means the American one. */
function figuresIn(sentence: string): string[] {
  const tokens = tokenize(sentence);
  return findFigures(tokens, datesOf(findTimes(tokens)), 'USD').map(({ value, unit }) => `${value} ${unit}`);
}

describe('figures', () => {
  it.each([
    ['They gave $50 billion.', ['50000000000 USD']],
    ['They gave US$2.5 trillion and €1.6bn.', ['2500000000000 USD', '1600000000 EUR']],
    ['an additional 450 billion dollars', ['450000000000 USD']],
    ['contracts valued at ten billion dollars', ['10000000000 USD']],
    ['worth over £12 million in sales', ['12000000 GBP']],
    ['It takes between $3 and $4 million.', ['3000000 USD']],
    ['It cost 300 million Norwegian kroner.', ['300000000 NOK']],
    ['spending 2% of GDP', ['2 %']],
    ['spending two percent of GDP', ['2 %']],
    ['about 31–33 per cent of votes', ['31 %']],
    ['half the world’s might', ['50 %']],
    ['Almost half of all schools are closed.', ['50 %']],
    ['a quarter of the world’s GDP', ['25 %']],
    ['a six-fold increase from just three countries', ['6 times', '3 countries']],
    ['18 NATO member states and all 31 Allies', ['18 countries', '31 Allies']],
    ['20 NATO members', ['20 countries']],
    ['the 12-member body', ['12 countries']],
    ['more than 21,500 refugees', ['21500 people']],
    ['More than 6 million Ukrainians fled.', ['6000000 people']],
    ['more than 21 million Yemenis', ['21000000 people']],
    ['more than 20,000 additional troops', ['20000 people']],
    ['At least 48 killed', ['48 people']],
    ['A million drones and 500 kilometres of road', ['1000000 drones', '500 kilometres']],
    ['three soldiers were killed', ['3 people']],
    ['More than 60 soldiers left on 9 ships, more than 40 since May.', ['60 people', '9 ships', '40 ships']],
    ['30 countries were asked, only 12 have answered.', ['30 countries', '12 countries']],
    ['10 000 tonnes of grain', ['10000 tonnes']],
    ['One in four ships and 1 in 10 children', ['25 %', '10 %']],
    ['two-thirds of farmers and a third of the fleet', ['66.7 %', '33.3 %']],
    ['The loss was minus 3.2 percent, then −5%.', ['-3.2 %', '-5 %']],
    ['a rate of 3-4 percent', ['3 %']],
    ['12.500 houses and €1.250.000 in aid', ['12500 houses', '1250000 EUR']],
    ['12.5 tonnes and 1.375 metres', ['12.5 tonnes', '1.375 metres']],
    ['Norway gave 5 bn kroner and ISK 500 million.', ['5000000000 NOK', '500000000 ISK']],
    ['About a third (34%) agreed; it rose by a fifth.', ['33.3 %', '34 %', '20 %']],
    ['nine out of 10 citizens', ['90 %']],
    ['Three hundred and fifty soldiers', ['350 people']],
    ['10,000 U.S. troops and 18 Russian diplomats', ['10000 people', '18 people']],
    ['1.4 billion people, 65% of them under 35', ['1400000000 people', '65 %']],
    ['76 search and rescue specialists', ['76 people']],
    ['They sent $ 50,000 and 3 million Japanese yen.', ['50000 USD', '3000000 JPY']],
  ])('%s', (sentence, figures) => {
    expect(figuresIn(sentence)).toEqual(figures);
  });

  it.each([
    'On 5 May 2022 at 7:30 they met for two hours.',
    'for at least three reasons',
    'The two leaders and all three countries agreed.',
    'Article 5 of the treaty of 1949',
    'F-16s, COVID-19 and the G7',
    'his 76th birthday',
    'a 14-year-old girl aged 14',
    'people aged between 18 and 45',
    'resolution 2259 of the Council',
    'a two-state solution',
    'In 2014 members met.',
    'one of them',
    'in the second half of the year',
    'hundreds of people',
  ])('are not: %s', (sentence) => {
    expect(figuresIn(sentence)).toEqual([]);
  });

  it('say who states them, with what reservation, of what', () => {
    const text =
      'Report on aid\n\n3 May 2021\n\nMinister Jane Example visited the north. She added that the fund had paid more than 40 million euros to farmers. “We built about 900 homes,” she said.\n';
    expect(
      extract(text).figures.map(({ text: _t, start: _s, end: _e, sentence: _n, ...rest }) => rest),
    ).toEqual([
      {
        value: 40_000_000,
        unit: 'EUR',
        qualifier: 'more than',
        about: 'the fund had paid more than 40 million euros to farmers',
        stated_by: 'Jane Example',
        quote: null,
        engagement: null,
        said_on: null,
      },
      {
        value: 900,
        unit: 'homes',
        qualifier: 'about',
        about: 'We built about 900 homes',
        stated_by: 'Jane Example',
        quote: 0,
        engagement: null,
        said_on: null,
      },
    ]);
  });

  it('take a bare dollar for that of the country the text is at home in', () => {
    const text =
      'Aid to farmers\n\n3 May 2021\n\nThe Australian Government will give $4 million to Australian farmers in Queensland.\n';
    expect(extract(text).figures.map((figure) => figure.unit)).toEqual(['AUD']);
  });

  it('take a dollar for the American one where other countries are only named', () => {
    const text =
      'Aid to farmers\n\n3 May 2021\n\nEuropean Allies and Canada agreed on a fund of $ 50,000. A Canadian firm gave $20.\n';
    expect(extract(text).figures.map((figure) => figure.unit)).toEqual(['USD', 'USD']);
  });

  it('take a dollar for the one that the text has marked', () => {
    const text =
      'Trade\n\n3 May 2021\n\nTrade is worth NZ$8.7 billion. Kiwifruit earns $713 million. The US buys some, NZ$5 million.\n';
    expect(extract(text).figures.map((figure) => figure.unit)).toEqual(['NZD', 'NZD', 'NZD']);
  });

  it.each([
    ['Danish', 'DKK'],
    ['Norwegian', 'NOK'],
  ])('take the kroner of a %s text for those of its country', (nation, unit) => {
    const text = `Aid to farmers\n\n3 May 2021\n\nThe ${nation} Government will give 12 billion kroner to farmers.\n`;
    expect(extract(text).figures.map((figure) => figure.unit)).toEqual([unit]);
  });

  it('read any amount back, with or without commas', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13, max: 999_999_999 }), fc.boolean(), (value, commas) => {
        fc.pre(value < 1500 || value > 2199);
        const printed = commas ? value.toLocaleString('en-US') : String(value);
        expect(figuresIn(`They sent ${printed} soldiers north.`)).toEqual([`${value} people`]);
      }),
    );
  });
});

describe('figures written in other ways', () => {
  it.each([
    ['The fund has 1.3m people on its list.', [[1_300_000, 'people']]],
    ["It cost CHF 1'250'000 last year.", [[1_250_000, 'CHF']]],
    [
      'They gave ₹50 crore to 3 lakh farmers.',
      [
        [500_000_000, 'INR'],
        [300_000, 'people'],
      ],
    ],
    ['The scheme cost Rs 2.5 lakh crore.', [[2_500_000_000_000, 'INR']]],
    ['Prices rose by 12,4% last year.', [[12.4, '%']]],
    ['Three-quarters of a million people fled.', [[750_000, 'people']]],
    ['Three-quarters of the people fled.', [[75, '%']]],
    ['More than a million and a half people fled.', [[1_500_000, 'people']]],
    [
      'It rose from €640 million to €1.4 billion.',
      [
        [640_000_000, 'EUR'],
        [1_400_000_000, 'EUR'],
      ],
    ],
    ['In all, 140 were killed.', [[140, 'people']]],
    ['Six Norwegian experts came by boat.', [[6, 'people']]],
    ['It sent three aircraft carrier strike groups.', [[3, 'strike groups']]],
    ['About 1,000 government and police personnel came.', [[1000, 'people']]],
    ['At COP 26 she spoke.', []],
    ['The plank is 1.3m wide.', []],
  ] as const)('%s', (sentence, expected) => {
    const { figures } = extract(
      `Notes from the capital\n\n31 January 2024\n\nThe bridge over the sound will be open to everybody by then. ${sentence}\n`,
    );
    expect(figures.map(({ value, unit }) => [value, unit])).toEqual(expected);
  });
});
