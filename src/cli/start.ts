import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { extract } from '../extract/extract.ts';
import { rereadDocuments } from '../ingest/ingest.ts';
import { catchUp, fireCrons, fireWhenUp } from './crons.ts';
import { migrateLocal, openLocal } from './local.ts';
import { eachSecond, whenParentEnds } from './parent.ts';
import { seed } from './seed.ts';
import { boundConfigs, developmentArguments, WRANGLER } from './wrangler.ts';

/** `npm start`: migrations, the documents in corpus/, and the Worker on http://localhost:8787 (or PORT). */
const port = process.env.PORT ?? '8787';

console.log('Readout: bringing the local database up to date …');
migrateLocal();

console.log('Readout: reading the documents in corpus/ …');
const local = await openLocal();
await seed(local.db, 'corpus/documents', () => new Date(), console.log);
const reread = await rereadDocuments(local.db, new Date(), 1_000, extract);
if (reread > 0) console.log(`  read again by a newer extractor: ${reread}`);
await local.dispose();

// Receipts of drafts are signed here too, by a key of this machine's own.
const SECRETS = 'src/newsroom/.dev.vars';
if (!existsSync(SECRETS)) {
  writeFileSync(SECRETS, `SIGNING_KEYS="local:${randomBytes(32).toString('base64')}"\n`, { mode: 0o600 });
}

console.log(`Readout: starting on http://localhost:${port} (token for POST /v1/documents: local) …`);
const settings = readFileSync('wrangler.toml', 'utf8');
const told = developmentArguments(port, boundConfigs(settings));
const worker = spawn(process.execPath, [WRANGLER, ...told], {
  stdio: 'inherit',
  env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
});
for (const line of fireCrons(settings, `http://localhost:${port}`)) console.log(`Readout: ${line}`);
const patience = { now: Date.now, wait: (ms: number) => setTimeout(ms, null, { ref: false }) };
catchUp(settings, `http://localhost:${port}`, patience).then(
  (line) => line !== null && console.log(`Readout: ${line}`),
  (error) => console.error('Readout: what is late could not be caught up with:', error),
);
// The files of /data/ are there at once, not only when the clock comes round.
fireWhenUp('*/5 * * * *', `http://localhost:${port}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => worker.kill(signal));
whenParentEnds(
  () => process.ppid,
  eachSecond,
  () => worker.kill('SIGTERM'),
);
worker.on('exit', (code) => process.exit(code ?? 0));
