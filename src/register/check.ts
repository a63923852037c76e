import * as v from 'valibot';
import type { OfficesFile, PersonEntry, PlacesFile, TopicEntry } from './entries.ts';
import { nameWords } from './fold.ts';
import { surnamesOf } from './people.ts';

/** The four files of `corpus/` that make the register, as parsed from JSON. */
export interface RegisterFiles {
  people: unknown;
  places: unknown;
  offices: unknown;
  topics: unknown;
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const texts = v.array(text);
const slug = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u, 'must be a slug: words, digits, hyphens'),
);
const code = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code'));
const roughDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD'),
);

const roleSchema = v.strictObject({
  title: text,
  organisation: text,
  country: v.optional(code),
  from: v.nullable(roughDay),
  to: v.nullable(roughDay),
});
const personSchema = v.strictObject({
  id: slug,
  wikidata: v.optional(
    v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/, 'must be an item of Wikidata, Q and a number')),
  ),
  name: text,
  gender: v.picklist(['f', 'm']),
  country: code,
  surnames: v.optional(texts),
  aliases: v.optional(texts),
  namesakes: v.optional(v.boolean()),
  roles: v.pipe(v.array(roleSchema), v.minLength(1)),
});
const placesSchema = v.strictObject({
  countries: v.array(
    v.strictObject({ code, id: slug, name: text, aliases: v.optional(texts), people: v.optional(texts) }),
  ),
  cities: v.array(v.strictObject({ id: slug, name: text, country: code, aliases: v.optional(texts) })),
  venues: v.array(
    v.strictObject({
      id: slug,
      name: text,
      city: v.optional(slug),
      country: code,
      aliases: v.optional(texts),
    }),
  ),
});
const officesSchema = v.strictObject({
  organisations: v.array(
    v.strictObject({
      name: text,
      within: v.optional(text),
      country: v.optional(code),
      seat: v.optional(v.boolean()),
      aliases: texts,
    }),
  ),
  titles: v.array(v.strictObject({ title: text, head: v.optional(v.boolean()), aliases: texts })),
  bare: texts,
  anyHead: texts,
  former: texts,
  ignored: texts,
  courtesy: texts,
});
const topicsSchema = v.array(
  v.strictObject({ id: slug, name: text, terms: v.pipe(v.array(text), v.minLength(1)) }),
);

function shapeProblems(file: string, schema: v.GenericSchema, value: unknown): string[] {
  const result = v.safeParse(schema, value);
  return result.success
    ? []
    : result.issues.map(
        (issue) => `corpus/${file}: ${v.getDotPath(issue) ?? 'whole file'}: ${issue.message}`,
      );
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}

const key = (name: string): string => nameWords(name).join(' ');

function peopleProblems(people: PersonEntry[], countries: Set<string>, offices: OfficesFile): string[] {
  const titles = new Set(offices.titles.flatMap((entry) => [entry.title, ...entry.aliases]).map(key));
  const organisations = new Set(offices.organisations.map((entry) => entry.name));
  return people.flatMap((person) => {
    const at = `corpus/people.json: ${person.id}`;
    const found: string[] = [];
    if (!countries.has(person.country)) found.push(`${at}: no country ${person.country} in places.json`);
    if (surnamesOf(person).length === 0) found.push(`${at}: no surname`);
    for (const role of person.roles) {
      if (role.from !== null && role.to !== null && role.to < role.from.slice(0, role.to.length))
        found.push(`${at}: ${role.title} ends (${role.to}) before it begins (${role.from})`);
      if (!titles.has(key(role.title))) found.push(`${at}: title "${role.title}" is not in offices.json`);
      if (role.country !== undefined && !countries.has(role.country))
        found.push(`${at}: no country ${role.country} in places.json`);
      if (role.country === undefined && !organisations.has(role.organisation))
        found.push(`${at}: organisation "${role.organisation}" is not in offices.json`);
    }
    return found;
  });
}

function placeProblems(places: PlacesFile, countries: Set<string>): string[] {
  const cities = new Map(places.cities.map((city) => [city.id, city]));
  const ids = [...places.countries, ...places.cities, ...places.venues].map((entry) => entry.id);
  const codes = places.countries.map((entry) => entry.code);
  return [
    ...repeated(ids).map((id) => `corpus/places.json: ${id}: two places have this id`),
    ...repeated(codes).map((twice) => `corpus/places.json: ${twice}: two countries have this code`),
    ...[...places.cities, ...places.venues]
      .filter((entry) => !countries.has(entry.country))
      .map((entry) => `corpus/places.json: ${entry.id}: no country ${entry.country}`),
    ...places.venues
      .filter((venue) => venue.city !== undefined && cities.get(venue.city)?.country !== venue.country)
      .map((venue) => `corpus/places.json: ${venue.id}: no city ${venue.city} in ${venue.country}`),
  ];
}

function topicProblems(topics: TopicEntry[]): string[] {
  return [
    ...repeated(topics.map((topic) => topic.id)).map(
      (id) => `corpus/topics.json: ${id}: two topics have this id`,
    ),
    ...topics.flatMap((topic) =>
      topic.terms
        .filter((term) => nameWords(term).length === 0 || term.slice(0, -1).includes('*'))
        .map((term) => `corpus/topics.json: ${topic.id}: "${term}" is not words with at most a * at the end`),
    ),
    ...topics.flatMap((topic) =>
      topic.terms
        .filter((term) => term.endsWith('*') && (nameWords(term).at(-1) ?? '').length < 3)
        .map((term) => `corpus/topics.json: ${topic.id}: "${term}" stands for too many words`),
    ),
  ];
}

/**
 * Everything that is wrong with a register, one sentence each, naming file, entry and field; empty if nothing is.
 * Checks shapes first, and what the files say of one another only where the shapes are right.
 */
export function registerProblems(files: RegisterFiles): string[] {
  const shapes = [
    ...shapeProblems('people.json', v.array(personSchema), files.people),
    ...shapeProblems('places.json', placesSchema, files.places),
    ...shapeProblems('offices.json', officesSchema, files.offices),
    ...shapeProblems('topics.json', topicsSchema, files.topics),
  ];
  if (shapes.length > 0) return shapes;
  const people = files.people as PersonEntry[];
  const places = files.places as PlacesFile;
  const countries = new Set(places.countries.map((entry) => entry.code));
  return [
    ...repeated(people.map((person) => person.id)).map(
      (id) => `corpus/people.json: ${id}: two people have this id`,
    ),
    ...peopleProblems(people, countries, files.offices as OfficesFile),
    ...placeProblems(places, countries),
    ...topicProblems(files.topics as TopicEntry[]),
  ];
}
