import type { PublicDigest } from '../public/digest.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { safeHref } from '../wording/href.ts';
import { factsOfStory, issueDateInWords } from '../wording/issue-text.ts';
import { Page } from './layout.tsx';
import { QuoteCard, Words } from './parts.tsx';
import { VisitList } from './visit-list.tsx';

interface Props {
  visits: readonly PublicVisit[];
  quotes: readonly PublicQuote[];
  issue: PublicDigest | null;
  origin: string;
}

/** The stories of the latest issue, then the latest visits and the latest words. */
export function HomePage({ visits, quotes, issue, origin }: Props) {
  const stories = [issue?.lead ?? null, ...(issue?.stories ?? [])].filter((story) => story !== null);
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
        <section>
          <h2>
            <a href={`/digests/${issue.id}`}>Digest, {issueDateInWords(issue)}</a>
          </h2>
          {stories.length === 0 ? (
            <p>{issue.title}</p>
          ) : (
            <ul class="visits">
              {stories.map((story) => (
                <li>
                  <a href={safeHref(story.entry?.url) ?? `/digests/${issue.id}`}>
                    <Words>{story.title}</Words>
                  </a>
                  <span class="where">
                    <Words>{factsOfStory(story)}</Words>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <section>
        <h2>Latest visits</h2>
        {visits.length === 0 ? <p>There are no visits on record yet.</p> : <VisitList visits={visits} />}
        <p>
          <a href="/visits">All visits, by month</a>
        </p>
      </section>
      {quotes.length === 0 ? null : (
        <section>
          <h2>Latest words</h2>
          {quotes.map((quote) => (
            <QuoteCard quote={quote} />
          ))}
          <p>
            <a href="/quotes">All quotes</a>
          </p>
        </section>
      )}
    </Page>
  );
}
