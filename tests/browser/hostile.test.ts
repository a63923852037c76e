import { beforeAll, describe, expect, it } from 'vitest';
import { article, useForeignSite } from './foreign-site.ts';
import { ask, type Posted, post, SITE, useBrowser } from './pages.ts';
import { snippetOf } from './snippets.ts';

const open = useBrowser();
const show = useForeignSite();

/** Runs if anything of it is ever taken for markup or for an address to follow. */
const EVIL = [
  `"><img src=x onerror=document.title=/taken/.source>`,
  `'><svg onload=document.title=/taken/.source>`,
  `</script></title></style></textarea><script>document.title=/taken/.source</script>`,
  `]]>--><b id=taken>`,
  `{{constructor}} \${7*7} &lt;b id=taken&gt; &#60;b id=taken>`,
  '\u202eevil\u2066\u200b\u200f\u2028',
].join(' ');
const ADDRESS = `javascript:document.title='taken'//https://example.org/`;

/** In a text, marks of quotation would begin and end quotations. */
const WORDS = EVIL.replace(/["']/g, '');
/** Hostile in every place of the text that ends up on record. */
const TEXT = `Foreign Minister Jane ${WORDS} Example visited Oslo, Norway, on 12 March 2026. Before: ${WORDS}.

“We will never fear ${WORDS} whatever they may call it.” Foreign Minister Jane Example said at the ${WORDS} Institute in Oslo on 12 March 2026. After: ${WORDS}.

“It will cost 3 billion euros ${WORDS} in all.” Foreign Minister Jane Example said in Oslo on 12 March 2026.
`;

let posted: Posted;
let pages: string[];
let files: string[];
beforeAll(async () => {
  posted = await post({
    text: TEXT,
    title: EVIL,
    publisher: EVIL,
    url: `https://example.org/?q=${EVIL}`,
    published_on: '2026-03-13',
  });
  const { quotes, visits } = posted.extracted;
  const quote = quotes[0]!;
  const { speaker } = await ask<{ speaker: { id: string } | null }>(`/v1/quotes/${quote}`);
  pages = [
    '/',
    '/documents',
    `/search?q=${encodeURIComponent(EVIL)}`,
    '/search?q=fear',
    `/check?text=${encodeURIComponent(`We will never fear ${EVIL}`)}`,
    `/embed?q=${encodeURIComponent(EVIL)}`,
    ...quotes.flatMap((id) => [`/quotes/${id}`, `/embed/quotes/${id}`, `/embed?quote=${id}`]),
    ...visits.flatMap((id) => [`/visits/${id}`, `/embed/visits/${id}`, `/embed?visit=${id}`]),
    ...(speaker === null ? [] : [`/people/${speaker.id}`]),
  ];
  files = [
    ...['quotes', 'visits'].flatMap((noun) => [`/feeds/${noun}.xml`, `/feeds/${noun}.atom`]),
    ...[...quotes.map((id) => `/quotes/${id}`), ...visits.map((id) => `/visits/${id}`)].map(
      (path) => `/oembed?format=xml&url=${encodeURIComponent(SITE + path)}`,
    ),
    '/sitemap.xml',
  ];
});

/** Whether the browser took anything for more than text; must run in the page. */
const taken = () => {
  const trees: ParentNode[] = [document];
  for (const element of document.querySelectorAll('*'))
    if (element.shadowRoot) trees.push(element.shadowRoot);
  return trees.flatMap((tree) => [
    ...(document.title === 'taken' ? ['a script ran'] : []),
    ...[...tree.querySelectorAll('#taken, img[src=x], svg[onload]')].map((found) => found.outerHTML),
    ...[...tree.querySelectorAll('[href], [src], [cite], [action]')]
      .flatMap((element) => [...element.attributes].map(({ value }) => value.trim()))
      .filter((value) => /^(javascript|data|vbscript):(?!,)/i.test(value)),
  ]);
};

describe('hostile words', () => {
  it('are refused as the address of a document', async () => {
    await expect(post({ text: 'Nothing of note was said.', url: ADDRESS })).rejects.toThrow(/answered 4\d\d/);
  });

  it('are on record word for word', async () => {
    const { quotes, visits } = posted.extracted;
    const { data } = await ask<{ data: { text: string }[] }>(`/v1/quotes?id=${quotes}`);
    const texts = data.map(({ text }) => text).join();
    expect(texts).toContain('<img src=x onerror=document.title=/taken/.source>');
    expect(texts).toContain(`<script>document.title=/taken/.source</script>`);
    expect(visits).toHaveLength(1);
  });

  it('are nothing but text on every page and in every frame', async () => {
    const { page, errors, requests, settled } = await open();
    for (const path of pages) {
      await page.goto(SITE + path);
      await settled();
      for (const frame of page.frames()) expect([path, await frame.evaluate(taken)]).toEqual([path, []]);
    }
    expect(errors.filter((error) => !/^Failed to load resource.*404/.test(error))).toEqual([]);
    expect(requests.map((request) => new URL(request.url()).origin).filter((at) => at !== SITE)).toEqual([]);
  });

  it.each(['element', 'frame', 'quotation'] as const)(
    'are nothing but text in the %s pasted elsewhere',
    async (way) => {
      const { page, settled } = await open();
      const { quotes, visits } = posted.extracted;
      for (const query of [...quotes.map((id) => `quote=${id}`), ...visits.map((id) => `visit=${id}`)]) {
        await page.goto(show({ html: article(await snippetOf(query, way)) }));
        await settled();
        if (way === 'element') await page.locator('[part~=card]').waitFor();
        for (const frame of page.frames()) expect([query, await frame.evaluate(taken)]).toEqual([query, []]);
        expect(await page.title()).toBe('An article');
      }
    },
  );

  it('are well-formed in feeds, oEmbed and the sitemap, and nothing but text in what these carry', async () => {
    const { page } = await open();
    await page.goto(show({ html: article('') }));
    for (const path of files) {
      const xml = await (await fetch(SITE + path)).text();
      const found = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'text/xml');
        const wrong = [...parsed.querySelectorAll('parsererror')].map((error) => error.textContent);
        // What readers of feeds show as HTML.
        for (const element of parsed.querySelectorAll('*')) {
          if (element.children.length > 0) continue;
          const html = new DOMParser().parseFromString(element.textContent ?? '', 'text/html');
          const isHtml = /^(description|encoded|content|summary|html)$/.test(element.localName);
          if (isHtml)
            wrong.push(...[...html.querySelectorAll('#taken, img, svg, script')].map((it) => it.outerHTML));
        }
        return wrong;
      }, xml);
      expect([path, found]).toEqual([path, []]);
    }
  });
});
