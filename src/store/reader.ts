import { carefully, isMalformedJson, tableOf, withoutDamaged } from './damage.ts';

/** A statement with what is bound to it. */
export interface Statement {
  sql: string;
  binds: readonly (string | number | null)[];
}

/**
 * Reads for one request, and counts what they cost: round trips, rows read and milliseconds of the database.
 * A session keeps later reads of the request at least as new as earlier ones.
 */
export class Reader {
  trips = 0;
  rows = 0;
  ms = 0;
  /** Rows that were left out because they are damaged. */
  damaged = 0;
  /** Size of the database, as the last answer told it. */
  bytes = 0;
  readonly #session: D1DatabaseSession;

  /** Whether the primary answers the first read. */
  readonly fromPrimary: boolean;

  /** `bookmark`: how new the first read must be, as D1 names it; the primary is as new as can be. */
  constructor(db: D1Database, bookmark: string = 'first-primary') {
    this.#session = db.withSession(bookmark);
    this.fromPrimary = bookmark === 'first-primary';
  }

  /** Where the database stood at the last read, for later sessions; null before the first. */
  get bookmark(): string | null {
    return this.#session.getBookmark();
  }

  async all<Row>(statement: Statement): Promise<Row[]> {
    const { results, meta } = await again([statement], ([it]) =>
      this.#session
        .prepare(it!.sql)
        .bind(...it!.binds)
        .all<Row>(),
    );
    this.trips++;
    this.#count(meta);
    return this.#sound(statement, results);
  }

  /** Several statements in one trip, all seeing the same state. */
  async batch(statements: readonly Statement[]): Promise<unknown[][]> {
    const run = (all: readonly Statement[]) =>
      this.#session.batch(all.map(({ sql, binds }) => this.#session.prepare(sql).bind(...binds)));
    const results = await again(statements, run);
    this.trips++;
    for (const { meta } of results) this.#count(meta);
    return results.map(({ results: rows }, at) => this.#sound(statements[at]!, rows));
  }

  #sound<Row>({ sql }: Statement, rows: Row[]): Row[] {
    const sound = withoutDamaged(rows, tableOf(sql));
    this.damaged += rows.length - sound.length;
    return sound;
  }

  #count(meta: D1Meta): void {
    this.rows += meta.rows_read;
    this.ms += meta.duration;
    this.bytes = meta.size_after;
  }
}

/** Runs statements again, carefully, if JSON that they take apart is damaged. */
async function again<T>(
  statements: readonly Statement[],
  run: (statements: readonly Statement[]) => Promise<T>,
): Promise<T> {
  try {
    return await run(statements);
  } catch (error) {
    if (!isMalformedJson(error)) throw error;
    return run(statements.map(({ sql, binds }) => ({ sql: carefully(sql), binds })));
  }
}
