import { AppError } from '../errors.ts';
import { send, unchanged } from '../http/answer.ts';
import { tagOfBody, tagOfRevision } from '../http/conditional.ts';
import { type Context, origin, readerOf } from '../http/context.ts';
import { type Position, readCursor, toCursor } from '../http/cursor.ts';
import { movedFilter } from '../http/moved-filter.ts';
import { requireOrder } from '../http/query.ts';
import { withOrigin } from '../links.ts';
import type { Noun } from '../model/record.ts';
import { readChanges } from '../store/changes.ts';
import { namedBy } from '../store/naming.ts';
import { readPage } from '../store/published.ts';
import type { Reader } from '../store/reader.ts';
import { type Asked, isPlace, stretchesOf } from '../store/stretches.ts';
import { trimmed } from './fields.ts';

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
  /** Null on the last page. */
  end: Position | null;
  /** Whether an id that the list is narrowed by answers to another now; to be asked where it is not known. */
  moved?: boolean;
}

/** Answers a list of one noun: by day, or by change where `updated_since` is given. */
export async function answerList(c: Context, noun: Noun, query: Paging, asked: Asked): Promise<Response> {
  requireOrder(asked.from, asked.to);
  return answerPages(c, noun, [noun], query, (db, after) =>
    query.updated_since === undefined
      ? pageByDay(db, noun, asked, after, query.limit)
      : pageByChange(db, noun, asked, query.updated_since, after, query.limit),
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
  { cursor, fields }: Paging,
  read: (db: Reader, after: Position | null) => Promise<PageOfBodies>,
  tagged: 'revision' | 'body' = 'revision',
): Promise<Response> {
  const url = new URL(c.req.url);
  const bound = listName(list, url.searchParams);
  const after = cursor === undefined ? null : readCursor(cursor, bound);
  const mark = c.get('outside').isolate?.mark ?? 0;
  const db = readerOf(c);
  const same = tagged === 'revision' ? await unchanged(c, db, tags) : null;
  if (same !== null) return same;
  const page = await read(db, after);
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
    db,
    mark,
  });
}

async function pageByDay(
  db: Reader,
  noun: Noun,
  asked: Asked,
  after: Position | null,
  limit: number,
): Promise<PageOfBodies> {
  const place = after?.[0] ?? null;
  if (place !== null && !isPlace(place)) throw new AppError('bad_request', '`cursor` is damaged.');
  const named = place === null ? namedBy(asked.filter.keys) : [];
  const stretches = stretchesOf(asked, place);
  const { revision, rows, moved } = await readPage(db, noun, stretches, asked.order, limit + 1, named);
  const shown = rows.slice(0, limit);
  return {
    revision,
    bodies: shown.map(({ body }) => body),
    end: rows.length > limit ? [shown.at(-1)?.ord ?? 0] : null,
    moved,
  };
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
