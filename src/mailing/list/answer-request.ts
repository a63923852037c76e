import { backoff, MOST_ATTEMPTS } from '../../mail/backoff.ts';
import { addressHashes } from '../../mail/keys.ts';
import type { Sending } from '../../mail/mailer.ts';
import { makeToken } from '../../mail/tokens.ts';
import { readPreferences } from '../../model/subscription.ts';
import { pauseMail } from '../../store/deliveries.ts';
import {
  askToSubscribe,
  claimRequest,
  countAgainst,
  deleteRequest,
  isSuppressed,
  namesOfPeople,
  type RequestRow,
  releaseRequest,
  type SubscriberRow,
} from '../../store/subscriptions.ts';
import { pauseUntil } from '../delivery/pause.ts';
import type { Office } from '../office.ts';
import { letterCaps } from './caps.ts';
import { suppress } from './leaving.ts';
import { alreadyLetter, confirmLetter } from './letters.ts';
import { keptPreferences, preferencesInWords } from './preferences.ts';

/**
 * Answers a request by letter: a link to confirm for whoever is new or has not confirmed, a link to their subscription for
 * whoever has, nothing for addresses that are not to be written to or were written to enough. Seconds after which to try
 * again, or null when it is done with.
 */
export async function answerRequest(office: Office, id: number): Promise<number | null> {
  const request = await claimRequest(office.db, id, office.now().toISOString());
  if (request === null) return null;
  if (!(await mayBeWrittenTo(office, request))) {
    await deleteRequest(office.db, id);
    return null;
  }
  const kept = await keptPreferences(readPreferences(request.preferences));
  const subscriber = await askToSubscribe(
    office.db,
    { address: request.address, cadence: request.cadence, ...kept },
    office.now().toISOString(),
  );
  return settle(office, request, await sendLetter(office, request, subscriber));
}

async function mayBeWrittenTo(
  { db, keys, now }: Office,
  { address, counted, early }: RequestRow,
): Promise<boolean> {
  const at = now();
  if (await isSuppressed(db, await addressHashes(keys, address), at.toISOString())) return false;
  return (
    counted === 1 ||
    countAgainst(db, await letterCaps(keys, address, { early: early === 1, now: at }), at.toISOString())
  );
}

async function sendLetter(office: Office, request: RequestRow, subscriber: SubscriberRow): Promise<Sending> {
  const { keys, now, origin, from, mailer, db } = office;
  const confirmed = subscriber.status === 'confirmed';
  const token = await makeToken(keys, confirmed ? 'manage' : 'confirm', subscriber.id, now());
  const wants = readPreferences(subscriber.preferences);
  const words = preferencesInWords(wants, await namesOfPeople(db, wants.people));
  const make = confirmed ? alreadyLetter : confirmLetter;
  return mailer.send({
    ...make({ origin, token, cadence: subscriber.cadence, follows: words }),
    from,
    to: subscriber.address,
    key: `readout-request-${request.id}`,
  });
}

/** Whoever got no letter because nobody knows what became of it can simply ask again. */
async function settle(office: Office, request: RequestRow, sending: Sending): Promise<number | null> {
  const { db, random, now } = office;
  if (sending.result === 'limit') {
    await pauseMail(db, pauseUntil(now(), sending.after), sending.code);
    await releaseRequest(db, request.id);
    return null;
  }
  if (sending.result === 'temporary' && request.attempts < MOST_ATTEMPTS) {
    await releaseRequest(db, request.id);
    return backoff(request.attempts, random, sending.after);
  }
  if (sending.result === 'permanent' && sending.suppress) await suppress(office, request.address, 'bounced');
  await deleteRequest(db, request.id);
  return null;
}
