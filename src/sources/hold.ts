import type { Item } from './listing.ts';

/** Of fewer items nothing can be told. */
const ENOUGH = 5;
const HUNDREDFOLD = 100;

/**
 * Why a person should look at a source before anything of a listing is taken in, in words; null where there is no reason.
 * A source that comes back under other identifiers would be taken in a second time as news, and one that suddenly sends a
 * hundred times as much is broken or not what it was.
 */
export function whyHold(
  listed: readonly Item[],
  fresh: readonly Item[],
  before: {
    /** How many items were known before this listing. */
    known: number;
    /** New items of a usual poll. */
    usual: number;
    /** Polls so far. */
    polls: number;
    /** Titles of this listing that it has listed before, under whatever identifier. */
    titles: ReadonlySet<string>;
    last_success_at: string | null;
  },
): string | null {
  if (before.polls === 0) return null;
  if (before.polls >= 3 && fresh.length >= HUNDREDFOLD * Math.max(1, before.usual))
    return `it lists ${fresh.length} new articles at once, where ${round(before.usual)} are usual`;
  if (listed.length < ENOUGH || before.known < ENOUGH || fresh.length < listed.length) return null;
  const again = fresh.filter(({ title }) => title !== null && before.titles.has(title)).length;
  if (again >= fresh.length / 2)
    return `all ${listed.length} articles have other identifiers than before, though the same titles`;
  // A source that was away for long may well list nothing but news; then its dates say so.
  const news = fresh.every(
    ({ published_at }) =>
      published_at !== null && before.last_success_at !== null && published_at > before.last_success_at,
  );
  return news ? null : `none of the ${listed.length} articles it lists was listed before`;
}

const round = (usual: number) => (usual < 1 ? 'hardly any' : `about ${Math.round(usual)}`);
