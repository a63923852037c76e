import type { Extraction } from '../model/extraction.ts';
import type { SourceDocument } from '../model/record.ts';
import type { Rights } from '../model/source-kind.ts';
import { cut } from './chunks.ts';

/** One text received under a document's id, without the text itself, and what came with it. */
export interface RevisionRow {
  document_id: string;
  revision: number;
  live: number;
  sha256: string;
  words_id: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  published_on: string | null;
  lang: string;
  received_at: string;
  /** Id of the source that brought it, and what may be done with its text. */
  source: string | null;
  rights: Rights;
  page_sha256: string | null;
  /** Which extractor's reading the record rests on; null if none is kept. */
  extractor: string | null;
}

const COLUMNS =
  'document_id, revision, live, sha256, words_id, title, publisher, url, published_on, lang, received_at, source, rights, page_sha256';

/** All revisions of a document, oldest first. */
export async function loadRevisions(db: D1Database, documentId: string): Promise<RevisionRow[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS}, (SELECT extractor FROM extraction AS e
         WHERE e.document_id = d.document_id AND e.revision = d.revision) AS extractor
       FROM document_revision AS d WHERE document_id = ? ORDER BY revision`,
    )
    .bind(documentId)
    .all<RevisionRow>();
  return results;
}

/** Live documents that were read by another extractor than this one. */
export async function loadReadByOthers(
  db: D1Database,
  extractor: string,
  limit: number,
): Promise<(Omit<RevisionRow, 'extractor'> & { text: string })[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS.split(', ')
        .map((column) => `d.${column}`)
        .join(', ')}, d.text FROM document_revision AS d
       JOIN extraction AS e ON e.document_id = d.document_id AND e.revision = d.revision
       WHERE d.live = 1 AND e.extractor <> ? ORDER BY d.document_id LIMIT ?`,
    )
    .bind(extractor, limit)
    .all<Omit<RevisionRow, 'extractor'> & { text: string }>();
  return results;
}

/** Live documents that hold the same words, whatever their address. */
export async function loadLiveByWords(
  db: D1Database,
  wordsId: string,
): Promise<Omit<RevisionRow, 'extractor'>[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM document_revision WHERE words_id = ? AND live = 1 ORDER BY document_id`)
    .bind(wordsId)
    .all<Omit<RevisionRow, 'extractor'>>();
  return results;
}

export type LiveDocument = SourceDocument & { revision: number; source: string | null; rights: Rights };

/** What entries say of the documents they quote: what came with them, else what was found in their text. */
export async function loadLiveDocuments(
  db: D1Database,
  ids: Iterable<string>,
): Promise<Map<string, LiveDocument>> {
  const { results } = await db
    .prepare(
      `SELECT d.document_id AS id, d.revision, coalesce(d.title, e.title) AS title,
              coalesce(d.publisher, e.publisher) AS publisher, d.url,
              coalesce(d.published_on, e.published_on) AS published_on, d.lang, d.sha256, d.source, d.rights
       FROM document_revision AS d
       JOIN extraction AS e ON e.document_id = d.document_id AND e.revision = d.revision
       WHERE d.live = 1 AND d.document_id IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify([...new Set(ids)]))
    .all<LiveDocument>();
  return new Map(results.map((row) => [row.id, row]));
}

/** The live text of documents with what was found in it (JSON of an Extraction). */
export async function loadLiveTexts(
  db: D1Database,
  ids: Iterable<string>,
): Promise<{ document_id: string; text: string; found: string }[]> {
  const wanted = JSON.stringify([...new Set(ids)]);
  const [texts, parts] = await db.batch<{ document_id: string; text: string; found: string }>([
    db
      .prepare(
        `SELECT document_id, text FROM document_revision
         WHERE live = 1 AND document_id IN (SELECT value FROM json_each(?))`,
      )
      .bind(wanted),
    db
      .prepare(
        `SELECT p.document_id, p.found FROM document_revision AS d
         JOIN extraction_part AS p ON p.document_id = d.document_id AND p.revision = d.revision
         WHERE d.live = 1 AND d.document_id IN (SELECT value FROM json_each(?))
         ORDER BY p.document_id, p.part`,
      )
      .bind(wanted),
  ]);
  const found = Map.groupBy(parts!.results, (part) => part.document_id);
  return texts!.results.map(({ document_id, text }) => ({
    document_id,
    text,
    found: (found.get(document_id) ?? []).map((part) => part.found).join(''),
  }));
}

