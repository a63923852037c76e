import { readD1Migrations } from '@cloudflare/vitest-plugin';
import { createTestHarness } from 'wrangler';
import { seed } from './seed.ts';

/** The whole site on a free port of this machine, with a record of its own that is gone when it stops. */
export interface Trial {
  /** Without a slash at the end. */
  origin: string;
  db: D1Database;
  /** The cron job, as at that time. */
  scheduled(at: Date): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it with an empty record. Takes documents from whoever says "local", and is in no hurry with anybody. */
export async function startTrial(): Promise<Trial> {
  const server = createTestHarness({
    workers: [
      {
        configPath: 'wrangler.toml',
        vars: { INGEST_TOKEN: 'local', RATE_LIMITS: 'off', ISOLATE_CACHE: 'off' },
      },
    ],
  });
  const { url } = await server.listen();
  const worker = server.getWorker();
  const { DB: db } = await worker.getEnv();
  for (const { queries } of await readD1Migrations('migrations'))
    await db.batch(queries.map((sql: string) => db.prepare(sql)));
  return {
    origin: url.origin,
    db,
    scheduled: async (at) => void (await worker.scheduled({ scheduledTime: at })),
    stop: () => server.close(),
  };
}

/** The same with the documents of the corpus, as if they had come in on `at`. */
export async function startSeededTrial(at: Date): Promise<Trial> {
  const trial = await startTrial();
  await seed(
    trial.db,
    'corpus/documents',
    () => at,
    () => undefined,
  );
  return trial;
}
