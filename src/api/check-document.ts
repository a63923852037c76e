import * as v from 'valibot';
import { noSuch } from '../errors.ts';
import { sendFresh } from '../http/answer.ts';
import { MOST_BYTES, readJson } from '../http/body.ts';
import { readerOf } from '../http/context.ts';
import { couldBeId } from '../http/params.ts';
import { parseBody } from '../links.ts';
import { sha256 } from '../model/id.ts';
import type { PublicDocument } from '../public/document.ts';
import type { PublicQuote } from '../public/quote.ts';
import { readDocumentQuotes } from '../store/document-quotes.ts';
import { redirect } from './entry.ts';
import { examples } from './examples.ts';
import { operation } from './operation.ts';

const CheckedText = v.strictObject({ text: v.string() });

/** `quotes`: the words published from this document, and what the given text has in their place. */
export const DocumentCheck = v.object({
  document: v.string(),
  status: v.string(),
  revision: v.number(),
  sha256: v.string(),
  given_sha256: v.string(),
  same: v.boolean(),
  quotes: v.array(
    v.object({
      id: v.string(),
      start: v.number(),
      end: v.number(),
      text: v.string(),
      given: v.string(),
      same: v.boolean(),
    }),
  ),
});

const { id, status, revision, sha256: hash } = examples.document;
const [{ start, end, text: words }] = examples.quote.sources as [PublicQuote['sources'][number]];
const EXAMPLE: v.InferOutput<typeof DocumentCheck> = {
  document: id,
  status,
  revision,
  sha256: hash,
  given_sha256: hash,
  same: true,
  quotes: [{ id: examples.quote.id, start, end, text: words, given: words, same: true }],
};

export const checkDocument = operation({
  id: 'checkDocument',
  method: 'POST',
  path: '/v1/documents/{id}/check',
  tag: 'Documents',
  summary: 'Check a text against a document and what was published from it',
  description:
    'Has this text the hash of the stored one, and do its `[start, end)` (UTF-16 code units) hold the words of each ' +
    'quote? The text may have 1 MiB.',
  pathId: { description: 'Id of the document.', example: 'd_refjcqdni0hm' },
  query: {},
  body: { schema: CheckedText, example: { text: 'The Minister said: “We will build the bridge.”' } },
  answers: {
    200: { description: 'What was found.', schema: DocumentCheck, example: EXAMPLE },
    308: { description: 'The document answers to another id now.', headers: { Location: 'Its address.' } },
  },
  problems: [400, 404, 413, 415, 422, 429],
  handle: async (c) => {
    const id = c.req.param('id') ?? '';
    if (!couldBeId(id)) throw noSuch('document', id);
    const { text } = await readJson(c.req.raw, CheckedText, 4 * MOST_BYTES);
    const db = readerOf(c);
    const { revision, entry, quotes } = await readDocumentQuotes(db, id);
    if (entry === null) throw noSuch('document', id);
    if (entry.status === 'redirected') return redirect(c, db, 'document', id, revision);
    const document = parseBody<PublicDocument>(entry.body);
    const spans = quotes.flatMap((body) => {
      const quote = parseBody<PublicQuote>(body);
      return quote.sources
        .filter((source) => source.document === id)
        .map(({ start, end, text: words }) => {
          const given = text.slice(start, end);
          return { id: quote.id, start, end, text: words, given, same: given === words };
        });
    });
    const given_sha256 = await sha256(text);
    const check: v.InferOutput<typeof DocumentCheck> = {
      document: id,
      status: document.status,
      revision: document.revision,
      sha256: document.sha256,
      given_sha256,
      // Half a surrogate pair is hashed as U+FFFD, which it is not.
      same: given_sha256 === document.sha256 && text.isWellFormed(),
      quotes: spans.sort((a, b) => a.start - b.start),
    };
    return sendFresh(200, check, db, { 'Readout-Revision': String(revision) });
  },
});
