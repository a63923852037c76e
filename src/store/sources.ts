import type {
  DocumentSources,
  EngagementSource,
  FigureSource,
  PersonSource,
  QuoteSourceRow,
  SourceKey,
  VisitSource,
} from '../model/source.ts';
import { chunked } from './chunks.ts';

/** Each `found` column holds the whole source as JSON; the other columns are what it is looked up by. */
type Row = { found: string };
const parse = <T>(rows: Row[]): T[] =>
  rows.flatMap((row) => {
    try {
      return [JSON.parse(row.found) as T];
    } catch {
      console.error(`what a document says is damaged and left out: ${String(row.found).slice(0, 80)}`);
      return [];
    }
  });
const list = (values: Iterable<string>) => JSON.stringify([...new Set(values)]);

const byDocuments = (db: D1Database, table: string, ids: string) =>
  db.prepare(`SELECT found FROM ${table} WHERE document_id IN (SELECT value FROM json_each(?))`).bind(ids);

/** All that these documents contribute to the record today; documents that contribute nothing are absent. */
export async function loadDocumentSources(
  db: D1Database,
  documentIds: Iterable<string>,
): Promise<Map<string, DocumentSources>> {
  const ids = list(documentIds);
  const [people, visits, engagements, quotes, figures] = await db.batch<Row>([
    byDocuments(db, 'person_source', ids),
    byDocuments(db, 'visit_source', ids),
    byDocuments(db, 'engagement_source', ids),
    byDocuments(db, 'quote_source', ids),
    byDocuments(db, 'figure_source', ids),
  ]);
  const found = new Map<string, DocumentSources>();
  const of = (id: string) => {
    const known = found.get(id);
    if (known !== undefined) return known;
    const fresh: DocumentSources = {
      document_id: id,
      people: [],
      visits: [],
      engagements: [],
      quotes: [],
      figures: [],
    };
    found.set(id, fresh);
    return fresh;
  };
  for (const it of parse<PersonSource>(people!.results)) of(it.document_id).people.push(it);
  for (const it of parse<VisitSource>(visits!.results)) of(it.document_id).visits.push(it);
  for (const it of parse<EngagementSource>(engagements!.results)) of(it.document_id).engagements.push(it);
  for (const it of parse<QuoteSourceRow>(quotes!.results)) of(it.document_id).quotes.push(it);
  for (const it of parse<FigureSource>(figures!.results)) of(it.document_id).figures.push(it);
  return found;
}

async function loadBy<T>(db: D1Database, sql: string, values: Iterable<string>): Promise<T[]> {
  const wanted = [...new Set(values)];
  if (wanted.length === 0) return [];
  return parse<T>((await db.prepare(sql).bind(JSON.stringify(wanted)).all<Row>()).results);
}

/** Everybody of these surnames whom the register does not know: only they depend on other documents for who they are. */
export const loadUnregisteredPeople = (db: D1Database, surnames: Iterable<string>) =>
  loadBy<PersonSource>(
    db,
    'SELECT found FROM person_source WHERE surname IN (SELECT value FROM json_each(?)) AND registered = 0',
    surnames,
  );

/** What documents say of people the register does not know. */
export const loadUnregisteredPeopleById = (db: D1Database, personIds: Iterable<string>) =>
  loadBy<PersonSource>(
    db,
    'SELECT found FROM person_source WHERE person_id IN (SELECT value FROM json_each(?)) AND registered = 0',
    personIds,
  );

/** What the register of office-holders has of these people: one claim of each whom it knows. */
export async function loadRegisteredPeopleById(
  db: D1Database,
  personIds: Iterable<string>,
): Promise<PersonSource[]> {
  const { results } = await db
    .prepare(
      `SELECT (SELECT found FROM person_source AS p WHERE p.person_id = w.value AND p.registered = 1 LIMIT 1) AS found
       FROM json_each(?) AS w`,
    )
    .bind(list(personIds))
    .all<{ found: string | null }>();
  return parse<PersonSource>(results.filter((row): row is Row => row.found !== null));
}

