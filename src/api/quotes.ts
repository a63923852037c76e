import { AppError } from '../errors.ts';
import { sendFresh } from '../http/answer.ts';
import { type Context, origin, readerOf } from '../http/context.ts';
import { movedFilter } from '../http/moved-filter.ts';
import * as param from '../http/params.ts';
import { requireDays } from '../http/query.ts';
import { withOrigin } from '../links.ts';
import { dayRange } from '../model/order.ts';
import { PublicQuote } from '../public/quote.ts';
import { type DaysAsked, type Filter, filterBy } from '../store/filter.ts';
import { namedBy } from '../store/naming.ts';
import { readQuotesById, readRandomQuote } from '../store/quotes.ts';
import { readFound } from '../store/search.ts';
import { answerEntry } from './entry.ts';
import { examples } from './examples.ts';
import { trimmed } from './fields.ts';
import { answerList, answerPages, type Paging } from './list.ts';
import { operation } from './operation.ts';
import { days, ENTRY_PROBLEMS, entryAnswer, LIST_PROBLEMS, pageAnswer, paging } from './paging.ts';

const filters = {
  speaker: param.anyId('Who said it.', 'jens-stoltenberg'),
  visit: param.anyId('Said on which visit.', 'jens-stoltenberg-us-2024-01-29'),
  engagement: param.anyId('Said at which engagement.', 'e_7ivjdc4uawro'),
  document: param.anyId('Printed by which document.', 'd_refjcqdni0hm'),
  topic: param.anyId('About which topic.', 'deterrence'),
  country: param.country,
  ...days('Quotes said'),
  min_sources: param.whole(1, 20, undefined, 'Printed by at least so many documents.'),
  q: param.words,
};

interface Filters extends DaysAsked {
  speaker?: string | undefined;
  visit?: string | undefined;
  engagement?: string | undefined;
  document?: string | undefined;
  topic?: string | undefined;
  country?: string | undefined;
  min_sources?: number | undefined;
  q?: string | undefined;
}

const filterOf = ({ from, to, published_from, published_to, min_sources, q, ...named }: Filters): Filter =>
  filterBy(
    { ...named, sources: min_sources === undefined ? undefined : String(min_sources) },
    { from, to, published_from, published_to },
    q,
  );

const placesOf = ({ from, to }: Filters) =>
  from === undefined && to === undefined ? null : dayRange(from ?? null, to ?? null);

export const listQuotes = operation({
  id: 'listQuotes',
  method: 'GET',
  path: '/v1/quotes',
  tag: 'Quotes',
  summary: 'Quotes, the latest said first',
  description:
    'With `id` the quotes asked for, in that order and whatever their status, an id that answers to another giving ' +
    'that other. With `sort=-rank` the best matches of `q` first, at most 200; without `q` the latest. With `updated_since` always ' +
    'in the order of change.',
  query: {
    ...filters,
    id: param.ids(100, 'These quotes, at most 100.', 'q_4jhpks6oz69n,q_l6yoonge965v'),
    sort: param.oneOf(
      ['-day', 'day', '-rank', '-said_on', 'said_on'],
      'The latest first (the default), the oldest, or the best match. `-said_on` and `said_on` mean the same as `-day` and `day`.',
    ),
    ...paging(PublicQuote),
  },
  answers: pageAnswer(PublicQuote, examples.quote),
  problems: LIST_PROBLEMS,
  handle: (c, { id, sort, limit, cursor, updated_since, fields, ...asked }) => {
    requireDays(asked);
    const page = { limit, cursor, updated_since, fields };
    if (id !== undefined) return answerByIds(c, page, id, asked);
    const { q } = asked;
    // Without words nothing matches better than anything else: the order is that of days.
    if (sort === '-rank' && q !== undefined && updated_since === undefined) {
      return answerByRank(c, page, { ...asked, q });
    }
    return answerList(c, 'quote', page, {
      filter: filterOf(asked),
      from: asked.from ?? null,
      to: asked.to ?? null,
      order: sort === 'day' || sort === 'said_on' ? 'oldest' : 'newest',
    });
  },
});

function answerByIds(c: Context, page: Paging, ids: readonly string[], asked: Filters): Promise<Response> {
  if (page.updated_since !== undefined) {
    throw new AppError('bad_request', '`updated_since` does not go with `id`.', {
      errors: [{ parameter: 'updated_since', detail: '`updated_since` does not go with `id`' }],
    });
  }
  const given = new URL(c.req.url).searchParams.has('limit');
  return answerPages(c, 'quote', ['quote'], page, async (db, after, limit) => {
    const begin = Number(after?.[0] ?? 0);
    const { revision, rows } = await readQuotesById(db, ids, filterOf(asked), placesOf(asked));
    const end = begin + (given ? limit : ids.length);
    return {
      revision,
      bodies: rows.slice(begin, end).map(({ body }) => body),
      end: rows.length > end ? [end] : null,
    };
  });
}

/** Candidates of each tier: fewer where there are several. */
const widthFor = (phrases: readonly unknown[]) => (phrases.length < 2 ? 100 : 50);

function answerByRank(c: Context, page: Paging, asked: Filters): Promise<Response> {
  const { keys, phrases } = filterOf(asked);
  const places = placesOf(asked);
  return answerPages(c, 'quote by rank', ['quote'], page, async (db, after, limit) => {
    const begin = Number(after?.[0] ?? 0);
    const end = begin + limit;
    const hunt = {
      noun: 'quote',
      keys,
      phrases,
      ...(places !== null && { places }),
      within: 'texts',
      width: widthFor(phrases),
      bonus: 0,
    } as const;
    const { revision, found: ranked, moved } = await readFound(db, [hunt], end, namedBy(keys));
    return {
      revision,
      bodies: ranked.slice(begin, end).map(({ body }) => body ?? '{}'),
      end: ranked.length > end ? [end] : null,
      moved,
    };
  });
}

export const randomQuote = operation({
  id: 'randomQuote',
  method: 'GET',
  path: '/v1/quotes/random',
  tag: 'Quotes',
  summary: 'A quote by chance',
  description: 'Any quote that the filters allow can come; not all are equally likely. Never to be cached.',
  query: { ...filters, fields: param.fields(PublicQuote) },
  answers: {
    200: entryAnswer(PublicQuote, 'quote', examples.quote)[200],
    308: pageAnswer(PublicQuote)[308],
  },
  problems: ENTRY_PROBLEMS,
  handle: async (c, { fields, ...asked }) => {
    requireDays(asked);
    const db = readerOf(c);
    const { revision, body } = await readRandomQuote(
      db,
      filterOf(asked),
      placesOf(asked),
      c.get('outside').random,
    );
    if (body === null) {
      const moved = await movedFilter(c, db, revision);
      if (moved !== null) return moved;
      throw new AppError('not_found', 'No quote passes these filters.');
    }
    const whole = withOrigin(body, origin(c));
    return sendFresh(200, fields === undefined ? whole : trimmed(whole, fields), db, {
      'Readout-Revision': String(revision),
    });
  },
});

export const getQuote = operation({
  id: 'getQuote',
  method: 'GET',
  path: '/v1/quotes/{id}',
  tag: 'Quotes',
  summary: 'One quote',
  pathId: { description: 'Id of the quote.', example: 'q_4jhpks6oz69n' },
  query: { fields: param.fields(PublicQuote) },
  answers: entryAnswer(PublicQuote, 'quote', examples.quote),
  problems: ENTRY_PROBLEMS,
  handle: (c, query) => answerEntry(c, 'quote', query),
});
