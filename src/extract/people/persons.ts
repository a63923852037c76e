import type { Register } from '../../model/register.ts';
import type { Page } from '../page.ts';
import { genderOfGivenName, isGivenName } from '../words/given-names.ts';
import { HONORIFICS, PARTICLES, SUFFIXES } from '../words/roles.ts';
import { type Candidate, ENOUGH } from './candidates.ts';
import { NO_PERSON } from './evidence.ts';
import { isVerbLike } from './grammar.ts';
import { genderOnRecord } from './known.ts';
import { Misprints } from './misprints.ts';

/** A person of the text while it is being read. */
export interface Person {
  /** The fullest form of the name. */
  name: string;
  /** Lower-case words of the fullest form without suffix. */
  words: string[];
  surname: string;
  /** Lower-case first word, or null where only a surname is known. */
  given: string | null;
  gender: 'f' | 'm' | null;
  /** Other forms in order of appearance. */
  forms: string[];
  /** Lexeme where the fullest form is first printed. */
  firstFrom: number;
  firstTo: number;
}

/** Of a family larger than this only the first are compared with a new name. */
const MOST_NAMESAKES = 64;
/** A title and a known given name. */
const SURE_IN_HEADING = 4;
const ENOUGH_FOR_ONE_WORD = 2.5;

