import { html } from 'hono/html';
import { dayInWords, spanInWords } from '../../model/days.ts';
import type { PublicDigest } from '../../public/digest.ts';
import type { PublicEngagement } from '../../public/engagement.ts';
import type { PublicFigure } from '../../public/figure.ts';
import type { PublicQuote } from '../../public/quote.ts';
import { safeHref } from '../../wording/href.ts';
import { archiveInWords, changeInWords } from '../../wording/issue-text.ts';
import { beginning, listed, oneLine } from '../../wording/line.ts';
import { dateOfEngagement, occasionInWords, speakerInWords } from '../../wording/occasion.ts';
import { type Html, link, row, rule, STYLE } from './frame.ts';
import { wrap } from './wrap.ts';

/** A piece of a letter in both its forms. Letters are put together of whole blocks, so that none is cut. */
export interface Block {
  html: Html;
  text: string;
  /** Entries of the issue that are lost to the reader if the block does not fit; 0: it is always in. */
  entries: number;
}

const outward = (url: string | null, text: string): Html => {
  const href = safeHref(url);
  return href === null ? html`<bdi>${text}</bdi>` : link(href, html`<bdi>${text}</bdi>`);
};

export const sectionBlock = (title: string): Block => ({
  html: html`${rule()}${row(html`<h2 class="soft" style="${STYLE.label}">${title}</h2>`, 16)}`,
  text: title.toUpperCase(),
  entries: 0,
});

