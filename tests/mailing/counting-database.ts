import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** D1's limits that a statement can run into. */
const MOST_BINDS = 100;
const MOST_STATEMENT = 100_000;
const MOST_VALUE = 2_000_000;

/** SQLite in memory behind D1's interface, counting statements. Node only: for simulations too large for workerd's shim. */
export class CountingDatabase {
  statements = 0;
  readonly #db = new DatabaseSync(':memory:');

  constructor() {
    for (const name of readdirSync('migrations').toSorted())
      this.#db.exec(readFileSync(`migrations/${name}`, 'utf8'));
  }

  /** As the code under test sees it. */
  get d1(): D1Database {
    return this as unknown as D1Database;
  }

  prepare(sql: string): Prepared {
    if (sql.length > MOST_STATEMENT) throw new Error('a statement too long for D1');
    return new Prepared(this, sql, []);
  }

  async batch(statements: readonly Prepared[]): Promise<unknown[]> {
    this.#db.exec('BEGIN');
    try {
      const results = statements.map((statement) => statement.now());
      this.#db.exec('COMMIT');
      return results;
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  execute(sql: string, binds: readonly SQLInputValue[]) {
    this.statements++;
    if (binds.length > MOST_BINDS) throw new Error('too many binds for D1');
    if (binds.some((value) => typeof value === 'string' && value.length > MOST_VALUE))
      throw new Error('a value too large for D1');
    const before = this.#changes();
    const results = this.#db.prepare(sql).all(...binds);
    return { results, success: true, meta: { changes: this.#changes() - before } };
  }

  #changes(): number {
    return Number(this.#db.prepare('SELECT total_changes() AS n').get()?.n ?? 0);
  }
}

class Prepared {
  readonly #db: CountingDatabase;
  readonly #sql: string;
  readonly #binds: readonly SQLInputValue[];

  constructor(db: CountingDatabase, sql: string, binds: readonly SQLInputValue[]) {
    this.#db = db;
    this.#sql = sql;
    this.#binds = binds;
  }

  bind(...binds: SQLInputValue[]): Prepared {
    return new Prepared(this.#db, this.#sql, binds);
  }

  now() {
    return this.#db.execute(this.#sql, this.#binds);
  }

  async all() {
    return this.now();
  }

  async run() {
    return this.now();
  }

  async first() {
    return this.now().results[0] ?? null;
  }
}
