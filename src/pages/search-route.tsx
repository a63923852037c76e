import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { type Context, origin } from '../http/context.ts';
import { readCursor, toCursor } from '../http/cursor.ts';
import { pageAddress } from '../http/page-address.ts';
import * as param from '../http/params.ts';
import { parseQuery, requireOrder } from '../http/query.ts';
import type { Noun } from '../model/record.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { filterBy } from '../store/filter.ts';
import { readPage, readRevision } from '../store/published.ts';
import { type Asked, isPlace, stretchesOf } from '../store/stretches.ts';
import { begin, parsed } from './begin.ts';
import { type SearchForm, SearchPage } from './search.tsx';
import { sendErrorPage, sendPage } from './send-page.ts';

const query = v.strictObject({
  q: param.words,
  speaker: param.id('Who said it.', 'jens-stoltenberg'),
  country: param.country,
  topic: param.id('On which topic.', 'deterrence'),
  document: param.id('In which document.', 'd_000000000000'),
  from: param.day('On or after this day.', '2024-01-01'),
  to: param.day('On or before this day.', '2024-12-31'),
  cursor: param.cursor,
});

const QUOTES = 20;
const OTHERS = 5;

/** The search page: forms send empty fields, which ask for nothing. A badly put search is explained on the page. */
export async function searchRoute(c: Context): Promise<Response> {
  const url = pageAddress(query, c.req.url);
  for (const [name, value] of [...url.searchParams]) if (value.trim() === '') url.searchParams.delete(name);
  const given = (name: string) => url.searchParams.get(name) ?? '';
  const form: SearchForm = {
    q: given('q'),
    speaker: given('speaker'),
    country: given('country'),
    topic: given('topic'),
    from: given('from'),
    to: given('to'),
  };
  const frame = { form, path: `/search${url.search}`, origin: origin(c) };
  const nothing = { visits: [], engagements: [], quotes: [], next: null };
  try {
    const { cursor, from = null, to = null, q, ...keys } = parseQuery(query, url.searchParams);
    requireOrder(from, to);
    const begun = begin(c);
    if (url.searchParams.size === 0) {
      const revision = await readRevision(begun.db);
      return sendPage(c, <SearchPage {...frame} {...nothing} problem={null} />, begun, {
        revision,
        tags: [],
      });
    }
    const asked = (filters: Record<string, string | undefined>, lasting = false): Asked => ({
      filter: filterBy(filters, { from: from ?? undefined, to: to ?? undefined }, q),
      from,
      to,
      order: 'newest',
      lasting,
    });
    const list = JSON.stringify({ q, from, to, ...keys });
    const [after = null] = cursor === undefined ? [] : readCursor(cursor, list);
    if (after !== null && !isPlace(after)) throw new AppError('bad_request', '`cursor` is damaged.');
    const read = async <T,>(noun: Noun, it: Asked, limit: number, place: number | null = null) => {
      const { revision, rows } = await readPage(begun.db, noun, stretchesOf(it, place), 'newest', limit);
      return {
        revision,
        rows,
        entries: rows.map(({ body }) => parsed<T>(c, body)),
      };
    };
    // Beyond words, days and country a search is about what was said; only the first page has the rest.
    const onlyQuotes =
      after !== null || keys.speaker !== undefined || keys.topic !== undefined || keys.document !== undefined;
    const { country } = keys;
    const [quotes, visits, engagements] = await Promise.all([
      read<PublicQuote>('quote', asked(keys), QUOTES + 1, after),
      onlyQuotes ? null : read<PublicVisit>('visit', asked({ country, status: 'made' }, true), OTHERS),
      onlyQuotes ? null : read<PublicEngagement>('engagement', asked({ country }), OTHERS),
    ]);
    const next = new URLSearchParams(url.searchParams);
    next.set('cursor', toCursor([quotes.rows[QUOTES - 1]?.ord ?? 0], list));
    const page = (
      <SearchPage
        {...frame}
        quotes={quotes.entries.slice(0, QUOTES)}
        visits={visits?.entries ?? []}
        engagements={engagements?.entries ?? []}
        next={quotes.rows.length > QUOTES ? `/search?${next}` : null}
        problem={null}
      />
    );
    return sendPage(c, page, begun, { revision: quotes.revision, tags: ['quote', 'visit', 'engagement'] });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad_request') throw error;
    const problem = error.message.replaceAll('`', '');
    return sendErrorPage(<SearchPage {...frame} {...nothing} problem={problem} />, 400);
  }
}
