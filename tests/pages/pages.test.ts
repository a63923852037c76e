import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { runDaily } from '../../src/digest/run.ts';
import { pages } from '../../src/pages/routes.tsx';
import { toPublicPlace } from '../../src/public/place.ts';
import {
  aFigure,
  alpha,
  anEngagement,
  aPerson,
  aQuote,
  aVisit,
  put,
  speech,
  trip,
} from '../workers/entries.ts';
import { HOSTILE, ORIGIN, serve } from '../workers/site.ts';

const db = env.DB;
const get = serve(pages);
const html = async (path: string) => (await get(path, { Accept: 'text/html' })).text();
/** What a reader reads: no markup, entities resolved. */
const textOf = (page: string) =>
  page
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const jsonLdOf = (page: string) =>
  JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? 'null');

const PATHS = [
  '/',
  `/visits/${trip.id}`,
  '/quotes/q_000000000001',
  '/people/minister-alpha',
  '/digests',
  '/digests/2026-03-05',
  '/documents',
  '/visits',
  '/people',
  '/quotes',
  '/engagements',
  '/engagements/e_000000000001',
  '/countries',
  '/countries/no',
  '/topics',
  '/topics/transport-infrastructure',
  '/about',
  '/search',
  '/search?q=bridge',
];

beforeEach(async () => {
  const keys = `speaker:minister-alpha visit:${trip.id} engagement:${speech.id} topic:transport country:no`;
  await put(db, 'visit', aVisit(), {
    keys: 'visitor:minister-alpha country:no status:made',
    day: '2026-03-02',
    words: 'minister alpha in norway',
  });
  await put(db, 'engagement', anEngagement(), { keys: `person:minister-alpha visit:${trip.id}` });
  const topics = [{ id: 'transport-infrastructure', name: 'Transport and infrastructure' }];
  await put(db, 'quote', aQuote({ topics }), {
    keys,
    words: 'we will build the bridge together with our neighbours',
  });
  await put(db, 'figure', aFigure(), { keys: `visit:${trip.id}` });
  await put(db, 'person', aPerson());
  const stamps = { first_seen_at: '2026-03-05T09:00:00.000Z', updated_at: '2026-03-05T09:00:00.000Z' };
  const counts = { visits: 1, engagements: 1, quotes: 1 };
  const country = { id: 'no', name: 'Norway', kind: 'country' as const, country: null, city: null, counts };
  await put(db, 'place', toPublicPlace(country, stamps, 'published'), { keys: 'kind:country' });
  await runDaily(db, new Date('2026-03-05T10:00:00Z'), '2026-03-05');
});

describe('every page', () => {
  it('is HTML with one heading of the first level, a title, a description and its address', async () => {
    for (const path of PATHS) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      const page = await answer.text();
      expect(page.match(/<h1[ >]/g)).toHaveLength(1);
      expect(page).toMatch(/^<!doctype html><html lang="en">/);
      expect(page).toMatch(/<title>[^<]{5,}<\/title>/);
      expect(page).toMatch(/<meta name="description" content="[^"]{20,}"/);
      if (!path.startsWith('/search'))
        expect(page).toContain(`<link rel="canonical" href="${ORIGIN}${path}"/>`);
    }
  });

  it('has nothing inline and loads nothing from elsewhere', async () => {
    for (const path of PATHS) {
      const answer = await get(path);
      const policy = answer.headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      const page = await answer.text();
      expect(page).not.toMatch(/\sstyle=|<style|\son\w+=/i);
      expect(page).not.toMatch(
        /<script(?! type="application\/ld\+json">| type="module" src="\/[^"]+"><\/script>)/,
      );
      for (const [, address] of page.matchAll(
        /<(?:script|img|iframe|link rel="stylesheet")[^>]*(?:src|href)="([^"]*)"/g,
      ))
        expect(address).toMatch(/^\//);
    }
  });

  it('answers 304 to whoever has it', async () => {
    for (const path of PATHS) {
      const etag = (await get(path)).headers.get('ETag') ?? '';
      expect((await get(path, { 'If-None-Match': etag })).status).toBe(304);
    }
  });

  it('has links that lead to pages, feeds and files that exist', async () => {
    const seen = new Set<string>();
    for (const path of PATHS)
      for (const [, href = ''] of (await html(path)).matchAll(/<a [^>]*href="(\/[^"#]*)/g)) seen.add(href);
    // Served by other surfaces.
    const others =
      /^\/(v1|docs|feeds|subscribe|check|embed|sources|corrections|documents|visits\?month|search\?document)/;
    for (const href of [...seen].filter((it) => !others.test(it)))
      expect([href, (await get(href.replaceAll('&amp;', '&'))).status]).toEqual([href, 200]);
  });
});

