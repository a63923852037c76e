import { DamagedEntry } from './damage.ts';

/**
 * What an error of the database means for whoever asked. The only place that reads D1's messages: they are all it tells.
 *
 * `passing`     lost on the way, or the database was just moved: the same soon succeeds; whether it was written is unknown
 * `overloaded`  asking again at once would make it worse
 * `down`        locked, full, damaged, not migrated, or anything else that is not the fault of what was asked
 */
export type Failure = 'passing' | 'overloaded' | 'down';

const PASSING =
  /network connection lost|internal error|object to be reset|code was updated|remote node|client disconnected|timed? ?out/i;
const OVERLOADED = /overloaded|requests queued|is being restored|exceeded its (?:cpu|memory)/i;
/** The statement or what was bound to it is at fault: our mistake, however often it is asked. */
const OURS =
  /SQLITE_(?:CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG|MISUSE|AUTH)|D1_TYPE_ERROR|D1_COLUMN_NOTFOUND|malformed JSON/i;

/** Null for an error that is not the database's failing. Looks at the causes of an error as well. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof DamagedEntry) return 'down';
  for (let it: unknown = error, depth = 0; it instanceof Error && depth < 5; it = it.cause, depth++) {
    const { message } = it;
    if (OVERLOADED.test(message) && /\bD1\b|D1_/.test(message)) return 'overloaded';
    if (PASSING.test(message) && /\bD1\b|D1_|connection lost|to be reset/i.test(message)) return 'passing';
    // Not migrated: no statement can be blamed for that.
    if (message.includes('no such table')) return 'down';
    if (/D1_|SQLITE_|\bD1 DB\b/.test(message) && !OURS.test(message)) return 'down';
  }
  return null;
}

/** How waiting is done; handed in, so that tests wait for nothing. */
export interface Patience {
  /** A number in [0, 1). */
  random(): number;
  wait(ms: number): Promise<void>;
}

const TRIES = 4;
const FIRST_WAIT_MS = 100;

/**
 * Tries work again that a passing failure of the database ended, at most three times, each after about twice the time of
 * the one before, by chance longer or shorter so that many do not come back at once. Only for work that may be done
 * twice: the first may have been written although no answer came.
 */
export async function tryAgain<T>({ random, wait }: Patience, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (failureOf(error) !== 'passing' || tries === TRIES) throw error;
      await wait(FIRST_WAIT_MS * 2 ** (tries - 1) * (0.5 + random()));
    }
  }
}
