import { findPeople } from '../mailing/list/find-people.ts';
import { readFollowed } from '../mailing/list/preferences.ts';
import type { Subscription } from '../model/subscription.ts';
import { listed } from '../wording/line.ts';
import type { Filled } from './form.tsx';

/** What was typed into the form, for showing it again. */
export function filledFrom(fields: ReadonlyMap<string, readonly string[]>): Filled {
  const [cadence] = fields.get('cadence') ?? [];
  return {
    email: fields.get('email')?.[0]?.slice(0, 320) ?? '',
    cadence: cadence === 'weekly' ? 'weekly' : 'daily',
    people: fields.get('people')?.[0]?.slice(0, 3000) ?? '',
    countries: fields.get('countries') ?? [],
    topics: fields.get('topics') ?? [],
  };
}

/** The subscription that a form asks for, or what is wrong with it, in sentences. `already`: ids followed before. */
export async function readSubscription(
  db: D1Database,
  filled: Filled,
  already: readonly string[] = [],
): Promise<{ subscription: Subscription } | { flaws: string[] }> {
  const { ids, unknown } = await findPeople(db, filled.people, already);
  const flaws = unknown.length > 0 ? [`Nobody on record is called ${listed(unknown.slice(0, 5))}.`] : [];
  const read = readFollowed({ people: ids, countries: [...filled.countries], topics: [...filled.topics] });
  if ('flaws' in read) flaws.push(...read.flaws.map(({ detail }) => `${detail.replaceAll('`', '')}.`));
  if (flaws.length > 0 || !('preferences' in read)) return { flaws };
  return { subscription: { cadence: filled.cadence, preferences: read.preferences } };
}
