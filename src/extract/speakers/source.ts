import type { SpeakerKind } from '../../model/extraction.ts';
import type { Naming } from '../people/mentions.ts';

/** Whoever or whatever a clause says the words come from. */
export interface Source {
  kind: SpeakerKind;
  /** Indices of people; several for a joint statement, none for anything else than people. */
  persons: number[];
  /** What the text calls a source that is no person of it. */
  label: string | null;
  /** Lexemes `[from, to)` of the mention. */
  from: number;
  to: number;
  /** The naming behind a person, for its form and its margin. */
  naming: Naming | null;
  /** "the Norwegian": a people's name that stands for somebody not yet known. */
  nation: string | null;
  /** A pronoun that stands for nobody in particular yet: "they", "it". */
  pronoun?: string;
  /** Of the noun it is only known that an article stands before it. */
  vague?: boolean;
}

/** The namings of a page by the lexemes they begin and end at. */
export interface NamingIndex {
  all: readonly Naming[];
  byStart: ReadonlyMap<number, Naming>;
  byEnd: ReadonlyMap<number, Naming>;
}

export function indexNamings(namings: readonly Naming[]): NamingIndex {
  return {
    all: namings,
    byStart: new Map(namings.flatMap((n) => [[n.from, n] as const, [n.core, n] as const])),
    byEnd: new Map(namings.map((n) => [n.to, n])),
  };
}

const ADVERBS = new Set(
  'also then later further again still now once recently never often always first only just even both simply not previously already earlier today yesterday once further soon separately meanwhile twice alone himself herself'.split(
    ' ',
  ),
);

export const isAdverb = (lower: string) => ADVERBS.has(lower) || (lower.length > 4 && lower.endsWith('ly'));

/** "Kelly" looks like an adverb, "himself" is one. */
export const isNamed = (naming: Naming | undefined) => naming !== undefined && naming.form !== 'pronoun';

export const personSource = (naming: Naming, from = naming.from, to = naming.to): Source => ({
  kind: 'person',
  persons: [naming.person],
  label: null,
  from,
  to,
  naming,
  nation: null,
});

export function sameSource(a: Source, b: Source): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'person') return a.persons.length > 0 && a.persons.join() === b.persons.join();
  return a.label === b.label;
}

/** The best naming between `floor` and `before` where the grammar tells nothing: the first that acts, else the first. */
export function nearest(index: NamingIndex, before: number, floor: number): Source | null {
  let first: Naming | null = null;
  for (let n = lowerBound(index.all, floor); n < index.all.length; n++) {
    const naming = index.all[n]!;
    if (naming.from >= before) break;
    if (naming.position === 'owner') continue;
    if (naming.position === 'subject') return personSource(naming);
    first ??= naming;
  }
  return first === null ? null : personSource(first);
}

function lowerBound(namings: readonly Naming[], at: number): number {
  let low = 0;
  let high = namings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (namings[middle]!.from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
