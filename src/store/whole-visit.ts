import { FIRST_UNDATED_PLACE } from '../model/order.ts';
import { DamagedEntry } from './damage.ts';
import type { EntryRow } from './published.ts';
import type { Reader } from './reader.ts';

export interface WholeVisit {
  revision: number;
  visit: EntryRow | null;
  /** Bodies, the earliest first, undated ones last. */
  engagements: string[];
  quotes: string[];
  figures: string[];
  documents: string[];
}

const PARTS = ['engagement', 'quote', 'figure'] as const;

/** A visit with everything that carries its key, in one trip. */
export async function readWholeVisit(db: Reader, id: string): Promise<WholeVisit> {
  const { damaged } = db;
  const [visits, ...parts] = await db.batch([
    {
      sql: `SELECT 'revision' AS status, NULL AS replaced_by, CAST(value AS TEXT) AS body
            FROM counter WHERE name = 'revision'
            UNION ALL SELECT status, replaced_by, body FROM visit WHERE id = ?1`,
      binds: [id],
    },
    ...PARTS.map((noun) => ({
      sql: `SELECT rowid AS ord, body FROM ${noun}_index
            WHERE ${noun}_index MATCH ?1 AND rowid > 0`,
      binds: [`keys : "visit:${id}"`],
    })),
    // Whatever tells of it tells of the trip itself or of an engagement on it. Ordered below: an ORDER BY here, or a
    // bare condition on `ord`, would have SQLite walk all documents by place.
    {
      sql: `SELECT ord, body FROM document WHERE +ord > 0 AND id IN (
              SELECT s.value ->> 'document' FROM visit AS v, json_each(v.body, '$.sources') AS s WHERE v.id = ?1
              UNION
              SELECT s.value ->> 'document' FROM engagement_index AS e, json_each(e.body, '$.sources') AS s
              WHERE e.engagement_index MATCH ?2 AND e.rowid > 0
            )`,
      binds: [id, `keys : "visit:${id}"`],
    },
  ]);
  const [revision, visit] = (visits ?? []) as EntryRow[];
  if (visit === undefined && db.damaged > damaged && (await isOnRecord(db, id)))
    throw new DamagedEntry('visit', id);
  const [engagements = [], quotes = [], figures = [], documents = []] = parts.map((rows) =>
    undatedLast(rows as { ord: number; body: string }[]),
  );
  return {
    revision: Number(revision?.body ?? 0),
    visit: visit ?? null,
    engagements,
    quotes,
    figures,
    documents,
  };
}

function undatedLast(rows: readonly { ord: number; body: string }[]): string[] {
  const sorted = rows.toSorted((a, b) => b.ord - a.ord);
  const dated = sorted.filter(({ ord }) => ord < FIRST_UNDATED_PLACE);
  const undated = sorted.filter(({ ord }) => ord >= FIRST_UNDATED_PLACE);
  return [...dated, ...undated].map(({ body }) => body);
}

async function isOnRecord(db: Reader, id: string): Promise<boolean> {
  return (await db.all({ sql: 'SELECT 1 FROM visit WHERE id = ?1', binds: [id] })).length > 0;
}
