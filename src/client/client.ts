import type { InferOutput } from 'valibot';
import type { PublicDigest } from '../public/digest.ts';
import type { PublicDocument } from '../public/document.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { Tombstone as TombstoneShape } from '../public/parts.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicPlace } from '../public/place.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicTopic } from '../public/topic.ts';
import type { PublicVisit, PublicWholeVisit } from '../public/visit.ts';
import type { Checked, Found, Verified } from './answer.ts';
import type * as asked from './query.ts';

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

/** What is left under an id that answers to another now, as lists with `updated_since` have it. */
export type Tombstone = InferOutput<typeof TombstoneShape>;

/** What a list asked so is made of: with `updated_since` also of tombstones, with `fields` of parts. */
export type Entry<T, A> = Part<A extends { updated_since: string } ? T | Tombstone : T, A>;
type Part<T, A> = A extends { fields: string | readonly string[] } ? Partial<T> : T;

/** A question, and nothing that cannot be asked: a misspelt name would be inferred as if it could. */
type Only<A, Q> = A & { [K in Exclude<keyof A, keyof Q>]: never };

/** A list of one noun. */
export interface Listed<T, Q> {
  /** One page. */
  list<const A extends Q>(query?: Only<A, Q>): Promise<Page<Entry<T, A>>>;
  /** Everything, page after page. */
  all<const A extends Q>(query?: Only<A, Q>): AsyncGenerator<Entry<T, A>, void, undefined>;
}

/** A list of one noun, and its entries by their ids. */
export interface Kept<T, Q, One = T> extends Listed<T, Q> {
  /** One entry, following an id that answers to another. Throws ReadoutError with status 404 if there is none. */
  get<const A extends asked.FieldsQuery>(
    id: string,
    query?: Only<A, asked.FieldsQuery>,
  ): Promise<Part<One, A>>;
}

/** As many characters of a text fit into an address; longer ones are sent. */
const LONGEST_ASKED = 2_000;

/**
 * The API, typed. `origin` is where Readout runs; `fetch` is what to ask with, the runtime's own unless given. Depends on
 * nothing but types: those of entries come from the schemas that the server validates with.
 */
export function readout(origin: string, ask: typeof fetch = fetch) {
  async function read<T>(url: string, body?: object): Promise<T> {
    const headers = { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) };
    const sent = body && { method: 'POST', body: JSON.stringify(body) };
    const response = await ask(url, { headers, ...sent });
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

  function listed<T, Q extends object>(path: string): Listed<T, Q> {
    const list = <A extends Q>(query?: A) => read<Page<Entry<T, A>>>(address(path, query as Query));
    return {
      list,
      async *all<A extends Q>(query?: A) {
        let page = await list(query);
        while (true) {
          yield* page.data;
          if (page.next === null) return;
          page = await read<Page<Entry<T, A>>>(page.next);
        }
      },
    };
  }

  function kept<T, Q extends object, One = T>(path: string): Kept<T, Q, One> {
    return {
      ...listed<T, Q>(path),
      get: <A extends asked.FieldsQuery>(id: string, query?: A) =>
        read<Part<One, A>>(address(`${path}/${encodeURIComponent(id)}`, query as Query)),
    };
  }

  return {
    visits: kept<PublicVisit, asked.VisitsQuery, PublicWholeVisit>('visits'),
    engagements: kept<PublicEngagement, asked.EngagementsQuery>('engagements'),
    quotes: {
      ...kept<PublicQuote, asked.QuotesQuery>('quotes'),
      random: (query?: asked.RandomQuoteQuery) => read<PublicQuote>(address('quotes/random', query as Query)),
    },
    figures: kept<PublicFigure, asked.FiguresQuery>('figures'),
    people: kept<PublicPerson, asked.PeopleQuery>('people'),
    places: kept<PublicPlace, asked.PlacesQuery>('places'),
    topics: listed<PublicTopic, asked.TopicsQuery>('topics'),
    documents: {
      ...kept<PublicDocument, asked.DocumentsQuery>('documents'),
      /** Has this text the stored hash, and does it have each published quote where the document has it? */
      check: (id: string, text: string) =>
        read<Checked>(address(`documents/${encodeURIComponent(id)}/check`), { text }),
    },
    digests: {
      ...kept<PublicDigest, asked.DigestsQuery>('digests'),
      latest: (query?: asked.LatestDigestQuery) =>
        read<PublicDigest>(address('digests/latest', query as Query)),
    },
    search: (query: asked.SearchQuery) => read<Found>(address('search', query as Query)),
    verify: (query: asked.VerifyQuery) =>
      query.text.length > LONGEST_ASKED
        ? read<Verified>(address('verify'), query)
        : read<Verified>(address('verify', query as Query)),
  };
}
