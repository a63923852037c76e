/** Addresses a sitemap may hold at most is 50,000; of each kind of page it has the latest. */
export const SITEMAP_EACH = 10_000;

const FIXED = [
  '/',
  '/digests',
  '/visits',
  '/people',
  '/quotes',
  '/countries',
  '/topics',
  '/engagements',
  '/documents',
  '/about',
  '/check',
  '/subscribe',
  '/embed',
];

/** https://www.sitemaps.org/protocol.html */
export function sitemapOf(origin: string, pages: readonly { path: string; updated_at: string }[]): string {
  const urls = [
    ...FIXED.map((path) => `<url><loc>${escaped(origin + path)}</loc></url>`),
    ...pages.map(
      ({ path, updated_at }) =>
        `<url><loc>${escaped(origin + encodeURI(path))}</loc><lastmod>${escaped(updated_at)}</lastmod></url>`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** What robots are asked to leave alone: searches without end, and what is private. */
export const robotsOf = (origin: string): string =>
  `User-agent: *\nAllow: /\nDisallow: /subscriptions/\nDisallow: /search\n\nSitemap: ${origin}/sitemap.xml\n`;

const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
