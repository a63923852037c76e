import * as param from '../http/params.ts';
import { requireDays } from '../http/query.ts';
import { PublicDocument } from '../public/document.ts';
import { filterBy } from '../store/filter.ts';
import { answerEntry } from './entry.ts';
import { examples } from './examples.ts';
import { answerList } from './list.ts';
import { operation } from './operation.ts';
import { ENTRY_PROBLEMS, entryAnswer, LIST_PROBLEMS, pageAnswer, paging, publishedDays } from './paging.ts';

export const listDocuments = operation({
  id: 'listDocuments',
  method: 'GET',
  path: '/v1/documents',
  tag: 'Documents',
  summary: 'Documents, the latest published first',
  description:
    'What is known of each, and what was read in it. The text is kept, but stays with its publisher.',
  query: {
    source: param.anyId('Which source brought it.', 'nato-news'),
    publisher: param.anyId('Who published it, as an id.', 'nato'),
    person: param.anyId('Who is named in it.', 'jens-stoltenberg'),
    country: param.country,
    lang: param.anyId('In which language it is, as ISO 639 has it.', 'en'),
    from: param.day('Documents published on or after this day.', '2024-01-01'),
    to: param.day('Documents published on or before this day.', '2024-12-31'),
    ...publishedDays,
    q: param.words,
    ...paging(PublicDocument),
  },
  answers: pageAnswer(PublicDocument, examples.document),
  problems: LIST_PROBLEMS,
  handle: (
    c,
    { source, publisher, person, country, lang, from, to, published_from, published_to, q, ...page },
  ) => {
    requireDays({ from, to, published_from, published_to });
    return answerList(c, 'document', page, {
      filter: filterBy({ source, publisher, person, country, lang }, {}, q),
      // A document has one day, that of its publication: both ranges are about it.
      from:
        [from, published_from]
          .flatMap((day) => day ?? [])
          .sort()
          .at(-1) ?? null,
      to: [to, published_to].flatMap((day) => day ?? []).sort()[0] ?? null,
      order: 'newest',
    });
  },
});

export const getDocument = operation({
  id: 'getDocument',
  method: 'GET',
  path: '/v1/documents/{id}',
  tag: 'Documents',
  summary: 'One document',
  pathId: { description: 'Id of the document.', example: 'd_refjcqdni0hm' },
  query: { fields: param.fields(PublicDocument) },
  answers: entryAnswer(PublicDocument, 'document', examples.document),
  problems: ENTRY_PROBLEMS,
  handle: (c, query) => answerEntry(c, 'document', query),
});
