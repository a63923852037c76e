import * as v from 'valibot';
import { readAddress } from '../mail/address.ts';
import { noteHeard, wasHeard } from '../store/subscriptions.ts';
import type { Batch } from './consume.ts';
import { suppress } from './list/leaving.ts';
import type { Office } from './office.ts';

/** Cloudflare's Email Sending events, as far as they concern us. */
const Event = v.object({
  type: v.string(),
  payload: v.object({
    eventId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    recipient: v.string(),
    bounce: v.optional(v.object({ type: v.string() })),
  }),
});

/**
 * Hears of bounces and complaints, each once however often it is told: an address that does not exist, or whose owner
 * calls our letters unwanted, is deleted and not written to again. Other events and what is no event are passed over.
 */
export async function hearEvents(
  office: Pick<Office, 'db' | 'keys' | 'now'>,
  { messages }: Batch,
): Promise<void> {
  for (const message of messages) {
    try {
      await hear(office, message.body);
      message.ack();
    } catch (error) {
      console.error('a mail event could not be dealt with', (error as Error).name);
      message.retry({ delaySeconds: 60 });
    }
  }
}

async function hear(office: Pick<Office, 'db' | 'keys' | 'now'>, body: unknown): Promise<void> {
  const read = v.safeParse(Event, body);
  if (!read.success) return;
  const { type, payload } = read.output;
  const reason = type.endsWith('.complained')
    ? 'complained'
    : type.endsWith('.bounced') && payload.bounce?.type === 'hard'
      ? 'bounced'
      : null;
  const address = readAddress(payload.recipient);
  if (reason === null || address === null) return;
  if (await wasHeard(office.db, payload.eventId)) return;
  // Done first and noted after: of two at once both may do it, which is the same; none is lost.
  await suppress(office, address, reason);
  await noteHeard(office.db, payload.eventId, office.now().toISOString());
}
