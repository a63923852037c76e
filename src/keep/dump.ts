import { loadChunk, loadMigrations, loadNumbers, loadTables, type Table, type Value } from '../store/dump.ts';
import { isRestoring } from '../store/restoring.ts';
import { readRevision } from '../store/writing.ts';
import { seal } from './seal.ts';

/**
 * What may lie around unsealed: the record, and what it was made from. Anything else (subscribers, reports, tokens, secrets
 * of webhooks, tables that come some day) is sealed.
 */
const OPEN = new Set([
  ...['ledger', 'counter', 'moment', 'revision', 'overlay', 'hide', 'act_document', 'correction', 'digest'],
  ...['document_revision', 'extraction', 'extraction_part', 'rereading', 'shingle', 'tally', 'idempotency'],
  ...['document', 'person', 'place', 'visit', 'engagement', 'quote', 'figure', 'engagement_block'],
  ...['person_source', 'visit_source', 'engagement_source', 'quote_source', 'figure_source'],
  ...['source', 'source_item', 'source_edit', 'source_host'],
]);
export const isSealed = (table: string): boolean => !OPEN.has(table);

/** One chunk of a table, as one line of its file. */
export interface Chunk {
  columns: readonly string[];
  rows: readonly (readonly Value[])[];
}

export interface DumpSlice {
  /** The revision the record stood at. */
  revision: number;
  /** In the first slice: what a database must be like to take this dump, and the numbers it has given. */
  about: { migrations: string[]; numbers: Record<string, number> } | null;
  table: string;
  sealed: boolean;
  rows: number;
  /** A line of the table's file: a chunk as JSON, or sealed. Empty where the table has no rows. */
  line: string;
  next: string | null;
}

/** While a dump is put back there is nothing whole to dump. */
export class BeingRestored extends Error {}

/**
 * The ledger first and the counters last: whatever comes while the rest is read is then missing in the ledger rather than
 * claimed by it, and a rebuild adds it.
 */
const place = ({ name }: Table) => (name === 'ledger' ? 0 : name === 'counter' || name === 'moment' ? 2 : 1);

/**
 * Reads the next rows. `key`: what is not for everybody's eyes is sealed with it; null leaves that out. `iv`: twelve bytes
 * that were never used before.
 *
 * @throws RangeError for a cursor that no slice gave
 */
export async function dumpSlice(
  db: D1Database,
  cursor: string | null,
  key: CryptoKey | null,
  iv: Uint8Array,
): Promise<DumpSlice> {
  if (await isRestoring(db)) throw new BeingRestored('a dump is being put back');
  const { value: revision } = await readRevision(db);
  const all = (await loadTables(db)).filter(({ name }) => key !== null || !isSealed(name));
  const tables = all.toSorted((a, b) => place(a) - place(b));
  const { name, after } = fromCursor(cursor) ?? { name: tables[0]!.name, after: null };
  const at = tables.findIndex((it) => it.name === name);
  const table = tables[at];
  if (table === undefined) throw new RangeError('no slice of a dump gave this cursor');
  const { rows, last } = await loadChunk(db, table, after);
  const chunk = JSON.stringify({ columns: table.columns, rows } satisfies Chunk);
  const sealed = isSealed(name);
  const following = last === null ? tables[at + 1]?.name : name;
  return {
    revision,
    about: cursor === null ? { migrations: await loadMigrations(db), numbers: await loadNumbers(db) } : null,
    table: name,
    sealed,
    rows: rows.length,
    line: rows.length === 0 ? '' : sealed ? await seal(key!, name, chunk, iv) : chunk,
    next: following === undefined ? null : JSON.stringify([following, last]),
  };
}

function fromCursor(cursor: string | null): { name: string; after: Value[] | null } | null {
  if (cursor === null) return null;
  try {
    const [name, after] = JSON.parse(cursor) as [unknown, unknown];
    const isKey =
      after === null ||
      (Array.isArray(after) && after.every((it) => typeof it === 'string' || typeof it === 'number'));
    if (typeof name === 'string' && isKey) return { name, after: after as Value[] | null };
  } catch {}
  throw new RangeError('no slice of a dump gave this cursor');
}
