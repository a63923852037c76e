/**
 * Turns offsets in UTF-16 code units into offsets in UTF-8 bytes, for many offsets of one text in one pass.
 * `offsets` in any order; all must lie between 0 and the text's length and not inside a surrogate pair.
 */
export function byteOffsets(text: string, offsets: Iterable<number>): Map<number, number> {
  const wanted = [...new Set(offsets)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let bytes = 0;
  let at = 0;
  for (const offset of wanted) {
    for (; at < offset; at++) {
      const unit = text.charCodeAt(at);
      // Each half of a surrogate pair counts two of the pair's four bytes.
      bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
    }
    found.set(offset, bytes);
  }
  return found;
}
