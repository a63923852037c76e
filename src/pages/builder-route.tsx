import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { type Context, origin, readerOf } from '../http/context.ts';
import * as param from '../http/params.ts';
import { couldBeId } from '../http/params.ts';
import { parseQuery } from '../http/query.ts';
import { withOrigin } from '../links.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { readEntry, readFinalId, readPage, readRevision } from '../store/published.ts';
import { stretchesOf } from '../store/stretches.ts';
import { THEMES } from '../wording/snippet.ts';
import { BuilderPage } from './builder.tsx';
import { sendErrorPage, sendPage } from './send-page.ts';

const query = v.strictObject({
  quote: param.id('A quote.', 'q_000000000000'),
  visit: param.id('A visit.', 'jens-stoltenberg-us-2024-01-29'),
  address: v.optional(v.pipe(v.string(), v.maxLength(2000, 'is too long'))),
  theme: param.oneOf(THEMES, 'Colours; as the reader has them unless given.'),
});

const TO_PICK_FROM = 12;

/** The builder: nothing picked, something picked, or an address that names nothing on record. */
export async function builderRoute(c: Context): Promise<Response> {
  const { theme = 'auto', ...asked } = parseQuery(query, new URL(c.req.url).searchParams);
  const begun = { mark: c.var.outside.isolate?.mark ?? 0, db: readerOf(c) };
  const parsed = <T,>(body: string) => JSON.parse(withOrigin(body, origin(c))) as T;
  const picked = pickedBy(asked);
  const frame = { theme, quote: null, visit: null, quotes: [], visits: [], problem: null, origin: origin(c) };
  if (picked !== null) {
    const id = (await readFinalId(begun.db, picked.noun, picked.id)) ?? picked.id;
    const { entry, revision } = await readEntry(begun.db, picked.noun, id);
    if (entry !== null) {
      const it =
        picked.noun === 'quote'
          ? { quote: parsed<PublicQuote>(entry.body) }
          : { visit: parsed<PublicVisit>(entry.body) };
      return sendPage(c, <BuilderPage {...frame} {...it} />, begun, { revision, tags: [picked.noun] });
    }
  }
  if (Object.values(asked).some((value) => value !== undefined)) {
    const problem = 'That is not the address of a quote or a visit on record.';
    return sendErrorPage(<BuilderPage {...frame} problem={problem} />, 404);
  }
  const latest = async <T,>(noun: 'quote' | 'visit', keys: string[]): Promise<T[]> => {
    const all = { filter: { keys, phrases: [] }, from: null, to: null, order: 'down' } as const;
    const { rows } = await readPage(begun.db, noun, stretchesOf(all, null), 'down', TO_PICK_FROM);
    return rows.map(({ body }) => parsed<T>(body));
  };
  const quotes = await latest<PublicQuote>('quote', []);
  const visits = await latest<PublicVisit>('visit', ['status:made']);
  const revision = await readRevision(begun.db);
  return sendPage(c, <BuilderPage {...frame} quotes={quotes} visits={visits} />, begun, {
    revision,
    tags: ['quote', 'visit'],
  });
}

function pickedBy({
  quote,
  visit,
  address,
}: {
  quote?: string | undefined;
  visit?: string | undefined;
  address?: string | undefined;
}): { noun: 'quote' | 'visit'; id: string } | null {
  if (quote !== undefined && visit !== undefined)
    throw new AppError('bad_request', 'Give `quote` or `visit`, not both.');
  if (quote !== undefined) return { noun: 'quote', id: quote };
  if (visit !== undefined) return { noun: 'visit', id: visit };
  const match = /(?:^|\/)(quotes|visits)\/([^/?#\s]+)\s*$/.exec((address ?? '').replace(/[?#].*$/, ''));
  const id = match?.[2] ?? (address ?? '').trim();
  if (!couldBeId(id)) return null;
  return {
    noun: match?.[1] === 'visits' || (match === null && !id.startsWith('q_')) ? 'visit' : 'quote',
    id,
  };
}
