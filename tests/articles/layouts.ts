/**
 * Pages made up to look like those of twelve kinds of site: how an article stands among menus, captions, bars to share and
 * lists of what else there is. Each page says what its text must be. The selectors stand apart, in `selectors.ts`.
 */
export interface Told {
  title: string;
  paragraphs: readonly string[];
}
type Layout = (told: Told) => string;

const NAV =
  '<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/about">About the ministry</a></li></ul></nav>';
const FOOTER =
  '<footer class="site-footer"><p>© Ministry of Examples. All rights reserved.</p><ul><li><a href="/legal">Legal notice</a></li></ul></footer>';
const FIGURE =
  '<figure class="image"><img src="/a.jpg" alt=""><figcaption>Minister Jane Example in Oslo. Photo: John Sample</figcaption></figure>';
const SHARE =
  '<div class="share-bar"><span>Share this page</span><a href="#">Facebook</a><a href="#">Print</a></div>';
const RELATED =
  '<section class="related-news"><h2>Related news</h2><ul><li><a href="/1">Minister Example travels to Bergen for talks on ports</a></li><li><a href="/2">A new road for the north of the country is opened</a></li></ul></section>';
const COOKIES =
  '<div class="cookie-banner"><p>We use cookies to make this site work. Accept or refuse.</p><button>Accept</button></div>';

