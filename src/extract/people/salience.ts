import type { Person } from './persons.ts';

export type Position = 'subject' | 'object' | 'owner';

interface Trace {
  person: number;
  /** Number of sentences of the text's own words before it. */
  step: number;
  paragraph: number;
  position: Position;
  spoke: boolean;
  /** Acts only in a clause that depends on another: "… said if the Speaker left". */
  dependent: boolean;
  /** Put a question: the answer is somebody else's. */
  asks: boolean;
  /** A pronoun: who was spoken of goes on being spoken of. */
  again: boolean;
  /** How clear it was that this one was meant, and not another of the same name. */
  sure: number;
  /** The gender of the pronoun that was used, if it was one. */
  pronoun: 'f' | 'm' | null;
}

/** Somebody who can be meant, and how well. */
export interface Ranked {
  person: number;
  score: number;
  sure: number;
}

/** How many people are kept in mind; who was last named longer ago is not meant by "he". */
const KEPT = 14;

/** Remembers who was named lately and how, to say whom a pronoun or a bare surname means. */
export class Memory {
  #traces: Trace[] = [];
  #counts = new Map<number, number>();
  #persons: readonly Person[];

  constructor(persons: readonly Person[]) {
    this.#persons = persons;
  }

  note(trace: Trace): void {
    const earlier = this.#traces.findIndex((t) => t.person === trace.person);
    // Named twice in a sentence: the better of the two places counts.
    if (earlier >= 0) {
      const [old] = this.#traces.splice(earlier, 1);
      // Whoever was "he" a sentence ago is not "she" now.
      if (trace.pronoun === null && trace.step - old!.step <= 1) trace = { ...trace, pronoun: old!.pronoun };
      if (old!.step === trace.step && old!.asks) trace = { ...trace, asks: true };
      if (trace.again) trace = { ...trace, sure: Math.min(trace.sure, old!.sure) };
      if (old!.position === 'subject' && trace.step - old!.step <= (trace.again ? 1 : 0))
        trace = {
          ...trace,
          position: 'subject',
          step: old!.step,
          spoke: trace.spoke || old!.spoke,
          dependent: trace.dependent && old!.dependent,
        };
    }
    this.#traces.push(trace);
    if (this.#traces.length > KEPT) this.#traces.shift();
    this.#counts.set(trace.person, (this.#counts.get(trace.person) ?? 0) + 1);
  }

  /** Those kept in mind, the latest last. */
  recent(): number[] {
    return this.#traces.map((trace) => trace.person);
  }

  count(person: number): number {
    return this.#counts.get(person) ?? 0;
  }

  /** The last step at which the person was named, or -1. */
  lastStep(person: number): number {
    return this.#traces.findLast((t) => t.person === person)?.step ?? -1;
  }

  /** Whether the only other of the sentence is known to be the man or the woman asked for. */
  #hasOther(trace: Trace, gender: 'f' | 'm'): boolean {
    const others = this.#traces.filter((other) => other !== trace && other.step === trace.step);
    return (
      others.length === 1 &&
      others[0]!.position !== 'owner' &&
      this.#persons[others[0]!.person]!.gender === gender
    );
  }

  /** People who can be meant at this place, best first; `acted`: by a pronoun that somebody of the sentence acts on. */
  rank(gender: 'f' | 'm' | null, step: number, paragraph: number, acted = false): Ranked[] {
    const ranked: Ranked[] = [];
    for (const trace of this.#traces) {
      const person = this.#persons[trace.person]!;
      if (gender !== null && person.gender !== null && person.gender !== gender) continue;
      const distance = step - trace.step;
      let score = trace.position === 'subject' ? 5 : trace.position === 'object' ? 3 : 2.5;
      score -= distance * (trace.position === 'subject' ? 0.8 : 1);
      score -= Math.min(2, paragraph - trace.paragraph) * 0.4;
      score += 0.35 * Math.log2(1 + this.count(trace.person));
      if (trace.spoke) score += 0.6;
      // "Jane Example told her": not herself.
      if (acted && distance === 0 && trace.position === 'subject') score -= 3;
      if (trace.position === 'subject' && distance <= 1) score += 0.6;
      if (trace.asks && distance <= 1) score -= 2.5;
      if (trace.dependent) score -= 0.8;
      if (gender !== null && person.gender === null)
        score -=
          trace.pronoun !== null && trace.pronoun !== gender ? 6 : this.#hasOther(trace, gender) ? 3 : 0.5;
      ranked.push({ person: trace.person, score, sure: trace.sure });
    }
    return ranked.sort((a, b) => b.score - a.score || a.person - b.person);
  }
}
