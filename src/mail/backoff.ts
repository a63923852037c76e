const FIRST_S = 60;
/** The longest delay a queue message can have, less a minute. */
export const LONGEST_S = 12 * 3600 - 60;

/** After so many attempts a letter is given up: a day at least. Below the queue's own retries, which are for poison. */
export const MOST_ATTEMPTS = 10;

/**
 * Seconds to wait after the nth attempt (from 1): from a minute on four times as long each time, half of it left to chance so that letters
 * refused together do not come back together; never sooner than the provider asks.
 */
export function backoff(attempt: number, random: () => number, asked: number | null): number {
  const step = Math.min(FIRST_S * 4 ** (attempt - 1), LONGEST_S);
  const wait = Math.ceil(step / 2 + (random() * step) / 2);
  return Math.min(Math.max(wait, asked ?? 0), LONGEST_S);
}
