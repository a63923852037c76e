import { env } from 'cloudflare:test';
import { extract } from '../../src/extract/extract.ts';
import type { NewSource } from '../../src/public/news-source.ts';
import { answer } from '../../src/sources/answers.ts';
import type { Polling } from '../../src/sources/poll.ts';

type Answer = Response | (() => Response | Promise<Response>);

/**
 * A publisher made up for a test: what stands at which address, who asked for what, and a clock that moves when told to.
 */
export class Publisher {
  readonly pages = new Map<string, Answer>();
  readonly asked: { url: string; headers: Headers }[] = [];
  /** How many requests to one host were open at once, at most. */
  most = 0;
  readonly #open = new Map<string, number>();
  now = new Date('2026-03-02T08:00:00Z');

  /** Puts a page there; `text` is sent with an ETag of its own, and 304 to whoever has that. */
  put(url: string, text: string, type = 'text/html; charset=utf-8'): void {
    this.pages.set(url, () => {
      const etag = `"${text.length}-${[...text].reduce((sum, it) => (sum * 31 + it.charCodeAt(0)) | 0, 7)}"`;
      const headers = { 'Content-Type': type, ETag: etag };
      const had = this.asked.at(-1)?.headers.get('If-None-Match');
      return had === etag ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
    });
  }
  answerWith(url: string, status: number, headers: Record<string, string> = {}): void {
    this.pages.set(url, () => new Response(status === 304 ? null : 'x', { status, headers }));
  }

  polling(now = this.now): Polling {
    return {
      db: env.DB,
      read: extract,
      now,
      clock: () => now.getTime(),
      agent: 'ReadoutBot/1.0 (+https://readout.example/about)',
      reach: { loopback: false },
      resolve: async () => null,
      wait: async () => {},
      fetch: async (url, init) => {
        const { host } = new URL(url);
        this.asked.push({ url, headers: new Headers(init.headers) });
        this.#open.set(host, (this.#open.get(host) ?? 0) + 1);
        this.most = Math.max(this.most, this.#open.get(host)!);
        // Others get their turn while this one waits for an answer.
        await scheduler.wait(0);
        const page = this.pages.get(url);
        this.#open.set(host, this.#open.get(host)! - 1);
        if (page === undefined) return new Response('not here', { status: 404 });
        return page instanceof Response ? page.clone() : page();
      },
    };
  }

  later(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }
}

export interface Written {
  path: string;
  title: string;
  body: readonly string[];
  at: string;
  guid?: string;
}

export const SITE = 'https://works.test-press.org';

/** A page as a small press office writes it. */
export const pageOf = ({ title, body, path }: Pick<Written, 'title' | 'body' | 'path'>, head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title><link rel="canonical" href="${SITE}${path}">${head}</head>
   <body><nav><a href="/">Home</a></nav><main><h1>${title}</h1><div class="text">${body.map((it) => `<p>${it}</p>`).join('\n')}</div></main>
   <footer>Ministry of Works</footer></body></html>`;

export const feedOf = (items: readonly Written[]) =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Works</title><link>${SITE}</link>${items
    .map(
      ({ path, title, at, guid }) =>
        `<item><title>${title}</title><link>${SITE}${path}</link><guid isPermaLink="false">${guid ?? path}</guid><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

/** An article in which Jane Example says something, on a day. */
export const written = (n: number, words: string, at: string): Written => ({
  path: `/news/${n}`,
  title: `Minister opens bridge ${n}`,
  body: [
    `Minister of Works Jane Example spoke in Oslo about bridge number ${n} on Monday.`,
    `“${words}” Minister Jane Example said in Oslo.`,
    `The ministry looks after all bridges of the country, and bridge number ${n} is the longest of them.`,
  ],
  at,
});

/** Puts a source there as the API would; fails if it is refused. */
export async function addSource(publisher: Publisher, more: Partial<NewSource> = {}): Promise<string> {
  const told = await answer(
    'addSource',
    {
      name: 'Works news',
      kind: 'feed',
      address: `${SITE}/feed.xml`,
      publisher: 'Ministry of Works',
      rights: 'quote_only',
      selector: '.text',
      paused: false,
      ...more,
    },
    publisher.polling(),
  );
  if ('problem' in told) throw new Error(told.problem.message);
  return (told.value as { id: string }).id;
}
