import type { Extraction } from '../model/extraction.ts';

/**
 * What `extract` prints of one file, keys and their order as in the contract. Quotes whose beginning or end is a
 * guess are left out: such words are not published anywhere.
 */
export function extractLine(file: string, found: Extraction) {
  return {
    file,
    title: found.title,
    publisher: found.publisher,
    published_on: found.published_on,
    quotes: found.quotes
      .filter((quote) => quote.certain)
      .map(({ text, start, end, speaker, group, key }) => ({ text, start, end, speaker, group, key })),
    visits: found.visits.map(({ visitor, country, cities, start, end, status }) => ({
      visitor,
      country,
      cities,
      start,
      end,
      status,
    })),
    engagements: found.engagements.map(({ kind, date, place, city, country, participants, status }) => ({
      kind,
      date,
      place,
      city,
      country,
      participants,
      status,
    })),
    figures: found.figures.map(({ text, value, unit }) => ({ text, value, unit })),
  };
}
