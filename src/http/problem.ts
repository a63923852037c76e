import { AppError, STATUS_OF, TITLE_OF } from '../errors.ts';
import { CORS } from './cors.ts';

/**
 * An error as RFC 9457 asks for. What is not an AppError is our own fault: it is logged, and nothing of it goes out.
 * `instance` is the path that was asked, without its query.
 */
export function toProblem(error: unknown, requestUrl: string, origin: string): Response {
  if (!(error instanceof AppError)) console.error(error);
  const known =
    error instanceof AppError
      ? error
      : new AppError('internal', 'This should not have happened; it was logged.');
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
