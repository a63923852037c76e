import { type IncomingDocument, ingestDocument, type ReadText } from '../../ingest/ingest.ts';
import { NOUNS, type Noun } from '../../model/record.ts';
import { memoryDatabase } from './database.ts';

/** The record that these documents make, in a database of their own, posted one after the other a second apart. */
export async function recordOf(
  documents: readonly IncomingDocument[],
  read: ReadText,
  note: (posted: number) => void = () => {},
): Promise<D1Database> {
  const db = memoryDatabase();
  let at = Date.UTC(2026, 0, 1);
  for (const [i, document] of documents.entries()) {
    at += 1000;
    await ingestDocument(db, document, new Date(at), read);
    note(i + 1);
  }
  return db;
}

interface Row {
  id: string;
  keys: string;
  body: string;
}

const withoutTimes = (body: string) => body.replace(/"(first_seen_at|updated_at)":"[^"]*"/g, '"$1":""');

/** What anybody can read of everything that is listed: the filters it is found by and its body, times left out, by noun and id. */
export async function listedIn(db: D1Database): Promise<Record<Noun, Map<string, string>>> {
  const listed = {} as Record<Noun, Map<string, string>>;
  for (const noun of NOUNS) {
    const { results } = await db
      .prepare(`SELECT id, keys, body FROM ${noun} WHERE status = 'published' ORDER BY ord`)
      .all<Row>();
    listed[noun] = new Map(results.map(({ id, keys, body }) => [id, `${keys} ${withoutTimes(body)}`]));
  }
  return listed;
}
