import { env } from 'cloudflare:test';
import { parseFeed } from '@rowanmanning/feed-parser';
import * as feedsmith from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { runDaily, runWeekly } from '../../src/digest/run.ts';
import { feeds } from '../../src/feeds/routes.ts';
import { aQuote, aVisit, put } from '../workers/entries.ts';
import { HOSTILE, ORIGIN, serve } from '../workers/site.ts';

const db = env.DB;
const get = serve(feeds);
const FORMATS = ['xml', 'atom', 'json'] as const;

const at = (hour: number) => new Date(Date.UTC(2026, 2, 5, hour)).toISOString();
const seen = (hour: number) => ({ first_seen_at: at(hour), updated_at: at(hour) });

async function quotes() {
  await put(db, 'quote', aQuote({ id: 'q_1', ...seen(1) }), {
    rev: 1,
    keys: 'speaker:minister-alpha',
    day: '2026-03-04',
  });
  await put(db, 'quote', aQuote({ id: 'q_2', ...seen(2) }), {
    rev: 2,
    keys: 'speaker:minister-beta',
    day: '2026-03-01',
  });
  await put(db, 'quote', aQuote({ id: 'q_3', ...seen(3) }), {
    rev: 3,
    keys: 'speaker:minister-alpha',
    day: null,
  });
}

interface Item {
  id: string;
  title: string;
  url: string;
  updated: string;
}

/** The entries of a feed, read by two parsers that know nothing of each other. */
async function itemsOf(path: string): Promise<Item[]> {
  const text = await (await get(path)).text();
  const ours = feedsmith.parseFeed(text).feed as { items?: unknown[]; entries?: unknown[] };
  const items = path.includes('.json') ? fromJson(text) : fromXml(text);
  expect((ours.items ?? ours.entries ?? []).length).toBe(items.length);
  return items;
}

const fromXml = (text: string): Item[] =>
  parseFeed(text).items.map((item) => ({
    id: item.id ?? '',
    title: item.title ?? '',
    url: item.url ?? '',
    updated: (item.updated ?? item.published)?.toISOString() ?? '',
  }));

const fromJson = (text: string): Item[] =>
  (JSON.parse(text).items as (Item & { date_modified: string })[]).map(
    ({ id, title, url, date_modified }) => ({
      id,
      title,
      url,
      updated: date_modified,
    }),
  );

