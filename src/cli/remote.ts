import { spawnSync } from 'node:child_process';
import { WRANGLER } from './wrangler.ts';

/** Settings of what is deployed, as `npm run deploy` writes them. */
export const DEPLOYED = 'wrangler.deploy.toml';

/** What wrangler is told, and what it prints; throws with what it says where it fails. */
type Wrangle = (args: readonly string[]) => string;

/**
 * The database of the deployed site, for a command that has a few statements to say: each goes through
 * `wrangler d1 execute --remote`. Only `prepare`, `bind`, `run`, `all` and `first` are there.
 */
export function openRemote(wrangle: Wrangle = withWrangler): Pick<D1Database, 'prepare'> {
  return { prepare: (sql: string) => statement(wrangle, sql, []) } as Pick<D1Database, 'prepare'>;
}

function statement(wrangle: Wrangle, sql: string, binds: readonly unknown[]): D1PreparedStatement {
  const run = () => {
    const command = withLiterals(sql, binds);
    const out = wrangle([
      'd1',
      'execute',
      'readout',
      '--remote',
      '--json',
      '-c',
      DEPLOYED,
      '--command',
      command,
    ]);
    return (JSON.parse(out) as [{ results: unknown[]; meta: { changes: number } }])[0];
  };
  return {
    bind: (...values: unknown[]) => statement(wrangle, sql, values),
    run: () => Promise.resolve(run()),
    all: () => Promise.resolve(run()),
    first: () => Promise.resolve(run().results[0] ?? null),
  } as unknown as D1PreparedStatement;
}

/** The statement with its values in place: `wrangler d1 execute` takes none beside it. */
export function withLiterals(sql: string, binds: readonly unknown[]): string {
  let next = 0;
  const filled = sql.replace(/'(?:[^']|'')*'|\?(\d*)/g, (found, number: string | undefined) => {
    if (number === undefined) return found;
    const at = number === '' ? next++ : Number(number) - 1;
    if (at >= binds.length) throw new Error(`the statement has no value for ${found}`);
    return literal(binds[at]);
  });
  return filled;
}

function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'string' && !value.includes('\u0000')) return `'${value.replaceAll("'", "''")}'`;
  throw new Error('a statement takes texts, numbers and null');
}

function withWrangler(args: readonly string[]): string {
  const run = spawnSync(process.execPath, [WRANGLER, ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`wrangler said: ${run.stderr || run.stdout}`);
  return run.stdout;
}
