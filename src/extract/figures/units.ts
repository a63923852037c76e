import { demonymAt } from '../places/gazetteer.ts';
import type { Token } from '../tokens.ts';
import { COUNTED, COUNTRIES, DURATIONS, IRREGULAR, MANNER, PEOPLE, pluralOf, STOPS } from './nouns.ts';
import type { PrintedNumber } from './numbers.ts';

/** The unit of a figure and the index after the words that give it. */
export interface FoundUnit {
  unit: string;
  next: number;
}

/** What consists of countries: "a 27-nation bloc", unlike "a three-nation tour". */
const BLOCS = new Set(
  'bloc alliance group grouping union organisation organization body coalition pact treaty community'.split(
    ' ',
  ),
);
export const HARM = new Set([
  'killed',
  'dead',
  'injured',
  'wounded',
  'missing',
  'displaced',
  'hospitalised',
  'hospitalized',
  'dying',
]);
const BODIES = new Set([
  'nato',
  'eu',
  'au',
  'un',
  'asean',
  'g7',
  'g20',
  'oecd',
  'member',
  'members',
  'african',
  'union',
  'european',
  'alliance',
  'commonwealth',
  'osce',
  'ecowas',
]);
const POINT_TO = new Set([
  'the',
  'these',
  'those',
  'both',
  'all',
  'our',
  'their',
  'its',
  'his',
  'her',
  'your',
  'other',
  'last',
  'first',
  'next',
  'of',
  'former',
  'same',
  'past',
  'my',
  'latter',
  'remaining',
]);
const LONGEST_PHRASE = 6;

/** "%", "per cent", "percentage points". */
export function percentAfter(tokens: readonly Token[], index: number): FoundUnit | null {
  const hyphen = tokens[index]?.text === '-' && !tokens[index]!.spaced;
  const at = hyphen ? index + 1 : index;
  const token = tokens[at];
  if (token?.text === '%' || token?.text === '％') return { unit: '%', next: at + 1 };
  if (token?.key === 'percent' || token?.key === 'pct') return { unit: '%', next: at + 1 };
  if (token?.key === 'per' && tokens[at + 1]?.key === 'cent') return { unit: '%', next: at + 2 };
  if (token?.key === 'percentage' && /^points?$/.test(tokens[at + 1]?.key ?? ''))
    return { unit: 'percentage points', next: at + 2 };
  return null;
}

/** "six-fold", "three times as many". */
export function timesAfter(tokens: readonly Token[], index: number): FoundUnit | null {
  const hyphen = tokens[index]?.text === '-' && !tokens[index]!.spaced;
  const at = hyphen ? index + 1 : index;
  const token = tokens[at];
  if (token?.key === 'fold') return { unit: 'times', next: at + 1 };
  const after = tokens[at + 1]?.key ?? '';
  if (
    token?.key === 'times' &&
    ['as', 'more', 'higher', 'larger', 'greater', 'bigger', 'the', 'faster', 'that'].includes(after)
  )
    return { unit: 'times', next: at + 1 };
  return null;
}

/** "12-member", "9-nation", "2,000-strong". */
export function compoundAfter(tokens: readonly Token[], index: number): FoundUnit | null {
  const hyphen = tokens[index];
  const word = tokens[index + 1];
  if (
    hyphen === undefined ||
    !['-', '‑', '–'].includes(hyphen.text) ||
    hyphen.spaced ||
    word === undefined ||
    word.spaced
  )
    return null;
  const body = BLOCS.has(tokens[index + 2]?.key ?? '');
  if (word.key === 'member' || (body && (word.key === 'nation' || word.key === 'country')))
    return { unit: 'countries', next: index + 2 };
  return word.key === 'strong' ? { unit: 'people', next: index + 2 } : null;
}

/** The noun that a number counts: "18 NATO member states", "20,000 additional troops". */
export function nounAfter(tokens: readonly Token[], index: number, number: PrintedNumber): FoundUnit | null {
  let head = -1;
  let at = index;
  const before = tokens[index - 1]!;
  for (; at < tokens.length && at - index < LONGEST_PHRASE; at++) {
    const token = tokens[at]!;
    if (token.kind === 'mark') {
      const joins =
        (token.text === '-' && !token.spaced && at > index) ||
        (token.text === '.' && !token.spaced && tokens[at + 1]?.spaced === false);
      if (joins) continue;
      break;
    }
    const stops = STOPS.has(token.key) && !/^U\.?S\.?$/.test(token.text);
    if (token.kind === 'number' || (stops && !joinsAdjectives(tokens, at, index))) break;
    if (token.newline && token.start - before.end > 200) break;
    if (isPlural(tokens, at) && !leadsOn(tokens, at)) head = at;
    else if (head >= 0) break;
  }
  if (head < 0) {
    const harm = tokens[index];
    if (harm !== undefined && HARM.has(harm.key) && !(number.spelled && number.value < 2))
      return { unit: 'people', next: index + 1 };
    const partitive = tokens[index]?.key === 'of' ? membersOf(tokens, index + 1) : null;
    return partitive;
  }
  return { unit: unitOf(tokens, index, head), next: head + 1 };
}

