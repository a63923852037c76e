import { AppError } from '../errors.ts';
import { send, unchanged } from '../http/answer.ts';
import { tagOfBody, tagOfRevision } from '../http/conditional.ts';
import { type Context, origin, readerOf } from '../http/context.ts';
import { type Position, readCursor, toCursor } from '../http/cursor.ts';
import { CACHE_CONTROL } from '../http/isolate.ts';
import { movedFilter } from '../http/moved-filter.ts';
import { RECORD_TAG } from '../http/purge.ts';
import { requireOrder } from '../http/query.ts';
import { withOrigin } from '../links.ts';
import type { Noun } from '../model/record.ts';
import { readChanges } from '../store/changes.ts';
import { namedBy } from '../store/naming.ts';
import { readPage, readPlace } from '../store/published.ts';
import type { Reader } from '../store/reader.ts';
import { type Asked, isPlace, stretchesOf } from '../store/stretches.ts';
import { trimmed } from './fields.ts';
import { sendRows } from './rows.ts';

/** What every list takes, read. */
export interface Paging {
  limit: number;
  cursor?: string | undefined;
  updated_since?: string | undefined;
  fields?: string[] | undefined;
}

interface PageOfBodies {
  revision: number;
  bodies: string[];
  /** Where each of them stands, in orders by day. */
  places?: number[];
  /** Null on the last page. */
  end: Position | null;
  /** Whether an id that the list is narrowed by answers to another now; to be asked where it is not known. */
  moved?: boolean;
}

/** One page behind a place. */
type ReadPage = (db: Reader, after: Position | null, limit: number) => Promise<PageOfBodies>;
/** Where the last of so many rows behind a place stands, null if there are no more than these. */
type PlaceAt = (db: Reader, after: Position | null, rows: number) => Promise<number | null>;

/** Answers a list of one noun: by day, or by change where `updated_since` is given. */
export async function answerList(c: Context, noun: Noun, query: Paging, asked: Asked): Promise<Response> {
  requireOrder(asked.from, asked.to);
  const { updated_since } = query;
  if (updated_since !== undefined) {
    return answerPages(c, noun, [noun], query, (db, after, limit) =>
      pageByChange(db, noun, asked, updated_since, after, limit),
    );
  }
  return answerPages(
    c,
    noun,
    [noun],
    query,
    (db, after, limit) => pageByDay(db, noun, asked, after, limit),
    'revision',
    (db, after, rows) => readPlace(db, noun, stretchesOf(asked, placeOf(after)), asked.order, rows),
  );
}

/**
 * Answers a list of whatever kind, page by page. `list` names the list; its filters are taken from the request's own
 * query, so that a cursor is good for exactly the list it came from. `tagged`: whether the revision tells when the page
 * is another one, or only the page itself does (where it holds what no revision counts).
 */
export async function answerPages(
  c: Context,
  list: string,
  tags: readonly string[],
  { limit, cursor, fields }: Paging,
  read: ReadPage,
  tagged: 'revision' | 'body' = 'revision',
  placeAt: PlaceAt | null = null,
): Promise<Response> {
  const url = new URL(c.req.url);
  const bound = listName(list, url.searchParams);
  const after = cursor === undefined ? null : readCursor(cursor, bound);
  const mark = c.get('outside').isolate?.mark ?? 0;
  const db = readerOf(c);
  const rows = c.get('rows');
  if (rows !== undefined) {
    const first = await firstRows(db, after, limit, read, placeAt);
    const host = origin(c);
    const next = first.end === null ? null : nextUrl(url, host, toCursor(first.end, bound));
    return sendRows(rows, finished(first.pages, host, fields), {
      list: noun(list),
      fields,
      headers: {
        'Cache-Control': CACHE_CONTROL,
        'Cache-Tag': [RECORD_TAG, ...tags].join(','),
        'Readout-Revision': String(first.revision),
        ...(next && { Link: `<${next}>; rel="next"` }),
      },
    });
  }
  const same = tagged === 'revision' ? await unchanged(c, db, tags) : null;
  if (same !== null) return same;
  const page = await read(db, after, limit);
  if (page.bodies.length === 0 && after === null && page.moved !== false) {
    const moved = await movedFilter(c, db, page.revision);
    if (moved !== null) return moved;
  }
  const host = origin(c);
  const next = page.end === null ? null : nextUrl(url, host, toCursor(page.end, bound));
  const bodies = page.bodies.map((body) => withOrigin(body, host));
  const data = fields === undefined ? bodies : bodies.map((body) => trimmed(body, fields));
  const body = `{"data":[${data.join(',')}],"next":${JSON.stringify(next)}}`;
  return send(c, {
    body,
    etag: tagged === 'revision' ? tagOfRevision(page.revision) : tagOfBody(body),
    revision: page.revision,
    tags,
    next,
    headers: { Vary: 'Accept' },
    db,
    mark,
  });
}

