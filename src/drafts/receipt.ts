/** What a receipt says of one quotation; offsets count in the draft and in the document, in UTF-16 code units. */
export interface ReceiptLine {
  start: number;
  end: number;
  /** Of the words as the draft has them. */
  sha256: string;
  verdict: string;
  /** The document it was held against, null where nothing is near. */
  document: string | null;
  document_sha256: string | null;
  source_start: number | null;
  source_end: number | null;
  /** Who can prove it later: anybody with the snapshot of that day, whoever has the source, or nobody but us. */
  provable: 'anybody' | 'source' | 'word';
}

/** What was checked against what, and when: signed, so that it can be shown later. */
export interface Receipt {
  draft_sha256: string;
  revision: number;
  checked_at: string;
  quotations: ReceiptLine[];
  /** Id of the key; null where this site has none, and the receipt is not signed. */
  key: string | null;
  /** Ed25519 over the canonical JSON (RFC 8785) of all the rest, base64url. */
  signature: string | null;
}

/** A public key as JSON Web Key (RFC 8037). */
export interface PublicKey {
  kid: string;
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  use: 'sig';
}

/**
 * JSON in its canonical form (RFC 8785), of what receipts hold: strings, whole numbers, null, lists and objects, whose
 * members are sorted by UTF-16 code units.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([name, it]) => `${JSON.stringify(name)}:${canonical(it)}`).join(',')}}`;
}

/** What is signed: everything but the signature. */
export const signedPart = ({ signature: _, ...rest }: Receipt): Uint8Array =>
  new TextEncoder().encode(canonical(rest));

/** Keys as the secret SIGNING_KEYS has them, newest first: "2026-11:base64 of 32 bytes,2025-01:…". */
export function readKeys(secret: string | undefined): { id: string; seed: Uint8Array }[] {
  return (secret ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const colon = part.indexOf(':');
      const seed = Uint8Array.from(atob(part.slice(colon + 1)), (unit) => unit.charCodeAt(0));
      if (colon < 1 || seed.length !== 32) throw new Error('SIGNING_KEYS must be id:base64 of 32 bytes, …');
      return { id: part.slice(0, colon), seed };
    });
}

/** The fixed beginning of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8 = Uint8Array.from([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]);

const privateKey = (seed: Uint8Array, extractable: boolean) =>
  crypto.subtle.importKey('pkcs8', new Uint8Array([...PKCS8, ...seed]), 'Ed25519', extractable, ['sign']);

export async function publicKey({ id, seed }: { id: string; seed: Uint8Array }): Promise<PublicKey> {
  const { x } = (await crypto.subtle.exportKey('jwk', await privateKey(seed, true))) as { x: string };
  return { kid: id, kty: 'OKP', crv: 'Ed25519', x, use: 'sig' };
}

/** The receipt, signed with the newest key if there is one. */
export async function sign(
  unsigned: Omit<Receipt, 'key' | 'signature'>,
  keys: readonly { id: string; seed: Uint8Array }[],
): Promise<Receipt> {
  const [key] = keys;
  const receipt = { ...unsigned, key: key?.id ?? null, signature: null };
  if (key === undefined) return receipt;
  const bytes = await crypto.subtle.sign('Ed25519', await privateKey(key.seed, false), signedPart(receipt));
  return { ...receipt, signature: toBase64Url(new Uint8Array(bytes)) };
}

/** Whether one of these keys signed it. */
export async function isSigned(receipt: Receipt, keys: readonly PublicKey[]): Promise<boolean> {
  const key = keys.find(({ kid }) => kid === receipt.key);
  if (key === undefined || receipt.signature === null) return false;
  const { kty, crv, x } = key;
  const imported = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, fromBase64Url(receipt.signature), signedPart(receipt));
}

const toBase64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (unit) => unit.charCodeAt(0));
