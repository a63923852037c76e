import type { Child } from 'hono/jsx';
import { send } from '../http/answer.ts';
import { tagOfBody } from '../http/conditional.ts';
import type { Context } from '../http/context.ts';
import { SAFE } from '../http/cors.ts';
import { shown } from '../model/shown.ts';
import type { Reader } from '../store/reader.ts';

/** Where a page's answer comes from, taken before the database is read. */
export interface Begun {
  db: Reader;
  mark: number;
}

/**
 * What browsers may do with our pages: load our own style, pictures and scripts, send our own forms, and nothing else.
 * No inline style or script, no frame around them.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...SAFE,
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "script-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Text of a page; a rendered page is a string, which only its type leaves open. */
export const htmlOf = (page: Child): string => shown(`<!doctype html>${String(page)}`);

export function sendPage(
  c: Context,
  page: Child,
  { db, mark }: Begun,
  { revision, tags }: { revision: number; tags: readonly string[] },
): Response {
  const body = htmlOf(page);
  return send(c, {
    body,
    etag: tagOfBody(body),
    revision,
    tags,
    contentType: 'text/html; charset=utf-8',
    headers: PAGE_HEADERS,
    db,
    mark,
  });
}

/** A page that says what went wrong. */
export function sendErrorPage(
  page: Child,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(htmlOf(page), {
    status,
    headers: {
      ...PAGE_HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    },
  });
}
