import robotsParser from 'robots-parser';
import { type HostRow, updateHost } from '../store/polling.ts';
import { type Failed, fetchGuarded, type Outward } from './fetch.ts';

/** How long what robots.txt said is believed. */
const BELIEVED_MS = 86_400_000;
const MOST_BYTES = 512_000;

/** What a host's robots.txt allows, asked for at most once a day. */
export class Robots {
  readonly #hosts = new Map<string, string | null>();

  readonly #db: D1Database;
  readonly #outward: Outward;
  readonly #now: Date;

  constructor(db: D1Database, outward: Outward, now: Date) {
    this.#db = db;
    this.#outward = outward;
    this.#now = now;
  }

  /** What is known of a host already. */
  learn({ host, robots, robots_at }: HostRow): void {
    if (robots !== null && robots_at !== null && Date.parse(robots_at) > this.#now.getTime() - BELIEVED_MS)
      this.#hosts.set(host, robots);
  }

  /** Words that say why an address is not asked, or null. */
  async refusal(url: URL): Promise<string | null> {
    const text = this.#hosts.has(url.host) ? this.#hosts.get(url.host)! : await this.#ask(url);
    if (text === null) return 'its robots.txt cannot be had, so nothing of it is asked';
    const allowed = robotsParser(`${url.origin}/robots.txt`, text).isAllowed(url.href, this.#outward.agent);
    return allowed === false ? 'its robots.txt asks us not to' : null;
  }

  /** Seconds that the host asks to leave between two requests. */
  delay(url: URL): number {
    const text = this.#hosts.get(url.host) ?? '';
    return robotsParser(`${url.origin}/robots.txt`, text).getCrawlDelay(this.#outward.agent) ?? 0;
  }

  async #ask(url: URL): Promise<string | null> {
    const limits = { bytes: MOST_BYTES, ms: 10_000, redirects: 5 };
    const got = await fetchGuarded(`${url.origin}/robots.txt`, {}, { ...this.#outward, limits });
    const text = allowance(got);
    this.#hosts.set(url.host, text);
    if (text !== null)
      await updateHost(this.#db, url.host, { robots: text, robots_at: this.#now.toISOString() }).run();
    return text;
  }
}

/** As RFC 9309 has it: what is not there allows all, what cannot be had allows nothing. */
function allowance(got: Awaited<ReturnType<typeof fetchGuarded>>): string | null {
  if (got.kind === 'failed') return refusedForSize(got) ? '' : null;
  if (got.status >= 500 || got.status === 429) return null;
  if (got.status >= 300) return '';
  return got.text ?? '';
}

const refusedForSize = ({ why }: Failed) => why.startsWith('it is over');
