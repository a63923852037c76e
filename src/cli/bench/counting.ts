/** A database that counts what is asked of it: statements, trips, rows, and what was bound. `bytes`: how large it is now. */
export class CountingDatabase {
  readonly counts = {
    statements: 0,
    trips: 0,
    rows_read: 0,
    rows_written: 0,
    largest_bind: 0,
    bound: 0,
    bytes: 0,
  };
  readonly byStatement = new Map<string, number>();
  readonly asD1: D1Database;

  constructor(db: D1Database) {
    const unwrap = new WeakMap<object, D1PreparedStatement>();
    const note = (results: D1Result<unknown>[]) => {
      this.counts.trips++;
      for (const { meta } of results) {
        this.counts.statements++;
        this.counts.rows_read += meta?.rows_read ?? 0;
        this.counts.rows_written += meta?.rows_written ?? 0;
        this.counts.bytes = meta?.size_after ?? this.counts.bytes;
      }
    };
    const wrap = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
      const wrapped = {
        bind: (...values: unknown[]) => {
          for (const value of values)
            if (typeof value === 'string') {
              this.counts.largest_bind = Math.max(this.counts.largest_bind, value.length);
              this.counts.bound += value.length;
            }
          return wrap(sql, statement.bind(...values));
        },
        all: async () => {
          this.#name(sql);
          const result = await statement.all();
          note([result]);
          return result;
        },
        run: async () => {
          this.#name(sql);
          const result = await statement.run();
          note([result]);
          return result;
        },
        first: async (column?: string) => {
          this.#name(sql);
          const result = await statement.all<Record<string, unknown>>();
          note([result]);
          const row = result.results[0] ?? null;
          return column === undefined || row === null ? row : row[column];
        },
        sql,
      } as unknown as D1PreparedStatement;
      unwrap.set(wrapped, statement);
      return wrapped;
    };
    this.asD1 = {
      prepare: (sql: string) => wrap(sql, db.prepare(sql)),
      batch: async (statements: D1PreparedStatement[]) => {
        for (const it of statements) this.#name((it as unknown as { sql: string }).sql);
        const results = await db.batch(statements.map((it) => unwrap.get(it)!));
        note(results);
        return results;
      },
    } as unknown as D1Database;
  }

  #name(sql: string): void {
    const short = sql.replaceAll(/\s+/g, ' ').slice(0, 70);
    this.byStatement.set(short, (this.byStatement.get(short) ?? 0) + 1);
  }
}
