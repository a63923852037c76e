import type { Page } from './dom.ts';

/** What a page says of itself, beside its article. */
export interface PageMetadata {
  title: string | null;
  /** The day as the page writes it, in the publisher's own time zone. */
  published_on: string | null;
  modified_at: string | null;
  /** ISO 639-1. */
  lang: string | null;
  /** The one address that the page says is its own, on its own site. */
  canonical: string | null;
}

export function metadataOf(page: Page, address: string | null): PageMetadata {
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = page.querySelector(
        `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
      );
      const content = found?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return null;
  };
  const said = linkedData(page);
  const site = meta('og:site_name');
  const heads = [...page.querySelectorAll('h1')]
    .map((it) => spaced(it.textContent))
    .filter((it) => it !== '');
  const named =
    meta('og:title', 'twitter:title', 'dcterms.title', 'DC.title') ?? (spaced(page.title) || null);
  // The heading is the title as it is printed; where a page has several, that which its metadata repeats.
  const head = heads.length === 1 ? heads[0]! : heads.find((it) => named?.includes(it));
  const time =
    said.datePublished ??
    meta(
      'article:published_time',
      'datePublished',
      'dcterms.issued',
      'dcterms.date',
      'DC.date',
      'date',
      'pubdate',
    ) ??
    page
      .querySelector(
        'time[pubdate], time[itemprop=datePublished], article time[datetime], main time[datetime]',
      )
      ?.getAttribute('datetime') ??
    null;
  return {
    title: head ?? (named === null ? null : withoutSite(named, site)),
    published_on: dayAsWritten(time),
    modified_at: timeOf(
      said.dateModified ?? meta('article:modified_time', 'dateModified', 'dcterms.modified'),
    ),
    lang: languageOf(
      page.documentElement?.getAttribute('lang') ?? meta('og:locale', 'dc.language', 'content-language'),
    ),
    canonical: canonicalOf(
      page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
      address,
    ),
  };
}

const spaced = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** The day in a date as RFC 3339, RFC 5322 and their kin write it, without moving it to another time zone. */
export function dayAsWritten(text: string | null): string | null {
  const iso = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text ?? '');
  const day =
    iso !== null
      ? `${iso[1]}-${iso[2]}-${iso[3]}`
      : /^\s*(?:[A-Za-z]{3,9},\s*)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4})/
          .exec(text ?? '')
          ?.slice(1)
          .reduceRight(
            (whole, part, at) =>
              at === 2 ? part : at === 1 ? `${whole}-${monthOf(part)}` : `${whole}-${part.padStart(2, '0')}`,
            '',
          );
  if (day === undefined) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : day;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string) => String(MONTHS.indexOf(name.toLowerCase()) + 1).padStart(2, '0');

function timeOf(text: string | null): string | null {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** "Title | Site" and "Title - Site": only where the page itself says what its site is called. */
function withoutSite(title: string, site: string | null): string {
  if (site === null || !title.endsWith(site)) return title;
  const bare = title
    .slice(0, -site.length)
    .replace(/\s*[|\u2013\u2014:\u00b7-]\s*$/, '')
    .trim();
  return bare === '' ? title : bare;
}

const languageOf = (tag: string | null): string | null =>
  /^\s*([A-Za-z]{2})(?:[-_]|\s*$)/.exec(tag ?? '')?.[1]?.toLowerCase() ?? null;

function canonicalOf(href: string | null, address: string | null): string | null {
  if (href === null || address === null) return null;
  try {
    const own = new URL(address);
    const url = new URL(href, own);
    const site = (it: URL) => it.hostname.replace(/^(?:www|m|amp)\./, '');
    // Careless templates name the front page on every page.
    if (
      !/^https?:$/.test(url.protocol) ||
      site(url) !== site(own) ||
      (url.pathname === '/' && own.pathname !== '/')
    )
      return null;
    return url.href;
  } catch {
    return null;
  }
}

const ARTICLE = /(?:Article|BlogPosting|Report|WebPage)$/;

/** Dates from schema.org in JSON-LD; those of an article before those of the page it stands on. */
function linkedData(page: Page): { datePublished: string | null; dateModified: string | null } {
  const found: Record<string, unknown>[] = [];
  const gather = (it: unknown, depth: number): void => {
    if (depth > 4 || it === null || typeof it !== 'object') return;
    if (Array.isArray(it)) for (const each of it.slice(0, 50)) gather(each, depth + 1);
    else {
      const node = it as Record<string, unknown>;
      const types = [node['@type']].flat().map(String);
      if (types.some((type) => ARTICLE.test(type))) found.push(node);
      gather(node['@graph'], depth + 1);
      gather(node.mainEntity, depth + 1);
    }
  };
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      gather(JSON.parse(script.textContent ?? ''), 0);
    } catch {
      // Broken on many pages; what it would have said is looked for elsewhere.
    }
  }
  found.sort((a, b) => Number(isPage(a)) - Number(isPage(b)));
  const first = (name: string) =>
    found.map((it) => it[name]).find((it): it is string => typeof it === 'string') ?? null;
  return { datePublished: first('datePublished'), dateModified: first('dateModified') };
}

const isPage = (it: Record<string, unknown>) => String(it['@type']).endsWith('WebPage');
