import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { readCorpus } from './corpus.ts';
import { BESIDE, boundConfigs, WRANGLER } from './wrangler.ts';

/** `npm run deploy`: creates what is missing, migrates, deploys, loads. docs/deploying.md says what it needs. */
const CONFIG = 'wrangler.deploy.toml';
const dryRun = process.argv.includes('--dry-run');
const publicUrl = process.env.PUBLIC_URL ?? '';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** Runs wrangler; what it prints is shown unless it is wanted as a value. */
function wrangler(args: string[], show = true): { status: number; out: string; err: string } {
  const run = spawnSync(process.execPath, [WRANGLER, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  return { status: run.status ?? 1, out: run.stdout ?? '', err: run.stderr ?? '' };
}

function must(args: string[], what: string): void {
  if (wrangler(args).status !== 0) fail(`${what} failed; the lines above say why.`);
}

/** The id of the database to use: the one that is named, the one that exists, or a new one. */
function databaseId(): string {
  if (process.env.READOUT_D1_ID !== undefined) return process.env.READOUT_D1_ID;
  const list = wrangler(['d1', 'list', '--json'], false);
  if (list.status !== 0) fail(`The account's databases could not be listed:\n${list.err || list.out}`);
  const find = (json: string) =>
    (JSON.parse(json) as { name: string; uuid: string }[]).find((it) => it.name === 'readout')?.uuid;
  const known = find(list.out);
  if (known !== undefined) return known;
  must(['d1', 'create', 'readout'], 'Creating the database');
  const made = find(wrangler(['d1', 'list', '--json'], false).out);
  if (made === undefined) fail('The database was created but is not listed yet; run the command again.');
  return made;
}

/** The settings of a Worker beside the main one, with the database that is used; the same file where it names none. */
function withDatabase(config: string, id: string): string {
  const settings = readFileSync(config, 'utf8');
  if (!/^database_id = /m.test(settings)) return config;
  const deployed = config.replace(/\.toml$/, '.deploy.toml');
  writeFileSync(deployed, settings.replace(/^database_id = ".*"$/m, `database_id = "${id}"`));
  return deployed;
}

const source = readFileSync('wrangler.toml', 'utf8');
const queues = [
  ...new Set([...source.matchAll(/^(?:queue|dead_letter_queue) = "([^"]+)"/gm)].map((it) => it[1]!)),
];

const settings = [source, ...boundConfigs(source).map((config) => readFileSync(config, 'utf8'))].join('\n');
const buckets = [...new Set([...settings.matchAll(/^bucket_name = "([^"]+)"/gm)].map((it) => it[1]!))];

if (dryRun) {
  console.log(
    `Would use the D1 database "readout", the queues ${queues.join(', ')}, the buckets ${buckets.join(', ')}, PUBLIC_URL "${publicUrl}".`,
  );
  must(['deploy', '--dry-run', '--outdir', 'dist'], 'Building the Worker');
  for (const [name, config] of Object.entries(BESIDE))
    must(['deploy', '-c', config, '--dry-run', '--outdir', `dist/${name}`], `Building the Worker ${name}`);
  process.exit(0);
}

if (!/^https:\/\/[^/]+$/.test(publicUrl))
  fail('Set PUBLIC_URL to the address readers see, such as https://readout.example (no slash at the end).');
const id = databaseId();
const config = source
  .replace(/^database_id = ".*"$/m, `database_id = "${id}"`)
  .replace(/^PUBLIC_URL = ""$/m, `PUBLIC_URL = "${publicUrl}"`);
if (!config.includes(id) || !config.includes(`PUBLIC_URL = "${publicUrl}"`))
  fail('wrangler.toml no longer has the lines `database_id = "…"` and `PUBLIC_URL = ""`.');
writeFileSync(CONFIG, config);

for (const queue of queues) {
  const made = wrangler(['queues', 'create', queue], false);
  // An existing queue is what we want; anything else that goes wrong has to be seen.
  if (made.status !== 0 && !/already (?:exists|taken)|11009/i.test(made.err + made.out))
    fail(`Creating the queue ${queue} failed:\n${made.err || made.out}`);
}
for (const bucket of buckets) {
  const made = wrangler(['r2', 'bucket', 'create', bucket], false);
  if (made.status !== 0 && !/already (?:exists|own)|10004/i.test(made.err + made.out))
    fail(`Creating the bucket ${bucket} failed:\n${made.err || made.out}`);
}
must(['d1', 'migrations', 'apply', 'readout', '--remote', '-c', CONFIG], 'Migrating the database');
// A binding wants its Worker to be there.
for (const beside of boundConfigs(source))
  must(['deploy', '-c', withDatabase(beside, id)], `Deploying the Worker of ${beside}`);
must(['deploy', '-c', CONFIG], 'Deploying the Worker');

const token = process.env.INGEST_TOKEN;
if (token === undefined) {
  console.log(
    'Deployed. To load corpus/ as well, run this again with INGEST_TOKEN set to the secret of that name.',
  );
  process.exit(0);
}
for (const { stem, text, sidecar } of readCorpus('corpus/documents')) {
  const { title, publisher, url, published_on, lang } = sidecar;
  const answer = await fetch(`${publicUrl}/v1/documents`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ text, title, publisher, url, published_on, lang }),
  });
  if (!answer.ok) fail(`${stem}: ${answer.status} ${await answer.text()}`);
  console.log(`  ${answer.status === 201 ? 'loaded ' : 'known  '} ${stem}`);
}
