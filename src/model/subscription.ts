/** What a reader of the digest asked for. */

export type SubscriberStatus = 'pending' | 'confirmed' | 'unsubscribed';

/**
 * What a letter is to tell of: whatever concerns any of these people, countries (lower-case ISO 3166-1 alpha-2) or
 * topics. All three empty: everything.
 */
export interface Preferences {
  people: string[];
  countries: string[];
  topics: string[];
}

export interface Subscription {
  cadence: 'daily' | 'weekly';
  preferences: Preferences;
}

/** At most so many of each. */
export const MOST_FOLLOWED = 50;

export const wantsEverything = ({ people, countries, topics }: Preferences): boolean =>
  people.length + countries.length + topics.length === 0;

/** The one way to write preferences down: whoever wants the same has the same text. */
export function canonical({ people, countries, topics }: Preferences): string {
  const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort();
  return JSON.stringify({
    people: inOrder(people),
    countries: inOrder(countries),
    topics: inOrder(topics),
  });
}

export const readPreferences = (text: string): Preferences => JSON.parse(text) as Preferences;
