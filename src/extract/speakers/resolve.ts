import type { Page } from '../page.ts';
import type { People } from '../people/mentions.ts';
import { ROLE_NOUNS } from '../words/roles.ts';
import { isAged, isEpithet, lately, latest } from './epithets.ts';
import type { Source } from './source.ts';
import { alone, LOOKED_BACK, lastBefore, names } from './spoken-of.ts';
import { isDoubtful, stranger } from './strangers.ts';
import type { Attributed } from './utterances.ts';

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

/** Who was last the subject of a sentence. */
function lastActing(people: People, at: number): number | null {
  const last = lastBefore(people, at);
  for (let n = last; n >= 0 && last - n < LOOKED_BACK; n--)
    if (people.namings[n]!.position === 'subject') return people.namings[n]!.person;
  return null;
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
