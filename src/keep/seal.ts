/** What is wrong with the key that a dump is sealed with; the message names it, never what it holds. */
export class NoDumpKey extends Error {}

/**
 * Reads DUMP_KEY: 32 bytes in base64 (`openssl rand -base64 32`). Whoever has it can read the addresses in a dump, and
 * without it nobody can.
 *
 * @throws NoDumpKey for anything else
 */
export async function readDumpKey(setting: string | null | undefined): Promise<CryptoKey> {
  if (!setting)
    throw new NoDumpKey('DUMP_KEY is not set: subscribers are only dumped sealed with it, and read with it.');
  const bytes = /^[A-Za-z0-9+/]{43}=$/.test(setting.trim())
    ? Uint8Array.from(atob(setting.trim()), (unit) => unit.charCodeAt(0))
    : new Uint8Array();
  if (bytes.length !== 32) throw new NoDumpKey('DUMP_KEY is not 32 bytes in base64.');
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const about = (table: string) => new TextEncoder().encode(`readout dump of ${table}`);

/** Seals a text (AES-GCM) as rows of a table: base64 of the twelve bytes of `iv`, never used before, and the rest. */
export async function seal(key: CryptoKey, table: string, text: string, iv: Uint8Array): Promise<string> {
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: iv as BufferSource, additionalData: about(table) },
      key,
      new TextEncoder().encode(text),
    ),
  );
  let units = '';
  for (const part of [iv, sealed])
    for (let at = 0; at < part.length; at += 8192)
      units += String.fromCharCode(...part.subarray(at, at + 8192));
  return btoa(units);
}

/** @throws NoDumpKey if it was sealed with another key, for another table, or has been changed since */
export async function unseal(key: CryptoKey, table: string, sealed: string): Promise<string> {
  try {
    const bytes = Uint8Array.from(atob(sealed), (unit) => unit.charCodeAt(0));
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: about(table) },
      key,
      bytes.subarray(12),
    );
    return new TextDecoder().decode(text);
  } catch {
    throw new NoDumpKey(`The rows of ${table} were sealed with another DUMP_KEY, or are damaged.`);
  }
}
