import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { embed } from '../../src/embed/routes.tsx';
import { pages } from '../../src/pages/routes.tsx';
import { anEngagement, aQuote, aVisit, put, trip } from '../workers/entries.ts';
import { HOSTILE, ORIGIN, serve } from '../workers/site.ts';

const db = env.DB;
const get = serve(embed, pages);
const QUOTE = 'q_000000000001';
const oembed = (path: string, more = '') => get(`/oembed?url=${encodeURIComponent(ORIGIN + path)}${more}`);

beforeEach(async () => {
  await put(db, 'quote', aQuote());
  await put(db, 'visit', aVisit(), { keys: 'status:made' });
  await put(db, 'engagement', anEngagement(), { keys: `visit:${trip.id}` });
});

describe('a frame', () => {
  it('may stand in any page, loads only what is ours, and sends no referrer', async () => {
    for (const path of [`/embed/quotes/${QUOTE}`, `/embed/visits/${trip.id}`]) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      const policy = answer.headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain('frame-ancestors *');
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers.has('X-Frame-Options')).toBe(false);
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(await answer.text()).not.toMatch(/\sstyle=|\son\w+=/);
    }
  });

  it('is the only thing on the site that may be framed', async () => {
    for (const path of ['/', `/quotes/${QUOTE}`, `/visits/${trip.id}`, '/embed', '/nothing']) {
      const answer = await get(path);
      expect([path, answer.headers.get('X-Frame-Options') ?? answer.status]).toEqual([
        path,
        path === '/nothing' ? 404 : 'DENY',
      ]);
    }
  });

  it('has the words, who said them, the context and the source', async () => {
    const page = await (await get(`/embed/quotes/${QUOTE}?theme=dark`)).text();
    expect(page).toContain('“We will build the bridge together with our neighbours.”');
    expect(page).toContain('<bdi>Minister Alpha, Minister of Examples</bdi>, 3 March 2026');
    expect(page).toContain('The minister spoke of the years ahead.');
    expect(page).toContain('href="https://example.org/alpha-in-oslo"');
    expect(page).toContain('<html lang="en" class="dark">');
  });

  it('says so when the words were corrected or withdrawn', async () => {
    await put(db, 'quote', aQuote({ status: 'corrected', replaced_by: 'q_2' }), { replaced_by: 'q_2' });
    const corrected = await (await get(`/embed/quotes/${QUOTE}`)).text();
    expect(corrected).toContain('Corrected: the source has these words otherwise now');
    expect(corrected).toContain(`${ORIGIN}/quotes/q_2`);
    await put(db, 'quote', aQuote({ status: 'withdrawn' }));
    expect(await (await get(`/embed/quotes/${QUOTE}`)).text()).toContain(
      'Withdrawn: no source has these words any more',
    );
  });

  it('is the same whatever the system that placed it has hung on its address', async () => {
    for (const path of [`/embed/quotes/${QUOTE}`, `/embed/visits/${trip.id}`]) {
      const hung = await get(`${path}?utm_source=paper&feature=oembed`);
      expect([path, hung.status]).toEqual([path, 200]);
      expect(await hung.text()).toBe(await (await get(path)).text());
    }
  });

  it('answers under another id with 308, and with a readable 404 where there is none', async () => {
    await put(db, 'quote', aQuote({ id: 'q_9', status: 'redirected' }), { replaced_by: QUOTE });
    const moved = await get('/embed/quotes/q_9?theme=light');
    expect([moved.status, moved.headers.get('Location')]).toEqual([
      308,
      `${ORIGIN}/embed/quotes/${QUOTE}?theme=light&placed=q_9`,
    ]);
    expect(await (await get(`/embed/quotes/${QUOTE}?placed=q_9`)).text()).toContain(
      'Attribution changed: now Minister Alpha, Minister of Examples',
    );
    await put(db, 'quote', aQuote({ id: 'q_8' }));
    for (const unrelated of ['q_8', 'q_none'])
      expect(await (await get(`/embed/quotes/${QUOTE}?placed=${unrelated}`)).text()).not.toContain(
        'Attribution changed',
      );
    const none = await get('/embed/visits/no-such');
    expect([none.status, none.headers.get('Content-Type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect((await get(`/embed/quotes/${QUOTE}?theme=pink`)).status).toBe(400);
  });
});

describe('oEmbed', () => {
  it('describes quotes and visits, within the size asked for', async () => {
    const quote = await (await oembed(`/quotes/${QUOTE}`)).json<Record<string, unknown>>();
    expect(quote).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: 'Readout',
      author_name: 'Minister Alpha',
      width: 600,
    });
    expect(quote.html).toContain(`<iframe src="${ORIGIN}/embed/quotes/${QUOTE}"`);
    expect(quote.html).toContain('referrerpolicy="no-referrer"');
    const small = await (await oembed(`/visits/${trip.id}`, '&maxwidth=320&maxheight=200')).json();
    expect(small).toMatchObject({ title: trip.title, width: 320, height: 200 });
    expect((small as { html: string }).html).toContain('width="320" height="200"');
  });

  it('has no words for a title that nobody says any more', async () => {
    const titleOf = async (path: string) => (await (await oembed(path)).json<{ title: string }>()).title;
    expect(await titleOf(`/quotes/${QUOTE}`)).toContain('build the bridge');
    await put(db, 'quote', aQuote({ status: 'corrected', replaced_by: 'q_2' }), { replaced_by: 'q_2' });
    expect(await titleOf(`/quotes/${QUOTE}`)).toBe(
      'Corrected: the source has these words otherwise now (Minister Alpha, Minister of Examples)',
    );
    await put(db, 'quote', aQuote({ status: 'withdrawn' }));
    const withdrawn = await (await oembed(`/quotes/${QUOTE}`)).text();
    expect(withdrawn).toContain('Withdrawn: no source has these words any more');
    expect(withdrawn).not.toContain('bridge');
  });

  it('is offered as XML too', async () => {
    const answer = await oembed(`/quotes/${QUOTE}`, '&format=xml');
    expect(answer.headers.get('Content-Type')).toBe('text/xml; charset=utf-8');
    expect(await answer.text()).toMatch(/<oembed>[\s\S]*<type>rich<\/type>[\s\S]*<html>&#60;iframe/);
  });

  it('answers 404 for what is not ours or not there, 501 for other formats, 400 for no address', async () => {
    expect((await oembed('/quotes/q_none')).status).toBe(404);
    expect((await oembed('/people/minister-alpha')).status).toBe(404);
    expect((await get('/oembed?url=https%3A%2F%2Felsewhere.example%2Fquotes%2Fq_1')).status).toBe(404);
    expect((await get('/oembed?url=not-an-address')).status).toBe(404);
    expect((await oembed(`/quotes/${QUOTE}`, '&format=yaml')).status).toBe(501);
    expect((await get('/oembed')).status).toBe(400);
    expect((await oembed(`/quotes/${QUOTE}`, '&dnt=1&for=20')).status).toBe(200);
  });

  it('follows an id to the one it has now', async () => {
    await put(db, 'quote', aQuote({ id: 'q_9', status: 'redirected' }), { replaced_by: QUOTE });
    expect((await (await oembed('/quotes/q_9')).json<{ html: string }>()).html).toContain(
      `/embed/quotes/${QUOTE}`,
    );
  });
});

