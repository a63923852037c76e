import type { Page } from '../page.ts';
import type { People } from '../people/mentions.ts';
import { ROLE_NOUNS } from '../words/roles.ts';
import type { Source } from './source.ts';
import type { Attributed } from './utterances.ts';

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
    else if (source.pronoun === 'it' && body !== null) source = { ...body, from: source.from, to: source.to };
    else if (source.kind === 'person' && source.nation !== null)
      source = alone(speakers, source) !== null ? latest(page, people, speakers, source) : source;
    else if (source.kind === 'unnamed' && isAged(page, source))
      source = latest(page, people, speakers, source);
    else if (source.kind === 'unnamed' && isDefinite(page, source))
      source = alone(speakers, source, lastActing(people, source.from)) ?? source;
    else if (source.naming?.form === 'pronoun' && names(page, people, piece, source.naming.person)) {
      const other = source.naming.others.find((p) => !names(page, people, piece, p));
      if (other !== undefined) source = { ...source, persons: [other] };
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
    if (naming.position === 'subject')
      return { ...source, kind: 'person', persons: [naming.person], label: null, nation: null };
  }
  return alone(speakers, source) ?? source;
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
  const { surname } = people.persons[person]!;
  const word = surname.slice(surname.lastIndexOf(' ') + 1);
  for (let i = piece.place.from; i < Math.min(piece.place.to, piece.place.from + SEARCHED); i++)
    if (page.lexemes[i]!.lower === word && page.lexemes[i]!.capital) return true;
  return false;
}
