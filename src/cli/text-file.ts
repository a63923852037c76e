import { readFileSync } from 'node:fs';

/** A file that cannot be read as text exactly; the message names the file and what is wrong with it. */
export class TextFileError extends Error {}

/** The text of a UTF-8 file, unit for unit: a byte order mark at the beginning stays in the text and in its offsets. */
export function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new TextFileError(`${file}: no such file`);
    if (code === 'EISDIR') throw new TextFileError(`${file}: is a folder, not a file`);
    if (code === 'EACCES') throw new TextFileError(`${file}: may not be read`);
    throw error;
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new TextFileError(`${file}: is UTF-16 (its byte order mark says so); save it as UTF-8`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new TextFileError(`${file}: not UTF-8 (from byte ${firstBadByte(bytes)} on)`);
  }
}

/** Offset of the first byte that is no part of a well-formed character, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = (good + bad) >> 1;
    if (beginning(bytes.subarray(0, middle + 1)) !== null) good = middle + 1;
    else bad = middle;
  }
  return Buffer.byteLength(beginning(bytes.subarray(0, good))!);
}

/** The whole characters of the beginning of a text, or null where the bytes are no such beginning. */
function beginning(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}
