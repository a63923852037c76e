import { readFileSync } from 'node:fs';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import { createTestHarness } from 'wrangler';
import { seed } from './seed.ts';
import { boundConfigs } from './wrangler.ts';

/** The whole site on a free port of this machine, with a record of its own that is gone when it stops. */
export interface Trial {
  /** Without a slash at the end. */
  origin: string;
  /** The cron job, as at that time. */
  scheduled(at: Date): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts it with the documents of the corpus, as if they had come in on `at`. It takes documents from whoever says
 * "local", is in no hurry with anybody, and makes every answer anew.
 */
export async function startTrial(at: Date): Promise<Trial> {
  const server = createTestHarness({
    workers: [
      {
        configPath: 'wrangler.toml',
        vars: { LOCAL_TOKEN: 'local', RATE_LIMITS: 'off', ISOLATE_CACHE: 'off' },
      },
      ...boundConfigs(readFileSync('wrangler.toml', 'utf8')).map((configPath) => ({ configPath })),
    ],
  });
  try {
    const { url } = await server.listen();
    const worker = server.getWorker();
    const { DB: db } = await worker.getEnv();
    for (const { queries } of await readD1Migrations('migrations'))
      await db.batch(queries.map((sql: string) => db.prepare(sql)));
    const now = () => at;
    await seed(db, 'corpus/documents', now, () => undefined);
    return {
      origin: url.origin,
      scheduled: async (at) => void (await worker.scheduled({ scheduledTime: at })),
      stop: () => server.close(),
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}
