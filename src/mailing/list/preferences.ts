import { sha256 } from '../../model/id.ts';
import { canonical, MOST_FOLLOWED, type Preferences, wantsEverything } from '../../model/subscription.ts';
import { places, topics } from '../../register/files.ts';
import { listed } from '../../wording/line.ts';

/** Preferences as a row holds them: in the one way to write them, with its hash. */
export async function keptPreferences(
  given: Preferences,
): Promise<{ preferences: string; preferences_key: string }> {
  const preferences = canonical(given);
  return { preferences, preferences_key: (await sha256(preferences)).slice(0, 24) };
}

const PERSON = /^[\p{Ll}\p{Lo}\p{Lm}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{N}_-]{0,99}$/u;
const countryNames = new Map(places.countries.map(({ code, name }) => [code.toLowerCase(), name]));
const topicNames = new Map(topics.map(({ id, name }) => [id, name]));

/** What can be followed, in the order to show it. */
export const COUNTRIES: readonly { id: string; name: string }[] = [...countryNames]
  .map(([id, name]) => ({ id, name }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));
export const TOPICS: readonly { id: string; name: string }[] = [...topicNames]
  .map(([id, name]) => ({ id, name }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

export interface Flaw {
  parameter: 'people' | 'countries' | 'topics';
  detail: string;
}

/** Reads lists of ids; says what is wrong with them, or gives the preferences with countries in small letters. */
export function readFollowed(given: Preferences): { preferences: Preferences } | { flaws: Flaw[] } {
  const flaws: Flaw[] = [];
  const read = (parameter: Flaw['parameter'], ids: string[], fits: (id: string) => boolean, what: string) => {
    if (ids.length > MOST_FOLLOWED)
      flaws.push({ parameter, detail: `\`${parameter}\` takes at most ${MOST_FOLLOWED}` });
    const wrong = ids.find((id) => !fits(id));
    if (wrong !== undefined)
      flaws.push({ parameter, detail: `\`${parameter}\`: \`${wrong.slice(0, 60)}\` is no ${what}` });
    return ids;
  };
  const preferences = {
    people: read('people', given.people, (id) => PERSON.test(id), 'id of a person'),
    countries: read(
      'countries',
      given.countries.map((code) => code.toLowerCase()),
      (code) => countryNames.has(code),
      'country of two letters (ISO 3166-1)',
    ),
    topics: read('topics', given.topics, (id) => topicNames.has(id), 'topic; `/v1/topics` lists them'),
  };
  return flaws.length > 0 ? { flaws } : { preferences };
}

/** "everything", or "Jane Example, Norway and Transport". `names`: of people; those without one are counted, not named. */
export function preferencesInWords(preferences: Preferences, names: ReadonlyMap<string, string>): string {
  if (wantsEverything(preferences)) return 'everything';
  const strangers = preferences.people.filter((id) => !names.has(id)).length;
  return listed([
    ...preferences.people.flatMap((id) => names.get(id) ?? []),
    ...(strangers > 0 ? [strangers === 1 ? 'one more person' : `${strangers} more people`] : []),
    ...preferences.countries.map((id) => countryNames.get(id) ?? id.toUpperCase()),
    ...preferences.topics.map((id) => topicNames.get(id) ?? id),
  ]);
}
