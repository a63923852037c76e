import * as v from 'valibot';
import { sendFresh } from '../http/answer.ts';
import { requireBearer } from '../http/bearer.ts';
import { readJson } from '../http/body.ts';
import { type Context, origin } from '../http/context.ts';
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

/** A line of a dump holds one row at least, of 2 MB at most, written as JSON and sealed. */
const MOST_LINE = 8_388_608;
const counts = v.record(v.string(), v.number());
const Dump = v.strictObject({
  made_at: v.pipe(v.string(), v.isoTimestamp()),
  migrations: v.array(v.string()),
  numbers: counts,
});
const Step = v.variant('step', [
  v.strictObject({ step: v.literal('begin'), dump: Dump }),
  v.strictObject({ step: v.literal('line'), table: v.string(), line: v.string() }),
  v.strictObject({ step: v.literal('leavings'), after: v.number() }),
  v.strictObject({ step: v.literal('end'), dump: Dump, counts }),
]);
const From = v.strictObject({ cursor: v.nullable(v.string()), only: v.optional(v.literal('record')) });
const Freeze = v.strictObject({
  frozen: v.boolean(),
  reason: v.optional(v.string(), 'by whoever operates the site'),
});

/** Has the intake do it, and lets go of what is remembered here. */
async function operated(c: Context, name: string, input: unknown): Promise<Response> {
  await requireBearer(c, 'operate');
  const outside = c.get('outside');
  const { value } = await askIntake(c.env, outside.now(), name, input);
  outside.isolate?.forget();
  return sendFresh(200, value, null);
}

export const postDump = operation({
  id: 'postDump',
  method: 'POST',
  path: '/v1/operate/dump',
  tag: 'Index',
  summary: 'Read the database, one slice of it',
  description:
    'A line of the file of a table. Call it again with `cursor` = `next` until that is null; `npm run dump` does. Subscribers ' +
    'come sealed with DUMP_KEY, or not at all with `only: "record"`. Needs a token for `operate`.',
  query: {},
  bearer: true,
  body: { schema: From, example: { cursor: null } },
  answers: {
    200: {
      description: 'The slice.',
      schema: v.object({
        revision: v.number(),
        about: v.nullable(v.object({ migrations: v.array(v.string()), numbers: counts })),
        table: v.string(),
        sealed: v.boolean(),
        rows: v.number(),
        line: v.string(),
        next: v.nullable(v.string()),
      }),
      example: {
        revision: 5,
        about: null,
        table: 'moment',
        sealed: false,
        rows: 1,
        line: '{"columns":["name","at"],"rows":[["cron","2024-02-01T08:05:00.000Z"]]}',
        next: null,
      },
    },
  },
  problems: [400, 401, 403, 405, 409, 413, 415, 422, 429, 501, 503],
  handle: async (c) => {
    await requireBearer(c, 'operate');
    const { cursor, only } = await readJson(c.req.raw, From);
    return operated(c, 'dump', { cursor, open: only === 'record', key: c.env.DUMP_KEY ?? null });
  },
});

export const postRestore = operation({
  id: 'postRestore',
  method: 'POST',
  path: '/v1/operate/restore',
  tag: 'Index',
  summary: 'Put a dump back, one step of it',
  description:
    'Into an empty database only; `npm run restore` takes the steps. Until the last one nothing else is written, and no mail ' +
    'is sent until `/v1/operate/mail` says so. Needs a token for `operate`.',
  query: {},
  bearer: true,
  body: { schema: Step, example: { step: 'leavings', after: 0 } },
  answers: {
    200: {
      description: 'The step is taken.',
      schema: v.object({
        rows: v.optional(v.number()),
        left_out: v.optional(v.number()),
        hides: v.optional(v.number()),
        left: v.optional(v.number()),
        next: v.optional(v.nullable(v.number())),
      }),
      example: { left: 0, next: null },
    },
  },
  problems: [400, 401, 403, 405, 409, 413, 415, 422, 429, 501, 503],
  handle: async (c) => {
    await requireBearer(c, 'operate');
    const step = await readJson(c.req.raw, Step, MOST_LINE);
    const { DUMP_KEY: key = null, SECRET_KEYS: secrets, EDITION_TIMEZONE: zone = 'Etc/UTC' } = c.env;
    return operated(c, 'restore', { step, settings: { key, secrets, origin: origin(c), zone } });
  },
});

export const postMail = operation({
  id: 'postMail',
  method: 'POST',
  path: '/v1/operate/mail',
  tag: 'Index',
  summary: 'Freeze all mail, or let it go',
  description:
    'A restored database is frozen. `/v1/status` shows it as `pause`. Needs a token for `operate`.',
  query: {},
  bearer: true,
  body: { schema: Freeze, example: { frozen: false } },
  answers: {
    200: { description: 'Done.', schema: v.object({ frozen: v.boolean() }), example: { frozen: false } },
  },
  problems: [400, 401, 403, 405, 413, 415, 422, 429, 501, 503],
  handle: async (c) => {
    await requireBearer(c, 'operate');
    return operated(c, 'mail', await readJson(c.req.raw, Freeze));
  },
});
