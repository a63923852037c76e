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

  async all<Row>({ sql, binds }: Statement): Promise<Row[]> {
    const result = await this.#session
      .prepare(sql)
      .bind(...binds)
      .all<Row>();
    this.trips++;
    this.#count(result.meta);
    return result.results;
  }

  /** Several statements in one trip, all seeing the same state. */
  async batch(statements: readonly Statement[]): Promise<unknown[][]> {
    const results = await this.#session.batch(
      statements.map(({ sql, binds }) => this.#session.prepare(sql).bind(...binds)),
    );
    this.trips++;
    for (const { meta } of results) this.#count(meta);
    return results.map(({ results: rows }) => rows);
  }

  #count(meta: D1Meta): void {
    this.rows += meta.rows_read;
    this.ms += meta.duration;
  }
}
