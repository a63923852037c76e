import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { beginning, oneLine } from '../wording/line.ts';

/** A feed that a page announces. */
export interface Announced {
  title: string;
  href: string;
  type: 'application/rss+xml' | 'application/atom+xml' | 'application/feed+json' | 'text/calendar';
}

export interface PageProps {
  /** Without a slash at the end. */
  origin: string;
  /** Address of the page from the origin on, in the form it should be known by. */
  path: string;
  title: string;
  description: string;
  /** Pages that nobody should find by searching the web: searches, errors, withdrawn entries. */
  unlisted?: boolean;
  type?: 'website' | 'article' | 'profile';
  feeds?: readonly Announced[];
  /** oEmbed address of what the page shows. */
  oembed?: boolean;
  /** What previews of the link show, from the origin on, 1200 × 630; without it, the picture of the site. */
  picture?: { path: string; alt: string } | null;
  /** schema.org description of what the page shows. */
  jsonLd?: object;
  /** Modules of our own, for pages that do more where scripts run. */
  scripts?: readonly string[];
  children: Child;
}

const NAVIGATION = [
  ['/visits', 'Visits'],
  ['/people', 'People'],
  ['/quotes', 'Quotes'],
  ['/digests', 'Digests'],
  ['/check', 'Check a quote'],
  ['/subscribe', 'Subscribe'],
  ['/about', 'About'],
] as const;

const FURTHER = [
  ['/countries', 'Countries'],
  ['/topics', 'Topics'],
  ['/engagements', 'Engagements'],
  ['/documents', 'Documents'],
  ['/sources', 'Sources'],
  ['/corrections', 'Corrections'],
  ['/data', 'Data'],
] as const;

const SITE_PICTURE = {
  path: '/og.png',
  alt: 'Readout: where officials were, whom they met, what they said',
};

/** The frame of every page. Nothing in it comes from another origin, and nothing needs a script. */
export function Page(props: PageProps) {
  const { origin, path, type = 'website', feeds = [], jsonLd } = props;
  const picture = props.picture ?? SITE_PICTURE;
  const title = oneLine(props.title);
  const description = beginning(props.description, 200);
  const url = origin + path;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{path === '/' ? title : `${title} · Readout`}</title>
        <meta name="description" content={description} />
        {props.unlisted ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={url} />}
        <link rel="stylesheet" href="/readout.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        <meta property="og:site_name" content="Readout" />
        <meta property="og:type" content={type} />
        <meta property="og:title" content={title} />
        <meta property="og:description" content={description} />
        <meta property="og:url" content={url} />
        <meta property="og:image" content={origin + picture.path} />
        <meta property="og:image:width" content="1200" />
        <meta property="og:image:height" content="630" />
        <meta property="og:image:alt" content={oneLine(picture.alt)} />
        <meta name="twitter:card" content="summary_large_image" />
        {feeds.map((feed) => (
          <link rel="alternate" type={feed.type} title={oneLine(feed.title)} href={feed.href} />
        ))}
        {props.oembed
          ? (['json', 'xml'] as const).map((format) => (
              <link
                rel="alternate"
                type={format === 'json' ? 'application/json+oembed' : 'text/xml+oembed'}
                title={title}
                href={`${origin}/oembed?format=${format}&url=${encodeURIComponent(url)}`}
              />
            ))
          : null}
        {jsonLd === undefined ? null : <script type="application/ld+json">{raw(jsonForHtml(jsonLd))}</script>}
        {(props.scripts ?? []).map((src) => (
          <script type="module" src={src}></script>
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="top">
          <a class="name" href="/">
            Readout
          </a>
          <nav aria-label="Main">
            <ul>
              {NAVIGATION.map(([href, text]) => (
                <li>
                  <a href={href} {...(path === href ? { 'aria-current': 'page' as const } : {})}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <search>
            <form class="find" action="/search" method="get">
              <label class="unseen" for="find">
                Search the record
              </label>
              <input
                id="find"
                type="search"
                name="q"
                placeholder="Search the record"
                maxlength={500}
                required
              />
              <button type="submit">Search</button>
            </form>
          </search>
        </header>
        <main id="main">{props.children}</main>
        <footer>
          <p>
            Readout keeps where public officials were, whom they met and what exactly they said: verbatim,
            attributed, checkable to the byte.
          </p>
          <ul>
            <li>
              <a href="/about">About and method</a>
            </li>
            {FURTHER.map(([href, text]) => (
              <li>
                <a href={href}>{text}</a>
              </li>
            ))}
            <li>
              <a href="/docs">API</a>
            </li>
            <li>
              <a href="/embed">Embed</a>
            </li>
            <li>
              <a href="/feeds">Feeds</a>
            </li>
          </ul>
        </footer>
      </body>
    </html>
  );
}

/** JSON that can stand inside `<script>`: nothing in it can end the element or begin a comment. */
export function jsonForHtml(value: object): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
