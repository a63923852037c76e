import { describe, expect, it } from 'vitest';
import { ask, problemOf } from '../workers/ask.ts';

const asEditor = (method: string, body?: unknown, token = 'local'): RequestInit => ({
  method,
  headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
  ...(body !== undefined && { body: JSON.stringify(body) }),
});

const given = {
  name: 'Works news',
  kind: 'feed',
  address: 'https://works.test-press.org/feed.xml',
  publisher: 'Ministry of Works',
};

describe('/v1/sources', () => {
  it('lists the sources of the corpus, paused until somebody has seen them work', async () => {
    const { data } = (await ask('/v1/sources')).json as { data: Record<string, unknown>[] };
    expect(data.length).toBeGreaterThanOrEqual(20);
    expect(new Set(data.map(({ region }) => region)).size).toBeGreaterThanOrEqual(5);
    for (const source of data)
      expect(source).toMatchObject({
        state: 'paused',
        blocker: 'paused: not yet seen working',
        documents: 0,
      });
    for (const source of data.filter(({ rights }) => rights === 'open'))
      expect(source).toMatchObject({ licence: expect.any(String), terms: expect.stringMatching(/^https:/) });
  });

  it('takes a source, changes, pauses and removes it, and gives its id to no other', async () => {
    const added = await ask('/v1/sources', asEditor('POST', given));
    expect(added.status).toBe(201);
    expect(added.json).toMatchObject({ id: 'works-news', rights: 'quote_only', state: 'ok' });
    expect((await ask('/v1/sources', asEditor('POST', given))).status).toBe(409);
    const paused = await ask(
      '/v1/sources/works-news',
      asEditor('PATCH', { paused: true, interval_minutes: 60 }),
    );
    expect(paused.json).toMatchObject({ state: 'paused', interval: 60, next_at: null });
    expect((await ask('/v1/sources/works-news')).json).toMatchObject({
      correction_clock: { watched: 0, edits: 0 },
      unrest: [],
      url: 'https://readout.example/sources/works-news',
    });
    expect((await ask('/v1/sources/works-news', asEditor('DELETE'))).status).toBe(204);
    expect((await ask('/v1/sources/works-news')).status).toBe(404);
    expect((await ask('/v1/sources', asEditor('POST', given))).status).toBe(409);
  });

  it('is for whoever has the token', async () => {
    for (const [path, method] of [
      ['/v1/sources', 'POST'],
      ['/v1/sources/nato-news', 'PATCH'],
      ['/v1/sources/nato-news', 'DELETE'],
      ['/v1/sources/nato-news/poll', 'POST'],
    ] as const) {
      expect((await ask(path, asEditor(method, given, 'wrong'))).status).toBe(401);
      expect((await ask(path, { method })).status).toBe(401);
    }
  });

  it.each([
    [{ address: 'http://127.0.0.1/feed' }, 'address'],
    [{ address: 'http://169.254.169.254/latest/meta-data' }, 'address'],
    [{ address: 'http://[::ffff:10.0.0.1]/' }, 'address'],
    [{ address: 'http://printer.local/feed' }, 'address'],
    [{ address: 'ftp://works.test-press.org/feed' }, 'address'],
    [{ address: undefined }, 'address'],
    [{ kind: 'page' }, 'selector'],
    [{ selector: 'p[[' }, 'selector'],
    [{ rights: 'open' }, 'rights'],
    [{ interval_minutes: 1 }, 'interval_minutes'],
  ])('refuses %j, and names what is wrong', async (wrong, parameter) => {
    const answer = await ask('/v1/sources', asEditor('POST', { ...given, ...wrong }));
    expect(answer.status).toBe(400);
    expect(problemOf(answer).errors?.map((it) => it.parameter)).toEqual([parameter]);
  });

  it('has pages that say the same, and 404 for what there is not', async () => {
    await ask('/v1/sources', asEditor('POST', given));
    const page = await ask('/sources', { headers: { Accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Works news');
    expect(page.text).toContain('not yet seen working');
    const one = await ask('/sources/works-news', { headers: { Accept: 'text/html' } });
    expect(one.text).toContain('Correction clock');
    expect((await ask('/sources/nobody', { headers: { Accept: 'text/html' } })).status).toBe(404);
  });
});

describe('a page that is posted', () => {
  const html = `<!doctype html><html><head><title>Bridge opens | Works</title><meta property="og:site_name" content="Works">
    <meta property="article:published_time" content="2026-03-02T23:30:00-05:00"></head><body><nav>Home News</nav>
    <main><h1>Bridge opens</h1><p>Minister Jane Example opened the bridge in Oslo on Monday.</p>
    <p>“We will build it again,” said Minister Jane Example.</p>
    <figure><img alt=""><figcaption>“Not a word of hers,” says the caption.</figcaption></figure>
    <div class="share-bar">Share this</div></main><footer>All rights</footer></body></html>`;
  const post = (body: unknown) => ask('/v1/documents', asEditor('POST', body));

  it('is read for its article alone, with the day and title that it states', async () => {
    const answer = await post({ html, url: 'https://works.test-press.org/bridge' });
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      title: 'Bridge opens',
      published_on: '2026-03-02',
      rights: 'quote_only',
    });
    const { quotes } = (answer.json as { extracted: { quotes: string[] } }).extracted;
    const said = await Promise.all(
      quotes.map(async (id) => ((await ask(`/v1/quotes/${id}`)).json as { text: string }).text),
    );
    expect(said).toEqual(['We will build it again,']);
  });

  it('as `text` is refused, with what to do instead', async () => {
    const answer = await post({ text: html });
    expect(answer.status).toBe(422);
    expect(problemOf(answer).detail).toContain('`html`');
  });

  it('must hold an article, and come alone', async () => {
    expect((await post({ html: '<html><body><nav>Home</nav></body></html>' })).status).toBe(422);
    expect((await post({ html: 'no markup' })).status).toBe(422);
    expect((await post({ html, text: 'words' })).status).toBe(400);
    expect((await post({})).status).toBe(400);
  });
});
