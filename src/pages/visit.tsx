import { inSentence } from '../model/country.ts';
import { monthInWords } from '../model/days.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicWholeVisit } from '../public/visit.ts';
import { counted, listed } from '../wording/line.ts';
import { kindInWords, placeOfEngagement } from '../wording/occasion.ts';
import { eventOf } from './json-ld.ts';
import { Page } from './layout.tsx';
import { Day, Evidence, Outward, PersonLink, QuoteCard, ReportError, StatusNote, Words } from './parts.tsx';
import { dayWithWeekday } from './timeline.tsx';

interface Props {
  visit: PublicWholeVisit;
  replacedBy: string | null;
  origin: string;
  contact: string;
}

/** One visit: day by day where they were, whom they met and what they said; the figures; the documents. */
export function VisitPage({ visit, replacedBy, origin, contact }: Props) {
  const path = `/visits/${visit.id}`;
  const cities = visit.cities.map(({ name }) => name);
  return (
    <Page
      origin={origin}
      path={path}
      title={visit.title}
      description={`${visit.title}: ${counted(visit.engagements.length, 'engagement')}, ${counted(visit.quotes.length, 'verbatim quote')}, ${counted(visit.documents.length, 'source')}.`}
      type="article"
      oembed
      unlisted={visit.status !== 'published'}
      feeds={[
        {
          title: 'Quotes of this visit',
          href: `/feeds/quotes.xml?visit=${visit.id}`,
          type: 'application/rss+xml',
        },
      ]}
      jsonLd={eventOf(visit, origin)}
    >
      <StatusNote noun="visit" status={visit.status} replacedBy={replacedBy} />
      <article class="whole">
        <h1>
          <Words>{visit.title}</Words>
        </h1>
        <p class="lede">
          <PersonLink person={visit.visitor} /> {visit.visit_status === 'made' ? 'in' : 'is announced in'}{' '}
          <a href={`/countries/${visit.country.id}`}>
            <Words>{inSentence(visit.country.name)}</Words>
          </a>
          {cities.length > 0 ? (
            <>
              : <Words>{listed(cities)}</Words>
            </>
          ) : null}
          .{' '}
          {[
            [visit.engagements.length, 'engagement'] as const,
            [visit.quotes.length, 'quote'] as const,
            [visit.figures.length, 'figure'] as const,
            [visit.documents.length, 'document'] as const,
          ]
            .filter(([count]) => count > 0)
            .map(([count, noun]) => counted(count, noun))
            .join(', ')}
        </p>
        <DayByDay visit={visit} />
        <WhoMetWhom visit={visit} />
        <Figures visit={visit} />
        <Evidence sources={visit.sources} />
        <section>
          <h2>Documents</h2>
          <ol class="sources">
            {visit.documents.map((document) => (
              <li>
                <a href={`/documents/${document.id}`}>
                  <Words>{document.title ?? document.publisher ?? 'Untitled document'}</Words>
                </a>{' '}
                (<Outward url={document.url}>source</Outward>)
                <br />
                <span class="where">
                  <Words>{document.publisher ?? 'Publisher not stated'}</Words>
                  {document.published_on === null ? null : (
                    <>
                      , <Day day={document.published_on} />
                    </>
                  )}
                  {document.near_duplicate_of === null ? null : ', nearly the same text as another document'}
                </span>
              </li>
            ))}
          </ol>
        </section>
        <p>
          <a href={`/feeds/quotes.xml?visit=${visit.id}`}>Feed of this visit’s quotes</a> ·{' '}
          <a href={`/feeds/visits.ics?visitor=${visit.visitor.id}`}>
            Calendar of {visit.visitor.name}’s visits
          </a>{' '}
          · <a href={`/embed?visit=${visit.id}`}>Put this visit on your own page</a>
        </p>
        <ReportError path={path} contact={contact} />
      </article>
    </Page>
  );
}

interface Stop {
  heading: string;
  engagements: PublicEngagement[];
  /** Said that day, at no engagement that is known. */
  quotes: PublicQuote[];
}

