import type { DocumentKind, ExtractedPerson, Span } from '../model/extraction.ts';
import type { Heading } from './kinds/heading.ts';
import type { ScheduleItem } from './kinds/schedule.ts';

/** What a paragraph is for. Only `title`, `heading`, `caption` and `body` are read for facts; only `body` for quotes. */
export type ParagraphKind = 'title' | 'metadata' | 'heading' | 'caption' | 'body' | 'boilerplate';

export interface Paragraph extends Span {
  kind: ParagraphKind;
}

export interface Sentence extends Span {
  /** Index into `paragraphs`. */
  paragraph: number;
}

/** Words that stand for a person known to the text: a name, a bare title, a pronoun, "the Norwegian". */
export interface Mention extends Span {
  /** Index into `people`. */
  person: number;
  form: 'full' | 'surname' | 'given' | 'title' | 'pronoun' | 'description';
}

/** A text divided up and its people found: what every later stage reads. Everything is in order of `start`. */
export interface Reading {
  text: string;
  kind: DocumentKind;
  /** What the lines above the text say of it; null where it begins at once. */
  heading: Heading | null;
  /** The lines of a schedule that tell of an engagement; empty for every other kind of document. */
  schedule: ScheduleItem[];
  paragraphs: Paragraph[];
  sentences: Sentence[];
  people: ExtractedPerson[];
  /** Outside quotation marks only; inside them "he" and "I" belong to somebody else's story. */
  mentions: Mention[];
}