describe('the builder', () => {
  it('gives an element, a frame and a plain quotation that send no referrer', async () => {
    const page = await (await get(`/embed?quote=${QUOTE}&theme=dark`)).text();
    const snippets = [...page.matchAll(/<pre class="copy"[^>]*>([\s\S]*?)<\/pre>/g)].map((match) =>
      match[1]!
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    );
    expect(snippets).toHaveLength(3);
    expect(snippets[0]).toContain(`<readout-quote quote="${QUOTE}" theme="dark">`);
    expect(snippets[0]).toContain(
      `<script type="module" src="${ORIGIN}/embed/v1.js" referrerpolicy="no-referrer"></script>`,
    );
    expect(snippets[1]).toContain('sandbox=');
    expect(snippets[2]).toContain(`<blockquote cite="${ORIGIN}/quotes/${QUOTE}">`);
    for (const snippet of snippets) expect(snippet).toContain('referrerpolicy="no-referrer"');
  });

  it('takes an address as it is pasted, of a quote or of a visit', async () => {
    const ask = (address: string) => get(`/embed?q=${encodeURIComponent(address)}&theme=auto`);
    expect(await (await ask(`${ORIGIN}/quotes/${QUOTE}?x=1`)).text()).toContain('<readout-quote');
    expect(await (await ask(`${ORIGIN}/visits/${trip.id}`)).text()).toContain('<readout-visit');
    expect(await (await ask(QUOTE)).text()).toContain('<readout-quote');
    expect((await ask('https://elsewhere.example/')).status).toBe(404);
  });

  it('hands out somebody’s latest words as they are today', async () => {
    await put(db, 'quote', aQuote({ id: 'q_3' }), { keys: 'speaker:minister-alpha' });
    const page = await (await get('/embed?speaker=minister-alpha')).text();
    expect(page).toContain('<readout-latest speaker="minister-alpha" limit="3">');
    expect(page).not.toContain('<iframe');
    expect((await get('/embed?speaker=nobody')).status).toBe(404);
    expect((await get(`/embed?speaker=minister-alpha&quote=${QUOTE}`)).status).toBe(400);
  });

  it('finds what has the words that were typed', async () => {
    await put(db, 'quote', aQuote({ id: 'q_2', text: 'Another matter.' }), { words: 'another matter' });
    const page = await (await get('/embed?q=another+matter&theme=dark')).text();
    expect(page).toContain('href="/embed?quote=q_2&amp;theme=dark"');
    expect(page).not.toContain(`href="/embed?quote=${QUOTE}`);
    const none = await get('/embed?q=nothing+like+it');
    expect([none.status, await none.text()]).toEqual([404, expect.stringContaining('has these words')]);
  });

  it('offers the latest to pick from', async () => {
    const page = await (await get('/embed')).text();
    expect(page).toContain(`href="/embed?quote=${QUOTE}"`);
    expect(page).toContain(`href="/embed?visit=${trip.id}"`);
  });
});

