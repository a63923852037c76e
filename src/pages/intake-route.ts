import { AppError } from '../errors.ts';
import { sendFresh } from '../http/answer.ts';
import { type Context, origin } from '../http/context.ts';
import { answerOf, askingOf, intakeOf } from '../intake/ask.ts';
import { PAGE_HEADERS } from './send-page.ts';

/** A page that the Worker of the intake writes. It changes without a revision of the record, so nobody keeps it. */
export async function intakeRoute(c: Context): Promise<Response> {
  const { path } = c.req;
  const page = await answerOf(() =>
    intakeOf(c.env).page(path, origin(c), askingOf(c.env, c.get('outside').now())),
  );
  if (page === null) throw new AppError('not_found', `Nothing is at ${path.slice(0, 200)}.`);
  return sendFresh(200, page, null, { ...PAGE_HEADERS, 'Content-Type': 'text/html; charset=utf-8' });
}
