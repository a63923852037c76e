/** What becomes of a call to the database: it fails before or after it has done its work, or it is let through. */
export type Fault = { message: string; when: 'before' | 'after' } | null;

/**
 * The database, where each trip to it asks `faultOf` first: `sql` holds the statements of the trip, joined. Covers
 * sessions, batches and single statements alike.
 */
export function faultyDatabase(db: D1Database, faultOf: (sql: string) => Fault): D1Database {
  const real = new WeakMap<object, { statement: D1PreparedStatement; sql: string }>();
  async function trip<T>(sql: string, work: () => Promise<T>): Promise<T> {
    const fault = faultOf(sql);
    if (fault?.when === 'before') throw new Error(fault.message);
    const done = await work();
    if (fault !== null) throw new Error(fault.message);
    return done;
  }
  const wrapped = (sql: string, statement: D1PreparedStatement): D1PreparedStatement => {
    const it = {
      bind: (...values: unknown[]) => wrapped(sql, statement.bind(...values)),
      all: () => trip(sql, () => statement.all()),
      run: () => trip(sql, () => statement.run()),
      first: (...column: [string]) => trip(sql, () => statement.first(...column)),
      raw: () => trip(sql, () => statement.raw()),
    } as unknown as D1PreparedStatement;
    real.set(it, { statement, sql });
    return it;
  };
  type Source = Pick<D1Database, 'prepare' | 'batch'>;
  const over = (source: Source) => ({
    prepare: (sql: string) => wrapped(sql, source.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) => {
      const all = statements.map((it) => real.get(it)!);
      return trip(all.map(({ sql }) => sql).join(';\n'), () =>
        source.batch(all.map(({ statement }) => statement)),
      );
    },
  });
  return {
    ...over(db),
    withSession: (bookmark?: string) => {
      const session = db.withSession(bookmark as D1SessionBookmark);
      return { ...over(session), getBookmark: () => session.getBookmark() };
    },
  } as unknown as D1Database;
}

/** What D1 says when it fails, and how each is meant (PLATFORM: read in its documentation). */
export const MESSAGES = {
  passing: [
    'D1_ERROR: Network connection lost.',
    'D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.',
    'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
    'D1_ERROR: D1 DB reset because its code was updated.',
    'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
  ],
  overloaded: [
    'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
    'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
    'D1_ERROR: D1 DB exceeded its CPU time limit and was reset.',
  ],
  down: [
    'D1_ERROR: database is locked: SQLITE_BUSY',
    'D1_ERROR: database disk image is malformed: SQLITE_CORRUPT',
    'D1_ERROR: disk I/O error: SQLITE_IOERR',
    'D1_ERROR: database or disk is full: SQLITE_FULL',
    'D1_ERROR: no such table: quote: SQLITE_ERROR',
    'D1_ERROR: something nobody has read before',
  ],
};
