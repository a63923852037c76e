import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { tagOfRevision } from '../../http/conditional.ts';
import { CORS } from '../../http/cors.ts';
import { CACHE_CONTROL } from '../../http/isolate.ts';
import { WRANGLER } from '../wrangler.ts';
import { DATABASE_ID } from './database.ts';

/** The Worker as it would be deployed, as text. */
export function buildWorker(): string {
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  const run = spawnSync(process.execPath, [WRANGLER, 'deploy', '--dry-run', '--outdir', folder], {
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
  });
  if (run.status !== 0) throw new Error(`the Worker could not be built:\n${run.stdout}\n${run.stderr}`);
  return readFileSync(join(folder, 'worker.js'), 'utf8');
}

/**
 * What speed is measured against: a Worker that says hello, and a handler that runs one statement. And two that show what
 * the bytes of a list cost whoever sends them: `/bytes` from memory with a list's headers, `/page` read by one statement.
 */
export function buildYardsticks(): string {
  const source = `
    import { Hono } from 'hono';
    const app = new Hono();
    app.get('/hello', (c) => c.text('Hello, world!'));
    const bytes = new Uint8Array(34000).fill(120);
    const headers = new Headers(${JSON.stringify(LIKE_A_LIST)});
    app.get('/bytes', () => new Response(bytes, { headers }));
    app.get('/page', async (c) => {
      const { results } = await c.env.DB.prepare('SELECT body FROM quote WHERE ord > 0 ORDER BY ord LIMIT 20').all();
      return new Response('[' + results.map(({ body }) => body).join(',') + ']', { headers });
    });
    app.get('/statement', async (c) => {
      await c.env.DB.prepare("SELECT value FROM counter WHERE name = 'revision'").all();
      return c.text('Hello, world!');
    });
    export default app;`;
  const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
  const run = spawnSync(
    'esbuild',
    ['--bundle', '--format=esm', '--minify', `--outfile=${join(folder, 'hello.js')}`],
    { encoding: 'utf8', input: source, cwd: process.cwd() },
  );
  if (run.status !== 0) throw new Error(`the yardstick could not be built:\n${run.stderr}`);
  return readFileSync(join(folder, 'hello.js'), 'utf8');
}

/** As many headers as a list has, of about their length. */
const LIKE_A_LIST = {
  ...CORS,
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': CACHE_CONTROL,
  'Cache-Tag': 'record,quote',
  ETag: tagOfRevision(1),
  'Readout-Revision': '1',
  Link: `<http://127.0.0.1:8787/v1/quotes?cursor=${'x'.repeat(40)}>; rel="next"`,
};

/** The Worker that reads documents, as text. */
export const buildExtractor = (): string => buildBeside('src/extract/worker.ts');
/** The Worker that takes documents in, as text. */
export const buildIntake = (): string => buildBeside('src/sources/worker.ts');
/** The Worker that verifies words, as text. */
export const buildNewsroom = (): string => buildBeside('src/newsroom/worker.ts');

function buildBeside(entryPoint: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    format: 'esm',
    minify: true,
    external: ['cloudflare:workers', 'node:*'],
  });
  return outputFiles[0]?.text ?? '';
}

export interface Scripts {
  worker: string;
  yardsticks: string;
  extractor: string;
  intake: string;
  newsroom: string;
}

/** All Workers on one database and in one workerd, each that is asked listening by itself. */
export async function serve(database: string, scripts: Scripts) {
  const shared = {
    modules: true,
    compatibilityDate: '2026-10-01',
    compatibilityFlags: ['nodejs_compat'],
    d1Databases: { DB: DATABASE_ID },
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
  };
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      resourcePersistencePath: database,
      workers: [
        {
          ...shared,
          name: 'readout',
          script: scripts.worker,
          bindings: { RATE_LIMITS: 'off', HOSTS: '127.0.0.1,localhost', INGEST_TOKEN: 'bench' },
          serviceBindings: { EXTRACTOR: 'extractor', INTAKE: 'intake', NEWSROOM: 'newsroom' },
        },
        // The same Worker made to forget, to measure what answers cost when nobody asked them a moment ago.
        {
          ...shared,
          name: 'forgetful',
          script: scripts.worker,
          bindings: { RATE_LIMITS: 'off', HOSTS: '127.0.0.1,localhost', ISOLATE_CACHE: 'off' },
          serviceBindings: { NEWSROOM: 'newsroom' },
        },
        { ...shared, name: 'yardsticks', script: scripts.yardsticks },
        { modules: true, name: 'extractor', script: scripts.extractor, compatibilityDate: '2026-10-01' },
        {
          modules: true,
          name: 'intake',
          script: scripts.intake,
          compatibilityDate: '2026-10-01',
          compatibilityFlags: ['nodejs_compat'],
          d1Databases: { DB: DATABASE_ID },
        },
        {
          modules: true,
          name: 'newsroom',
          script: scripts.newsroom,
          compatibilityDate: '2026-10-01',
          compatibilityFlags: ['nodejs_compat'],
          d1Databases: { DB: DATABASE_ID },
        },
      ],
    }),
  );
  await miniflare.ready;
  const url = async (name: string) => (await miniflare.unsafeGetDirectURL(name)).origin;
  return {
    readout: await url('readout'),
    forgetful: await url('forgetful'),
    yardsticks: await url('yardsticks'),
    stop: () => miniflare.dispose(),
  };
}
