import { spawnSync } from 'node:child_process';
import { getPlatformProxy } from 'wrangler';
import { WRANGLER } from './wrangler.ts';

/** The local database, the same that `wrangler dev` serves from; `dispose` lets the process end. */
export async function openLocal(): Promise<{
  db: D1Database;
  env: Record<string, unknown>;
  dispose: () => Promise<void>;
}> {
  const proxy = await getPlatformProxy<{ DB: D1Database } & Record<string, unknown>>({
    configPath: 'wrangler.toml',
  });
  return { db: proxy.env.DB, env: proxy.env, dispose: proxy.dispose };
}

/** Brings the local database to the newest migration. Ends the process with a clear message if that fails. */
export function migrateLocal(): void {
  const run = spawnSync(process.execPath, [WRANGLER, 'd1', 'migrations', 'apply', 'readout', '--local'], {
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false' },
  });
  if (run.status !== 0) {
    console.error(run.stdout, run.stderr);
    console.error('The local database could not be migrated; the lines above say why.');
    process.exit(1);
  }
}
