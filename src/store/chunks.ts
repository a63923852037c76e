/** Well under D1's limit of 2 MB for a bound string, also where every character takes three bytes. */
const CHUNK = 400_000;

/** Rows as JSON arrays to bind to `json_each(?)`, each small enough to bind. */
export function chunked(rows: readonly unknown[]): string[] {
  const chunks: string[] = [];
  let open: string[] = [];
  let size = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (size + json.length > CHUNK && open.length > 0) {
      chunks.push(`[${open.join(',')}]`);
      open = [];
      size = 0;
    }
    open.push(json);
    size += json.length + 1;
  }
  if (open.length > 0) chunks.push(`[${open.join(',')}]`);
  return chunks;
}

/** A text in pieces of about `size` code units, never between the halves of a surrogate pair. */
export function cut(text: string, size: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + size;
    if (end < text.length && /[\udc00-\udfff]/.test(text[end]!)) end++;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
