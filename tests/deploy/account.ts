import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';

interface Worker {
  uploads: number;
  /** Bindings of the last upload: "type name → what". */
  bindings: string[];
  crons: string[];
  consumers: string[];
  domains: string[];
  onWorkersDev: boolean;
}
interface Answer {
  status?: number;
  result?: unknown;
  error?: { code: number; message: string };
  result_info?: unknown;
}
interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: string;
  json(): Record<string, unknown>;
}

/**
 * What `wrangler` asks of Cloudflare's API when Readout is deployed, on loopback: databases (real ones, of SQLite), queues
 * and their consumers, buckets, Workers with their bindings, assets, domains and crons. It knows nothing else: an address
 * nobody told it of is written down in `unknown` and answered 501. `/client/v4` is the API; any other path is the site.
 */
export class Account {
  readonly databases = new Map<string, { uuid: string; db: DatabaseSync }>();
  readonly queues = new Map<string, string>();
  readonly buckets = new Set<string>();
  readonly workers = new Map<string, Worker>();
  readonly documents = new Map<string, string>();
  readonly asked: string[] = [];
  readonly unknown: string[] = [];
  /** Says for each request, by method and path, whether it fails; asked before anything is done. */
  fails: (call: string) => boolean = () => false;
  readonly #server: Server;
  origin = '';

