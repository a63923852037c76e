import { html } from 'hono/html';
import { spanInWords } from '../model/days.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { oneLine } from './line.ts';
import { dateOfEngagement, dayOfEntry, speakerInWords } from './occasion.ts';

/**
 * What other sites paste into their pages. Everything that matters stands in it as plain HTML; the last line keeps the
 * place of the line that our script fills. Nothing in it sends a referrer.
 */
type Html = ReturnType<typeof html>;

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Height of a frame in CSS pixels, from how much text it has to hold at a width of about 600. */
export const frameHeight = (text: string): number =>
  Math.min(600, 190 + Math.ceil(oneLine(text).length / 55) * 28);

/** The words as a plain quotation, for sites that allow no script. */
export function quoteBlock(quote: PublicQuote, origin: string): string {
  const day = dayOfEntry(quote);
  return String(html`<blockquote cite="${origin}/quotes/${quote.id}">
<p dir="auto">“${quote.text}”</p>
<p>— <bdi>${speakerInWords(quote)}</bdi>${day && `, ${day}`}</p>
<p><a href="${origin}/quotes/${quote.id}" rel="noreferrer" referrerpolicy="no-referrer">Context and sources: Readout</a></p>
</blockquote>`);
}

/** A visit with what happened on it. */
export type VisitToShow = PublicVisit & { engagements: readonly PublicEngagement[] };

/** As many engagements as make a block that still looks well in the middle of an article. */
const ENGAGEMENTS = 6;

export function visitBlock(visit: VisitToShow, origin: string): string {
  const cities = visit.cities.map(({ name }) => name).join(', ');
  const where = [spanInWords(visit.start, visit.end), cities].filter(Boolean).join(' · ');
  const engagements = visit.engagements.slice(0, ENGAGEMENTS).map(
    (it) => html`<li>${dateOfEngagement(it)}: <bdi>${it.title}</bdi>${it.held ? '' : ' (planned)'}</li>
`,
  );
  return String(html`<blockquote cite="${origin}/visits/${visit.id}">
<p><bdi>${visit.title}</bdi></p>
<p><bdi>${where}</bdi></p>
${
  engagements.length > 0
    ? html`<ul>
${engagements}</ul>
`
    : ''
}<p><a href="${origin}/visits/${visit.id}" rel="noreferrer" referrerpolicy="no-referrer">Day by day, with quotes and sources: Readout</a></p>
</blockquote>`);
}

const script = (origin: string): Html =>
  html`<script type="module" src="${origin}/embed/v1.js" referrerpolicy="no-referrer"></script>`;
const themed = (theme: Theme): Html | '' => (theme === 'auto' ? '' : html` theme="${theme}"`);

export const quoteElement = (quote: PublicQuote, origin: string, theme: Theme): string =>
  `${html`<readout-quote quote="${quote.id}"${themed(theme)}>`}\n${quoteBlock(quote, origin)}\n</readout-quote>\n${script(origin)}`;

export const visitElement = (visit: VisitToShow, origin: string, theme: Theme): string =>
  `${html`<readout-visit visit="${visit.id}"${themed(theme)}>`}\n${visitBlock(visit, origin)}\n</readout-visit>\n${script(origin)}`;

/** How many of somebody's latest words are shown. */
export const LATEST = 3;

/** Somebody's latest words, as they are today and then as they come. */
export const latestElement = (
  speaker: string,
  quotes: readonly PublicQuote[],
  origin: string,
  theme: Theme,
): string =>
  `${html`<readout-latest speaker="${speaker}" limit="${LATEST}"${themed(theme)}>`}\n${latestBlock(quotes, origin)}\n</readout-latest>\n${script(origin)}`;

export const latestBlock = (quotes: readonly PublicQuote[], origin: string): string =>
  quotes.map((quote) => quoteBlock(quote, origin)).join('\n');

/** A frame of fixed height; `title` names it for whoever cannot see it. */
export function frameOf(
  origin: string,
  path: string,
  { title, width, height, theme }: { title: string; width: number; height: number; theme: Theme },
): string {
  const src = `${origin}/embed${path}${theme === 'auto' ? '' : `?theme=${theme}`}`;
  return String(
    html`<iframe src="${src}" title="${oneLine(title)}" width="${width}" height="${height}" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" style="border:0;max-width:100%"></iframe>`,
  );
}
