import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import * as v from 'valibot';
import { AppError, noSuch, requireShown, STATUS_OF } from '../errors.ts';
import { send } from '../http/answer.ts';
import { isNamed, tagOfBody } from '../http/conditional.ts';
import { type AppEnv, type Context, origin, readerOf } from '../http/context.ts';
import { SAFE } from '../http/cors.ts';
import { asKnown } from '../http/known.ts';
import { pageAddress } from '../http/page-address.ts';
import * as param from '../http/params.ts';
import { couldBeId } from '../http/params.ts';
import { toProblem } from '../http/problem.ts';
import { parseQuery } from '../http/query.ts';
import { withOrigin } from '../links.ts';
import { shown } from '../model/shown.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit, PublicWholeVisit } from '../public/visit.ts';
import { type EntryRow, readEntry, readFinalId } from '../store/published.ts';
import type { Reader } from '../store/reader.ts';
import { readWholeVisit } from '../store/whole-visit.ts';
import { oneLine } from '../wording/line.ts';
import { quoteTitle, speakerInWords } from '../wording/occasion.ts';
import { frameHeight, frameOf, THEMES } from '../wording/snippet.ts';
import { standingOfQuote, standingOfVisit } from '../wording/standing.ts';
import { Frame, QuoteFrame, VisitFrame } from './frame.tsx';
import { styleSource } from './frame-style.ts';
import { entryOf, type OEmbed, toXml } from './oembed.ts';

/** What other sites load from us: frames, the script of the elements, and oEmbed. */
export const embed = new Hono<AppEnv>();

