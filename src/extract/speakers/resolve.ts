import type { Page } from '../page.ts';
import { isVerbLike } from '../people/grammar.ts';
import type { People } from '../people/mentions.ts';
import { roleKey } from '../people/roles.ts';
import { PREPOSITIONS } from '../words/function-words.ts';
import { DEMONYMS } from '../words/nations.ts';
import { ROLE_NOUNS } from '../words/roles.ts';
import type { Source } from './source.ts';
import type { Attributed } from './utterances.ts';

const NATION_KEYS: ReadonlySet<string> = new Set([...DEMONYMS.keys()].map(roleKey));

/** So far ahead of the next, somebody is meant even where nothing tells a man from a woman. */
const FAR_AHEAD = 2.5;

/** How many words of a quotation are searched for the speaker's own name. */
const SEARCHED = 160;

/**
 * Settles sources that point elsewhere: "they" and "it" to those just named, "the Norwegian" and "the head of Acme" to
 * the one who has been speaking, "he" away from somebody whom the quotation itself names.
 */
export function resolveSources(page: Page, people: People, found: readonly Attributed[]): void {
  const speakers = new Map<number, number>();
  let body: Source | null = null;
  for (const piece of found) {
    const { cue } = piece;
    if (cue === null) continue;
    let { source } = cue;
    if (source.pronoun === 'they') source = together(page, people, source) ?? source;
    else if (source.kind === 'unnamed' && countOf(source) > 1) {
      const several = together(page, people, source);
      if (several?.persons.length === countOf(source)) source = several;
    } else if (source.pronoun === 'it' && body !== null)
      source = { ...body, from: source.from, to: source.to };
    else if (source.kind === 'person' && source.nation !== null)
      source = alone(speakers, source) !== null ? latest(page, people, speakers, source) : source;
    else if ((source.kind === 'unnamed' || source.kind === 'organisation') && isAged(page, source))
      source = latest(page, people, speakers, source);
    else if (source.kind === 'unnamed' && isEpithet(page, people, source))
      source = lately(page, people, piece, source);
    else if (source.kind === 'unnamed' && isDefinite(page, source))
      source = alone(speakers, source, lastActing(people, source.from)) ?? source;
    else if (source.naming?.form === 'pronoun' && names(page, people, piece, source.naming.person)) {
      const other = source.naming.others.find((p) => !names(page, people, piece, p));
      if (other !== undefined) source = { ...source, persons: [other] };
    } else if (source.naming?.form === 'pronoun') {
      source = stranger(page, people, source) ?? source;
      piece.doubtful = source.naming !== null && isDoubtful(page, people, source);
    }
    if (source !== cue.source)
      piece.cue = {
        ...cue,
        source,
        cue: source.pronoun === undefined && source.naming?.form !== 'pronoun' ? 'resolved' : cue.cue,
      };
    if (source.kind === 'organisation') body = source;
    for (const person of source.persons) speakers.set(person, (speakers.get(person) ?? 0) + 1);
  }
}

/**
 * "A student from Oslo came. “…,” he said.": somebody without a name whom a sentence began with after the person whom
 * the pronoun would mean was last named.
 */
function stranger(page: Page, people: People, source: Source): Source | null {
  const { lexemes } = page;
  const last = lastBefore(people, source.from);
  const oldest = Math.max(0, last - NAMINGS_BACK);
  let n = last;
  while (
    n >= oldest &&
    (people.namings[n]!.form === 'pronoun' || people.namings[n]!.person !== source.persons[0])
  )
    n--;
  const floor = Math.max(n < oldest ? 0 : people.namings[n]!.to, source.from - INTRODUCED);
  for (let i = source.from - 1; i >= floor; i--) {
    if (page.paragraphOf[i]! < page.paragraphOf[source.from]! - 1) break;
    if (page.quoted[i] || page.sentenceOf[i] === page.sentenceOf[i - 1]) continue;
    if (!/^(?:a|an|one|another)$/.test(lexemes[i]!.lower)) continue;
    for (let j = i + 1; j < i + 6 && lexemes[j]?.kind === 'word' && !isVerbLike(lexemes[j]!.lower); j++)
      if (
        (lexemes[j]!.lower === 'them' && lexemes[j - 1]!.lower === 'of') ||
        (ROLE_NOUNS.has(lexemes[j]!.lower) && !ROLE_NOUNS.has(lexemes[j + 1]?.lower ?? ''))
      ) {
        // "A student, Jane Example, came."
        for (let k = last; k > n; k--) {
          const { core, form } = people.namings[k]!;
          if (core > i && core <= j + 2 && form === 'full') return null;
        }
        const label = page.text.slice(lexemes[i]!.start, lexemes[j]!.end).replace(/\s+/g, ' ');
        return { ...source, kind: 'unnamed', persons: [], naming: null, from: i, to: j + 1, label };
      }
  }
  return null;
}

