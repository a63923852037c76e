const HOUR_MS = 3_600_000;

/**
 * Until when nothing is sent after a limit was reached: as long as the provider asks, else until the next day begins (UTC),
 * but no less than an hour, for a provider's day may begin later than ours.
 */
export function pauseUntil(now: Date, after: number | null): string {
  const asked =
    after === null ? Date.parse(`${now.toISOString().slice(0, 10)}T24:00:00Z`) : now.getTime() + after * 1000;
  return new Date(Math.max(asked, now.getTime() + HOUR_MS)).toISOString();
}
