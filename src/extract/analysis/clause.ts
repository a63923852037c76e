import type { Span } from '../../model/extraction.ts';
import type { Joint, Noun, Phrase, Verb } from './phrase.ts';
import type { TimeAt } from './scene.ts';

/**
 * How a clause tells what it tells: as done, as told in the present, as ahead, only as possible, wished or asked for,
 * as denied, as called off, as what was spoken of, or as long ago.
 */
export type Mood = 'done' | 'present' | 'ahead' | 'possible' | 'denied' | 'off' | 'topic';

/** "in Oslo on Monday": a prepositional phrase and the times right behind it. */
export interface Attached {
  prep: string;
  noun: Noun;
  times: TimeAt[];
  /** Where the phrase begins in the list of phrases. */
  index: number;
}

/** One verb and what stands with it. */
export interface Clause extends Span {
  index: number;
  verb: Verb;
  subject: Noun | null;
  object: Noun | null;
  attached: Attached[];
  /** Times behind the verb, then those before it in its own clause. */
  times: TimeAt[];
  mood: Mood;
  /** The clause whose verb governs this one ("plans to …"), or null. */
  governor: Clause | null;
  /** Behind "where": the place and times named right before. */
  there: { noun: Noun | null; times: TimeAt[] } | null;
  /** The clause that "as", "when" or "where" hangs this one on, or null. */
  main: Clause | null;
  /** The word that opens it: "who", "where", "after" … */
  opener: string;
}

/** A noun that tells of an event, with whose it is and what stands with it. */
export interface Nominal extends Span {
  index: number;
  noun: Noun;
  attached: Attached[];
  times: TimeAt[];
  /** The clause it stands in. */
  clause: Clause | null;
  /** How it stands there: its object or subject, or the preposition before it; "alone" without a verb. */
  role: string;
  /** The clause in which it acts itself: "the summit, which opens on Friday". */
  acts: Clause | null;
  mood: Mood;
}

/** What opens a sentence before anybody acts: when and where all of it was. */
export interface Lead {
  attached: Attached[];
  times: TimeAt[];
  /** Index of the first phrase behind it. */
  next: number;
}

/** One sentence analysed. */
export interface Analysis {
  phrases: readonly Phrase[];
  clauses: readonly Clause[];
  nominals: readonly Nominal[];
  lead: Lead;
}

export const isNoun = (phrase: Phrase | undefined): phrase is Noun => phrase?.kind === 'noun';
export const isVerb = (phrase: Phrase | undefined): phrase is Verb => phrase?.kind === 'verb';
export const isJoint = (
  phrase: Phrase | undefined,
  kind: Joint['kind'],
  ...words: string[]
): phrase is Joint => phrase?.kind === kind && (words.length === 0 || words.includes(phrase.word));
