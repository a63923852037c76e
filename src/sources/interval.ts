/** Minutes between two looks at a source: never less, never more. */
export const SHORTEST = 5;
export const LONGEST = 1_440;
export const FIRST = 30;

const within = (minutes: number) => Math.min(LONGEST, Math.max(SHORTEST, Math.round(minutes)));

/**
 * The next interval of a source: half of it after news, half as much again after none, so that a source is asked about as
 * often as it publishes. `fixed` by a person, it stays. `ttl`: what the source itself asks for at least.
 */
export function nextInterval(
  interval: number,
  { fresh, fixed, ttl }: { fresh: number; fixed: number | null; ttl: number | null },
): number {
  if (fixed !== null) return within(fixed);
  return within(Math.max(fresh > 0 ? interval / 2 : interval * 1.5, Math.min(ttl ?? 0, LONGEST)));
}

/** Minutes to wait after so many failures in a row: twice as long each time. */
export const backOff = (failures: number, interval: number): number =>
  within(Math.max(interval, SHORTEST * 2 ** Math.min(failures - 1, 20)));

/** When an article is looked at again, in minutes after it was first fetched. */
export const LOOKS = [15, 60, 360, 1_440, 10_080] as const;

/** The next of these after `minutes`, with how many are over by then; null after the last. */
export function nextLook(minutes: number): { looks: number; after: number } | null {
  const looks = LOOKS.findIndex((it) => it > minutes);
  return looks < 0 ? null : { looks, after: LOOKS[looks]! };
}
