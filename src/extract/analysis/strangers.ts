import type { ExtractedPerson, Span } from '../../model/extraction.ts';
import { WEEKDAYS } from '../dates/words.ts';
import { demonymAt, lookUp } from '../places/gazetteer.ts';
import { fold, type Token } from '../tokens.ts';

/** Somebody named only with a title, too seldom to have been taken for a person of the text. */
export interface Stranger extends Span {
  name: string;
  /** The title as printed. */
  title: string;
}

const TITLES = new Set(
  'mr mrs ms dr president presidents minister ministers chancellor premier king queen prince princess emir sultan pope ambassador senator secretary commissioner cardinal taoiseach'.split(
    ' ',
  ),
);
const NOT_NAMES = new Set(
  'advisory adviser advisor speaker chairman chair general state foreign prime defence defense deputy vice minister ministers president secretary of the for and affairs elect assistant under house nominee emeritus designate responsible plenipotentiary extraordinary resident national charles-designate department council commission office summit treaty day party union bank'.split(
    ' ',
  ),
);
const NUMERAL = /^[IVX]{1,4}$/;

/** "Mr Example", "President Jane Example", "King Alpha II", where `taken` (in order) has nobody yet. */
export function findStrangers(tokens: readonly Token[], taken: readonly Span[]): Stranger[] {
  const found: Stranger[] = [];
  let next = 0;
  for (let index = 0; index + 1 < tokens.length; index++) {
    const title = tokens[index]!;
    if (!title.capital || !TITLES.has(title.key)) continue;
    while (next < taken.length && taken[next]!.end <= title.start) next++;
    let at = index + 1;
    if (tokens[at]?.text === '.' && !tokens[at]!.spaced) at++;
    const first = at;
    while (at < tokens.length && at - first < 4 && isName(tokens, at)) at++;
    if (at === first) continue;
    // "Jane Sample-Example" is one name.
    while (
      tokens[at]?.text === '-' &&
      !tokens[at]!.spaced &&
      tokens[at + 1]?.capital === true &&
      !tokens[at + 1]!.spaced
    )
      at += 2;
    const start = tokens[first]!.start;
    const end = tokens[at - 1]!.end;
    const possessive = /['’]s$/.test(tokens[at - 1]!.text) ? 2 : 0;
    const known = taken.slice(next, next + 3).some((span) => span.start < end && span.end > start);
    if (known) continue;
    const words = tokens.slice(first, at).map((token) => token.text);
    const joined = words.join(' ').replaceAll(' - ', '-');
    if (/['’](?:re|ve|ll|m|t)$/.test(joined)) continue;
    const name = joined.slice(0, joined.length - possessive);
    // A king has no surname: his title stays with his name.
    const royal = NUMERAL.test(words.at(-1)!) && words.length === 2;
    found.push({
      start: title.start,
      end: end - possessive,
      name: royal ? `${title.text} ${name}` : name,
      title: title.text,
    });
  }
  return found;
}

function isName(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (!token.capital || !token.spaced || token.newline) return false;
  if (NUMERAL.test(token.text)) return true;
  if (!/^\p{Lu}\p{Ll}/u.test(token.text) && !/^\p{Lu}['’]\p{Lu}/u.test(token.text)) return false;
  if (NOT_NAMES.has(token.key) || WEEKDAYS.has(token.key)) return false;
  if (demonymAt(tokens, index) !== null) return false;
  return lookUp(tokens, index)?.entry.kind !== 'country';
}

/** Adds strangers to the people of a text; one name is one person. */
export function introduce(
  people: readonly ExtractedPerson[],
  strangers: readonly Stranger[],
): { people: ExtractedPerson[]; indices: number[] } {
  const all = [...people];
  const known = new Map<string, number>();
  for (const [index, person] of people.entries())
    for (const form of [person.name, person.name.split(' ').at(-1)!, ...person.aliases])
      if (!known.has(fold(form))) known.set(fold(form), index);
  const indices = strangers.map((stranger) => {
    const index = known.get(fold(stranger.name)) ?? all.length;
    if (index === all.length) {
      all.push({
        name: stranger.name,
        aliases: [],
        roles: /^(?:Mr|Ms|Mrs|Dr)$/.test(stranger.title)
          ? []
          : [{ title: stranger.title, organisation: null }],
        gender: null,
        first: { start: stranger.end - stranger.name.length, end: stranger.end },
      });
      known.set(fold(stranger.name), index);
    }
    return index;
  });
  return { people: all, indices };
}
