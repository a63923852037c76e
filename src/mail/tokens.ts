import { type KeyRing, signature } from './keys.ts';

/**
 * Words in links that were mailed, each good for one purpose and one subscriber:
 * - `confirm` confirms a subscription, for a week;
 * - `manage` shows and changes it, for 90 days (every letter brings a new one);
 * - `unsubscribe` ends it and does nothing else. It never expires, for letters lie around.
 * Small letters and digits only and short enough to stand in the local part of a mail address, whose case some servers
 * do not keep.
 */
export type Purpose = 'confirm' | 'manage' | 'unsubscribe';

const LETTER: Record<Purpose, string> = { confirm: 'c', manage: 'm', unsubscribe: 'u' };
const DAY_S = 86_400;
const LASTS_S: Record<Purpose, number | null> = { confirm: 7 * DAY_S, manage: 90 * DAY_S, unsubscribe: null };

export interface Token {
  purpose: Purpose;
  subscriber: number;
  /** When it was made, in seconds since 1970; null for what never expires. */
  made_at: number | null;
  /** Signed by us, but its time is over. */
  expired: boolean;
}

export async function makeToken(
  ring: KeyRing,
  purpose: Purpose,
  subscriber: number,
  now: Date,
): Promise<string> {
  const [newest] = ring.keys;
  if (newest === undefined) throw new Error('there is no key to sign with');
  const lasts = LASTS_S[purpose];
  const until = lasts === null ? 0 : Math.floor(now.getTime() / 1000) + lasts;
  const mac = await signature(newest.key, ['token', purpose, subscriber, until]);
  return [LETTER[purpose], newest.id, subscriber.toString(36), until.toString(36), mac].join('-');
}

/** Null for anything that was not made by one of these keys. */
export async function readToken(ring: KeyRing, token: string, now: Date): Promise<Token | null> {
  const [, letter, keyId, subscriber36, until36, given] =
    /^([cmu])-([a-z0-9]{1,8})-([0-9a-z]{1,10})-([0-9a-z]{1,8})-([0-9a-f]{32})$/.exec(token.toLowerCase()) ??
    [];
  const purpose = (Object.keys(LETTER) as Purpose[]).find((name) => LETTER[name] === letter);
  const key = ring.keys.find(({ id }) => id === keyId)?.key;
  if (purpose === undefined || key === undefined || !subscriber36 || !until36 || !given) return null;
  const subscriber = Number.parseInt(subscriber36, 36);
  const until = Number.parseInt(until36, 36);
  const mac = await signature(key, ['token', purpose, subscriber, until]);
  if (!sameText(mac, given)) return null;
  const lasts = LASTS_S[purpose];
  const made_at = lasts === null ? null : until - lasts;
  return { purpose, subscriber, made_at, expired: until !== 0 && until * 1000 <= now.getTime() };
}

/** Compares texts of one length without stopping at the first difference. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ (b.charCodeAt(at) || 0);
  return difference === 0;
}
