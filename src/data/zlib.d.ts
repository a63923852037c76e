/** As much of Node's zlib, which workerd brings, as is used here: the rest of Node's types would pass for the runtime's. */
declare module 'node:zlib' {
  export const constants: { Z_FULL_FLUSH: number };
  export function deflateRawSync(bytes: Uint8Array, options: { finishFlush: number }): Uint8Array;
  export function crc32(bytes: Uint8Array, before?: number): number;
}