/** Which of these people are named by a document that is not among the given ones. */
export async function loadClaimed(
  db: D1Database,
  personIds: Iterable<string>,
  except: Iterable<string>,
): Promise<Set<string>> {
  const { results } = await db
    .prepare(
      `SELECT w.value AS id FROM json_each(?) AS w WHERE EXISTS (
         SELECT 1 FROM person_source AS p
         WHERE p.person_id = w.value AND p.document_id NOT IN (SELECT value FROM json_each(?)))`,
    )
    .bind(list(personIds), list(except))
    .all<{ id: string }>();
  return new Set(results.map((row) => row.id));
}

export const loadVisitSourcesByScope = (db: D1Database, scopes: Iterable<string>) =>
  loadBy<VisitSource>(
    db,
    'SELECT found FROM visit_source WHERE scope IN (SELECT value FROM json_each(?))',
    scopes,
  );

export const loadVisitSourcesByDocument = (db: D1Database, documentIds: Iterable<string>) =>
  loadBy<VisitSource>(
    db,
    'SELECT found FROM visit_source WHERE document_id IN (SELECT value FROM json_each(?))',
    documentIds,
  );

export const loadEngagementSourcesById = (db: D1Database, ids: Iterable<string>) =>
  loadBy<EngagementSource>(
    db,
    'SELECT found FROM engagement_source WHERE engagement_id IN (SELECT value FROM json_each(?))',
    ids,
  );

export const loadEngagementSourcesByDocument = (db: D1Database, documentIds: Iterable<string>) =>
  loadBy<EngagementSource>(
    db,
    'SELECT found FROM engagement_source WHERE document_id IN (SELECT value FROM json_each(?))',
    documentIds,
  );

export const loadEngagementSourcesByBlock = (db: D1Database, blocks: Iterable<string>) =>
  loadBy<EngagementSource>(
    db,
    `SELECT DISTINCT e.found FROM engagement_block AS b
     JOIN engagement_source AS e ON e.document_id = b.document_id AND e.n = b.n
     WHERE b.block IN (SELECT value FROM json_each(?))`,
    blocks,
  );

export const loadQuoteSourcesById = (db: D1Database, ids: Iterable<string>) =>
  loadBy<QuoteSourceRow>(
    db,
    'SELECT found FROM quote_source WHERE quote_id IN (SELECT value FROM json_each(?))',
    ids,
  );

export const loadFigureSourcesById = (db: D1Database, ids: Iterable<string>) =>
  loadBy<FigureSource>(
    db,
    'SELECT found FROM figure_source WHERE figure_id IN (SELECT value FROM json_each(?))',
    ids,
  );

/** The quotes and figures of one document that stand at one of these engagements of it. */
export async function loadSaidAt(
  db: D1Database,
  engagements: readonly SourceKey[],
): Promise<{ quotes: QuoteSourceRow[]; figures: FigureSource[] }> {
  if (engagements.length === 0) return { quotes: [], figures: [] };
  const wanted = JSON.stringify(engagements.map(({ document_id, n }) => [document_id, n]));
  const at = (table: string) =>
    db
      .prepare(
        `SELECT s.found FROM json_each(?) AS w
         JOIN ${table} AS s ON s.document_id = w.value ->> 0 AND s.engagement_n = w.value ->> 1`,
      )
      .bind(wanted);
  const [quotes, figures] = await db.batch<Row>([at('quote_source'), at('figure_source')]);
  return { quotes: parse(quotes!.results), figures: parse(figures!.results) };
}

const TABLES = [
  'person_source',
  'visit_source',
  'engagement_source',
  'engagement_block',
  'quote_source',
  'figure_source',
] as const;

