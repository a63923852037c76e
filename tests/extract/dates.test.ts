import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, numberOf, toDay, weekdayOf } from '../../src/extract/dates/calendar.ts';
import { dateDocument } from '../../src/extract/dates/document.ts';
import { findTimes } from '../../src/extract/dates/expressions.ts';
import { resolveTime } from '../../src/extract/dates/resolve.ts';
import { read } from '../../src/extract/read.ts';
import { tokenize } from '../../src/extract/tokens.ts';

const BODY =
  'The Minister of Finance presented the budget to the members of the house and answered their questions.';

const datedOf = (text: string) => dateDocument(text, read(text).paragraphs);
const publishedOf = (text: string) => datedOf(text).published_on;

/** The days that a sentence speaks of, seen from Wednesday, 31 January 2024. */
function daysIn(sentence: string, future = false): (string | null)[] {
  return findTimes(tokenize(sentence)).map((time) => {
    const found = resolveTime(time, { reference: '2024-01-31', context: '2024-01-29', future });
    return found.last === null ? (found.first ?? found.period) : `${found.first}/${found.last}`;
  });
}

const anyDay = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => toDay(year, month, day)!);

describe('the calendar', () => {
  it('adds days and takes them away again, and a week later is the same weekday', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(numberOf(addDays(day, days)) - numberOf(day)).toBe(days);
        expect(weekdayOf(addDays(day, 7 * days))).toBe(weekdayOf(day));
      }),
    );
  });

  it('knows days that do not exist', () => {
    expect(toDay(2023, 2, 29)).toBeNull();
    expect(toDay(2024, 2, 29)).toBe('2024-02-29');
    expect(toDay(1900, 2, 29)).toBeNull();
    expect(toDay(2024, 13, 1)).toBeNull();
  });
});

describe('the date of a document', () => {
  it.each([
    ['a line of its own', 'Budget presented\n\n15 August 2012\n\n', '2012-08-15'],
    ['a line in capitals', 'Budget presented\n\nAPRIL 15, 2023\n\n', '2023-04-15'],
    ['digits', 'Budget presented\n\n2024-02-16\n\n', '2024-02-16'],
    ['a mail header', 'Budget presented\n\nFri, 04 Mar 2022 17:07:39 +0000\n\n', '2022-03-04'],
    ['a label', 'Budget presented\n\nPublished 16 November 2024\n\n', '2024-11-16'],
    ['a label on the line before', 'Budget presented\n\nPublished\n12 January 2024\n\n', '2024-01-12'],
    ['an update', 'Budget presented\n\n  • |\n  • Last updated: 31 Jan. 2024 17:11\n\n', '2024-01-31'],
    ['the hour before it', 'Budget presented\n3:41 PM EST, February 15, 2024\n\n', '2024-02-15'],
    ['a dateline', 'Budget presented\n\nBRUSSELS, 5 May 2023 – ', '2023-05-05'],
    ['a dateline of a wire', 'Budget presented\n\nLITTLETON, CO, April 04, 2025 /Wire/ -- ', '2025-04-04'],
    ['a dateline with the date in brackets', 'Budget presented\n\nOSLO (June 2, 2022) - ', '2022-06-02'],
    ['the end of a headline', 'Speech to the Institute, 5 July 2023\n\n', '2023-07-05'],
    [
      '"today" with its day',
      'Budget presented\n\nThe bill was signed today, 3 May 2021, in the capital of the country.\n\n',
      '2021-05-03',
    ],
  ])('is read from %s', (_name, head, day) => {
    expect(publishedOf(`${head}${BODY}\n`)).toBe(day);
  });

  it('is day before month in digits, except in an American text', () => {
    expect(publishedOf(`Budget presented\n\n11/10/10\n\n${BODY} The Australian people will pay.`)).toBe(
      '2010-10-11',
    );
    expect(
      publishedOf(`Budget presented\n\n11/10/10\n\n${BODY} The U.S. Congress and the White House agreed.`),
    ).toBe('2010-11-10');
  });

  it('is the day of the first sentence where the text goes on to call it today', () => {
    const told =
      'On Wednesday (31 January 2024), Minister Jane Example gave a speech to the members of the house.';
    expect(publishedOf(`${told}\n\nLater today, she will travel to the north of the country.\n`)).toBe(
      '2024-01-31',
    );
    expect(datedOf(`${told}\n\nShe then travelled to the north of the country.\n`)).toEqual({
      published_on: null,
      reference_on: '2024-01-31',
    });
  });

  it('is looked for in a text that ends with a number and a day', () => {
    expect(datedOf('June 29-30 Monday')).toEqual({ published_on: null, reference_on: null });
  });

  it('is not the day of an event, nor one of history', () => {
    expect(
      publishedOf(`Budget presented\n\n${BODY} It replaces that of 5 May 1998, which was never passed.\n`),
    ).toBeNull();
    expect(datedOf(`Budget presented\n\n${BODY}\n`)).toEqual({ published_on: null, reference_on: null });
  });
});

describe('times in a sentence', () => {
  it.each([
    ['On Thursday, 1 February 2024, they met.', ['2024-02-01']],
    ['They met on June 2, 2022.', ['2022-06-02']],
    ['They met on the 1st of June 2022.', ['2022-06-01']],
    ['He was there from 2-5 August 2012.', ['2012-08-02/2012-08-05']],
    ['He was there from 29 January to 1 February 2024.', ['2024-01-29/2024-02-01']],
    ['It runs June 29-30.', ['2024-06-29/2024-06-30']],
    ['On Wednesday they met.', ['2024-01-31']],
    ['On Monday they met.', ['2024-01-29']],
    ['Last Wednesday they met.', ['2024-01-24']],
    ['They met yesterday; today they rest.', ['2024-01-30', '2024-01-31']],
    ['Earlier that day they met.', ['2024-01-29']],
    ['The following day they met.', ['2024-01-30']],
    ['In the evening, they met.', ['2024-01-29']],
    ['He is there today and tomorrow.', ['2024-01-31/2024-02-01']],
    ['He was there yesterday and today.', ['2024-01-30/2024-01-31']],
    ['On the 5th, they met; on the 29th he left.', ['2024-02-05', '2024-01-29']],
    ['They met on the 5th floor.', []],
    ['A summit this July.', ['2024-07']],
    ['It began in March 2022.', ['2022-03']],
    ['They may march on.', []],
    ['May I?', []],
    ['It fell by 2-5 per cent in 2014.', []],
  ])('%s', (sentence, days) => {
    expect(daysIn(sentence)).toEqual(days);
  });

  it('look ahead where the words do', () => {
    expect(daysIn('They will meet on Friday.', true)).toEqual(['2024-02-02']);
    expect(daysIn('They will meet next Wednesday.', true)).toEqual(['2024-02-07']);
  });

  it('read back every day they are given, however it is printed', () => {
    const months =
      'January February March April May June July August September October November December'.split(' ');
    fc.assert(
      fc.property(anyDay, fc.boolean(), (day, american) => {
        const month = months[Number(day.slice(5, 7)) - 1]!;
        const number = String(Number(day.slice(8, 10)));
        const year = day.slice(0, 4);
        const printed = american ? `${month} ${number}, ${year}` : `${number} ${month} ${year}`;
        expect(daysIn(`It was on ${printed} that they met.`)).toEqual([day]);
      }),
    );
  });
});
