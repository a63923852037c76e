import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { AppError, noSuch, requireShown, STATUS_OF, TITLE_OF } from '../errors.ts';
import { send } from '../http/answer.ts';
import { tagOfBody } from '../http/conditional.ts';
import { type AppEnv, type Context, origin } from '../http/context.ts';
import { SAFE } from '../http/cors.ts';
import { asKnown } from '../http/known.ts';
import { couldBeId } from '../http/params.ts';
import type { Noun } from '../model/record.ts';
import type { PublicDigest } from '../public/digest.ts';
import type { PublicDocument } from '../public/document.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit, PublicWholeVisit } from '../public/visit.ts';
import { readIssues } from '../store/digests.ts';
import { readDocumentText, readTold } from '../store/document-text.ts';
import { type EntryRow, readEntry, readFinalId, readPage, readRevision } from '../store/published.ts';
import type { Reader } from '../store/reader.ts';
import { readSitemap } from '../store/sitemap.ts';
import { stretchesOf } from '../store/stretches.ts';
import { readWholeVisit } from '../store/whole-visit.ts';
import { AboutPage } from './about.tsx';
import { begin, parsed } from './begin.ts';
import { builderRoute } from './builder-route.tsx';
import { checkRoute } from './check-route.tsx';
import { dataPageRoute, dataRoute } from './data-route.ts';
import { digestPages } from './digest-routes.tsx';
import { DocumentPage } from './document.tsx';
import { documentsRoute } from './documents-route.tsx';
import { draftRoute } from './draft-route.tsx';
import { EngagementPage } from './engagement.tsx';
import { ErrorPage } from './error.tsx';
import { FeedsPage, feedsAsOpml } from './feeds.tsx';
import { HomePage } from './home.tsx';
import { indexPages } from './index-routes.tsx';
import { intakeRoute } from './intake-route.ts';
import { PersonPage } from './person.tsx';
import { sendPicture } from './picture-route.ts';
import { QuotePage } from './quote.tsx';
import { searchRoute } from './search-route.tsx';
import { sendErrorPage, sendPage } from './send-page.ts';
import { robotsOf, SITEMAP_EACH, sitemapOf } from './sitemap.ts';
import { VisitPage } from './visit.tsx';

export const pages = new Hono<AppEnv>();
pages.onError((error, c) => errorPage(error, c));

/** As many quotes as a page of an engagement or a document shows; lists have all. */
const MOST_SAID = 100;
const MOST_PRINTED = 100;

const contactOf = (c: Context) => c.env.CONTACT_EMAIL ?? c.env.MAIL_FROM ?? 'editor@readout.example';

pages.get('/', async (c) => {
  const begun = begin(c);
  const { revision, bodies } = await latest(c, begun.db, 'visit', ['status:made'], 12);
  const quotes = await latest(c, begun.db, 'quote', [], 40);
  const [issue] = (await readIssues(begun.db, 'daily', '9999-12-31', 1)).issues;
  const page = (
    <HomePage
      visits={bodies as PublicVisit[]}
      quotes={telling(quotes.bodies as PublicQuote[], 4)}
      issue={issue === undefined ? null : parsed<PublicDigest>(c, issue.body)}
      origin={origin(c)}
    />
  );
  return sendPage(c, page, begun, { revision, tags: ['visit', 'quote', 'digest'] });
});

pages.get('/visits/:id', async (c) => {
  const id = idOf(c, 'visit');
  const begun = begin(c);
  const { revision, visit: row, ...parts } = await readWholeVisit(begun.db, id);
  const moved = await movedEntry(c, begun.db, 'visit', id, row);
  if (moved !== null) return moved;
  const whole = {
    ...parsed<PublicVisit>(c, row!.body),
    engagements: parts.engagements.map((body) => parsed<PublicEngagement>(c, body)),
    quotes: parts.quotes.map((body) => parsed<PublicQuote>(c, body)),
    figures: parts.figures.map((body) => parsed<PublicWholeVisit['figures'][number]>(c, body)),
    documents: parts.documents.map((body) => parsed<PublicDocument>(c, body)),
  };
  const page = (
    <VisitPage visit={whole} replacedBy={row!.replaced_by} origin={origin(c)} contact={contactOf(c)} />
  );
  return sendPage(c, page, begun, { revision, tags: ['visit', 'engagement', 'quote', 'figure', 'document'] });
});

pages.get('/quotes/:file{.+\\.png}', async (c) => {
  const id = c.req.param('file').slice(0, -'.png'.length);
  if (!couldBeId(id)) throw noSuch('quote', id);
  const { db } = begin(c);
  const { revision, entry } = await readEntry(db, 'quote', id);
  return (await movedEntry(c, db, 'quote', id, entry, '.png')) ?? sendPicture(c, entry!, revision, db);
});

