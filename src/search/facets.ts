import { dayOf } from '../model/order.ts';
import { STATED } from '../model/periods.ts';
import { registeredPerson } from '../register/people.ts';
import { countryByCode } from '../register/places.ts';
import type { Found } from '../store/search.ts';

interface Counted {
  id: string;
  name: string | null;
  count: number;
}

/** How the candidates of a search divide; at most 20 of each kind, the most frequent first. */
export interface Facets {
  speaker: Counted[];
  country: Counted[];
  year: { id: string; count: number }[];
}

const MOST = 20;
const SPEAKERS = /^(?:speaker|visitor|person):/;

/** Each candidate counts once for everybody who speaks or takes part in it, each country and its year. */
export function facetsOf(candidates: readonly Found[]): Facets {
  const speakers = new Map<string, number>();
  const countries = new Map<string, number>();
  const years = new Map<string, number>();
  const names = new Map<string, string>();
  const add = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { keys, ord, speaker } of candidates) {
    if (speaker !== null) {
      const { id, name } = JSON.parse(speaker) as { id: string; name: string };
      names.set(id, name);
    }
    for (const key of keys.split(' ')) {
      const id = key.slice(key.indexOf(':') + 1);
      if (SPEAKERS.test(key)) add(speakers, id);
      else if (key.startsWith('country:')) add(countries, id);
    }
    const day = dayOf(ord);
    if (day !== null && keys.split(' ').includes(STATED)) add(years, day.slice(0, 4));
  }
  return {
    speaker: most(speakers).map(({ id, count }) => ({
      id,
      name: names.get(id) ?? registeredPerson(id)?.name ?? nameIn(candidates, id),
      count,
    })),
    country: most(countries).map(({ id, count }) => ({ id, name: countryByCode(id)?.name ?? null, count })),
    year: most(years).sort((a, b) => (a.id < b.id ? 1 : -1)),
  };
}

/** The name that one of the entries has for an id, where it takes part without being the speaker. */
function nameIn(candidates: readonly Found[], id: string): string | null {
  const named = `{"id":"${id}","name":`;
  const body = candidates.find((it) => it.body?.includes(named))?.body ?? '';
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(body.slice(body.indexOf(named) + named.length));
  return quoted && (JSON.parse(quoted[0]) as string);
}

const most = (counts: Map<string, number>) =>
  [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
