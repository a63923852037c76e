import type { Patience } from '../store/failure.ts';

/** Whoever has been inside for longer than this has gone away without saying so. */
const LONGEST_MS = 30_000;
/** How often those outside look, at most. */
const LOOK_MS = 20;

/**
 * Lets one in at a time, within this isolate. Those who wait look from time to time rather than being called: whoever is
 * inside may end between any two lines, as requests do when a client goes away, and would call nobody.
 */
export class Turnstile {
  #since: number | null = null;

  async pass<T>({ random, wait }: Patience, now: () => number, work: () => Promise<T>): Promise<T> {
    // By their own waiting, since a test's clock may stand still.
    for (let waited = 0; this.#since !== null && now() - this.#since < LONGEST_MS && waited < LONGEST_MS; ) {
      const ms = LOOK_MS * (0.5 + random() / 2);
      await wait(ms);
      waited += ms;
    }
    const since = now();
    this.#since = since;
    try {
      return await work();
    } finally {
      if (this.#since === since) this.#since = null;
    }
  }
}
