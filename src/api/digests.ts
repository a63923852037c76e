import { AppError, noSuch } from '../errors.ts';
import { send } from '../http/answer.ts';
import { tagOfBody } from '../http/conditional.ts';
import { type Context, origin, readerOf } from '../http/context.ts';
import * as param from '../http/params.ts';
import { withOrigin } from '../links.ts';
import { PublicDigest } from '../public/digest.ts';
import { readIssue, readIssues, readIssuesSince } from '../store/digests.ts';
import type { Reader } from '../store/reader.ts';
import { examples } from './examples.ts';
import { trimmed } from './fields.ts';
import { answerPages } from './list.ts';
import { operation } from './operation.ts';
import { ENTRY_PROBLEMS, entryAnswer, LIST_PROBLEMS, pageAnswer, paging } from './paging.ts';

const cadence = param.oneOf(['daily', 'weekly'], 'Daily issues (the default) or weekly ones.');
const AFTER_ALL = '9999-12-31';

export const listDigests = operation({
  id: 'listDigests',
  method: 'GET',
  path: '/v1/digests',
  tag: 'Digests',
  summary: 'Issues of the digest, the newest first',
  query: { cadence, ...paging(PublicDigest) },
  answers: pageAnswer(PublicDigest, examples.digest),
  problems: LIST_PROBLEMS,
  handle: (c, { cadence = 'daily', ...page }) => {
    const { updated_since } = page;
    return answerPages(
      c,
      'digest',
      ['digest'],
      page,
      async (db, after, limit) => {
        const { revision, issues } = await (updated_since === undefined
          ? readIssues(db, cadence, String(after?.[0] ?? AFTER_ALL), limit + 1)
          : readIssuesSince(db, cadence, updated_since, String(after?.[0] ?? ''), limit + 1));
        const shown = issues.slice(0, limit);
        return {
          revision,
          bodies: shown.map(({ body }) => body),
          end: issues.length > limit ? [shown.at(-1)?.date ?? ''] : null,
        };
      },
      'body',
    );
  },
});

export const getLatestDigest = operation({
  id: 'getLatestDigest',
  method: 'GET',
  path: '/v1/digests/latest',
  tag: 'Digests',
  summary: 'The newest issue',
  query: { cadence, fields: param.fields(PublicDigest) },
  answers: entryAnswer(PublicDigest, 'issue', examples.digest),
  problems: ENTRY_PROBLEMS,
  handle: async (c, { cadence = 'daily', fields }) => {
    const db = readerOf(c);
    const mark = c.get('outside').isolate?.mark ?? 0;
    const { revision, issues } = await readIssues(db, cadence, AFTER_ALL, 1);
    if (issues[0] === undefined) throw new AppError('not_found', `No ${cadence} issue has come out yet.`);
    return answerIssue(c, db, mark, revision, issues[0].body, fields);
  },
});

export const getDigest = operation({
  id: 'getDigest',
  method: 'GET',
  path: '/v1/digests/{id}',
  tag: 'Digests',
  summary: 'One issue, as it was sent',
  pathId: {
    description: 'Day of a daily issue, or week of a weekly one (`2026-W47`).',
    example: '2026-11-21',
  },
  query: { fields: param.fields(PublicDigest) },
  answers: entryAnswer(PublicDigest, 'issue', examples.digest),
  problems: ENTRY_PROBLEMS,
  handle: async (c, { fields }) => {
    const id = c.req.param('id') ?? '';
    if (!/^\d{4}-(?:\d{2}-\d{2}|W\d{2})$/.test(id)) throw noSuch('digest', id);
    const db = readerOf(c);
    const mark = c.get('outside').isolate?.mark ?? 0;
    const { revision, issue } = await readIssue(db, id);
    if (issue === null) throw noSuch('digest', id);
    return answerIssue(c, db, mark, revision, issue.body, fields);
  },
});

function answerIssue(
  c: Context,
  db: Reader,
  mark: number,
  revision: number,
  stored: string,
  fields: string[] | undefined,
): Response {
  const whole = withOrigin(stored, origin(c));
  const body = fields === undefined ? whole : trimmed(whole, fields);
  return send(c, { body, etag: tagOfBody(body), revision, tags: ['digest'], db, mark });
}
