import type { Day, EngagementKind, Span } from '../../model/extraction.ts';

/** One telling of an engagement, before tellings of the same one are joined. */
export interface Telling extends Span {
  kind: EngagementKind;
  date: Day | null;
  /** Last day, where it runs over several. */
  until: Day | null;
  period: string | null;
  place: string | null;
  city: string | null;
  country: string | null;
  /** Indices of people, the principal first. */
  people: number[];
  held: boolean;
  /** Index of the sentence in the scene. */
  sentence: number;
  /** The day was taken over from the sentence before. */
  inherited: boolean;
  /** Somebody is said to say something there: words quoted afterwards may belong to it. */
  speaking: boolean;
  /** Name of a conference or exercise, or null. */
  name: string | null;
  /** Words around: what to show as evidence. */
  evidence: Span;
  /** Only adds somebody to the meeting told before. */
  joins: boolean;
  /** The first of the people received the others at home. */
  hosted: boolean;
  /** Told inside quotation marks. */
  quoted: boolean;
  /** Said to be one more than those told before. */
  more: boolean;
}