/** Where somebody was, when, and what they did there. */
export function visitBlock(visit: PublicDigest['visits'][number]): Block {
  const title = oneLine(visit.title);
  const days = spanInWords(visit.start, visit.end);
  const facts = [
    visit.visit_status === 'announced' ? 'announced' : '',
    title.includes(days) ? '' : days,
    listed(visit.cities.map(({ name }) => oneLine(name))),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const lines = visit.engagements.map((it) => engagementLine(it, visit.country.id));
  return {
    html: html`${rule()}${row(
      html`<h2 class="ink" style="${STYLE.section}"><a class="ink quiet" href="${visit.url}" style="color:#1d1b18;"><bdi>${title}</bdi></a></h2>${facts === '' ? '' : html`<p class="soft" style="${STYLE.small}"><bdi>${facts}</bdi></p>`}`,
      18,
    )}${engagementRows(lines)}`,
    text: [
      wrap(title),
      ...(facts === '' ? [] : [wrap(facts)]),
      ...lines.map(engagementText),
      visit.url ?? '',
    ].join('\n'),
    entries: 1,
  };
}

export function engagementsBlock(engagements: readonly PublicEngagement[]): Block {
  const lines = engagements.map((it) => engagementLine(it, null));
  return {
    html: html`${engagementRows(lines)}`,
    text: lines.map(engagementText).join('\n'),
    entries: engagements.length,
  };
}

interface EngagementLine {
  date: string;
  /** What it was, where and with whom, each said once. */
  what: string;
}

/** `country`: id of the country that the reader knows already. */
function engagementLine(it: PublicEngagement, country: string | null): EngagementLine {
  const title = oneLine(it.title);
  const unsaid = (names: (string | undefined)[]) =>
    names.flatMap((name) => (name === undefined || title.includes(oneLine(name)) ? [] : [oneLine(name)]));
  const where = unsaid([
    it.place?.name,
    it.city?.name,
    it.country?.id === country ? undefined : it.country?.name,
  ]);
  const who = unsaid(it.participants.slice(1).map(({ name }) => name));
  const what = [title, ...where, ...(who.length > 0 ? [`with ${listed(who)}`] : [])].join(', ');
  return { date: dateOfEngagement(it), what: it.held ? what : `${what} (planned)` };
}

function engagementRows(lines: readonly EngagementLine[]): Html {
  if (lines.length === 0) return html``;
  return row(
    html`<ul style="margin:0;padding:0 0 0 20px;">${lines.map(
      ({ date, what }) =>
        html`<li class="ink" style="${STYLE.text}"><span class="soft" style="color:#5c5850;">${date}:</span> <bdi>${what}</bdi></li>`,
    )}</ul>`,
    10,
  );
}

const engagementText = ({ date, what }: EngagementLine) => wrap(`${date}: ${what}`, '  * ', '    ');

const sourceName = ({ publisher, title }: PublicQuote['sources'][number]) =>
  beginning([publisher, title].filter(Boolean).join(': ') || 'the source', 140);

/** The words, who said them when and where, what stood before and after them, every source and the address to cite. */
export function quoteBlock(quote: PublicQuote): Block {
  const who = speakerInWords(quote);
  const occasion = occasionInWords(quote);
  const { before, after } = quote.context;
  const context = before === null && after === null ? '' : contextOf(before, after);
  const sources = quote.sources;
  const label = sources.length === 1 ? 'Source' : 'Sources';
  const day = ({ published_on }: PublicQuote['sources'][number]) =>
    published_on === null ? '' : ` (${dayInWords(published_on)})`;
  return {
    html: row(
      html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="mark" style="${STYLE.mark}">
<blockquote style="margin:0;" dir="auto"><p class="ink" style="${STYLE.words}">“${quote.text}”</p></blockquote>
<p class="ink" style="${STYLE.text}padding-top:8px;">— <bdi>${who}</bdi></p>${occasion && html`<p class="soft" style="${STYLE.small}"><bdi>${occasion}</bdi></p>`}
${context && html`<p class="soft" style="${STYLE.small}padding-top:6px;"><bdi>${context}</bdi></p>`}<p class="soft" style="${STYLE.small}padding-top:6px;">${label}: ${sources.map((source, n) => html`${n > 0 ? '; ' : ''}${outward(source.url, sourceName(source))}${day(source)}`)}. ${link(quote.url ?? '', 'Permalink')}</p>
</td></tr></table>`,
      20,
    ),
    text: [
      wrap(`“${quote.text}”`),
      wrap(`— ${who}${occasion && `; ${occasion}`}`, '  ', '    '),
      ...(context === '' ? [] : [wrap(context, '  ')]),
      ...sources.map((source) =>
        [
          wrap(`Source: ${sourceName(source)}${day(source)}`, '  ', '    '),
          ...(safeHref(source.url) === null ? [] : [`    ${source.url}`]),
        ].join('\n'),
      ),
      `  Permalink: ${quote.url}`,
    ].join('\n'),
    entries: 1,
  };
}

/** The sentences around the words, shortened with an ellipsis in brackets where they are long. */
function contextOf(before: string | null, after: string | null): string {
  const start = before === null ? '' : beginning(before, 260);
  const end = after === null ? '' : beginning(after, 260);
  return `In the source: ${[start, '[…]', end].filter((part) => part !== '').join(' ')}`;
}

export const namedQuoteBlock = (quote: PublicDigest['more'][number]): Block => {
  const words = beginning(quote.text, 200);
  const who = oneLine(quote.speaker?.name ?? 'Unnamed');
  return {
    html: row(
      html`<p class="ink" style="${STYLE.text}">“${link(quote.url ?? '', html`<bdi>${words}</bdi>`)}” <span class="soft" style="color:#5c5850;">— <bdi>${who}</bdi></span></p>`,
      10,
    ),
    text: `${wrap(`“${words}” — ${who}`, '  * ', '    ')}\n    ${quote.url}`,
    entries: 1,
  };
};

export const figureBlock = (figure: PublicFigure): Block => {
  const who = figure.stated_by === null ? '' : ` (${oneLine(figure.stated_by.name)})`;
  const source = figure.sources[0];
  return {
    html: row(
      html`<p class="ink" style="${STYLE.text}"><strong><bdi>${oneLine(figure.text)}</bdi></strong><bdi>${who}</bdi>: <bdi>${oneLine(figure.sentence)}</bdi>${source === undefined ? '' : html` <span class="soft" style="color:#5c5850;">${outward(source.url, sourceName({ ...source, said_on: null, engagement: null, visit: null }))}</span>`}</p>`,
      10,
    ),
    text: wrap(`${oneLine(figure.text)}${who}: ${oneLine(figure.sentence)}`, '  * ', '    '),
    entries: 1,
  };
};

export const correctionBlock = ({ change, title, url }: PublicDigest['corrections'][number]): Block => ({
  html: row(
    html`<p class="ink" style="${STYLE.text}">${changeInWords(change)}: ${outward(url, oneLine(title))}</p>`,
    10,
  ),
  text: `${wrap(`${changeInWords(change)}: ${oneLine(title)}`, '  * ', '    ')}${url === null ? '' : `\n    ${url}`}`,
  entries: 0,
});

export const archiveBlock = (archive: { entries: number; url: string | null }): Block => ({
  html: html`${rule()}${row(html`<p class="ink" style="${STYLE.text}">${outward(archive.url, archiveInWords(archive))}</p>`, 18)}`,
  text: `${wrap(archiveInWords(archive))}\n${archive.url}`,
  entries: 0,
});
