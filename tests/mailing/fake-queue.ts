import type { Batch } from '../../src/mailing/consume.ts';
import type { Errand } from '../../src/mailing/office.ts';

interface Waiting {
  id: string;
  body: unknown;
  attempts: number;
  visibleAt: number;
}

/**
 * A queue as the platform's: at least once, batches, delays, retries, dead letters, limits. Every message must be plain
 * JSON without an address.
 */
export class FakeQueue {
  waiting: Waiting[] = [];
  readonly dead: Waiting[] = [];
  sent = 0;
  batches = 0;
  /** Messages that say a delivery was given back. */
  released = 0;
  /** Set to break off: how many more calls succeed. */
  failAfter = Number.POSITIVE_INFINITY;
  readonly #now: () => Date;
  #id = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  async send(body: Errand): Promise<QueueSendResponse> {
    return this.sendBatch([{ body }]);
  }

  async sendBatch(
    messages: Iterable<MessageSendRequest<Errand>>,
    _options?: QueueSendBatchOptions,
  ): Promise<QueueSendBatchResponse> {
    if (this.failAfter-- <= 0) throw new Error('the queue does not answer');
    const all = [...messages];
    const sizes = all.map(({ body }) => JSON.stringify(body).length);
    if (all.length === 0 || all.length > 100) throw new Error(`${all.length} messages at once`);
    if (sizes.some((size) => size > 128_000) || sizes.reduce((a, b) => a + b, 0) > 256_000)
      throw new Error('too large');
    this.batches++;
    for (const { body } of all) {
      const json = JSON.stringify(body);
      if (json.includes('@')) throw new Error(`a message with an address: ${json}`);
      this.sent++;
      if ('release' in body) this.released++;
      this.waiting.push({
        id: `m${++this.#id}`,
        body: JSON.parse(json),
        attempts: 1,
        visibleAt: this.#now().getTime(),
      });
    }
    return { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };
  }

  /** Every waiting message once more, as a queue may deliver it. */
  duplicate(): void {
    this.waiting.push(...this.waiting.map((message) => ({ ...message })));
  }

  /** Gives what is visible to the consumer, batch by batch, until nothing is; answers how many batches that took. */
  async drain(consumer: (batch: Batch) => Promise<void>, most = 50): Promise<number> {
    for (let count = 0; ; count++) {
      const now = this.#now().getTime();
      const batch = this.waiting.filter(({ visibleAt }) => visibleAt <= now).slice(0, most);
      if (batch.length === 0) return count;
      this.waiting = this.waiting.filter((message) => !batch.includes(message));
      const back = new Map<Waiting, number>();
      const acked = new Set<Waiting>();
      try {
        await consumer({
          messages: batch.map((message) => ({
            id: message.id,
            body: message.body,
            attempts: message.attempts,
            ack: () => void acked.add(message),
            retry: (options?: QueueRetryOptions) => void back.set(message, options?.delaySeconds ?? 0),
          })),
        });
      } catch {
        // A consumer that breaks: whatever it has not acknowledged comes back.
        for (const message of batch) if (!acked.has(message) && !back.has(message)) back.set(message, 0);
      }
      for (const [message, delay] of back) {
        if (message.attempts > 10) this.dead.push(message);
        else
          this.waiting.push({
            ...message,
            attempts: message.attempts + 1,
            visibleAt: now + 1 + delay * 1000,
          });
      }
    }
  }
}
