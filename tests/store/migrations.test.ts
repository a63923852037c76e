import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { orderOf, privateOrder } from '../../src/model/order.ts';
import { aPerson, put } from '../workers/entries.ts';

/** What the database is made of, without the comments it keeps. */
const schema = async () =>
  (
    await env.DB.prepare(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' AND name <> 'd1_migrations' ORDER BY name",
    ).all<{ type: string; name: string; sql: string | null }>()
  ).results.map(({ sql, ...it }) => ({ ...it, sql: sql?.replace(/--.*/g, '').replace(/\s+/g, ' ') }));

async function empty(): Promise<void> {
  for (const type of ['trigger', 'table']) {
    const { results } = await env.DB.prepare(
      `SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'
       ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC`,
    )
      .bind(type)
      .all<{ name: string }>();
    for (const { name } of results) await env.DB.prepare(`DROP ${type} IF EXISTS ${name}`).run();
  }
}

/** A migration as one text; reading it took the semicolons at its ends away. */
const fileOf = (queries: readonly string[]) =>
  queries.map((query) => query.trim().replace(/;?$/, ';')).join('\n');

/** As a client that knows nothing of triggers divides a file: at every semicolon that ends a line. */
const statementsOf = (file: string) =>
  file
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

describe('migrations', () => {
  it('make the same database however a file of theirs is divided into statements', async () => {
    const made = await schema();
    expect(made.length).toBeGreaterThan(50);
    await empty();
    expect(await schema()).toEqual([]);
    for (const { queries } of env.TEST_MIGRATIONS) {
      for (const statement of statementsOf(fileOf(queries))) await env.DB.prepare(statement).run();
    }
    expect(await schema()).toEqual(made);
  });

  it('have each trigger on a line of its own, since the remote path takes one apart that is not', () => {
    for (const { name, queries } of env.TEST_MIGRATIONS) {
      const lines = fileOf(queries).split('\n');
      for (const line of lines.filter((it) => /\bCREATE TRIGGER\b/i.test(it)))
        expect([name, line.trimEnd()]).toEqual([name, expect.stringMatching(/^CREATE TRIGGER .* END;?$/)]);
    }
  });

  it('are no longer than a statement may be', () => {
    for (const { queries } of env.TEST_MIGRATIONS)
      for (const statement of statementsOf(fileOf(queries)))
        expect(new TextEncoder().encode(statement).length).toBeLessThan(100_000);
  });

  it('move people who hold no public office to where they are placed now, and count them no more', async () => {
    const people = [aPerson(), aPerson({ id: 'jo-witness', name: 'Jo Witness', indexed: false })];
    for (const person of people) {
      await put(env.DB, 'person', person);
      await env.DB.prepare('UPDATE person SET ord = ? WHERE id = ?')
        .bind(orderOf(null, person.id), person.id)
        .run();
    }
    await env.DB.prepare(
      "INSERT OR REPLACE INTO tally (name, n) VALUES ('person', 2), ('person kind:person', 2)",
    ).run();
    const found = env.TEST_MIGRATIONS.find(({ name }) => name.startsWith('0038'));
    for (const statement of statementsOf(fileOf(found!.queries))) await env.DB.prepare(statement).run();
    const { results } = await env.DB.prepare('SELECT id, ord FROM person ORDER BY ord').all();
    expect(results).toEqual([
      { id: people[0]!.id, ord: orderOf(null, people[0]!.id) },
      { id: 'jo-witness', ord: privateOrder('jo-witness') },
    ]);
    const counts = await env.DB.prepare(
      "SELECT n FROM tally WHERE name IN ('person', 'person kind:person')",
    ).all();
    expect(counts.results).toEqual([{ n: 1 }, { n: 1 }]);
  });
});
