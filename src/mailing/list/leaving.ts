import { addressHashes, type KeyRing } from '../../mail/keys.ts';
import { eraseAddress, type SuppressionReason } from '../../store/subscriptions.ts';

const DAY_MS = 86_400_000;
/** How long an address is left alone. Who had theirs deleted can come back; who complained is never written to again. */
const QUIET_DAYS: Record<SuppressionReason, number | null> = { erased: 30, bounced: 180, complained: null };

/** Deletes an address for good and keeps a keyed hash of it, by which it is not written to for a while. */
export async function suppress(
  { db, keys, now }: { db: D1Database; keys: KeyRing; now(): Date },
  address: string,
  reason: SuppressionReason,
): Promise<void> {
  const [hash] = await addressHashes(keys, address);
  if (hash === undefined) throw new Error('there is no key to hash with');
  const at = now();
  const days = QUIET_DAYS[reason];
  await eraseAddress(db, address, hash, {
    reason,
    at: at.toISOString(),
    until: days === null ? null : new Date(at.getTime() + days * DAY_MS).toISOString(),
  });
}
