import { sha256 } from '../model/id.ts';
import { loadDocumentIds, loadPublishedQuotes, loadRecordedSpans, loadRevisionText } from '../store/audit.ts';

const utf8 = new TextEncoder();
const exact = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What was read back, and one line for each thing that is not as it should be. */
export interface Audit {
  documents: number;
  /** Published quotes, each once however many documents print it. */
  quotes: number;
  /** Places where a document prints one of them. */
  places: number;
  wrong: string[];
}

/** Reads every published quote back from the bytes of every document it names. */
export async function auditRecord(db: D1Database): Promise<Audit> {
  const placesOf = new Map<string, number>();
  const wrong: string[] = [];
  let documents = 0;
  for await (const id of loadDocumentIds(db)) {
    documents++;
    const document = await loadRevisionText(db, id);
    if (document === null) {
      wrong.push(`${id}: published, but no live text is kept`);
      continue;
    }
    if ((await sha256(document.text)) !== document.sha256)
      wrong.push(`${id}: the kept text does not have the stored SHA-256`);
    const bytes = utf8.encode(document.text);
    for (const it of await loadRecordedSpans(db, id)) {
      placesOf.set(it.quote_id, (placesOf.get(it.quote_id) ?? 0) + 1);
      if (document.text.slice(it.start, it.end) !== it.text)
        wrong.push(`${it.quote_id}: [${it.start}, ${it.end}) of ${id} reads otherwise`);
      if (decoded(bytes.subarray(it.byte_start, it.byte_end)) !== it.text)
        wrong.push(`${it.quote_id}: bytes ${it.byte_start}–${it.byte_end} of ${id} read otherwise`);
      const source = it.published?.find(
        (other) => other.document === id && other.start === it.start && other.end === it.end,
      );
      if (source === undefined)
        wrong.push(`${it.quote_id}: what is published does not name ${id} at ${it.start}`);
      else if (source.text !== it.text || source.sha256 !== document.sha256)
        wrong.push(`${it.quote_id}: what is published of ${id} differs from what is kept`);
    }
  }
  let quotes = 0;
  let places = 0;
  for await (const { id, sources } of loadPublishedQuotes(db)) {
    quotes++;
    const found = placesOf.get(id) ?? 0;
    places += found;
    if (found === 0 || found !== sources)
      wrong.push(`${id}: names ${sources} places; ${found} were found in published documents`);
  }
  return { documents, quotes, places, wrong };
}

/** Null for bytes that are cut in the midst of a character. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return exact.decode(bytes);
  } catch {
    return null;
  }
}
