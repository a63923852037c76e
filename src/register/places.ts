import { once } from '../model/once.ts';
import { places } from './files.ts';
import { nameWords, slugify } from './fold.ts';

export type PlaceKind = 'country' | 'city' | 'venue';

export interface PlaceRef {
  id: string;
  name: string;
  kind: PlaceKind;
}

/** Where something was, as one document says it. */
export interface NamedPlace {
  /** ISO 3166-1 alpha-2, or null. */
  country: string | null;
  /** "Washington D.C.", or null. */
  city: string | null;
  /** "Heritage Foundation", or null. */
  place: string | null;
}

interface Known {
  id: string;
  name: string;
  country: string;
  city?: string;
  aliases?: string[];
}

/** Folded, without the article: "the Pentagon" is "Pentagon". */
function key(text: string): string {
  const words = nameWords(text);
  return (words.length > 1 && words[0] === 'the' ? words.slice(1) : words).join(' ');
}

function index(entries: readonly Known[]): Map<string, Known[]> {
  const found = new Map<string, Known[]>();
  for (const entry of entries)
    for (const text of new Set([entry.name, ...(entry.aliases ?? [])].map(key)))
      found.set(text, [...(found.get(text) ?? []), entry]);
  return found;
}

const countriesByCode = once(() => new Map(places.countries.map((entry) => [entry.code, entry])));
const countriesByName = once(() =>
  index(places.countries.map((entry) => ({ ...entry, country: entry.code }))),
);
const cities = once(() => index(places.cities));
const venues = once(() => index(places.venues));
const ids = once(
  () => new Set([...places.countries, ...places.cities, ...places.venues].map((entry) => entry.id)),
);

const ref = (entry: { id: string; name: string }, kind: PlaceKind): PlaceRef => ({
  id: entry.id,
  name: entry.name,
  kind,
});

/** The country with this ISO 3166-1 alpha-2 code, upper or lower case, or null. */
export function countryByCode(code: string): (PlaceRef & { code: string }) | null {
  const entry = countriesByCode().get(code.toUpperCase());
  return entry ? { ...ref(entry, 'country'), code: entry.code } : null;
}

/** The country of this name or alias: "the US", "Türkiye", "Holland"; or null. */
export function countryByName(name: string): (PlaceRef & { code: string }) | null {
  const [entry, ...others] = countriesByName().get(key(name)) ?? [];
  return entry && others.length === 0 ? countryByCode(entry.country) : null;
}

const known = once(
  () => new Map<string, Known>([...places.cities, ...places.venues].map((entry) => [entry.id, entry])),
);

/** Where the register has the city or venue of this id, whatever documents say of it; null for what it lacks. */
export function registeredSite(id: string): { name: string; country: string; city: PlaceRef | null } | null {
  const entry = known().get(id);
  if (entry === undefined) return null;
  const city = entry.city === undefined ? undefined : known().get(entry.city);
  return { name: entry.name, country: entry.country, city: city === undefined ? null : ref(city, 'city') };
}

/** An id for a place the register lacks: its slug, then what it lies in, so that namesakes never become one. */
function unregistered(name: string, within: string | null, kind: PlaceKind): PlaceRef | null {
  const slug = slugify(name.replace(/^the\s+/i, ''));
  if (slug === '') return null;
  const id = within === null ? slug : `${slug}-${within}`;
  return { id: ids().has(id) ? `${id}-${kind}` : id, name, kind };
}

/**
 * The city of this name, in this country where one is given. A city without a country is known only if the
 * register has one of that name. What the register lacks gets an id of its own, `springfield-us`.
 */
export function cityFor(name: string, country: string | null): PlaceRef | null {
  const code = country?.toUpperCase() ?? null;
  const found = (cities().get(key(name)) ?? []).filter((city) => code === null || city.country === code);
  if (found.length === 1 && found[0]) return ref(found[0], 'city');
  return unregistered(name, code?.toLowerCase() ?? null, 'city');
}

/** The venue of this name; several buildings of one name are told apart by their city and country. */
function venueFor(name: string, city: PlaceRef | null, country: string | null): PlaceRef | null {
  const fits = (venue: Known): boolean => {
    if (country !== null && venue.country !== country) return false;
    if (venue.city === undefined || venue.city === city?.id) return true;
    // Without a city only the proper name is enough: "Presidential Palace" alone is anywhere.
    return city === null && key(venue.name) === key(name);
  };
  const found = (venues().get(key(name)) ?? []).filter(fits);
  if (found.length === 1 && found[0]) return ref(found[0], 'venue');
  return unregistered(name, city?.id ?? country?.toLowerCase() ?? null, 'venue');
}

/** Country, city and venue of something, each with its id, or null where the document does not say. */
export function placesFor(named: NamedPlace): {
  country: (PlaceRef & { code: string }) | null;
  city: PlaceRef | null;
  place: PlaceRef | null;
} {
  const country = named.country === null ? null : countryByCode(named.country);
  const city = named.city === null ? null : cityFor(named.city, country?.code ?? null);
  return {
    country,
    city,
    place: named.place === null ? null : venueFor(named.place, city, country?.code ?? null),
  };
}

/** A place as somebody typing it may mean it. */
export interface CalledPlace {
  /** Everything it is called, countries also by their people ("Swedish"). */
  names: string[];
  /** ISO 3166-1 alpha-2, in small letters; of a city or venue those it may lie in. */
  countries: string[];
  cities: string[];
  venues: string[];
  kind: PlaceKind;
  /** False where only its people were named. */
  named: boolean;
}

const byPeople = once(() =>
  index(
    places.countries.flatMap((entry) =>
      (entry.people ?? []).map((name) => ({ id: entry.id, name, country: entry.code })),
    ),
  ),
);

/** The country, city or venue of this name; unlike `placesFor`, all that may be meant; null where the register has none. */
export function placeCalled(name: string): CalledPlace | null {
  const sought = key(name);
  const called = (found: readonly Known[]) => found.flatMap((it) => [it.name, ...(it.aliases ?? [])]);
  const countries = (found: readonly Known[]) => [...new Set(found.map((it) => it.country.toLowerCase()))];
  const idsOf = (found: readonly Known[]) => found.map(({ id }) => id);
  const none = { cities: [], venues: [], named: true };
  const country = countriesByName().get(sought) ?? byPeople().get(sought);
  if (country !== undefined) {
    const entries = country.flatMap((it) => countriesByCode().get(it.country) ?? []);
    return {
      ...none,
      kind: 'country',
      names: entries.flatMap((it) => [it.name, ...(it.aliases ?? []), ...(it.people ?? [])]),
      countries: countries(country),
      named: countriesByName().has(sought),
    };
  }
  const city = cities().get(sought);
  if (city !== undefined)
    return { ...none, kind: 'city', names: called(city), countries: countries(city), cities: idsOf(city) };
  const venue = venues().get(sought);
  if (venue === undefined) return null;
  return { ...none, kind: 'venue', names: called(venue), countries: countries(venue), venues: idsOf(venue) };
}
