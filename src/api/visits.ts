import * as param from '../http/params.ts';
import { requireDays } from '../http/query.ts';
import { PublicVisit, PublicWholeVisit } from '../public/visit.ts';
import { filterBy } from '../store/filter.ts';
import { examples } from './examples.ts';
import { answerList } from './list.ts';
import { operation } from './operation.ts';
import { days as daysOf, ENTRY_PROBLEMS, entryAnswer, LIST_PROBLEMS, pageAnswer, paging } from './paging.ts';
import { answerWholeVisit } from './whole-visit.ts';

const wholeVisit = {
  ...examples.visit,
  engagements: [examples.engagement],
  quotes: [examples.quote],
  figures: [examples.figure],
  documents: [examples.document],
};

export const listVisits = operation({
  id: 'listVisits',
  method: 'GET',
  path: '/v1/visits',
  tag: 'Visits',
  summary: 'Visits, the latest first',
  description:
    'Trips that were made, unless `status` asks for others. `from` and `to` find all that overlap. With ' +
    '`updated_since` both kinds, unless `status` asks for one: a trip that turns out not to have been made goes over ' +
    'to those announced, and `visit_status` says which it is.',
  query: {
    visitor: param.anyId('Who travelled.', 'jens-stoltenberg'),
    country: param.country,
    city: param.anyId('A city of the trip.', 'washington'),
    ...daysOf('Trips that lasted'),
    status: param.oneOf(
      ['made', 'announced', 'any'],
      'Trips made (the default), only announced, or both (the default with `updated_since`).',
    ),
    q: param.words,
    ...paging(PublicVisit),
  },
  answers: pageAnswer(PublicVisit, examples.visit),
  problems: LIST_PROBLEMS,
  handle: (c, { visitor, country, city, from, to, published_from, published_to, status, q, ...page }) => {
    const days = { from, to, published_from, published_to };
    requireDays(days);
    return answerList(c, 'visit', page, {
      filter: filterBy({ visitor, country, city, status: statusKey(status, page.updated_since) }, days, q),
      from: from ?? null,
      to: to ?? null,
      order: 'newest',
      lasting: true,
    });
  },
});

/** A mirror is told of both kinds: it would not hear of a trip that goes over to the other. */
const statusKey = (status: 'made' | 'announced' | 'any' | undefined, since: string | undefined) =>
  status === 'any' || (status === undefined && since !== undefined) ? undefined : (status ?? 'made');

export const getVisit = operation({
  id: 'getVisit',
  method: 'GET',
  path: '/v1/visits/{id}',
  tag: 'Visits',
  summary: 'One visit with its engagements, quotes, figures and documents',
  pathId: { description: 'Id of the visit.', example: 'jens-stoltenberg-us-2024-01-29' },
  query: { fields: param.fields(PublicWholeVisit) },
  answers: entryAnswer(PublicWholeVisit, 'visit', wholeVisit),
  problems: ENTRY_PROBLEMS,
  handle: answerWholeVisit,
});
