import { isGivenName } from '../words/given-names.ts';
import { bareSurname, innerNames, isSame, type Person, wordsOf } from './persons.ts';

/** Of a family larger than this only the first are told apart. */
const MOST_NAMESAKES = 64;

/** The people of a text by every form in which they can be named. */
export class KnownNames {
  #persons: readonly Person[];
  #vocabulary: ReadonlySet<string>;
  #index = new Map<string, number[]>();

  /** `vocabulary`: the words that the text also prints without a capital. */
  constructor(persons: readonly Person[], vocabulary: ReadonlySet<string>) {
    this.#persons = persons;
    this.#vocabulary = vocabulary;
    persons.forEach((person, p) => {
      this.#enter(person.surname, p);
      this.#enter(person.words[person.words.length - 1]!, p);
      for (const form of [person.name, ...person.forms]) this.#enter(wordsOf(form).join(' '), p);
    });
    // "Example" of "al-Example"
    persons.forEach((person, p) => {
      const bare = bareSurname(person);
      if (bare !== null && !this.#index.has(bare)) this.#enter(bare, p);
    });
    // A given name means somebody only where nobody else has it as a surname.
    persons.forEach((person, p) => {
      if (person.given === null) return;
      const bearers = this.#index.get(person.given);
      const free =
        bearers === undefined
          ? person.words.length > 1
          : bearers.every((other) => persons[other]!.given === person.given);
      if (free) this.#enter(person.given, p);
    });
    // "Uribe" of "Álvaro Uribe Vélez"
    persons.forEach((person, p) => {
      for (const word of innerNames(person)) if (!this.#index.has(word)) this.#enter(word, p);
    });
  }

  #enter(key: string, person: number): void {
    const list = this.#index.get(key);
    if (list === undefined) this.#index.set(key, [person]);
    else if (list.length < MOST_NAMESAKES && !list.includes(person)) list.push(person);
  }

  /** People whom a printed form can mean. */
  find(name: string): number[] {
    const words = wordsOf(name);
    const exact = this.#index.get(words.join(' '));
    if (exact !== undefined) return exact;
    if (words.length < 2) return [];
    const family = this.#index.get(words[words.length - 1]!) ?? [];
    const same = family.filter((p) => isSame(this.#persons[p]!.words, words));
    if (same.length > 0) return same;
    // "Yesterday Example", "Team Example": an ordinary word of the text before a surname everybody here knows.
    return words.length === 2 && !isGivenName(words[0]!) && this.#vocabulary.has(words[0]!) ? family : [];
  }
}
