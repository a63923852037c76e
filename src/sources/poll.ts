import type { ReadText } from '../ingest/ingest.ts';
import type { Outside } from '../store/outside.ts';
import {
  countItems,
  insertItems,
  leaseHost,
  leaseSource,
  loadDueItems,
  loadKnownItems,
  releaseSource,
  type SourceRow,
  updateHost,
  updateSource,
} from '../store/polling.ts';
import { wordsOf } from './blocker.ts';
import { type Fetched, fetchGuarded, type Outward, retryAfter } from './fetch.ts';
import { whyHold } from './hold.ts';
import { backOff, nextInterval } from './interval.ts';
import { type Listing, readListing, UnreadableListing } from './listing.ts';
import { Robots } from './robots.ts';
import { visitItem } from './visit-item.ts';

/** Everything a turn at a source needs from outside. */
export interface Polling extends Outward {
  db: D1Database;
  read: ReadText;
  now: Date;
  /** Milliseconds that go on while something is done, to say how long it took; `now` stands still. */
  clock: () => number;
  /** Waits between two requests to one host. */
  wait: (ms: number) => Promise<unknown>;
  /** Where what was taken down is kept beside the database. */
  outside?: Outside | undefined;
  /** So many bytes that nobody can guess. */
  bytes?: (n: number) => Uint8Array;
}

/** What became of a turn. `more`: articles are left that are due already. */
export interface Turn {
  source: string;
  /** `busy`: somebody else is at it. */
  result: 'busy' | 'polled' | 'failed' | 'held' | 'not_due';
  listed: number;
  fresh: number;
  kept: string[];
  changed: string[];
  more: boolean;
  why: string | null;
}

const MINUTE_MS = 60_000;
/** For so long a source, or a host, is taken by one turn. */
const LEASE_MS = 10 * MINUTE_MS;
/** Articles fetched in one turn; what is left is for the next. */
const EACH_TURN = 20;
const SITEMAPS = 3;
const WATCHED_MS = 7 * 24 * 60 * MINUTE_MS;
/** Milliseconds between two requests to one host, where it asks for no more. */
const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 20_000;

/**
 * One turn at a source: its list, if that is due (or `force`), then articles that are due. Nobody else is at the source or
 * asks its hosts meanwhile; the same turn twice does nothing the second time.
 */
export async function takeTurn(
  id: string,
  polling: Polling,
  { force = false, each = EACH_TURN } = {},
): Promise<Turn> {
  const { db, now } = polling;
  const turn: Turn = {
    source: id,
    result: 'not_due',
    listed: 0,
    fresh: 0,
    kept: [],
    changed: [],
    more: false,
    why: null,
  };
  const at = now.toISOString();
  const until = new Date(now.getTime() + LEASE_MS).toISOString();
  const source = await leaseSource(db, id, at, until);
  if (source === null) return { ...turn, result: 'busy' };
  try {
    if (source.kind === 'post' || source.address === null) return turn;
    if (!force && (source.paused === 1 || source.held !== null)) return turn;
    const robots = new Robots(db, polling, now);
    if (force || source.next_at <= at) Object.assign(turn, await pollList(source, polling, robots));
    if (turn.result === 'held') return turn;
    // Whoever asks for it now wants to see what has changed by now.
    const since = force ? new Date(now.getTime() - WATCHED_MS).toISOString() : null;
    const due = await loadDueItems(db, id, at, each + 1, since);
    for (const item of due.slice(0, each)) {
      const seen = await asking(new URL(item.url), polling, robots, () =>
        visitItem(source, item, polling, robots),
      );
      // A host that is being asked, or wants to be left alone, has its articles fetched in another turn.
      if (seen === null) continue;
      if (seen.result === 'kept') turn.kept.push(seen.document_id);
      if (seen.result === 'changed') turn.changed.push(seen.document_id);
    }
    turn.more = due.length > each;
    return turn;
  } finally {
    await releaseSource(db, id);
  }
}

/** Takes the host of an address for as long as `ask` takes, and pauses after; null if it is not to be had. */
async function asking<T>(
  url: URL,
  { db, now, wait }: Polling,
  robots: Robots,
  ask: () => Promise<T>,
): Promise<T | null> {
  const until = new Date(now.getTime() + LEASE_MS).toISOString();
  const host = await leaseHost(db, url.host, now.toISOString(), until);
  if (host === null) return null;
  robots.learn(host);
  try {
    const answer = await ask();
    await wait(Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, robots.delay(url) * 1_000)));
    return answer;
  } finally {
    await updateHost(db, url.host, { leased_until: null }).run();
  }
}

/** What an answer says about coming again is heard for the whole host. */
export async function heedRetryAfter(got: Fetched, { db, now }: Polling): Promise<string | null> {
  if (got.status !== 429 && got.status !== 503) return null;
  const again = retryAfter(got.headers, now.getTime());
  if (again === null) return null;
  const not_before = new Date(again).toISOString();
  await updateHost(db, new URL(got.url).host, { not_before }).run();
  return not_before;
}

type Polled = Pick<Turn, 'result' | 'why'> & Partial<Turn>;

