import { once } from '../../model/once.ts';
import { type Token, tokenize } from '../tokens.ts';
import { CITIES } from './cities.data.ts';
import { COUNTRIES, REGIONS } from './countries.data.ts';
import { VENUES } from './venues.data.ts';

/** What a name in the gazetteer stands for. A region has only a country, a venue may have no city. */
export interface GazetteerEntry {
  kind: 'country' | 'region' | 'city' | 'venue';
  name: string;
  city: string | null;
  /** ISO 3166-1 alpha-2; null for a house that stands in no one place. */
  country: string | null;
}

interface Listed {
  keys: string[];
  entry: GazetteerEntry;
}

interface Gazetteer {
  /** Every name under the key of its first word, longest first; countries before cities before regions. */
  byFirstWord: Map<string, Listed[]>;
  byDemonym: Map<string, string>;
  namesOfCountry: Map<string, string>;
  capitals: Map<string, string>;
}

const gazetteer = once((): Gazetteer => {
  const byFirstWord = new Map<string, Listed[]>();
  const byDemonym = new Map<string, string>();
  const namesOfCountry = new Map<string, string>();
  const capitals = new Map<string, string>();

  function list(name: string, entry: GazetteerEntry): void {
    const keys = keysOf(name);
    const first = keys[0];
    if (first === undefined) return;
    const listed = byFirstWord.get(first) ?? [];
    listed.push({ keys, entry });
    byFirstWord.set(first, listed);
  }

  for (const line of COUNTRIES.split('\n')) {
    const [code = '', names = '', demonyms = '', seats = ''] = line.split('|');
    const [usual = ''] = names.split(';');
    namesOfCountry.set(code, usual);
    for (const name of names.split(';'))
      list(name, { kind: 'country', name: usual, city: null, country: code });
    for (const word of demonyms.split(';')) if (word !== '') byDemonym.set(keysOf(word).join(' '), code);
    const [seat = ''] = seats.split(';');
    if (seat !== '') capitals.set(code, seat);
    for (const name of seats.split(';'))
      if (name !== '')
        list(name, {
          kind: 'city',
          name: code === 'US' ? 'Washington' : name,
          city: code === 'US' ? 'Washington' : name,
          country: code,
        });
  }
  for (const line of CITIES.split('\n')) {
    const code = line.slice(0, 2);
    for (const name of line.slice(3).split('|'))
      list(name, { kind: 'city', name, city: name, country: code });
  }
  for (const line of VENUES.split('\n')) {
    const [name = '', shown = '', city = '', country = ''] = line.split('|');
    list(name, { kind: 'venue', name: shown, city: city || null, country: country || null });
  }
  for (const line of REGIONS.split('\n')) {
    const code = line.slice(0, 2);
    for (const name of line.slice(3).split(';'))
      list(name, { kind: 'region', name, city: null, country: code });
  }
  for (const listed of byFirstWord.values()) listed.sort((a, b) => b.keys.length - a.keys.length);
  return { byFirstWord, byDemonym, namesOfCountry, capitals };
});

function keysOf(name: string): string[] {
  return tokenize(name)
    .filter((token) => token.kind !== 'mark')
    .map((token) => token.key);
}

/** A name of the gazetteer at a place in a token list. */
export interface GazetteerHit {
  entry: GazetteerEntry;
  /** Every reading of the same words, the likeliest first. */
  entries: GazetteerEntry[];
  /** Index after its last token. */
  next: number;
}

const SMALL = new Set([
  'au',
  'la',
  'le',
  'del',
  'pri',
  'les',
  'aux',
  'the',
  'of',
  'and',
  'al',
  'el',
  'de',
  'es',
  'do',
  'da',
  'sur',
  'upon',
  'on',
]);

