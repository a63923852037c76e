import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import { eventTitle } from '../wording/event.ts';
import { dayOfEntry, kindInWords } from '../wording/occasion.ts';
import { Page } from './layout.tsx';
import { Evidence, PersonLink, QuoteCard, ReportError, VisitLink, Words } from './parts.tsx';

interface Props {
  engagement: PublicEngagement;
  quotes: readonly PublicQuote[];
  origin: string;
  contact: string;
}

/** One engagement: who, when and where, what was said, and the sentences that say so. */
export function EngagementPage({ engagement: it, quotes, origin, contact }: Props) {
  const path = `/engagements/${it.id}`;
  const title = eventTitle(it) ?? it.title;
  const place = [it.place?.name, it.city?.name].filter(Boolean).join(', ');
  return (
    <Page
      origin={origin}
      path={path}
      title={title}
      description={`${title}: who took part, what was said, and the sources that say so.`}
      type="article"
      unlisted={it.status !== 'published'}
      jsonLd={{
        '@context': 'https://schema.org',
        '@type': 'Event',
        name: title,
        url: origin + path,
        ...(it.date !== null && { startDate: it.date }),
      }}
    >
      {it.status === 'published' ? null : (
        <div class="note withdrawn" role="note">
          <p>
            <strong>Withdrawn.</strong> No document on record says this any more.
          </p>
        </div>
      )}
      <article class="whole">
        <h1>
          <Words>{title}</Words>
        </h1>
        <p class="lede">
          {kindInWords(it.kind)}
          {it.held ? '' : ', planned'} · {dayOfEntry(it) || 'day not stated'}
          {place === '' ? null : (
            <>
              {' '}
              · <Words>{place}</Words>
            </>
          )}
          {it.country === null ? null : (
            <>
              {' '}
              ·{' '}
              <a href={`/countries/${it.country.id}`}>
                <Words>{it.country.name}</Words>
              </a>
            </>
          )}
        </p>
        {it.visit === null ? null : (
          <p>
            Part of <VisitLink visit={it.visit} />
          </p>
        )}
        {it.participants.length === 0 ? null : (
          <section>
            <h2>Who took part</h2>
            <ul class="met">
              {it.participants.map((person) => (
                <li>
                  <PersonLink person={person} />
                  {person.role === null ? null : (
                    <span class="role">
                      , <Words>{person.role}</Words>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        {quotes.length === 0 ? null : (
          <section>
            <h2>What was said</h2>
            {quotes.map((quote) => (
              <QuoteCard quote={quote} occasion={false} />
            ))}
          </section>
        )}
        <Evidence sources={it.sources} />
        <ReportError path={path} contact={contact} />
      </article>
    </Page>
  );
}