async function pollList(source: SourceRow, polling: Polling, robots: Robots): Promise<Polled> {
  const { db, now } = polling;
  const url = new URL(source.address!);
  const polled = await asking(url, polling, robots, async () => {
    const got = await fetchGuarded(
      source.address!,
      {
        Accept: ACCEPT[source.kind],
        ...(source.etag !== null && { 'If-None-Match': source.etag }),
        ...(source.last_modified !== null && { 'If-Modified-Since': source.last_modified }),
      },
      polling,
      (hop) => robots.refusal(hop),
    );
    if (got.kind === 'failed') return fail(source, polling, got.why, null);
    if (got.status === 304)
      return succeed(source, polling, got, { items: [], more: 0, ttl: null, sitemaps: [] });
    if (got.status !== 200)
      return fail(source, polling, wordsOf(got.status), await heedRetryAfter(got, polling));
    try {
      return await succeed(source, polling, got, await listingOf(source, got, polling, robots));
    } catch (error) {
      if (error instanceof UnreadableListing) return fail(source, polling, error.message, null);
      throw error;
    }
  });
  if (polled !== null) return polled;
  // Somebody else asks this host: soon again, and no failure.
  const next_at = new Date(now.getTime() + MINUTE_MS).toISOString();
  await updateSource(db, source.id, { next_at }).run();
  return { result: 'busy', why: 'its host is being asked by another, or wants to be left alone for now' };
}

const ACCEPT = {
  feed: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
  sitemap: 'application/xml, text/xml, */*;q=0.5',
  page: 'text/html, application/xhtml+xml, */*;q=0.5',
  post: '*/*',
} as const;

/** What a source lists; of an index of sitemaps, what the newest few of them do. @throws UnreadableListing */
async function listingOf(
  source: SourceRow,
  got: Fetched,
  polling: Polling,
  robots: Robots,
): Promise<Listing> {
  if (source.kind === 'post') throw new UnreadableListing('it is not polled');
  const listing = readListing(source.kind, got.text ?? '', got.url, source.selector);
  for (const address of listing.sitemaps.slice(0, SITEMAPS)) {
    const part = await fetchGuarded(address, { Accept: ACCEPT.sitemap }, polling, (hop) =>
      robots.refusal(hop),
    );
    if (part.kind === 'failed') throw new UnreadableListing(`one of its sitemaps: ${part.why}`);
    if (part.status !== 200) throw new UnreadableListing(`one of its sitemaps: ${wordsOf(part.status)}`);
    const more = readListing('sitemap', part.text ?? '', part.url, null);
    listing.items.push(...more.items);
  }
  return listing;
}

async function succeed(source: SourceRow, polling: Polling, got: Fetched, listing: Listing): Promise<Polled> {
  const { db, now } = polling;
  const at = now.toISOString();
  const { items } = listing;
  const known = await loadKnownItems(db, source.id, {
    keys: items.map(({ key }) => key),
    urls: items.map(({ url }) => url),
    titles: items.flatMap(({ title }) => title ?? []),
  });
  const names = new Set(known.flatMap(({ key, url }) => [key, url]));
  const fresh = items.filter(({ key, url }) => !names.has(key) && !names.has(url));
  const held = whyHold(items, fresh, {
    known: source.polls === 0 ? 0 : await countItems(db, source.id),
    usual: source.usual,
    polls: source.polls,
    titles: new Set(known.flatMap(({ title }) => title ?? [])),
    last_success_at: source.last_success_at,
  });
  const tried = { last_tried_at: at, updated_at: at };
  if (held !== null) {
    await updateSource(db, source.id, { ...tried, held }).run();
    return { result: 'held', why: held, listed: items.length, fresh: fresh.length };
  }
  const interval = nextInterval(source.interval, {
    fresh: source.polls === 0 ? 0 : fresh.length,
    fixed: source.fixed_interval,
    ttl: listing.ttl,
  });
  const first = source.polls === 0;
  await db.batch([
    insertItems(db, source.id, fresh, { archive: first, now: at }),
    updateSource(db, source.id, {
      ...tried,
      last_success_at: at,
      interval,
      next_at: new Date(now.getTime() + interval * MINUTE_MS).toISOString(),
      polls: source.polls + 1,
      usual: first ? 0 : source.usual * 0.8 + fresh.length * 0.2,
      failures: 0,
      failing_since: null,
      last_error: null,
      seen_working: 1,
      ...(got.status === 200 && {
        etag: got.headers.get('ETag'),
        last_modified: got.headers.get('Last-Modified'),
      }),
      // Moved for good, and what is there now can be read.
      ...(got.moved && { address: got.url }),
    }),
  ]);
  return { result: 'polled', why: null, listed: items.length, fresh: fresh.length };
}

async function fail(
  source: SourceRow,
  { db, now }: Polling,
  why: string,
  notBefore: string | null,
): Promise<Polled> {
  const at = now.toISOString();
  const failures = source.failures + 1;
  const wait = new Date(now.getTime() + backOff(failures, source.interval) * MINUTE_MS).toISOString();
  await updateSource(db, source.id, {
    last_tried_at: at,
    updated_at: at,
    failures,
    failing_since: source.failing_since ?? at,
    last_error: why,
    next_at: notBefore !== null && notBefore > wait ? notBefore : wait,
  }).run();
  return { result: 'failed', why };
}
