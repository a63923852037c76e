import { noSuch } from '../errors.ts';
import { send } from '../http/answer.ts';
import { tagOfStored } from '../http/conditional.ts';
import { origin, readerOf } from '../http/context.ts';
import * as param from '../http/params.ts';
import { withOrigin } from '../links.ts';
import { CORRECTION_CAUSES, PublicCorrection } from '../public/correction.ts';
import { readCorrection, readCorrections } from '../store/corrections.ts';
import { examples } from './examples.ts';
import { trimmed } from './fields.ts';
import { answerPages } from './list.ts';
import { operation } from './operation.ts';
import { ENTRY_PROBLEMS, entryAnswer, LIST_PROBLEMS, pageAnswer, paging } from './paging.ts';

export const listCorrections = operation({
  id: 'listCorrections',
  method: 'GET',
  path: '/v1/corrections',
  tag: 'Corrections',
  summary: 'What was put right or taken back, the newest first',
  description:
    'By its cause: the `source` changed its words, an `editor` put something right, or a better `reading` of the same text. ' +
    'An entry that only got another id is no correction.',
  query: {
    entry: param.id('Of which entry.', 'q_0123456789ab'),
    cause: param.oneOf(CORRECTION_CAUSES, 'By what it was brought about.'),
    ...paging(PublicCorrection),
  },
  answers: pageAnswer(PublicCorrection, examples.correction),
  problems: LIST_PROBLEMS,
  handle: (c, { entry, cause, ...page }) =>
    answerPages(c, 'correction', ['correction'], page, async (db, after, limit) => {
      const place = after === null ? null : { at: String(after[0]), id: String(after[1]) };
      const { revision, rows } = await readCorrections(
        db,
        { entry, cause, since: page.updated_since },
        place,
        limit + 1,
      );
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        revision,
        bodies: shown.map(({ body }) => body),
        end: rows.length > limit && last !== undefined ? [last.at, last.id] : null,
        moved: false,
      };
    }),
});

export const getCorrection = operation({
  id: 'getCorrection',
  method: 'GET',
  path: '/v1/corrections/{id}',
  tag: 'Corrections',
  summary: 'One correction',
  pathId: { description: 'Id of the correction.', example: 'c_0123456789ab' },
  query: { fields: param.fields(PublicCorrection) },
  answers: entryAnswer(PublicCorrection, 'correction', examples.correction),
  problems: ENTRY_PROBLEMS,
  handle: async (c, { fields }) => {
    const id = c.req.param('id') ?? '';
    const mark = c.get('outside').isolate?.mark ?? 0;
    const db = readerOf(c);
    const { revision, body } = await readCorrection(db, id);
    if (body === null) throw noSuch('correction', id);
    const host = origin(c);
    const whole = withOrigin(body, host);
    return send(c, {
      body: fields === undefined ? whole : trimmed(whole, fields),
      etag: tagOfStored(body, host),
      revision,
      tags: [`correction/${id}`],
      db,
      mark,
    });
  },
});
