import type { EntryRow } from './published.ts';
import type { Reader } from './reader.ts';

/** A document's entry with the bodies of the quotes it prints, in one trip. */
export async function readDocumentQuotes(
  db: Reader,
  id: string,
): Promise<{ revision: number; entry: EntryRow | null; quotes: string[] }> {
  const [documents, quotes] = await db.batch([
    {
      sql: `SELECT 'revision' AS status, NULL AS replaced_by, CAST(value AS TEXT) AS body
            FROM counter WHERE name = 'revision'
            UNION ALL SELECT status, replaced_by, body FROM document WHERE id = ?1`,
      binds: [id],
    },
    {
      sql: 'SELECT body FROM quote_index WHERE quote_index MATCH ?1 AND rowid > 0 ORDER BY rowid',
      binds: [`keys : "document:${id}"`],
    },
  ]);
  const [revision, entry] = (documents ?? []) as EntryRow[];
  return {
    revision: Number(revision?.body ?? 0),
    entry: entry ?? null,
    quotes: ((quotes ?? []) as { body: string }[]).map(({ body }) => body),
  };
}
