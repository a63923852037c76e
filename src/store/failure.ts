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
  /network connection lost|internal error|storage caused object to be reset|object to be reset|reset because its code was updated|transient issue on remote node|client disconnected|could not resolve|cannot resolve d1|timed? ?out/i;
const OVERLOADED =
  /overloaded|too many requests queued|queued for too long|exceeded its (?:cpu|memory) (?:time )?limit/i;
/** Locked, full, unreadable, or no table where one must be. */
const DOWN =
  /database is locked|database table is locked|SQLITE_(?:BUSY|LOCKED|FULL|IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY|NOMEM|PROTOCOL|INTERRUPT)|database disk image is malformed|disk i\/o error|out of memory|no such table/i;
/** The statement or what was bound to it is at fault: our mistake, however often it is asked. */
const OURS =
  /SQLITE_(?:CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG|MISUSE|AUTH)|D1_TYPE_ERROR|D1_COLUMN_NOTFOUND|constraint failed|syntax error|malformed JSON|too many SQL variables|too big/i;

/** Null for an error that is not the database's failing. Looks at the causes of an error as well. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof DamagedEntry) return 'down';
  for (let it: unknown = error, depth = 0; it instanceof Error && depth < 5; it = it.cause, depth++) {
    const { message } = it;
    if (OVERLOADED.test(message) && /\bD1\b|D1_/.test(message)) return 'overloaded';
    if (PASSING.test(message) && /\bD1\b|D1_|network connection lost|object to be reset/i.test(message))
      return 'passing';
    if (DOWN.test(message)) return 'down';
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