describe('the page of a visit', () => {
  it('has its days in order, engagements with their quotes, whom they met, figures and documents', async () => {
    const beta = { id: 'minister-beta', name: 'Minister Beta', role: 'Minister of Bridges' };
    const other = anEngagement({
      id: 'e_2',
      title: 'Meeting with Minister Beta',
      date: '2026-03-02',
      participants: [{ ...alpha, role: null }, beta],
    });
    await put(db, 'engagement', other, { keys: `visit:${trip.id}`, day: '2026-03-02' });
    const page = await html(`/visits/${trip.id}`);
    const text = textOf(page);
    const places = [
      'Monday, 2 March 2026',
      'Meeting with Minister Beta',
      'Tuesday, 3 March 2026',
      'Speech at the Example Institute',
      '“We will build the bridge',
      'Whom Minister Alpha met',
      'Minister of Bridges',
      '3 billion euros',
    ].map((it) => text.indexOf(it));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(page).toContain('<link rel="alternate" type="application/rss+xml"');
    expect(jsonLdOf(page)).toMatchObject({
      '@type': 'Event',
      name: trip.title,
      startDate: '2026-03-02',
      performer: { name: 'Minister Alpha' },
    });
  });

  it('says so when nobody says any more that it took place', async () => {
    await put(db, 'visit', aVisit({ status: 'withdrawn' }));
    const page = await html(`/visits/${trip.id}`);
    expect(textOf(page)).toContain('Withdrawn. No document on record says this any more.');
    expect(page).toContain('<meta name="robots" content="noindex"/>');
  });
});

describe('the page of a quote', () => {
  it('has the words, their context, every source with its own wording, and ways to cite', async () => {
    const quote = aQuote();
    quote.sources.push({
      ...quote.sources[0]!,
      document: 'd_2',
      publisher: 'Example Wire',
      title: 'Bridge promised',
      text: 'We will build the bridge, together with our neighbours',
    });
    await put(db, 'quote', quote);
    const page = await html('/quotes/q_000000000001');
    const text = textOf(page);
    for (const part of [
      '“We will build the bridge together with our neighbours.”',
      'The minister spoke of the years ahead.',
      'The audience rose.',
      '2 documents of 2 publishers print these words.',
      'In its own wording: “We will build the bridge, together with our neighbours”',
      '@misc{q_000000000001,',
      '{{Blockquote |text=We will build the bridge together with our neighbours.',
      'Report an error',
    ])
      expect(text).toContain(part);
    expect(jsonLdOf(page)).toMatchObject({
      '@type': 'Quotation',
      text: quote.text,
      dateCreated: '2026-03-03',
      creator: [{ '@type': 'Person', name: 'Minister Alpha' }],
    });
    expect(page).toContain('type="application/json+oembed"');
  });

  it('leads to the words as they stand today when the source has changed them', async () => {
    await put(db, 'quote', aQuote({ status: 'corrected', replaced_by: 'q_2' }), { replaced_by: 'q_2' });
    const page = await html('/quotes/q_000000000001');
    expect(textOf(page)).toContain('Corrected. What the source says has changed since');
    expect(page).toContain('href="/quotes/q_2"');
  });

  it('answers under another id with 308', async () => {
    await put(db, 'quote', aQuote({ id: 'q_9', status: 'redirected' }), { replaced_by: 'q_000000000001' });
    const answer = await get('/quotes/q_9');
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, `${ORIGIN}/quotes/q_000000000001`]);
  });
});

describe('the page of a person', () => {
  it('has offices, visits on a timeline, topics and the latest words', async () => {
    const page = await html('/people/minister-alpha');
    const text = textOf(page);
    expect(text).toContain('Minister, Ministry of Examples since January 2025');
    expect(page).toContain(`<a href="/visits/${trip.id}"><title>${trip.title}</title><rect`);
    expect(page).toContain('href="/search?speaker=minister-alpha&amp;topic=transport-infrastructure"');
    expect(text).toContain('“We will build the bridge together with our neighbours.”');
    expect(jsonLdOf(page)).toMatchObject({
      '@type': 'Person',
      name: 'Minister Alpha',
      alternateName: ['Alpha'],
    });
  });
});