/**
 * Could a pronoun mean somebody of whom the text does not say who it is? A sentence since the person was last named
 * begins with an office or a name that stands for nobody known; or nothing tells the person's gender and others are near.
 */
function isDoubtful(page: Page, people: People, source: Source): boolean {
  const { lexemes } = page;
  const person = source.persons[0]!;
  if (people.persons[person]!.gender === null && source.naming!.margin < FAR_AHEAD) return true;
  const last = lastBefore(people, source.from);
  let n = last;
  while (
    n >= 0 &&
    last - n < NAMINGS_BACK &&
    (people.namings[n]!.form === 'pronoun' || people.namings[n]!.person !== person)
  )
    n--;
  if (n < 0 || last - n >= NAMINGS_BACK) return true;
  const floor = Math.max(people.namings[n]!.to, source.from - INTRODUCED);
  const named = new Set(
    people.namings.slice(n + 1, last + 1).flatMap((naming) => [naming.from, naming.core]),
  );
  for (let i = source.from - 1; i >= floor; i--) {
    if (page.quoted[i] || page.sentenceOf[i] === page.sentenceOf[i - 1] || named.has(i)) continue;
    const next = lexemes[i + 1]?.kind === 'possessive' ? i + 2 : i + 1;
    if (
      lexemes[i]!.capital &&
      lexemes[next]?.capital &&
      !PREPOSITIONS.has(lexemes[i]!.lower) &&
      !named.has(next)
    )
      return true;
    if (lexemes[i]!.lower !== 'the') continue;
    for (
      let j = i + 1;
      j < i + 5 && /^(?:word|possessive)$/.test(lexemes[j]?.kind ?? '') && !isVerbLike(lexemes[j]!.lower);
      j++
    )
      if (ROLE_NOUNS.has(lexemes[j]!.lower)) return true;
  }
  return false;
}

/** The only person who has spoken in this text so far. */
function alone(
  speakers: ReadonlyMap<number, number>,
  source: Source,
  acting: number | null = null,
): Source | null {
  if (speakers.size !== 1) return null;
  const [person] = speakers.keys();
  // Somebody else has come on since: "the chairman" may be that one.
  if (acting !== null && acting !== person) return null;
  return { ...source, kind: 'person', persons: [person!], label: null };
}

/** How many namings back the one who acts is looked for. */
const LOOKED_BACK = 12;

/** Who was last the subject of a sentence. */
function lastActing(people: People, at: number): number | null {
  const last = lastBefore(people, at);
  for (let n = last; n >= 0 && last - n < LOOKED_BACK; n--)
    if (people.namings[n]!.position === 'subject') return people.namings[n]!.person;
  return null;
}

/** "the 24-year-old", "the Frenchman" */
function isAged(page: Page, source: Source): boolean {
  const words = page.text.slice(page.lexemes[source.from]!.start, page.lexemes[source.to - 1]!.end);
  if (/^the (?:French|English|Dutch|Irish|Scots|Welsh)(?:wo)?man$/.test(words)) return true;
  return /^the \d+[- ]year[- ]old\b(?! (?:man|woman|boy|girl|student|mother|father)\b)/i.test(words);
}

/** Whoever acted last in this paragraph or the one before; else the only speaker. */
function latest(page: Page, people: People, speakers: ReadonlyMap<number, number>, source: Source): Source {
  const last = lastBefore(people, source.from);
  for (let n = last; n >= 0 && last - n < LOOKED_BACK; n--) {
    const naming = people.namings[n]!;
    if (page.paragraphOf[naming.from]! < page.paragraphOf[source.from]! - 1) break;
    if (naming.position === 'subject' && !hasCompany(page, people, n))
      return { ...source, kind: 'person', persons: [naming.person], label: null, nation: null };
  }
  return alone(speakers, source) ?? source;
}

