import * as v from 'valibot';
import { noSuch, requireShown } from '../errors.ts';
import { send } from '../http/answer.ts';
import { tagOfBody } from '../http/conditional.ts';
import { origin, readerOf } from '../http/context.ts';
import { couldBeId } from '../http/params.ts';
import { withOrigin } from '../links.ts';
import type { PublicQuote } from '../public/quote.ts';
import { readDocumentTexts } from '../store/document-text.ts';
import { readEntry } from '../store/published.ts';
import { standingOfQuote } from '../wording/standing.ts';
import { redirect } from './entry.ts';
import { examples } from './examples.ts';
import { operation } from './operation.ts';

const Selector = v.variant('type', [
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: v.string(),
    prefix: v.optional(v.string()),
    suffix: v.optional(v.string()),
  }),
  v.object({ type: v.literal('TextPositionSelector'), start: v.number(), end: v.number() }),
]);

/** A quote as an annotation of every page that prints it (W3C Web Annotation Data Model, 2017). */
export const QuoteAnnotation = v.object({
  '@context': v.literal('http://www.w3.org/ns/anno.jsonld'),
  id: v.string(),
  type: v.literal('Annotation'),
  motivation: v.literal('identifying'),
  created: v.string(),
  modified: v.string(),
  /** The words; behind them, where they do not stand any more, what has become of them. */
  body: v.array(
    v.object({
      type: v.literal('TextualBody'),
      purpose: v.picklist(['identifying', 'commenting']),
      value: v.string(),
      format: v.literal('text/plain'),
      language: v.literal('en'),
      creator: v.optional(v.object({ id: v.string(), type: v.string(), name: v.string() })),
    }),
  ),
  target: v.array(v.object({ source: v.string(), selector: v.array(Selector) })),
});
type QuoteAnnotation = v.InferOutput<typeof QuoteAnnotation>;

/** Sources whose texts are read for their positions, at most: a text may be a mebibyte. */
const MOST_TEXTS = 10;
/** Characters before and after the words, by which they are found again in a page that has changed. */
const AROUND = 32;

/** `text` is null where it is not at hand: then the words alone are the selector. */
function selectorsOf(
  { text: exact, start, end }: Pick<PublicQuote['sources'][number], 'text' | 'start' | 'end'>,
  text: string | null,
): QuoteAnnotation['target'][number]['selector'] {
  if (text === null || text.slice(start, end) !== exact) return [{ type: 'TextQuoteSelector', exact }];
  // The model counts characters (code points), the record UTF-16 code units.
  const before = [...text.slice(0, start)];
  const prefix = before.slice(-AROUND).join('');
  const suffix = [...text.slice(end, end + 2 * AROUND)].slice(0, AROUND).join('');
  return [
    { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
    { type: 'TextPositionSelector', start: before.length, end: before.length + [...exact].length },
  ];
}

function annotationOf(quote: PublicQuote, host: string, texts: Map<string, string>): QuoteAnnotation {
  const { speaker } = quote;
  const standing = standingOfQuote(quote, quote.id);
  const text = { type: 'TextualBody', format: 'text/plain', language: 'en' } as const;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${host}/v1/quotes/${quote.id}.jsonld`,
    type: 'Annotation',
    motivation: 'identifying',
    created: quote.first_seen_at,
    modified: quote.updated_at,
    body: [
      {
        ...text,
        purpose: 'identifying',
        value: quote.text,
        ...(speaker && {
          creator: {
            id: `${host}/people/${speaker.id}`,
            type: speaker.kind === 'person' ? 'Person' : 'Organization',
            name: speaker.name,
          },
        }),
      },
      ...(standing === null ? [] : [{ ...text, purpose: 'commenting' as const, value: standing }]),
    ],
    target: quote.sources.map((source) => ({
      source: source.url ?? `${host}/documents/${source.document}`,
      selector: selectorsOf(source, texts.get(source.document) ?? null),
    })),
  };
}

const EXAMPLE = annotationOf(examples.quote, 'https://readout.example', new Map());

export const getAnnotation = operation({
  id: 'getAnnotation',
  method: 'GET',
  path: '/v1/quotes/{id}.jsonld',
  tag: 'Quotes',
  summary: 'A quote as a Web Annotation',
  description:
    'W3C Web Annotation Data Model: for each source the words (`TextQuoteSelector`) and where they stand in its text ' +
    `(\`TextPositionSelector\`, in characters; of the first ${MOST_TEXTS} sources). Words that were corrected or withdrawn say so ` +
    'in a second body.',
  pathId: { description: 'Id of the quote.', example: 'q_4jhpks6oz69n' },
  query: {},
  answers: {
    200: {
      description: 'The annotation.',
      schema: QuoteAnnotation,
      contentType: 'application/ld+json',
      example: EXAMPLE,
    },
    304: { description: 'Unchanged since the `ETag` sent in `If-None-Match`.' },
    308: { description: 'The quote answers to another id now.', headers: { Location: 'Its address.' } },
  },
  problems: [400, 404, 405, 429, 451, 503],
  handle: async (c) => {
    const id = (c.req.param('id') ?? '').replace(/\.jsonld$/, '');
    if (!couldBeId(id)) throw noSuch('quote', id);
    const mark = c.get('outside').isolate?.mark ?? 0;
    const db = readerOf(c);
    const { revision, entry } = await readEntry(db, 'quote', id);
    if (entry === null) throw noSuch('quote', id);
    if (entry.status === 'redirected') return redirect(c, db, 'quote', id, revision, '.jsonld');
    requireShown(id, entry.body);
    const host = origin(c);
    const quote = JSON.parse(withOrigin(entry.body, host)) as PublicQuote;
    const documents = [...new Set(quote.sources.map(({ document }) => document))].slice(0, MOST_TEXTS);
    const body = JSON.stringify(annotationOf(quote, host, await readDocumentTexts(db, documents)));
    return send(c, {
      body,
      etag: tagOfBody(body),
      revision,
      tags: [`quote/${id}`],
      contentType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
      exact: true,
      db,
      mark,
    });
  },
});
