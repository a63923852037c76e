import * as v from 'valibot';
import { sendFresh } from '../http/answer.ts';
import { requireBearer } from '../http/bearer.ts';
import { Reader } from '../store/reader.ts';
import { readStatus } from '../store/status.ts';
import { operation } from './operation.ts';

const Counts = v.record(v.string(), v.number());

export const Status = v.object({
  revision: v.number(),
  cron: v.object({ last_run_at: v.nullable(v.string()), minutes_ago: v.nullable(v.number()) }),
  documents: v.object({ last_at: v.nullable(v.string()), minutes_ago: v.nullable(v.number()) }),
  letters: Counts,
  requests: Counts,
  subscribers: Counts,
  mailings_open: v.number(),
  pause: v.nullable(v.object({ until: v.string(), reason: v.string() })),
  turned_away: Counts,
  database_bytes: v.number(),
  database_share: v.number(),
});

const EXAMPLE = {
  revision: 5,
  cron: { last_run_at: '2024-02-01T08:05:00.000Z', minutes_ago: 12 },
  documents: { last_at: '2024-02-01T07:40:00.000Z', minutes_ago: 37 },
  letters: { sent: 120, unknown: 1 },
  requests: { new: 2 },
  subscribers: { confirmed: 118, pending: 3 },
  mailings_open: 0,
  pause: null,
  turned_away: { mailbox: 4 },
  database_bytes: 12_582_912,
  database_share: 0.0013,
};

/** A database of D1 holds this much (Cloudflare's limits, paid plan). */
const MOST_BYTES = 10_000_000_000;

const minutesSince = (at: string | null, now: number) =>
  at === null ? null : Math.max(0, Math.round((now - Date.parse(at)) / 60_000));

export const getStatus = operation({
  id: 'getStatus',
  method: 'GET',
  path: '/v1/status',
  tag: 'Index',
  summary: 'Counts for whoever runs the site',
  description:
    'Letters and requests by state, what the limits turned away in the last seven days, and how full the database is ' +
    '(`database_share` of the 10 GB it may have). Needs a token for `operate`.',
  query: {},
  bearer: true,
  answers: { 200: { description: 'The counts.', schema: Status, example: EXAMPLE } },
  problems: [400, 401, 403, 405, 429, 503],
  handle: async (c) => {
    await requireBearer(c, 'operate');
    const now = c.get('outside').now();
    const db = new Reader(c.env.DB);
    const { cron_at, document_at, bytes, ...counts } = await readStatus(db, new Date(now - 7 * 86_400_000));
    return sendFresh(
      200,
      {
        ...counts,
        cron: { last_run_at: cron_at, minutes_ago: minutesSince(cron_at, now) },
        documents: { last_at: document_at, minutes_ago: minutesSince(document_at, now) },
        database_bytes: bytes,
        database_share: Number((bytes / MOST_BYTES).toFixed(4)),
      },
      db,
    );
  },
});
