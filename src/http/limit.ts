import { AppError } from '../errors.ts';
import type { Context } from './context.ts';

/** As `wrangler.toml` sets it for API_LIMIT. */
export const REQUESTS = 600;
export const WINDOW_SECONDS = 60;

/** Asked by machines that must not be turned away: monitors, feed readers, and mail programs that unsubscribe. */
const EXEMPT = /^\/(?:healthz$|feeds\/|subscriptions\/|robots\.txt$)/;

/**
 * Throws 429 for an address of the network that asks too often. The binding counts loosely, for each location of its
 * own: it keeps one client from taking all, and is no quota. Answers given again from the isolate are not counted.
 */
export async function requireSlowness(c: Context): Promise<void> {
  const { API_LIMIT, RATE_LIMITS } = c.env;
  if (API_LIMIT === undefined || RATE_LIMITS === 'off' || EXEMPT.test(c.req.path)) return;
  const key = c.req.header('CF-Connecting-IP') ?? 'unknown';
  const { success } = await API_LIMIT.limit({ key: networkOf(key) });
  if (success) return;
  throw new AppError(
    'too_many_requests',
    `At most ${REQUESTS} requests in ${WINDOW_SECONDS} seconds, please.`,
    {
      headers: {
        'Retry-After': String(WINDOW_SECONDS),
        'RateLimit-Policy': `"requests";q=${REQUESTS};w=${WINDOW_SECONDS}`,
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
