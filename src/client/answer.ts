import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';

/** One thing found; `highlight` is HTML with the words found in `<mark>`. */
export interface Hit<N, E> {
  noun: N;
  score: number;
  highlight: string;
  entry: E;
}
interface Counted {
  id: string;
  name?: string | null | undefined;
  count: number;
}

/** What a search found, best first; `suggestion`: the words that may have been meant, where nothing was found. */
export interface Found {
  data: (
    | Hit<'person', PublicPerson>
    | Hit<'visit', PublicVisit>
    | Hit<'engagement', PublicEngagement>
    | Hit<'quote', PublicQuote>
    | Hit<'figure', PublicFigure>
  )[];
  facets: {
    speaker: Counted[];
    country: Counted[];
    year: Counted[];
    counted: number;
    complete: boolean;
  };
  suggestion: string | null;
}

/**
 * `speaker`: who was asked about, null if nobody of that name is on record (`speaker_unknown`: the verdict is then that of
 * the words alone), absent if nobody was.
 */
export interface Verified {
  verdict: 'verbatim' | 'spliced' | 'altered' | 'misattributed' | 'not_found';
  speaker?: { id: string; name: string } | null | undefined;
  speaker_unknown?: true | undefined;
  matches: {
    quote: PublicQuote;
    similarity: number;
    diff: { op: '=' | '-' | '+'; text: string }[];
  }[];
}

/** A text held against a document and what was published from it. */
export interface Checked {
  document: string;
  status: string;
  revision: number;
  sha256: string;
  given_sha256: string;
  same: boolean;
  quotes: { id: string; start: number; end: number; text: string; given: string; same: boolean }[];
}
