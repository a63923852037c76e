/** Reads for `npm run audit`: the record held against what is kept of its documents. */

import { NOUNS, type Noun } from '../model/record.ts';
import { isSoundBody, soundJson } from './damage.ts';

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
      status !== 'published' || !isSoundBody(body)
        ? null
        : ((JSON.parse(body.replaceAll('\u0001', '')) as { sources: NonNullable<RecordedSpan['published']> })
            .sources ?? []),
  }));
}

/** Every published quote with the number of sources its body names, five hundred at a time. */
export async function* loadPublishedQuotes(db: D1Database): AsyncIterable<{ id: string; sources: number }> {
  for (let after = ''; ; ) {
    const { results } = await db
      .prepare(
        `SELECT id, json_array_length(${soundJson('body')}, '$.sources') AS sources FROM quote
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

/** Every entry of a noun whose body is damaged. */
export async function* loadDamagedIds(db: D1Database, noun: Noun): AsyncIterable<string> {
  for (let after = ''; ; ) {
    const { results } = await db
      .prepare(`SELECT id, body FROM ${noun} WHERE id > ? ORDER BY id LIMIT 500`)
      .bind(after)
      .all<{ id: string; body: unknown }>();
    for (const { id, body } of results) if (!isSoundBody(body)) yield id;
    const last = results.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

const CLAIMS = [
  'person_source',
  'visit_source',
  'engagement_source',
  'quote_source',
  'figure_source',
] as const;

/** What of a document's claims is damaged or cannot be found: one line each. */
export async function loadDamagedClaims(db: D1Database): Promise<string[]> {
  const wrong: string[] = [];
  for (const table of CLAIMS) {
    const { results } = await db
      .prepare(
        `SELECT document_id AS id, count(*) AS n FROM ${table} WHERE NOT json_valid(found) GROUP BY document_id`,
      )
      .all<{ id: string; n: number }>();
    for (const { id, n } of results) wrong.push(`${id}: ${n} damaged in ${table}`);
    const { results: strays } = await db
      .prepare(
        `SELECT document_id AS id, count(*) AS n FROM ${table}
         WHERE document_id NOT IN (SELECT document_id FROM document_revision WHERE live = 1) GROUP BY document_id`,
      )
      .all<{ id: string; n: number }>();
    for (const { id, n } of strays)
      wrong.push(`${id}: ${n} in ${table}, but the document says nothing any more`);
  }
  const { results } = await db
    .prepare(
      `SELECT e.document_id AS id, count(*) AS n FROM engagement_source AS e
       WHERE NOT EXISTS (SELECT 1 FROM engagement_block AS b WHERE b.document_id = e.document_id AND b.n = e.n)
       GROUP BY e.document_id`,
    )
    .all<{ id: string; n: number }>();
  for (const { id, n } of results) wrong.push(`${id}: ${n} engagements that no block leads to`);
  return wrong;
}

/** Indexes that do not say what the rows say: one line each. */
export async function loadIndexesOutOfStep(db: D1Database): Promise<string[]> {
  const wrong: string[] = [];
  for (const noun of NOUNS) {
    try {
      await db.prepare(`INSERT INTO ${noun}_index (${noun}_index, rank) VALUES ('integrity-check', 1)`).run();
    } catch {
      wrong.push(`${noun}_index: out of step with its rows`);
    }
  }
  const pairs = await db
    .prepare(
      `SELECT (SELECT count(*) FROM quote WHERE words <> '') AS quotes, (SELECT count(*) FROM quote_pairs) AS pairs`,
    )
    .first<{ quotes: number; pairs: number }>();
  if (pairs?.quotes !== pairs?.pairs)
    wrong.push(`quote_pairs: ${pairs?.pairs} rows for ${pairs?.quotes} quotes`);
  const words = await db
    .prepare(
      `SELECT (SELECT count(*) FROM (SELECT DISTINCT w.value FROM quote AS q,
                 json_each('["' || replace(q.words, ' ', '","') || '"]') AS w
               WHERE (q.ord & 15) = 0 AND q.words <> '')) AS used, (SELECT count(*) FROM word) AS kept`,
    )
    .first<{ used: number; kept: number }>();
  if (words?.used !== words?.kept) wrong.push(`word: ${words?.kept} words kept, ${words?.used} in use`);
  return wrong;
}
