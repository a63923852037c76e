import type { PublicDigest } from '../public/digest.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicPlace } from '../public/place.ts';
import type { PublicVisit } from '../public/visit.ts';

/**
 * What can be asked; `/docs` says what each parameter means. Numbers and lists may be given as such, instead of as text.
 * Written out rather than taken from the operations, which would bring the whole server into the types of whoever uses
 * the client; tests hold them to what the operations take.
 */
type May<T> = { [K in keyof T]?: T[K] | undefined };

/** One value, or several of which any will do. */
type Several = string | readonly string[];

type Days = { from: string; to: string };
type Published = { published_from: string; published_to: string };
type Paging = {
  limit: number | string;
  cursor: string;
  updated_since: string;
  fields: string | readonly string[];
};
type QuoteFilters = Days &
  Published & {
    speaker: Several;
    visit: Several;
    engagement: Several;
    document: Several;
    topic: Several;
    country: Several;
    min_sources: number | string;
    q: string;
  };

export type FieldsQuery = May<Pick<Paging, 'fields'>>;
export type RandomQuoteQuery = May<QuoteFilters> & FieldsQuery;
export type QuotesQuery = May<
  Paging &
    QuoteFilters & { id: string | readonly string[]; sort: '-day' | 'day' | '-rank' | '-said_on' | 'said_on' }
>;
export type VisitsQuery = May<
  Paging &
    Days &
    Published & {
      visitor: Several;
      country: Several;
      city: Several;
      status: PublicVisit['visit_status'] | 'any';
      q: string;
    }
>;
export type EngagementsQuery = May<
  Paging &
    Days &
    Published & {
      person: Several;
      with: Several;
      kind: PublicEngagement['kind'] | readonly PublicEngagement['kind'][];
      country: Several;
      city: Several;
      venue: Several;
      visit: Several;
      held: 'true' | 'false';
      q: string;
    }
>;
export type FiguresQuery = May<
  Paging &
    Days &
    Published & {
      person: Several;
      unit: string;
      document: Several;
      visit: Several;
      engagement: Several;
      q: string;
    }
>;
export type PeopleQuery = May<Paging & { kind: PublicPerson['kind']; q: string }>;
export type PlacesQuery = May<Paging & { kind: PublicPlace['kind']; country: Several; q: string }>;
export type TopicsQuery = May<Paging & { q: string }>;
export type DocumentsQuery = May<
  Paging &
    Days &
    Published & {
      source: Several;
      publisher: Several;
      person: Several;
      country: Several;
      lang: Several;
      q: string;
    }
>;
export type DigestsQuery = May<Paging & { cadence: PublicDigest['cadence'] }>;
export type LatestDigestQuery = May<{ cadence: PublicDigest['cadence'] }> & FieldsQuery;
export type SearchQuery = { q: string } & May<
  Days & {
    noun: 'person' | 'visit' | 'engagement' | 'quote' | 'figure';
    speaker: string;
    country: string;
    sort: '-rank' | '-day';
    limit: number | string;
  }
>;
export type VerifyQuery = { text: string } & May<{ speaker: string }>;