describe('the digest', () => {
  it('has each issue as a page and as text, with the same words', async () => {
    const text = await get('/digests/2026-03-05.txt');
    expect(text.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    const [plain, page] = [await text.text(), textOf(await html('/digests/2026-03-05'))];
    for (const words of [
      'We will build the bridge together with our neighbours.',
      'Speech at the Example Institute',
      '3 billion euros',
      trip.title,
    ]) {
      expect(plain).toContain(words);
      expect(page).toContain(words);
    }
    expect((await get('/digests/2026-03-06')).status).toBe(404);
    expect((await get('/digests/2026-03-06.txt')).status).toBe(404);
  });
});

describe('the search page', () => {
  it('finds words whatever their case, and marks them', async () => {
    const page = await html('/search?q=BRIDGE+toge');
    expect(page).toContain('build the <mark>bridge</mark> <mark>together</mark> with');
  });

  it('takes the empty fields of its own form for nothing', async () => {
    const answer = await get('/search?q=bridge&from=&to=&country=');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<mark>bridge</mark>');
  });

  it('says what is wrong on the page', async () => {
    const answer = await get('/search?q=bridge&from=yesterday');
    expect(answer.status).toBe(400);
    expect(textOf(await answer.text())).toContain('from must be a day of the calendar');
    const turned = await get('/search?q=bridge&from=2026-03-02&to=2026-03-01');
    expect(turned.status).toBe(400);
    expect(textOf(await turned.text())).toContain('from is after to');
  });

  it('has the best first, then all that was found, and lists by topic page by page', async () => {
    for (let n = 0; n < 45; n++)
      await put(db, 'quote', aQuote({ id: `q_x${n}`, text: `Harbour ${n} is open.` }), {
        words: `harbour ${n} is open`,
        keys: 'topic:transport-infrastructure',
        day: `2026-02-${10 + (n % 15)}`,
      });
    const ids = (page: string) =>
      [...page.matchAll(/<article class="quote" id="(\w+)"/g)].map((match) => match[1]);
    const nextOf = (page: string) =>
      /<a href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const first = await html('/search?q=harbour');
    const all = await html(nextOf(first));
    expect([ids(first).length, ids(all).length]).toEqual([30, 45]);
    expect(ids(all)).toEqual(expect.arrayContaining(ids(first)));
    const listed: (string | undefined)[] = [];
    for (let at = '/search?topic=transport-infrastructure&q=harbour'; at !== ''; ) {
      const page = await html(at);
      listed.push(...ids(page));
      at = nextOf(page);
    }
    expect(listed.length).toBe(45);
    expect(new Set(listed).size).toBe(45);
    expect((await get('/search?q=other&cursor=zzzzzzzzzzzzzzzz')).status).toBe(400);
  });

  it('says how a question was understood, and in what order the answers stand', async () => {
    const text = textOf(await html('/search?q=visits+to+Belgium+in+March+2022'));
    expect(text).toContain('Understood as: visits · Belgium · 1–31 March 2022.');
    const page = await html('/search?q=bridge');
    expect(page).toContain('href="/search?q=bridge&amp;sort=-day"');
    expect(await html('/search?q=bridge&sort=-day')).toContain('<strong>newest first</strong>');
  });

  it('takes a country by its name', async () => {
    const named = await get('/search?q=bridge&country=norway');
    expect(named.status).toBe(200);
    expect(await named.text()).toContain('value="Norway"');
    expect((await get('/search?q=bridge&country=atlantis')).status).toBe(400);
  });
});

describe('the check page', () => {
  it('is a form until something is asked, and takes empty fields for nothing', async () => {
    for (const path of ['/check', '/check?text=&speaker=']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(textOf(await answer.text())).not.toContain('Not on record');
    }
  });

  it('says that nothing is like it, and what is wrong with what was asked', async () => {
    expect(textOf(await html('/check?text=Zebras+paint+the+moon+purple'))).toContain('Not on record');
    const wordless = await get('/check?text=%3F%21');
    expect(wordless.status).toBe(400);
    expect(textOf(await wordless.text())).toContain('text holds no word to compare');
  });

  it('gives back hostile words as text', async () => {
    const page = await html(
      `/check?text=${encodeURIComponent(HOSTILE)}&speaker=${encodeURIComponent(HOSTILE.slice(0, 150))}`,
    );
    expect(/<(?:img|script>|b>cdata)/.exec(page)).toBeNull();
  });
});

describe('a link that was passed on', () => {
  it('leads to its page whatever the passing-on has hung on it, and the page keeps its own address', async () => {
    const hung = 'utm_source=letter&fbclid=abc&cursorr=1';
    for (const path of ['/', '/digests', '/digests?cadence=weekly', '/check', '/embed', '/documents']) {
      const answer = await get(`${path}${path.includes('?') ? '&' : '?'}${hung}`);
      expect([path, answer.status]).toEqual([path, 200]);
      const page = await answer.text();
      expect(page).not.toContain('utm_source');
      expect(page).toContain(`href="${ORIGIN}${path}"`);
    }
    const found = await html(`/search?q=bridge&${hung}`);
    expect(found).toBe(await html('/search?q=bridge'));
  });

  it('is still told what a page cannot read', async () => {
    for (const path of ['/digests?cadence=hourly', '/documents?after=x'])
      expect([path, (await get(path)).status]).toEqual([path, 400]);
  });
});

describe('what is not there', () => {
  it('is a page that says so', async () => {
    for (const path of ['/visits/no-such-visit', '/quotes/q_no', '/people/nobody', '/quotes/%3Cscript%3E']) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
      expect(textOf(await answer.text())).toContain('There is nothing here');
    }
  });
});

