import * as v from 'valibot';
import { type Context, origin } from '../http/context.ts';
import { pageAddress } from '../http/page-address.ts';
import * as param from '../http/params.ts';
import { parseQuery, requireOrder } from '../http/query.ts';
import type { PublicDocument } from '../public/document.ts';
import { filterBy } from '../store/filter.ts';
import { readPage } from '../store/published.ts';
import { stretchesOf } from '../store/stretches.ts';
import { begin, parsed } from './begin.ts';
import { DocumentsPage } from './documents.tsx';
import { sendPage } from './send-page.ts';

const DOCUMENTS = 50;
const documentsQuery = v.strictObject({
  publisher: param.id('Who published it, as an id.', 'ministry-of-works'),
  person: param.id('Who is named in it.', 'jane-example'),
  from: param.day('Published on or after this day.', '2024-01-01'),
  to: param.day('Published on or before this day.', '2024-12-31'),
  q: param.words,
  after: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,16}$/, 'must be a place in the list'))),
});

/** The documents on record, the last published first. */
export async function documentsRoute(c: Context): Promise<Response> {
  const address = pageAddress(documentsQuery, c.req.url);
  for (const [name, value] of [...address.searchParams])
    if (value.trim() === '') address.searchParams.delete(name);
  const { after, from, to, q, ...named } = parseQuery(documentsQuery, address.searchParams);
  requireOrder(from, to);
  const begun = begin(c);
  const asked = {
    filter: filterBy(named, {}, q),
    from: from ?? null,
    to: to ?? null,
    order: 'newest',
  } as const;
  const next = new URLSearchParams(address.search);
  const place = after === undefined ? null : Number(after);
  const { revision, rows } = await readPage(
    begun.db,
    'document',
    stretchesOf(asked, place),
    'newest',
    DOCUMENTS + 1,
  );
  const shown = rows.slice(0, DOCUMENTS);
  next.set('after', String(shown.at(-1)?.ord ?? 0));
  const page = (
    <DocumentsPage
      documents={shown.map(({ body }) => parsed<PublicDocument>(c, body))}
      fields={{ q, publisher: named.publisher, person: named.person, from, to }}
      next={rows.length > DOCUMENTS ? `/documents?${next}` : null}
      path="/documents"
      origin={origin(c)}
    />
  );
  return sendPage(c, page, begun, { revision, tags: ['document'] });
}
