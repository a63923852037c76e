import type { SourceState } from '../model/source-kind.ts';
import type { SourceRow } from '../store/polling.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const day = (at: string) => `${Number(at.slice(8, 10))} ${MONTHS[Number(at.slice(5, 7)) - 1]}`;

/** What a status says of a list of articles, in words. */
export function wordsOf(status: number): string {
  const means: Record<number, string> = {
    401: 'it wants a password',
    403: 'it turns us away',
    404: 'the list has moved or ended',
    406: 'it does not give this form',
    410: 'the list has been taken down',
    429: 'it asks for fewer requests',
    451: 'it may not be shown',
    503: 'it is overloaded or being mended',
  };
  return `${status}: ${means[status] ?? (status >= 500 ? 'the server has an error' : 'no list of articles came')}`;
}

const MINUTE_MS = 60_000;

/** How a source is doing, and what is in its way, in words. */
export function stateOf(row: SourceRow, now: Date): { state: SourceState; blocker: string | null } {
  if (row.paused === 1)
    return {
      state: 'paused',
      blocker: row.seen_working === 1 ? 'paused by a person' : 'paused: not yet seen working',
    };
  if (row.held !== null)
    return { state: 'held', blocker: `held for a person since ${day(row.updated_at)}: ${row.held}` };
  if (row.failures > 0) {
    const [status, why] = /^(\d{3}): (.*)$/.exec(row.last_error ?? '')?.slice(1) ?? [];
    const since = day(row.failing_since ?? row.updated_at);
    const told =
      status === undefined ? `since ${since}: ${row.last_error}` : `${status} since ${since}: ${why}`;
    return {
      state: 'failing',
      blocker: `${told}; asked again ${day(row.next_at)}, ${row.next_at.slice(11, 16)} UTC`,
    };
  }
  if (row.kind === 'post') return { state: 'ok', blocker: null };
  const overdue = now.getTime() - Date.parse(row.next_at);
  if (overdue > Math.max(2 * row.interval, 30) * MINUTE_MS)
    return {
      state: 'late',
      blocker: `due since ${day(row.next_at)}, ${row.next_at.slice(11, 16)} UTC: nothing has polled it`,
    };
  return { state: 'ok', blocker: null };
}
