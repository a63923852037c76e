import type { Day, EngagementKind, Span } from './extraction.ts';
import type { Holder } from './register.ts';

/**
 * What one document says, with its names resolved to people and places: the ground from which the record is derived.
 * A source is named by its document and its number there. `alone_id` is the id this document alone would give;
 * the record answers to it for ever.
 */
export interface SourceKey {
  document_id: string;
  n: number;
}

/** Words of the document that say so. */
export interface Quoted extends Span {
  text: string;
}

export interface PersonSource {
  document_id: string;
  kind: 'person' | 'organisation';
  name: string;
  /** Folded last word of the name: only people who share it can be one person. */
  surname: string;
  registered: boolean;
  /** The id the name gives by itself. */
  own_id: string;
  person_id: string;
  alone_id: string;
  aliases: string[];
  roles: { title: string; organisation: string | null }[];
  /** What the register of office-holders has of them, as the extractor found it; absent where it has nothing. */
  known?: Holder;
}

/** Somebody as a document names them, resolved. */
export interface NamedPerson {
  id: string;
  name: string;
  role: string | null;
}

export interface VisitSource extends SourceKey {
  alone_id: string;
  visit_id: string;
  /** Sources of one scope (a visitor and a country) may tell of one visit; others cannot. */
  scope: string;
  visitor: NamedPerson;
  country: string;
  /** With the first day the document dates an engagement there. */
  cities: { name: string; on: Day | null }[];
  start: Day | null;
  end: Day | null;
  status: 'made' | 'announced';
  evidence: Quoted[];
}

export interface EngagementSource extends SourceKey {
  alone_id: string;
  engagement_id: string;
  visit_n: number | null;
  kind: EngagementKind;
  title: string;
  date: Day | null;
  period: string | null;
  place: string | null;
  city: string | null;
  country: string | null;
  participants: NamedPerson[];
  status: 'held' | 'planned';
  /** The document's own day, which bounds what it can announce. */
  reference_on: Day | null;
  evidence: Quoted[];
}

export interface QuoteSourceRow extends SourceKey, Quoted {
  alone_id: string;
  quote_id: string;
  /** Pieces of one utterance of a document share a group. */
  group: number;
  engagement_n: number | null;
  byte_start: number;
  byte_end: number;
  speakers: (NamedPerson & { kind: 'person' | 'organisation' })[];
  speaker_label: string | null;
  said_on: Day | null;
  before: string | null;
  after: string | null;
  attribution: { cue: string; mention: string | null; confidence: number };
  key: number;
}

export interface FigureSource extends SourceKey, Quoted {
  alone_id: string;
  figure_id: string;
  engagement_n: number | null;
  value: number;
  unit: string;
  qualifier: string | null;
  about: string;
  stated_by: NamedPerson | null;
  said_on: Day | null;
  sentence: string;
}

/** All that one document contributes to the record. */
export interface DocumentSources {
  document_id: string;
  people: PersonSource[];
  visits: VisitSource[];
  engagements: EngagementSource[];
  quotes: QuoteSourceRow[];
  figures: FigureSource[];
}
