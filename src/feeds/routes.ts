import { Hono } from 'hono';
import { send } from '../http/answer.ts';
import { tagOfBody } from '../http/conditional.ts';
import { type AppEnv, type Context, origin, readerOf } from '../http/context.ts';
import { movedFilter } from '../http/moved-filter.ts';
import { parseQuery } from '../http/query.ts';
import { withOrigin } from '../links.ts';
import type { PublicCorrection } from '../public/correction.ts';
import type { PublicDigest } from '../public/digest.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { readArrivals, readFirstIds } from '../store/arrivals.ts';
import { readCorrections } from '../store/corrections.ts';
import { readIssues } from '../store/digests.ts';
import { readPage, readRevision } from '../store/published.ts';
import type { Reader } from '../store/reader.ts';
import { type Asked, stretchesOf } from '../store/stretches.ts';
import { visitsCalendar } from './calendar.ts';
import { type Feed, FORMATS, type Format, tagUri } from './feed.ts';
import {
  askedOfQuotes,
  askedOfVisits,
  correctionFilters,
  digestFilters,
  quoteFilters,
  visitFilters,
} from './filters.ts';
import { correctionItem, digestItem, quoteItem, visitItem } from './items.ts';

/** Of a filtered feed, so many entries of the latest days are looked at for those that arrived last. */
const CANDIDATES = 200;
/** Entries of a calendar. */
const CALENDAR = 200;

export const feeds = new Hono<AppEnv>();

const inEachFormat = (noun: string) => Object.keys(FORMATS).map((format) => `/feeds/${noun}.${format}`);

feeds.on('GET', inEachFormat('digest'), async (c) => {
  const { cadence = 'daily', limit } = parseQuery(digestFilters, new URL(c.req.url).searchParams);
  const { db, mark } = begin(c);
  const { revision, issues } = await readIssues(db, cadence, '9999-12-31', limit);
  const items = issues.map(({ body }) => digestItem(parsed<PublicDigest>(c, body)));
  const title = `Readout digest, ${cadence}`;
  const description = 'Where public officials were, whom they met and what exactly they said.';
  return sendFeed(c, { title, description, page: '/digests', items }, { db, mark, revision });
});

feeds.on('GET', inEachFormat('quotes'), async (c) => {
  const query = parseQuery(quoteFilters, new URL(c.req.url).searchParams);
  const { db, mark } = begin(c);
  const { revision, bodies } = await latest(db, 'quote', askedOfQuotes(query), query.limit);
  if (bodies.length === 0) {
    const moved = await movedFilter(c, db, revision);
    if (moved !== null) return moved;
  }
  const quotes = bodies.map((body) => parsed<PublicQuote>(c, body));
  const first = await readFirstIds(
    db,
    'quote',
    quotes.map(({ id }) => id),
  );
  const items = quotes.map((quote) => quoteItem(quote, first.get(quote.id)));
  const description = 'Verbatim quotations of public officials, each with its sources, as they come in.';
  return sendFeed(
    c,
    { title: titled('quotes', query), description, page: '/', items },
    { db, mark, revision },
  );
});

feeds.on('GET', inEachFormat('visits'), async (c) => {
  const query = parseQuery(visitFilters, new URL(c.req.url).searchParams);
  const { db, mark } = begin(c);
  const { revision, bodies } = await latest(db, 'visit', askedOfVisits(query), query.limit);
  if (bodies.length === 0) {
    const moved = await movedFilter(c, db, revision);
    if (moved !== null) return moved;
  }
  const visits = bodies.map((body) => parsed<PublicVisit>(c, body));
  const first = await readFirstIds(
    db,
    'visit',
    visits.map(({ id }) => id),
  );
  const items = visits.map((visit) => visitItem(visit, first.get(visit.id)));
  const description = 'Trips of public officials, with places and days, as they come in.';
  return sendFeed(
    c,
    { title: titled('visits', query), description, page: '/', items },
    { db, mark, revision },
  );
});