describe('hostile words', () => {
  it('reach no frame, oEmbed answer or snippet as anything but text', async () => {
    const speaker = { id: 'evil', name: HOSTILE, role: HOSTILE, kind: 'person' as const };
    const source = {
      ...aQuote().sources[0]!,
      publisher: HOSTILE,
      title: HOSTILE,
      url: 'javascript:alert(1)',
    };
    const evil = aQuote({
      text: HOSTILE,
      speaker,
      speakers: [speaker],
      context: { before: HOSTILE, after: HOSTILE },
      sources: [source],
    });
    await put(db, 'quote', evil);
    await put(db, 'visit', aVisit({ title: HOSTILE, cities: [{ id: 'x', name: HOSTILE }] }));
    await put(db, 'engagement', anEngagement({ title: HOSTILE }), { keys: `visit:${trip.id}` });
    const paths = [
      `/embed/quotes/${QUOTE}`,
      `/embed/visits/${trip.id}`,
      `/embed?quote=${QUOTE}`,
      `/embed?visit=${trip.id}`,
      '/embed',
    ];
    for (const path of paths) {
      const page = await (await get(path)).text();
      expect([path, /<(?:img|script>|b>cdata)/.exec(page)]).toEqual([path, null]);
      expect(page).not.toMatch(/(?:href|src|cite)="\s*javascript:/i);
    }
    for (const format of ['json', 'xml']) {
      for (const path of [`/quotes/${QUOTE}`, `/visits/${trip.id}`]) {
        const text = await (await oembed(path, `&format=${format}`)).text();
        const html = format === 'json' ? (JSON.parse(text) as { html: string }).html : '';
        expect(html).not.toMatch(/<(?:img|script|b>)/);
        if (format === 'xml') expect(text).not.toMatch(/<(?:img|script|iframe|b>)|[\ufffe\uffff]/);
      }
    }
  });
});
