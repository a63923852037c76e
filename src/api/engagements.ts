import * as param from '../http/params.ts';
import { requireDays } from '../http/query.ts';
import { ENGAGEMENT_KINDS } from '../model/extraction.ts';
import { PublicEngagement } from '../public/engagement.ts';
import { filterBy } from '../store/filter.ts';
import { answerEntry } from './entry.ts';
import { examples } from './examples.ts';
import { answerList } from './list.ts';
import { operation } from './operation.ts';
import { days as daysOf, ENTRY_PROBLEMS, entryAnswer, LIST_PROBLEMS, pageAnswer, paging } from './paging.ts';

export const listEngagements = operation({
  id: 'listEngagements',
  method: 'GET',
  path: '/v1/engagements',
  tag: 'Engagements',
  summary: 'Engagements, the latest first',
  query: {
    person: param.id('Who took part.', 'jens-stoltenberg'),
    kind: param.oneOf(ENGAGEMENT_KINDS, 'What kind of engagement.'),
    country: param.country,
    city: param.id('In which city.', 'washington'),
    visit: param.id('Part of which visit.', 'jens-stoltenberg-us-2024-01-29'),
    held: param.oneOf(['true', 'false'], 'Held, or only planned; both unless given.'),
    ...daysOf('Engagements'),
    q: param.words,
    ...paging(PublicEngagement),
  },
  answers: pageAnswer(PublicEngagement, examples.engagement),
  problems: LIST_PROBLEMS,
  handle: (
    c,
    { person, kind, country, city, visit, held, from, to, published_from, published_to, q, ...page },
  ) => {
    const days = { from, to, published_from, published_to };
    requireDays(days);
    return answerList(c, 'engagement', page, {
      filter: filterBy({ person, kind, country, city, visit, held }, days, q),
      from: from ?? null,
      to: to ?? null,
      order: 'newest',
    });
  },
});

export const getEngagement = operation({
  id: 'getEngagement',
  method: 'GET',
  path: '/v1/engagements/{id}',
  tag: 'Engagements',
  summary: 'One engagement',
  pathId: { description: 'Id of the engagement.', example: 'e_7ivjdc4uawro' },
  query: { fields: param.fields(PublicEngagement) },
  answers: entryAnswer(PublicEngagement, 'engagement', examples.engagement),
  problems: ENTRY_PROBLEMS,
  handle: (c, query) => answerEntry(c, 'engagement', query),
});
