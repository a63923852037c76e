import { networkOf } from '../../mail/address.ts';
import { canonical, type Subscription } from '../../model/subscription.ts';
import { countAgainst, countIn, insertRequest } from '../../store/subscriptions.ts';
import type { Desk } from '../office.ts';
import { bucketOfNetworkDay, EARLY, requestCaps } from './caps.ts';

/**
 * Takes on that somebody wants the digest at an address. What happens here is the same for every address (counting by
 * network, one row, one message), so that neither the answer nor its time says whether we know it; the letter is the
 * consumer's work. Beyond the caps nothing is kept, which the answer does not say either.
 */
export async function requestSubscription(
  { db, queue, keys }: Desk,
  address: string,
  { cadence, preferences }: Subscription,
  { ip, now }: { ip: string | undefined; now: Date },
): Promise<void> {
  const caps = await requestCaps(keys, networkOf(ip), now);
  if (!(await countAgainst(db, caps, now.toISOString()))) return;
  const early = (await countIn(db, bucketOfNetworkDay(caps))) <= EARLY;
  const request = await insertRequest(
    db,
    { address, cadence, preferences: canonical(preferences), early: early ? 1 : 0 },
    now.toISOString(),
  );
  try {
    await queue?.send({ request });
  } catch (error) {
    // The row is there, so the sweep will queue it again.
    console.error('a subscription request could not be queued', (error as Error).name);
  }
}
