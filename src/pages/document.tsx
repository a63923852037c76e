import type { PublicDocument } from '../public/document.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { EngagementList } from './indexes.tsx';
import { Page } from './layout.tsx';
import { Day, Outward, QuoteCard, ReportError, Words } from './parts.tsx';
import { VisitList } from './visit-list.tsx';

interface Props {
  document: PublicDocument;
  quotes: readonly PublicQuote[];
  visits: readonly PublicVisit[];
  engagements: readonly PublicEngagement[];
  /** As it was received; null where its rights do not let it be shown. */
  text: string | null;
  origin: string;
  contact: string;
}

/** One document: what was read in it, and the text with its quotes marked, or each quote in its sentence. */
export function DocumentPage({ document, quotes, visits, engagements, text, origin, contact }: Props) {
  const path = `/documents/${document.id}`;
  const title = document.title ?? document.publisher ?? 'Untitled document';
  return (
    <Page
      origin={origin}
      path={path}
      title={title}
      description={`What was read in “${title}” of ${document.publisher ?? 'a publisher not stated'}.`}
      type="article"
      unlisted={document.status !== 'published'}
    >
      <article class="whole">
        <h1>
          <Words>{title}</Words>
        </h1>
        <p class="lede">
          <Words>{document.publisher ?? 'Publisher not stated'}</Words>
          {document.published_on === null ? null : (
            <>
              , <Day day={document.published_on} />
            </>
          )}
          . <Outward url={document.url}>At its source</Outward>
        </p>
        {visits.length === 0 ? null : (
          <section>
            <h2>Visits it tells of</h2>
            <VisitList visits={visits} />
          </section>
        )}
        {engagements.length === 0 ? null : (
          <section>
            <h2>Engagements it tells of</h2>
            <EngagementList engagements={engagements} />
          </section>
        )}
        {text === null ? (
          <InSentences quotes={quotes} />
        ) : (
          <section>
            <h2>The text</h2>
            <Marked document={document.id} text={text} quotes={quotes} />
          </section>
        )}
        <p class="proof">
          <a href={`/v1/documents/${document.id}`}>{document.id}</a>, SHA-256 <code>{document.sha256}</code>
        </p>
        <ReportError path={path} contact={contact} />
      </article>
    </Page>
  );
}

/** Each quote as an entry, with the words around it. */
function InSentences({ quotes }: { quotes: readonly PublicQuote[] }) {
  if (quotes.length === 0) return null;
  return (
    <section>
      <h2>What it quotes</h2>
      {quotes.map((quote) => (
        <>
          <QuoteCard quote={quote} />
          {quote.context.before === null && quote.context.after === null ? null : (
            <p class="context" dir="auto">
              {quote.context.before} <mark>“{quote.text}”</mark> {quote.context.after}
            </p>
          )}
        </>
      ))}
    </section>
  );
}

/** The text with every quote a link to its page. Spans that overlap are marked once. */
function Marked({
  document,
  text,
  quotes,
}: {
  document: string;
  text: string;
  quotes: readonly PublicQuote[];
}) {
  const spans = quotes
    .flatMap(({ id, sources }) =>
      sources.filter((it) => it.document === document).map(({ start, end }) => ({ id, start, end })),
    )
    .sort((a, b) => a.start - b.start);
  const parts = [];
  let at = 0;
  for (const { id, start, end } of spans) {
    if (start < at) continue;
    parts.push(text.slice(at, start));
    parts.push(
      <mark>
        <a href={`/quotes/${id}`}>{text.slice(start, end)}</a>
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <div class="text" dir="auto">
      {parts}
    </div>
  );
}
