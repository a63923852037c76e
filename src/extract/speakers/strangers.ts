import type { Page } from '../page.ts';
import { isVerbLike } from '../people/grammar.ts';
import type { People } from '../people/mentions.ts';
import { PREPOSITIONS } from '../words/function-words.ts';
import { ROLE_NOUNS } from '../words/roles.ts';
import type { Source } from './source.ts';
import { lastBefore } from './spoken-of.ts';

/** So far ahead of the next, somebody is meant even where nothing tells a man from a woman. */
const FAR_AHEAD = 2.5;

/** How far back a noun that introduces somebody is looked for, in lexemes. */
export const INTRODUCED = 150;

/** And how many namings back somebody meant by a pronoun. */
const NAMINGS_BACK = 30;

/**
 * "A student from Oslo came. “…,” he said.": somebody without a name whom a sentence began with after the person whom
 * the pronoun would mean was last named.
 */
export function stranger(page: Page, people: People, source: Source): Source | null {
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
export function isDoubtful(page: Page, people: People, source: Source): boolean {
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
