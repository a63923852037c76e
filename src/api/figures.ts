import * as param from '../http/params.ts';
import { requireDays } from '../http/query.ts';
import { PublicFigure } from '../public/figure.ts';
import { filterBy } from '../store/filter.ts';
import { answerEntry } from './entry.ts';
import { examples } from './examples.ts';
import { answerList } from './list.ts';
import { operation } from './operation.ts';
import { days as daysOf, ENTRY_PROBLEMS, entryAnswer, LIST_PROBLEMS, pageAnswer, paging } from './paging.ts';

export const listFigures = operation({
  id: 'listFigures',
  method: 'GET',
  path: '/v1/figures',
  tag: 'Figures',
  summary: 'Numbers stated as facts, the latest first',
  query: {
    person: param.anyId('Who stated it.', 'jens-stoltenberg'),
    unit: param.unit,
    document: param.anyId('Which document has it.', 'd_refjcqdni0hm'),
    visit: param.anyId('Stated on which visit.', 'jens-stoltenberg-us-2024-01-29'),
    engagement: param.anyId('Stated at which engagement.', 'e_7ivjdc4uawro'),
    ...daysOf('Figures stated'),
    q: param.words,
    ...paging(PublicFigure),
  },
  answers: pageAnswer(PublicFigure, examples.figure),
  problems: LIST_PROBLEMS,
  handle: (
    c,
    { person, unit, document, visit, engagement, from, to, published_from, published_to, q, ...page },
  ) => {
    const days = { from, to, published_from, published_to };
    requireDays(days);
    return answerList(c, 'figure', page, {
      filter: filterBy({ person, unit, document, visit, engagement }, days, q),
      from: from ?? null,
      to: to ?? null,
      order: 'newest',
    });
  },
});

export const getFigure = operation({
  id: 'getFigure',
  method: 'GET',
  path: '/v1/figures/{id}',
  tag: 'Figures',
  summary: 'One figure',
  pathId: { description: 'Id of the figure.', example: 'f_3di1sk9lhl43' },
  query: { fields: param.fields(PublicFigure) },
  answers: entryAnswer(PublicFigure, 'figure', examples.figure),
  problems: ENTRY_PROBLEMS,
  handle: (c, query) => answerEntry(c, 'figure', query),
});
