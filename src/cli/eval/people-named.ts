import type { Extraction } from '../../model/extraction.ts';
import type { GoldDocument } from './gold.ts';
import { nameWords, sameName } from './names.ts';
import { type Counts, type Miss, share } from './score.ts';

/**
 * Names precision: of the different names that the output of one document gives to people (speakers, visitors, those
 * who took part), the share that are somebody's. A name is somebody's
 *
 * - if the annotation has the person (as speaker, visitor, participant or whoever states a figure, optional entries
 *   and every alternative included) and the name is a form of it: the same surname, and no word more than the fullest
 *   form of the annotation but initials. "Climate Jane Example" is nobody's, "Jane B. Example" and "Example" are hers;
 * - if the list of `known` people has exactly this full name: a real person whom the annotation of the document had no
 *   reason to name is no invention. Without a list this half is left out.
 *
 * Whether that person spoke, went or took part is for the other measures to say.
 */
export function scoreNames(
  gold: GoldDocument,
  found: Extraction,
  known: ReadonlySet<string>,
): { counts: Counts; misses: Miss[] } {
  const annotated = namesOf(gold);
  const named = namesIn(found);
  const wrong = [...named].filter(
    ([name]) => !annotated.some((other) => isFormOf(name, other)) && !isKnown(name, known),
  );
  return {
    counts: { names: share(named.size - wrong.length, named.size) },
    misses: wrong.map(([name, at]) => ({ what: 'name of nobody', detail: name, at })),
  };
}

const isKnown = (name: string, known: ReadonlySet<string>) =>
  fullNameKey(name) !== '' && known.has(fullNameKey(name));

/** A full name as `known` has it; the empty string for a single word, which proves nobody. */
export function fullNameKey(name: string): string {
  const words = nameWords(name);
  return words.length > 1 ? words.join(' ') : '';
}

function namesIn(found: Extraction): Map<string, Miss['at']> {
  const named = new Map<string, Miss['at']>();
  const add = (names: string, at: Miss['at']) => {
    for (const name of names.split('; ')) if (!named.has(name)) named.set(name, at);
  };
  for (const quote of found.quotes) {
    if (quote.speaker === null || quote.speaker_kind !== 'person' || !quote.certain) continue;
    add(quote.speaker, { start: quote.start, end: quote.end });
  }
  for (const visit of found.visits) add(visit.visitor, visit.evidence[0] ?? null);
  for (const engagement of found.engagements) {
    for (const name of engagement.participants) add(name, engagement.evidence[0] ?? null);
  }
  return named;
}

function namesOf(gold: GoldDocument): string[] {
  const names = [
    ...gold.quotes.flatMap((q) => [q.speaker, q.speaker_known_as, ...(q.also_acceptable ?? [])]),
    ...gold.visits.flatMap((it) => [it.visitor, ...(it.visitor_alt ?? [])]),
    ...gold.engagements.flatMap((it) => [...it.participants, ...(it.participants_alt ?? []).flat()]),
    ...gold.figures.map((it) => it.said_by),
  ].flatMap((name) => name?.split(';') ?? []);
  return [...new Set(names.map((name) => name.trim()))];
}

function isFormOf(name: string, other: string): boolean {
  if (!sameName(other, name)) return false;
  const words = new Set(nameWords(other));
  return nameWords(name).every((word) => word.length === 1 || words.has(word));
}
