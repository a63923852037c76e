import { WorkerEntrypoint } from 'cloudflare:workers';
import type { Asking, Extractor, Intake, Told } from '../env.ts';
import { takeDue } from '../store/polling.ts';
import { answer } from './answers.ts';
import { plantSources } from './corpus.ts';
import { pageOf } from './pages.tsx';
import { takeTurn } from './poll.ts';
import { resolver } from './resolve.ts';

const MINUTE_MS = 60_000;
/** A message that has not been worked off by then is taken to be lost, and the source is due again. */
const QUEUED_MS = 20 * MINUTE_MS;
const MOST_DUE = 1_000;

/**
 * What takes documents in, in a Worker of its own: what reads feeds and pages and merges what they say into the record
 * weighs more than the whole API, and runs on the clock's behalf or a publisher's rather than a reader's. The main Worker alone reaches it, by the binding INTAKE.
 */
export default class extends WorkerEntrypoint<{ DB: D1Database; OUTSIDE?: R2Bucket }> implements Intake {
  async due({ now }: Asking): Promise<string[]> {
    const at = new Date(now);
    await plantSources(this.env.DB, at);
    const until = new Date(now + QUEUED_MS).toISOString();
    return takeDue(this.env.DB, at.toISOString(), until, MOST_DUE);
  }

  async turn(id: string, asking: Asking, read: Extractor['read']) {
    const { result, more } = await takeTurn(id, this.#polling(asking, read));
    return { result, more };
  }

  async answer(name: string, input: unknown, asking: Asking, read: Extractor['read']): Promise<Told> {
    return answer(name, input, this.#polling(asking, read));
  }

  async page(path: string, base: string, { now }: Asking): Promise<string | null> {
    return pageOf(path, { db: this.env.DB, origin: base, now: new Date(now) });
  }

  #polling({ now, loopback, agent }: Asking, read: Extractor['read']) {
    return {
      db: this.env.DB,
      outside: this.env.OUTSIDE,
      bytes: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
      read,
      now: new Date(now),
      clock: () => Date.now(),
      agent,
      reach: { loopback },
      fetch: (url: string, init: RequestInit) => fetch(url, init),
      resolve: resolver((url, init) => fetch(url, init)),
      wait: (ms: number) => scheduler.wait(ms),
    };
  }
}
