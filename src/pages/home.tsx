import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import type { IssueTitle } from '../store/issue-titles.ts';
import { issueDateInWords } from '../wording/issue-text.ts';
import { Page } from './layout.tsx';
import { QuoteCard } from './parts.tsx';
import { Timeline } from './timeline.tsx';
import { VisitList } from './visit-list.tsx';

interface Props {
  visits: readonly PublicVisit[];
  quotes: readonly PublicQuote[];
  issue: IssueTitle | null;
  origin: string;
}

/** The latest visits, on a timeline and as a list; the latest words; the latest issue. */
export function HomePage({ visits, quotes, issue, origin }: Props) {
  return (
    <Page
      origin={origin}
      path="/"
      title="Readout: where officials were, whom they met, what exactly they said"
      description="A record of the visits and statements of public officials: verbatim quotations, each attributed and checkable against its source, to the byte."
      feeds={[
        { title: 'Readout digest', href: '/feeds/digest.xml', type: 'application/rss+xml' },
        { title: 'Readout visits', href: '/feeds/visits.xml', type: 'application/rss+xml' },
        { title: 'Readout quotes', href: '/feeds/quotes.xml', type: 'application/rss+xml' },
        { title: 'Readout visits', href: '/feeds/visits.ics', type: 'text/calendar' },
      ]}
      jsonLd={{
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: 'Readout',
        url: `${origin}/`,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${origin}/search?q={words}`,
          'query-input': 'required name=words',
        },
      }}
    >
      <h1 class="claim">Where officials were, whom they met, and what exactly they said.</h1>
      <p class="lede">
        Press releases and news reports, read into visits, engagements and quotations. Every word between
        quotation marks stands so, byte for byte, in the document it is linked to.
      </p>
      {issue === null ? null : (
        <p class="latest">
          <span class="where">Latest digest, {issueDateInWords(issue)}</span>
          <a href={`/digests/${issue.id}`}>{issue.title}</a>
        </p>
      )}
      <section>
        <h2>Latest visits</h2>
        {visits.length === 0 ? (
          <p>There are no visits on record yet.</p>
        ) : (
          <>
            <Timeline visits={visits} label="The latest visits on a timeline" />
            <VisitList visits={visits} />
          </>
        )}
      </section>
      {quotes.length === 0 ? null : (
        <section>
          <h2>Latest words</h2>
          {quotes.map((quote) => (
            <QuoteCard quote={quote} />
          ))}
        </section>
      )}
    </Page>
  );
}
