import { once } from '../model/once.ts';
import type { RoleEntry } from './entries.ts';
import { offices, people, places } from './files.ts';
import { nameWords } from './fold.ts';

/** An office as a text states it, taken apart into what can be compared. */
export interface StatedOffice {
  /** Canonical titles the words may mean: "top diplomat" is several. */
  titles: Set<string>;
  /** "Secretary", "Minister": titles that say only part of one. */
  bare: Set<string>;
  /** "head", "chief", "leader" of something. */
  anyHead: boolean;
  /** Names of organisations. */
  organisations: Set<string>;
  /** ISO 3166-1 alpha-2. */
  countries: Set<string>;
  former: boolean;
  /** Words the register has no meaning for; with any of these nothing agrees. */
  unknown: string[];
}

interface Meaning {
  titles: string[];
  bare?: string;
  anyHead?: boolean;
  organisation?: string;
  country?: string;
  former?: boolean;
}

const key = (text: string): string => nameWords(text).join(' ');

function buildPhrases(): Map<string, Meaning> {
  const phrases = new Map<string, Meaning>();
  const meaningOf = (text: string): Meaning => {
    const found = phrases.get(key(text)) ?? { titles: [] };
    phrases.set(key(text), found);
    return found;
  };
  for (const country of places.countries)
    for (const text of [country.name, ...(country.aliases ?? []), ...(country.people ?? [])])
      meaningOf(text).country = country.code;
  for (const organisation of offices.organisations)
    for (const text of [organisation.name, ...organisation.aliases])
      meaningOf(text).organisation = organisation.name;
  for (const entry of offices.titles)
    for (const text of [entry.title, ...entry.aliases]) meaningOf(text).titles.push(entry.title);
  for (const text of offices.bare) meaningOf(text).bare = key(text);
  for (const text of offices.anyHead) meaningOf(text).anyHead = true;
  for (const text of offices.former) meaningOf(text).former = true;
  for (const text of [...offices.ignored, ...offices.courtesy]) meaningOf(text);
  return phrases;
}

const phrases = once(() => {
  const meanings = buildPhrases();
  return { meanings, longest: Math.max(...[...meanings.keys()].map((phrase) => phrase.split(' ').length)) };
});
const heads = once(() => new Set(offices.titles.filter((entry) => entry.head).map((entry) => entry.title)));
const organisations = once(() => new Map(offices.organisations.map((entry) => [entry.name, entry])));

/** The longest known phrase at the front of `words`, or null. */
function phraseAt(words: string[], at: number): { length: number; meaning: Meaning } | null {
  const { meanings, longest } = phrases();
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const meaning = meanings.get(words.slice(at, at + length).join(' '));
    if (meaning) return { length, meaning };
  }
  return null;
}

/** Reads the words of an office: "U.S. Defense Secretary", "head of NATO", "the Norwegian". */
export function readOffice(words: string[]): StatedOffice {
  const office: StatedOffice = {
    titles: new Set(),
    bare: new Set(),
    anyHead: false,
    organisations: new Set(),
    countries: new Set(),
    former: false,
    unknown: [],
  };
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at);
    if (!found) {
      office.unknown.push(words[at] ?? '');
      at += 1;
      continue;
    }
    at += found.length;
    const { meaning } = found;
    for (const title of meaning.titles) office.titles.add(title);
    if (meaning.bare) office.bare.add(meaning.bare);
    if (meaning.anyHead) office.anyHead = true;
    if (meaning.organisation) office.organisations.add(meaning.organisation);
    if (meaning.country) office.countries.add(meaning.country);
    if (meaning.former) office.former = true;
  }
  return office;
}

/** True if the words say something of an office, a country or an organisation that the register knows. */
export function saysSomething(office: StatedOffice): boolean {
  return (
    office.titles.size + office.bare.size + office.organisations.size + office.countries.size > 0 ||
    office.anyHead
  );
}

/** The canonical titles of each title that somebody in the register holds. */
const heldTitles = once(() => {
  const { meanings } = phrases();
  const held = people.flatMap((person) => person.roles.map((role) => role.title));
  return new Map([...new Set(held)].map((title) => [title, meanings.get(key(title))?.titles ?? []]));
});

function titleAgrees(stated: StatedOffice, role: RoleEntry): boolean {
  const held = heldTitles().get(role.title) ?? [];
  if (held.some((title) => stated.titles.has(title))) return true;
  // A bare "Secretary" may be any secretary, but a bare "Minister" is no prime or deputy minister.
  const words = nameWords(role.title);
  if (stated.titles.size === 0 && [...stated.bare].some((word) => words.includes(word)))
    return !words.some((word) => word === 'deputy' || word === 'vice' || word === 'prime');
  const somewhere = stated.organisations.size + stated.countries.size > 0;
  // The head of the Pentagon is not the head of the state that it is an authority of; that of the Kremlin is.
  const ofThat = [...stated.organisations].every(
    (name) => isHeldAt(name, role) || organisations().get(name)?.seat === true,
  );
  if (stated.anyHead && somewhere && ofThat) return held.some((title) => heads().has(title));
  return false;
}

const isHeldAt = (name: string, role: RoleEntry): boolean =>
  name === role.organisation || organisations().get(role.organisation)?.within === name;

function organisationAgrees(name: string, role: RoleEntry): boolean {
  if (isHeldAt(name, role)) return true;
  const stated = organisations().get(name);
  // "White House National Security Advisor": an authority stands for its state.
  return stated?.country !== undefined && stated.country === role.country;
}

/**
 * Whether the office a text states may be this role of this person. Organisations and countries that are named
 * have to be the role's, or, for the country, the person's own ("the Norwegian head of NATO").
 */
export function officeAgrees(stated: StatedOffice, role: RoleEntry, nationality: string): boolean {
  if (stated.unknown.length > 0) return false;
  for (const name of stated.organisations) if (!organisationAgrees(name, role)) return false;
  for (const country of stated.countries)
    if (country !== role.country && country !== nationality) return false;
  if (stated.titles.size === 0 && stated.bare.size === 0 && !stated.anyHead)
    return stated.organisations.size + stated.countries.size > 0;
  return titleAgrees(stated, role);
}

/** Splits "Secretary of State Antony Blinken" after the office; 0 where the words begin with none. */
export function officeLength(words: string[]): number {
  let length = 0;
  let titled = false;
  for (let at = 0; at < words.length - 1; ) {
    const found = phraseAt(words, at);
    if (!found || at + found.length >= words.length) break;
    at += found.length;
    titled ||= saysTitle(found.meaning, words[at - 1] ?? '');
    if (titled) length = at;
  }
  return length;
}

const courtesies = once(() => new Set(offices.courtesy.map(key)));

function saysTitle(meaning: Meaning, word: string): boolean {
  return (
    meaning.titles.length > 0 ||
    meaning.bare !== undefined ||
    meaning.anyHead === true ||
    courtesies().has(word)
  );
}
