import * as v from 'valibot';
import { backoff } from '../mail/backoff.ts';
import { recordDead, releaseDelivery } from '../store/deliveries.ts';
import { deliver } from './delivery/deliver.ts';
import { listReaders } from './delivery/list-readers.ts';
import { Letters } from './letter/letters.ts';
import { answerRequest } from './list/answer-request.ts';
import type { Errand, Office } from './office.ts';

const Id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const ErrandShape: v.GenericSchema<unknown, Errand> = v.union([
  v.strictObject({ delivery: Id }),
  v.strictObject({ request: Id }),
  v.strictObject({ release: Id, claimed_at: v.pipe(v.string(), v.isoTimestamp()) }),
  v.strictObject({ mailing: v.pipe(v.string(), v.regex(/^\d{4}-(\d\d-\d\d|W\d\d)$/)) }),
]);

/** What we use of a queue's batch. */
export type Batch = {
  readonly messages: readonly Pick<Message<unknown>, 'id' | 'body' | 'attempts' | 'ack' | 'retry'>[];
};

/**
 * Does the errands of a batch one by one, each message acknowledged or sent back on its own: one that cannot be dealt with
 * takes no other with it to the dead letters.
 */
export async function consume(office: Office, { messages }: Batch): Promise<void> {
  const letters = new Letters(office.db, office.origin);
  for (const message of messages) {
    try {
      const seconds = await run(office, letters, v.parse(ErrandShape, message.body));
      if (seconds === null) message.ack();
      else message.retry({ delaySeconds: seconds });
    } catch (error) {
      console.error('an errand failed', message.id, (error as Error).name);
      message.retry({ delaySeconds: backoff(message.attempts, office.random, null) });
    }
  }
}

async function run(office: Office, letters: Letters, errand: Errand): Promise<number | null> {
  if ('delivery' in errand) return deliver(office, letters, errand.delivery);
  if ('request' in errand) return answerRequest(office, errand.request);
  if ('mailing' in errand) await listReaders(office, errand.mailing);
  else {
    const next_at = office.now().toISOString();
    const claimed = { id: errand.release, claimed_at: errand.claimed_at };
    await releaseDelivery(office.db, claimed, { next_at, counts: true, reason: 'given back late' });
  }
  return null;
}

/**
 * Records messages that came back too often. They held ids only, and so does what is recorded. A delivery or request is
 * not lost with its message: its row is still due, and the sweep queues it again.
 */
export async function bury(
  db: D1Database,
  { now, random }: { now(): number; random(): number },
  { messages }: Batch,
): Promise<void> {
  for (const message of messages) {
    const read = v.safeParse(ErrandShape, message.body);
    const body = read.success ? JSON.stringify(read.output) : '"not an errand"';
    try {
      await recordDead(db, message.id, body, new Date(now()).toISOString());
      message.ack();
    } catch (error) {
      console.error('a dead letter could not be recorded', (error as Error).name);
      message.retry({ delaySeconds: backoff(message.attempts, random, null) });
    }
  }
}
