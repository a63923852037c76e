import type { Holder } from './register.ts';

/**
 * What one text says, and nothing more: the result of reading a single document, before anything is merged
 * with other documents. All offsets are UTF-16 code units into the document's own text, `[start, end)`.
 */

/** A half-open range of UTF-16 code units in a document's text. */
export interface Span {
  start: number;
  end: number;
}

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export const ENGAGEMENT_KINDS = [
  'speech',
  'meeting',
  'press_conference',
  'site_visit',
  'ceremony',
  'conference',
  'interview',
  'call',
  'exercise',
  'other',
] as const;
export type EngagementKind = (typeof ENGAGEMENT_KINDS)[number];

/**
 * What a document is, by its own layout: told by an office (`release`), by a newsroom (`report`), word for word as
 * spoken (`transcript`), line by line ahead of time (`schedule`), or in somebody's own name (`statement`).
 */
export const DOCUMENT_KINDS = ['release', 'report', 'transcript', 'schedule', 'statement'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type SpeakerKind = 'person' | 'organisation' | 'document' | 'unnamed';

/** An office or function as a text gives it: "Secretary General" of "NATO". */
export interface ExtractedRole {
  title: string;
  organisation: string | null;
}

/** Somebody named in the text. `name` is the fullest form of the name that this text has. */
export interface ExtractedPerson {
  name: string;
  /** Other forms seen ("Mr Stoltenberg", "Stoltenberg"), without the full one, in order of appearance. */
  aliases: string[];
  roles: ExtractedRole[];
  gender: 'f' | 'm' | null;
  /** Where the fullest form is first printed. */
  first: Span;
  /** Who of the register this is; null: nobody in it. Absent where the text was read without one. */
  known?: Holder | null;
  /** True where others of this name are in the register and nothing tells that one of them is meant. */
  namesake?: boolean;
}

/** How an attribution was made, so that it can be checked and explained. */
export interface Attribution {
  /** The rule, as a short word: `said-name`, `name-said`, `pronoun`, `title`, `chain`, `colon`, `according-to` … */
  cue: string;
  /** The words that name the speaker ("the Secretary General", "he"), or null where the chain supplies them. */
  mention: Span | null;
  /** 0–1; calibrated on annotated documents: attributions at 0.9 or more are right at least 97 times in 100. */
  confidence: number;
}

/** One stretch of direct speech: what stands inside one pair of marks (marks excluded). */
export interface ExtractedQuote extends Span {
  text: string;
  /** The fullest name of the speaker that this text has; joint speakers joined with "; "; null if nobody is named. */
  speaker: string | null;
  speaker_kind: SpeakerKind;
  /** For unnamed speakers what the text calls them ("a senior official"), else null. */
  speaker_label: string | null;
  /** The speaker's office as this text gives it ("NATO Secretary General"), or null. */
  speaker_role: string | null;
  /** Pieces of one utterance share a number. Numbers rise through the document, from 1. */
  group: number;
  /** 0–1: how much this quote would be missed in a digest. */
  key: number;
  /** False where the beginning or the end is a guess (a missing mark): such words are never published. */
  certain: boolean;
  attribution: Attribution;
  /**
   * The words around it, without a gap: the rest of its sentence and, where that is little, the neighbouring
   * sentence; null at the edge of the body.
   */
  before: Span | null;
  after: Span | null;
  /** Day the text states for these words, or that of `engagement`; null if it does not say. */
  said_on: Day | null;
  /** Index into `engagements`, or null. */
  engagement: number | null;
}

/** A trip of one person to one country, as this text tells it. */
export interface ExtractedVisit {
  visitor: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  cities: string[];
  start: Day | null;
  end: Day | null;
  status: 'made' | 'announced';
  /** Ids of the rules that read it (`travel.trip`), for `--explain` and `eval --rules`. */
  rules?: string[];
  evidence: Span[];
}

export interface ExtractedEngagement {
  kind: EngagementKind;
  title: string;
  date: Day | null;
  /** `YYYY-MM` where only the month is known, else null. */
  period: string | null;
  place: string | null;
  city: string | null;
  country: string | null;
  /** Fullest names, the principal first. */
  participants: string[];
  status: 'held' | 'planned';
  /** Index into `visits` if it is part of one. */
  visit: number | null;
  /** Ids of the rules that read it. */
  rules?: string[];
  evidence: Span[];
}

export interface ExtractedFigure extends Span {
  text: string;
  value: number;
  /** ISO 4217 for money, "%" for shares, else the plural noun counted ("Allies", "people", "drones"). */
  unit: string;
  /** "more than", "about" … or null. */
  qualifier: string | null;
  /** What it counts, in the words of the text. */
  about: string;
  /** Who states it (fullest name), or null where the text itself does. */
  stated_by: string | null;
  sentence: Span;
  /** Index into `quotes` if it stands inside one. */
  quote: number | null;
  /** Index into `engagements` if it was stated there. */
  engagement: number | null;
  said_on: Day | null;
}

/** Everything found in one text. */
export interface Extraction {
  kind: DocumentKind;
  title: string | null;
  publisher: string | null;
  published_on: Day | null;
  /** The day relative days ("on Wednesday") were resolved against; equals `published_on` where that is known. */
  reference_on: Day | null;
  people: ExtractedPerson[];
  quotes: ExtractedQuote[];
  visits: ExtractedVisit[];
  engagements: ExtractedEngagement[];
  figures: ExtractedFigure[];
}

/** What is known of a document from outside its text; used only where the text itself is silent. */
export interface ExtractHints {
  /** ISO 639-1; told from the text where nobody says it. */
  lang?: string;
  title?: string;
  publisher?: string;
  published_on?: Day;
}
