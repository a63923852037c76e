import type { Reader } from '../store/reader.ts';
import { isNamed } from './conditional.ts';
import type { Context } from './context.ts';
import { CORS } from './cors.ts';
import { CACHE_CONTROL } from './isolate.ts';
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
  /** Further headers, as pages have them. */
  headers?: Readonly<Record<string, string>>;
  db: Reader | null;
  /** `Isolate.mark` from before the database was read. */
  mark: number;
}

/** Sends it, or 304 to whoever has it; remembers it for whoever asks next. */
export function send(c: Context, answer: Answer): Response {
  const { isolate, now } = c.var.outside;
  const at = now();
  const revision = answer.revision ?? isolate?.atLeast() ?? null;
  const headers: Record<string, string> = {
    ...CORS,
    'Content-Type': answer.contentType ?? 'application/json; charset=utf-8',
    'Cache-Control': CACHE_CONTROL,
    'Cache-Tag': [RECORD_TAG, ...answer.tags].join(','),
    ETag: answer.etag,
    ...(revision !== null && { 'Readout-Revision': String(revision) }),
    ...(answer.next && { Link: `<${answer.next}>; rel="next"` }),
    ...answer.headers,
  };
  const body = ENCODER.encode(answer.body);
  const sent = new Headers(headers);
  const unchanged = new Headers(withoutType(headers));
  if (isolate !== null) {
    if (answer.revision !== null && answer.revisionRead !== false) isolate.learn(answer.revision, at);
    if (answer.db?.fromPrimary) isolate.confirm(answer.db.bookmark, at);
    const kept = { body, headers: sent, unchanged, etag: answer.etag };
    // Without a revision to tell, it would be kept without its header.
    if (revision !== null) isolate.keep(c.req.url, kept, answer.revision, answer.mark, at);
  }
  const isUnchanged = isNamed(answer.etag, c.req.header('If-None-Match'));
  const response = isUnchanged
    ? new Response(null, { status: 304, headers: unchanged })
    : new Response(body, { headers: sent });
  for (const [name, value] of Object.entries(serverTiming(answer.db))) response.headers.set(name, value);
  return response;
}

const ENCODER = new TextEncoder();

/** 304 before the body was made. */
export function notModified(etag: string, revision: number, tags: readonly string[], db: Reader): Response {
  const headers = {
    ...CORS,
    'Cache-Control': CACHE_CONTROL,
    'Cache-Tag': [RECORD_TAG, ...tags].join(','),
    ETag: etag,
    'Readout-Revision': String(revision),
    ...serverTiming(db),
  };
  return new Response(null, { status: 304, headers });
}

/** An answer that nobody may keep. */
export function sendFresh(
  status: number,
  value: unknown,
  db: Reader | null,
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

export function withoutType(headers: Readonly<Record<string, string>>): Record<string, string> {
  const { 'Content-Type': _, ...rest } = headers;
  return rest;
}

/** What the answer asked of the database; nothing if it asked nothing. */
export function serverTiming(db: Reader | null): Record<string, string> {
  if (db === null || db.trips === 0) return {};
  const asked = `${db.trips} ${db.trips === 1 ? 'trip' : 'trips'}, ${db.rows} ${db.rows === 1 ? 'row' : 'rows'}`;
  return { 'Server-Timing': `d1;desc="${asked}";dur=${Number(db.ms.toFixed(2))}` };
}
