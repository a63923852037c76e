import { shown } from '../model/shown.ts';
import { readRevision } from '../store/published.ts';
import type { Reader } from '../store/reader.ts';
import { isNamed, tagOfRevision } from './conditional.ts';
import type { Context } from './context.ts';
import { CORS } from './cors.ts';
import { CACHE_CONTROL, withoutType } from './isolate.ts';
import { RECORD_TAG } from './purge.ts';

/** A public answer that may be kept: the same for everybody who asks this address. */
export interface Answer {
  body: string;
  etag: string;
  /** Null for what is not made of the record. */
  revision: number | null;
  /** False if `revision` is only known from before. */
  revisionRead?: boolean;
  /** What it was made of, for `Cache-Tag`: nouns and ids. */
  tags: readonly string[];
  /** Address of the next page. */
  next?: string | null;
  contentType?: string;
  /** For programs, though it is no plain JSON: nothing is cleaned away. */
  exact?: true;
  /** Further headers, as pages have them. */
  headers?: Readonly<Record<string, string>>;
  db: Reader | null;
  /** What another Worker asked of the database for it. */
  cost?: Pick<Reader, 'trips' | 'rows' | 'ms'>;
  /** `Isolate.mark` from before the database was read. */
  mark: number;
}

/** Sends it, or 304 to whoever has it; remembers it for whoever asks next. */
export function send(c: Context, answer: Answer): Response {
  const { isolate, now } = c.get('outside');
  const at = now();
  const revision = answer.revision ?? isolate?.atLeast() ?? null;
  // Programs get the very words; whatever is shown to people is cleaned of what they cannot see.
  const contentType = answer.contentType ?? JSON_TYPE;
  const headers: Record<string, string> = {
    ...CORS,
    'Content-Type': contentType,
    'Cache-Control': CACHE_CONTROL,
    'Cache-Tag': [RECORD_TAG, ...answer.tags].join(','),
    ETag: answer.etag,
    ...(revision !== null && { 'Readout-Revision': String(revision) }),
    ...(answer.next && { Link: `<${answer.next}>; rel="next"` }),
    ...answer.headers,
  };
  const text = answer.exact || contentType === JSON_TYPE ? answer.body : shown(answer.body);
  let body: string | Uint8Array = text;
  // Without a revision to tell, it would be kept without its header.
  if (isolate !== null && revision !== null) {
    if (answer.revision !== null && answer.revisionRead !== false) isolate.learn(answer.revision, at);
    if (answer.db?.fromPrimary) isolate.confirm(answer.db.bookmark, at);
    const bytes = ENCODER.encode(text);
    isolate.keep(c.req.url, { body: bytes, headers, etag: answer.etag }, answer.revision, answer.mark, at);
    body = bytes;
  }
  return isNamed(answer.etag, c.req.header('If-None-Match'))
    ? notModified(headers, answer.db)
    : new Response(body, { headers: { ...headers, ...serverTiming(answer.cost ?? answer.db) } });
}

const JSON_TYPE = 'application/json; charset=utf-8';
const ENCODER = new TextEncoder();

/**
 * 304 before anything is made, if the client has what is made of the record as it stands; else null. Costs the row of the
 * revision, and nothing while the isolate knows it.
 */
export async function unchanged(c: Context, db: Reader, tags: readonly string[]): Promise<Response | null> {
  const had = c.req.header('If-None-Match');
  if (had === undefined) return null;
  const { isolate, now } = c.get('outside');
  const mark = isolate?.mark ?? 0;
  const known = isolate?.revision(now()) ?? null;
  const revision = known?.revision ?? (await readRevision(db));
  const at = known?.at ?? now();
  if (known === null) isolate?.learn(revision, at);
  const etag = tagOfRevision(revision);
  if (!isNamed(etag, had)) return null;
  const headers = {
    ...CORS,
    'Cache-Control': CACHE_CONTROL,
    'Cache-Tag': [RECORD_TAG, ...tags].join(','),
    ETag: etag,
    'Readout-Revision': String(revision),
  };
  isolate?.keep(c.req.url, { body: null, headers, etag }, revision, mark, at);
  return notModified(headers, db);
}

/** 304 with what else the answer's headers say. */
export function notModified(headers: Readonly<Record<string, string>>, db: Reader | null): Response {
  return new Response(null, { status: 304, headers: { ...withoutType(headers), ...serverTiming(db) } });
}

/** An answer that nobody may keep. */
export function sendFresh(
  status: number,
  value: unknown,
  db: Pick<Reader, 'trips' | 'rows' | 'ms'> | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  return new Response(body, {
    status,
    headers: {
      ...CORS,
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...serverTiming(db),
      ...headers,
    },
  });
}

/** What the answer asked of the database; nothing if it asked nothing. */
export function serverTiming(db: Pick<Reader, 'trips' | 'rows' | 'ms'> | null): Record<string, string> {
  if (db === null || db.trips === 0) return {};
  const asked = `${db.trips} ${db.trips === 1 ? 'trip' : 'trips'}, ${db.rows} ${db.rows === 1 ? 'row' : 'rows'}`;
  return { 'Server-Timing': `d1;desc="${asked}";dur=${Number(db.ms.toFixed(2))}` };
}
