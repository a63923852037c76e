import { AppError, noSuch, requireShown } from '../errors.ts';
import { send } from '../http/answer.ts';
import { tagOfBody } from '../http/conditional.ts';
import { readerOf } from '../http/context.ts';
import { couldBeId } from '../http/params.ts';
import { parseBody } from '../links.ts';
import type { PublicDocument } from '../public/document.ts';
import { readDocumentText } from '../store/document-text.ts';
import { readEntry } from '../store/published.ts';
import { redirect } from './entry.ts';
import { operation } from './operation.ts';

export const getDocumentText = operation({
  id: 'getDocumentText',
  method: 'GET',
  path: '/v1/documents/{id}/text',
  tag: 'Documents',
  summary: 'The text of a document, to the byte',
  description:
    'What `sha256` is the hash of and every `[start, end)` counts in (UTF-16 code units). Only where `rights` are `open`; ' +
    'otherwise 403: the words of others are quoted here, not published again.',
  pathId: { description: 'Id of the document.', example: 'd_refjcqdni0hm' },
  query: {},
  answers: {
    200: {
      description: 'The text.',
      contentType: 'text/plain',
      example: 'The Minister said: “We will build it.”',
    },
    304: { description: 'Unchanged since the `ETag` sent in `If-None-Match`.' },
    308: { description: 'The document answers to another id now.', headers: { Location: 'Its address.' } },
  },
  problems: [400, 403, 404, 405, 429, 451, 503],
  handle: async (c) => {
    const id = c.req.param('id') ?? '';
    if (!couldBeId(id)) throw noSuch('document', id);
    const mark = c.get('outside').isolate?.mark ?? 0;
    const db = readerOf(c);
    const { revision, entry } = await readEntry(db, 'document', id);
    if (entry === null) throw noSuch('document', id);
    if (entry.status === 'redirected') return redirect(c, db, 'document', id, revision);
    requireShown(id, entry.body);
    const { rights, url, status } = parseBody<PublicDocument>(entry.body);
    if (status === 'withdrawn') throw new AppError('not_found', `The document \`${id}\` has been withdrawn.`);
    if (rights !== 'open')
      throw new AppError(
        'forbidden',
        `The text of \`${id}\` is not ours to hand on${url === null ? '' : `; it is at ${url}`}.`,
      );
    const body = await readDocumentText(db, id);
    if (body === null) throw noSuch('document', id);
    return send(c, {
      body,
      etag: tagOfBody(body),
      revision,
      tags: [`document/${id}`],
      contentType: 'text/plain; charset=utf-8',
      exact: true,
      db,
      mark,
    });
  },
});
