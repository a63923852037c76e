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

export const REQUESTS = { networkHour: 20, networkDay: 60, overallHour: 5_000 };
export const LETTERS = {
  mailboxDay: 3,
  mailboxMonth: 8,
  domainHour: 200,
  domainDay: 1_000,
  overallHour: 1_000,
  overallDay: 10_000,
};
/**
 * So many requests of a network on a day are early ones. A domain's cap keeps as much room again for those, so that a few
 * networks that ask for very many letters at a domain do not lock out its readers elsewhere.
 */
export const EARLY = 3;

export async function requestCaps(keys: KeyRing, network: string, now: Date): Promise<Cap[]> {
  return [
    cap(await named(keys, 'network', network), HOUR, REQUESTS.networkHour, now),
    cap(await named(keys, 'network', network), DAY, REQUESTS.networkDay, now),
    cap('requests', HOUR, REQUESTS.overallHour, now),
  ];
}

/** The bucket that tells how many requests of a network there were on this day. */
export const bucketOfNetworkDay = (caps: readonly Cap[]): string => caps[1]!.bucket;

export async function letterCaps(
  keys: KeyRing,
  address: string,
  { early, now }: { early: boolean; now: Date },
): Promise<Cap[]> {
  const mailbox = await named(keys, 'mailbox', mailboxOf(address));
  const domain = await named(keys, early ? 'domain-early' : 'domain', domainOf(address));
  return [
    cap(mailbox, DAY, LETTERS.mailboxDay, now),
    cap(mailbox, MONTH, LETTERS.mailboxMonth, now),
    cap(domain, HOUR, LETTERS.domainHour, now),
    cap(domain, DAY, LETTERS.domainDay, now),
    cap('letters', HOUR, LETTERS.overallHour, now),
    cap('letters', DAY, LETTERS.overallDay, now),
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
