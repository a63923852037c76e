import { notModified, serverTiming } from '../http/answer.ts';
import { isNamed, tagOfBody } from '../http/conditional.ts';
import { type Context, origin } from '../http/context.ts';
import { CORS } from '../http/cors.ts';
import { CACHE_CONTROL } from '../http/isolate.ts';
import { RECORD_TAG } from '../http/purge.ts';
import { withOrigin } from '../links.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { EntryRow } from '../store/published.ts';
import type { Reader } from '../store/reader.ts';
import { speakerInWords } from '../wording/occasion.ts';

/** Raised when pictures are drawn differently from the same quote. */
const DRAWING = 1;

/** Where the picture of a quote is, and what it says to whoever cannot see it. */
export const pictureOf = (quote: PublicQuote) => ({
  path: `/quotes/${quote.id}.png`,
  alt: `“${quote.text}” — ${speakerInWords(quote)}`,
});

/**
 * A published quote as a PNG of 1200 × 630, drawn by the Worker that is bound as PICTURES. Whatever keeps it from being
 * drawn leads to the picture of the site; so does a quote that was corrected or withdrawn.
 */
export async function sendPicture(
  c: Context,
  row: EntryRow,
  revision: number,
  db: Reader,
): Promise<Response> {
  const { PICTURES } = c.env;
  const body = withOrigin(row.body, origin(c));
  const quote = JSON.parse(body) as PublicQuote;
  if (PICTURES === undefined || quote.status !== 'published') return pictureOfSite(c);
  const tags = [`quote/${quote.id}`];
  const etag = tagOfBody(`picture ${DRAWING} ${row.body}`);
  const headers = {
    ...CORS,
    'Content-Type': 'image/png',
    'Cache-Control': CACHE_CONTROL,
    'Cache-Tag': [RECORD_TAG, ...tags].join(','),
    ETag: etag,
    'Readout-Revision': String(revision),
  };
  if (isNamed(etag, c.req.header('If-None-Match'))) return notModified(headers, db);
  const png = await draw(PICTURES, body);
  if (png === null) return pictureOfSite(c);
  return new Response(png, { headers: { ...headers, ...serverTiming(db) } });
}

/** Nobody keeps the way there: the next answer may be the quote's own. */
const pictureOfSite = (c: Context): Response =>
  new Response(null, {
    status: 302,
    headers: { Location: `${origin(c)}/og.png`, 'Cache-Control': 'no-store' },
  });

async function draw(pictures: Fetcher, body: string): Promise<ArrayBuffer | null> {
  try {
    const answer = await pictures.fetch('https://pictures/', { method: 'POST', body });
    if (answer.ok) return await answer.arrayBuffer();
    // 422: of these words none can be made, as of a script that the font lacks.
    if (answer.status !== 422) console.error(`PICTURES answered ${answer.status}`);
  } catch (error) {
    console.error('PICTURES did not answer', error);
  }
  return null;
}
