import { html } from 'hono/html';
import { dayInWords } from '../../model/days.ts';
import type { PublicDigest, Story } from '../../public/digest.ts';
import type { PublicFigure } from '../../public/figure.ts';
import type { PublicQuote } from '../../public/quote.ts';
import { safeHref } from '../../wording/href.ts';
import { changeInWords, factsOfStory, moreSaid } from '../../wording/issue-text.ts';
import { olderInWords } from '../../wording/issue-title.ts';
import { beginning, oneLine } from '../../wording/line.ts';
import { dayOfEntry, speakerInWords } from '../../wording/occasion.ts';
import { type Html, link, row, rule, STYLE } from './frame.ts';
import { wrap } from './wrap.ts';

/** A piece of a letter in both its forms. Letters are put together of whole blocks, so that none is cut. */
export interface Block {
  html: Html;
  text: string;
  /** Where there is no room for all, lower ones come first; 0 goes before everything. */
  rank: number;
}

const outward = (url: string | null, text: string): Html => {
  const href = safeHref(url);
  return href === null ? html`<bdi>${text}</bdi>` : link(href, html`<bdi>${text}</bdi>`);
};

export const sectionBlock = (title: string, rank: number): Block => ({
  html: html`${rule()}${row(html`<h2 class="soft" style="${STYLE.label}">${title}</h2>`, 16)}`,
  text: title.toUpperCase(),
  rank,
});

const SHOWN_SOURCES = 3;

/** What happened, when, where, by which documents; its words follow in blocks of their own. */
export function storyBlock(story: Story, rank: number, mostHappened: number): Block {
  const title = oneLine(story.title);
  const more = moreSaid(story);
  const facts = [factsOfStory(story), more].filter((part) => part !== '').join(' · ');
  const happened = story.happened.slice(0, mostHappened);
  const sources = story.sources.slice(0, SHOWN_SOURCES);
  const url = story.entry?.url ?? null;
  const href = safeHref(url);
  const day = (it: string | null) => (it === null ? '' : `${shortDay(it)}: `);
  return {
    html: html`${rule()}${row(
      html`<h2 class="ink" style="${STYLE.section}">${href === null ? html`<bdi>${title}</bdi>` : html`<a class="ink quiet" href="${href}" style="color:#1d1b18;"><bdi>${title}</bdi></a>`}</h2>${facts === '' ? '' : html`<p class="soft" style="${STYLE.small}"><bdi>${facts}</bdi></p>`}${
        happened.length === 0
          ? ''
          : html`<ul style="margin:6px 0 0;padding:0 0 0 20px;">${happened.map((it) => html`<li class="ink" style="${STYLE.text}"><span class="soft" style="color:#5c5850;">${day(it.day)}</span><bdi>${oneLine(it.title)}</bdi></li>`)}</ul>`
      }<p class="soft" style="${STYLE.small}">${sources.map((source, n) => html`${n > 0 ? '; ' : 'Source: '}${outward(source.url, beginning(source.publisher ?? source.title ?? 'the source', 60))}`)}</p>`,
      18,
    )}`,
    text: [
      wrap(title),
      ...(facts === '' ? [] : [wrap(facts)]),
      ...happened.map((it) => wrap(`${day(it.day)}${oneLine(it.title)}`, '  * ', '    ')),
      ...sources
        .slice(0, 1)
        .map((source) =>
          [
            wrap(`Source: ${beginning(source.publisher ?? source.title ?? 'the source', 60)}`),
            ...(safeHref(source.url) === null ? [] : [source.url]),
          ].join('\n'),
        ),
      ...(href === null ? [] : [href]),
    ].join('\n'),
    rank,
  };
}

const shortDay = (day: string) => dayInWords(day).replace(/ \d{4}$/, '');

/** The words, whole, and who said them; the address to cite and what stands around them is one click away. */
export function quoteBlock(quote: PublicQuote, rank: number, alone = false): Block {
  const who = speakerInWords(quote);
  const day = alone ? dayOfEntry(quote) : '';
  const by = `${who}${day === '' ? '' : `; ${day}`}`;
  return {
    html: row(
      html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="mark" style="${STYLE.cell}${STYLE.mark}">
<blockquote style="margin:0;" dir="auto"><p class="ink" style="${STYLE.words}">“${quote.text}”</p></blockquote>
<p class="ink" style="${STYLE.text}padding-top:6px;">— <bdi>${by}</bdi>. ${link(quote.url ?? '', 'Context')}</p>
</td></tr></table>`,
      14,
    ),
    text: `${wrap(`“${quote.text}”`)}\n${wrap(`— ${by}`, '  ', '    ')}\n    ${quote.url}`,
    rank,
  };
}

/** What else somebody did, a line each. */
export const alsoBlock = ({ person, lines }: PublicDigest['also'][number], rank: number): Block => ({
  html: row(
    html`<p class="ink" style="${STYLE.text}">${person === null ? '' : html`<strong><bdi>${oneLine(person.name)}</bdi></strong>: `}${lines.map(({ text, url }, n) => html`${n > 0 ? '; ' : ''}${outward(url, oneLine(text))}`)}.</p>`,
    8,
  ),
  text: wrap(
    `${person === null ? '' : `${oneLine(person.name)}: `}${lines.map(({ text }) => oneLine(text)).join('; ')}.`,
    '  * ',
    '    ',
  ),
  rank,
});

export const figureBlock = (figure: PublicFigure, rank: number): Block => {
  const who = figure.stated_by === null ? '' : ` (${oneLine(figure.stated_by.name)})`;
  const source = figure.sources[0];
  return {
    html: row(
      html`<p class="ink" style="${STYLE.text}"><strong><bdi>${oneLine(figure.text)}</bdi></strong><bdi>${who}</bdi>: <bdi>${oneLine(figure.sentence)}</bdi>${source === undefined ? '' : html` <span class="soft" style="color:#5c5850;">${outward(source.url, beginning(source.publisher ?? source.title ?? 'the source', 60))}</span>`}</p>`,
      10,
    ),
    text: wrap(`${oneLine(figure.text)}${who}: ${oneLine(figure.sentence)}`, '  * ', '    '),
    rank,
  };
};

export const correctionBlock = ({ change, title, url }: PublicDigest['corrections'][number]): Block => ({
  html: row(
    html`<p class="ink" style="${STYLE.text}">${changeInWords(change)}: ${outward(url, oneLine(title))}</p>`,
    10,
  ),
  text: `${wrap(`${changeInWords(change)}: ${oneLine(title)}`, '  * ', '    ')}${url === null ? '' : `\n    ${url}`}`,
  rank: 0,
});

export const olderBlock = (older: NonNullable<PublicDigest['older']>): Block => ({
  html: html`${rule()}${row(html`<p class="ink" style="${STYLE.text}">${outward(older.url, olderInWords(older))}.</p>`, 18)}`,
  text: `${wrap(`${olderInWords(older)}.`)}\n${older.url}`,
  rank: 1,
});
