import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { sendFresh } from '../http/answer.ts';
import { EXTRACTOR } from '../model/extractor-version.ts';
import { readHealth } from '../store/counts.ts';
import { Reader } from '../store/reader.ts';
import { operation } from './operation.ts';

export const Health = v.object({
  status: v.literal('ok'),
  revision: v.number(),
  cron_at: v.nullable(v.string()),
  re_reading_left: v.number(),
});

/** The job runs every half hour; beyond this something is broken. */
const HALF_HOUR_MS = 1_800_000;
const CRON_LATE_MS = 7_200_000;

/** How long ago the job should have run; nothing is late before the first run. */
const lateBy = (cron_at: string | null, now: number) =>
  cron_at === null ? 0 : now - (Date.parse(cron_at) + HALF_HOUR_MS);

const EXAMPLE = { status: 'ok', revision: 5, cron_at: '2024-02-01T08:05:00.000Z', re_reading_left: 0 };

export const getHealth = operation({
  id: 'getHealth',
  method: 'GET',
  path: '/healthz',
  tag: 'Index',
  summary: 'Whether the service works',
  query: {},
  answers: {
    200: {
      description:
        'It works. `cron_at`: when the half-hourly job last ran; `re_reading_left`: documents that a newer extractor has still to read again.',
      schema: Health,
      example: EXAMPLE,
    },
  },
  problems: [400, 405, 503],
  handle: async (c) => {
    const db = new Reader(c.env.DB);
    let health: Awaited<ReturnType<typeof readHealth>>;
    try {
      health = await readHealth(db, EXTRACTOR);
    } catch (error) {
      console.error(error);
      throw new AppError('unavailable', 'The database does not answer.', {
        headers: { 'Retry-After': '10', 'Readout-Revision': 'unknown' },
      });
    }
    const late = lateBy(health.cron_at, c.get('outside').now());
    if (late > CRON_LATE_MS) {
      throw new AppError(
        'unavailable',
        `The half-hourly job last ran at ${health.cron_at}: it is ${Math.round(late / 60_000)} minutes late.`,
        { headers: { 'Retry-After': '60', 'Readout-Revision': String(health.revision) } },
      );
    }
    return sendFresh(200, { status: 'ok', ...health }, db, { 'Readout-Revision': String(health.revision) });
  },
});
