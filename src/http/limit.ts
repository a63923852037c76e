import { AppError } from '../errors.ts';
import type { Context } from './context.ts';

/** As `wrangler.toml` sets it for API_LIMIT, and for COSTLY_LIMIT. */
export const REQUESTS = 600;
export const COSTLY_REQUESTS = 120;
export const WINDOW_SECONDS = 60;

/** Asked by machines that must not be turned away: monitors, feed readers, and mail programs that unsubscribe. */
const EXEMPT = /^\/(?:healthz$|feeds\/|subscriptions\/|robots\.txt$)/;

/** Answers that cost more than a row or a page of a list: words are looked for, pictures drawn, much is read or written. */
const COSTLY =
  /^\/(?:v1\/(?:search|verify|drafts|subscriptions|reports)$|search$|check$|sitemap\.xml$|mcp$|quotes\/[^/]+\.png$|.*\.(?:csv|ndjson)$)/;

/** A feed narrowed by words is a search. Feed readers ask for the others and are never turned away. */
const isCostly = (c: Context) =>
  COSTLY.test(c.req.path) || (c.req.path.startsWith('/feeds/') && c.req.query('q') !== undefined);

/**
 * Throws 429 for an address of the network that asks too often. The binding counts loosely, for each location of its
 * own: it keeps one client from taking all, and is no quota. Answers given again from the isolate are not counted.
 */
export async function requireSlowness(c: Context): Promise<void> {
  const { API_LIMIT, COSTLY_LIMIT, RATE_LIMITS } = c.env;
  if (RATE_LIMITS === 'off') return;
  const key = networkOf(c.req.header('CF-Connecting-IP') ?? 'unknown');
  if (isCostly(c)) await count(COSTLY_LIMIT, key, 'costly', COSTLY_REQUESTS);
  if (!EXEMPT.test(c.req.path)) await count(API_LIMIT, key, 'requests', REQUESTS);
}

async function count(limit: RateLimit | undefined, key: string, name: string, most: number): Promise<void> {
  if (limit === undefined || (await limit.limit({ key })).success) return;
  throw new AppError(
    'too_many_requests',
    `At most ${most} ${name === 'costly' ? 'requests of this sort' : 'requests'} in ${WINDOW_SECONDS} seconds, please.`,
    {
      headers: {
        'Retry-After': String(WINDOW_SECONDS),
        'RateLimit-Policy': `"${name}";q=${most};w=${WINDOW_SECONDS}`,
      },
    },
  );
}

/** One customer has a whole /64 of IPv6 addresses. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::')
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
    : [];
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}
