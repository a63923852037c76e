import type { Page } from '../page.ts';
import type { People } from '../people/mentions.ts';
import type { Source } from './source.ts';
import type { Attributed } from './utterances.ts';

/** How many words of a quotation are searched for the speaker's own name. */
const SEARCHED = 160;

/** How many namings back the one who acts is looked for. */
export const LOOKED_BACK = 12;

export function lastBefore(people: People, at: number): number {
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
export function names(page: Page, people: People, piece: Attributed, person: number): boolean {
  const { surname, given } = people.persons[person]!;
  const word = surname.slice(surname.lastIndexOf(' ') + 1);
  for (let i = piece.place.from; i < Math.min(piece.place.to, piece.place.from + SEARCHED); i++)
    if ((page.lexemes[i]!.lower === word || page.lexemes[i]!.lower === given) && page.lexemes[i]!.capital)
      return true;
  return false;
}

/** The only person who has spoken in this text so far. */
export function alone(
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