feeds.on('GET', inEachFormat('corrections'), async (c) => {
  const { limit } = parseQuery(correctionFilters, new URL(c.req.url).searchParams);
  const { db, mark } = begin(c);
  const { revision, rows } = await readCorrections(db, {}, null, limit);
  const items = rows.map(({ body }) => correctionItem(parsed<PublicCorrection>(c, body)));
  const description =
    'What was put right or taken back in the record: by the source, an editor, a better reading.';
  const title = 'Readout: corrections';
  return sendFeed(c, { title, description, page: '/corrections', items }, { db, mark, revision });
});

feeds.get('/feeds/visits.ics', async (c) => {
  const query = parseQuery(visitFilters, new URL(c.req.url).searchParams);
  const { db, mark } = begin(c);
  const page = await readPage(db, 'visit', stretchesOf(askedOfVisits(query), null), 'newest', CALENDAR);
  if (page.rows.length === 0) {
    const moved = await movedFilter(c, db, page.revision);
    if (moved !== null) return moved;
  }
  const visits = page.rows.map(({ body }) => parsed<PublicVisit>(c, body));
  const first = await readFirstIds(
    db,
    'visit',
    visits.map(({ id }) => id),
  );
  const body = visitsCalendar(visits, titled('visits', query), origin(c) + pathOf(c), first);
  return send(c, {
    body,
    etag: tagOfBody(body),
    revision: page.revision,
    tags: ['visit'],
    contentType: 'text/calendar; charset=utf-8',
    db,
    mark,
  });
});

/** The title of a feed says what it was narrowed by: "Readout: quotes (speaker jens-stoltenberg, country us)". */
function titled(noun: string, { limit: _, ...query }: Record<string, unknown>): string {
  const narrowed = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || (name === 'status' && value === 'made') ? [] : [`${name} ${String(value)}`],
  );
  return `Readout: ${noun}${narrowed.length > 0 ? ` (${narrowed.join(', ')})` : ''}`;
}

const begin = (c: Context) => ({ mark: c.get('outside').isolate?.mark ?? 0, db: readerOf(c) });

const parsed = <T>(c: Context, body: string): T => JSON.parse(withOrigin(body, origin(c))) as T;

/** The entries that arrived last, newest first: a reader of feeds waits for what is new, whenever it was said. */
async function latest(
  db: Reader,
  noun: 'quote' | 'visit',
  asked: Asked,
  limit: number,
): Promise<{ revision: number; bodies: string[] }> {
  const { filter, from, to } = asked;
  if (filter.keys.length === 0 && filter.phrases.length === 0 && from === null && to === null) {
    return { bodies: await readArrivals(db, noun, limit), revision: await readRevision(db) };
  }
  const { revision, rows } = await readPage(db, noun, stretchesOf(asked, null), 'newest', CANDIDATES);
  const seen = rows.map(({ body }) => ({ body, at: /"first_seen_at":"([^"]*)"/.exec(body)?.[1] ?? '' }));
  const bodies = seen
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, limit)
    .map(({ body }) => body);
  return { revision, bodies };
}

const pathOf = (c: Context) => new URL(c.req.url).pathname;

function sendFeed(
  c: Context,
  feed: Pick<Feed, 'title' | 'description' | 'items'> & { page: string },
  { db, mark, revision }: { db: Reader; mark: number; revision: number },
): Response {
  const host = origin(c);
  const { pathname, search } = new URL(c.req.url);
  const noun = pathname.slice('/feeds/'.length).replace(/\.\w+$/, '');
  const format = FORMATS[pathname.slice(pathname.lastIndexOf('.') + 1) as Format];
  const body = format.render({
    ...feed,
    id: tagUri('feed', noun + search),
    pageUrl: host + feed.page,
    feedUrl: host + pathname + search,
  });
  return send(c, {
    body,
    etag: tagOfBody(body),
    revision,
    tags: [noun.replace(/s$/, '')],
    contentType: format.type,
    db,
    mark,
  });
}