/** The longest gazetteer name that begins at `index`, written with its capitals. */
export function lookUp(tokens: readonly Token[], index: number): GazetteerHit | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (!token.capital && token.key !== 'the' && (token.kind !== 'number' || token.text !== '10')) return null;
  const { byFirstWord } = gazetteer();
  const listed = byFirstWord.get(token.key) ?? byFirstWord.get(bare(token.key));
  if (listed === undefined) return null;
  let length = 0;
  let next = 0;
  const entries: GazetteerEntry[] = [];
  for (const { keys, entry } of listed) {
    if (keys.length < length) break;
    const end = matchEnd(tokens, index, keys);
    if (end === null) continue;
    length = keys.length;
    next = end;
    entries.push(entry);
  }
  const [entry] = entries;
  return entry === undefined ? null : { entry, entries, next };
}

function matchEnd(tokens: readonly Token[], index: number, keys: readonly string[]): number | null {
  let at = index;
  for (const [k, key] of keys.entries()) {
    let token = tokens[at];
    if (k > 0)
      while (token?.kind === 'mark' && (token.text === '-' || token.text === '.') && !token.spaced)
        token = tokens[++at];
    if (token === undefined) return null;
    const last = k === keys.length - 1;
    if (token.key !== key && !(last && bare(token.key) === key)) return null;
    if (!isWritten(token, key, keys.length)) return null;
    at++;
  }
  return at;
}

/** "us" is a pronoun, "US" a country: short forms must be written in capitals, the others with one. */
function isWritten(token: Token, key: string, words: number): boolean {
  if (token.kind === 'number') return true;
  if (words === 1 && key.length <= 3 && key !== 'lae')
    return (
      token.text.replace(/['’]s$/, '') === token.text.replace(/['’]s$/, '').toUpperCase() ||
      (key.length === 3 && token.capital && !ABBREVIATED.has(key))
    );
  // "Côte d’Ivoire"
  return token.capital || SMALL.has(key) || /^[dl]['’]\p{Lu}/u.test(token.text);
}

// Three-letter short forms; "Ala", "Van" and "Fez" need only one capital.
const ABBREVIATED = new Set(['usa', 'uae', 'drc', 'roc', 'rok', 'png', 'prc', 'ksa', 'nsw']);

function bare(key: string): string {
  return key.replace(/'s?$/, '');
}

/** Code of the country that "Norwegian", "the Dutch" or "South Korean" belongs to, and the tokens it takes. */
export function demonymAt(tokens: readonly Token[], index: number): { country: string; next: number } | null {
  const token = tokens[index];
  if (!token?.capital) return null;
  const { byDemonym } = gazetteer();
  const second = tokens[index + 1];
  if (second?.capital) {
    const country = byDemonym.get(`${token.key} ${bare(second.key)}`) ?? null;
    if (country !== null) return { country, next: index + 2 };
  }
  const key = bare(token.key);
  if (key === 'us' && token.text !== 'US' && token.text !== 'U.S.') return null;
  const country = byDemonym.get(key) ?? byDemonym.get(key.replace(/s$/, '')) ?? null;
  return country === null ? null : { country, next: index + 1 };
}

/** The code of the country called `name`, or null. */
export function countryNamed(name: string): string | null {
  const tokens = tokenize(name);
  for (let index = 0; index < tokens.length; index++) {
    const hit = lookUp(tokens, index);
    const country = hit?.entries.find((entry) => entry.kind === 'country')?.country ?? null;
    if (country !== null) return country;
    const people = demonymAt(tokens, index);
    if (people !== null) return people.country;
  }
  return null;
}

/** The usual English name of a country by its code. */
export function nameOfCountry(code: string): string | null {
  return gazetteer().namesOfCountry.get(code) ?? null;
}

const spokenOf = once(() => {
  const names = new Map<string, string[]>();
  for (const line of COUNTRIES.split('\n')) {
    const [code = '', own = '', people = ''] = line.split('|');
    names.set(
      code,
      [...own.split(';'), ...people.split(';')].filter((name) => name !== ''),
    );
  }
  return names;
});

/** What a country, its people and its things are called, by its code. */
export function namesOfCountry(code: string): readonly string[] {
  return spokenOf().get(code) ?? [];
}

/** The seat of government of a country by its code. */
export function capitalOf(code: string): string | null {
  return gazetteer().capitals.get(code) ?? null;
}
