import type { Env } from '../env.ts';
import { AppError } from '../errors.ts';
import { chosenMailer } from '../mail/chosen.ts';
import { isLocal, type KeyRing, readKeys } from '../mail/keys.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { Outside } from '../store/outside.ts';

/** What a queue message stands for: an id, and of what. Never an address or a word of a letter. */
export type Errand =
  | { request: number }
  | { mailing: string }
  | { delivery: number }
  /** A delivery claimed at that time and certainly not sent, which the database did not take down. */
  | { release: number; claimed_at: string };

/** Everything that sending mail needs of the outside. */
export interface Office {
  db: D1Database;
  now(): Date;
  /** A number in [0, 1). */
  random(): number;
  mailer: Mailer;
  queue: Pick<Queue<Errand>, 'send' | 'sendBatch'>;
  keys: KeyRing;
  /** Origin of the addresses in letters, without a slash at the end. */
  origin: string;
  from: { name: string; address: string };
  /** Mail to `name+token@…` unsubscribes; null: by link only. */
  leave: string | null;
  /** Where it is kept who left, beside the database. */
  outside?: Outside | undefined;
}

/**
 * Addresses in letters cannot be taken from a request, for none is there when they are written: they are those readers see,
 * or of where `npm start` serves.
 */
export const originOfLetters = (env: Env): string =>
  (env.PUBLIC_URL || `http://localhost:${env.LOCAL_PORT || '8787'}`).replace(/\/+$/, '');

/**
 * Opens the office with what is configured; null, saying why, where mail cannot be sent. Throws for settings that cannot
 * be read.
 */
export async function openOffice(
  env: Env,
  { now, random }: { now(): number; random(): number },
): Promise<Office | null> {
  const origin = originOfLetters(env);
  const keys = await readKeys(env.SECRET_KEYS, origin);
  const mailer = chosenMailer(env, (...args) => fetch(...args));
  if (keys === null || mailer === null || env.DELIVERIES === undefined || !env.MAIL_FROM) {
    console.warn(
      'No mail is sent: SECRET_KEYS, MAIL_FROM, a way to send and the queue DELIVERIES are all needed.',
    );
    return null;
  }
  return {
    db: env.DB,
    now: () => new Date(now()),
    random,
    mailer,
    queue: env.DELIVERIES as Queue<Errand>,
    keys,
    origin,
    from: { name: 'Readout', address: env.MAIL_FROM },
    leave: env.MAIL_LEAVE || null,
    outside: env.OUTSIDE,
  };
}

/** What handling a subscription over HTTP needs. */
export interface Desk {
  db: D1Database;
  queue: Pick<Queue<Errand>, 'send'> | null;
  keys: KeyRing;
  outside?: Outside | undefined;
}

/**
 * The desk for a request. 501 where no keys are configured, and where only the development key is but the request was made
 * to another host than this machine, as on a deployment that nobody gave keys.
 */
export async function deskFor(env: Env, requestUrl: string): Promise<Desk> {
  const keys = await readKeys(env.SECRET_KEYS, originOfLetters(env));
  if (keys === null || (keys.development && !isLocal(requestUrl))) {
    throw new AppError('not_implemented', 'No mail is sent from here: it has not been set up.');
  }
  return {
    db: env.DB,
    queue: (env.DELIVERIES as Queue<Errand> | undefined) ?? null,
    keys,
    outside: env.OUTSIDE,
  };
}
