import { parse, type TomlTable } from 'smol-toml';

/** Settings of one Worker, as `wrangler.toml` has them. */
export interface Settings extends TomlTable {
  name: string;
  main: string;
}

/** What one environment is made of. */
export interface Plan {
  /** Name of the D1 database. */
  database: string;
  /** Names of the queues, those of dead letters included. */
  queues: string[];
  /** Names of the R2 buckets. */
  buckets: string[];
}

/** Where people reach a site and who answers for it. */
export interface Site {
  /** Origin that readers see, without a slash at the end. */
  publicUrl: string;
  mailFrom: string;
  contact: string;
}

export const readSettings = (toml: string): Settings => parse(toml) as Settings;

/** Members of settings that name what an account holds, and so have to differ from one environment to the next. */
const NAMING = new Set([
  'name',
  'service',
  'database_name',
  'queue',
  'dead_letter_queue',
  'bucket_name',
  'dataset',
]);

/**
 * The same settings for another environment: every name of `readout` or `readout-…` becomes one of `readout-ENV…`, so that
 * nothing of one environment can write to another's. Without a name of an environment they are those of production.
 */
export function forEnvironment(settings: Settings, environment: string | null): Settings {
  if (environment === null) return settings;
  const renamed = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((it) => renamed(it, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, renamed(it, name)]));
    if (typeof value !== 'string' || !NAMING.has(key)) return value;
    return value.replace(/^readout(?=-|_|$)/, (it) => `${it}-${environment}`);
  };
  return renamed(settings, '') as Settings;
}

type Tables = { [member: string]: unknown }[];
const tables = (settings: Settings, ...path: string[]): Tables =>
  (path.reduce<unknown>((at, key) => (at as TomlTable | undefined)?.[key], settings) as Tables | undefined) ??
  [];

const names = (list: Tables, ...keys: string[]) =>
  list.flatMap((it) => keys.flatMap((key) => (typeof it[key] === 'string' ? [it[key]] : [])));

/** What these Workers need of an account. */
export function planOf(all: Settings[]): Plan {
  const unique = (list: string[]) => [...new Set(list)];
  const databases = unique(all.flatMap((it) => names(tables(it, 'd1_databases'), 'database_name')));
  if (databases.length !== 1) throw new Error(`one database is deployed, not ${databases.length}`);
  return {
    database: databases[0]!,
    queues: unique(
      all.flatMap((it) => [
        ...names(tables(it, 'queues', 'producers'), 'queue'),
        ...names(tables(it, 'queues', 'consumers'), 'queue', 'dead_letter_queue'),
      ]),
    ),
    buckets: unique(all.flatMap((it) => names(tables(it, 'r2_buckets'), 'bucket_name'))),
  };
}

/** What would make a site of placeholders, each in words. None: it can be deployed. */
export function flawsOf({ publicUrl, mailFrom, contact }: Site): string[] {
  const flaws: string[] = [];
  const placeholder = (host: string) =>
    /(^|\.)(example|invalid|test|local|localhost)$|(^|\.)example\.(com|net|org)$/i.test(host);
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : null;
  if (url === null || url.origin !== publicUrl || url.protocol !== 'https:')
    flaws.push(
      'PUBLIC_URL must be the address readers see, such as https://readout.news (https, no slash at the end)',
    );
  else if (placeholder(url.hostname))
    flaws.push(`PUBLIC_URL is a placeholder: ${publicUrl} cannot be anybody’s address`);
  for (const [name, address] of [
    ['MAIL_FROM', mailFrom],
    ['CONTACT_EMAIL', contact],
  ] as const) {
    const host = /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(address)?.[1];
    if (host === undefined) flaws.push(`${name} must be an address of mail`);
    else if (placeholder(host)) flaws.push(`${name} is a placeholder: nobody reads ${address}`);
  }
  return flaws;
}

/** The settings of a Worker as they are deployed: with the database's id, and for the main Worker where it is reached. */
export function deployable(settings: Settings, databaseId: string, site: Site | null): Settings {
  const made: Settings = structuredClone(settings);
  for (const database of tables(made, 'd1_databases')) database.database_id = databaseId;
  if (site === null) return made;
  const { hostname } = new URL(site.publicUrl);
  const own = !hostname.endsWith('.workers.dev');
  // One address: what answers under two of them is two sites to whoever keeps links.
  made.workers_dev = !own;
  made.preview_urls = false;
  if (own) made.routes = [{ pattern: hostname, custom_domain: true }];
  made.vars = {
    ...(made.vars as TomlTable),
    PUBLIC_URL: site.publicUrl,
    MAIL_FROM: site.mailFrom,
    CONTACT_EMAIL: site.contact,
  };
  return made;
}
