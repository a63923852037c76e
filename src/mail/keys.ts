/** Signing keys, newest first. Those after the first only verify, so that links mailed before a change still work. */
export interface KeyRing {
  keys: readonly { id: string; key: CryptoKey }[];
  /** The key of local runs, which everybody knows: good for links to this machine only. */
  development: boolean;
}

/** In the source for all to see. It signs links to localhost and is refused for any other host. */
const DEVELOPMENT_KEY = 'dev:cmVhZG91dCBkZXZlbG9wbWVudCBrZXksIG5vIHNlY3JldA==';

/**
 * Reads SECRET_KEYS: "kid:base64,kid:base64", ids of one to eight small letters or digits, at least 16 bytes each. Null
 * where none are configured and the site is not on this machine: then nothing can be signed, so no mail is taken on.
 * Throws an Error naming what is wrong with the setting, never what it holds.
 */
export async function readKeys(setting: string | undefined, origin: string): Promise<KeyRing | null> {
  const development = !setting;
  if (development && !isLocal(origin)) return null;
  const keys = await Promise.all((setting || DEVELOPMENT_KEY).split(',').map(importKey));
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    throw new Error('SECRET_KEYS names two keys alike');
  return { keys, development };
}

async function importKey(entry: string, at: number): Promise<{ id: string; key: CryptoKey }> {
  const [, id, base64] = /^\s*([a-z0-9]{1,8}):([A-Za-z0-9+/]+={0,2})\s*$/.exec(entry) ?? [];
  if (id === undefined || base64 === undefined)
    throw new Error(`SECRET_KEYS: entry ${at + 1} is not "id:base64"`);
  const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
  if (bytes.length < 16) throw new Error(`SECRET_KEYS: key ${id} has fewer than 16 bytes`);
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return { id, key };
}

/** Whether an origin or address of a request is this machine's own. */
export function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

/** HMAC-SHA-256 of the parts, cut to 128 bits, in hexadecimal. No two lists of parts give the same text to sign. */
export async function signature(key: CryptoKey, parts: readonly (string | number)[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes));
  return Array.from(mac.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is kept of an address that was deleted or refused: one hash for each key, the newest key's first. */
export function addressHashes(ring: KeyRing, address: string): Promise<string[]> {
  return Promise.all(
    ring.keys.map(async ({ id, key }) => `${id}:${await signature(key, ['address', address])}`),
  );
}
