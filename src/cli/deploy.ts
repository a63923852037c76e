import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'smol-toml';
import { loadCorpus } from './deploy/load.ts';
import {
  deployable,
  flawsOf,
  forEnvironment,
  planOf,
  readSettings,
  type Settings,
  type Site,
} from './deploy/plan.ts';
import { listIn, runWrangler, StepFailed, step } from './deploy/steps.ts';
import { boundConfigs } from './wrangler.ts';

/** `npm run deploy`: creates what is missing, migrates, deploys, loads. docs/deploying.md says what it needs. */
const USAGE = `Usage: npm run deploy [-- --env NAME] [-- --dry-run]

  --env NAME  an environment beside production (staging, …): every name in the account has NAME in it
  --dry-run   builds the Workers and says what would be made, without touching the account

From the environment: PUBLIC_URL, MAIL_FROM, CONTACT_EMAIL; READOUT_D1_ID, INGEST_TOKEN (optional).`;

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const given = (() => {
  try {
    const { values } = parseArgs({ options: { env: { type: 'string' }, 'dry-run': { type: 'boolean' } } });
    return values;
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${USAGE}`);
  }
})();
const environment = given.env ?? null;
if (environment !== null && !/^[a-z][a-z0-9]{0,19}$/.test(environment))
  fail(`--env takes a short name of small letters and digits.\n\n${USAGE}`);

const source = readFileSync('wrangler.toml', 'utf8');
const beside = boundConfigs(source);
const settingsIn = (path: string) => forEnvironment(readSettings(readFileSync(path, 'utf8')), environment);
/** The main Worker last: a binding wants its Worker to be there. */
const workers = [...beside, 'wrangler.toml'].map((path) => ({ path, settings: settingsIn(path) }));
const plan = planOf(workers.map(({ settings }) => settings));
const main = workers.at(-1)!.settings;
const vars = main.vars as Record<string, string>;
const site: Site = {
  publicUrl: process.env.PUBLIC_URL ?? '',
  mailFrom: process.env.MAIL_FROM ?? vars.MAIL_FROM ?? '',
  contact: process.env.CONTACT_EMAIL ?? vars.CONTACT_EMAIL ?? '',
};
/** An account on this machine is a stand-in, which is its own site and needs no patience. */
const api = process.env.CLOUDFLARE_API_BASE_URL ?? '';
const loopback = URL.canParse(api) && new URL(api).hostname === 'localhost';
const how = { wrangler: runWrangler, wait: (ms: number) => setTimeout(loopback ? ms / 50 : ms) };

console.log(`The Workers ${workers.map(({ settings }) => settings.name).join(', ')};
the D1 database ${plan.database}; the queues ${plan.queues.join(', ')}; the buckets ${plan.buckets.join(', ') || '(none)'};
for ${site.publicUrl || '(PUBLIC_URL is not set)'}. Queues, and requests of more than ten milliseconds of processor time,
need Cloudflare’s Workers Paid plan.`);

const flaws = flawsOf(site);
if (given['dry-run']) {
  for (const flaw of flaws) console.log(`  to be set before: ${flaw}.`);
  for (const { path, settings } of workers)
    await step(
      `Building ${settings.name}`,
      ['deploy', '-c', path, '--dry-run', '--outdir', `dist/${settings.name}`],
      how,
    );
  process.exit(0);
}
if (flaws.length > 0) fail(`Nothing was deployed:\n${flaws.map((flaw) => `  ${flaw}.`).join('\n')}`);

/** The id of the database to use: the one that is named, the one that exists, or a new one. */
async function databaseId(): Promise<string> {
  if (process.env.READOUT_D1_ID !== undefined) return process.env.READOUT_D1_ID;
  const find = async () => {
    const out = await step('Listing the databases', ['d1', 'list', '--json'], { ...how, quiet: true });
    return listIn(out).find(({ name }) => name === plan.database)?.uuid;
  };
  const known = await find();
  if (known !== undefined) return known;
  await step('Creating the database', ['d1', 'create', plan.database], { ...how, done: /already exists/i });
  const made = await find();
  if (made === undefined)
    throw new StepFailed('The database was created but is not listed yet; run the command again.');
  return made;
}

/** The settings as they are deployed, in a file beside those they are made of, kept out of git. */
function written(path: string, settings: Settings): string {
  const file = path.replace(/\.toml$/, '.deploy.toml');
  writeFileSync(file, stringify(settings));
  return file;
}

try {
  const id = await databaseId();
  const made = { ...how, quiet: true, done: /already (?:exists|taken|own)|\b1100[49]\b|\b10004\b/i };
  for (const queue of plan.queues)
    await step(`Creating the queue ${queue}`, ['queues', 'create', queue], made);
  for (const bucket of plan.buckets)
    await step(`Creating the bucket ${bucket}`, ['r2', 'bucket', 'create', bucket], made);
  const config = written('wrangler.toml', deployable(main, id, site));
  await step(
    'Migrating the database',
    ['d1', 'migrations', 'apply', plan.database, '--remote', '-c', config],
    how,
  );
  for (const { path, settings } of workers.slice(0, -1))
    await step(
      `Deploying ${settings.name}`,
      ['deploy', '-c', written(path, deployable(settings, id, null))],
      how,
    );
  await step(`Deploying ${main.name}`, ['deploy', '-c', config], how);
  const token = process.env.INGEST_TOKEN;
  if (token === undefined)
    console.log(
      'Deployed. To load corpus/ as well, run this again with INGEST_TOKEN set to the secret of that name.',
    );
  else await loadCorpus('corpus/documents', loopback ? new URL(api).origin : site.publicUrl, token, how.wait);
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  fail(`${error.message}\n\nRun the command again: what was made stays, and what is missing is made.`);
}