/** Rows read at a time, and the most that are held back where only reading tells where they end. */
const CHUNK = 200;
const MOST_HELD = 2_000;

/**
 * The rows of one request: their pages as they come, and where the next request goes on. That has to be known before the
 * first row is sent: where places can be counted it is looked up, elsewhere at most MOST_HELD rows are read first.
 */
async function firstRows(
  db: Reader,
  after: Position | null,
  limit: number,
  read: ReadPage,
  placeAt: PlaceAt | null,
): Promise<{ revision: number; pages: AsyncGenerator<string[]>; end: Position | null }> {
  const first = await read(db, after, Math.min(limit, CHUNK));
  if (placeAt === null || first.end === null || limit <= CHUNK) {
    const bodies = [...first.bodies];
    let { end } = first;
    while (end !== null && bodies.length < Math.min(limit, MOST_HELD)) {
      const page = await read(db, end, Math.min(limit - bodies.length, CHUNK));
      bodies.push(...page.bodies);
      end = page.end;
    }
    return { revision: first.revision, pages: inOne(bodies), end };
  }
  const last = await placeAt(db, after, limit);
  const pages = async function* () {
    for (let page = first; ; page = await read(db, page.end ?? [], CHUNK)) {
      const at = last === null ? -1 : (page.places ?? []).indexOf(last);
      yield at < 0 ? page.bodies : page.bodies.slice(0, at + 1);
      if (at >= 0 || page.end === null) return;
    }
  };
  return { revision: first.revision, pages: pages(), end: last === null ? null : [last] };
}

async function* inOne(bodies: string[]): AsyncGenerator<string[]> {
  yield bodies;
}

async function* finished(
  pages: AsyncGenerator<string[]>,
  host: string,
  fields: string[] | undefined,
): AsyncGenerator<string[]> {
  for await (const bodies of pages) {
    const whole = bodies.map((body) => withOrigin(body, host));
    yield fields === undefined ? whole : whole.map((body) => trimmed(body, fields));
  }
}

/** The noun of a list's name: "quote by rank" is of quotes. */
const noun = (list: string) => list.split(' ')[0] ?? list;

async function pageByDay(
  db: Reader,
  noun: Noun,
  asked: Asked,
  after: Position | null,
  limit: number,
): Promise<PageOfBodies> {
  const place = placeOf(after);
  const named = place === null ? namedBy(asked.filter.keys) : [];
  const stretches = stretchesOf(asked, place);
  const { revision, rows, moved } = await readPage(db, noun, stretches, asked.order, limit + 1, named);
  const shown = rows.slice(0, limit);
  return {
    revision,
    bodies: shown.map(({ body }) => body),
    places: shown.map(({ ord }) => ord),
    end: rows.length > limit ? [shown.at(-1)?.ord ?? 0] : null,
    moved,
  };
}

function placeOf(after: Position | null): number | null {
  const place = after?.[0] ?? null;
  if (place !== null && !isPlace(place)) throw new AppError('bad_request', '`cursor` is damaged.');
  return place;
}

async function pageByChange(
  db: Reader,
  noun: Noun,
  asked: Asked,
  since: string,
  after: Position | null,
  limit: number,
): Promise<PageOfBodies> {
  const place = after === null ? null : { updated_at: String(after[0]), id: String(after[1]) };
  const { revision, bodies, next } = await readChanges(db, noun, asked, since, place, limit);
  return { revision, bodies, end: next === null ? null : [next.updated_at, next.id] };
}

/** Raised when places are counted otherwise, so that a cursor from before is refused rather than misread. */
const PLACES = 2;

/** The list a cursor belongs to: its filters and order, not the size of its pages. */
export function listName(list: string, params: URLSearchParams): string {
  const filters = [...params].filter(([name]) => !['cursor', 'limit', 'fields'].includes(name));
  return JSON.stringify([list, PLACES, ...filters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))]);
}

function nextUrl(url: URL, host: string, cursor: string): string {
  const params = new URLSearchParams(url.searchParams);
  params.set('cursor', cursor);
  return `${host}${url.pathname}?${params}`;
}
