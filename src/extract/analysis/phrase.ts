import type { Span } from '../../model/extraction.ts';
import type { NounClass } from '../lexicon/nouns.ts';
import type { VerbClass } from '../lexicon/verbs.ts';
import type { PlaceMention } from '../places/find.ts';
import type { PersonAt } from './persons.ts';
import type { TimeAt } from './scene.ts';

/** A noun phrase: who, where or what. */
export interface Noun extends Span {
  kind: 'noun';
  first: number;
  next: number;
  /** Those it names, apart from owners. */
  persons: PersonAt[];
  /** "Sample's", "his": whose it is. */
  owners: PersonAt[];
  /** Places it is, not those that only qualify it. */
  places: PlaceMention[];
  /** People without names: "foreign ministers", "families". */
  group: boolean;
  /** Somebody by office alone: "the Prime Minister of Iceland". */
  office: boolean;
  /** What its last noun tells of. */
  classes: readonly NounClass[];
  /** Its last noun in lower case. */
  head: string;
  /** The words before the last noun in lower case. */
  words: readonly string[];
  /** Behind "and" in a list: the list is one phrase, its parts are here in order. */
  parts: readonly Noun[];
  /** Country or town that qualifies an office or a name: "of Kenya". */
  of: PlaceMention[];
}

export interface Verb extends Span {
  kind: 'verb';
  first: number;
  next: number;
  lemma: string;
  classes: ReadonlySet<VerbClass>;
  form: 'finite' | 'to' | 'ing' | 'participle';
  tense: 'past' | 'present' | 'future';
  /** "would", or one of "could", "may", "should" … */
  modal: 'would' | 'possible' | null;
  passive: boolean;
  perfect: boolean;
  progressive: boolean;
  negative: boolean;
  /** "had" + participle. */
  had: boolean;
  /** "also", "then", "later" beside it. */
  adverbs: readonly string[];
}

export interface Joint extends Span {
  kind: 'prep' | 'and' | 'comma' | 'sub' | 'stop' | 'adverb';
  first: number;
  next: number;
  word: string;
}

export interface Moment extends Span {
  kind: 'time';
  first: number;
  next: number;
  time: TimeAt;
}

export type Phrase = Noun | Verb | Joint | Moment;
