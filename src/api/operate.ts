import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { sendFresh } from '../http/answer.ts';
import { requireBearer } from '../http/bearer.ts';
import * as param from '../http/params.ts';
import { invalidate } from '../http/purge.ts';
import { RecordMoved } from '../ingest/change.ts';
import { fromCursor, rebuildSlice } from '../ingest/rebuild.ts';
import { readBy } from '../intake/ask.ts';
import { tryAgain } from '../store/failure.ts';
import { readRevision } from '../store/published.ts';
import { Reader } from '../store/reader.ts';
import { operation } from './operation.ts';

export const RebuildSlice = v.object({
  phase: v.string(),
  looked: v.number(),
  next: v.nullable(v.string()),
});

/** A slice that other writes overtake is done again; so often before the client is asked to do so. */
const TURNS = 4;

export const postRebuild = operation({
  id: 'postRebuild',
  method: 'POST',
  path: '/v1/operate/rebuild',
  tag: 'Index',
  summary: 'Derive the record anew, one slice of it',
  description:
    'Derives the record from its documents, their readings and the ledger, while it is being read and written; nothing is ' +
    'deleted first, and what is as it should be stays as it is. Call it again with `cursor` = `next` until that is null. ' +
    'Needs a token for `operate`.',
  query: {
    cursor: param.cursor,
    limit: param.whole(
      1,
      20,
      5,
      'Documents a slice looks at, at most; of what costs less, twenty times as many.',
    ),
  },
  bearer: true,
  answers: {
    200: {
      description: 'The slice is done. `next` null: so is the rebuild.',
      schema: RebuildSlice,
      example: { phase: 'entries', looked: 5, next: 'entries  d_0ez04bxrb7up' },
    },
  },
  problems: [400, 401, 403, 405, 429, 503],
  handle: async (c, { cursor = null, limit = 5 }) => {
    await requireBearer(c, 'operate');
    try {
      fromCursor(cursor);
    } catch {
      throw new AppError('bad_request', '`cursor` is not the `next` of a slice.', {
        errors: [{ parameter: 'cursor', detail: '`cursor` is not the `next` of a slice' }],
      });
    }
    const { now, random } = c.get('outside');
    const patience = { random, wait: (ms: number) => scheduler.wait(ms) };
    for (let turn = 1; ; turn++) {
      try {
        const slice = await tryAgain(patience, () =>
          rebuildSlice(c.env.DB, new Date(now()), cursor, limit, readBy(c.env)),
        );
        const db = new Reader(c.env.DB, 'first-primary');
        invalidate(c, await readRevision(db), db);
        return sendFresh(200, slice, db);
      } catch (error) {
        if (!(error instanceof RecordMoved)) throw error;
        if (turn === TURNS)
          throw new AppError('unavailable', 'Other writes kept coming first; ask for the same slice again.', {
            headers: { 'Retry-After': '5' },
          });
        await patience.wait(200 * turn * random());
      }
    }
  },
});
