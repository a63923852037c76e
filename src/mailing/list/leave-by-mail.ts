import { readToken } from '../../mail/tokens.ts';
import { type Exit, unsubscribe } from './leaving.ts';

/**
 * Ends the subscription whose token stands in the address a mail was sent to (`leave+token@…`), whatever the mail says and
 * whoever it is from. False if there is no such token, so that the mail can be refused.
 */
export async function leaveByMail(exit: Exit, to: string): Promise<boolean> {
  const text = /^[^+@]+\+([^@]+)@/.exec(to)?.[1];
  const token = text === undefined ? null : await readToken(exit.keys, text, exit.now());
  if (token?.purpose !== 'unsubscribe') return false;
  await unsubscribe(exit, token.subscriber);
  return true;
}
