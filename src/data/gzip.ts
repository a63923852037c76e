import { constants, crc32, deflateRawSync } from 'node:zlib';

/**
 * One gzip file (RFC 1952) of slices that are made at different times: each is deflated by itself, ends at a byte and
 * refers to nothing before it, so that they are whole when they stand one after the other. Readers that know files of a
 * single member only, as browsers are, read it too.
 */
export interface Tail {
  /** Of all bytes so far, before they were deflated. */
  crc: number;
  size: number;
}
export const START: Tail = { crc: 0, size: 0 };

/** Deflated, no time in it: the same bytes whenever it is made. */
export const HEADER: Uint8Array = Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** A slice, and how the file ends if it is the last. */
export function deflate(bytes: Uint8Array, before: Tail): { bytes: Uint8Array; tail: Tail } {
  const deflated = deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH });
  return {
    bytes: new Uint8Array(deflated),
    tail: { crc: crc32(bytes, before.crc), size: before.size + bytes.length },
  };
}

/** The end: an empty last block, the checksum, and the size modulo 2³². */
export function trailer({ crc, size }: Tail): Uint8Array {
  const bytes = new Uint8Array(10);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x0003, true);
  view.setUint32(2, crc, true);
  view.setUint32(6, size % 2 ** 32, true);
  return bytes;
}
