import type { Reader } from './reader.ts';

/** The live text of a document as it was received, or null; whether it may be shown is for whoever asks to decide. */
export async function readDocumentText(db: Reader, id: string): Promise<string | null> {
  const rows = await db.all<{ text: string }>({
    sql: 'SELECT text FROM document_revision WHERE document_id = ?1 AND live = 1',
    binds: [id],
  });
  return rows[0]?.text ?? null;
}

/** Live texts of documents, by their ids. */
export async function readDocumentTexts(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.all<{ id: string; text: string }>({
    sql: `SELECT document_id AS id, text FROM document_revision
          WHERE live = 1 AND document_id IN (SELECT value FROM json_each(?1))`,
    binds: [JSON.stringify(ids)],
  });
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** Bodies of the listed visits and engagements that a document tells of, by their ids. */
export async function readTold(
  db: Reader,
  ids: { visits: readonly string[]; engagements: readonly string[] },
): Promise<{ visits: string[]; engagements: string[] }> {
  const [visits, engagements] = (await db.batch(
    (['visit', 'engagement'] as const).map((noun) => ({
      sql: `SELECT body FROM ${noun} WHERE ord > 0 AND id IN (SELECT value FROM json_each(?1)) ORDER BY +ord`,
      binds: [JSON.stringify(noun === 'visit' ? ids.visits : ids.engagements)],
    })),
  )) as { body: string }[][];
  return {
    visits: (visits ?? []).map(({ body }) => body),
    engagements: (engagements ?? []).map(({ body }) => body),
  };
}
