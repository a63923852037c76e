import * as v from 'valibot';
import { type Context, origin } from '../http/context.ts';
import { pageAddress } from '../http/page-address.ts';
import { parseQuery } from '../http/query.ts';
import type { PublicDocument } from '../public/document.ts';
import { readPage } from '../store/published.ts';
import { stretchesOf } from '../store/stretches.ts';
import { begin, parsed } from './begin.ts';
import { DocumentsPage } from './documents.tsx';
import { sendPage } from './send-page.ts';

const DOCUMENTS = 50;
const documentsQuery = v.strictObject({
  after: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,16}$/, 'must be a place in the list'))),
});

/** The documents on record, the last published first. */
export async function documentsRoute(c: Context): Promise<Response> {
  const { after } = parseQuery(documentsQuery, pageAddress(documentsQuery, c.req.url).searchParams);
  const begun = begin(c);
  const asked = { filter: { keys: [], phrases: [] }, from: null, to: null, order: 'newest' } as const;
  const place = after === undefined ? null : Number(after);
  const { revision, rows } = await readPage(
    begun.db,
    'document',
    stretchesOf(asked, place),
    'newest',
    DOCUMENTS + 1,
  );
  const shown = rows.slice(0, DOCUMENTS);
  const page = (
    <DocumentsPage
      documents={shown.map(({ body }) => parsed<PublicDocument>(c, body))}
      next={rows.length > DOCUMENTS ? `/documents?after=${shown.at(-1)!.ord}` : null}
      path="/documents"
      origin={origin(c)}
    />
  );
  return sendPage(c, page, begun, { revision, tags: ['document'] });
}
