import { type Preferences, wantsEverything } from '../../model/subscription.ts';
import type { PublicDigest } from '../../public/digest.ts';
import type { PublicQuote } from '../../public/quote.ts';
import type { DigestEntry } from '../../store/digest.ts';

/** Quotes printed in full for one reader. */
export const MOST_QUOTES = 12;

/** What one reader is told of an issue. The same parts as the issue, each only with what concerns them. */
export type NarrowIssue = Pick<
  PublicDigest,
  | 'id'
  | 'date'
  | 'cadence'
  | 'visits'
  | 'engagements'
  | 'quotes'
  | 'more'
  | 'figures'
  | 'corrections'
  | 'archive'
  | 'not_shown'
>;

/**
 * The part of an issue that concerns a reader: every entry that has to do with any of the people, countries or topics
 * they named; a visit brings its engagements and figures along. Null if nothing does. `load` finds quotes in full, for of
 * an issue's quotes those a reader asked for may be among the ones it only names.
 */
export async function narrow(
  issue: PublicDigest,
  entries: readonly DigestEntry[],
  preferences: Preferences,
  load: (ids: readonly string[]) => Promise<PublicQuote[]>,
): Promise<NarrowIssue | null> {
  if (wantsEverything(preferences)) return issue;
  const wanted = new Set([
    ...preferences.people.flatMap((id) => [`speaker:${id}`, `visitor:${id}`, `person:${id}`]),
    ...preferences.countries.map((id) => `country:${id}`),
    ...preferences.topics.map((id) => `topic:${id}`),
  ]);
  const keysOf = new Map(entries.map(({ noun, id, keys }) => [`${noun} ${id}`, keys.split(' ')]));
  const matches = (noun: string, id: string) =>
    keysOf.get(`${noun} ${id}`)?.some((key) => wanted.has(key)) ?? false;

  const visits = issue.visits.flatMap((visit) => {
    if (matches('visit', visit.id)) return [visit];
    const engagements = visit.engagements.filter(({ id }) => matches('engagement', id));
    return engagements.length > 0 ? [{ ...visit, engagements }] : [];
  });
  const wholeVisits = new Set(issue.visits.filter(({ id }) => matches('visit', id)).map(({ id }) => id));
  const inFull = issue.quotes.filter(({ id }) => matches('quote', id));
  const named = issue.more.filter(({ id }) => matches('quote', id));
  const missing = named.slice(0, Math.max(0, MOST_QUOTES - inFull.length)).map(({ id }) => id);
  const loaded = missing.length > 0 ? await load(missing) : [];
  const printed = new Set(missing);
  const narrowed: NarrowIssue = {
    id: issue.id,
    date: issue.date,
    cadence: issue.cadence,
    visits,
    engagements: issue.engagements.filter(({ id }) => matches('engagement', id)),
    quotes: [...inFull, ...loaded],
    more: named.filter(({ id }) => !printed.has(id)),
    figures: issue.figures.filter(
      ({ id, visit }) => matches('figure', id) || (visit !== null && wholeVisits.has(visit.id)),
    ),
    corrections: issue.corrections.filter(({ noun, id }) => matches(noun, id)),
    archive: null,
    not_shown: 0,
  };
  const told = [
    narrowed.visits,
    narrowed.engagements,
    narrowed.quotes,
    narrowed.more,
    narrowed.figures,
    narrowed.corrections,
  ];
  return told.every((part) => part.length === 0) ? null : narrowed;
}
