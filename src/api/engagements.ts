import * as param from '../http/params.ts';
import { requireDays } from '../http/query.ts';
import { ENGAGEMENT_KINDS } from '../model/extraction.ts';
import { PublicEngagement } from '../public/engagement.ts';
import { filterBy, keysOf } from '../store/filter.ts';
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
    person: param.anyId('Who took part.', 'jens-stoltenberg'),
    with: param.anyId('Who took part besides: `person=a&with=b` is who met whom.', 'antony-blinken'),
    kind: param.anyOf(ENGAGEMENT_KINDS, 'What kind of engagement.'),
    country: param.country,
    city: param.anyId('In which city.', 'washington'),
    venue: param.anyId('At which venue.', 'nato-headquarters'),
    visit: param.anyId('Part of which visit.', 'jens-stoltenberg-us-2024-01-29'),
    held: param.oneOf(['true', 'false'], 'Held, or only planned; both unless given.'),
    ...daysOf('Engagements'),
    q: param.words,
    ...paging(PublicEngagement),
  },
  answers: pageAnswer(PublicEngagement, examples.engagement),
  problems: LIST_PROBLEMS,
  handle: (
    c,
    {
      person,
      with: other,
      kind,
      country,
      city,
      venue,
      visit,
      held,
      from,
      to,
      published_from,
      published_to,
      q,
      ...page
    },
  ) => {
    const days = { from, to, published_from, published_to };
    requireDays(days);
    const filter = filterBy({ person, kind, country, city, place: venue, visit, held }, days, q);
    return answerList(c, 'engagement', page, {
      filter: { ...filter, keys: [...filter.keys, ...keysOf({ person: other })] },
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
