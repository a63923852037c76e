import type { Element, Page } from './dom.ts';

/** What is never part of an article's words, whatever it is called. */
const NEVER = [
  'script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video, picture, source',
  'form, button, input, select, textarea, label, dialog, menu',
  'nav, aside, figure, figcaption, footer, [role=navigation], [role=complementary], [role=banner], [role=contentinfo]',
  '[role=search], [role=dialog], [role=toolbar], [hidden], [aria-hidden=true]',
  // Marks of footnotes lead to their notes.
  'sup a[href^="#"], a[role=doc-noteref], [itemprop=image]',
].join(', ');

/** Parts of the names that builders of pages give to furniture; whole words of a class or id, never parts of them. */
const CALLED =
  /(?:^|[-_])(?:shar(?:e|ing|ethis|bar|etools)|social|sociallinks|addthis|addtoany|related|recommended|recirculation|newsletter|signup|subscribe|subscription|breadcrumbs?|caption|wp-caption|credit|credits|advert|advertisement|ads?|sponsored|promo|promotion|teaser|cookies?|consent|comments?|disqus|toolbar|pagination|pager|tags?|taglist|topics?|keywords|readmore|seealso|morenews|mostread|popular|trending|print|printfriendly|skip|skiplink|sronly|srt|hidden|invisible|byline|author|metadata|dateline-meta|timestamp|pubdate|submitted|contact|boilerplate|copyright|disclaimer|sidebar|widget|menu|navbar|download|downloads|attachments?|gallery|slideshow|lightbox|pullquote|toc)(?:[-_]|$)/i;
const CALLED_WHOLE =
  /^(?:(?:read|see|more)-(?:more|also|next|on|news)|sr-only|visually-hidden|element-invisible|screen-reader-text|wp-block-latest-posts|jp-relatedposts|table-of-contents|inline-links|you-may-like)$/i;

/** Of a page's words, the largest share that can be furniture: a name on the whole page's frame means nothing. */
const MOST_SHARE = 0.35;

/**
 * Takes everything out of a page that is not its article, as far as names tell: menus, captions, bars to share, lists of
 * what else there is. `keep`: an element that is never taken out, nor what holds it.
 */
export function clear(page: Page, keep: readonly Element[] = []): void {
  for (const it of [...page.querySelectorAll(NEVER)]) if (!holds(it, keep)) it.remove();
  const whole = lengthOf(page.querySelector('body') ?? page.documentElement);
  for (const it of [...page.querySelectorAll('body [class], body [id]')]) {
    if (holds(it, keep) || it.querySelector('h1') !== null) continue;
    const names = `${it.getAttribute('class') ?? ''} ${it.getAttribute('id') ?? ''}`.split(/\s+/);
    if (!names.some((name) => CALLED.test(name) || CALLED_WHOLE.test(name))) continue;
    if (lengthOf(it) <= MOST_SHARE * whole) it.remove();
  }
}

const lengthOf = (it: Element) => (it.textContent ?? '').length;

/** Whether an element is one of these or has one inside. */
function holds(it: Element, keep: readonly Element[]): boolean {
  return keep.some((kept) => {
    for (let at: Element | null = kept; at !== null; at = at.parentElement) if (at === it) return true;
    return false;
  });
}
