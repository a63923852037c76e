import { once } from '../model/once.ts';
import { position } from '../model/register.ts';
import type { PersonEntry } from './entries.ts';
import { people } from './files.ts';
import { nameWords } from './fold.ts';
import { officeAgrees, officeLength, readOffice, type StatedOffice, saysSomething } from './offices.ts';

/** Somebody as one document names them. */
export interface NamedPerson {
  /** The fullest form the document has: "Jens Stoltenberg", "Stoltenberg", "President Biden". */
  name: string;
  /** What the document says of their office, "the Norwegian" included. */
  roles: readonly { title: string; organisation: string | null }[];
  /** `YYYY-MM-DD` the document is about, or null where it does not say. */
  day: string | null;
}

export interface PersonRef {
  id: string;
  name: string;
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** First and last names alone: no initials in the middle, no "Jr", no "III". */
function barest(words: string[]): string {
  const kept = words.filter((word) => !SUFFIXES.has(word));
  return kept.filter((word, at) => at === 0 || at === kept.length - 1 || word.length > 1).join(' ');
}

/** What stands for this person without a first name. */
export function surnamesOf(person: PersonEntry): string[] {
  if (person.surnames) return person.surnames;
  const last = person.name.split(' ').at(-1);
  return last === undefined ? [] : [last];
}

/** Every full form of the name: as entered, the aliases, and the first names with each spelling of the surname. */
export function fullNamesOf(person: PersonEntry): string[] {
  const [main, ...spellings] = surnamesOf(person);
  const names = [person.name, ...(person.aliases ?? [])];
  if (main !== undefined && person.name.endsWith(` ${main}`)) {
    const first = person.name.slice(0, -main.length);
    names.push(...spellings.map((spelling) => first + spelling));
  }
  return [...new Set(names)];
}

function index(keysOf: (person: PersonEntry) => string[]): Map<string, PersonEntry[]> {
  const found = new Map<string, PersonEntry[]>();
  for (const person of people)
    for (const key of new Set(keysOf(person))) found.set(key, [...(found.get(key) ?? []), person]);
  return found;
}

const joined = (name: string): string => nameWords(name).join(' ');
const byId = once(() => new Map(people.map((person) => [person.id, person])));
const byName = once(() => index((person) => fullNamesOf(person).map(joined)));
const byBarestName = once(() =>
  index((person) => fullNamesOf(person).map((name) => barest(nameWords(name)))),
);
const bySurname = once(() => index((person) => surnamesOf(person).map(joined)));

/** The entry with this id, or null. */
export function registeredPerson(id: string): PersonEntry | null {
  return byId().get(id) ?? null;
}

function holds(person: PersonEntry, stated: StatedOffice, day: string | null): boolean {
  return person.roles.some((role) => {
    if (!officeAgrees(stated, role, person.country)) return false;
    // Without a day only an office that names its organisation or country tells one holder from another.
    if (day === null) return stated.organisations.size + stated.countries.size > 0;
    const where = position(role, day);
    const onlyNationality = stated.titles.size + stated.bare.size + stated.organisations.size === 0;
    return where === 0 || (where === 1 && (stated.former || (onlyNationality && !stated.anyHead)));
  });
}

function theOnly(found: PersonEntry[]): PersonRef | null {
  const [person, ...others] = found;
  return person && others.length === 0 ? { id: person.id, name: person.name } : null;
}

/**
 * Who in the register this is, or null if nobody is, or if it could be several.
 *
 * A full name joins by equality of the folded name or an alias (initials and "Jr" aside), for names that others
 * in the news bear only when an office agrees. A surname alone joins only when an office agrees that the person
 * held on that day: title, organisation or nationality. Nobody is guessed.
 */
export function resolvePerson({ name, roles, day }: NamedPerson): PersonRef | null {
  const all = nameWords(name);
  const offices = roles.map((role) => readOffice(nameWords(`${role.title} ${role.organisation ?? ''}`)));
  const agreeing = (found: PersonEntry[], stated: StatedOffice[]): PersonEntry[] =>
    found.filter((person) => stated.some((office) => saysSomething(office) && holds(person, office, day)));
  const full = (words: string[], stated: StatedOffice[]): PersonEntry[] => {
    const found = byName().get(words.join(' ')) ?? byBarestName().get(barest(words)) ?? [];
    const agree = agreeing(found, stated);
    return agree.length > 0 ? agree : found.filter((person) => !person.namesakes);
  };

  const whole = theOnly(full(all, offices));
  if (whole) return whole;
  const cut = officeLength(all);
  const words = all.slice(cut);
  const stated = cut > 0 ? [readOffice(all.slice(0, cut)), ...offices] : offices;
  const titled = cut > 0 ? full(words, stated) : [];
  if (titled.length > 0) return theOnly(titled);
  return theOnly(agreeing(bySurname().get(words.join(' ')) ?? [], stated));
}

/**
 * Id and name for somebody the register does not know: the slug of the name, without courtesy or office in
 * front. Where the register has another person under that id (an unidentified namesake), `-other` is added, so
 * that the two never become one.
 */
export function unregisteredPerson(name: string): PersonRef | null {
  const words = nameWords(name);
  const id = words.slice(officeLength(words)).join('-');
  if (id === '') return null;
  return { id: byId().has(id) ? `${id}-other` : id, name };
}
