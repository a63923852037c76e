import type { Day, ExtractedQuote } from '../../model/extraction.ts';
import type { Scene } from '../analysis/scene.ts';
import type { Telling } from '../frames/telling.ts';
import type { Merged } from './merge.ts';

/** The occasion of a transcript as its heading tells it; null for other documents. */
export function headedTelling({ reading, sentences, reference }: Scene): Telling | null {
  const { heading } = reading;
  if (heading === null || heading.occasion === null) return null;
  const sentence = sentences.findIndex(
    (one) => one.start <= heading.span.start && one.end > heading.span.start,
  );
  if (sentence < 0) return null;
  const date: Day | null = heading.day ?? reference;
  return {
    rule: 'heading.occasion',
    start: heading.span.start,
    end: heading.span.end,
    kind: heading.occasion,
    date,
    until: null,
    period: null,
    place: heading.remote ? null : heading.place,
    city: heading.remote ? null : heading.city,
    country: heading.remote ? null : heading.country,
    people: [...heading.people],
    held: true,
    sentence,
    inherited: false,
    speaking: true,
    name: null,
    evidence: heading.span,
    joins: false,
    hosted: false,
    quoted: false,
    more: false,
  };
}

/** Which engagement the heading of a transcript became, and its day: the occasion of every turn in it. */
export function headedOccasion(
  telling: Telling | null,
  merged: readonly Merged[],
): { engagement: number; said_on: Day | null } | null {
  if (telling === null) return null;
  const engagement = merged.findIndex((one) => one.tellings.includes(telling));
  return engagement < 0 ? null : { engagement, said_on: telling.date };
}

/** Words spoken in a transcript rather than quoted in it. */
export const isTurn = (quote: ExtractedQuote): boolean => quote.attribution.cue === 'transcript';
