import { type Context, origin, readerOf } from '../http/context.ts';
import { withOrigin } from '../links.ts';
import type { Begun } from './send-page.ts';

/** What a page begins with, before the record is read for it. */
export const begin = (c: Context): Begun => ({
  mark: c.get('outside').isolate?.mark ?? 0,
  db: readerOf(c),
});

/** The object of a stored body, its addresses under the origin that is asked. */
export const parsed = <T>(c: Context, body: string): T => JSON.parse(withOrigin(body, origin(c))) as T;
