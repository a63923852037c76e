const hashes = new Map<string, Promise<string>>();

/** What a Content-Security-Policy has to say for this very style, and no other, to apply inline. */
export function inlineStyle(style: string): Promise<string> {
  const known = hashes.get(style);
  if (known !== undefined) return known;
  const hash = crypto.subtle
    .digest('SHA-256', new TextEncoder().encode(style))
    .then((digest) => `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`);
  hashes.set(style, hash);
  return hash;
}
