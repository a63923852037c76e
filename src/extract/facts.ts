import type { ExtractedQuote, ExtractHints, Extraction } from '../model/extraction.ts';
import { dateDocument } from './dates/document.ts';
import { placeQuotes, readEvents } from './events/read.ts';
import { readFigures } from './figures/read.ts';
import type { Reading } from './reading.ts';

/** What a text says besides who said what. */
export type Facts = Pick<
  Extraction,
  'published_on' | 'reference_on' | 'people' | 'quotes' | 'visits' | 'engagements' | 'figures'
>;

/** Reads days, visits, engagements and figures, and places every quote and figure on the occasion it was said. */
export function readFacts(
  reading: Reading,
  attributed: readonly ExtractedQuote[],
  hints: ExtractHints,
): Facts {
  const day = dateDocument(reading.text, reading.paragraphs);
  const published_on = day.published_on ?? hints.published_on ?? null;
  const reference_on = day.published_on ?? day.reference_on ?? hints.published_on ?? null;
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
