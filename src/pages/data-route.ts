import { AppError } from '../errors.ts';
import { sendFresh } from '../http/answer.ts';
import { type Context, newsroomOf, origin } from '../http/context.ts';
import { PAGE_HEADERS } from './send-page.ts';

/** The page about the files, written by the Worker that makes them. */
export async function dataPageRoute(c: Context): Promise<Response> {
  const page = await newsroomOf(c).dataPage(origin(c));
  return sendFresh(200, page, null, { ...PAGE_HEADERS, 'Content-Type': 'text/html; charset=utf-8' });
}

/** A file of the record, handed on as the Worker beside gives it. */
export async function dataRoute(c: Context): Promise<Response> {
  const path = c.req.param('path') ?? '';
  const answer = await newsroomOf(c).data(path, origin(c), c.req.raw);
  if (answer === null) {
    throw new AppError(
      'not_found',
      `No file is at ${c.req.path.slice(0, 200)}; /data/index.json lists them.`,
    );
  }
  if (answer.status !== 503) return new Response(answer.body, answer);
  throw new AppError('unavailable', 'The files are made anew without an entry that was taken down.', {
    headers: { 'Retry-After': answer.headers.get('Retry-After') ?? '600' },
  });
}
