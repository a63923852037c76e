import * as v from 'valibot';
import { AppError, noSuch } from '../errors.ts';
import { sendFresh } from '../http/answer.ts';
import { requireBearer } from '../http/bearer.ts';
import { MOST_BYTES, readJson } from '../http/body.ts';
import { type Context, origin } from '../http/context.ts';
import { couldBeId, isDay } from '../http/params.ts';
import { invalidate } from '../http/purge.ts';
import { askIntake } from '../intake/ask.ts';
import { withOrigin } from '../links.ts';
import { normaliseUrl } from '../model/address.ts';
import { sha256 } from '../model/id.ts';
import { RIGHTS } from '../model/source-kind.ts';
import { PublicDocument } from '../public/document.ts';
import { tryAgain } from '../store/failure.ts';
import { loadReply, saveReply } from '../store/idempotency.ts';
import { readEntry } from '../store/published.ts';
import { Reader } from '../store/reader.ts';
import { redirect } from './entry.ts';
import { examples } from './examples.ts';
import { operation } from './operation.ts';

const line = (most: number) =>
  v.nullish(v.pipe(v.string(), v.maxLength(most, `may have at most ${most} characters`)));

/** A text of 1 MiB is longer as JSON, where a line break takes two characters and a mark written by its number six. */
const MOST_BODY = 4 * MOST_BYTES;

/** A document as it is sent. */
export const IncomingDocument = v.strictObject({
  text: v.optional(v.string()),
  html: v.optional(v.string()),
  title: line(1000),
  publisher: line(300),
  url: v.nullish(
    v.pipe(
      v.string(),
      v.maxLength(2000, 'may have at most 2000 characters'),
      v.check((url) => normaliseUrl(url) !== null, 'must be an http or https address'),
    ),
  ),
  published_on: v.nullish(
    v.pipe(v.string(), v.check(isDay, 'must be a day of the calendar, as in 2024-01-31')),
  ),
  lang: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'must be a language tag such as `en` or `pt-BR`'),
    ),
  ),
  source: v.nullish(v.pipe(v.string(), v.check(couldBeId, 'must be the id of a source'))),
  rights: v.nullish(v.picklist(RIGHTS)),
});
type IncomingDocument = v.InferOutput<typeof IncomingDocument>;

export const postDocument = operation({
  id: 'postDocument',
  method: 'POST',
  path: '/v1/documents',
  tag: 'Documents',
  summary: 'Add a document',
  description:
    '201 with the document and the ids of what was read in it; the same content again is answered 200 and changes ' +
    'nothing; another text under a known `url` is a new revision. With an `Idempotency-Key` a repeated request gets the ' +
    'status of the first for a day; the same key with other content is refused with 422. The text may have 1 MiB. ' +
    'Instead of `text` a whole page may be sent as `html`: the article is taken out of it, and its text is the document.',
  query: {},
  bearer: true,
  body: {
    schema: IncomingDocument,
    example: {
      text: 'The Minister said: “We will build the bridge.”',
      title: 'Minister on the bridge',
      publisher: 'Ministry of Works',
      url: 'https://works.example/news/bridge',
      published_on: '2024-01-31',
      lang: 'en',
    },
  },
  answers: {
    200: {
      description: 'Known already; nothing changed.',
      schema: PublicDocument,
      example: examples.document,
    },
    201: {
      description: 'Kept, and the record brought up to date.',
      schema: PublicDocument,
      example: examples.document,
      headers: { Location: 'Address of the document.' },
    },
  },
  problems: [400, 401, 403, 413, 415, 422, 429, 503],
  handle: async (c) => {
    await requireBearer(c, 'ingest');
    const incoming = await readJson(c.req.raw, IncomingDocument, MOST_BODY);
    const now = new Date(c.get('outside').now());
    const repeated = await repeatable(c, JSON.stringify(incoming), now);
    const first = await repeated?.first;
    if (first) return answerDocument(c, first.document_id, first.status);
    const { document_id, outcome } = await ingest(c, incoming);
    const status = outcome === 'unchanged' ? 200 : 201;
    await repeated?.keep(document_id, status);
    return answerDocument(c, document_id, status);
  },
});