const NICKNAMES: ReadonlyMap<string, string> = new Map(
  (
    'bill:william will:william bob:robert rob:robert dick:richard rick:richard jim:james jimmy:james joe:joseph mike:michael tom:thomas tim:timothy ' +
    'chris:christopher dan:daniel dave:david ed:edward ted:edward tony:antony steve:stephen ben:benjamin sam:samuel matt:matthew nick:nicholas ' +
    'liz:elizabeth beth:elizabeth kate:katherine kathy:katherine sue:susan jen:jennifer chuck:charles charlie:charles hank:henry jack:john ron:ronald ' +
    'don:donald ken:kenneth greg:gregory jeff:jeffrey andy:andrew alex:alexander max:maximilian vlad:vladimir pat:patrick larry:lawrence jerry:gerald bernie:bernard mitt:willard'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Sums what speaks for each form over the text and makes people of the forms that convince. */
export function gatherPersons(
  page: Page,
  candidates: readonly Candidate[],
  register: Register | null = null,
): Person[] {
  const forms = new Map<
    string,
    { candidate: Candidate; best: number; total: number; honorific: 'f' | 'm' | null; also: 'f' | 'm' | null }
  >();
  const printed = new Set<string>();
  const surnames = new Set<string>();
  for (const candidate of candidates) {
    if (candidate.heading) continue;
    printed.add(candidate.name);
    surnames.add(candidate.name.slice(candidate.name.lastIndexOf(' ') + 1).toLowerCase());
  }
  const firms = new Set(candidates.filter((c) => c.score <= NO_PERSON / 2).map((c) => c.name));
  for (const candidate of candidates) {
    if (firms.has(candidate.name)) continue;
    // Headings capitalise everything: they confirm people, and complete names of which the text has the last word.
    if (
      candidate.heading &&
      printed.size > 0 &&
      !printed.has(candidate.name) &&
      candidate.score < SURE_IN_HEADING &&
      !completes(candidate, surnames)
    )
      continue;
    const known = forms.get(candidate.name);
    const honorific = honorificGender(page, candidate);
    if (known === undefined)
      forms.set(candidate.name, {
        candidate,
        best: candidate.score,
        total: candidate.score,
        honorific,
        also: null,
      });
    else {
      known.best = Math.max(known.best, candidate.score);
      known.total += candidate.score;
      known.honorific ??= honorific;
      if (honorific !== null && honorific !== known.honorific) known.also = honorific;
    }
  }
  const pronouned = followedByPronoun(page, candidates);
  const persons: Person[] = [];
  const bySurname = new Map<string, Person[]>();
  const single: string[] = [];
  for (const [name, form] of forms) {
    const words = wordsOf(name);
    if (words.slice(0, -1).every((word) => PARTICLES.has(word))) {
      single.push(name);
      continue;
    }
    const convincing = form.best + 0.3 * Math.max(0, form.total - form.best) >= ENOUGH;
    // Whoever speaks by surname has the full name that ends with it.
    const speaks = form.best >= -1 && (forms.get(name.slice(name.lastIndexOf(' ') + 1))?.best ?? 0) >= 1;
    if (!convincing && !speaks && !pronouned.has(name)) continue;
    const surname = surnameOf(words);
    const family = bySurname.get(surname) ?? [];
    const same = family.find((person, i) => i < MOST_NAMESAKES && isSame(person.words, words));
    if (same !== undefined) merge(same, name, words, form.candidate, form.honorific);
    else {
      const person: Person = {
        name,
        words,
        surname,
        given: words[0]!,
        gender:
          form.honorific ??
          (register === null ? null : genderOnRecord(name, register)) ??
          genderOfWords(words) ??
          (convincing ? null : (pronouned.get(name) ?? null)),
        forms: [],
        firstFrom: form.candidate.from,
        firstTo: form.candidate.to,
      };
      persons.push(person);
      family.push(person);
      bySurname.set(surname, family);
    }
  }
  const known = new Set<string>();
  for (const person of persons)
    for (const word of [
      person.surname,
      person.given,
      person.words[person.words.length - 1],
      bareSurname(person),
      ...innerNames(person),
    ])
      if (word) known.add(word);
  const misprints = new Misprints(persons.map((person) => person.surname));
  // "von der Example" before "Example".
  for (const name of single.sort((a, b) => wordsOf(b).length - wordsOf(a).length)) {
    const form = forms.get(name)!;
    const word = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
    if (known.has(word)) {
      // "Ms. Example": the form of address tells what the given name does not.
      const family = bySurname.get(word);
      if (form.honorific !== null && family?.length === 1) family[0]!.gender ??= form.honorific;
      // "Mr Example" beside Mary Example: somebody else of that name.
      const other = [form.honorific, form.also].find(
        (gender) => gender !== null && family?.every((p) => p.gender !== null && p.gender !== gender),
      );
      if (other != null && family !== undefined) persons.push(alone(name, form.candidate, other));
      continue;
    }
    const convincing =
      form.best >= 1 && form.best + 0.3 * Math.max(0, form.total - form.best) >= ENOUGH_FOR_ONE_WORD;
    const told = convincing ? null : (pronouned.get(name) ?? null);
    const meant = form.best >= 1 ? misprints.correct(word) : null;
    if (!convincing && told === null && meant === null) continue;
    if (meant !== null) {
      bySurname.get(meant)?.at(-1)?.forms.push(name);
      continue;
    }
    known.add(word);
    persons.push(alone(name, form.candidate, form.honorific ?? genderOfGivenName(word) ?? told));
  }
  return persons.sort((a, b) => a.firstFrom - b.firstFrom);
}

/** Somebody of whom only one name is known. */
function alone(name: string, { from, to }: Candidate, gender: 'f' | 'm' | null): Person {
  const word = name.slice(name.lastIndexOf(' ') + 1).toLowerCase();
  return { name, words: [word], surname: word, given: null, gender, forms: [], firstFrom: from, firstTo: to };
}

/** Is a name in a heading one whose surname the text itself uses? */
function completes(candidate: Candidate, surnames: ReadonlySet<string>): boolean {
  const words = wordsOf(candidate.name);
  return (
    words.length > 1 &&
    words.length <= 4 &&
    candidate.score >= 0.5 &&
    (isGivenName(words[0]!) || candidate.titled < candidate.from) &&
    surnames.has(words[words.length - 1]!)
  );
}

/**
 * Single words that act like people: the subject of a verb of speaking, or twice of any, and taken up by "he" or "she" in
 * the same sentence or the next. A company is taken up by "it".
 */
function followedByPronoun(page: Page, candidates: readonly Candidate[]): Map<string, 'f' | 'm'> {
  // Sentences that begin with the pronoun, and those that have it anywhere.
  const opening = new Map<number, 'f' | 'm'>();
  const inside = new Map<number, 'f' | 'm'>();
  page.lexemes.forEach((lexeme, i) => {
    if (page.quoted[i] || (lexeme.lower !== 'he' && lexeme.lower !== 'she')) return;
    const gender = lexeme.lower === 'he' ? 'm' : 'f';
    const sentence = page.sentenceOf[i]!;
    const resumes = page.lexemes[i - 1]?.kind === 'mark' && page.quoted[i - 2] === 1;
    if (page.sentenceOf[i - 1] !== sentence || (resumes && !opening.has(sentence)))
      opening.set(sentence, gender);
    inside.set(sentence, gender);
  });
  const acts = new Map<string, number>();
  const spoken = new Set<string>();
  const told = new Map<string, 'f' | 'm'>();
  for (const candidate of candidates) {
    if (candidate.heading || candidate.score < 0) continue;
    if (candidate.to - candidate.from > 1) {
      // "Jane Example was sworn in. She …": two unknown words that begin a sentence and act.
      const first = page.sentenceOf[candidate.from]!;
      const gender = opening.get(first + 1);
      const begins = page.sentenceOf[candidate.from - 1] !== first && candidate.to - candidate.from < 4;
      if (
        gender !== undefined &&
        begins &&
        !page.quoted[candidate.from] &&
        isVerbLike(page.lexemes[candidate.to]?.lower ?? '')
      )
        told.set(candidate.name, gender);
      continue;
    }
    if (candidate.score >= 1) spoken.add(candidate.name);
    acts.set(candidate.name, (acts.get(candidate.name) ?? 0) + 1);
    const sentence = page.sentenceOf[candidate.from]!;
    if (page.vocabulary.has(candidate.name.toLowerCase())) continue;
    const gender = inside.get(sentence) ?? opening.get(sentence + 1);
    if (gender !== undefined && !told.has(candidate.name)) told.set(candidate.name, gender);
  }
  for (const [name, count] of acts) if (count < 2 && !spoken.has(name)) told.delete(name);
  return told;
}

export const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .split(' ')
    .filter((word) => !SUFFIXES.has(word));

/** The surname without the article before it: "example" of "al-example"; null where there is none. */
export function bareSurname(person: Person): string | null {
  const last = person.words[person.words.length - 1]!;
  return /^(?:al|el|ul)-./.test(last) ? last.slice(3) : null;
}

/** Words inside a long name by which somebody can be known as well. */
export const innerNames = (person: Person) =>
  person.words
    .slice(1, -1)
    .filter((word) => word.length > 2 && !PARTICLES.has(word) && !isGivenName(word) && !word.endsWith('.'));

/** "de blasio", "el-sisi", "blinken": the last word with the particles before it. */
function surnameOf(words: readonly string[]): string {
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has(words[from - 1]!)) from--;
  return words.slice(from).join(' ');
}

function genderOfWords(words: readonly string[]): 'f' | 'm' | null {
  for (const word of words.slice(0, -1)) {
    // "Jean-Claude"
    for (const part of word.split('-')) {
      const gender = genderOfGivenName(part);
      if (gender !== null) return gender;
    }
  }
  return null;
}

/** Do two full names with one surname mean one person? */
export function isSame(a: readonly string[], b: readonly string[]): boolean {
  const first = a[0]!;
  const other = b[0]!;
  if (first === other) return true;
  if (NICKNAMES.get(first) === other || NICKNAMES.get(other) === first) return true;
  if (/^\p{L}\.$/u.test(first) && other.startsWith(first.charAt(0))) return true;
  if (/^\p{L}\.$/u.test(other) && first.startsWith(other.charAt(0))) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= 2 &&
    short.length < long.length &&
    short.every((word, i) => word === long[long.length - short.length + i])
  );
}

