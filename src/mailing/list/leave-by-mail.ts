import { readToken } from '../../mail/tokens.ts';
import { endSubscription } from '../../store/subscriptions.ts';
import type { Office } from '../office.ts';

/**
 * Ends the subscription whose token stands in the address a mail was sent to (`leave+token@…`), whatever the mail says and
 * whoever it is from. False if there is no such token, so that the mail can be refused.
 */
export async function leaveByMail(
  { db, keys, now }: Pick<Office, 'db' | 'keys' | 'now'>,
  to: string,
): Promise<boolean> {
  const text = /^[^+@]+\+([^@]+)@/.exec(to)?.[1];
  const token = text === undefined ? null : await readToken(keys, text, now());
  if (token?.purpose !== 'unsubscribe') return false;
  await endSubscription(db, token.subscriber, now().toISOString());
  return true;
}
