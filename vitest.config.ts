import { availableParallelism } from 'node:os';
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { buildSync } from 'esbuild';
import { defineConfig } from 'vitest/config';

/** What runs on a developer's machine only (commands, the register's files, rules of the house) is tested in Node. */
const IN_NODE = [
  'tests/cli/**',
  'tests/register/**',
  'tests/house/**',
  'tests/extract/**',
  'tests/smtp/**',
  'tests/pictures/**',
  'tests/hostile/**',
  'tests/articles/**',
  'tests/deploy/**',
];
/** What people see is tested in a browser, against the whole site. */
const IN_BROWSER = ['tests/browser/**'];
/** What is served is tested in the runtime that serves it. The extractor runs in both. */
const IN_WORKERD = [
  'api',
  'client',
  'embed',
  'extract',
  'feeds',
  'digest',
  'http',
  'ingest',
  'links',
  'mail',
  'mailing',
  'mcp',
  'model',
  'sources',
  'pages',
]
  .concat(['data', 'drafts', 'keep', 'public', 'search', 'store', 'subscribe', 'verify', 'worker'])
  .map((folder) => `tests/${folder}/**`);

const only = (folders: string[]) => folders.map((folder) => `${folder}/*.test.{ts,tsx}`);

/** A Worker that stands beside the main one and is called by it, as one file. */
function beside(name: string, entryPoint: string) {
  const built = buildSync({
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    format: 'esm',
    external: ['cloudflare:workers', 'node:*'],
  });
  return {
    name,
    modules: true,
    script: built.outputFiles[0]!.text,
    compatibilityDate: '2026-10-01',
    compatibilityFlags: ['nodejs_compat'],
  };
}

/** No test is about time: a busy machine fails none. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Left to itself, vitest leaves a machine of two cores half idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'node',
          include: only(IN_NODE),
          environment: 'node',
          globalSetup: ['tests/extract/in-node.ts'],
          ...PATIENCE,
        },
      },
      {
        test: {
          name: 'browser',
          include: only(IN_BROWSER),
          environment: 'node',
          globalSetup: ['tests/browser/setup.ts'],
          // One browser and one site for all: file by file, so that a slow machine keeps up.
          fileParallelism: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                LOCAL_TOKEN: 'local',
                // Thirty-two bytes that seal nothing but tests.
                DUMP_KEY: btoa('readout tests seal with this key'),
                HOSTS: 'readout.example,localhost',
                RATE_LIMITS: 'off',
                ISOLATE_CACHE: 'off',
                FUZZ_REQUESTS: process.env.READOUT_FUZZ ?? '600',
                TEST_MIGRATIONS: await readD1Migrations('migrations'),
              },
              workers: [
                beside('readout-extractor', 'src/extract/worker.ts'),
                {
                  ...beside('readout-intake', 'src/sources/worker.ts'),
                  r2Buckets: { OUTSIDE: 'readout-outside' },
                  d1Databases: { DB: '00000000-0000-0000-0000-000000000000' },
                },
                beside('readout-mcp', 'src/mcp/worker.ts'),
                {
                  ...beside('readout-newsroom', 'src/newsroom/worker.ts'),
                  d1Databases: { DB: '00000000-0000-0000-0000-000000000000' },
                  r2Buckets: { DATA: 'readout-data' },
                  // Thirty-two bytes that sign nothing but tests.
                  bindings: { SIGNING_KEYS: `test:${btoa('readout tests sign with this key')}` },
                },
                // Where wrangler.toml names them: no test sends mail or draws by them, so they take none.
                {
                  name: 'readout-pictures',
                  modules: true,
                  script: 'export default { fetch: () => new Response(null, { status: 422 }) };',
                },
                {
                  name: 'readout-submission',
                  modules: true,
                  script: 'export default { fetch: () => new Response(null, { status: 400 }) };',
                },
              ],
            },
          }),
        ],
        test: {
          name: 'workers',
          include: only(IN_WORKERD),
          setupFiles: ['tests/workers/database.ts'],
          ...PATIENCE,
          globalSetup: ['tests/extract/in-node.ts'],
        },
      },
    ],
  },
});