const NUMBERS: Readonly<Record<string, number>> = {
  'the two': 2,
  both: 2,
  'the pair': 2,
  'the three': 3,
  'the four': 4,
};

/** How many "the three ministers" are; 1 where the words do not say. */
const countOf = (source: Source) =>
  NUMBERS[/^(?:the (?:two|three|four|pair)|both)\b/i.exec(source.label ?? '')?.[0].toLowerCase() ?? ''] ?? 1;

/** What famous people are called when their names have been said; a judge or a lawyer comes without a name as well. */
const WHAT_THEY_DO =
  /^(?:singer|actor|actress|rapper|novelist|poet|musician|comedian|songwriter|star|striker|midfielder|goalkeeper|player|champion|billionaire|tycoon|mogul|entrepreneur|businessman|businesswoman|politician|lawmaker|academic|astronaut)$/;

/** How far back a noun that introduces somebody is looked for, in lexemes. */
const INTRODUCED = 150;

/** And how many namings back somebody meant by a pronoun. */
const NAMINGS_BACK = 30;

/**
 * "the former Texan mayor", "the far-right politician": another word for somebody just named, if it says more than an
 * office, in the singular, and the text has not spoken of such a person before.
 */
function isEpithet(page: Page, people: People, source: Source): boolean {
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
    for (let k = n + step; k >= 0 && k < people.namings.length; k += step) {
      const other = people.namings[k]!;
      if (page.sentenceOf[other.from] !== page.sentenceOf[from]) break;
      if (other.person !== person && other.position !== 'owner') return true;
    }
  return false;
}

/** Who acted last, in this paragraph or the one before. */
function lately(page: Page, people: People, piece: Attributed, source: Source): Source {
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

/** "the head of Acme", not "a spokesman" and not "the officials". */
function isDefinite(page: Page, source: Source): boolean {
  if (page.lexemes[source.from]?.lower !== 'the') return false;
  for (let i = source.from + 1; i < source.to; i++) {
    const word = page.lexemes[i]!.lower;
    if (/^(?:of|for|at|in)$/.test(word)) return false;
    if (ROLE_NOUNS.has(word))
      return !/^(?:narrator|moderator|reporter|reader|questioner|spokesman|spokeswoman|spokesperson|student|author|man|woman|boy|girl)$/.test(
        word,
      );
  }
  return false;
}

/** The people of the latest sentence that names several, not further back than the paragraph before. */
function together(page: Page, people: People, source: Source): Source | null {
  const paragraph = page.paragraphOf[source.from]!;
  let best: { sentence: number; persons: number[] } | null = null;
  let current: { sentence: number; persons: number[] } | null = null;
  for (let n = lastBefore(people, source.from); n >= 0; n--) {
    const naming = people.namings[n]!;
    if (page.paragraphOf[naming.from]! < paragraph - 1) break;
    const sentence = page.sentenceOf[naming.from]!;
    if (current === null || current.sentence !== sentence) current = { sentence, persons: [] };
    if (naming.form === 'pronoun') continue;
    if (!current.persons.includes(naming.person)) current.persons.unshift(naming.person);
    if (
      current.persons.length >= 2 &&
      (best === null ||
        (current.sentence < best.sentence && current.persons.length > best.persons.length) ||
        current.sentence === best.sentence)
    )
      best = current;
  }
  if (best === null) return null;
  return { ...source, kind: 'person', persons: best.persons, label: null };
}

function lastBefore(people: People, at: number): number {
  let low = 0;
  let high = people.namings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (people.namings[middle]!.from < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Does the quotation itself speak of this person by name? */
function names(page: Page, people: People, piece: Attributed, person: number): boolean {
  const { surname, given } = people.persons[person]!;
  const word = surname.slice(surname.lastIndexOf(' ') + 1);
  for (let i = piece.place.from; i < Math.min(piece.place.to, piece.place.from + SEARCHED); i++)
    if ((page.lexemes[i]!.lower === word || page.lexemes[i]!.lower === given) && page.lexemes[i]!.capital)
      return true;
  return false;
}
