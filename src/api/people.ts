import * as param from '../http/params.ts';
import { PublicPerson } from '../public/person.ts';
import { keysOf, readPhrases } from '../store/filter.ts';
import { answerEntry } from './entry.ts';
import { examples } from './examples.ts';
import { answerList } from './list.ts';
import { operation } from './operation.ts';
import { ENTRY_PROBLEMS, entryAnswer, LIST_PROBLEMS, pageAnswer, paging } from './paging.ts';

export const listPeople = operation({
  id: 'listPeople',
  method: 'GET',
  path: '/v1/people',
  tag: 'People',
  summary: 'People and organisations on record, those last heard of first',
  query: {
    kind: param.anyOf(['person', 'organisation'], 'People or organisations; both unless given.'),
    q: param.words,
    ...paging(PublicPerson),
  },
  answers: pageAnswer(PublicPerson, examples.person),
  problems: LIST_PROBLEMS,
  handle: (c, { kind, q, ...page }) =>
    answerList(c, 'person', page, {
      filter: { keys: keysOf({ kind }), phrases: q === undefined ? [] : readPhrases(q) },
      from: null,
      to: null,
      order: 'newest',
    }),
});

export const getPerson = operation({
  id: 'getPerson',
  method: 'GET',
  path: '/v1/people/{id}',
  tag: 'People',
  summary: 'One person or organisation',
  pathId: { description: 'Id of the person.', example: 'jens-stoltenberg' },
  query: { fields: param.fields(PublicPerson) },
  answers: entryAnswer(PublicPerson, 'person', examples.person),
  problems: ENTRY_PROBLEMS,
  handle: (c, query) => answerEntry(c, 'person', query),
});
