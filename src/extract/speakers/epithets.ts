import type { Page } from '../page.ts';
import type { People } from '../people/mentions.ts';
import { roleKey } from '../people/roles.ts';
import { DEMONYMS } from '../words/nations.ts';
import type { Source } from './source.ts';
import { alone, LOOKED_BACK, lastBefore, names } from './spoken-of.ts';
import { INTRODUCED } from './strangers.ts';
import type { Attributed } from './utterances.ts';

const NATION_KEYS: ReadonlySet<string> = new Set([...DEMONYMS.keys()].map(roleKey));

/** "the 24-year-old", "the Frenchman" */
export function isAged(page: Page, source: Source): boolean {
  const words = page.text.slice(page.lexemes[source.from]!.start, page.lexemes[source.to - 1]!.end);
  if (/^the (?:French|English|Dutch|Irish|Scots|Welsh)(?:wo)?man$/.test(words)) return true;
  return /^the \d+[- ]year[- ]old\b(?! (?:man|woman|boy|girl|student|mother|father)\b)/i.test(words);
}

/** Whoever acted last in this paragraph or the one before; else the only speaker. */
export function latest(
  page: Page,
  people: People,
  speakers: ReadonlyMap<number, number>,
  source: Source,
): Source {
  const last = lastBefore(people, source.from);
  for (let n = last; n >= 0 && last - n < LOOKED_BACK; n--) {
    const naming = people.namings[n]!;
    if (page.paragraphOf[naming.from]! < page.paragraphOf[source.from]! - 1) break;
    if (naming.position === 'subject' && !hasCompany(page, people, n))
      return { ...source, kind: 'person', persons: [naming.person], label: null, nation: null };
  }
  return alone(speakers, source) ?? source;
}

/** What famous people are called when their names have been said; a judge or a lawyer comes without a name as well. */
const WHAT_THEY_DO =
  /^(?:singer|actor|actress|rapper|novelist|poet|musician|comedian|songwriter|star|striker|midfielder|goalkeeper|player|champion|billionaire|tycoon|mogul|entrepreneur|businessman|businesswoman|politician|lawmaker|academic|astronaut)$/;

/**
 * "the former Texan mayor", "the far-right politician": another word for somebody just named, if it says more than an
 * office, in the singular, and the text has not spoken of such a person before.
 */
export function isEpithet(page: Page, people: People, source: Source): boolean {
  const words = page.lexemes.slice(source.from, source.to);
  if (words[0]?.lower !== 'the' || words.length < 2 || words.length > 6) return false;
  const head = words[words.length - 1]!;
  if (
    head.kind !== 'word' ||
    head.lower.endsWith('s') ||
    words.some((w) => /^(?:of|for|at|in|to|from|'s|’s)$/.test(w.lower))
  )
    return false;
  if (
    !WHAT_THEY_DO.test(head.lower) &&
    !words.slice(1, -1).some((w) => w.capital || w.lower === 'former' || w.lower.includes('-'))
  )
    return false;
  for (let i = source.from - 1; i >= 0 && source.from - i < INTRODUCED; i--)
    if (
      page.lexemes[i]!.lower === head.lower &&
      !page.quoted[i] &&
      page.paragraphs[page.paragraphOf[i]!]?.kind === 'body'
    )
      return false;
  return lastBefore(people, source.from) >= 0;
}

/** Does the sentence name somebody else too? Then another word for one of them may be for the other. */
function hasCompany(page: Page, people: People, n: number): boolean {
  const { person, from } = people.namings[n]!;
  for (const step of [-1, 1])
    for (let k = n + step; k >= 0 && k < people.namings.length && Math.abs(k - n) <= LOOKED_BACK; k += step) {
      const other = people.namings[k]!;
      if (page.sentenceOf[other.from] !== page.sentenceOf[from]) break;
      if (other.person !== person && other.position !== 'owner') return true;
    }
  return false;
}

/** Who acted last, in this paragraph or the one before. */
export function lately(page: Page, people: People, piece: Attributed, source: Source): Source {
  const nation = page.lexemes.slice(source.from, source.to).find((w) => DEMONYMS.has(w.lower));
  const last = lastBefore(people, source.from);
  for (let n = last; n >= 0 && last - n < LOOKED_BACK; n--) {
    const naming = people.namings[n]!;
    if (page.paragraphOf[naming.from]! < page.paragraphOf[source.from]! - 1) break;
    if (naming.position !== 'subject') continue;
    if (names(page, people, piece, naming.person)) return source;
    if (hasCompany(page, people, n)) return source;
    const of = people.roles[naming.person]!.flatMap((use) => [...use.words]).filter((w) =>
      NATION_KEYS.has(w),
    );
    if (nation !== undefined && of.length > 0 && !of.includes(roleKey(nation.lower))) continue;
    return { ...source, kind: 'person', persons: [naming.person], label: null, naming: null };
  }
  return source;
}
