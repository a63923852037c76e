import { Hono } from 'hono';
import * as v from 'valibot';
import { noSuch } from '../errors.ts';
import { type AppEnv, type Context, origin } from '../http/context.ts';
import { pageAddress } from '../http/page-address.ts';
import * as param from '../http/params.ts';
import { parseQuery, type QuerySchema, requireOrder } from '../http/query.ts';
import type { Noun } from '../model/record.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicPlace } from '../public/place.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { topics } from '../register/files.ts';
import { topicById } from '../register/topics.ts';
import { readCounts } from '../store/counts.ts';
import { filterBy } from '../store/filter.ts';
import { readEntry, readPage } from '../store/published.ts';
import type { Reader } from '../store/reader.ts';
import { stretchesOf } from '../store/stretches.ts';
import { begin, parsed } from './begin.ts';
import { Calendar, monthAround } from './calendar.tsx';
import { EngagementList, Filters, IndexPage, PersonList, PlaceList } from './indexes.tsx';
import { QuoteCard } from './parts.tsx';
import { sendPage } from './send-page.ts';
import { VisitList } from './visit-list.tsx';

/** Lists of all there is, page by page, so that every entry can be reached by links. */
export const indexPages = new Hono<AppEnv>();

const after = v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,16}$/, 'must be a place in the list')));
const dayFrom = param.day('On or after this day.', '2024-01-01');
const dayTo = param.day('On or before this day.', '2024-12-31');

interface Asked {
  filters: Record<string, string | undefined>;
  from?: string | undefined;
  to?: string | undefined;
  q?: string | undefined;
  after?: string | undefined;
}

/** One page of a list, and the address of the next. */
async function list<T>(c: Context, db: Reader, noun: Noun, it: Asked, limit: number, address: URL) {
  requireOrder(it.from, it.to);
  const asked = {
    filter: filterBy(it.filters, { from: it.from, to: it.to }, it.q),
    from: it.from ?? null,
    to: it.to ?? null,
    order: 'newest',
    lasting: noun === 'visit',
  } as const;
  const place = it.after === undefined ? null : Number(it.after);
  const { revision, rows } = await readPage(db, noun, stretchesOf(asked, place), 'newest', limit + 1);
  const shown = rows.slice(0, limit);
  const next = new URLSearchParams(address.search);
  next.set('after', String(shown.at(-1)?.ord ?? 0));
  return {
    revision,
    entries: shown.map(({ body }) => parsed<T>(c, body)),
    next: rows.length > limit ? `${address.pathname}?${next}` : null,
  };
}

/** What a page is asked, empty fields of its form left out. */
function askedOf<S extends QuerySchema>(schema: S, c: Context) {
  const address = pageAddress(schema, c.req.url);
  for (const [name, value] of [...address.searchParams])
    if (value.trim() === '') address.searchParams.delete(name);
  return { address, query: parseQuery(schema, address.searchParams) };
}

const visitsQuery = v.strictObject({
  visitor: param.id('Who travelled.', 'jane-example'),
  country: param.country,
  month: v.optional(
    v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'must be a month, as in 2024-01')),
  ),
  status: param.oneOf(['made', 'announced'], 'Trips made or only announced.'),
  after,
});
const MOST_OF_A_MONTH = 300;

indexPages.get('/visits', async (c) => {
  const { address, query } = askedOf(visitsQuery, c);
  const { visitor, country, status = 'made', month } = query;
  const begun = begin(c);
  const filters = { visitor, country, status };
  const found = await list<PublicVisit>(c, begun.db, 'visit', { filters, after: query.after }, 50, address);
  const shown = month ?? found.entries.find((it) => it.day_from === 'stated')?.day?.slice(0, 7);
  const { first, last } = monthAround(shown ?? '2000-01');
  const inMonth =
    shown === undefined
      ? []
      : (
          await list<PublicVisit>(
            c,
            begun.db,
            'visit',
            { filters, from: first, to: last },
            MOST_OF_A_MONTH,
            address,
          )
        ).entries;
  const kept = new URLSearchParams(address.search);
  kept.delete('after');
  const page = (
    <IndexPage
      origin={origin(c)}
      path="/visits"
      title={status === 'made' ? 'Visits' : 'Announced visits'}
      lede="Who travelled where, by month and as a list, the latest first."
      next={found.next}
      feed={{ title: 'Readout visits', href: '/feeds/visits.xml', type: 'application/rss+xml' }}
    >
      <Filters action="/visits" fields={{ visitor, country }} />
      <p>
        {status === 'made' ? (
          <a href="/visits?status=announced">Announced visits</a>
        ) : (
          <a href="/visits">Visits made</a>
        )}{' '}
        · <a href="/feeds/visits.ics">Calendar file</a>
      </p>
      {shown === undefined || query.after !== undefined ? null : (
        <Calendar month={shown} visits={inMonth} query={kept} />
      )}
      <h2>The list</h2>
      <VisitList visits={found.entries} />
    </IndexPage>
  );
  return sendPage(c, page, begun, { revision: found.revision, tags: ['visit'] });
});

