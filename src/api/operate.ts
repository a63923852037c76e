import * as v from 'valibot';
import { sendFresh } from '../http/answer.ts';
import { requireBearer } from '../http/bearer.ts';
import * as param from '../http/params.ts';
import { invalidate } from '../http/purge.ts';
import { askIntake } from '../intake/ask.ts';
import { readRevision } from '../store/published.ts';
import { Reader } from '../store/reader.ts';
import { operation } from './operation.ts';

export const RebuildSlice = v.object({
  phase: v.string(),
  looked: v.number(),
  next: v.nullable(v.string()),
});

export const postRebuild = operation({
  id: 'postRebuild',
  method: 'POST',
  path: '/v1/operate/rebuild',
  tag: 'Index',
  summary: 'Derive the record anew, one slice of it',
  description:
    'Nothing is deleted first. Call it again with `cursor` = `next` until that is null. Needs a token for `operate`.',
  query: {
    cursor: param.cursor,
    limit: param.whole(1, 20, 5, 'Documents a slice.'),
  },
  bearer: true,
  answers: {
    200: {
      description: 'The slice is done.',
      schema: RebuildSlice,
      example: { phase: 'entries', looked: 5, next: 'entries  d_0ez04bxrb7up' },
    },
  },
  problems: [400, 401, 403, 405, 429, 501, 503],
  handle: async (c, { cursor = null, limit = 5 }) => {
    await requireBearer(c, 'operate');
    const { now, random } = c.get('outside');
    const { value } = await askIntake(c.env, now(), 'rebuild', { cursor, limit, chance: random() });
    const db = new Reader(c.env.DB, 'first-primary');
    invalidate(c, await readRevision(db), db);
    return sendFresh(200, value, db);
  },
});
