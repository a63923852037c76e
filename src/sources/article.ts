import { Readability } from '@mozilla/readability';
import { sha256 } from '../model/id.ts';
import { type Element, parsePage } from './dom.ts';
import { clear } from './furniture.ts';
import { metadataOf } from './metadata.ts';
import { textOf } from './text.ts';

/** An article taken out of its page. `text` is what becomes the document. */
export interface Article {
  text: string;
  title: string | null;
  published_on: string | null;
  modified_at: string | null;
  lang: string | null;
  canonical: string | null;
  /** SHA-256 of the page's UTF-8. */
  page_sha256: string;
  /** Whether a selector found the article, or the general rule had to. */
  by: 'selector' | 'rule';
}

/** No article can be taken out of a page; the message says why, for people. */
export class NoArticle extends Error {}

/** Pages deeper or longer than any article's are not read. */
const MOST_CHARACTERS = 5_000_000;

/**
 * The article of a page: what `selector` finds, else what Mozilla's Readability takes for it, without captions, related
 * links, menus and bars to share; with what the page's metadata say of it. @throws NoArticle
 */
export async function takeArticle(
  html: string,
  { url, selector }: { url: string | null; selector: string | null },
): Promise<Article> {
  if (html.length > MOST_CHARACTERS) throw new NoArticle('the page is too long to be an article');
  if (!/<[a-z!]/i.test(html)) throw new NoArticle('it holds no markup');
  const page = parsePage(html);
  const metadata = metadataOf(page, url);
  const chosen = selector === null ? [] : outermost([...page.querySelectorAll(selector)]);
  clear(page, chosen);
  const text =
    chosen.length > 0 ? chosen.map(textOf).join('\n\n').trim() : textOf(byRule(page) ?? page.documentElement);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new NoArticle('no article can be found on the page');
  return {
    text: withoutTitle(text, metadata.title),
    ...metadata,
    page_sha256: await sha256(html),
    by: chosen.length > 0 ? 'selector' : 'rule',
  };
}

/** The element that Readability takes for the article. */
function byRule(page: ReturnType<typeof parsePage>): Element | null {
  const read = new Readability<Element>(page as never, {
    charThreshold: 200,
    keepClasses: true,
    serializer: (node) => node as unknown as Element,
  }).parse();
  return read?.content ?? null;
}

const outermost = (found: readonly Element[]) =>
  found.filter((it) => !found.some((other) => other !== it && isWithin(it, other)));

function isWithin(it: Element, other: Element): boolean {
  for (let at = it.parentElement; at !== null; at = at.parentElement) if (at === other) return true;
  return false;
}

/** The title is kept beside the text: at its beginning it would be read twice. */
function withoutTitle(text: string, title: string | null): string {
  const [first, ...rest] = text.split('\n\n');
  return title !== null && first === title && rest.length > 0 ? rest.join('\n\n') : text;
}
