import { inwardAmong, type Reach, refusalOf } from './address.ts';

/** What a request may cost. */
export interface Limits {
  /** Of the body, after decompression. */
  bytes: number;
  /** For everything together, redirects included. */
  ms: number;
  redirects: number;
}
export const LIMITS: Limits = { bytes: 5_000_000, ms: 20_000, redirects: 5 };

/** How the outside is reached; handed in, so that tests hand in their own. */
export interface Outward {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The addresses a name resolves to, or null where that cannot be known. */
  resolve: (name: string) => Promise<string[] | null>;
  reach: Reach;
  limits?: Limits;
  agent: string;
}

export interface Fetched {
  kind: 'fetched';
  status: number;
  headers: Headers;
  /** Where the answer came from in the end. */
  url: string;
  /** Whether every redirect on the way says it is for good. */
  moved: boolean;
  /** Null for 304 and whatever has no body. */
  text: string | null;
}
/** `why` in words, for people. `refused`: by our own rules, so asking again is of no use. */
export interface Failed {
  kind: 'failed';
  why: string;
  refused: boolean;
}

/** Whether an address may be asked for; words that say why not, or null. Asked at each hop. */
export type MayFetch = (url: URL) => Promise<string | null>;

/**
 * Asks an address, and every address it redirects to, under the rules of `address.ts` and within limits. Never throws for
 * what the other side does.
 */
export async function fetchGuarded(
  address: string,
  headers: Readonly<Record<string, string>>,
  outward: Outward,
  mayFetch: MayFetch = async () => null,
): Promise<Fetched | Failed> {
  const limits = outward.limits ?? LIMITS;
  const signal = AbortSignal.timeout(limits.ms);
  const refused = (why: string): Failed => ({ kind: 'failed', why, refused: true });
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return refused('the address cannot be read');
  }
  let moved = true;
  try {
    for (let hop = 0; ; hop++) {
      const why =
        refusalOf(url, outward.reach) ?? (await resolvedInward(url, outward)) ?? (await mayFetch(url));
      if (why !== null) return refused(hop === 0 ? why : `it redirects to ${url.host}: ${why}`);
      const response = await outward.fetch(url.href, {
        headers: { 'User-Agent': outward.agent, ...headers },
        redirect: 'manual',
        signal,
      });
      const location = response.headers.get('Location');
      if (![301, 302, 303, 307, 308].includes(response.status) || location === null) {
        const text = await bodyOf(response, limits.bytes);
        const { status } = response;
        return {
          kind: 'fetched',
          status,
          headers: response.headers,
          url: url.href,
          moved: moved && hop > 0,
          text,
        };
      }
      await response.body?.cancel();
      if (hop === limits.redirects) return refused(`it redirects more than ${limits.redirects} times`);
      if (response.status !== 301 && response.status !== 308) moved = false;
      try {
        url = new URL(location, url);
      } catch {
        return refused('it redirects to an address that cannot be read');
      }
    }
  } catch (error) {
    if (error instanceof TooLarge) return refused(`it is over ${limits.bytes} bytes`);
    if (error instanceof Unreadable) return refused(error.message);
    const why = signal.aborted
      ? `no whole answer came within ${limits.ms / 1000} seconds`
      : 'the server cannot be reached, or broke off';
    return { kind: 'failed', why, refused: false };
  }
}

async function resolvedInward(url: URL, { resolve, reach }: Outward): Promise<string | null> {
  if (/^[\d.]+$|^\[/.test(url.hostname)) return null;
  const addresses = await resolve(url.hostname);
  const inward = addresses === null ? null : inwardAmong(addresses, reach);
  return inward === null ? null : `${url.hostname} leads to ${inward}, which is no public address`;
}

class TooLarge extends Error {}
class Unreadable extends Error {}

/** The body as text, in the character set that header, mark or markup name; bytes are counted as they are unpacked. */
async function bodyOf(response: Response, most: number): Promise<string | null> {
  if (response.body === null || response.status === 304) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.byteLength;
    // Leaving the loop cancels the stream, and with it the transfer.
    if (length > most) throw new TooLarge();
    parts.push(part);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  const label = charsetOf(response.headers.get('Content-Type') ?? '', bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    throw new Unreadable(`its character set, ${label.slice(0, 40)}, is not known`);
  }
}

function charsetOf(contentType: string, bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return (
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1] ??
    /^<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    'utf-8'
  );
}

/** When `Retry-After` says to come again, in milliseconds of the clock; null without one, or with one that means nothing. */
export function retryAfter(headers: Headers, now: number): number | null {
  const said = headers.get('Retry-After')?.trim() ?? '';
  const at = /^\d{1,9}$/.test(said) ? now + Number(said) * 1000 : Date.parse(said);
  return Number.isNaN(at) || at <= now ? null : Math.min(at, now + DAY_MS);
}
const DAY_MS = 86_400_000;