pages.get('/quotes/:id', async (c) => {
  const id = idOf(c, 'quote');
  const begun = begin(c);
  const { revision, entry } = await readEntry(begun.db, 'quote', id);
  const moved = await movedEntry(c, begun.db, 'quote', id, entry);
  if (moved !== null) return moved;
  const quote = parsed<PublicQuote>(c, entry!.body);
  const pictures = c.env.PICTURES !== undefined;
  const page = <QuotePage quote={quote} origin={origin(c)} contact={contactOf(c)} pictures={pictures} />;
  return sendPage(c, page, begun, { revision, tags: [`quote/${id}`] });
});

pages.get('/people/:id', async (c) => {
  const id = idOf(c, 'person');
  const begun = begin(c);
  const { revision, entry } = await readEntry(begun.db, 'person', id);
  const moved = await movedEntry(c, begun.db, 'person', id, entry);
  if (moved !== null) return moved;
  const [visits, engagements, quotes] = await Promise.all([
    latest(c, begun.db, 'visit', [`visitor:${id}`], 20),
    latest(c, begun.db, 'engagement', [`person:${id}`], 20),
    latest(c, begun.db, 'quote', [`speaker:${id}`], 100),
  ]);
  const page = (
    <PersonPage
      person={parsed<PublicPerson>(c, entry!.body)}
      visits={visits.bodies as PublicVisit[]}
      engagements={engagements.bodies as PublicEngagement[]}
      quotes={quotes.bodies as PublicQuote[]}
      origin={origin(c)}
      contact={contactOf(c)}
    />
  );
  return sendPage(c, page, begun, { revision, tags: ['person', 'visit', 'engagement', 'quote'] });
});

pages.route('/', digestPages);

pages.route('/', indexPages);

pages.get('/engagements/:id', async (c) => {
  const id = idOf(c, 'engagement');
  const begun = begin(c);
  const { revision, entry } = await readEntry(begun.db, 'engagement', id);
  const moved = await movedEntry(c, begun.db, 'engagement', id, entry);
  if (moved !== null) return moved;
  const quotes = await latest(c, begun.db, 'quote', [`engagement:${id}`], MOST_SAID);
  const page = (
    <EngagementPage
      engagement={parsed<PublicEngagement>(c, entry!.body)}
      quotes={quotes.bodies as PublicQuote[]}
      origin={origin(c)}
      contact={contactOf(c)}
    />
  );
  return sendPage(c, page, begun, { revision, tags: ['engagement', 'quote'] });
});

pages.get('/documents', documentsRoute);

pages.get('/documents/:id', async (c) => {
  const id = idOf(c, 'document');
  const begun = begin(c);
  const { revision, entry } = await readEntry(begun.db, 'document', id);
  const moved = await movedEntry(c, begun.db, 'document', id, entry);
  if (moved !== null) return moved;
  const document = parsed<PublicDocument>(c, entry!.body);
  const open = document.rights === 'open' && document.status === 'published';
  const [quotes, told, text] = await Promise.all([
    latest(c, begun.db, 'quote', [`document:${id}`], MOST_PRINTED),
    readTold(begun.db, document.extracted),
    open ? readDocumentText(begun.db, id) : null,
  ]);
  const page = (
    <DocumentPage
      document={document}
      quotes={quotes.bodies as PublicQuote[]}
      visits={told.visits.map((body) => parsed<PublicVisit>(c, body))}
      engagements={told.engagements.map((body) => parsed<PublicEngagement>(c, body))}
      text={text}
      origin={origin(c)}
      contact={contactOf(c)}
    />
  );
  return sendPage(c, page, begun, { revision, tags: ['document', 'visit', 'engagement', 'quote'] });
});

pages.get('/corrections', intakeRoute);
pages.get('/sources', intakeRoute);
pages.get('/sources/:id', intakeRoute);

pages.get('/about', async (c) => {
  const begun = begin(c);
  const page = <AboutPage origin={origin(c)} contact={contactOf(c)} />;
  return sendPage(c, page, begun, { revision: await readRevision(begun.db), tags: [] });
});

pages.get('/feeds', async (c) => {
  const begun = begin(c);
  const page = <FeedsPage origin={origin(c)} />;
  return sendPage(c, page, begun, { revision: await readRevision(begun.db), tags: [] });
});
pages.get('/feeds/readout.opml', async (c) => {
  const { db, mark } = begin(c);
  const body = feedsAsOpml(origin(c));
  const revision = await readRevision(db);
  const contentType = 'text/x-opml; charset=utf-8';
  return send(c, { body, etag: tagOfBody(body), revision, tags: [], contentType, db, mark });
});

