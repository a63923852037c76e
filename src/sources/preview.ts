import type { SourceRow } from '../store/polling.ts';
import { NoArticle, takeArticle } from './article.ts';
import { wordsOf } from './blocker.ts';
import { fetchGuarded, type Outward } from './fetch.ts';
import { readListing, UnreadableListing } from './listing.ts';

const SHOWN = 3;

/** What would be read of a source, in lines for people; nothing is stored. */
export async function preview(source: SourceRow, outward: Outward): Promise<string[]> {
  if (source.kind === 'post' || source.address === null) return ['It is not polled.'];
  const got = await fetchGuarded(source.address, {}, outward);
  if (got.kind === 'failed') return [`It cannot be read: ${got.why}.`];
  if (got.status !== 200) return [`It cannot be read: ${wordsOf(got.status)}.`];
  let listing: ReturnType<typeof readListing>;
  try {
    listing = readListing(source.kind, got.text ?? '', got.url, source.selector);
  } catch (error) {
    if (error instanceof UnreadableListing) return [`It cannot be read: ${error.message}.`];
    throw error;
  }
  const lines = [`It lists ${listing.items.length} articles and ${listing.sitemaps.length} further lists.`];
  const selector = source.body_selector ?? (source.kind === 'page' ? null : source.selector);
  for (const { url, title, published_at } of listing.items.slice(0, SHOWN)) {
    lines.push('', `${published_at ?? 'undated'}  ${title ?? 'untitled'}`, url);
    const page = await fetchGuarded(url, {}, outward);
    if (page.kind === 'failed') lines.push(`cannot be read: ${page.why}`);
    else if (page.status !== 200) lines.push(`cannot be read: ${wordsOf(page.status)}`);
    else lines.push(...(await told(page.text ?? '', page.url, selector)));
  }
  return lines;
}

async function told(html: string, url: string, selector: string | null): Promise<string[]> {
  try {
    const article = await takeArticle(html, { url, selector });
    const how =
      article.by === 'selector'
        ? 'by its selector'
        : selector === null
          ? 'by the general rule'
          : 'by the general rule, since its selector finds nothing';
    const { title, published_on, lang, text } = article;
    return [
      `${how}: “${title ?? 'untitled'}”, ${published_on ?? 'undated'}, language ${lang ?? 'not stated'}, ${text.length} characters:`,
      ...text.split('\n').map((line) => `  | ${line}`),
    ];
  } catch (error) {
    if (error instanceof NoArticle) return [`cannot be read: ${error.message}`];
    throw error;
  }
}
