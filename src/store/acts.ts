import type { Noun } from '../model/record.ts';

/** What a person laid over what was read: `value` (JSON) in `field` of an entry. */
export interface Overlay {
  id: string;
  noun: Noun;
  entry: string;
  field: string;
  value: string;
  reason: string;
  made_by: string;
  at: string;
}
export type Hide = Omit<Overlay, 'field' | 'value'>;

/** Everything that persons have laid over the record, or taken down, and not taken back; one trip. */
export async function loadActs(db: D1Database): Promise<{ overlays: Overlay[]; hides: Hide[] }> {
  const [overlays, hides] = await db.batch([
    db.prepare(
      'SELECT id, noun, entry, field, value, reason, made_by, at FROM overlay WHERE ended_at IS NULL ORDER BY at, id',
    ),
    db.prepare('SELECT id, noun, entry, reason, made_by, at FROM hide WHERE ended_at IS NULL'),
  ]);
  return { overlays: overlays!.results as Overlay[], hides: hides!.results as Hide[] };
}

export const isHidden = async (db: D1Database, id: string): Promise<boolean> =>
  (await db.prepare('SELECT 1 FROM hide WHERE entry = ? AND ended_at IS NULL').bind(id).first()) !== null;

/** Lays it over; what lay there before under the same field ends. */
export const insertOverlay = (db: D1Database, it: Overlay): D1PreparedStatement[] => [
  db
    .prepare(
      'UPDATE overlay SET ended_at = ? WHERE noun = ? AND entry = ? AND field = ? AND ended_at IS NULL',
    )
    .bind(it.at, it.noun, it.entry, it.field),
  db
    .prepare(
      'INSERT INTO overlay (id, noun, entry, field, value, reason, made_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .bind(it.id, it.noun, it.entry, it.field, it.value, it.reason, it.made_by, it.at),
];

export const insertHide = (db: D1Database, it: Hide): D1PreparedStatement =>
  db
    .prepare('INSERT INTO hide (id, noun, entry, reason, made_by, at) VALUES (?, ?, ?, ?, ?, ?)')
    .bind(it.id, it.noun, it.entry, it.reason, it.made_by, it.at);

/** Takes an act back. Gives the entry it was about, or null if there is no such act. */
export async function endAct(
  db: D1Database,
  id: string,
  at: string,
): Promise<{ noun: Noun; entry: string } | null> {
  const [overlay, hide] = await db.batch<{ noun: Noun; entry: string }>(
    ['overlay', 'hide'].map((table) =>
      db
        .prepare(`UPDATE ${table} SET ended_at = ? WHERE id = ? AND ended_at IS NULL RETURNING noun, entry`)
        .bind(at, id),
    ),
  );
  return overlay!.results[0] ?? hide!.results[0] ?? null;
}

/** Which act a correction stands for; null if it is none of a person's. */
export const actOf = async (db: D1Database, correction: string): Promise<string | null> =>
  (
    await db
      .prepare('SELECT overlay FROM correction WHERE id = ?')
      .bind(correction)
      .first<{ overlay: string | null }>()
  )?.overlay ?? null;

/** The corrections that an act made. */
export async function correctionsOfAct(db: D1Database, act: string): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT id FROM correction WHERE overlay = ? ORDER BY id')
    .bind(act)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

export const insertActDocuments = (
  db: D1Database,
  act: string,
  documents: readonly string[],
): D1PreparedStatement =>
  db
    .prepare(
      'INSERT INTO act_document (act, document_id) SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING',
    )
    .bind(act, JSON.stringify(documents));

/** Notes that a document tells of something hidden, so that it is derived anew when that is taken back. */
export const noteHidden = (db: D1Database, entry: string, documentId: string): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO act_document (act, document_id) SELECT id, ?2 FROM hide WHERE entry = ?1 AND ended_at IS NULL
       ON CONFLICT DO NOTHING`,
    )
    .bind(entry, documentId);

export async function documentsOfAct(db: D1Database, act: string): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT document_id FROM act_document WHERE act = ? ORDER BY document_id')
    .bind(act)
    .all<{ document_id: string }>();
  return results.map(({ document_id }) => document_id);
}

/** How many things that are hidden a document tells of. */
export const countHiddenIn = async (db: D1Database, documentId: string): Promise<number> =>
  (await db
    .prepare(
      `SELECT count(*) AS n FROM act_document JOIN hide ON hide.id = act
       WHERE document_id = ? AND ended_at IS NULL`,
    )
    .bind(documentId)
    .first<number>('n')) ?? 0;

const SOURCES: Partial<Record<Noun, readonly [table: string, column: string]>> = {
  quote: ['quote_source', 'quote_id'],
  figure: ['figure_source', 'figure_id'],
  visit: ['visit_source', 'visit_id'],
  engagement: ['engagement_source', 'engagement_id'],
  person: ['person_source', 'person_id'],
};

/** Ids of documents that tell of an entry. */
export async function documentsOf(db: D1Database, noun: Noun, id: string, limit: number): Promise<string[]> {
  if (noun === 'document') return [id];
  const [table, column] = SOURCES[noun] ?? [];
  if (table === undefined) return [];
  const { results } = await db
    .prepare(`SELECT DISTINCT document_id FROM ${table} WHERE ${column} = ? ORDER BY document_id LIMIT ?`)
    .bind(id, limit)
    .all<{ document_id: string }>();
  return results.map(({ document_id }) => document_id);
}

/** Issues that tell of an entry, whole. */
export async function issuesTelling(db: D1Database, id: string): Promise<{ id: string; body: string }[]> {
  const { results } = await db
    .prepare('SELECT id, body FROM digest WHERE instr(body, ?) > 0 OR instr(entries, ?) > 0')
    .bind(`"${id}"`, `"${id}"`)
    .all<{ id: string; body: string }>();
  return results;
}

/** Writes an issue anew without what is hidden. Its entries stay listed by id, so that nobody is told of them again. */
export const rewriteIssue = (
  db: D1Database,
  it: { id: string; title: string; body: string },
): D1PreparedStatement =>
  db.prepare('UPDATE digest SET title = ?, body = ? WHERE id = ?').bind(it.title, it.body, it.id);

export interface ReportRow {
  id: string;
  entry: string;
  text: string;
  email: string | null;
  at: string;
}
/** Keeps a report unless `most` came since `since`; false if so many did. */
export async function insertReport(
  db: D1Database,
  it: ReportRow,
  since: string,
  most: number,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO report (id, entry, text, email, at) SELECT ?, ?, ?, ?, ?
       WHERE (SELECT count(*) FROM report WHERE at >= ?) < ? ON CONFLICT DO NOTHING`,
    )
    .bind(it.id, it.entry, it.text, it.email, it.at, since, most)
    .run();
  return meta.changes > 0;
}
export async function loadReports(db: D1Database, limit: number): Promise<ReportRow[]> {
  const { results } = await db
    .prepare('SELECT id, entry, text, email, at FROM report ORDER BY at DESC, id LIMIT ?')
    .bind(limit)
    .all<ReportRow>();
  return results;
}
