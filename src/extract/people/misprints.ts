/** Shortest surname for which a misprint is believed. */
const SHORTEST = 5;

/** All spellings of `word` with at most one letter left out. */
function shortened(word: string): string[] {
  const spellings = [word];
  for (let i = 1; i < word.length; i++) spellings.push(word.slice(0, i) + word.slice(i + 1));
  return spellings;
}

/** Surnames by their spellings with a letter left out; two words that meet there differ by a letter or two. */
export class Misprints {
  #spellings = new Map<string, string>();

  constructor(surnames: Iterable<string>) {
    for (const surname of surnames) {
      if (surname.length < SHORTEST || surname.length > 24) continue;
      for (const spelling of shortened(surname))
        if (!this.#spellings.has(spelling)) this.#spellings.set(spelling, surname);
    }
  }

  /** The known surname that `word` is most likely a misprint of, or null. */
  correct(word: string): string | null {
    if (word.length < SHORTEST || word.length > 24) return null;
    for (const spelling of shortened(word)) {
      const surname = this.#spellings.get(spelling);
      if (surname !== undefined && surname !== word && surname.charAt(0) === word.charAt(0)) return surname;
    }
    return null;
  }
}
