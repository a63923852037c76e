import { findPlaces } from '../places/find.ts';
import { type GazetteerEntry, lookUp } from '../places/gazetteer.ts';
import { tokenize } from '../tokens.ts';
import { roomIn } from './rooms.ts';

/** Where something was, as far as a heading says. */
export interface Whereabouts {
  /** The house or hall, in the words of the text. */
  place: string | null;
  city: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
}

const LONGEST_ADDRESS = 90;

/**
 * Reads a line that is nothing but an address: "Riga, Latvia", "Ministry of Foreign Affairs, Oslo", "Alphaville, Kenya",
 * "East Room". `amid`: the town may stand among other words in capitals ("DOORSTOP OSLO 6 MAY").
 */
export function addressIn(line: string, amid = false): Whereabouts | null {
  const words = line.replace(/\s+/g, ' ').trim().replace(/[.;]$/, '');
  if (words.length > LONGEST_ADDRESS && !amid) return null;
  const room = roomIn(words);
  if (room !== null) return { place: words, ...room };
  if (amid) return words === words.toUpperCase() ? firstTown(words) : null;
  if (!isNameLike(words)) return null;
  const parts = words.split(/,\s*/);
  const [first = ''] = parts;
  const whole = places(words).at(-1);
  if (whole !== undefined && whole.city !== null) {
    const house = parts.slice(0, -1).find((part) => !sameTown(part, whole.city!) && isHouse(part));
    const venue = whole.kind === 'venue' ? whole.name : null;
    if (reaches(words, parts)) return { place: house ?? venue, city: whole.city, country: whole.country };
  }
  // "Alphaville, Kenya": a town that no table has, in a country that one has.
  const last = parts.at(-1)!;
  const wider = entryOf(last, ['country', 'region']);
  if (parts.length === 2 && wider !== null && !isHouse(first))
    return { place: null, city: first, country: wider.country };
  if (parts.length === 2 && wider !== null) return { place: first, city: null, country: wider.country };
  if (parts.length === 1 && wider !== null) return { place: null, city: null, country: wider.country };
  return null;
}

/** A line that names a house or a hall rather than somebody's office or the state of a page. */
export function isVenueLine(line: string): boolean {
  const words = line.replace(/\s+/g, ' ').trim();
  return (
    words.length <= LONGEST_ADDRESS &&
    isNameLike(words) &&
    !/^\d{1,2}[:.]\d\d/.test(words) &&
    !/\b(?:Office of|Spokesperson|Secretary|Minister|President|Release|Statement|Transcript|Subject|E&OE|Subscribe|Share)\b/iu.test(
      words,
    ) &&
    /\p{Lu}/u.test(words)
  );
}

const places = (words: string) => findPlaces(tokenize(`in ${words}`));

/** Does the last part of a line belong to its place? "Riga, Latvia" does, "Riga, a fine city" does not. */
function reaches(words: string, parts: readonly string[]): boolean {
  const last = parts.at(-1)!;
  const town = places(words).at(-1)!;
  const end = town.end - 'in '.length;
  return end >= words.length - last.length + Math.min(last.length, 2);
}

const sameTown = (part: string, city: string) => part.trim().toLowerCase() === city.toLowerCase();

/** Capitals and small joining words only. */
const isNameLike = (words: string) =>
  /^(?:(?:\p{Lu}|\d)[\p{L}\p{M}\d.’'&/-]*|of|the|de|la|du|des|del|al|el|for|and|at|in|to|on|von|der|le|les|\()(?:[\s,()–-]+(?:(?:\p{Lu}|\d|\(|“|")[\p{L}\p{M}\d.’'&/)”"-]*|of|the|de|la|du|des|del|al|el|for|and|at|in|to|on|von|der|le|les|y|d['’]\p{Lu}[\p{L}]*))*\)?$/u.test(
    words,
  );

const HOUSE =
  /\b(?:Building|Palace|House|Hotel|Hall|Room|Center|Centre|Ministry|Embassy|Residence|Headquarters|HQ|Airport|Base|University|Museum|Theat(?:er|re)|Library|Church|Castle|Park|Station|Presidency|Parliament|Auditorium|Court|School|College|Institute|Inn|Resort|Villa|Stadium|Arena|Club|Department|Mission|Office|Street|Avenue|Square|Plaza)\b/iu;
const isHouse = (part: string) => HOUSE.test(part);

function entryOf(part: string, kinds: readonly GazetteerEntry['kind'][]): GazetteerEntry | null {
  const tokens = tokenize(part);
  const at = tokens[0]?.key === 'the' ? 1 : 0;
  const hit = lookUp(tokens, at);
  if (hit === null || hit.next < tokens.filter((t) => t.text !== '.').length) return null;
  return hit.entries.find((entry) => kinds.includes(entry.kind)) ?? null;
}

/** The first town among words in capitals. */
function firstTown(words: string): Whereabouts | null {
  const tokens = tokenize(words);
  for (let index = 0; index < tokens.length; index++) {
    const hit = lookUp(tokens, index);
    const town = hit?.entries.find((entry) => entry.kind === 'city');
    if (town !== undefined && tokens[index]!.text.length > 3)
      return { place: null, city: town.city, country: town.country };
  }
  return null;
}
