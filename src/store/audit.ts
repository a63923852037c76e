/** Reads for `npm run audit`: the record held against what is kept of its documents. */

/** Every published document, a hundred at a time. */
export async function* loadDocumentIds(db: D1Database): AsyncIterable<string> {
  for (let after = ''; ; ) {
    const { results } = await db
      .prepare(`SELECT id FROM document WHERE status = 'published' AND id > ? ORDER BY id LIMIT 100`)
      .bind(after)
      .all<{ id: string }>();
    for (const { id } of results) yield id;
    const last = results.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/** The text that counts of a document, with the hash stored for it. */
export async function loadRevisionText(
  db: D1Database,
  id: string,
): Promise<{ text: string; sha256: string } | null> {
  return db
    .prepare('SELECT text, sha256 FROM document_revision WHERE document_id = ? AND live = 1')
    .bind(id)
    .first<{ text: string; sha256: string }>();
}

export interface RecordedSpan {
  quote_id: string;
  start: number;
  end: number;
  byte_start: number;
  byte_end: number;
  text: string;
  /** The sources in the published body; null if the quote is not published. */
  published: { document: string; start: number; end: number; text: string; sha256: string }[] | null;
}

/** Where a document prints published quotes, beside what is published of it. */
export async function loadRecordedSpans(db: D1Database, documentId: string): Promise<RecordedSpan[]> {
  const { results } = await db
    .prepare(
      `SELECT s.quote_id, s.start, s.end, s.byte_start, s.byte_end, s.text, q.body, q.status FROM quote_source AS s
       LEFT JOIN quote AS q ON q.id = s.quote_id WHERE s.document_id = ? ORDER BY s.n`,
    )
    .bind(documentId)
    .all<Omit<RecordedSpan, 'published'> & { body: string | null; status: string | null }>();
  return results.map(({ body, status, ...it }) => ({
    ...it,
    published:
      status !== 'published' || body === null
        ? null
        : (JSON.parse(body.replaceAll('\u0001', '')) as { sources: NonNullable<RecordedSpan['published']> })
            .sources,
  }));
}

/** Every published quote with the number of sources its body names, five hundred at a time. */
export async function* loadPublishedQuotes(db: D1Database): AsyncIterable<{ id: string; sources: number }> {
  for (let after = ''; ; ) {
    const { results } = await db
      .prepare(
        `SELECT id, json_array_length(body, '$.sources') AS sources FROM quote
         WHERE status = 'published' AND id > ? ORDER BY id LIMIT 500`,
      )
      .bind(after)
      .all<{ id: string; sources: number | null }>();
    for (const { id, sources } of results) yield { id, sources: sources ?? 0 };
    const last = results.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
