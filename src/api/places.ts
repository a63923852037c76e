import * as param from '../http/params.ts';
import { PublicPlace } from '../public/place.ts';
import { keysOf, readPhrases } from '../store/filter.ts';
import { answerEntry } from './entry.ts';
import { examples } from './examples.ts';
import { answerList } from './list.ts';
import { operation } from './operation.ts';
import { ENTRY_PROBLEMS, entryAnswer, LIST_PROBLEMS, pageAnswer, paging } from './paging.ts';

export const listPlaces = operation({
  id: 'listPlaces',
  method: 'GET',
  path: '/v1/places',
  tag: 'Places',
  summary: 'Countries, cities and venues on record',
  query: {
    kind: param.anyOf(['country', 'city', 'venue'], 'Countries, cities or venues; all unless given.'),
    country: param.country,
    q: param.words,
    ...paging(PublicPlace),
  },
  answers: pageAnswer(PublicPlace, examples.place),
  problems: LIST_PROBLEMS,
  handle: (c, { kind, country, q, ...page }) =>
    answerList(c, 'place', page, {
      filter: { keys: keysOf({ kind, country }), phrases: q === undefined ? [] : readPhrases(q) },
      from: null,
      to: null,
      order: 'newest',
    }),
});

export const getPlace = operation({
  id: 'getPlace',
  method: 'GET',
  path: '/v1/places/{id}',
  tag: 'Places',
  summary: 'One place',
  pathId: { description: 'Id of the place.', example: 'washington' },
  query: { fields: param.fields(PublicPlace) },
  answers: entryAnswer(PublicPlace, 'place', examples.place),
  problems: ENTRY_PROBLEMS,
  handle: (c, query) => answerEntry(c, 'place', query),
});
