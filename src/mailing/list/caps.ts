import { domainOf, mailboxOf } from '../../mail/address.ts';
import { type KeyRing, signature } from '../../mail/keys.ts';
import type { Cap } from '../../store/subscriptions.ts';

/**
 * Against flooding somebody's mailbox with confirmations they never asked for. Requests are counted by the network they
 * come from and overall before anything is known of the address, letters by mailbox, domain and overall before they are
 * sent. Buckets are named by keyed hashes.
 */
const HOUR = { name: 'hour', ms: 3_600_000 };
const DAY = { name: 'day', ms: 86_400_000 };
const MONTH = { name: 'month', ms: 30 * 86_400_000 };

export const REQUESTS = { network: 20, overall: 5_000 };
export const LETTERS = { mailboxDay: 3, mailboxMonth: 8, domainHour: 200, overallHour: 1_000 };

export async function requestCaps(keys: KeyRing, network: string, now: Date): Promise<Cap[]> {
  return [
    cap(await named(keys, 'network', network), HOUR, REQUESTS.network, now),
    cap('requests', HOUR, REQUESTS.overall, now),
  ];
}

export async function letterCaps(keys: KeyRing, address: string, now: Date): Promise<Cap[]> {
  const mailbox = await named(keys, 'mailbox', mailboxOf(address));
  const domain = await named(keys, 'domain', domainOf(address));
  return [
    cap(mailbox, DAY, LETTERS.mailboxDay, now),
    cap(mailbox, MONTH, LETTERS.mailboxMonth, now),
    cap(domain, HOUR, LETTERS.domainHour, now),
    cap('letters', HOUR, LETTERS.overallHour, now),
  ];
}

/** A bucket lasts for one window of the clock, so that at most twice the cap falls into any one length of it. */
function cap(of: string, window: { name: string; ms: number }, most: number, now: Date): Cap {
  const start = Math.floor(now.getTime() / window.ms) * window.ms;
  return {
    bucket: `${of} ${window.name} ${new Date(start).toISOString()}`,
    most,
    expires_at: new Date(start + window.ms).toISOString(),
  };
}

async function named(keys: KeyRing, kind: string, what: string): Promise<string> {
  const [newest] = keys.keys;
  if (newest === undefined) throw new Error('there is no key to hash with');
  return `${kind} ${await signature(newest.key, ['cap', kind, what])}`;
}
