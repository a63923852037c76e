import { XMLParser } from 'fast-xml-parser';
import { parseFeed } from 'feedsmith';
import type { SourceKind } from '../model/source-kind.ts';
import { parsePage } from './dom.ts';

/** An article that a source lists. `key` is what the source itself knows it by. */
export interface Item {
  key: string;
  url: string;
  title: string | null;
  /** RFC 3339, where the source says it. */
  published_at: string | null;
}

export interface Listing {
  items: Item[];
  /** How many were left out beyond MOST_ITEMS. */
  more: number;
  /** Minutes that the source asks to wait between two looks. */
  ttl: number | null;
  /** Further sitemaps of an index, newest first. */
  sitemaps: string[];
}

/** What a source lists cannot be read; the message says why, for people. */
export class UnreadableListing extends Error {}

/** Of one listing no more than this is looked at; the rest is counted. */
export const MOST_ITEMS = 1_000;

/** Reads what a source answered. @throws UnreadableListing */
export function readListing(
  kind: Exclude<SourceKind, 'post'>,
  text: string,
  base: string,
  selector: string | null,
): Listing {
  const found =
    kind === 'feed'
      ? fromFeed(text)
      : kind === 'sitemap'
        ? fromSitemap(text)
        : fromPage(text, selector ?? 'a');
  const items: Item[] = [];
  const seen = new Set<string>();
  for (const { key, url, title, published_at } of found.items) {
    const address = absolute(url, base);
    if (address === null) continue;
    const name = (key ?? address).slice(0, 500);
    if (seen.has(name) || seen.has(address)) continue;
    seen.add(name).add(address);
    items.push({ key: name, url: address, title: title?.trim().slice(0, 1000) || null, published_at });
  }
  const sitemaps = found.sitemaps.flatMap((it) => absolute(it, base) ?? []);
  return {
    items: items.slice(0, MOST_ITEMS),
    more: Math.max(0, items.length - MOST_ITEMS),
    ttl: found.ttl,
    sitemaps,
  };
}

interface Found {
  items: { key: string | null; url: string | null; title: string | null; published_at: string | null }[];
  ttl: number | null;
  sitemaps: string[];
}

/** Nobody needs one in a list of articles, and what they are used for is to make a parser unpack or fetch. */
function requireNoDoctype(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    throw new UnreadableListing('it declares a document type, which is not read');
}

function fromFeed(text: string): Found {
  requireNoDoctype(text);
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch {
    throw new UnreadableListing('it is no feed that is known: neither RSS, Atom nor JSON Feed');
  }
  const none = { ttl: null, sitemaps: [] };
  switch (parsed.format) {
    case 'rss':
      return {
        ...none,
        ttl: parsed.feed.ttl ?? null,
        items: (parsed.feed.items ?? []).map((it) => ({
          key: it.guid?.value ?? null,
          url: it.link ?? (it.guid?.isPermaLink === false ? null : (it.guid?.value ?? null)),
          title: it.title ?? null,
          published_at: timeOf(it.pubDate ?? it.dc?.dates?.[0]),
        })),
      };
    case 'atom':
      return {
        ...none,
        items: (parsed.feed.entries ?? []).map((it) => ({
          key: it.id ?? null,
          url:
            (it.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? it.links?.[0])?.href ??
            null,
          title: it.title?.value ?? null,
          published_at: timeOf(it.published ?? it.updated),
        })),
      };
    case 'rdf':
      return {
        ...none,
        items: (parsed.feed.items ?? []).map((it) => ({
          key: null,
          url: it.link ?? null,
          title: it.title ?? null,
          published_at: timeOf(it.dc?.dates?.[0]),
        })),
      };
    case 'json':
      return {
        ...none,
        items: (parsed.feed.items ?? []).map((it) => ({
          key: it.id ?? null,
          url: it.url ?? it.external_url ?? null,
          title: it.title ?? null,
          published_at: timeOf(it.date_published),
        })),
      };
  }
}

type Tree = { [name: string]: Tree | Tree[] | string | undefined };
const many = (it: Tree[string]): Tree[] => (Array.isArray(it) ? it : it === undefined ? [] : [it as Tree]);
const word = (it: Tree[string]): string | null => (typeof it === 'string' && it !== '' ? it : null);

function fromSitemap(text: string): Found {
  requireNoDoctype(text);
  let tree: Tree;
  try {
    tree = new XMLParser({ removeNSPrefix: true, parseTagValue: false, trimValues: true }).parse(
      text,
      true,
    ) as Tree;
  } catch {
    throw new UnreadableListing('it is no XML that can be read');
  }
  const set = tree.urlset as Tree | undefined;
  const index = tree.sitemapindex as Tree | undefined;
  if (set === undefined && index === undefined)
    throw new UnreadableListing('it is no sitemap: neither `urlset` nor `sitemapindex`');
  const items = many(set?.url).map((it) => {
    const news = it.news as Tree | undefined;
    return {
      key: null,
      url: word(it.loc),
      title: word(news?.title),
      published_at: timeOf(word(news?.publication_date) ?? word(it.lastmod)),
    };
  });
  items.sort((a, b) => ((a.published_at ?? '') < (b.published_at ?? '') ? 1 : -1));
  const sitemaps = many(index?.sitemap)
    .map((it) => ({ url: word(it.loc), at: timeOf(word(it.lastmod)) ?? '' }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .flatMap(({ url }) => url ?? []);
  return { items, ttl: null, sitemaps };
}

function fromPage(html: string, selector: string): Found {
  const page = parsePage(html);
  let links: ReturnType<typeof page.querySelectorAll>;
  try {
    links = page.querySelectorAll(selector);
  } catch {
    throw new UnreadableListing('its selector cannot be read');
  }
  const items: Found['items'] = [];
  for (const it of links) {
    const link = it.tagName === 'A' ? it : (it.querySelector('a[href]') ?? it.closest('a[href]'));
    const time =
      it.querySelector('time[datetime]') ??
      it.closest('li, article, tr, div')?.querySelector('time[datetime]');
    items.push({
      key: null,
      url: link?.getAttribute('href') ?? null,
      title: (link?.textContent ?? '').replace(/\s+/g, ' '),
      published_at: timeOf(time?.getAttribute('datetime') ?? null),
    });
  }
  if (items.length === 0)
    throw new UnreadableListing('its selector finds nothing on the page: the page has changed');
  return { items, ttl: null, sitemaps: [] };
}

function absolute(url: string | null, base: string): string | null {
  if (url === null) return null;
  try {
    const whole = new URL(url.trim(), base);
    whole.hash = '';
    return /^https?:$/.test(whole.protocol) ? whole.href : null;
  } catch {
    return null;
  }
}

function timeOf(text: unknown): string | null {
  const at = Date.parse(typeof text === 'string' ? text : '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
