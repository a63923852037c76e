import type { ExtractedQuote, ExtractHints, Extraction } from '../model/extraction.ts';
import { dateDocument } from './dates/document.ts';
import { readFigures } from './figures/read.ts';
import type { Reading } from './reading.ts';
import { placeQuotes, readEvents } from './refine/events.ts';

/** What a text says besides who said what. */
export type Facts = Pick<
  Extraction,
  'published_on' | 'reference_on' | 'people' | 'quotes' | 'visits' | 'engagements' | 'figures'
>;

/** The days of the document itself, from the text and, where it is silent, from `hints`. */
export function daysOf(
  reading: Reading,
  hints: ExtractHints,
): Pick<Extraction, 'published_on' | 'reference_on'> {
  const day = dateDocument(reading.text, reading.paragraphs);
  return {
    published_on: day.published_on ?? hints.published_on ?? null,
    reference_on: day.published_on ?? day.reference_on ?? hints.published_on ?? null,
  };
}

/** Reads visits, engagements and figures, and places every quote and figure on the occasion it was said. */
export function readFacts(
  reading: Reading,
  attributed: readonly ExtractedQuote[],
  { published_on, reference_on }: ReturnType<typeof daysOf>,
): Facts {
  const events = readEvents(reading, attributed, reference_on);
  const quotes = placeQuotes(events, attributed);
  const figures = readFigures(reading, quotes, events.occasions, events.scene.tokens, events.scene.times);
  const named = new Set([
    ...events.visits.map((visit) => visit.visitor),
    ...events.engagements.flatMap((engagement) => engagement.participants),
  ]);
  // Those met only with a title count as people of the text when something is told of them.
  const people = events.scene.people.filter(
    (person, index) => index < reading.people.length || named.has(person.name),
  );
  const { visits, engagements } = events;
  return { published_on, reference_on, people, quotes, visits, engagements, figures };
}
