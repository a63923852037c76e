import type { Day, EngagementKind, Span } from '../../model/extraction.ts';

/** One telling of an engagement, before tellings of the same one are joined. */
export interface Telling extends Span {
  /** The rule that read it. */
  rule: string;
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

/** One telling of a trip to one country. */
export interface Journey {
  rule: string;
  visitor: number;
  country: string;
  cities: string[];
  start: Day | null;
  end: Day | null;
  made: boolean;
  /** The day of setting out for it, where that is told instead of its first day. */
  leaving?: Day | null;
  /** Told by the title only. */
  headline: boolean;
  /** "concluded his trip": nothing comes after. */
  over: boolean;
  /** Called off: unless it is told as made elsewhere, there is no such trip. */
  off: boolean;
  sentence: number;
  evidence: Span;
}
