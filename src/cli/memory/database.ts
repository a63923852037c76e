import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

const MIGRATIONS = join(import.meta.dirname, '../../../migrations');

/**
 * A database in memory that is asked as D1 is, migrated and empty: to post hundreds of documents within seconds where
 * a measure needs the whole record. The same SQLite answers the same statements; what D1 adds are limits and a
 * network, which the tests in the real runtime hold.
 */
export function memoryDatabase(): D1Database {
  const database = new DatabaseSync(':memory:');
  for (const file of readdirSync(MIGRATIONS).sort()) {
    database.exec(readFileSync(join(MIGRATIONS, file), 'utf8'));
  }
  const prepared = new Map<string, StatementSync>();
  const statementOf = (sql: string): StatementSync => {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = database.prepare(sql);
      prepared.set(sql, statement);
    }
    return statement;
  };
  return new MemoryDatabase(database, statementOf) as unknown as D1Database;
}

interface Result {
  success: true;
  results: unknown[];
  meta: { changes: number; duration: number; rows_read: number; rows_written: number; last_row_id: number };
}

type StatementOf = (sql: string) => StatementSync;

const asNumber = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

class MemoryStatement {
  readonly #statementOf: StatementOf;
  readonly #sql: string;
  readonly #values: SQLInputValue[];

  constructor(statementOf: StatementOf, sql: string, values: SQLInputValue[] = []) {
    this.#statementOf = statementOf;
    this.#sql = sql;
    this.#values = values;
  }

  bind(...values: SQLInputValue[]): MemoryStatement {
    return new MemoryStatement(this.#statementOf, this.#sql, values);
  }

  /** Runs it now; a batch is one transaction because nothing else runs in between. */
  now(): Result {
    const statement = this.#statementOf(this.#sql);
    const meta = { changes: 0, duration: 0, rows_read: 0, rows_written: 0, last_row_id: 0 };
    if (statement.columns().length > 0) {
      // Node refuses to round; D1 gives every integer as a number, and those of ours beyond 2^53 are even, so exact.
      statement.setReadBigInts(true);
      const results = statement
        .all(...this.#values)
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, it]) => [name, asNumber(it)])));
      return { success: true, results, meta };
    }
    const { changes, lastInsertRowid } = statement.run(...this.#values);
    meta.changes = Number(changes);
    meta.last_row_id = Number(lastInsertRowid);
    return { success: true, results: [], meta };
  }

  async all(): Promise<Result> {
    return this.now();
  }

  async run(): Promise<Result> {
    return this.now();
  }

  async first(column?: string): Promise<unknown> {
    const [row] = this.now().results as Record<string, unknown>[];
    if (row === undefined) return null;
    return column === undefined ? row : row[column];
  }

  async raw(): Promise<unknown[][]> {
    return (this.now().results as Record<string, unknown>[]).map((row) => Object.values(row));
  }
}

class MemoryDatabase {
  readonly #database: DatabaseSync;
  readonly #statementOf: StatementOf;

  constructor(database: DatabaseSync, statementOf: StatementOf) {
    this.#database = database;
    this.#statementOf = statementOf;
  }

  prepare(sql: string): MemoryStatement {
    return new MemoryStatement(this.#statementOf, sql);
  }

  async batch(statements: readonly MemoryStatement[]): Promise<Result[]> {
    this.#database.exec('BEGIN');
    try {
      const results = statements.map((statement) => statement.now());
      this.#database.exec('COMMIT');
      return results;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  withSession(): MemoryDatabase {
    return this;
  }

  getBookmark(): string {
    return 'memory';
  }
}
