import type { RoleUse } from './roles.ts';
import type { Memory } from './salience.ts';

/** More holders of one word of office than this are not all compared: only the first and those named lately. */
const COMPARED = 48;

const HIGHEST = ['general', 'president', 'director', 'commissioner'];

/** Who holds which office, by the words of it. */
export class Offices {
  readonly uses: readonly RoleUse[][];
  #holders = new Map<string, number[]>();

  constructor(uses: readonly RoleUse[][]) {
    this.uses = uses;
    uses.forEach((list, person) => {
      for (const use of list) {
        for (const word of use.words) {
          const holders = this.#holders.get(word);
          if (holders === undefined) this.#holders.set(word, [person]);
          else if (holders[holders.length - 1] !== person) holders.push(person);
        }
      }
    });
  }

  /** People some of whose offices have a word of `wanted`: those of its rarest word, or of the two rarest. */
  holders(wanted: ReadonlySet<string>, memory: Memory): number[] {
    // Whoever is called the head of something may hold any of the highest offices.
    const words = wanted.has('head') ? [...wanted, ...HIGHEST] : [...wanted];
    const lists = words.map((word) => this.#holders.get(word)).filter((list) => list !== undefined);
    lists.sort((a, b) => a.length - b.length);
    const found = new Set<number>();
    for (const list of lists.slice(0, wanted.has('head') ? 4 : 2)) {
      if (list.length <= COMPARED) for (const person of list) found.add(person);
      else {
        for (const person of list.slice(0, COMPARED)) found.add(person);
        for (const person of memory.recent()) found.add(person);
      }
    }
    return [...found].sort((a, b) => a - b);
  }
}