export function insertRevision(
  db: D1Database,
  row: Omit<RevisionRow, 'extractor'> & { text: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO document_revision (${COLUMNS}, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      row.document_id,
      row.revision,
      row.live,
      row.sha256,
      row.words_id,
      row.title,
      row.publisher,
      row.url,
      row.published_on,
      row.lang,
      row.received_at,
      row.source,
      row.rights,
      row.page_sha256,
      row.text,
    );
}

/** Makes one revision count, or none (null): the document is withdrawn. */
export function setLiveRevision(
  db: D1Database,
  documentId: string,
  revision: number | null,
): D1PreparedStatement[] {
  const none = db
    .prepare('UPDATE document_revision SET live = 0 WHERE document_id = ? AND live = 1')
    .bind(documentId);
  if (revision === null) return [none];
  return [
    none,
    db
      .prepare('UPDATE document_revision SET live = 1 WHERE document_id = ? AND revision = ?')
      .bind(documentId, revision),
  ];
}

/** What is known of a revision from outside its text, when the same text comes again with more. */
export function updateRevisionMetadata(
  db: D1Database,
  row: Pick<
    RevisionRow,
    | 'document_id'
    | 'revision'
    | 'title'
    | 'publisher'
    | 'url'
    | 'published_on'
    | 'lang'
    | 'source'
    | 'rights'
    | 'page_sha256'
  >,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE document_revision SET title = ?, publisher = ?, url = ?, published_on = ?, lang = ?, source = ?, rights = ?,
         page_sha256 = ? WHERE document_id = ? AND revision = ?`,
    )
    .bind(
      row.title,
      row.publisher,
      row.url,
      row.published_on,
      row.lang,
      row.source,
      row.rights,
      row.page_sha256,
      row.document_id,
      row.revision,
    );
}

/** A row may hold 2 MB of UTF-8; a code unit takes at most three bytes of it. */
const PART = 500_000;

/** Keeps what an extractor found in a revision, instead of what one found before. */
export function saveExtraction(
  db: D1Database,
  documentId: string,
  revision: number,
  extractor: string,
  extraction: Extraction,
): D1PreparedStatement[] {
  const { title, publisher, published_on } = extraction;
  const parts = cut(JSON.stringify(extraction), PART);
  return [
    db
      .prepare(
        `INSERT INTO extraction (document_id, revision, extractor, title, publisher, published_on) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (document_id, revision) DO UPDATE SET extractor = excluded.extractor, title = excluded.title,
           publisher = excluded.publisher, published_on = excluded.published_on`,
      )
      .bind(documentId, revision, extractor, title, publisher, published_on),
    db
      .prepare('DELETE FROM extraction_part WHERE document_id = ? AND revision = ?')
      .bind(documentId, revision),
    ...parts.map((part, n) =>
      db
        .prepare('INSERT INTO extraction_part (document_id, revision, part, found) VALUES (?, ?, ?, ?)')
        .bind(documentId, revision, n, part),
    ),
  ];
}

export function saveShingles(
  db: D1Database,
  documentId: string,
  hashes: readonly number[],
): D1PreparedStatement[] {
  return [
    db.prepare('DELETE FROM shingle WHERE document_id = ?').bind(documentId),
    db
      .prepare('INSERT OR IGNORE INTO shingle (hash, document_id) SELECT value, ? FROM json_each(?)')
      .bind(documentId, JSON.stringify(hashes)),
  ];
}

/** Documents that share sampled shingles with a text, and how many, most first. */
export async function loadSharingShingles(
  db: D1Database,
  hashes: readonly number[],
): Promise<{ document_id: string; shared: number; size: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT s.document_id, COUNT(*) AS shared, (SELECT COUNT(*) FROM shingle AS t WHERE t.document_id = s.document_id) AS size
       FROM shingle AS s WHERE s.hash IN (SELECT value FROM json_each(?))
       GROUP BY s.document_id ORDER BY shared DESC, s.document_id LIMIT 20`,
    )
    .bind(JSON.stringify(hashes))
    .all<{ document_id: string; shared: number; size: number }>();
  return results;
}

/** The same for a stored document: `own` is the size of its own sample. */
export async function loadNear(
  db: D1Database,
  documentId: string,
): Promise<{ document_id: string; shared: number; size: number; own: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT t.document_id, COUNT(*) AS shared,
              (SELECT COUNT(*) FROM shingle AS u WHERE u.document_id = t.document_id) AS size,
              (SELECT COUNT(*) FROM shingle AS v WHERE v.document_id = ?1) AS own
       FROM shingle AS s JOIN shingle AS t ON t.hash = s.hash AND t.document_id <> s.document_id
       WHERE s.document_id = ?1
       GROUP BY t.document_id ORDER BY shared DESC, t.document_id LIMIT 20`,
    )
    .bind(documentId)
    .all<{ document_id: string; shared: number; size: number; own: number }>();
  return results;
}
