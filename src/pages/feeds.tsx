import { Page } from './layout.tsx';

/** Formats by the ending of a feed's address. */
const FORMATS = { xml: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const;

const FEEDS = [
  {
    name: 'digest',
    title: 'The digest',
    what: 'An issue a day: the lead, the stories, and a line for the rest.',
    more: 'cadence=weekly for an issue a week.',
  },
  {
    name: 'quotes',
    title: 'Quotes',
    what: 'Each quotation as it comes on record, with its sources.',
    more: 'speaker, country, topic, visit, from, to, q and the other filters of /v1/quotes.',
  },
  {
    name: 'visits',
    title: 'Visits',
    what: 'Each trip as it comes on record, with its days and places.',
    more: 'visitor, country, city, from, to, status, q.',
  },
  {
    name: 'corrections',
    title: 'Corrections',
    what: 'What was put right or taken back, by whom and why.',
    more: null,
  },
] as const;

/** Everything that can be subscribed to with a reader of feeds or a calendar, and how it is narrowed. */
export function FeedsPage({ origin }: { origin: string }) {
  return (
    <Page
      origin={origin}
      path="/feeds"
      title="Feeds and calendar"
      description="Feeds of the digest, quotes, visits and corrections in RSS, Atom and JSON Feed, and a calendar of visits."
      feeds={[
        { title: 'The digest', href: '/feeds/digest.xml', type: 'application/rss+xml' },
        { title: 'Visits', href: '/feeds/visits.ics', type: 'text/calendar' },
      ]}
    >
      <article class="whole prose">
        <h1>Feeds and calendar</h1>
        <p class="lede">
          For readers of feeds: each in three formats, all with the same entries, which are brought up to date
          when they are corrected. <a href="/feeds/readout.opml">All of them as OPML</a>, to be taken in at
          once.
        </p>
        {FEEDS.map(({ name, title, what, more }) => (
          <section>
            <h2>{title}</h2>
            <p>{what}</p>
            <ul>
              {Object.entries(FORMATS).map(([ending, format]) => (
                <li>
                  <a href={`/feeds/${name}.${ending}`}>{format}</a>
                </li>
              ))}
            </ul>
            {more === null ? null : <p>Narrowed by: {more}</p>}
          </section>
        ))}
        <section>
          <h2>Calendar of visits</h2>
          <p>
            <a href="/feeds/visits.ics">Visits as a calendar</a>, for any program that subscribes to one by
            its address; narrowed as the feed of visits is, such as <code>/feeds/visits.ics?country=BE</code>.
            Visits whose first day nobody states cannot stand in it.
          </p>
        </section>
        <p>
          By mail instead: <a href="/subscribe">subscribe</a>. For programs: the <a href="/docs">API</a>, and
          the whole record as <a href="/data">files</a>.
        </p>
      </article>
    </Page>
  );
}

/** The same list as OPML 2.0 (http://opml.org/spec2.opml). Nothing in it comes from a document. */
export function feedsAsOpml(origin: string): string {
  const href = (path: string) => `${origin}${path}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const outlines = FEEDS.map(
    ({ name, title }) =>
      `    <outline type="rss" version="RSS2" text="Readout: ${title}" title="Readout: ${title}" xmlUrl="${href(`/feeds/${name}.xml`)}" htmlUrl="${href('/feeds')}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head><title>Readout</title></head>',
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}
