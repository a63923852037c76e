import type { Child } from 'hono/jsx';
import { dayInWords } from '../model/days.ts';
import type { Ref, Status } from '../model/record.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { safeHref } from '../wording/href.ts';
import { beginning } from '../wording/line.ts';
import { occasionInWords } from '../wording/occasion.ts';

/** Words of a document, which may run in another direction than ours. */
export const Words = ({ children }: { children: Child }) => <bdi>{children}</bdi>;

export const Day = ({ day }: { day: string }) => <time datetime={day}>{dayInWords(day)}</time>;

/** A link to somebody else's page; its text alone where the address is none a browser should follow. */
export function Outward({ url, children }: { url: string | null; children: Child }) {
  const href = safeHref(url);
  return href === null ? (
    <Words>{children}</Words>
  ) : (
    <a href={href} rel="external noopener">
      <Words>{children}</Words>
    </a>
  );
}

export const PersonLink = ({ person }: { person: Ref }) => (
  <a href={`/people/${person.id}`}>
    <Words>{person.name}</Words>
  </a>
);

export const VisitLink = ({ visit }: { visit: { id: string; title: string } }) => (
  <a href={`/visits/${visit.id}`}>
    <Words>{visit.title}</Words>
  </a>
);

/** Offices, the one that was taken up last first; those without days come after all others. */
export const latestFirst = (roles: PublicPerson['roles']): PublicPerson['roles'] =>
  roles.toSorted((a, b) =>
    (a.from ?? '') === (b.from ?? '') ? 0 : (a.from ?? '') < (b.from ?? '') ? 1 : -1,
  );

/** What a reader must know of an entry that is not as it was. */
export function StatusNote({
  noun,
  status,
  replacedBy,
}: {
  noun: 'quote' | 'visit';
  status: Status;
  replacedBy: string | null;
}) {
  if (status === 'published' || status === 'redirected') return null;
  return (
    <div class={`note ${status}`} role="note">
      {status === 'corrected' ? (
        <p>
          <strong>Corrected.</strong> What the source says has changed since: the words, or who is said to
          have spoken them.{' '}
          {replacedBy === null ? null : <a href={`/${noun}s/${replacedBy}`}>Read it as it stands today.</a>}
        </p>
      ) : (
        <p>
          <strong>Withdrawn.</strong> No document on record says this any more. It is kept here so that its
          address goes on answering, and is left out of lists, search and feeds.
        </p>
      )}
    </div>
  );
}

/** Who said it, as links; joint statements name everybody. */
export function Speakers({ quote }: { quote: PublicQuote }) {
  if (quote.speakers.length === 0) return <Words>{quote.speaker_label ?? 'Unnamed speaker'}</Words>;
  return (
    <>
      {quote.speakers.map((speaker, n) => (
        <>
          {n === 0 ? '' : n === quote.speakers.length - 1 ? ' and ' : ', '}
          <PersonLink person={speaker} />
          {speaker.role === null ? null : (
            <span class="role">
              , <Words>{speaker.role}</Words>
            </span>
          )}
        </>
      ))}
    </>
  );
}

/** A quote among others: the words, who said them, when and where, and how many print them. */
export function QuoteCard({
  quote,
  words,
  occasion = true,
}: {
  quote: PublicQuote;
  /** The words with what was searched for marked. */
  words?: Child;
  occasion?: boolean;
}) {
  const where = occasion ? occasionInWords(quote) : '';
  return (
    <article class="quote" id={quote.id}>
      <blockquote cite={quote.url ?? undefined} dir="auto">
        <p>“{words ?? quote.text}”</p>
      </blockquote>
      <p class="by">
        <Speakers quote={quote} />
        {where === '' ? null : (
          <span class="where">
            {' '}
            · <Words>{where}</Words>
          </span>
        )}{' '}
        ·{' '}
        <a class="more" href={`/quotes/${quote.id}`}>
          {quote.sources.length > 1 ? `${quote.sources.length} sources` : 'context and source'}
          <span class="unseen"> of “{beginning(quote.text, 60)}”</span>
        </a>
      </p>
    </article>
  );
}

/** The sentences that say so, each with the document it stands in. */
export function Evidence({ sources }: { sources: PublicVisit['sources'] }) {
  if (sources.length === 0) return null;
  return (
    <section>
      <h2>The sentences that say so</h2>
      <ol class="sources">
        {sources.map(({ text, document, publisher, title, published_on }) => (
          <li>
            <p dir="auto">{text}</p>
            <p class="where">
              <a href={`/documents/${document}`}>
                <Words>{[publisher, title].filter(Boolean).join(': ') || 'The document'}</Words>
              </a>
              {published_on === null ? null : (
                <>
                  , <Day day={published_on} />
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A way to say that something is wrong, naming the entry. */
export function ReportError({ path, contact }: { path: string; contact: string }) {
  const subject = encodeURIComponent(`Error in ${path}`);
  return (
    <p class="report">
      Something wrong here? <a href={`mailto:${contact}?subject=${subject}`}>Report an error</a>; every record
      can be corrected.
    </p>
  );
}
