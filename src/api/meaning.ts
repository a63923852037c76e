import { foldWords } from '../model/fold.ts';
import { peopleCalled } from '../register/called.ts';
import { type Phrase, readPhrases } from '../store/filter.ts';

/** Somebody a search names in other words than their name stands in, and what else it asks for. */
export interface Meaning {
  /** Ids of whoever may be meant. */
  people: readonly string[];
  phrases: readonly Phrase[];
}

/** An office that more people than these have held says nobody in particular. */
const MOST_PEOPLE = 6;
/** Names and offices are looked for at both ends of a search, up to so many words long. */
const LONGEST_NAME = 5;

/**
 * Who is named by the beginning or the end of a search, or by all of it ("SecGen", "Mr Stoltenberg nuclear"); null if
 * nobody is, or if the name is found by its own words as well.
 */
export function meaningOf(typed: string): Meaning | null {
  if (/["\u201c\u201d\u201e\u00ab\u00bb]/.test(typed)) return null;
  const words = typed.split(/\s+/).filter((word) => foldWords(word).length > 0);
  for (let length = Math.min(LONGEST_NAME, words.length); length > 0; length--) {
    const ends = new Set([0, words.length - length]);
    for (const at of ends) {
      const name = words.slice(at, at + length).join(' ');
      const called = peopleCalled(name);
      if (called.length === 0 || called.length > MOST_PEOPLE) continue;
      const rest = [...words.slice(0, at), ...words.slice(at + length)].join(' ');
      if (called.every((person) => bears(person.name, name))) return null;
      return { people: called.map(({ id }) => id), phrases: readPhrases(rest) };
    }
  }
  return null;
}

/** Whether the words typed all stand in the name. */
function bears(name: string, typed: string): boolean {
  const words = new Set(foldWords(name));
  return foldWords(typed).every((word) => words.has(word));
}
