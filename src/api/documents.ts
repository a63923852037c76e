import * as param from '../http/params.ts';
import { PublicDocument } from '../public/document.ts';
import { keysOf, readPhrases } from '../store/filter.ts';
import { answerEntry } from './entry.ts';
import { examples } from './examples.ts';
import { answerList } from './list.ts';
import { operation } from './operation.ts';
import { days, ENTRY_PROBLEMS, entryAnswer, LIST_PROBLEMS, pageAnswer, paging } from './paging.ts';

export const listDocuments = operation({
  id: 'listDocuments',
  method: 'GET',
  path: '/v1/documents',
  tag: 'Documents',
  summary: 'Documents, the latest published first',
  description:
    'What is known of each, and what was read in it. The text is kept, but stays with its publisher.',
  query: {
    publisher: param.id('Who published it, as an id.', 'nato'),
    person: param.id('Who is named in it.', 'jens-stoltenberg'),
    ...days('Documents published'),
    q: param.words,
    ...paging(PublicDocument),
  },
  answers: pageAnswer(PublicDocument, examples.document),
  problems: LIST_PROBLEMS,
  handle: (c, { publisher, person, from, to, q, ...page }) =>
    answerList(c, 'document', page, {
      filter: { keys: keysOf({ publisher, person }), phrases: q === undefined ? [] : readPhrases(q) },
      from: from ?? null,
      to: to ?? null,
      order: 'newest',
    }),
});

export const getDocument = operation({
  id: 'getDocument',
  method: 'GET',
  path: '/v1/documents/{id}',
  tag: 'Documents',
  summary: 'One document',
  pathId: { description: 'Id of the document.', example: 'd_0ez04bxrb7up' },
  query: { fields: param.fields(PublicDocument) },
  answers: entryAnswer(PublicDocument, 'document', examples.document),
  problems: ENTRY_PROBLEMS,
  handle: (c, query) => answerEntry(c, 'document', query),
});
