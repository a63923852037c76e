import { forgetMailings } from '../store/deliveries.ts';
import { forgetStale } from '../store/subscriptions.ts';
import { ABANDONED_MS } from './delivery/sweep.ts';

const DAY_MS = 86_400_000;

/**
 * Forgets what was only kept for a time (docs/operating.md lists it): whether or not mail can be sent at present, since
 * what was promised to readers does not depend on it. Twice is as once.
 */
export async function forgetOld(db: D1Database, now: Date): Promise<void> {
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
  await forgetStale(db, {
    stale: ago(30 * DAY_MS),
    requests: ago(2 * DAY_MS),
    claimed: ago(ABANDONED_MS),
    now: now.toISOString(),
  });
  await forgetMailings(db, ago(90 * DAY_MS));
}
