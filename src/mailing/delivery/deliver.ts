import { backoff, MOST_ATTEMPTS } from '../../mail/backoff.ts';
import type { Letter, Sending } from '../../mail/mailer.ts';
import { makeToken } from '../../mail/tokens.ts';
import {
  type ClaimedRow,
  claimDelivery,
  endDelivery,
  pauseMail,
  releaseDelivery,
} from '../../store/deliveries.ts';
import { address, listHeaders } from '../letter/letter.ts';
import type { Letters } from '../letter/letters.ts';
import { suppress } from '../list/leaving.ts';
import type { Office } from '../office.ts';
import { pauseUntil } from './pause.ts';

/**
 * Sends one reader one issue: claims the row, sends, marks it. Whoever left in the meantime gets nothing; who changed what
 * they want gets what they want now. Seconds after which to try again, or null when nothing is left to do here: sent, or
 * for good not to be sent, or somebody else's, or for the sweep to take up after a pause.
 *
 * Throws only if the row could not be claimed, so that trying again is safe. From then on the row says how things stand,
 * whatever happens: left claimed, it becomes `unknown` and is not sent a second time.
 */
export async function deliver(office: Office, letters: Letters, id: number): Promise<number | null> {
  const claimed = await claimDelivery(office.db, id, office.now().toISOString());
  if (claimed === null) return null;
  if (claimed.address === null) return end(office, claimed, 'skipped', 'left');
  let letter: Letter | null;
  try {
    letter = await prepare(office, letters, claimed, claimed.address);
  } catch (error) {
    console.error('a letter could not be written', claimed.issue_id, (error as Error).name);
    return again(office, claimed, 'not written', null);
  }
  if (letter === null) return end(office, claimed, 'skipped', 'nothing matches');
  return settle(office, claimed, claimed.address, await handOver(office, letter));
}

async function prepare(
  office: Office,
  letters: Letters,
  claimed: ClaimedRow,
  to: string,
): Promise<Letter | null> {
  const { keys, now, origin, leave, from } = office;
  const { issue_id, preferences_key, preferences, subscriber_id } = claimed;
  const letter = await letters.get(issue_id, preferences_key ?? '', preferences ?? '');
  if (letter === null) return null;
  const manage = await makeToken(keys, 'manage', subscriber_id, now());
  const unsubscribe = await makeToken(keys, 'unsubscribe', subscriber_id, now());
  const cadence = issue_id.includes('W') ? 'weekly' : 'daily';
  return {
    ...address(letter, { manage, unsubscribe }),
    headers: listHeaders({ cadence, id: issue_id }, { origin, unsubscribe, leave }),
    from,
    to,
    key: `readout-${issue_id}-${claimed.id}`,
  };
}

async function handOver({ mailer }: Office, letter: Letter): Promise<Sending> {
  try {
    return await mailer.send(letter);
  } catch {
    // An adapter should not throw; whatever it was, the letter may be out.
    return { result: 'unknown', code: 'mailer broke' };
  }
}

async function settle(
  office: Office,
  claimed: ClaimedRow,
  to: string,
  sending: Sending,
): Promise<number | null> {
  switch (sending.result) {
    case 'sent':
      return end(office, claimed, 'sent', undefined, sending.id);
    case 'unknown':
      return end(office, claimed, 'unknown', sending.code);
    case 'permanent':
      await end(office, claimed, 'failed', sending.code);
      if (sending.suppress) await surely(() => suppress(office, to, 'bounced'));
      return null;
    case 'limit': {
      const until = pauseUntil(office.now(), sending.after);
      await surely(() => pauseMail(office.db, until, sending.code));
      await giveBack(office, claimed, null, sending.code);
      return null;
    }
    case 'temporary':
      return again(office, claimed, sending.code, sending.after);
  }
}

/** Certainly not sent: due again later, unless it was tried often enough. */
async function again(office: Office, claimed: ClaimedRow, reason: string, asked: number | null) {
  if (claimed.attempts >= MOST_ATTEMPTS) return end(office, claimed, 'failed', `given up: ${reason}`);
  const seconds = backoff(claimed.attempts, office.random, asked);
  await giveBack(office, claimed, seconds, reason);
  return seconds;
}

async function end(
  { db, now }: Office,
  claimed: ClaimedRow,
  state: 'sent' | 'skipped' | 'failed' | 'unknown',
  reason?: string,
  message_id: string | null = null,
): Promise<null> {
  const at = now().toISOString();
  await surely(() =>
    endDelivery(db, claimed, { state, at, message_id, ...(reason !== undefined && { reason }) }),
  );
  return null;
}

/**
 * The row is due again after `seconds`; null: at once, and this was no attempt. It was certainly not sent, so if the
 * database does not take that, a message does.
 */
async function giveBack(office: Office, claimed: ClaimedRow, seconds: number | null, reason: string) {
  const next_at = new Date(office.now().getTime() + (seconds ?? 0) * 1000).toISOString();
  const counts = seconds !== null;
  const written = await surely(() => releaseDelivery(office.db, claimed, { next_at, counts, reason }));
  if (!written) await office.queue.send({ release: claimed.id, claimed_at: claimed.claimed_at });
}

const TRIES = 3;

/**
 * Writes what became of a row, trying a few times; false if the database does not take it. Then the row stays claimed, so
 * that nobody sends it again, and becomes `unknown` in the end.
 */
async function surely(write: () => Promise<void>): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      await write();
      return true;
    } catch (error) {
      if (attempt < TRIES) continue;
      console.error('the outcome of a delivery could not be written down', (error as Error).name);
      return false;
    }
  }
}
