import { addressHashes, type KeyRing } from '../../mail/keys.ts';
import { type Leaving, noteLeaving, type Outside } from '../../store/outside.ts';
import {
  endSubscription,
  eraseAddress,
  type SuppressionReason,
  subscriberById,
} from '../../store/subscriptions.ts';

const DAY_MS = 86_400_000;
/** How long an address is left alone. Who had theirs deleted can come back; who complained is never written to again. */
const QUIET_DAYS: Record<SuppressionReason, number | null> = { erased: 30, bounced: 180, complained: null };

/** Where somebody leaves. */
export interface Exit {
  db: D1Database;
  keys: KeyRing;
  now(): Date;
  outside?: Outside | undefined;
}

/** Deletes an address for good and keeps a keyed hash of it, by which it is not written to for a while. */
export async function suppress(exit: Exit, address: string, reason: SuppressionReason): Promise<void> {
  const hash = await hashOf(exit, address);
  const at = exit.now();
  const days = QUIET_DAYS[reason];
  const until = days === null ? null : new Date(at.getTime() + days * DAY_MS).toISOString();
  await eraseAddress(exit.db, address, hash, { reason, at: at.toISOString(), until });
  await keepOutside(exit, { hash, reason, at: at.toISOString(), until });
}

/** Ends a subscription; the address stays, for whoever wants to come back. */
export async function unsubscribe(exit: Exit, id: number): Promise<void> {
  const at = exit.now().toISOString();
  const subscriber = exit.outside === undefined ? null : await subscriberById(exit.db, id);
  await endSubscription(exit.db, id, at);
  if (subscriber === null) return;
  const hash = await hashOf(exit, subscriber.address);
  await keepOutside(exit, { hash, reason: 'unsubscribed', at, until: null });
}

async function hashOf({ keys }: Exit, address: string): Promise<string> {
  const [hash] = await addressHashes(keys, address);
  if (hash === undefined) throw new Error('there is no key to hash with');
  return hash;
}

/** That they left is done; should the database be put back to before it, this says so again. */
async function keepOutside({ outside }: Exit, leaving: Leaving): Promise<void> {
  try {
    if (outside !== undefined) await noteLeaving(outside, leaving);
  } catch (error) {
    console.error('that somebody left could not be kept beside the database', (error as Error).name);
  }
}
