import { Hidden, STATUS_OF, TITLE_OF } from '../errors.ts';
import { CORS } from './cors.ts';
import { asKnown } from './known.ts';

/**
 * An error as RFC 9457 asks for. `instance` is the path that was asked, without its query. `chance`: a number in [0, 1)
 * that spreads when clients come back.
 */
export function toProblem(error: unknown, requestUrl: string, origin: string, chance = 0): Response {
  const known = asKnown(error, chance);
  if (known instanceof Hidden) {
    const body = JSON.stringify({ id: known.id, status: 'hidden' });
    const type = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
    return new Response(body, { status: 451, headers: { ...CORS, ...type } });
  }
  const body = {
    type: `${origin}/docs#error-${known.code.replaceAll('_', '-')}`,
    title: TITLE_OF[known.code],
    status: STATUS_OF[known.code],
    detail: known.message,
    instance: new URL(requestUrl).pathname,
    ...(known.errors.length > 0 && { errors: known.errors }),
  };
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      ...CORS,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...known.headers,
    },
  });
}
