import { html } from 'hono/html';
import type { PublicDigest } from '../public/digest.ts';
import { engagementHtml, figureHtml, quoteHtml, visitHtml } from './entry-html.ts';
import { safeHref } from './href.ts';
import { archiveInWords, changeInWords } from './issue-text.ts';

/** An issue as HTML that needs no style: the same words in feed, page and letter. Headings begin at level 2. */
export function issueHtml(digest: PublicDigest): string {
  const section = (title: string, content: unknown) => html`<h2>${title}</h2>\n${content}\n`;
  const link = (url: string | null, text: string) => {
    const href = safeHref(url);
    return href === null ? html`<bdi>${text}</bdi>` : html`<a href="${href}"><bdi>${text}</bdi></a>`;
  };
  const { visits, engagements, quotes, more, figures, corrections, archive } = digest;
  const parts = [
    visits.length > 0
      ? section(
          'Visits',
          visits.map((visit) => html`<h3>${link(visit.url, visit.title)}</h3>\n${visitHtml(visit)}`),
        )
      : '',
    engagements.length > 0
      ? section('Other engagements', html`<ul>${engagements.map(engagementHtml)}</ul>`)
      : '',
    quotes.length > 0 ? section('Key quotes', quotes.map(quoteHtml)) : '',
    figures.length > 0 ? section('Key figures', html`<ul>${figures.map(figureHtml)}</ul>`) : '',
    more.length > 0
      ? section(
          'Also said',
          html`<ul>${more.map(({ text, speaker, url }) => html`<li>“<bdi>${text}</bdi>” — <bdi>${speaker?.name ?? 'Unnamed'}</bdi> (${link(url, 'context and source')})</li>\n`)}</ul>`,
        )
      : '',
    corrections.length > 0
      ? section(
          'Corrections',
          html`<ul>${corrections.map(({ change, title, url }) => html`<li>${changeInWords(change)}: ${link(url, title)}</li>\n`)}</ul>`,
        )
      : '',
    archive === null ? '' : html`<p>${link(archive.url, archiveInWords(archive))}</p>\n`,
    digest.not_shown > 0
      ? html`<p>And ${digest.not_shown.toLocaleString('en-GB')} more in the record.</p>\n`
      : '',
  ];
  return parts.map(String).join('');
}
