import type { ExtractedQuote, ExtractHints, Extraction } from '../model/extraction.ts';
import { languageOf } from '../model/language.ts';
import type { Register } from '../model/register.ts';
import { daysOf, readFacts } from './facts.ts';
import { keyScores } from './key.ts';
import { recogniseHolders } from './people/known.ts';
import { publisherOf } from './publisher.ts';
import { readText } from './read.ts';
import { attribute } from './speakers/attribute.ts';

/**
 * Reads one text and says what it says: who said what, verbatim, where and when, and which figures it states.
 * Pure and deterministic; time in proportion to the length of the text. What `hints` know counts only where the text
 * itself is silent. `register` says who held which office when; without it people are told by the text alone.
 */
export function extract(
  text: string,
  hints: ExtractHints = {},
  register: Register | null = null,
): Extraction {
  const pass = readText(text, register);
  const { reading } = pass;
  const days = daysOf(reading, hints);
  if ((hints.lang ?? languageOf(text)) !== 'en') return unread(hints, publisherOf(text), reading.kind, days);
  if (register !== null) reading.people = recogniseHolders(reading.people, text, days.reference_on, register);
  const quotes: ExtractedQuote[] = attribute(pass);
  // Words that are never published are not missed, and are not the first to be said.
  const publishable = quotes.filter((quote) => quote.certain);
  const keys = keyScores(publishable);
  publishable.forEach((quote, i) => {
    quote.key = keys[i]!;
  });
  const title = reading.paragraphs.find((p) => p.kind === 'title');
  const facts = readFacts(reading, quotes, days);
  // Those met only with a title are known when what they did has been read.
  if (register !== null)
    facts.people = facts.people.map((person) =>
      person.known === undefined ? recogniseHolders([person], text, days.reference_on, register)[0]! : person,
    );
  return {
    kind: reading.kind,
    title:
      title === undefined ? (hints.title ?? null) : text.slice(title.start, title.end).replace(/\s+/g, ' '),
    publisher: publisherOf(text) ?? hints.publisher ?? null,
    ...facts,
  };
}

/** Of a text in a language whose grammar is not known here nothing is said but what stands on its cover. */
const unread = (
  hints: ExtractHints,
  publisher: string | null,
  kind: Extraction['kind'],
  { published_on, reference_on }: Pick<Extraction, 'published_on' | 'reference_on'>,
): Extraction => ({
  kind,
  title: hints.title ?? null,
  publisher: publisher ?? hints.publisher ?? null,
  published_on,
  reference_on,
  people: [],
  quotes: [],
  visits: [],
  engagements: [],
  figures: [],
});