pages.get('/search', searchRoute);

pages.get('/embed', builderRoute);

pages.get('/data', dataPageRoute);
pages.get('/data/:path{.+}', dataRoute);

pages.get('/check', checkRoute);
pages.post('/check', draftRoute);

/** Files of `public/`, with the platform's own tags and types. */
for (const path of ['/readout.css', '/icon.svg', '/copy.js', '/og.png']) {
  pages.get(path, (c) => {
    if (c.env.ASSETS === undefined) throw new AppError('not_found', `Nothing is at ${path}.`);
    return c.env.ASSETS.fetch(c.req.raw);
  });
}

pages.get('/sitemap.xml', async (c) => {
  const { db, mark } = begin(c);
  const body = sitemapOf(origin(c), await readSitemap(db, SITEMAP_EACH));
  const revision = await readRevision(db);
  const tags = ['visit', 'person', 'quote', 'digest'];
  return send(c, { body, etag: tagOfBody(body), revision, tags, contentType: 'application/xml', db, mark });
});

pages.get('/robots.txt', async (c) => {
  const { db, mark } = begin(c);
  const body = robotsOf(origin(c));
  const revision = await readRevision(db);
  return send(c, {
    body,
    etag: tagOfBody(body),
    revision,
    tags: [],
    contentType: 'text/plain; charset=utf-8',
    db,
    mark,
  });
});

/** Where to report a hole (RFC 9116). Good for half a year from the first of the month on. */
pages.get('/.well-known/security.txt', (c) => {
  const now = new Date(c.get('outside').now());
  const expires = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 6, 1));
  const lines = [
    `Contact: mailto:${c.env.CONTACT_EMAIL ?? ''}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    'Preferred-Languages: en',
    `Canonical: ${origin(c)}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: {
      ...SAFE,
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=86400',
    },
  });
});

function idOf(c: Context, noun: string): string {
  const id = c.req.param('id') ?? '';
  if (!couldBeId(id)) throw noSuch(noun, id);
  return id;
}

/** The latest entries that carry all keys. */
async function latest(
  c: Context,
  db: Reader,
  noun: Noun,
  keys: string[],
  limit: number,
): Promise<{ revision: number; bodies: unknown[] }> {
  const asked = { filter: { keys, phrases: [] }, from: null, to: null, order: 'newest' } as const;
  const { revision, rows } = await readPage(db, noun, stretchesOf(asked, null), 'newest', limit);
  return { revision, bodies: rows.map(({ body }) => parsed<unknown>(c, body)) };
}

/** The first few that read as sentences of their own; where there are too few of those, any. */
function telling(quotes: readonly PublicQuote[], count: number): PublicQuote[] {
  const whole = quotes.filter(({ text }) => /^\p{Lu}/u.test(text) && text.length > 50 && text.length < 400);
  return (whole.length < count ? quotes : whole).slice(0, count);
}

const FOLDERS = {
  visit: 'visits',
  engagement: 'engagements',
  quote: 'quotes',
  person: 'people',
  document: 'documents',
} as const;

/** 308 to the page under the id an entry has now; null if this is it. Throws 404 where there is none. */
async function movedEntry(
  c: Context,
  db: Reader,
  noun: keyof typeof FOLDERS,
  id: string,
  row: EntryRow | null,
  ending = '',
): Promise<Response | null> {
  if (row === null) throw noSuch(noun, id);
  requireShown(id, row.body);
  if (row.status !== 'redirected') return null;
  const final = await readFinalId(db, noun, id);
  if (final === null) throw noSuch(noun, id);
  return c.redirect(`${origin(c)}/${FOLDERS[noun]}/${encodeURIComponent(final)}${ending}`, 308);
}

/** Whether whoever asks is reading pages, rather than calling the API or fetching a file. */
export const wantsPage = (c: Context): boolean =>
  ['GET', 'HEAD'].includes(c.req.method) &&
  !/^\/(v1|feeds|openapi|healthz)\b/.test(c.req.path) &&
  (c.req.header('Accept') ?? '').includes('text/html');

/** An error as a page. */
export function errorPage(error: unknown, c: Context): Response {
  const known = asKnown(error, c.get('outside').random());
  const title = known.code === 'not_found' ? 'There is nothing here' : TITLE_OF[known.code];
  const page: Child = (
    <ErrorPage
      title={title}
      detail={known.message.replaceAll('`', '')}
      path={new URL(c.req.url).pathname}
      origin={origin(c)}
    />
  );
  return sendErrorPage(page, STATUS_OF[known.code], known.headers);
}
