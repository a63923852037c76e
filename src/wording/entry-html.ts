import { html } from 'hono/html';
import { inSentence } from '../model/country.ts';
import { dayInWords, spanInWords } from '../model/days.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { safeHref } from './href.ts';
import { listed } from './line.ts';
import {
  dateOfEngagement,
  occasionInWords,
  othersAt,
  placeOfEngagement,
  speakerInWords,
} from './occasion.ts';

/**
 * Entries as plain HTML that needs no style: for feeds, letters and the pages of issues. Whatever a document holds
 * comes out as text; its direction stays inside `<bdi>`.
 */
type Html = ReturnType<typeof html>;

const link = (url: string | null, text: string): Html => {
  const href = safeHref(url);
  return href === null ? html`<bdi>${text}</bdi>` : html`<a href="${href}"><bdi>${text}</bdi></a>`;
};

/** "NATO, Secretary General in Washington" as a link to the source. */
export const sourceHtml = ({
  publisher,
  title,
  url,
  published_on,
}: PublicQuote['sources'][number] | PublicVisit['sources'][number]): Html =>
  html`${link(url, [publisher, title].filter(Boolean).join(': ') || 'the source')}${published_on === null ? '' : html` (${dayInWords(published_on)})`}`;

/** The words, who said them when and where, the sentence before and after, and every source. */
export function quoteHtml(quote: PublicQuote): Html {
  const occasion = occasionInWords(quote);
  const { before, after } = quote.context;
  return html`<blockquote dir="auto"${quote.url === null ? '' : html` cite="${quote.url}"`}><p>“${quote.text}”</p></blockquote>
<p>— <bdi>${speakerInWords(quote)}</bdi>${occasion && html`; <bdi>${occasion}</bdi>`}. ${link(quote.url, 'Permalink')}</p>
${before === null && after === null ? '' : html`<p><small>In the source: <bdi>${before ?? ''}</bdi> […] <bdi>${after ?? ''}</bdi></small></p>`}
<p><small>${quote.sources.length === 1 ? 'Source' : 'Sources'}: ${quote.sources.map((source, n) => html`${n > 0 ? '; ' : ''}${sourceHtml(source)}`)}</small></p>`;
}

export function engagementHtml(it: PublicEngagement): Html {
  const place = placeOfEngagement(it);
  const others = othersAt(it);
  return html`<li><strong>${dateOfEngagement(it)}</strong>: <bdi>${it.title}</bdi>${place && html`, <bdi>${place}</bdi>`}${others.length > 0 ? html` (with <bdi>${listed(others)}</bdi>)` : ''}${it.held ? '' : ', planned'}</li>`;
}

export function visitHtml(visit: PublicVisit & { engagements?: readonly PublicEngagement[] }): Html {
  const cities = visit.cities.map(({ name }) => name);
  const days = spanInWords(visit.start, visit.end);
  const engagements = visit.engagements ?? [];
  return html`<p><bdi>${visit.visitor.name}</bdi> ${visit.visit_status === 'made' ? 'was' : 'is announced'} in <bdi>${inSentence(visit.country.name)}</bdi>${cities.length > 0 ? html` (<bdi>${listed(cities)}</bdi>)` : ''}${days && `, ${days}`}. ${link(visit.url, 'The visit')}</p>
${engagements.length > 0 ? html`<ul>${engagements.map(engagementHtml)}</ul>` : ''}`;
}

export function figureHtml(figure: PublicFigure): Html {
  const who = figure.stated_by === null ? '' : html` (<bdi>${figure.stated_by.name}</bdi>)`;
  return html`<li><strong><bdi>${figure.text}</bdi></strong>${who}: <bdi>${figure.sentence}</bdi></li>`;
}
