import { html } from 'hono/html';
import { oneLine } from '../wording/line.ts';

/** One entry of a feed. `id` never changes, whatever the host; `updated` moves when the entry is corrected. */
export interface FeedItem {
  id: string;
  url: string;
  title: string;
  /** What a reader shows: HTML, everything from documents escaped in it. */
  html: string;
  author: string | null;
  /** Timestamps as RFC 3339 has them. */
  published: string;
  updated: string;
}

export interface Feed {
  id: string;
  title: string;
  description: string;
  /** The page whose feed this is, and the feed's own address. */
  pageUrl: string;
  feedUrl: string;
  items: readonly FeedItem[];
}

export const FORMATS = {
  xml: { type: 'application/rss+xml; charset=utf-8', render: toRss },
  atom: { type: 'application/atom+xml; charset=utf-8', render: toAtom },
  json: { type: 'application/feed+json; charset=utf-8', render: toJson },
} as const;
export type Format = keyof typeof FORMATS;

/** An id that is the same on every host (RFC 4151). */
export const tagUri = (noun: string, id: string): string => `tag:readout,2026:${noun}/${id}`;

const AUTHOR = 'Readout';

/** RSS 2.0 with the whole entry in `content:encoded`. */
function toRss(feed: Feed): string {
  const updated = lastUpdate(feed);
  return xmlOf(html`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${oneLine(feed.title)}</title>
<link>${feed.pageUrl}</link>
<description>${oneLine(feed.description)}</description>
<language>en</language>
${updated === null ? '' : html`<lastBuildDate>${updated.toUTCString()}</lastBuildDate>`}
<atom:link href="${feed.feedUrl}" rel="self" type="application/rss+xml"/>
${feed.items.map(
  (item) => html`<item>
<title>${rssTitle(item.title)}</title>
<link>${item.url}</link>
<description>${rssTitle(item.title)}</description>
<guid isPermaLink="false">${item.id}</guid>
<pubDate>${new Date(item.published).toUTCString()}</pubDate>
<atom:updated>${item.updated}</atom:updated>
<dc:creator>${oneLine(item.author ?? AUTHOR)}</dc:creator>
<content:encoded>${item.html}</content:encoded>
</item>
`,
)}</channel>
</rss>`);
}

/** RSS does not say whether a title is text or HTML, and readers differ; without angle brackets it is the same. */
const rssTitle = (title: string) => oneLine(title).replaceAll('<', '‹').replaceAll('>', '›');

function toAtom(feed: Feed): string {
  return xmlOf(html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${feed.id}</id>
<title type="text">${oneLine(feed.title)}</title>
<subtitle type="text">${oneLine(feed.description)}</subtitle>
<updated>${
    // Atom wants a time even of a feed that has never had an entry.
    (lastUpdate(feed) ?? new Date(0)).toISOString()
  }</updated>
<author><name>${AUTHOR}</name></author>
<link href="${feed.feedUrl}" rel="self" type="application/atom+xml"/>
<link href="${feed.pageUrl}" rel="alternate" type="text/html"/>
${feed.items.map(
  (item) => html`<entry>
<id>${item.id}</id>
<title type="text">${oneLine(item.title)}</title>
<link href="${item.url}" rel="alternate" type="text/html"/>
<published>${item.published}</published>
<updated>${item.updated}</updated>
<author><name>${oneLine(item.author ?? AUTHOR)}</name></author>
<content type="html">${item.html}</content>
</entry>
`,
)}</feed>`);
}

/** JSON Feed 1.1. */
function toJson(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: oneLine(feed.title),
    home_page_url: feed.pageUrl,
    feed_url: feed.feedUrl,
    description: oneLine(feed.description),
    language: 'en',
    authors: [{ name: AUTHOR }],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: oneLine(item.title),
      content_html: item.html,
      date_published: item.published,
      date_modified: item.updated,
      authors: [{ name: oneLine(item.author ?? AUTHOR) }],
    })),
  });
}

function lastUpdate({ items }: Feed): Date | null {
  const last = items
    .map(({ updated }) => updated)
    .toSorted()
    .at(-1);
  return last === undefined ? null : new Date(last);
}

/**
 * A document of XML. What its template fills in is escaped as HTML is, which XML reads the same. XML 1.0 has no way to
 * write most control characters and two others; a replacement character stands for them.
 */
function xmlOf(root: ReturnType<typeof html>): string {
  const xml = `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
  return xml.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
