import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { spanInWords } from '../model/days.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicWholeVisit } from '../public/visit.ts';
import { safeHref } from '../wording/href.ts';
import { oneLine } from '../wording/line.ts';
import { dateOfEngagement, dayOfEntry, speakerInWords } from '../wording/occasion.ts';
import type { Theme } from '../wording/snippet.ts';
import { standingOfQuote, standingOfVisit } from '../wording/standing.ts';
import { STYLE } from './frame-style.ts';

/** The frame's document: our own style and one script of our own, nothing of the page around it. */
export const Frame = ({
  title,
  canonical,
  theme,
  children,
}: {
  title: string;
  canonical: string;
  theme: Theme;
  children: Child;
}) => (
  <html lang="en" class={theme}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{oneLine(title)}</title>
      <meta name="robots" content="noindex" />
      <link rel="canonical" href={canonical} />
      <style>{raw(STYLE)}</style>
      <script type="module" src="/embed/frame.js"></script>
    </head>
    <body>
      <main>{children}</main>
    </body>
  </html>
);

const Out = ({ href, children }: { href: string; children: Child }) => (
  <a href={href} target="_blank" rel="noreferrer noopener">
    {children}
  </a>
);

export function QuoteFrame({
  quote,
  placed,
  origin,
  theme,
}: {
  quote: PublicQuote;
  /** The id under which the frame was placed. */
  placed: string;
  origin: string;
  theme: Theme;
}) {
  const standing = standingOfQuote(quote, placed);
  const page = `${origin}/quotes/${quote.id}`;
  const { before, after } = quote.context;
  return (
    <Frame title={`A quote of ${speakerInWords(quote)}`} canonical={page} theme={theme}>
      <h1 class="unseen">
        A quote of <bdi>{speakerInWords(quote)}</bdi>
      </h1>
      {standing === null ? null : (
        <p class="note">
          {quote.replaced_by === null ? (
            standing
          ) : (
            <Out href={`${origin}/quotes/${quote.replaced_by}`}>{standing}</Out>
          )}
        </p>
      )}
      <blockquote dir="auto" cite={page}>
        “{quote.text}”
      </blockquote>
      <p>
        — <bdi>{speakerInWords(quote)}</bdi>
        {quote.day === null ? '' : `, ${dayOfEntry(quote)}`}
      </p>
      {before === null && after === null ? null : (
        <details>
          <summary>Context</summary>
          <p dir="auto">
            {before === null ? null : <span>{before} </span>}
            <b>“{quote.text}”</b>
            {after === null ? null : <span> {after}</span>}
          </p>
        </details>
      )}
      <p class="where">
        {quote.sources.slice(0, 3).map((source, n) => {
          const href = safeHref(source.url);
          const name = <bdi>{source.publisher ?? source.title ?? 'Source'}</bdi>;
          return (
            <>
              {n > 0 ? ' · ' : ''}
              {href === null ? name : <Out href={href}>{name}</Out>}
            </>
          );
        })}{' '}
        · <Out href={page}>Readout</Out>
      </p>
    </Frame>
  );
}

export function VisitFrame({
  visit,
  origin,
  theme,
}: {
  visit: PublicWholeVisit;
  origin: string;
  theme: Theme;
}) {
  const standing = standingOfVisit(visit);
  const page = `${origin}/visits/${visit.id}`;
  return (
    <Frame title={visit.title} canonical={page} theme={theme}>
      {standing === null ? null : <p class="note">{standing}</p>}
      <h1>
        <bdi>{visit.title}</bdi>
      </h1>
      <p class="where">
        {[spanInWords(visit.start, visit.end), visit.cities.map(({ name }) => name).join(', ')]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul>
        {visit.engagements.map((it) => (
          <li>
            <span class="where">{dateOfEngagement(it)}</span> <bdi>{it.title}</bdi>
            {it.held ? '' : ' (planned)'}
          </li>
        ))}
      </ul>
      <p class="where">
        <Out href={page}>
          {visit.quotes.length > 0
            ? `${visit.quotes.length} quotes and all sources: Readout`
            : 'All sources: Readout'}
        </Out>
      </p>
    </Frame>
  );
}