function merge(
  person: Person,
  name: string,
  words: string[],
  candidate: Candidate,
  honorific: 'f' | 'm' | null,
): void {
  person.gender = honorific ?? person.gender ?? genderOfWords(words);
  const fuller = name.length > person.name.length && words.length >= person.words.length;
  if (fuller ? !isEpithet(words, person.words) : isEpithet(person.words, words)) {
    person.forms.push(person.name);
    person.name = name;
    person.words = words;
    person.given = words[0]!;
    person.firstFrom = candidate.from;
    person.firstTo = candidate.to;
  } else person.forms.push(name);
}

/** "Crooked Jane Example": does `long` only put a word that is no name before a full name? */
function isEpithet(long: readonly string[], short: readonly string[]): boolean {
  const added = long.length - short.length;
  return (
    added > 0 &&
    short.length > 1 &&
    isGivenName(short[0]!) &&
    short.every((word, i) => word === long[added + i]) &&
    long.slice(0, added).every((word) => !isGivenName(word) && !word.endsWith('.'))
  );
}

function honorificGender(page: Page, candidate: Candidate): 'f' | 'm' | null {
  for (let i = candidate.titled; i < candidate.from; i++) {
    const gender = HONORIFICS.get(page.lexemes[i]!.lower.replace('.', ''));
    if (gender) return gender;
  }
  return null;
}