/** "three aircraft carriers", "1,000 military personnel": a plural without an s may only say of what kind. */
function leadsOn(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:aircraft|military|police|staff|personnel)$/.test(tokens[at]!.key)) return false;
  for (let i = at + 1; i < Math.min(at + 4, tokens.length); i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || STOPS.has(token.key) || !/^\p{Ll}/u.test(token.text)) return false;
    if (isPlural(tokens, i)) return true;
  }
  return false;
}

/** "76 search and rescue specialists": what stands on both sides of "and" only says what kind. */
function joinsAdjectives(tokens: readonly Token[], at: number, first: number): boolean {
  if (tokens[at]!.key !== 'and' || at === first) return false;
  const after = tokens[at + 1];
  return (
    after?.kind === 'word' &&
    (!isPlural(tokens, at + 1) || leadsOn(tokens, at + 1)) &&
    !STOPS.has(after.key) &&
    isPlural(tokens, at + 2)
  );
}

/** "four of the union's member states", "nine of the 14 ships". */
function membersOf(tokens: readonly Token[], index: number): FoundUnit | null {
  for (let at = index; at < tokens.length && at - index < LONGEST_PHRASE; at++) {
    const token = tokens[at]!;
    if (token.kind === 'mark') return null;
    if (isPlural(tokens, at) && !/['’]s$/.test(token.text))
      return { unit: unitOf(tokens, index, at), next: at + 1 };
  }
  return null;
}

function isPlural(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  const { key, text } = token;
  if (/['’]s$/.test(text)) return false;
  const noun = key.replace(/'$/, '');
  if (IRREGULAR.has(noun) || noun === 'km' || noun === 'allies') return true;
  if (noun.length > 4 && /^\p{Lu}/u.test(text) && noun.endsWith('s') && demonymAt(tokens, index) !== null)
    return true;
  if (noun.length < 4 || !noun.endsWith('s') || /(?:ss|us|is|ous)$/.test(noun)) return false;
  return (
    /^\p{Ll}/u.test(text) ||
    demonymAt(tokens, index) !== null ||
    /^(?:Members|States|Nations|Countries|Allies|Ministers|Soldiers|Marines)$/.test(text)
  );
}

function unitOf(tokens: readonly Token[], from: number, head: number): string {
  const noun = tokens[head]!.key.replace(/'$/, '');
  const phrase = tokens.slice(Math.max(0, from), head).map((token) => token.key.replace(/'s$/, ''));
  if (noun === 'allies') return 'Allies';
  if (COUNTRIES.has(noun)) return 'countries';
  const body = phrase.some((word) => BODIES.has(word));
  if (noun === 'states' && body) return 'countries';
  if (noun === 'members')
    return body && !phrase.includes('family') && !phrase.includes('parliament') ? 'countries' : 'people';
  // "strike groups" are ships, "groups" nothing that is counted.
  if (noun === 'groups' && /^(?:strike|battle|task)$/.test(tokens[head - 1]?.key ?? ''))
    return `${tokens[head - 1]!.key} groups`;
  if (PEOPLE.has(noun) || demonymAt(tokens, head) !== null) return 'people';
  return pluralOf(noun);
}

/** Whether a counted noun is a fact worth keeping, not a manner of speaking or a reference back. */
export function isFact(
  tokens: readonly Token[],
  index: number,
  number: PrintedNumber,
  found: FoundUnit,
  qualified: boolean,
): boolean {
  const noun = tokens[found.next - 1]!.key.replace(/'$/, '');
  if (DURATIONS.has(noun)) return false;
  if (number.value > 12 || number.scaled) return true;
  const before = tokens[index - 1]?.key ?? '';
  if (MANNER.has(noun) && found.unit !== 'countries') return false;
  if (POINT_TO.has(before) && tokens[index - 2]?.key !== 'average') return false;
  if (qualified) return true;
  return (
    COUNTED.has(noun) ||
    found.unit.endsWith(' groups') ||
    COUNTRIES.has(noun) ||
    (found.unit === 'people' && (!number.spelled || number.value > 1)) ||
    found.unit === 'Allies'
  );
}
