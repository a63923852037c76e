import { AppError } from '../errors.ts';

/**
 * Where a page ended, as an opaque word. It is bound to the list it was made for (noun, filters and order) by a
 * checksum, so that a cursor of another list, or a damaged one, is refused rather than misread. It holds no secret
 * and gives no right, so the checksum need not withstand an attacker: a forged cursor only reads public entries.
 */
export type Position = readonly (string | number)[];

export function toCursor(position: Position, list: string): string {
  const json = JSON.stringify(position);
  return encode(`${checksum(json, list)}${json}`);
}

/** Throws 400 for anything that `toCursor` did not make for this list. */
export function readCursor(cursor: string, list: string): Position {
  const foreign = () =>
    new AppError('bad_request', '`cursor` is damaged, or belongs to a list with other filters.', {
      errors: [
        { parameter: 'cursor', detail: '`cursor` is damaged, or belongs to a list with other filters' },
      ],
    });
  const text = decode(cursor);
  if (text === null) throw foreign();
  const json = text.slice(SUM_LENGTH);
  if (text.slice(0, SUM_LENGTH) !== checksum(json, list)) throw foreign();
  let position: unknown;
  try {
    position = JSON.parse(json);
  } catch {
    throw foreign();
  }
  if (
    !Array.isArray(position) ||
    !position.every((it) => typeof it === 'string' || Number.isSafeInteger(it))
  ) {
    throw foreign();
  }
  return position as Position;
}

const SUM_LENGTH = 11;

/** 53 bits of a hash (cyrb53) in base 36. */
export function checksum(text: string, salt: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  // One after the other: a text joined for this would be copied.
  for (const part of [salt, '\u0000', text]) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i);
      a = Math.imul(a ^ unit, 2654435761);
      b = Math.imul(b ^ unit, 1597334677);
    }
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (2 ** 32 * (b & 0x1fffff) + (a >>> 0)).toString(36).padStart(SUM_LENGTH, '0');
}

function encode(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function decode(word: string): string | null {
  if (!/^[A-Za-z0-9_-]{8,1000}$/.test(word)) return null;
  try {
    const bytes = atob(word.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from(bytes, (unit) => unit.charCodeAt(0)),
    );
    return encode(text) === word ? text : null;
  } catch {
    return null;
  }
}
