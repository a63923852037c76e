/** The database, except that the first `times` runs of statements that match throw before they do anything. */
export function failingDatabase(db: D1Database, statement: RegExp, times: number): D1Database {
  let left = times;
  const broken = (sql: string) => statement.test(sql) && left-- > 0;
  const wrapped = (sql: string, prepared: D1PreparedStatement): D1PreparedStatement =>
    new Proxy(prepared, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown;
        if (typeof value !== 'function') return value;
        if (name === 'bind') return (...values: unknown[]) => wrapped(sql, target.bind(...values));
        return (...args: unknown[]) => {
          if (broken(sql)) throw new Error('D1_ERROR: the database does not answer');
          return (value as (...all: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  return new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrapped(sql, target.prepare(sql));
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? (value as (...all: unknown[]) => unknown).bind(target) : value;
    },
  });
}