const p = (list: readonly string[]) => list.map((it) => `<p>${it}</p>`).join('\n');
const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Ministry of Examples</title><meta property="og:site_name" content="Ministry of Examples">${head}</head><body>${body}</body></html>`;
const after = (list: readonly string[], at: number, more: string) =>
  `${p(list.slice(0, at))}\n${more}\n${p(list.slice(at))}`;

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  alliance: ({ title, paragraphs }) =>
    page(
      title,
      `${COOKIES}${NAV}<main><div class="content-header"><h1>${title}</h1><ul class="meta-data"><li>02 Mar. 2026 -</li><li>Last updated: 03 Mar. 2026</li></ul></div><div class="article-content">${after(paragraphs, 1, FIGURE)}</div>${SHARE}${RELATED}</main>${FOOTER}`,
    ),
  'department-wordpress': ({ title, paragraphs }) =>
    page(
      title,
      `${NAV}<div id="main"><article class="post"><header><h1 class="featured-content__headline">${title}</h1><p class="article-meta__publish-date">March 2, 2026</p></header><div class="entry-content">${p(paragraphs)}<hr class="wp-block-separator"></div><div class="tags-list"><a href="/t">Bridges</a></div></article>${RELATED}</div>${FOOTER}`,
    ),
  'government-portal': ({ title, paragraphs }) =>
    page(
      title,
      `${COOKIES}<div class="breadcrumbs"><ol><li><a href="/">Home</a></li><li>News</li></ol></div><main id="content"><h1 class="gem-c-title__text">${title}</h1><div class="metadata"><dl><dt>From:</dt><dd>Ministry of Works</dd></dl></div><div class="govspeak">${p(paragraphs)}</div><div class="app-c-published-dates">Published 2 March 2026</div><div class="contextual-sidebar sidebar"><h2>Explore the topic</h2><a href="/x">Bridges</a></div></main>${FOOTER}`,
    ),
  council: ({ title, paragraphs }) =>
    page(
      title,
      `${NAV}<div class="row"><div class="col-main"><h1>${title}</h1><span class="date-published">2 March 2026, 10:00</span><div class="textpart">${p(paragraphs)}</div><div class="press-contacts contact"><h2>Press contacts</h2><p>John Sample, +47 00 00 00 00</p></div></div><div class="col-side sidebar">${RELATED}</div></div>${FOOTER}`,
    ),
  'drupal-press': ({ title, paragraphs }) =>
    page(
      title,
      `${NAV}<main role="main"><div class="node node--type-press-release"><h1><span class="field field--name-title">${title}</span></h1><div class="field field--name-field-date"><time datetime="2026-03-02T10:00:00Z">2 March 2026</time></div><div class="field field--name-body"><div class="field__item">${p(paragraphs)}</div></div><div class="field--name-field-tags tags"><a href="/t">For information media. Not an official record.</a></div></div></main>${FOOTER}`,
    ),
  'foreign-office': ({ title, paragraphs }) =>
    page(
      title,
      `${NAV}<main><div class="heading"><span class="heading__date">02.03.2026 - Press release</span><h1 class="heading__title">${title}</h1></div><div class="c-rte--default">${after(paragraphs, 2, `<div class="c-image">${FIGURE}</div>`)}</div>${SHARE}<div class="c-teaser-list teaser"><h2>Keywords</h2><a href="/a">Bridges</a></div></main>${FOOTER}`,
    ),
  presidency: ({ title, paragraphs }) =>
    page(
      title,
      `${COOKIES}${NAV}<section class="hero"><h1>${title}</h1></section><section class="content"><div class="reset-last-space">${paragraphs.map((it) => `<p><span>${it}</span></p>`).join('')}</div><div class="sharing"><a href="#">Share on social networks</a></div></section><section class="most-read popular"><h3>Most read</h3><ol><li><a href="/1">The president receives the mayor of Bergen</a></li></ol></section>${FOOTER}`,
    ),
  'ministry-breaks': ({ title, paragraphs }) =>
    page(
      title,
      `<div id="container"><div id="header">Ministry of Examples</div>${NAV}<div id="maincontents"><h1 class="title2">${title}</h1><p class="rightalign">March 2, 2026</p><div class="any-area">${paragraphs.join('<br>\n<br>\n')}</div></div><div id="sub-menu" class="menu"><a href="/back">Back to Press Releases</a></div></div>${FOOTER}`,
    ),
  'press-corner': ({ title, paragraphs }) =>
    page(
      title,
      `${NAV}<div class="ecl-container"><h1 class="ecl-page-header__title">${title}</h1><div class="ecl-page-header__meta">Brussels, 2 March 2026</div><div class="ecl-paragraph-detail">${p(paragraphs)}</div><div class="downloads"><h2>Print friendly pdf</h2><a href="/f.pdf">Download (PDF, 60 kB)</a></div>${SHARE}</div>${FOOTER}`,
    ),
  newspaper: ({ title, paragraphs }) =>
    page(
      title,
      `${COOKIES}${NAV}<article><header><h1>${title}</h1><div class="byline">By John Sample</div><time datetime="2026-03-02T09:00:00+01:00">2 March</time></header>${FIGURE}<div class="story-body">${after(paragraphs, 2, `<aside class="pullquote"><p>A bridge like no other</p></aside><div class="newsletter-signup"><p>Get our newsletter every morning.</p><form><input type="email"><button>Sign up</button></form></div>`)}</div><div class="author-bio"><p>John Sample writes about works.</p></div></article>${RELATED}<section class="comments"><h2>Comments</h2><p>I like this bridge very much, thank you.</p></section>${FOOTER}`,
    ),
  wire: ({ title, paragraphs }) =>
    page(
      title,
      `${NAV}<main><h1 data-testid="Heading">${title}</h1><div class="article-body__content">${after(paragraphs, 1, '<div class="ad-slot ads">Advertisement · Scroll to continue</div>')}<div class="read-more"><a href="/x">Read also: Ports of the north</a></div></div><div class="toolbar"><button>Aa</button></div></main>${RELATED}${FOOTER}`,
    ),
  tables: ({ title, paragraphs }) =>
    page(
      title,
      `<table width="100%"><tr><td class="menu" width="150"><a href="/">Home</a><br><a href="/news">News</a></td><td id="text"><h1><font size="4">${title}</font></h1>${paragraphs.map((it) => `<p><font face="Arial">${it}</font></p>`).join('')}</td></tr></table>${FOOTER}`,
    ),
};
