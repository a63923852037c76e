import { env } from 'cloudflare:test';
import { Hono } from 'hono';
import { mount } from '../../src/api/operation.ts';
import { postSubscription } from '../../src/api/subscriptions.ts';
import { runDue } from '../../src/digest/run.ts';
import type { AppEnv } from '../../src/http/context.ts';
import { toProblem } from '../../src/http/problem.ts';
import { cloudflareMailer } from '../../src/mail/cloudflare.ts';
import { readKeys } from '../../src/mail/keys.ts';
import { consume } from '../../src/mailing/consume.ts';
import { sweep } from '../../src/mailing/delivery/sweep.ts';
import type { Office } from '../../src/mailing/office.ts';
import { forgetOld } from '../../src/mailing/retention.ts';
import { subscribe } from '../../src/subscribe/routes.tsx';
import { FakeQueue } from './fake-queue.ts';
import { StrictBinding } from './strict-binding.ts';

export const ORIGIN = 'https://readout.example';
export const SECRET_KEYS = 'k1:dGhlIGZpcnN0IGtleSBvZiB0aGUgdGVzdHM=';
const UTC = { timeZone: 'Etc/UTC', hour: 6 };

/** A site with its readers, a clock that only the test moves, a queue and a provider of mail that can fail. */
export class World {
  now: Date;
  readonly queue: FakeQueue;
  readonly provider = new StrictBinding();
  readonly office: Office;
  readonly #app: Hono<AppEnv>;
  readonly #secrets: string;

  private constructor(at: string, office: Omit<Office, 'now' | 'queue' | 'mailer'>, secrets: string) {
    this.now = new Date(at);
    this.queue = new FakeQueue(() => this.now);
    this.office = {
      ...office,
      now: () => this.now,
      queue: this.queue,
      mailer: cloudflareMailer(this.provider as SendEmail),
    };
    this.#secrets = secrets;
    const app = new Hono<AppEnv>();
    app.use(async (c, next) => {
      c.set('outside', { now: () => this.now.getTime(), random: () => 0.5, isolate: null });
      await next();
    });
    mount(app, postSubscription);
    app.route('/', subscribe);
    app.onError((error, c) => toProblem(error, c.req.url, ORIGIN));
    this.#app = app;
  }

  static async at(at: string, secrets = SECRET_KEYS): Promise<World> {
    const keys = await readKeys(secrets, ORIGIN);
    if (keys === null) throw new Error('the tests have keys');
    const from = { name: 'Readout', address: 'digest@readout.example' };
    const office = {
      db: env.DB,
      random: () => 0.5,
      keys,
      origin: ORIGIN,
      from,
      leave: 'leave@readout.example',
    };
    return new World(at, office, secrets);
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    const bindings = {
      ...env,
      DELIVERIES: this.queue,
      SECRET_KEYS: this.#secrets,
      PUBLIC_URL: ORIGIN,
    };
    return Promise.resolve(this.#app.request(`${ORIGIN}${path}`, init, bindings));
  }

  post(path: string, body: URLSearchParams | FormData): Promise<Response> {
    return this.ask(path, { method: 'POST', body });
  }

  api(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.ask('/v1/subscriptions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Lets the consumer work off the queue. */
  async drain(office: Office = this.office): Promise<void> {
    await this.queue.drain((batch) => consume(office, batch));
  }

  /** What the cron trigger does. */
  async cron(office: Office = this.office): Promise<void> {
    await runDue(env.DB, this.now, UTC);
    await sweep(office);
    await forgetOld(env.DB, this.now);
  }

  /** Moves the clock on. */
  wait(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }

  at(time: string): void {
    this.now = new Date(time);
  }

  /** The path of the first link to a subscription in the newest letter to an address. */
  link(address: string, which = 0): string {
    const letter = this.provider.to(address).at(-1);
    const links = letter?.text.match(/https:\/\/readout\.example(\/subscriptions\/[a-z0-9-]+)/g) ?? [];
    const link = links[which];
    if (link === undefined) throw new Error(`no link ${which} in a letter to this address`);
    return link.slice(ORIGIN.length);
  }

  /** Somebody subscribes and confirms. */
  async join(address: string, wants: Record<string, unknown> = {}): Promise<void> {
    const asked = await this.api({ email: address, ...wants });
    if (asked.status !== 202) throw new Error(await asked.text());
    await this.drain();
    const confirmed = await this.post(this.link(address), new URLSearchParams({ action: 'confirm' }));
    if (confirmed.status !== 200) throw new Error(`confirming was answered ${confirmed.status}`);
  }

  /** Subjects of the issues sent to an address, without letters about the subscription itself. */
  issues(address: string): string[] {
    return this.provider
      .to(address)
      .filter(({ headers }) => headers['List-Id'] !== undefined)
      .map(({ headers }) => headers['X-Readout-Issue'] ?? '');
  }

  /** State and reason of every delivery, by the reader's number and issue. */
  async deliveries(): Promise<
    { issue_id: string; subscriber_id: number; state: string; reason: string | null }[]
  > {
    const { results } = await env.DB.prepare(
      'SELECT issue_id, subscriber_id, state, reason FROM delivery ORDER BY id',
    ).all<{ issue_id: string; subscriber_id: number; state: string; reason: string | null }>();
    return results;
  }
}
