import { EXTRACTOR } from '../model/extractor-version.ts';
import { failureOf, type Patience } from '../store/failure.ts';
import { loadRereading, loadStale, saveRereading } from '../store/rereading.ts';
import { type ReadText, rereadDocument, UnreadableDocument } from './ingest.ts';

const BEGINNING = { after_at: '', after_id: '' };

/**
 * Reads again what older extractors read, at most `limit` documents, those first that came first, and goes on where the
 * slice before stopped. What it changes is a correction with the cause `reading`, and no news. Says how many documents
 * are left; 0 costs one row.
 *
 * @throws whatever keeps all documents from being read (no extractor, no database); what was read stays read.
 */
export async function rereadSlice(
  db: D1Database,
  now: Date,
  limit: number,
  read: ReadText,
  patience: Patience,
): Promise<number> {
  const before = await loadRereading(db, EXTRACTOR);
  if (before?.remaining === 0) return 0;
  let after = before ?? BEGINNING;
  try {
    for (const { id, at } of await loadStale(db, EXTRACTOR, after, limit)) {
      try {
        await rereadDocument(db, id, now, read, patience);
      } catch (error) {
        // One that would not be taken today is passed over: it stays as it was read.
        if (!(error instanceof UnreadableDocument)) throw error;
        console.error(`${id} is not read again: ${error.message}`);
      }
      after = { after_at: at, after_id: id };
    }
  } catch (error) {
    if (failureOf(error) === null) await saveRereading(db, EXTRACTOR, after, now.toISOString());
    throw error;
  }
  return saveRereading(db, EXTRACTOR, after, now.toISOString());
}