describe('for robots', () => {
  it('there is a map of every page and a way to it', async () => {
    const map = await html('/sitemap.xml');
    for (const path of [
      `/visits/${trip.id}`,
      '/quotes/q_000000000001',
      '/people/minister-alpha',
      '/digests/2026-03-05',
    ])
      expect(map).toContain(`<loc>${ORIGIN}${path}</loc>`);
    expect(await html('/robots.txt')).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
  });
});

describe('hostile words', () => {
  it('reach no page as anything but text', async () => {
    const evil = { id: 'evil', name: HOSTILE };
    const named = { id: 'evil', title: HOSTILE };
    const source = {
      ...aQuote().sources[0]!,
      title: HOSTILE,
      publisher: HOSTILE,
      url: 'javascript:alert(1)',
      text: HOSTILE,
    };
    const quote = aQuote({
      text: HOSTILE,
      speakers: [{ ...evil, role: HOSTILE, kind: 'person' }],
      speaker: { ...evil, role: HOSTILE, kind: 'person' },
      engagement: named,
      visit: { ...trip, title: HOSTILE },
      topics: [evil],
      context: { before: HOSTILE, after: HOSTILE },
      sources: [source, source],
    });
    await put(db, 'quote', quote);
    await put(
      db,
      'visit',
      aVisit({ title: HOSTILE, visitor: evil, country: evil, cities: [evil], sources: [source] }),
    );
    await put(
      db,
      'engagement',
      anEngagement({ title: HOSTILE, place: evil, city: evil, participants: [{ ...evil, role: HOSTILE }] }),
    );
    await put(db, 'figure', aFigure({ text: HOSTILE, sentence: HOSTILE, stated_by: evil }));
    await put(
      db,
      'person',
      aPerson({
        name: HOSTILE,
        aliases: [HOSTILE],
        roles: [{ title: HOSTILE, organisation: HOSTILE, country: null, from: null, to: null }],
      }),
    );
    await put(db, 'quote', aQuote({ ...quote, id: 'q_new' }), { rev: 2, words: 'bridge' });
    await runDaily(db, new Date('2026-03-06T10:00:00Z'), '2026-03-06');
    const searches = [
      `/search?q=${encodeURIComponent(HOSTILE.slice(0, 400))}`,
      '/search?q=%22%3E%3Cimg+src%3Dx%3E+bridge',
    ];
    for (const path of [...PATHS, '/digests/2026-03-06', ...searches]) {
      const page = await html(path);
      expect([path, /<(?:img|script>|b>)/.exec(page)]).toEqual([path, null]);
      expect(page).not.toMatch(/(?:href|src|cite|action)="\s*javascript:/i);
      // Nothing has broken into the data block or out of it.
      for (const [, body = ''] of page.matchAll(/<script type="application[^>]*>([\s\S]*?)<\/script>/g))
        expect(() => JSON.parse(body)).not.toThrow();
      expect(page).not.toMatch(/<title>[^<]*[\u202e\u2066]/);
    }
  });
});
