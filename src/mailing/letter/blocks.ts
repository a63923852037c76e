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
  const year = (visit.start ?? visit.end ?? '').slice(0, 4);
  const lines = visit.engagements.map((it) => engagementLine(it, { country: visit.country.id, year }));
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
  const lines = engagements.map((it) => engagementLine(it, { country: null, year: '' }));
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

/** `known`: country (id) and year that the reader knows already. */
function engagementLine(
  it: PublicEngagement,
  known: { country: string | null; year: string },
): EngagementLine {
  const parts = [oneLine(it.title)];
  const unsaid = (name: string | undefined) =>
    name !== undefined && !parts.some((part) => part.includes(oneLine(name)));
  const country = it.country?.id === known.country ? undefined : it.country?.name;
  for (const name of [it.place?.name, it.city?.name, country]) if (unsaid(name)) parts.push(oneLine(name!));
  const who = it.participants.slice(1).flatMap(({ name }) => (unsaid(name) ? [oneLine(name)] : []));
  if (who.length > 0) parts.push(`with ${listed(who)}`);
  const what = parts.join(', ');
  const date = dateOfEngagement(it);
  return {
    date: known.year !== '' && date.endsWith(` ${known.year}`) ? date.slice(0, -5) : date,
    what: it.held ? what : `${what} (planned)`,
  };
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

/** A sentence longer than this says too little about the words to be worth its room. */
const MOST_CONTEXT = 500;

/** The sentences before and after the words, each whole or not at all. */
const contextOf = ({ before, after }: PublicQuote['context']): [string, string][] =>
  (
    [
      ['Before', before],
      ['After', after],
    ] as const
  ).flatMap(([label, sentence]) =>
    sentence === null || sentence.length > MOST_CONTEXT ? [] : [[label, oneLine(sentence)]],
  );

const daysOf = ({ published_on }: PublicQuote['sources'][number]) =>
  published_on === null ? '' : ` (${dayInWords(published_on)})`;

/** The words, who said them when and where, what stood before and after them, every source and the address to cite. */
export function quoteBlock(quote: PublicQuote): Block {
  const who = speakerInWords(quote);
  const occasion = occasionInWords(quote);
  const context = contextOf(quote.context);
  const { sources } = quote;
  const small = (content: Html, top = 0) =>
    html`<p class="soft" style="${STYLE.small}padding-top:${top}px;">${content}</p>`;
  return {
    html: row(
      html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="mark" style="${STYLE.cell}${STYLE.mark}">
<blockquote style="margin:0;" dir="auto"><p class="ink" style="${STYLE.words}">“${quote.text}”</p></blockquote>
<p class="ink" style="${STYLE.text}padding-top:8px;">— <bdi>${who}</bdi></p>${occasion && small(html`<bdi>${occasion}</bdi>`)}
${context.map(([label, sentence], n) => small(html`${label}: <bdi>${sentence}</bdi>`, n === 0 ? 6 : 2))}${small(
  html`${sources.length === 1 ? 'Source' : 'Sources'}: ${sources.map((source, n) => html`${n > 0 ? '; ' : ''}${outward(source.url, sourceName(source))}${daysOf(source)}`)}. ${link(quote.url ?? '', 'Permalink')}`,
  6,
)}
</td></tr></table>`,
      20,
    ),
    text: [
      wrap(`“${quote.text}”`),
      wrap(`— ${who}${occasion && `; ${occasion}`}`, '  ', '    '),
      ...context.map(([label, sentence]) => wrap(`${label}: ${sentence}`, '  ', '    ')),
      ...sources.map((source) =>
        [
          wrap(`Source: ${sourceName(source)}${daysOf(source)}`, '  ', '    '),
          ...(safeHref(source.url) === null ? [] : [`    ${source.url}`]),
        ].join('\n'),
      ),
      `  Permalink: ${quote.url}`,
    ].join('\n'),
    entries: 1,
  };
}

/** The words alone, whole: an ellipsis of ours would be a change to them. */
export const namedQuoteBlock = (quote: PublicDigest['more'][number]): Block => {
  const who = oneLine(quote.speaker?.name ?? 'Unnamed');
  return {
    html: row(
      html`<p class="ink" style="${STYLE.text}" dir="auto">“${link(quote.url ?? '', html`<bdi>${quote.text}</bdi>`)}” <span class="soft" style="color:#5c5850;">— <bdi>${who}</bdi></span></p>`,
      10,
    ),
    text: `${wrap(`“${quote.text}” — ${who}`, '  * ', '    ')}\n    ${quote.url}`,
    entries: 1,
  };
};

export const figureBlock = (figure: PublicFigure): Block => {
  const who = figure.stated_by === null ? '' : ` (${oneLine(figure.stated_by.name)})`;
  const source = figure.sources[0];
  return {
    html: row(
      html`<p class="ink" style="${STYLE.text}"><strong><bdi>${oneLine(figure.text)}</bdi></strong><bdi>${who}</bdi>: <bdi>${oneLine(figure.sentence)}</bdi>${source === undefined ? '' : html` <span class="soft" style="color:#5c5850;">${outward(source.url, beginning(source.publisher ?? source.title ?? 'the source', 60))}</span>`}</p>`,
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
