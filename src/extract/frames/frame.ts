import type { Analysis, Clause, Nominal } from '../analysis/clause.ts';
import type { Scene, SceneSentence } from '../analysis/scene.ts';
import type { NounClass } from '../lexicon/nouns.ts';
import type { VerbClass } from '../lexicon/verbs.ts';
import type { Recent } from '../refine/pairs.ts';
import type { Journey, Telling } from './telling.ts';

/** What a rule is shown: one verb with its roles, one noun of an event with its roles, or a whole sentence. */
export interface Told {
  scene: Scene;
  sentence: SceneSentence;
  /** Index of the sentence in the scene. */
  index: number;
  analysis: Analysis;
  /** The two told of last, whom "the two" means. */
  recent: Recent | null;
}

/** What a rule gives. */
export interface Finding {
  tellings?: Telling[];
  journeys?: Journey[];
}

interface Examples {
  /** `group.name`: what `--explain` prints and `eval --rules` counts. */
  id: string;
  /** Texts it reads, with what must come out: at least two. "Jane Example" and "John Sample" are whom they tell of. */
  examples: readonly string[];
  /** Texts it must not read: at least one. */
  not: readonly string[];
}

export type Rule = Examples &
  (
    | { verbs: readonly VerbClass[]; reads: (told: Told, clause: Clause) => Finding | null }
    | { nouns: readonly NounClass[]; reads: (told: Told, nominal: Nominal) => Finding | null }
    | { sentence: true; reads: (told: Told, before: readonly Telling[]) => Finding | null }
  );
