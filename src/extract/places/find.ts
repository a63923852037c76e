import type { Span } from '../../model/extraction.ts';
import { MONTHS, WEEKDAYS } from '../dates/words.ts';
import type { Token } from '../tokens.ts';
import { type GazetteerEntry, type GazetteerHit, lookUp } from './gazetteer.ts';

/** How the text ties something to a place: there, thither, thence; `named` says nothing of the kind. */
export type PlaceRelation = 'in' | 'to' | 'from' | 'named';

/** A place named in the text. */
export interface PlaceMention extends Span {
  kind: GazetteerEntry['kind'];
  name: string;
  city: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  relation: PlaceRelation;
  /** "the Madrid Summit": the words after it that the place qualifies, or null. */
  event: Span | null;
}

const RELATIONS: ReadonlyMap<string, PlaceRelation> = new Map([
  ...['in', 'at', 'near', 'outside', 'inside', 'within', 'around', 'throughout', 'across', 'on'].map(
    (word): [string, PlaceRelation] => [word, 'in'],
  ),
  ...[
    'to',
    'towards',
    'toward',
    'into',
    'visit',
    'visited',
    'visits',
    'visiting',
    'tour',
    'toured',
    'touring',
    'reached',
  ].map((word): [string, PlaceRelation] => [word, 'to']),
  ...['from', 'left', 'leaving', 'leaves', 'leave'].map((word): [string, PlaceRelation] => [word, 'from']),
]);
const BETWEEN = new Set([
  'the',
  'central',
  'downtown',
  'nearby',
  'northern',
  'southern',
  'eastern',
  'western',
  'historic',
]);
const EVENTS = new Set([
  'summit',
  'conference',
  'forum',
  'meeting',
  'talks',
  'dialogue',
  'process',
  'ministerial',
]);

/** Finds the places of a token list; `taken` are spans (in order) that belong to people's names. */
export function findPlaces(tokens: readonly Token[], taken: readonly Span[] = []): PlaceMention[] {
  const found: PlaceMention[] = [];
  let name = 0;
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]!;
    while (name < taken.length && taken[name]!.end <= token.start) name++;
    const person = taken[name];
    if (person !== undefined && token.start >= person.start && token.start < person.end) {
      index++;
      continue;
    }
    const hit = lookUp(tokens, index) ?? unlisted(tokens, index);
    const joined = hit !== null && tokens[hit.next]?.text === '-' && !tokens[hit.next]!.spaced;
    const mention = hit === null || joined ? null : placeAt(tokens, index, hit, found.at(-1));
    if (hit === null || mention === null) {
      index = hit === null ? index + 1 : hit.next;
      continue;
    }
    found.push(mention.place);
    index = mention.next;
  }
  return found;
}

function placeAt(
  tokens: readonly Token[],
  index: number,
  hit: GazetteerHit,
  before: PlaceMention | undefined,
): { place: PlaceMention; next: number } | null {
  let { entry, next } = hit;
  let { city, country } = entry;
  if (entry.kind === 'region' && tokens[index]!.text.length <= 3) return null;
  const district = entry.city === 'Washington' ? skipDistrict(tokens, next) > next : false;
  if (district) next = skipDistrict(tokens, next);
  const titled = entry.kind === 'country' && isBeforeName(tokens, next);
  const relation = titled ? 'named' : relationOf(tokens, index, before);
  const event = eventAfter(tokens, next);
  // Behind "Washington, D.C." the next sentence may begin.
  if (event === null && !district && isPartOfName(tokens, index, next, entry)) return null;
  if (entry.kind === 'city' || entry.kind === 'venue') {
    const wider = widerPlace(tokens, next, hit.entries) ?? housedIn(tokens, next, entry);
    if (
      wider !== null &&
      (entry.kind === 'city' || country === null || wider.city !== null || wider.country === country)
    ) {
      const other = hit.entries.find((e) => e.kind === 'city' && e.country === wider.country);
      entry = other ?? entry;
      city = wider.city ?? city;
      country = wider.country;
      next = wider.next;
    }
  } else if (entry.kind === 'region' || hit.entries.length > 1) {
    // "Georgia" after an American city is the state.
    const region = hit.entries.find((e) => e.kind === 'region' && e.country === before?.country);
    if (region !== undefined && tokens[index - 1]?.text === ',') country = region.country;
    const state = entry.kind === 'country' ? hit.entries.find((e) => e.kind === 'region') : undefined;
    if (state !== undefined && isAmericanState(tokens, index)) country = state.country;
  }
  // A country that is a city, or is called like its capital: in it is in the city.
  if (entry.kind === 'country' && relation === 'in' && city === null)
    city = hit.entries.find((e) => e.kind === 'city' && e.country === country)?.city ?? null;
  const place: PlaceMention = {
    start: tokens[index]!.start,
    end: event?.end ?? endOf(tokens, next),
    kind: entry.kind,
    name: entry.name,
    city,
    country,
    relation,
    event,
  };
  return { place, next: event === null ? next : next + 1 };
}

