import type { Page } from '../page.ts';
import { PREPOSITIONS } from '../words/function-words.ts';
import { DEMONYMS, PLACE_WORDS } from '../words/nations.ts';
import { HONORIFICS } from '../words/roles.ts';
import type { Candidate } from './candidates.ts';
import { positionOf } from './grammar.ts';
import type { KnownNames } from './known-names.ts';
import type { Form, Naming } from './mentions.ts';
import { type Person, wordsOf } from './persons.ts';
import { type RoleUse, roleKeys } from './roles.ts';
import type { Memory } from './salience.ts';

/** What is known of a text's people while it is read from its beginning to its end. */
export interface Scene {
  page: Page;
  persons: readonly Person[];
  roles: readonly RoleUse[][];
  names: KnownNames;
  memory: Memory;
}

/** Says whom a printed name means; null if nobody of this text. `at`: where the mention begins, titles included. */
export function resolveName(scene: Scene, candidate: Candidate, at: number, step: number): Naming | null {
  const { page, persons, names } = scene;
  const found = names.find(candidate.name);
  if (found.length === 0 || isPlaceHere(page, candidate)) return null;
  if (found.every((p) => isAnother(page, candidate, persons[p]!))) return null;
  const ranked =
    found.length === 1 ? [{ person: found[0]!, score: 0 }] : rankNamesakes(scene, candidate, found, step);
  const first = ranked[0]!;
  const from = Math.max(at, candidate.titled);
  return {
    from,
    to: candidate.to,
    core: candidate.from,
    person: first.person,
    form: formOf(persons[first.person]!, wordsOf(candidate.name)),
    position: positionOf(page, from, candidate.to),
    margin: ranked.length > 1 ? first.score - ranked[1]!.score : Number.POSITIVE_INFINITY,
    others: ranked.slice(1, 4).map((other) => other.person),
  };
}

/** "Mr Example" is not Mary Example, whom the text has called she. */
function isAnother(page: Page, candidate: Candidate, person: Person): boolean {
  const before = page.lexemes[candidate.from - 1];
  if (candidate.titled === candidate.from || before === undefined || person.gender === null) return false;
  const called = HONORIFICS.get(before.lower.replace('.', '')) ?? null;
  return called !== null && called !== person.gender;
}

/** "in Paris" is the city even where somebody's name is Paris. */
function isPlaceHere(page: Page, candidate: Candidate): boolean {
  if (candidate.to - candidate.from !== 1 || candidate.titled !== candidate.from) return false;
  const word = page.lexemes[candidate.from]!.lower;
  if (!PLACE_WORDS.has(word) && !DEMONYMS.has(word)) return false;
  return /^(?:in|at|to|from|near|of|the)$/.test(page.lexemes[candidate.from - 1]?.lower ?? '');
}

/** Orders people who share a name: by the form of address, the office, and who was named lately and often. */
function rankNamesakes(
  scene: Scene,
  candidate: Candidate,
  found: readonly number[],
  step: number,
): { person: number; score: number }[] {
  const { page, persons, roles, memory } = scene;
  const before = page.lexemes.slice(candidate.titled, candidate.from).map((lexeme) => lexeme.lower);
  let gender: 'f' | 'm' | null = null;
  for (const word of before) gender = HONORIFICS.get(word.replace('.', '')) ?? gender;
  gender ??= pronounAhead(page, candidate.titled);
  const fitting = found.filter(
    (p) => gender === null || persons[p]!.gender === null || persons[p]!.gender === gender,
  );
  const titles = [...roleKeys(before)];
  const score = (p: number) => {
    const titled = titles.length > 0 && roles[p]!.some((use) => titles.every((key) => use.words.has(key)));
    const last = memory.lastStep(p);
    const recent = last < 0 ? 0 : 3 - Math.min(3, (step - last) * 0.15);
    return (titled ? 6 : 0) + recent + Math.log2(1 + memory.count(p));
  };
  return (fitting.length > 0 ? fitting : found)
    .map((person) => ({ person, score: score(person) }))
    .sort((a, b) => b.score - a.score || a.person - b.person);
}

/** How far a sentence is looked back through for a pronoun that stands before its name, in lexemes. */
const AHEAD = 14;

/** "In her book of 2003, Example noted": what the pronoun in the opening of a sentence says of the name it waits for. */
function pronounAhead(page: Page, at: number): 'f' | 'm' | null {
  let start = at;
  while (start > 0 && at - start < AHEAD && page.sentenceOf[start - 1] === page.sentenceOf[at]) start--;
  if (!PREPOSITIONS.has(page.lexemes[start]!.lower)) return null;
  const pronoun = page.lexemes[start + 1]?.lower;
  return pronoun === 'her' ? 'f' : pronoun === 'his' ? 'm' : null;
}

function formOf(person: Person, words: readonly string[]): Form {
  if (person.words.length === 1) return 'full';
  if (words[0] !== person.given) return 'surname';
  return words.length > 1 ? 'full' : 'given';
}
