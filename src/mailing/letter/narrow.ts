import { type Preferences, wantsEverything } from '../../model/subscription.ts';
import type { PublicDigest } from '../../public/digest.ts';
import type { PublicQuote } from '../../public/quote.ts';
import type { DigestEntry } from '../../store/digest.ts';

/** Quotes printed in full for one reader, beside those of the stories. */
export const MOST_QUOTES = 12;

/** What one reader is told of an issue. The same parts as the issue, each only with what concerns them. */
export type NarrowIssue = Pick<
  PublicDigest,
  'id' | 'date' | 'cadence' | 'lead' | 'stories' | 'also' | 'quotes' | 'figures' | 'corrections' | 'older'
>;

/**
 * The part of an issue that concerns a reader: every story and line that has to do with any of the people, countries or
 * topics they named, and what was said that concerns them beside those stories. Null if nothing does. `load` finds quotes
 * in full, for of an issue's quotes those a reader asked for may be among the ones it does not hold.
 */
export async function narrow(
  issue: PublicDigest,
  entries: readonly DigestEntry[],
  preferences: Preferences,
  load: (ids: readonly string[]) => Promise<PublicQuote[]>,
): Promise<NarrowIssue | null> {
  const frame = { id: issue.id, date: issue.date, cadence: issue.cadence };
  // That older documents came is no reason to write to anybody.
  if (wantsEverything(preferences)) return hasNews(issue) ? issue : null;
  const wanted = new Set([
    ...preferences.people.flatMap((id) => [`speaker:${id}`, `visitor:${id}`, `person:${id}`]),
    ...preferences.countries.map((id) => `country:${id}`),
    ...preferences.topics.map((id) => `topic:${id}`),
  ]);
  const matching = entries.filter(({ keys }) => keys.split(' ').some((key) => wanted.has(key)));
  const matched = new Set(matching.map(({ noun, id }) => `${noun} ${id}`));
  const inStories = new Set(matching.flatMap(({ story }) => story ?? []));
  const lead = inStories.has(0) ? issue.lead : null;
  const stories = issue.stories.filter((_, n) => inStories.has(n + 1));
  const printed = new Set(
    [...(lead?.quotes ?? []), ...stories.flatMap(({ quotes }) => quotes)].map(({ id }) => id),
  );
  const held = new Map(issue.quotes.map((quote) => [quote.id, quote]));
  const concerning = matching
    .filter(({ noun, id }) => noun === 'quote' && !printed.has(id))
    .map(({ id }) => id);
  // In the order of the issue, which is that of their worth.
  const inOrder = [...issue.quotes.filter(({ id }) => concerning.includes(id)).map(({ id }) => id)];
  const wantedIds = [...inOrder, ...concerning.filter((id) => !held.has(id))].slice(0, MOST_QUOTES);
  const missing = wantedIds.filter((id) => !held.has(id));
  const loaded = new Map((missing.length > 0 ? await load(missing) : []).map((quote) => [quote.id, quote]));
  const narrowed: NarrowIssue = {
    ...frame,
    lead,
    stories,
    also: issue.also.flatMap(({ person, lines }) => {
      const kept = lines.filter(
        ({ noun, id }) =>
          matched.has(`${noun} ${id}`) ||
          (noun === 'document' && person !== null && wanted.has(`person:${person.id}`)),
      );
      return kept.length > 0 ? [{ person, lines: kept }] : [];
    }),
    quotes: wantedIds.flatMap((id) => held.get(id) ?? loaded.get(id) ?? []),
    figures: issue.figures.filter(
      ({ id, visit }) => matched.has(`figure ${id}`) || (visit !== null && matched.has(`visit ${visit.id}`)),
    ),
    corrections: issue.corrections.filter(({ noun, id }) => matched.has(`${noun} ${id}`)),
    older: null,
  };
  return hasNews(narrowed) ? narrowed : null;
}

const hasNews = ({ lead, stories, also, quotes, figures, corrections }: NarrowIssue): boolean =>
  lead !== null || [stories, also, quotes, figures, corrections].some((part) => part.length > 0);
