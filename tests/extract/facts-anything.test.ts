import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { ENGAGEMENT_KINDS, type Span } from '../../src/model/extraction.ts';

/** What dates, places, figures and events are made of, in every wrong order. */
const PIECES = (
  'On|in|at|from|to|and|between|,|.|;|:|(|)|“|”|"|’s|-|–|—|%|$|€|US$|\n|\n\n| | |Wednesday|Monday|today|tomorrow|last night|earlier that day|' +
  'this July|31 January 2024|2024-02-30|31/12/99|June 29-30|May|12|2|31–33|1,000|1,2,3|10 000|7:30|two|twenty|hundred|million|half the|a third of|' +
  'more than|Allies|troops|Ukrainians|boats|six-fold|12-member|percent|billion dollars|Washington|Washington D.C.|Paris|Georgia|Jordan|Troy, Alabama|' +
  'the White House|the Alpha Summit|the Heritage Foundation|NATO|U.S.|Norwegian|Jane Example|Minister Jane Example|President|Mr|John Sample|She|I|They|' +
  'met|met with|will meet|visited|will travel|his trip|arrived|concluded|spoke with|received|delivered a speech|press conference|signed an agreement|' +
  'attended|the two leaders|said|told reporters|did not|while|where|before|to discuss|the war in|Credit: Alpha|\u0000|\ud83d|\ude00|ﬁ|İ|ß|᾿'
).split('|');

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 90 }).map((pieces) => pieces.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 90 }).map((pieces) => pieces.join('')),
);

const DAY = /^\d{4}-\d\d-\d\d$/;

describe('whatever the text,', () => {
  it('days are days, places are codes, indices point at something, and spans stand in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = extract(text);
        const inside = (span: Span) => span.start >= 0 && span.start < span.end && span.end <= text.length;
        const day = (value: string | null) =>
          value === null || (DAY.test(value) && !Number.isNaN(Date.parse(value)));
        expect(day(found.published_on) && day(found.reference_on)).toBe(true);
        for (const visit of found.visits) {
          expect(visit.country).toMatch(/^[A-Z]{2}$/);
          expect(day(visit.start) && day(visit.end)).toBe(true);
          expect(visit.start === null || visit.end === null || visit.start <= visit.end).toBe(true);
          expect(visit.visitor).not.toBe('');
          expect(visit.evidence.length > 0 && visit.evidence.every(inside)).toBe(true);
        }
        for (const engagement of found.engagements) {
          expect(ENGAGEMENT_KINDS).toContain(engagement.kind);
          expect(day(engagement.date)).toBe(true);
          expect(engagement.period === null || /^\d{4}-\d\d$/.test(engagement.period)).toBe(true);
          expect(engagement.country === null || /^[A-Z]{2}$/.test(engagement.country)).toBe(true);
          expect(engagement.visit === null || engagement.visit < found.visits.length).toBe(true);
          expect(engagement.evidence.length > 0 && engagement.evidence.every(inside)).toBe(true);
          expect(new Set(engagement.participants).size).toBe(engagement.participants.length);
          expect(engagement.title).not.toBe('');
        }
        let last = 0;
        for (const figure of found.figures) {
          expect(inside(figure) && figure.start >= last).toBe(true);
          last = figure.end;
          expect(figure.text).toBe(text.slice(figure.start, figure.end));
          expect(Number.isFinite(figure.value)).toBe(true);
          expect(figure.unit).not.toBe('');
          expect(figure.sentence.start <= figure.start && figure.sentence.end >= figure.end).toBe(true);
          expect(figure.quote === null || figure.quote < found.quotes.length).toBe(true);
          expect(figure.engagement === null || figure.engagement < found.engagements.length).toBe(true);
          expect(day(figure.said_on)).toBe(true);
        }
        for (const quote of found.quotes) {
          expect(day(quote.said_on)).toBe(true);
          expect(quote.engagement === null || quote.engagement < found.engagements.length).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('what a text says twice over in one order it says again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(extract(text)).toEqual(extract(text));
      }),
      { numRuns: 60 },
    );
  });
});