async function ingest(c: Context, incoming: IncomingDocument) {
  refuseMarkup(incoming);
  const kept = await write(c, 'postDocument', { document: incoming });
  return kept as { document_id: string; outcome: 'created' | 'unchanged' | 'revised' | 'restored' };
}

/** Has the intake write to the record. */
async function write(c: Context, name: string, input: object): Promise<unknown> {
  const { now, random } = c.get('outside');
  const { value } = await askIntake(c.env, now(), name, { ...input, chance: random() });
  return value;
}

/** Closing tags of blocks: no text that somebody reads has several, a page has nothing else. */
const MARKUP = /<\/(?:p|div|article|section|main|body|html|ul|ol|li|table|h[1-6])\s*>/gi;

function refuseMarkup({ html, text }: IncomingDocument): void {
  if (html !== undefined) {
    if (text === undefined) return;
    throw new AppError('bad_request', 'Send `text` or `html`, not both.');
  }
  if (text === undefined)
    throw new AppError('bad_request', 'Either `text` or `html` must be there.', {
      errors: [{ parameter: 'text', detail: '`text` is missing, and so is `html`' }],
    });
  if (/^\s*<(?:!doctype|html)\b/i.test(text) || (text.match(MARKUP)?.length ?? 0) >= 3)
    throw new AppError(
      'unprocessable',
      '`text` is markup; send it as `html`, and the article is taken out of it.',
    );
}

const DAY_MS = 86_400_000;

/** What is known of this request's Idempotency-Key; null without one. 422 if it came with other content before. */
async function repeatable(c: Context, content: string, now: Date) {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new AppError('bad_request', '`Idempotency-Key` must be 1 to 255 visible ASCII characters.');
  }
  const [key_hash, content_hash] = await Promise.all([sha256(key), sha256(content)]);
  const notBefore = new Date(now.getTime() - DAY_MS).toISOString();
  const first = await loadReply(c.env.DB, key_hash, notBefore);
  if (first !== null && first.content_hash !== content_hash) {
    throw new AppError('unprocessable', 'This `Idempotency-Key` came with other content before.');
  }
  const at = now.toISOString();
  return {
    first,
    keep: (document_id: string, status: number) =>
      tryAgain({ random: c.get('outside').random, wait: (ms) => scheduler.wait(ms) }, () =>
        saveReply(c.env.DB, { key_hash, content_hash, document_id, status, at }, notBefore),
      ),
  };
}

/** The document as it stands after the write, read from where it was written. */
async function answerDocument(c: Context, id: string, status: number): Promise<Response> {
  const db = new Reader(c.env.DB, 'first-primary');
  const { revision, entry } = await readEntry(db, 'document', id);
  invalidate(c, revision, db);
  if (entry === null) throw noSuch('document', id);
  const host = origin(c);
  return sendFresh(status, withOrigin(entry.body, host), db, {
    Location: `${host}/v1/documents/${id}`,
    'Readout-Revision': String(revision),
  });
}

export const deleteDocument = operation({
  id: 'deleteDocument',
  method: 'DELETE',
  path: '/v1/documents/{id}',
  tag: 'Documents',
  summary: 'Withdraw a document',
  description:
    'Takes back what only this document said. Its ids go on answering, as withdrawn; posting it again restores it.',
  pathId: { description: 'Id of the document.', example: 'd_refjcqdni0hm' },
  query: {},
  bearer: true,
  answers: {
    200: {
      description: 'Withdrawn; so it was if it had been before.',
      schema: PublicDocument,
      example: examples.document,
    },
    308: { description: 'The document answers to another id now.', headers: { Location: 'Its address.' } },
  },
  problems: [400, 401, 403, 404, 429, 503],
  handle: async (c) => {
    await requireBearer(c, 'ingest');
    const id = c.req.param('id') ?? '';
    if (!couldBeId(id)) throw noSuch('document', id);
    const db = new Reader(c.env.DB, 'first-primary');
    const { revision, entry } = await readEntry(db, 'document', id);
    if (entry === null) throw noSuch('document', id);
    if (entry.status === 'redirected') return redirect(c, db, 'document', id, revision);
    await write(c, 'withdrawDocument', { id });
    return answerDocument(c, id, 200);
  },
});