  constructor() {
    this.#server = createServer((request, response) => {
      void read(request).then((body) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        const call = `${request.method} ${url.pathname}`;
        this.asked.push(call);
        response.setHeader('Content-Type', 'application/json');
        if (this.fails(call)) {
          response.statusCode = 503;
          response.end(
            JSON.stringify({
              success: false,
              errors: [{ code: 10013, message: 'Internal error; unavailable' }],
              result: null,
            }),
          );
          return;
        }
        const asked: Asked = {
          method: request.method ?? 'GET',
          path: url.pathname,
          query: url.searchParams,
          body,
          json: () => JSON.parse(body) as Record<string, unknown>,
        };
        if (!url.pathname.startsWith('/client/v4')) {
          const { status, text } = this.#site(asked);
          response.statusCode = status;
          response.end(text);
          return;
        }
        const answer = this.#answer(asked);
        if (answer === null) this.unknown.push(call);
        const {
          status = 200,
          result = null,
          error,
          result_info,
        } = answer ?? {
          status: 501,
          error: { code: 7000, message: `nobody told of ${call}` },
        };
        response.statusCode = status;
        response.end(
          JSON.stringify({
            success: error === undefined,
            errors: error === undefined ? [] : [error],
            messages: [],
            result,
            ...(result_info !== undefined && { result_info }),
          }),
        );
      });
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((on) => this.#server.listen(0, () => on()));
    this.origin = `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const { db } of this.databases.values()) db.close();
    await new Promise((on) => this.#server.close(on));
  }

  /** Everything there is, for comparing. How often something was uploaded is not part of it. */
  state() {
    return {
      databases: [...this.databases].map(([name, { db }]) => [
        name,
        db
          .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
          .all()
          .map(({ name: it }) => it),
        db.prepare("SELECT name FROM sqlite_schema WHERE name = 'd1_migrations'").all().length === 0
          ? []
          : db
              .prepare('SELECT name FROM d1_migrations ORDER BY id')
              .all()
              .map(({ name: it }) => it),
      ]),
      queues: [...this.queues.keys()].sort(),
      buckets: [...this.buckets].sort(),
      workers: [...this.workers]
        .map(([name, { uploads: _, ...it }]) => ({ name, ...it, consumers: [...it.consumers].sort() }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      documents: [...this.documents.keys()].sort(),
    };
  }

  #worker(name: string): Worker {
    const found = this.workers.get(name);
    if (found !== undefined) return found;
    const made = { uploads: 0, bindings: [], crons: [], consumers: [], domains: [], onWorkersDev: false };
    this.workers.set(name, made);
    return made;
  }

  /** The site, once its Worker is deployed. */
  #site({ method, path, body }: Asked): { status: number; text: string } {
    const deployed = [...this.workers.keys()].some((name) => /^readout(-[a-z0-9]+)?$/.test(name));
    if (!deployed) return { status: 404, text: 'nothing is here' };
    if (path === '/healthz') return { status: 200, text: JSON.stringify({ status: 'ok', revision: 0 }) };
    if (method !== 'POST' || path !== '/v1/documents') return { status: 404, text: '{}' };
    const { text } = JSON.parse(body) as { text: string };
    const known = this.documents.has(text);
    this.documents.set(text, text);
    return { status: known ? 200 : 201, text: '{}' };
  }

  #answer(asked: Asked): Answer | null {
    const { method, path, query } = asked;
    const [, rest = ''] = /^\/client\/v4\/accounts\/[^/]+(\/.*)$/.exec(path) ?? [];
    const call = `${method} ${rest}`;
    for (const [pattern, reply] of this.#replies) {
      const match = pattern.exec(call);
      if (match !== null) return reply(match.slice(1).map(decodeURIComponent), asked, query);
    }
    return null;
  }

  readonly #replies: [RegExp, (ids: string[], asked: Asked, query: URLSearchParams) => Answer][] = [
    [/^GET \/d1\/database$/, (_, __, query) => this.#listDatabases(query.get('name'))],
    [/^POST \/d1\/database$/, (_, asked) => this.#createDatabase(String(asked.json().name))],
    [/^GET \/d1\/database\/([^/]+)$/, ([id]) => this.#database(id!)],
    [/^POST \/d1\/database\/([^/]+)\/query$/, ([id], asked) => this.#query(id!, asked.json())],
    [/^POST \/queues$/, (_, asked) => this.#createQueue(String(asked.json().queue_name))],
    [/^GET \/queues$/, (_, __, query) => this.#listQueues(query.getAll('name'))],
    [/^GET \/queues\/([^/]+)\/consumers$/, ([id]) => this.#consumersOf(id!)],
    [/^POST \/queues\/([^/]+)\/consumers$/, ([id], asked) => this.#consume(id!, asked.json())],
    [/^PUT \/queues\/([^/]+)\/consumers\/[^/]+$/, ([id], asked) => this.#consume(id!, asked.json())],
    [/^POST \/r2\/buckets$/, (_, asked) => this.#createBucket(String(asked.json().name))],
    [
      /^GET \/r2\/buckets\/([^/]+)$/,
      ([name]) =>
        this.buckets.has(name!)
          ? { result: { name } }
          : { status: 404, error: { code: 10006, message: 'The specified bucket does not exist.' } },
    ],
    [/^GET \/workers\/services\/([^/]+)$/, ([name]) => this.#service(name!)],
    [/^POST \/workers\/scripts\/([^/]+)\/versions$/, ([name], asked) => this.#upload(name!, asked.body)],
    [/^POST \/workers\/scripts\/([^/]+)\/deployments$/, () => ({ result: { id: 'deployment' } })],
    [/^PATCH \/workers\/scripts\/([^/]+)\/script-settings$/, () => ({ result: {} })],
    [/^GET \/workers\/scripts\/([^/]+)\/deployments$/, () => ({ result: { deployments: [] } })],
    [
      /^(?:GET|PATCH|PUT) \/workers\/workers\/([^/]+)$/,
      ([name], asked) => {
        const worker = this.#worker(name!);
        const { subdomain } = (asked.body === '' ? {} : asked.json()) as {
          subdomain?: { enabled?: boolean };
        };
        if (subdomain?.enabled !== undefined) worker.onWorkersDev = subdomain.enabled;
        return {
          result: { id: name, name, subdomain: { enabled: worker.onWorkersDev, previews_enabled: false } },
        };
      },
    ],
    [/^GET \/workers\/scripts\/([^/]+)\/settings$/, ([name]) => this.#settings(name!)],
    [/^GET \/workers\/scripts\/([^/]+)\/secrets$/, () => ({ result: [] })],
    [/^GET \/workers\/subdomain$/, () => ({ result: { subdomain: 'somebody' } })],
    [
      /^POST \/workers\/scripts\/([^/]+)\/subdomain$/,
      ([name], asked) => {
        this.#worker(name!).onWorkersDev = asked.json().enabled === true;
        return { result: { enabled: asked.json().enabled, previews_enabled: false } };
      },
    ],
    [
      /^GET \/workers\/scripts\/([^/]+)\/subdomain$/,
      ([name]) => ({ result: { enabled: this.#worker(name!).onWorkersDev, previews_enabled: false } }),
    ],
    [
      /^POST \/workers\/scripts\/([^/]+)\/assets-upload-session$/,
      () => ({ result: { jwt: 'assets', buckets: [] } }),
    ],
    [/^PUT \/workers\/scripts\/([^/]+)$/, ([name], asked) => this.#upload(name!, asked.body)],
    [
      /^PUT \/workers\/scripts\/([^/]+)\/schedules$/,
      ([name], asked) => {
        this.#worker(name!).crons = (JSON.parse(asked.body) as { cron: string }[]).map(({ cron }) => cron);
        return { result: {} };
      },
    ],
    [
      /^POST \/workers\/scripts\/([^/]+)\/domains\/changeset$/,
      () => ({ result: { added: [], removed: [], updated: [], conflicting: [] } }),
    ],
    [
      /^PUT \/workers\/scripts\/([^/]+)\/domains\/records$/,
      ([name], asked) => {
        const { origins } = asked.json() as { origins: { hostname: string }[] };
        this.#worker(name!).domains = origins.map(({ hostname }) => hostname);
        return { result: origins };
      },
    ],
  ];

  #listDatabases(name: string | null): Answer {
    const all = [...this.databases]
      .filter(([it]) => name === null || it === name)
      .map(([it, { uuid }]) => ({ name: it, uuid, version: 'production' }));
    return {
      result: all,
      result_info: { count: all.length, page: 1, per_page: 100, total_count: all.length },
    };
  }

  #createDatabase(name: string): Answer {
    if (this.databases.has(name))
      return {
        status: 400,
        error: { code: 7502, message: `A database with that name already exists: ${name}` },
      };
    const uuid = `00000000-0000-4000-8000-${String(this.databases.size + 1).padStart(12, '0')}`;
    this.databases.set(name, { uuid, db: new DatabaseSync(':memory:') });
    return { result: { uuid, name, created_in_region: 'WEUR' } };
  }

  #database(id: string): Answer {
    const found = [...this.databases].find(([name, { uuid }]) => uuid === id || name === id);
    if (found === undefined) return { status: 404, error: { code: 7404, message: 'no such database' } };
    return { result: { uuid: found[1].uuid, name: found[0], version: 'production' } };
  }

  #createQueue(name: string): Answer {
    if (this.queues.has(name))
      return { status: 409, error: { code: 11009, message: `Queue name '${name}' is already taken.` } };
    this.queues.set(name, `queue-${this.queues.size + 1}`);
    return { result: { queue_id: this.queues.get(name), queue_name: name } };
  }

  #listQueues(names: string[]): Answer {
    const all = [...this.queues].filter(([it]) => names.length === 0 || names.includes(it));
    return {
      result: all.map(([queue_name, queue_id]) => ({ queue_id, queue_name, consumers: [], producers: [] })),
    };
  }

  #queueName = (id: string) => [...this.queues].find(([, it]) => it === id)?.[0];

  #consumersOf(id: string): Answer {
    const queue = this.#queueName(id);
    return {
      result: [...this.workers]
        .filter(([, { consumers }]) => consumers.includes(queue ?? ''))
        .map(([script]) => ({
          script,
          service: script,
          type: 'worker',
          consumer_id: `consumer-of-${id}`,
          settings: {},
        })),
    };
  }

  #consume(id: string, { script_name }: { script_name?: unknown }): Answer {
    const queue = this.#queueName(id);
    if (queue === undefined) return { status: 404, error: { code: 11000, message: 'no such queue' } };
    const { consumers } = this.#worker(String(script_name));
    if (!consumers.includes(queue)) consumers.push(queue);
    return { result: { queue_name: queue, script_name } };
  }

  #createBucket(name: string): Answer {
    if (this.buckets.has(name))
      return {
        status: 409,
        error: { code: 10004, message: 'The bucket you tried to create already exists, and you own it.' },
      };
    this.buckets.add(name);
    return { result: { name } };
  }

  #service(name: string): Answer {
    if (!this.workers.has(name))
      return { status: 404, error: { code: 10090, message: 'workers.api.error.service_not_found' } };
    return {
      result: {
        id: name,
        default_environment: {
          environment: 'production',
          script: { id: name, tag: name, tags: [], last_deployed_from: 'wrangler' },
        },
      },
    };
  }

  #settings(name: string): Answer {
    if (!this.workers.has(name))
      return { status: 404, error: { code: 10007, message: 'This Worker does not exist.' } };
    return { result: { bindings: [], tags: [], compatibility_date: '2026-10-01', compatibility_flags: [] } };
  }

  /** An upload binds what has to be there by then, as the platform has it. */
  #upload(name: string, body: string): Answer {
    const metadata = /name="metadata"\r\n(?:[^\r]+\r\n)*\r\n([^\r]*)\r\n/.exec(body)?.[1];
    if (metadata === undefined) return { status: 400, error: { code: 10021, message: 'no metadata' } };
    const { bindings } = JSON.parse(metadata) as { bindings: Record<string, string>[] };
    const missing = bindings.find(
      (it) =>
        (it.type === 'service' && !this.workers.has(it.service!)) ||
        (it.type === 'queue' && !this.queues.has(it.queue_name!)) ||
        (it.type === 'r2_bucket' && !this.buckets.has(it.bucket_name!)) ||
        (it.type === 'd1' && ![...this.databases.values()].some(({ uuid }) => uuid === it.id)),
    );
    if (missing !== undefined)
      return { status: 400, error: { code: 10143, message: `not there: ${JSON.stringify(missing)}` } };
    const worker = this.#worker(name);
    worker.uploads++;
    worker.bindings = bindings
      .map(({ type, name: as, ...rest }) => `${type} ${as} ${JSON.stringify(rest)}`)
      .sort();
    return {
      result: {
        id: name,
        tag: name,
        etag: 'etag',
        resources: { script: { etag: 'etag' }, script_runtime: {}, bindings: [] },
        startup_time_ms: 5,
        deployment_id: 'd',
        entry_point: 'worker.js',
      },
    };
  }

  #query(id: string, { sql, params = [] }: { sql?: unknown; params?: unknown }): Answer {
    const found = [...this.databases.values()].find(({ uuid }) => uuid === id);
    if (found === undefined) return { status: 404, error: { code: 7404, message: 'no such database' } };
    try {
      const { db } = found;
      const text = String(sql);
      const rows = /^\s*(?:SELECT|PRAGMA)\b/i.test(text)
        ? db.prepare(text).all(...(params as string[]))
        : ran(db, text);
      return {
        result: [
          { success: true, results: rows, meta: { duration: 0, changes: 0, rows_read: 0, rows_written: 0 } },
        ],
      };
    } catch (error) {
      return { status: 400, error: { code: 7500, message: `${(error as Error).message}: SQLITE_ERROR` } };
    }
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('latin1');
}

/** Runs a script of statements, which gives no rows. */
function ran(db: DatabaseSync, sql: string): [] {
  db.exec(sql);
  return [];
}