const engagementsQuery = v.strictObject({
  person: param.id('Who took part.', 'jane-example'),
  country: param.country,
  from: dayFrom,
  to: dayTo,
  after,
});

indexPages.get('/engagements', async (c) => {
  const { address, query } = askedOf(engagementsQuery, c);
  const { person, country, ...rest } = query;
  const begun = begin(c);
  const found = await list<PublicEngagement>(
    c,
    begun.db,
    'engagement',
    { filters: { person, country }, ...rest },
    80,
    address,
  );
  const page = (
    <IndexPage
      origin={origin(c)}
      path="/engagements"
      title="Engagements"
      lede="Meetings, speeches, press conferences and calls, the latest first."
      next={found.next}
    >
      <Filters action="/engagements" fields={{ person, country, from: rest.from, to: rest.to }} />
      <EngagementList engagements={found.entries} />
    </IndexPage>
  );
  return sendPage(c, page, begun, { revision: found.revision, tags: ['engagement'] });
});

const quotesQuery = v.strictObject({
  speaker: param.id('Who said it.', 'jane-example'),
  topic: param.id('About which topic.', 'deterrence'),
  country: param.country,
  from: dayFrom,
  to: dayTo,
  q: param.words,
  after,
});

indexPages.get('/quotes', async (c) => {
  const { address, query } = askedOf(quotesQuery, c);
  const { speaker, topic, country, ...rest } = query;
  const begun = begin(c);
  const filters = { speaker, topic, country };
  const found = await list<PublicQuote>(c, begun.db, 'quote', { filters, ...rest }, 40, address);
  const page = (
    <IndexPage
      origin={origin(c)}
      path="/quotes"
      title="Quotes"
      lede="What was said, word for word, the latest first."
      next={found.next}
      feed={{ title: 'Readout quotes', href: '/feeds/quotes.xml', type: 'application/rss+xml' }}
    >
      <Filters
        action="/quotes"
        fields={{ q: rest.q, speaker, topic, country, from: rest.from, to: rest.to }}
      />
      {found.entries.map((quote) => (
        <QuoteCard quote={quote} />
      ))}
    </IndexPage>
  );
  return sendPage(c, page, begun, { revision: found.revision, tags: ['quote'] });
});

const peopleQuery = v.strictObject({ q: param.words, after });

indexPages.get('/people', async (c) => {
  const { address, query } = askedOf(peopleQuery, c);
  const begun = begin(c);
  const found = await list<PublicPerson>(c, begun.db, 'person', { filters: {}, ...query }, 100, address);
  const page = (
    <IndexPage
      origin={origin(c)}
      path="/people"
      title="People"
      lede="Who is on record, whoever was last heard of first."
      next={found.next}
    >
      <Filters action="/people" fields={{ q: query.q }} labels={{ q: 'Name or office' }} />
      <PersonList people={found.entries} />
    </IndexPage>
  );
  return sendPage(c, page, begun, { revision: found.revision, tags: ['person'] });
});

const MOST_COUNTRIES = 300;

indexPages.get('/countries', async (c) => {
  const begun = begin(c);
  const address = new URL(c.req.url);
  const found = await list<PublicPlace>(
    c,
    begun.db,
    'place',
    { filters: { kind: 'country' } },
    MOST_COUNTRIES,
    address,
  );
  const inOrder = found.entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const page = (
    <IndexPage
      origin={origin(c)}
      path="/countries"
      title="Countries"
      lede="Where visits went and engagements were, with how many are on record."
      next={null}
    >
      <PlaceList places={inOrder} />
    </IndexPage>
  );
  return sendPage(c, page, begun, { revision: found.revision, tags: ['place'] });
});

