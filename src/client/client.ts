import type { listDigests } from '../api/digests.ts';
import type { listDocuments } from '../api/documents.ts';
import type { listEngagements } from '../api/engagements.ts';
import type { listFigures } from '../api/figures.ts';
import type { listPeople } from '../api/people.ts';
import type { listPlaces } from '../api/places.ts';
import type { listQuotes, randomQuote } from '../api/quotes.ts';
import type { SearchAnswer, search } from '../api/search.ts';
import type { listTopics } from '../api/topics.ts';
import type { Verification, verifyText } from '../api/verify.ts';
import type { listVisits } from '../api/visits.ts';
import type { PublicDigest } from '../public/digest.ts';
import type { PublicDocument } from '../public/document.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicPlace } from '../public/place.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicTopic } from '../public/topic.ts';
import type { PublicVisit, PublicWholeVisit } from '../public/visit.ts';
import type { QueryOf } from './query.ts';

/** One page of a list; `next` is the address of the next, or null. */
export interface Page<T> {
  data: T[];
  next: string | null;
}

/** An answer other than 200, as the problem document tells it. */
export class ReadoutError extends Error {
  override readonly name = 'ReadoutError';
  readonly status: number;
  readonly errors: readonly { parameter: string; detail: string }[];
  /** Seconds to wait before asking again, where the server says so. */
  readonly retryAfter: number | null;

  constructor(status: number, detail: string, errors: ReadoutError['errors'], retryAfter: number | null) {
    super(detail);
    this.status = status;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

type Query = Record<string, string | number | readonly string[] | undefined>;

/** A list of one noun, and its entries. */
export interface Listed<T, Q, One = T> {
  /** One page. */
  list(query?: Q): Promise<Page<T>>;
  /** Everything, page after page. */
  all(query?: Q): AsyncGenerator<T, void, undefined>;
  /** One entry, following an id that answers to another. Throws ReadoutError with status 404 if there is none. */
  get(id: string): Promise<One>;
}

/**
 * The API, typed. `origin` is where Readout runs; `fetch` is what to ask with, the runtime's own unless given. Depends on
 * nothing: types come from the schemas that the server validates with.
 */
export function readout(origin: string, ask: typeof fetch = fetch) {
  async function read<T>(url: string): Promise<T> {
    const response = await ask(url, { headers: { Accept: 'application/json' } });
    if (response.ok) return (await response.json()) as T;
    const problem = (await response.json().catch(() => null)) as {
      detail?: string;
      errors?: ReadoutError['errors'];
    } | null;
    const wait = response.headers.get('Retry-After');
    throw new ReadoutError(
      response.status,
      problem?.detail ?? `${url} answered ${response.status}`,
      problem?.errors ?? [],
      wait === null ? null : Number(wait),
    );
  }

  function address(path: string, query: Query = {}): string {
    const url = new URL(`/v1/${path}`, origin);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined)
        url.searchParams.set(name, Array.isArray(value) ? value.join(',') : String(value));
    }
    return url.href;
  }

  function listed<T, Q, One = T>(path: string): Listed<T, Q, One> {
    const list = (query?: Q) => read<Page<T>>(address(path, query as Query));
    return {
      list,
      get: (id) => read<One>(address(`${path}/${encodeURIComponent(id)}`)),
      async *all(query) {
        let page = await list(query);
        while (true) {
          yield* page.data;
          if (page.next === null) return;
          page = await read<Page<T>>(page.next);
        }
      },
    };
  }

  return {
    visits: listed<PublicVisit, QueryOf<typeof listVisits>, PublicWholeVisit>('visits'),
    engagements: listed<PublicEngagement, QueryOf<typeof listEngagements>>('engagements'),
    quotes: {
      ...listed<PublicQuote, QueryOf<typeof listQuotes>>('quotes'),
      random: (query?: QueryOf<typeof randomQuote>) =>
        read<PublicQuote>(address('quotes/random', query as Query)),
    },
    figures: listed<PublicFigure, QueryOf<typeof listFigures>>('figures'),
    people: listed<PublicPerson, QueryOf<typeof listPeople>>('people'),
    places: listed<PublicPlace, QueryOf<typeof listPlaces>>('places'),
    topics: listed<PublicTopic, QueryOf<typeof listTopics>>('topics'),
    documents: listed<PublicDocument, QueryOf<typeof listDocuments>>('documents'),
    digests: {
      ...listed<PublicDigest, QueryOf<typeof listDigests>>('digests'),
      latest: () => read<PublicDigest>(address('digests/latest')),
    },
    search: (query: QueryOf<typeof search>) =>
      read<OutputOf<typeof SearchAnswer>>(address('search', query as Query)),
    verify: (query: QueryOf<typeof verifyText>) =>
      read<OutputOf<typeof Verification>>(address('verify', query as Query)),
  };
}

type OutputOf<S> = S extends { '~types'?: { output: infer O } | undefined } ? O : never;