function endOf(tokens: readonly Token[], next: number): number {
  const token = tokens[next - 1]!;
  return /['’]s$/.test(token.text) ? token.end - 2 : token.end;
}

/** "D.C.", "DC" or "D.C" after Washington. */
function skipDistrict(tokens: readonly Token[], next: number): number {
  const at = tokens[next]?.text === ',' ? next + 1 : next;
  const token = tokens[at];
  if (token === undefined) return next;
  if (token.key === 'dc') return at + 1;
  if (token.text === 'D' && tokens[at + 1]?.text === '.' && tokens[at + 2]?.text === 'C') return at + 3;
  return next;
}

interface Wider {
  city: string | null;
  country: string | null;
  next: number;
}

/** "NATO Headquarters Sarajevo", "the White House in Alpha": the town behind a house, where it is not its usual one. */
function housedIn(tokens: readonly Token[], next: number, entry: GazetteerEntry): Wider | null {
  if (entry.kind !== 'venue' || /['’]s?$/.test(tokens[next - 1]!.text)) return null;
  const first = tokens[next];
  const at = first?.text === ',' || first?.key === 'in' ? next + 1 : next;
  const town = lookUp(tokens, at);
  if (town?.entry.kind !== 'city' || town.entry.city === entry.city) return null;
  // "at the White House, Brussels said": who speaks, not where.
  if (first?.text === ',' && tokens[town.next]?.kind === 'word' && /^\p{Ll}/u.test(tokens[town.next]!.text))
    return null;
  return { city: town.entry.city, country: town.entry.country, next: town.next };
}

/** How many tokens around a name are asked what it means. */
const NEAR = 200;
const STATE_BESIDE = new Set(
  'atlanta savannah augusta alabama florida carolina tennessee mississippi texas ga governor senator congressional benning'.split(
    ' ',
  ),
);
const COUNTRY_BESIDE = new Set(
  'tbilisi batumi georgian georgians armenia azerbaijan moldova caucasus abkhazia ossetia russia ukraine nato eu'.split(
    ' ',
  ),
);

/** Whether "Georgia" is the American state, by what is named around it. */
function isAmericanState(tokens: readonly Token[], index: number): boolean {
  let state = 0;
  let country = 0;
  for (let at = Math.max(0, index - NEAR); at < Math.min(tokens.length, index + NEAR); at++) {
    const { key } = tokens[at]!;
    if (STATE_BESIDE.has(key)) state++;
    else if (COUNTRY_BESIDE.has(key)) country++;
  }
  return state > country;
}

/** ", Alabama", ", Poland", ", CO": the country that what stands after a city puts it in. */
function widerPlace(
  tokens: readonly Token[],
  next: number,
  entries: readonly GazetteerEntry[] = [],
): Wider | null {
  const at = tokens[next]?.text === ',' ? next + 1 : next;
  if (at === next && tokens[next]?.text !== '(') return null;
  const hit = lookUp(tokens, at);
  const readings = hit?.entries.filter((entry) => entry.kind === 'region' || entry.kind === 'country') ?? [];
  let wider = readings[0];
  if (hit === null || wider === undefined) return null;
  // "Tbilisi, Georgia" and "Atlanta, Georgia": the country of the town, else the state of an American text.
  if (readings.length > 1) {
    const own = readings.find((reading) => entries.some((entry) => entry.country === reading.country));
    const listed = entries.some((entry) => entry.kind === 'city');
    wider =
      own ??
      (listed || isAmericanState(tokens, at) ? (readings.find((r) => r.kind === 'region') ?? wider) : wider);
  }
  const short = tokens[at]!.text.replace(/\./g, '').length <= 2;
  if (short && wider.kind === 'country' && wider.country !== 'GB' && wider.country !== 'US') return null;
  // "in Paris, France's president said" and "in Brussels, Germany and France agreed" are no addresses.
  if (/['’]s?$/.test(tokens[hit.next - 1]!.text)) return null;
  const after = tokens[hit.next];
  if (wider.kind === 'country' && (after?.key === 'and' || after?.key === 'or')) return null;
  return { city: null, country: wider.country, next: hit.next };
}

/** "in Troy, Alabama": a town the gazetteer does not know, placed by what follows it. */
function unlisted(tokens: readonly Token[], index: number): GazetteerHit | null {
  const lead = tokens[index - 1];
  if (lead?.kind !== 'word' || !['in', 'at', 'to', 'from', 'near', 'of', 'outside', 'and'].includes(lead.key))
    return null;
  let next = index;
  while (next < index + 3 && tokens[next]?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(tokens[next]!.text))
    next++;
  if (next === index || tokens[next]?.text !== ',' || tokens[next]!.spaced) return null;
  const wider = widerPlace(tokens, next);
  if (wider === null) return null;
  // "to Berlin and Normandy, France, on Monday", not "Alpha and Beta, France said".
  const after = tokens[wider.next];
  if (lead.key === 'and' && after?.text !== ',' && after?.key !== 'on' && after?.key !== 'from') return null;
  const first = tokens[index]!.key;
  if (MONTHS.has(first) || WEEKDAYS.has(first)) return null;
  const name = tokens
    .slice(index, next)
    .map((token) => token.text)
    .join(' ');
  const entry: GazetteerEntry = { kind: 'city', name, city: name, country: wider.country };
  return { entry, entries: [entry], next };
}

function relationOf(
  tokens: readonly Token[],
  index: number,
  before: PlaceMention | undefined,
): PlaceRelation {
  let at = index - 1;
  while (at >= 0 && BETWEEN.has(tokens[at]!.key)) at--;
  const lead = tokens[at];
  if (lead === undefined) return 'named';
  const relation = RELATIONS.get(lead.key);
  if (relation !== undefined) return lead.key === 'on' ? 'named' : relation;
  // "in Tallinn, Riga and Vilnius": a list keeps the word that opened it.
  const joins = lead.text === ',' || lead.key === 'and' || lead.key === '&' || lead.key === 'or';
  if (!joins || before === undefined) return 'named';
  const gap = tokens[at - 1];
  const previous = lead.text === ',' ? gap : gap?.text === ',' ? tokens[at - 2] : gap;
  return previous !== undefined && previous.end >= before.end && previous.start < before.end + 1
    ? before.relation
    : 'named';
}

/** "to U.S. Secretary of State": a country before a title is whose, not where. */
function isBeforeName(tokens: readonly Token[], next: number): boolean {
  const after = tokens[next];
  if (after?.kind !== 'word' || !after.spaced || after.newline || /['’]s?$/.test(tokens[next - 1]!.text))
    return false;
  return TITLES.has(after.key);
}

const TITLES = new Set(
  'secretary president prime foreign vice minister defence defense ambassador senator special national congressional congress government officials and'
    .split(' ')
    .filter((word) => word !== 'and'),
);

/** "Washington Summit", "Munich Conference". */
function eventAfter(tokens: readonly Token[], next: number): Span | null {
  const token = tokens[next];
  return token?.kind === 'word' && EVENTS.has(token.key) && !token.newline
    ? { start: token.start, end: token.end }
    : null;
}

/** "the Washington Post", "Paris Agreement", "Jordan Henderson": a place's name inside another name. */
function isPartOfName(tokens: readonly Token[], index: number, next: number, entry: GazetteerEntry): boolean {
  if (entry.kind === 'country' || entry.kind === 'venue') return false;
  const after = tokens[next];
  const ends = /['’]s?$/.test(tokens[next - 1]!.text);
  if (!ends && after?.kind === 'word' && after.spaced && !after.newline && /^\p{Lu}\p{Ll}/u.test(after.text))
    if (!WEEKDAYS.has(after.key) && !MONTHS.has(after.key)) return true;
  const before = tokens[index - 1];
  return (
    before?.kind === 'word' &&
    tokens[index]!.spaced &&
    !tokens[index]!.newline &&
    /^\p{Lu}\p{Ll}/u.test(before.text) &&
    !RELATIONS.has(before.key) &&
    !BETWEEN.has(before.key) &&
    index > 1
  );
}
