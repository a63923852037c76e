import type { Context as HonoContext } from 'hono';
import type { GenericSchema } from 'valibot';
import type { DraftAnswer, Env, Extractor, Newsroom } from '../env.ts';
import { AppError } from '../errors.ts';
import { Reader } from '../store/reader.ts';
import type { Isolate } from './isolate.ts';

/** What lies outside the code and is handed in, so that tests can hand in their own. */
export interface Outside {
  /** Milliseconds since 1970. */
  now(): number;
  /** A number in [0, 1). */
  random(): number;
  /** What is remembered between requests; null remembers nothing. */
  isolate: Isolate | null;
}

/** What the Worker's handlers see of a request. It goes no further than the handler. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    outside: Outside;
    /** Set where a list is asked for in another form than JSON pages. */
    rows?: { form: 'csv' | 'ndjson'; shape: { entries: Readonly<Record<string, GenericSchema>> } };
  };
}
export type Context = HonoContext<AppEnv>;

/** Origin of absolute addresses, without a slash at the end: configured, or that of the request. */
export function originOf(publicUrl: string | undefined, requestUrl: string): string {
  // A request's address is whole and in normal form: the path begins at the first slash after the host.
  return publicUrl
    ? publicUrl.replace(/\/+$/, '')
    : requestUrl.slice(0, requestUrl.indexOf('/', 'https://'.length));
}

function isKnownHost(c: Context): boolean {
  const { PUBLIC_URL, HOSTS = '' } = c.env;
  if (PUBLIC_URL) return true;
  const { hostname } = new URL(c.req.url);
  return hostname.endsWith('.workers.dev') || HOSTS.split(',').includes(hostname);
}

/**
 * Throws 421 (RFC 9110, 15.5.20) where links would be made from a host that nobody named: whoever sends a request
 * chooses its `Host`.
 */
export function requireKnownHost(c: Context): void {
  if (isKnownHost(c)) return;
  throw new AppError('misdirected', 'No site answers to this name here; PUBLIC_URL or HOSTS would say so.');
}

export const origin = (c: Context): string => (isKnownHost(c) ? originOf(c.env.PUBLIC_URL, c.req.url) : '');

/** Reads from a replica that is new enough, or from the primary. */
export const readerOf = (c: Context): Reader => {
  const { isolate, now } = c.get('outside');
  return new Reader(c.env.DB, isolate?.session(now()));
};

/** The Worker beside this one that verifies words and checks drafts. */
export function newsroomOf(c: Context): Newsroom {
  const { NEWSROOM } = c.env;
  if (NEWSROOM === undefined) throw new AppError('not_implemented', 'Words are not checked here.');
  return NEWSROOM;
}

/** Has a draft checked, read by the extractor. */
export function askToCheck(c: Context, draft: Parameters<Newsroom['checkDraft']>[0]): Promise<DraftAnswer> {
  const { EXTRACTOR } = c.env;
  if (EXTRACTOR === undefined) throw new AppError('not_implemented', 'Drafts are not read here.');
  const read: Extractor['read'] = (text, hints) => EXTRACTOR.read(text, hints);
  return newsroomOf(c).checkDraft(draft, origin(c), c.get('outside').now(), read);
}