indexPages.get('/countries/:id', async (c) => {
  const id = c.req.param('id').toLowerCase();
  if (!/^[a-z]{2}$/.test(id)) throw noSuch('country', id);
  const begun = begin(c);
  const { revision, entry } = await readEntry(begun.db, 'place', id);
  if (entry === null) throw noSuch('country', id);
  const country = parsed<PublicPlace>(c, entry.body);
  const address = new URL(c.req.url);
  const [visits, announced, engagements, quotes] = await Promise.all([
    list<PublicVisit>(c, begun.db, 'visit', { filters: { country: id, status: 'made' } }, 30, address),
    list<PublicVisit>(c, begun.db, 'visit', { filters: { country: id, status: 'announced' } }, 10, address),
    list<PublicEngagement>(c, begun.db, 'engagement', { filters: { country: id } }, 30, address),
    list<PublicQuote>(c, begun.db, 'quote', { filters: { country: id } }, 10, address),
  ]);
  const page = (
    <IndexPage
      origin={origin(c)}
      path={`/countries/${id}`}
      title={country.name}
      lede={`Visits to ${country.name}, what was done and what was said there.`}
      next={null}
    >
      {visits.entries.length === 0 ? null : (
        <section>
          <h2>Visits</h2>
          <VisitList visits={visits.entries} />
          {visits.next === null ? null : <a href={`/visits?country=${id}`}>All visits</a>}
        </section>
      )}
      {announced.entries.length === 0 ? null : (
        <section>
          <h2>Announced</h2>
          <VisitList visits={announced.entries} />
        </section>
      )}
      {engagements.entries.length === 0 ? null : (
        <section>
          <h2>Engagements</h2>
          <EngagementList engagements={engagements.entries} />
          {engagements.next === null ? null : <a href={`/engagements?country=${id}`}>All engagements</a>}
        </section>
      )}
      {quotes.entries.length === 0 ? null : (
        <section>
          <h2>Said there</h2>
          {quotes.entries.map((quote) => (
            <QuoteCard quote={quote} />
          ))}
          {quotes.next === null ? null : <a href={`/quotes?country=${id}`}>All quotes</a>}
        </section>
      )}
    </IndexPage>
  );
  return sendPage(c, page, begun, { revision, tags: ['place', 'visit', 'engagement', 'quote'] });
});

indexPages.get('/topics', async (c) => {
  const begun = begin(c);
  const { revision, counts } = await readCounts(
    begun.db,
    topics.map(({ id }) => `quote topic:${id}`),
  );
  const page = (
    <IndexPage
      origin={origin(c)}
      path="/topics"
      title="Topics"
      lede="What was spoken of, by words that stand in the quotes themselves."
      next={null}
    >
      <ul class="topics">
        {topics
          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
          .map(({ id, name }) => (
            <li>
              <a href={`/topics/${id}`}>
                {name} <span class="count">{counts.get(`quote topic:${id}`) ?? 0}</span>
              </a>
            </li>
          ))}
      </ul>
    </IndexPage>
  );
  return sendPage(c, page, begun, { revision, tags: ['quote'] });
});

indexPages.get('/topics/:id', async (c) => {
  const id = c.req.param('id');
  const topic = topicById(id);
  if (topic === null) throw noSuch('topic', id);
  const { address, query } = askedOf(v.strictObject({ after }), c);
  const begun = begin(c);
  const asked = { filters: { topic: id }, ...query };
  const found = await list<PublicQuote>(c, begun.db, 'quote', asked, 40, address);
  const page = (
    <IndexPage
      origin={origin(c)}
      path={`/topics/${id}`}
      title={topic.name}
      lede={`What was said on ${topic.name}, the latest first.`}
      next={found.next}
      feed={{ title: topic.name, href: `/feeds/quotes.xml?topic=${id}`, type: 'application/rss+xml' }}
    >
      {found.entries.map((quote) => (
        <QuoteCard quote={quote} />
      ))}
    </IndexPage>
  );
  return sendPage(c, page, begun, { revision: found.revision, tags: ['quote'] });
});
