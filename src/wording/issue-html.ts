import { html } from 'hono/html';
import { dayInWords } from '../model/days.ts';
import type { PublicDigest, Story } from '../public/digest.ts';
import type { PublicQuote } from '../public/quote.ts';
import { figureHtml } from './entry-html.ts';
import { safeHref } from './href.ts';
import {
  changeInWords,
  factsOfStory,
  MOST_FIGURES,
  moreSaid,
  sourceInWords,
  wordsAlone,
} from './issue-text.ts';
import { olderInWords } from './issue-title.ts';
import { counted } from './line.ts';
import { speakerInWords } from './occasion.ts';

const link = (url: string | null, text: string) => {
  const href = safeHref(url);
  return href === null ? html`<bdi>${text}</bdi>` : html`<a href="${href}"><bdi>${text}</bdi></a>`;
};

/**
 * An issue as HTML that needs no style: the same words in feed and page. Headings begin at level 2. `folded`: with what
 * stands behind a click on the page: every quote of the issue's days.
 */
export function issueHtml(digest: PublicDigest, folded = false): string {
  const section = (title: string, content: unknown) => html`<h2>${title}</h2>\n${content}\n`;
  const { lead, stories, also, figures, corrections, older, quotes } = digest;
  const told = new Set([lead, ...stories].flatMap((story) => story?.quotes.map(({ id }) => id) ?? []));
  const alone = wordsAlone(digest);
  for (const { id } of alone) told.add(id);
  const others = quotes.filter(({ id }) => !told.has(id));
  const parts = [
    corrections.length > 0
      ? section(
          'Corrections',
          html`<ul>${corrections.map(({ change, title, url }) => html`<li>${changeInWords(change)}: ${link(url, title)}</li>\n`)}</ul>`,
        )
      : '',
    lead === null ? '' : storyHtml(lead),
    ...stories.map(storyHtml),
    alone.length > 0 ? section('Said', alone.map(quoteLine)) : '',
    also.length > 0 ? section('Also', also.map(alsoHtml)) : '',
    figures.length > 0
      ? section('Figures', html`<ul>${figures.slice(0, MOST_FIGURES).map(figureHtml)}</ul>`)
      : '',
    folded && others.length > 0
      ? html`<details><summary>${counted(others.length, 'more quote')} of these days</summary>\n${others.map(quoteLine)}</details>\n`
      : '',
    older === null ? '' : html`<p>${link(older.url, olderInWords(older))}.</p>\n`,
  ];
  return parts.map(String).join('');
}

function storyHtml(story: Story) {
  const facts = factsOfStory(story);
  const more = moreSaid(story);
  const { happened, quotes, sources, entry } = story;
  return html`<section><h2>${link(entry?.url ?? null, story.title)}</h2>
${facts && html`<p><small><bdi>${facts}</bdi></small></p>\n`}${
  happened.length > 0
    ? html`<ul>${happened.map(({ title, day, url }) => html`<li>${day === null ? '' : `${dayInWords(day)}: `}${link(url, title)}</li>\n`)}</ul>\n`
    : ''
}${quotes.map(quoteLine)}<p><small>${more && html`${capital(more)}. `}${sources.length === 1 ? 'Source' : 'Sources'}: ${sources.map((source, n) => html`${n > 0 ? '; ' : ''}${link(source.url, sourceInWords(source))}`)}</small></p></section>\n`;
}

const quoteLine = (quote: PublicQuote) =>
  html`<blockquote dir="auto"${quote.url === null ? '' : html` cite="${quote.url}"`}><p>“${quote.text}”</p></blockquote>
<p>— <bdi>${speakerInWords(quote)}</bdi>. ${link(quote.url, 'Context')}</p>\n`;

const alsoHtml = ({ person, lines }: PublicDigest['also'][number]) =>
  html`${person === null ? '' : html`<h3><bdi>${person.name}</bdi></h3>`}<ul>${lines.map(({ text, url }) => html`<li>${link(url, text)}</li>\n`)}</ul>\n`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