describe('a feed of quotes', () => {
  it('has the same entries in every format, those that arrived last first', async () => {
    await quotes();
    for (const format of FORMATS) {
      const items = await itemsOf(`/feeds/quotes.${format}`);
      expect(items.map(({ id }) => id)).toEqual(
        ['q_3', 'q_2', 'q_1'].map((id) => `tag:readout,2026:quote/${id}`),
      );
      expect(items[0]).toMatchObject({
        title: 'Minister Alpha: “We will build the bridge together with our neighbours.”',
        url: `${ORIGIN}/quotes/q_3`,
      });
    }
  });

  it('can be narrowed as the list of the API can, and refuses what that refuses', async () => {
    await quotes();
    const ids = async (query: string) =>
      (await itemsOf(`/feeds/quotes.atom?${query}`)).map(({ id }) => id.slice(-3));
    expect(await ids('speaker=minister-alpha')).toEqual(['q_3', 'q_1']);
    expect(await ids('speaker=minister-alpha&limit=1')).toEqual(['q_3']);
    expect(await ids('from=2026-03-02')).toEqual(['q_1']);
    expect(await ids('speaker=nobody')).toEqual([]);
    for (const query of ['speeker=minister-alpha', 'limit=1000', 'from=yesterday', 'speaker=%22%29'])
      expect((await get(`/feeds/quotes.xml?${query}`)).status).toBe(400);
  });

  it('refuses days the wrong way round', async () => {
    for (const path of ['quotes.xml', 'quotes.json', 'visits.atom', 'visits.ics']) {
      const refused = await get(`/feeds/${path}?from=2024-02-01&to=2024-01-01`);
      expect([refused.status, await refused.text()]).toEqual([
        400,
        expect.stringContaining('`from` is after `to`'),
      ]);
    }
  });

  it('keeps its ids and moves `updated` when an entry is rendered anew', async () => {
    await quotes();
    const before = await itemsOf('/feeds/quotes.atom');
    await put(db, 'quote', aQuote({ id: 'q_2', first_seen_at: at(2), updated_at: at(9) }), {
      rev: 4,
      first_rev: 2,
    });
    const after = await itemsOf('/feeds/quotes.atom');
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ updated }) => updated)).toEqual([at(3), at(9), at(1)]);
  });

  it('leaves out what was withdrawn', async () => {
    await quotes();
    await put(db, 'quote', aQuote({ id: 'q_3', status: 'withdrawn' }), { rev: 4 });
    expect((await itemsOf('/feeds/quotes.json')).map(({ id }) => id.slice(-3))).toEqual(['q_2', 'q_1']);
  });

  it('answers 304 to whoever has it, and 200 once it has changed', async () => {
    await quotes();
    for (const format of FORMATS) {
      const first = await get(`/feeds/quotes.${format}`);
      const etag = first.headers.get('ETag') ?? '';
      const again = await get(`/feeds/quotes.${format}`, { 'If-None-Match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect((await get(`/feeds/quotes.${format}`, { 'If-None-Match': `W/${etag}` })).status).toBe(304);
    }
    const etag = (await get('/feeds/quotes.xml')).headers.get('ETag') ?? '';
    await put(db, 'quote', aQuote({ id: 'q_4', ...seen(4) }), { rev: 4 });
    expect((await get('/feeds/quotes.xml', { 'If-None-Match': etag })).status).toBe(200);
  });

  it('goes on at the new id of whoever it is narrowed to', async () => {
    await put(
      db,
      'person',
      { ...aQuote({ id: 'beta' }), status: 'redirected' },
      { replaced_by: 'minister-beta' },
    );
    await put(db, 'person', aQuote({ id: 'minister-beta' }));
    const moved = await get('/feeds/quotes.xml?speaker=beta&limit=5');
    expect([moved.status, moved.headers.get('Location')]).toEqual([
      308,
      `${ORIGIN}/feeds/quotes.xml?speaker=minister-beta&limit=5`,
    ]);
  });

  it('is empty and valid before there is any entry', async () => {
    for (const format of FORMATS) expect(await itemsOf(`/feeds/quotes.${format}`)).toEqual([]);
  });

  it('is not there in other formats', async () => {
    expect((await get('/feeds/quotes.ics')).status).toBe(404);
    expect((await get('/feeds/people.xml')).status).toBe(404);
  });
});

describe('a feed of visits', () => {
  it('has trips that were made unless announced ones are asked for', async () => {
    await put(db, 'visit', aVisit({ id: 'v-1' }), { keys: 'visitor:minister-alpha status:made' });
    await put(db, 'visit', aVisit({ id: 'v-2' }), { keys: 'visitor:minister-alpha status:announced' });
    for (const format of FORMATS) {
      expect((await itemsOf(`/feeds/visits.${format}`)).map(({ id }) => id)).toEqual([
        'tag:readout,2026:visit/v-1',
      ]);
      expect(await itemsOf(`/feeds/visits.${format}?status=announced&visitor=minister-alpha`)).toHaveLength(
        1,
      );
    }
  });
});

describe('the feed of the digest', () => {
  it('has the daily issues whole, or the weekly ones', async () => {
    await put(db, 'visit', aVisit(), { rev: 1, keys: 'status:made' });
    await put(db, 'quote', aQuote(), { rev: 1 });
    await runDaily(db, new Date('2026-03-05T10:00:00Z'), '2026-03-05');
    await runWeekly(db, new Date('2026-03-09T10:00:00Z'), '2026-03-02', 'Etc/UTC');
    for (const format of FORMATS) {
      expect(await itemsOf(`/feeds/digest.${format}`)).toEqual([
        expect.objectContaining({
          id: 'tag:readout,2026:digest/2026-03-05',
          url: `${ORIGIN}/digests/2026-03-05`,
        }),
      ]);
      expect((await itemsOf(`/feeds/digest.${format}?cadence=weekly`))[0]?.id).toBe(
        'tag:readout,2026:digest/2026-W10',
      );
      const whole = await (await get(`/feeds/digest.${format}`)).text();
      expect(whole).toContain('We will build the bridge together with our neighbours.');
      expect(whole).toContain(`${ORIGIN}/quotes/q_000000000001`);
    }
    expect((await get('/feeds/digest.xml?cadence=hourly')).status).toBe(400);
  });
});