embed.onError(async (error, c) => {
  const chance = c.get('outside').random();
  if (!/^\/embed\/(quotes|visits)\//.test(c.req.path)) return toProblem(error, c.req.url, origin(c), chance);
  const known = asKnown(error, chance);
  const page = (
    <Frame title="Readout" canonical={`${origin(c)}/`} theme="auto">
      <p class="note">{known.message.replaceAll('`', '')}</p>
    </Frame>
  );
  return new Response(`<!doctype html>${String(page)}`, {
    status: STATUS_OF[known.code],
    headers: {
      ...(await frameHeaders()),
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...known.headers,
    },
  });
});

const frameHeaders = async (): Promise<Record<string, string>> => ({
  ...SAFE,
  'Content-Security-Policy': `default-src 'none'; style-src ${await styleSource()}; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'cross-origin',
});

const frameQuery = v.strictObject({
  theme: param.oneOf(THEMES, 'Colours; as the reader has them unless given.'),
});
const quoteFrameQuery = v.strictObject({
  ...frameQuery.entries,
  placed: param.id('The id under which the frame was placed, if that leads here.', 'q_000000000000'),
});

embed.get('/embed/quotes/:id', async (c) => {
  const { theme = 'auto', placed } = parseQuery(
    quoteFrameQuery,
    pageAddress(quoteFrameQuery, c.req.url).searchParams,
  );
  const id = idOf(c, 'quote');
  const { db, mark } = begin(c);
  const { revision, entry } = await readEntry(db, 'quote', id);
  const moved = await movedFrame(c, db, 'quote', id, entry);
  if (moved !== null) return moved;
  const quote = parsed<PublicQuote>(c, entry!.body);
  // Anybody can write an address; what it says of the past is said only if it is so.
  const led = placed !== undefined && (await readFinalId(db, 'quote', placed)) === id;
  const page = <QuoteFrame quote={quote} placed={led ? placed : id} origin={origin(c)} theme={theme} />;
  return sendFrame(c, page, { db, mark, revision, tags: [`quote/${id}`] });
});

embed.get('/embed/visits/:id', async (c) => {
  const { theme = 'auto' } = parseQuery(frameQuery, pageAddress(frameQuery, c.req.url).searchParams);
  const id = idOf(c, 'visit');
  const { db, mark } = begin(c);
  const { revision, visit: row, ...parts } = await readWholeVisit(db, id);
  const moved = await movedFrame(c, db, 'visit', id, row);
  if (moved !== null) return moved;
  const visit: PublicWholeVisit = {
    ...parsed<PublicVisit>(c, row!.body),
    engagements: parts.engagements.map((body) => parsed<PublicEngagement>(c, body)),
    quotes: parts.quotes.map((body) => parsed<PublicQuote>(c, body)),
    figures: [],
    documents: [],
  };
  const page = <VisitFrame visit={visit} origin={origin(c)} theme={theme} />;
  return sendFrame(c, page, { db, mark, revision, tags: ['visit', 'engagement', 'quote'] });
});

/** A module that other origins import must say that they may. */
const SCRIPT_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400',
  'Cache-Tag': 'embed',
};

for (const path of ['/embed/v1.js', '/embed/frame.js']) {
  embed.get(path, async (c) => {
    const file = await c.env.ASSETS?.fetch(new Request(c.req.url));
    if (file === undefined) throw new AppError('not_found', `Nothing is at ${path}.`);
    const isKnown = isNamed(file.headers.get('ETag') ?? '', c.req.header('If-None-Match'));
    const answer = isKnown
      ? new Response(null, { status: 304, headers: { ETag: file.headers.get('ETag') ?? '' } })
      : new Response(file.body, file);
    for (const [name, value] of Object.entries(SCRIPT_HEADERS)) answer.headers.set(name, value);
    return answer;
  });
}

const size = (description: string) => param.whole(1, 10_000, undefined, description);
const oembedQuery = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(2000, 'is too long')),
  format: v.optional(v.string(), 'json'),
  maxwidth: size('The most it may be wide.'),
  maxheight: size('The most it may be high.'),
});

embed.get('/oembed', async (c) => {
  // Hosts send parameters of their own, as WordPress does `dnt`: here alone unknown ones are passed over.
  const known = [...new URL(c.req.url).searchParams].filter(([name]) =>
    Object.hasOwn(oembedQuery.entries, name),
  );
  const { url, format, maxwidth, maxheight } = parseQuery(oembedQuery, new URLSearchParams(known));
  if (format !== 'json' && format !== 'xml')
    throw new AppError('not_implemented', '`format` can be json or xml.');
  const host = origin(c);
  const entry = entryOf(url, host);
  if (entry === null || !couldBeId(entry.id))
    throw new AppError('not_found', 'That is not the address of a quote or a visit on record here.');
  const { db, mark } = begin(c);
  const final = (await readFinalId(db, entry.noun, entry.id)) ?? entry.id;
  const { revision, entry: row } = await readEntry(db, entry.noun, final);
  if (row === null) throw noSuch(entry.noun, entry.id);
  const width = Math.min(maxwidth ?? 600, 600);
  const common = { provider_name: 'Readout', provider_url: `${host}/`, cache_age: 3600, width } as const;
  const answer: OEmbed =
    entry.noun === 'quote'
      ? quoteAnswer(parsed<PublicQuote>(c, row.body), host, common, maxheight)
      : visitAnswer(parsed<PublicVisit>(c, row.body), host, common, maxheight);
  // Hosts print the title and set the HTML as they get them.
  const body = shown(format === 'json' ? JSON.stringify(answer) : toXml(answer));
  const contentType = format === 'json' ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8';
  return send(c, { body, etag: tagOfBody(body), revision, tags: [entry.noun], contentType, db, mark });
});

type Common = Pick<OEmbed, 'provider_name' | 'provider_url' | 'cache_age' | 'width'>;

function quoteAnswer(quote: PublicQuote, host: string, common: Common, maxheight?: number): OEmbed {
  // Words that nobody says any more are shown by the frame, which says so; a bare title would not.
  const standing = standingOfQuote(quote, quote.id);
  const title = standing === null ? quoteTitle(quote, 120) : `${standing} (${speakerInWords(quote)})`;
  const height = Math.min(maxheight ?? 600, frameHeight(quote.text));
  const frame = { title, width: common.width, height, theme: 'auto' } as const;
  return {
    version: '1.0',
    type: 'rich',
    title,
    ...(quote.speaker && {
      author_name: oneLine(quote.speaker.name),
      author_url: `${host}/people/${quote.speaker.id}`,
    }),
    ...common,
    html: frameOf(host, `/quotes/${quote.id}`, frame),
    height,
  };
}

function visitAnswer(visit: PublicVisit, host: string, common: Common, maxheight?: number): OEmbed {
  const standing = standingOfVisit(visit);
  const title = oneLine(standing === null ? visit.title : `${standing} (${visit.title})`);
  const height = Math.min(maxheight ?? 600, 420);
  const frame = { title, width: common.width, height, theme: 'auto' } as const;
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: oneLine(visit.visitor.name),
    author_url: `${host}/people/${visit.visitor.id}`,
    ...common,
    html: frameOf(host, `/visits/${visit.id}`, frame),
    height,
  };
}

const begin = (c: Context) => ({ mark: c.get('outside').isolate?.mark ?? 0, db: readerOf(c) });
const parsed = <T,>(c: Context, body: string): T => JSON.parse(withOrigin(body, origin(c))) as T;

function idOf(c: Context, noun: string): string {
  const id = c.req.param('id') ?? '';
  if (!couldBeId(id)) throw noSuch(noun, id);
  return id;
}

/** 308 to the frame under the id an entry has now; null if this is it. Throws 404 where there is none. */
async function movedFrame(
  c: Context,
  db: Reader,
  noun: 'quote' | 'visit',
  id: string,
  row: EntryRow | null,
): Promise<Response | null> {
  if (row === null) throw noSuch(noun, id);
  requireShown(id, row.body);
  if (row.status !== 'redirected') return null;
  const final = await readFinalId(db, noun, id);
  if (final === null) throw noSuch(noun, id);
  const { searchParams } = new URL(c.req.url);
  if (noun === 'quote' && !searchParams.has('placed')) searchParams.set('placed', id);
  const query = searchParams.size > 0 ? `?${searchParams}` : '';
  return c.redirect(`${origin(c)}/embed/${noun}s/${encodeURIComponent(final)}${query}`, 308);
}

async function sendFrame(
  c: Context,
  page: Child,
  { db, mark, revision, tags }: { db: Reader; mark: number; revision: number; tags: readonly string[] },
): Promise<Response> {
  const body = `<!doctype html>${String(page)}`;
  return send(c, {
    body,
    etag: tagOfBody(body),
    revision,
    tags,
    contentType: 'text/html; charset=utf-8',
    headers: await frameHeaders(),
    db,
    mark,
  });
}
