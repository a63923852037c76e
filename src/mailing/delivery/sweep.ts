import { openMailings, overdueDeliveries, settleAbandoned } from '../../store/deliveries.ts';
import { overdueRequests } from '../../store/subscriptions.ts';
import type { Office } from '../office.ts';
import { queueDeliveries } from './list-readers.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Issues older than this are not sent any more. */
const LATE_DAYS = 7;
/** A queue message unheard of for so long is taken for lost. If it was not, the claim lets only one through. */
const LOST_MS = 60 * MINUTE_MS;
/** No invocation of a consumer lasts longer. */
export const ABANDONED_MS = 20 * MINUTE_MS;
/** Deliveries queued again by one sweep at most. */
const MOST = 20_000;

/**
 * Finds what was left undone and sets it going again: issues nobody was sent, mailings not fully listed, deliveries and
 * requests whose message was lost, rows a dead consumer had claimed. Run any number of times, by any number at once, it
 * does nothing twice.
 */
export async function sweep(office: Office): Promise<void> {
  const { db, queue, mailer } = office;
  const now = office.now();
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
  const at = now.toISOString();

  for (const mailing of await openMailings(db, ago(LATE_DAYS * DAY_MS), at)) await queue.send({ mailing });
  await settleAbandoned(db, ago(ABANDONED_MS), at, mailer.idempotent);
  await queueDeliveries(queue, await overdueDeliveries(db, ago(LOST_MS), at, MOST));
  const requests = await overdueRequests(db, ago(10 * MINUTE_MS), at, 100);
  if (requests.length > 0) await queue.sendBatch(requests.map((request) => ({ body: { request } })));
}