/** Takes back all that these documents contribute. */
export function deleteSources(db: D1Database, documentIds: readonly string[]): D1PreparedStatement[] {
  const ids = JSON.stringify(documentIds);
  return TABLES.map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE document_id IN (SELECT value FROM json_each(?))`).bind(ids),
  );
}

/** Writes what a document contributes. `blocksOf` names the blocks an engagement is found by. */
export function insertSources(
  db: D1Database,
  sources: DocumentSources,
  blocksOf: (source: EngagementSource) => string[],
): D1PreparedStatement[] {
  const insert = (sql: string, rows: unknown[]) => chunked(rows).map((chunk) => db.prepare(sql).bind(chunk));
  const found = (it: object) => JSON.stringify(it);
  return [
    ...insert(
      `INSERT INTO person_source (document_id, kind, name, surname, registered, person_id, alone_id, found)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7 FROM json_each(?)`,
      sources.people.map((it) => [
        it.document_id,
        it.kind,
        it.name,
        it.surname,
        it.registered ? 1 : 0,
        it.person_id,
        it.alone_id,
        found(it),
      ]),
    ),
    ...insert(
      `INSERT INTO visit_source (document_id, n, visit_id, alone_id, scope, found)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)`,
      sources.visits.map((it) => [it.document_id, it.n, it.visit_id, it.alone_id, it.scope, found(it)]),
    ),
    ...insert(
      `INSERT INTO engagement_source (document_id, n, engagement_id, alone_id, visit_n, found)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)`,
      sources.engagements.map((it) => [
        it.document_id,
        it.n,
        it.engagement_id,
        it.alone_id,
        it.visit_n,
        found(it),
      ]),
    ),
    ...insert(
      `INSERT INTO engagement_block (block, document_id, n)
       SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
      sources.engagements.flatMap((it) => blocksOf(it).map((block) => [block, it.document_id, it.n])),
    ),
    ...insert(
      `INSERT INTO quote_source (document_id, n, quote_id, alone_id, engagement_n, start, end, byte_start, byte_end, text, found)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
              value ->> 9, value ->> 10 FROM json_each(?)`,
      sources.quotes.map((it) => [
        it.document_id,
        it.n,
        it.quote_id,
        it.alone_id,
        it.engagement_n,
        it.start,
        it.end,
        it.byte_start,
        it.byte_end,
        it.text,
        found(it),
      ]),
    ),
    ...insert(
      `INSERT INTO figure_source (document_id, n, figure_id, alone_id, engagement_n, found)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)`,
      sources.figures.map((it) => [
        it.document_id,
        it.n,
        it.figure_id,
        it.alone_id,
        it.engagement_n,
        found(it),
      ]),
    ),
  ];
}

/** Notes that sources of documents which are otherwise unchanged belong to another visit now. */
export function moveVisitSources(db: D1Database, moved: readonly VisitSource[]): D1PreparedStatement[] {
  return chunked(moved.map((it) => [it.document_id, it.n, it.visit_id, JSON.stringify(it)])).map((chunk) =>
    db
      .prepare(
        `UPDATE visit_source SET visit_id = m.value ->> 2, found = m.value ->> 3 FROM json_each(?) AS m
         WHERE visit_source.document_id = m.value ->> 0 AND visit_source.n = m.value ->> 1`,
      )
      .bind(chunk),
  );
}

/** The same for engagements. */
export function moveEngagementSources(
  db: D1Database,
  moved: readonly EngagementSource[],
): D1PreparedStatement[] {
  return chunked(moved.map((it) => [it.document_id, it.n, it.engagement_id, JSON.stringify(it)])).map(
    (chunk) =>
      db
        .prepare(
          `UPDATE engagement_source SET engagement_id = m.value ->> 2, found = m.value ->> 3 FROM json_each(?) AS m
         WHERE engagement_source.document_id = m.value ->> 0 AND engagement_source.n = m.value ->> 1`,
        )
        .bind(chunk),
  );
}
