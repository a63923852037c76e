import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { oneLine } from '../wording/line.ts';

/** One entry of a feed. `id` never changes, whatever the host; `updated` moves when the entry is corrected. */
export interface FeedItem {
  id: string;
  url: string;
  title: string;
  /** What a reader shows: HTML, everything from documents escaped in it. */
  html: string;
  author: string | null;
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
  return xmlOf(
    generateRssFeed({
      title: oneLine(feed.title),
      link: feed.pageUrl,
      description: oneLine(feed.description),
      language: 'en',
      ...(updated === null ? {} : { lastBuildDate: updated }),
      atom: { links: [{ href: feed.feedUrl, rel: 'self', type: 'application/rss+xml' }] },
      items: feed.items.map((item) => ({
        title: rssTitle(item.title),
        link: item.url,
        guid: { value: item.id, isPermaLink: false },
        pubDate: new Date(item.published),
        description: rssTitle(item.title),
        content: { encoded: item.html },
        dc: { creators: [oneLine(item.author ?? AUTHOR)] },
        atom: { updated: new Date(item.updated) },
      })),
    }),
  );
}

/** RSS does not say whether a title is text or HTML, and readers differ; without angle brackets it is the same. */
const rssTitle = (title: string) => oneLine(title).replaceAll('<', '‹').replaceAll('>', '›');

function toAtom(feed: Feed): string {
  return xmlOf(
    generateAtomFeed({
      id: feed.id,
      title: { value: oneLine(feed.title), type: 'text' },
      subtitle: { value: oneLine(feed.description), type: 'text' },
      // Atom wants a time even of a feed that has never had an entry.
      updated: lastUpdate(feed) ?? new Date(0),
      authors: [{ name: AUTHOR }],
      links: [
        { href: feed.feedUrl, rel: 'self', type: 'application/atom+xml' },
        { href: feed.pageUrl, rel: 'alternate', type: 'text/html' },
      ],
      entries: feed.items.map((item) => ({
        id: item.id,
        title: { value: oneLine(item.title), type: 'text' },
        links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
        published: new Date(item.published),
        updated: new Date(item.updated),
        authors: [{ name: oneLine(item.author ?? AUTHOR) }],
        content: { value: item.html, type: 'html' },
      })),
    }),
  );
}

/** JSON Feed 1.1, which wants `items` even where there are none. */
function toJson(feed: Feed): string {
  const made = generateJsonFeed({
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
      date_published: new Date(item.published),
      date_modified: new Date(item.updated),
      authors: [{ name: oneLine(item.author ?? AUTHOR) }],
    })),
  });
  return JSON.stringify(Object.assign({ items: [] }, made));
}

function lastUpdate({ items }: Feed): Date | null {
  const last = items
    .map(({ updated }) => updated)
    .toSorted()
    .at(-1);
  return last === undefined ? null : new Date(last);
}

/** XML 1.0 has no way to write most control characters and two others; a replacement character stands for them. */
function xmlOf(xml: string): string {
  return xml.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
