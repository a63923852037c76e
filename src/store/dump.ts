/** Rows of every table as they are, for dumping and restoring: the only statements that know no table by name. */

/** A table as it is read: by its primary key, in order. */
export interface Table {
  name: string;
  columns: readonly string[];
  key: readonly string[];
}

/** A value of a row as JSON has it. */
export type Value = string | number | null;

/** Filled by triggers, passing, or made anew when they are needed. */
const LEFT_OUT = new Set(
  ['write_guard', 'word', 'letter', 'subscription_request', 'mail_cap', 'mail_pause', 'dead_letter'].concat([
    'turned_away',
    'd1_migrations',
    // What is known of files that lie elsewhere: where they do not, it would be wrong.
    ...['data_snapshot', 'data_part', 'data_file', 'data_purged', 'data_gone'],
  ]),
);

/** Rows of these may be there before a dump is put back (made by migrations, triggers or the clock): the dump's count. */
const REPLACED = new Set(['counter', 'moment', 'ledger', 'source', 'tally']);

/** Rows and bytes of one chunk at most, but for a single row that is larger. */
const MOST_ROWS = 500;
const MOST_BYTES = 250_000;
/** What may be bound to one statement is 2 MB; a JSON text may be twice as long as what it holds. */
const MOST_BOUND = 900_000;

/** Every table there is to dump. */
export async function loadTables(db: D1Database): Promise<Table[]> {
  const { results } = await db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all<{ name: string }>();
  const names = results.map(({ name }) => name).filter((name) => !LEFT_OUT.has(name));
  const columns = await db.batch<{ name: string; pk: number }>(
    names.map((name) => db.prepare(`SELECT name, pk FROM pragma_table_info(?)`).bind(name)),
  );
  return names.map((name, n) => {
    const all = columns[n]!.results;
    const key = all.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
    if (key.length === 0) throw new Error(`${name} has no primary key to be dumped by`);
    return { name, columns: all.map((it) => it.name), key: key.map((it) => it.name) };
  });
}

/** The next rows of a table after a key, in the order of its columns; `last`: the key to go on after, null at the end. */
export async function loadChunk(
  db: D1Database,
  { name, columns, key }: Table,
  after: readonly Value[] | null,
): Promise<{ rows: Value[][]; last: Value[] | null }> {
  const keys = key.map(quoted).join(', ');
  const bytes = columns.map((it) => `coalesce(octet_length(${quoted(it)}), 0)`).join(' + ');
  const beyond = after === null ? '' : `WHERE (${keys}) > (${after.map(() => '?').join(', ')})`;
  const ordered = (what: string, limit: string) =>
    db
      .prepare(`SELECT ${what} FROM ${quoted(name)} ${beyond} ORDER BY ${keys} LIMIT ${limit}`)
      .bind(...(after ?? []));
  const sizes = await ordered(`${bytes} AS bytes`, String(MOST_ROWS)).all<{ bytes: number }>();
  let count = 0;
  for (let sum = 0; count < sizes.results.length; count++) {
    sum += sizes.results[count]!.bytes;
    if (count > 0 && sum > MOST_BYTES) break;
  }
  if (count === 0) return { rows: [], last: null };
  const { results } = await ordered(columns.map(quoted).join(', '), String(count)).all<
    Record<string, Value>
  >();
  const last = results.at(-1)!;
  const more = count < sizes.results.length || sizes.results.length === MOST_ROWS;
  return {
    rows: results.map((row) => columns.map((column) => row[column] ?? null)),
    last: more ? key.map((column) => last[column] ?? null) : null,
  };
}

/** Puts rows back. Done twice, it does no more than once. */
export function insertRows(
  db: D1Database,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): D1PreparedStatement[] {
  const replaced = REPLACED.has(table);
  const into = `INSERT ${replaced ? 'OR REPLACE ' : ''}INTO ${quoted(table)} (${columns.map(quoted).join(', ')})`;
  const unless = replaced ? '' : 'ON CONFLICT DO NOTHING';
  const json = JSON.stringify(rows);
  if (json.length <= MOST_BOUND)
    return [
      db
        .prepare(
          `${into} SELECT ${columns.map((_, n) => `value ->> ${n}`).join(', ')} FROM json_each(?) WHERE true ${unless}`,
        )
        .bind(json),
    ];
  return rows.map((row) =>
    db.prepare(`${into} VALUES (${columns.map(() => '?').join(', ')}) ${unless}`).bind(...row),
  );
}

/** A name in a statement; names come from the database itself, or are refused. */
function quoted(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new RangeError(`${name} is no name of a table or column`);
  return `"${name}"`;
}

/** Names of the migrations that were applied, in order. */
export async function loadMigrations(db: D1Database): Promise<string[]> {
  const { results } = await db
    .prepare('SELECT name FROM d1_migrations ORDER BY name')
    .all<{ name: string }>();
  return results.map(({ name }) => name);
}

/** The highest number each table has ever given a row; rows that are gone count. */
export async function loadNumbers(db: D1Database): Promise<Record<string, number>> {
  const { results } = await db
    .prepare('SELECT name, seq FROM sqlite_sequence ORDER BY name')
    .all<{ name: string; seq: number }>();
  return Object.fromEntries(
    results.filter(({ name }) => NUMBERED.includes(name)).map(({ name, seq }) => [name, seq]),
  );
}
/** Their numbers stand in links, queues or the providers' books, so none is ever given to another row. */
const NUMBERED = ['subscriber', 'subscription_request', 'delivery'];

/** From now on rows are numbered from above `floor`. */
export const raiseNumbers = (db: D1Database, table: string, floor: number): D1PreparedStatement[] => {
  if (!NUMBERED.includes(table)) throw new RangeError(`${table} numbers no rows`);
  return [
    db.prepare('DELETE FROM sqlite_sequence WHERE name = ? AND seq < ?').bind(table, floor),
    db
      .prepare(
        'INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)',
      )
      .bind(table, floor),
  ];
};

/** Of what there must be nothing where a dump is put back: the first that there is. */
export async function firstInTheWay(db: D1Database): Promise<string | null> {
  for (const table of ['ledger', 'document_revision', 'digest', 'subscriber', 'hide'])
    if ((await db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).first()) !== null) return table;
  return null;
}

export const countRows = async (db: D1Database, table: string): Promise<number> =>
  (await db.prepare(`SELECT count(*) AS n FROM ${quoted(table)}`).first<number>('n')) ?? 0;