describe('any feed', () => {
  it('says the same in every format: words, author and both times', async () => {
    await put(db, 'quote', aQuote({ id: 'q_1', first_seen_at: at(1), updated_at: at(9) }), { rev: 1 });
    await put(db, 'quote', aQuote({ id: 'q_2', text: HOSTILE, ...seen(2) }), { rev: 2 });
    const text = async (format: string) => (await get(`/feeds/quotes.${format}`)).text();
    const { items: json } = JSON.parse(await text('json')) as {
      items: {
        id: string;
        content_html: string;
        date_published: string;
        date_modified: string;
        authors: { name: string }[];
      }[];
    };
    const words = (html: string | undefined) => html?.replace(/\s+/g, ' ').trim();
    const expected = json.map((item) => ({
      id: item.id,
      html: words(item.content_html.replace(/[\ufffe\uffff]/g, '\ufffd')),
      author: item.authors[0]?.name,
      published: Date.parse(item.date_published),
      updated: Date.parse(item.date_modified),
    }));
    expect(expected.map(({ published, updated }) => [published, updated])).toEqual([
      [Date.parse(at(2)), Date.parse(at(2))],
      [Date.parse(at(1)), Date.parse(at(9))],
    ]);
    const atom = feedsmith.parseAtomFeed(await text('atom'));
    expect(
      atom.entries?.map((entry) => ({
        id: entry.id,
        html: words(entry.content?.value),
        author: entry.authors?.[0]?.name,
        published: Date.parse(entry.published ?? ''),
        updated: Date.parse(entry.updated ?? ''),
      })),
    ).toEqual(expected);
    const rss = feedsmith.parseRssFeed(await text('xml'));
    expect(
      rss.items?.map((item) => ({
        id: item.guid?.value,
        html: words(item.content?.encoded),
        author: item.dc?.creators?.[0],
        published: Date.parse(item.pubDate ?? ''),
        updated: Date.parse(item.atom?.updated ?? ''),
      })),
    ).toEqual(expected);
    expect(rss.atom?.links?.[0]?.href).toBe(`${ORIGIN}/feeds/quotes.xml`);
  });

  it('carries hostile words as text only, and stays well-formed', async () => {
    const hostile = aQuote({
      text: HOSTILE,
      speaker_label: HOSTILE,
      context: { before: HOSTILE, after: HOSTILE },
      engagement: { id: 'e_1', title: HOSTILE },
    });
    hostile.speakers = [{ id: 'x', name: HOSTILE, role: HOSTILE, kind: 'person' }];
    hostile.sources = hostile.sources.map((source) => ({
      ...source,
      title: HOSTILE,
      publisher: HOSTILE,
      url: 'javascript:alert(1)',
    }));
    await put(db, 'quote', hostile, { rev: 1 });
    await put(db, 'visit', aVisit({ title: HOSTILE, cities: [{ id: 'x', name: HOSTILE }] }), {
      keys: 'status:made',
    });
    await runDaily(db, new Date('2026-03-05T10:00:00Z'), '2026-03-05');
    for (const noun of ['quotes', 'visits', 'digest']) {
      for (const format of FORMATS) {
        const text = await (await get(`/feeds/${noun}.${format}`)).text();
        if (format !== 'json') expect(text).not.toMatch(/[\ufffe\uffff]/);
        const read = feedsmith.parseFeed(text).feed as Record<
          string,
          { content?: unknown; content_html?: string }[]
        >;
        const item = (read.items ?? read.entries)![0]!;
        const content = item.content as { encoded?: string; value?: string } | undefined;
        const html = item.content_html ?? content?.encoded ?? content?.value ?? '';
        expect(html).toContain('&lt;');
        expect(html).not.toMatch(/<(img|script)/i);
        expect(html).not.toMatch(/href="javascript/i);
      }
    }
  });
});
