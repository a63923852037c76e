import type { Day, EngagementKind, Span } from './extraction.ts';
import type { Rights } from './source-kind.ts';

/** The nouns that have a table, an id and a place in lists. */
export const NOUNS = ['document', 'person', 'place', 'visit', 'engagement', 'quote', 'figure'] as const;
export type Noun = (typeof NOUNS)[number];

/**
 * `published`: as the sources say it today. `corrected`: the source has changed the words, see `replaced_by`.
 * `withdrawn`: no source says it any more. `redirected`: the same thing under another id, see `replaced_by`.
 */
export const STATUSES = ['published', 'corrected', 'withdrawn', 'redirected'] as const;
export type Status = (typeof STATUSES)[number];

/**
 * The day an entry stands under in lists: the one a document states, or, where none does, that of its first
 * publication. `day_from` says which; both null where neither is known.
 */
export interface Dating {
  day: Day | null;
  day_from: 'stated' | 'published' | null;
}

/** A person, place or topic named inside something else. */
export interface Ref {
  id: string;
  name: string;
}

/** An engagement or visit named inside something else. */
export interface TitleRef {
  id: string;
  title: string;
}

/** One published text, as far as other entries quote it. */
export interface SourceDocument {
  id: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  published_on: Day | null;
  lang: string;
  /** SHA-256 of the text's UTF-8, lower-case hexadecimal. */
  sha256: string;
}

/** The place in a document that says so: `text` is the document's `[start, end)`. */
export interface Evidence extends Span {
  document: SourceDocument;
  text: string;
}

export interface QuoteSpeaker extends Ref {
  role: string | null;
  kind: 'person' | 'organisation';
}

/** One document that prints a quote, with its own spelling and its own word on when and where it was said. */
export interface QuoteSource extends Evidence {
  said_on: Day | null;
  engagement: TitleRef | null;
  visit: TitleRef | null;
}

export interface Quote extends Dating {
  id: string;
  text: string;
  speakers: QuoteSpeaker[];
  speaker_label: string | null;
  said_on: Day | null;
  engagement: TitleRef | null;
  visit: TitleRef | null;
  countries: string[];
  topics: Ref[];
  context: { before: string | null; after: string | null };
  attribution: { cue: string; mention: string | null; confidence: number };
  /** 0–1: how much it would be missed in a digest. */
  key: number;
  sources: QuoteSource[];
}

export interface Participant extends Ref {
  role: string | null;
}

export interface Engagement extends Dating {
  id: string;
  title: string;
  kind: EngagementKind;
  date: Day | null;
  /** `YYYY-MM` where only the month is known. */
  period: string | null;
  place: Ref | null;
  city: Ref | null;
  country: Ref | null;
  participants: Participant[];
  held: boolean;
  visit: TitleRef | null;
  sources: Evidence[];
  quotes: { id: string; text: string; speaker: Ref | null }[];
}

export interface Visit extends Dating {
  id: string;
  title: string;
  visitor: Ref;
  country: Ref;
  cities: Ref[];
  start: Day | null;
  end: Day | null;
  visit_status: 'made' | 'announced';
  sources: Evidence[];
}

export interface Figure extends Dating {
  id: string;
  text: string;
  value: number;
  unit: string;
  about: string;
  qualifier: string | null;
  stated_by: Ref | null;
  said_on: Day | null;
  engagement: TitleRef | null;
  visit: TitleRef | null;
  sentence: string;
  sources: Evidence[];
}

export interface PersonRole {
  title: string;
  organisation: string | null;
  /** The state whose office it is; null for others, and where only a document tells of it. */
  country: Ref | null;
  from: Day | null;
  to: Day | null;
}

export interface Person {
  id: string;
  name: string;
  kind: 'person' | 'organisation';
  aliases: string[];
  roles: PersonRole[];
  /** Address of the item in Wikidata, or null. */
  same_as: string | null;
  /** False where no public office is on record: named where quoted, but in no list and no index. */
  indexed: boolean;
  counts: { visits: number; engagements: number; quotes: number; figures: number };
  first_on: Day | null;
  last_on: Day | null;
}

export interface Place {
  id: string;
  name: string;
  kind: 'country' | 'city' | 'venue';
  country: Ref | null;
  city: Ref | null;
  counts: { visits: number; engagements: number; quotes: number };
}

export interface StoredDocument extends SourceDocument {
  revision: number;
  /** Id of the source that brought it; null: it was posted without one. */
  source: string | null;
  /** `open`: its text may be given out whole; else only quoted from. */
  rights: Rights;
  near_duplicate_of: string | null;
  extracted: { quotes: string[]; visits: string[]; engagements: string[]; figures: string[] };
}

/** A row of the published record, ready to be written: what lists sort and filter by, and what leaves the house. */
export interface Entry {
  noun: Noun;
  id: string;
  /** Place in lists, see `orderOf`. */
  ord: number;
  status: Status;
  replaced_by: string | null;
  keys: string;
  words: string;
  body: string;
}
