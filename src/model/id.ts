const LENGTH = 12;
const SPACE = 36n ** BigInt(LENGTH);

/** Twelve of [0-9a-z] from the SHA-256 of the parts, which are separated so that ("ab","c") and ("a","bc") differ. */
export async function contentId(prefix: string, parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(parts.join('\u001f'));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  let number = 0n;
  for (const byte of digest.subarray(0, 16)) number = number * 256n + BigInt(byte);
  return `${prefix}${(number % SPACE).toString(36).padStart(LENGTH, '0')}`;
}

/** Lower-case hexadecimal SHA-256 of the text's UTF-8. */
export async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