/** Days in order, then months of which the day is not known, then what nobody dates. */
function stopsOf({ engagements, quotes }: PublicWholeVisit): Stop[] {
  const here = new Set(engagements.map(({ id }) => id));
  const stops = new Map<string, Stop>();
  const at = (key: string, heading: string) => {
    const stop = stops.get(key) ?? { heading, engagements: [], quotes: [] };
    stops.set(key, stop);
    return stop;
  };
  const UNDATED = '~';
  for (const it of engagements) {
    if (it.date !== null) at(it.date, dayWithWeekday(it.date)).engagements.push(it);
    else if (it.period !== null)
      at(`~${it.period}`, `${monthInWords(it.period)}, day not stated`).engagements.push(it);
    else at(UNDATED, 'Day not stated').engagements.push(it);
  }
  for (const quote of quotes) {
    if (quote.engagement !== null && here.has(quote.engagement.id)) continue;
    if (quote.said_on === null) at(UNDATED, 'Day not stated').quotes.push(quote);
    else at(quote.said_on, dayWithWeekday(quote.said_on)).quotes.push(quote);
  }
  return [...stops].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stop]) => stop);
}

function DayByDay({ visit }: { visit: PublicWholeVisit }) {
  const stops = stopsOf(visit);
  if (stops.length === 0) return null;
  return (
    <section>
      <h2>Day by day</h2>
      <ol class="days">
        {stops.map((stop) => (
          <li class="day">
            <h3>{stop.heading}</h3>
            {stop.engagements.map((it) => (
              <Engagement
                engagement={it}
                quotes={visit.quotes.filter((quote) => quote.engagement?.id === it.id)}
              />
            ))}
            {stop.quotes.length > 0 && stop.engagements.length > 0 ? (
              <h4>Also said, the occasion not stated</h4>
            ) : null}
            {stop.quotes.map((quote) => (
              <QuoteCard quote={quote} occasion={false} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Engagement({
  engagement: it,
  quotes,
}: {
  engagement: PublicEngagement;
  quotes: readonly PublicQuote[];
}) {
  const place = placeOfEngagement(it);
  return (
    <section class="engagement" id={it.id}>
      <h4>
        <a href={`/engagements/${it.id}`}>
          <Words>{it.title}</Words>
        </a>
      </h4>
      <p class="where">
        {kindInWords(it.kind)}
        {it.held ? '' : ', planned'}
        {place === '' ? null : (
          <>
            {' '}
            · <Words>{place}</Words>
          </>
        )}
        {it.participants.length === 0 ? null : (
          <>
            {' '}
            ·{' '}
            {it.participants.map((person, n) => (
              <>
                {n > 0 ? ', ' : ''}
                <PersonLink person={person} />
              </>
            ))}
          </>
        )}
      </p>
      {quotes.map((quote) => (
        <QuoteCard quote={quote} occasion={false} />
      ))}
    </section>
  );
}

function WhoMetWhom({ visit }: { visit: PublicWholeVisit }) {
  const met = new Map<string, { person: PublicEngagement['participants'][number]; at: PublicEngagement[] }>();
  for (const it of visit.engagements) {
    if (!it.participants.some(({ id }) => id === visit.visitor.id)) continue;
    for (const person of it.participants) {
      if (person.id === visit.visitor.id) continue;
      const entry = met.get(person.id) ?? { person, at: [] };
      entry.at.push(it);
      met.set(person.id, entry);
    }
  }
  if (met.size === 0) return null;
  return (
    <section>
      <h2>Whom {visit.visitor.name} met</h2>
      <ul class="met">
        {[...met.values()].map(({ person, at }) => (
          <li>
            <PersonLink person={person} />
            {person.role === null ? null : (
              <span class="role">
                , <Words>{person.role}</Words>
              </span>
            )}
            <br />
            <span class="where">
              {at.map((it, n) => (
                <>
                  {n > 0 ? '; ' : ''}
                  <a href={`#${it.id}`}>
                    <Words>{it.title}</Words>
                  </a>
                  {it.held ? '' : ' (planned)'}
                </>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Figures({ visit }: { visit: PublicWholeVisit }) {
  if (visit.figures.length === 0) return null;
  return (
    <section>
      <h2>Figures</h2>
      <dl class="figures">
        {visit.figures.map((figure) => (
          <div>
            <dt>
              <Words>{figure.text}</Words>
            </dt>
            <dd dir="auto">
              {figure.sentence}
              {figure.stated_by === null ? null : (
                <span class="where">
                  <PersonLink person={figure.stated_by} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
