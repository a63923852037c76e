import { monthInWords } from '../model/days.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { eventTitle } from '../wording/event.ts';
import { counted } from '../wording/line.ts';
import { dateOfEngagement } from '../wording/occasion.ts';
import { personOf } from './json-ld.ts';
import { Page } from './layout.tsx';
import { latestFirst, QuoteCard, ReportError, Words } from './parts.tsx';
import { Timeline } from './timeline.tsx';
import { VisitList } from './visit-list.tsx';

interface Props {
  person: PublicPerson;
  visits: readonly PublicVisit[];
  engagements: readonly PublicEngagement[];
  /** The latest, more than are shown: topics are counted over all of them. */
  quotes: readonly PublicQuote[];
  origin: string;
  contact: string;
}

const SHOWN = 10;

/** One person: offices, visits over time, what they speak of, the latest they said. */
export function PersonPage({ person, visits, engagements, quotes, origin, contact }: Props) {
  const path = `/people/${person.id}`;
  const topics = new Map<string, { name: string; count: number }>();
  for (const { id, name } of quotes.flatMap((quote) => quote.topics))
    topics.set(id, { name, count: (topics.get(id)?.count ?? 0) + 1 });
  const inOrder = [...topics].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).slice(0, 12);
  const { counts } = person;
  return (
    <Page
      origin={origin}
      path={path}
      title={person.name}
      description={`${person.name}: ${counted(counts.visits, 'visit')}, ${counted(counts.engagements, 'engagement')} and ${counted(counts.quotes, 'verbatim quote')} on record.`}
      type="profile"
      unlisted={person.status !== 'published' || person.indexed === false}
      feeds={[
        {
          title: `Quotes of ${person.name}`,
          href: `/feeds/quotes.xml?speaker=${person.id}`,
          type: 'application/rss+xml',
        },
        {
          title: `Visits of ${person.name}`,
          href: `/feeds/visits.xml?visitor=${person.id}`,
          type: 'application/rss+xml',
        },
        {
          title: `Visits of ${person.name}`,
          href: `/feeds/visits.ics?visitor=${person.id}`,
          type: 'text/calendar',
        },
      ]}
      jsonLd={personOf(person, origin)}
    >
      <article class="whole">
        <h1>
          <Words>{person.name}</Words>
        </h1>
        {person.roles.length === 0 ? null : (
          <ul class="roles">
            {latestFirst(person.roles).map((role) => (
              <li>
                <Words>{[role.title, role.organisation].filter(Boolean).join(', ')}</Words>
                {role.from === null && role.to === null ? null : <span class="where"> {termOf(role)}</span>}
              </li>
            ))}
          </ul>
        )}
        <p class="lede">
          {counted(counts.visits, 'visit')}, {counted(counts.engagements, 'engagement')},{' '}
          {counted(counts.quotes, 'quote')} and {counted(counts.figures, 'figure')} on record.
          {person.aliases.length === 0 ? null : (
            <>
              {' '}
              Also found as <Words>{person.aliases.join(', ')}</Words>.
            </>
          )}
        </p>
        {visits.length === 0 ? null : (
          <section>
            <h2>Visits</h2>
            <Timeline visits={visits} label={`Visits of ${person.name} over time`} />
            <VisitList visits={visits} />
          </section>
        )}
        {inOrder.length === 0 ? null : (
          <section>
            <h2>Speaks of</h2>
            <ul class="topics">
              {inOrder.map(([id, { name, count }]) => (
                <li>
                  <a href={`/search?speaker=${person.id}&topic=${id}`}>
                    {name} <span class="count">{count}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        {quotes.length === 0 ? null : (
          <section>
            <h2>Said lately</h2>
            {quotes.slice(0, SHOWN).map((quote) => (
              <QuoteCard quote={quote} />
            ))}
            {counts.quotes > SHOWN ? (
              <p>
                <a href={`/quotes?speaker=${person.id}`}>
                  All {counts.quotes.toLocaleString('en-GB')} quotes
                </a>
              </p>
            ) : null}
          </section>
        )}
        {engagements.length === 0 ? null : (
          <section>
            <h2>Engagements</h2>
            <ul class="plain">
              {engagements.map((it) => (
                <li>
                  <span class="where">{dateOfEngagement(it)}</span>{' '}
                  <a href={`/engagements/${it.id}`}>
                    <Words>{eventTitle(it, { day: true, person: person.name }) ?? it.title}</Words>
                  </a>
                  {it.held ? '' : ' (planned)'}
                </li>
              ))}
            </ul>
          </section>
        )}
        {quotes.length === 0 ? null : (
          <p>
            <a href={`/embed?speaker=${person.id}`}>Put the latest words on your own page</a>
          </p>
        )}
        <ReportError path={path} contact={contact} />
      </article>
    </Page>
  );
}

/** "since October 2014", "2014 – 2024" */
function termOf({ from, to }: { from: string | null; to: string | null }): string {
  const words = (day: string) => (day.length >= 7 ? monthInWords(day.slice(0, 7)) : day);
  if (from !== null && to !== null) return `${words(from)} – ${words(to)}`;
  return from !== null ? `since ${words(from)}` : `until ${words(to ?? '')}`;
}
