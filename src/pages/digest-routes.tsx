import { Hono } from 'hono';
import * as v from 'valibot';
import { noSuch } from '../errors.ts';
import { send } from '../http/answer.ts';
import { tagOfBody } from '../http/conditional.ts';
import { type AppEnv, origin } from '../http/context.ts';
import { pageAddress } from '../http/page-address.ts';
import * as param from '../http/params.ts';
import { parseQuery } from '../http/query.ts';
import type { PublicDigest } from '../public/digest.ts';
import { readIssue } from '../store/digests.ts';
import { readIssueTitles, readNeighbours } from '../store/issue-titles.ts';
import { readRevision } from '../store/published.ts';
import { issueText } from '../wording/issue-text.ts';
import { begin, parsed } from './begin.ts';
import { DigestPage, DigestsPage } from './digests.tsx';
import { sendPage } from './send-page.ts';

/** Issues of the digest: all of them, one as a page, one as text. */
export const digestPages = new Hono<AppEnv>();

const ISSUES = 30;
const digestsQuery = v.strictObject({
  cadence: param.oneOf(['daily', 'weekly'], 'Daily issues (the default) or weekly ones.'),
  before: param.day('Issues dated before this day.', '2024-02-01'),
});

digestPages.get('/digests', async (c) => {
  const { search, searchParams } = pageAddress(digestsQuery, c.req.url);
  const { cadence = 'daily', before } = parseQuery(digestsQuery, searchParams);
  const begun = begin(c);
  const issues = await readIssueTitles(begun.db, cadence, before ?? null, ISSUES + 1);
  const shown = issues.slice(0, ISSUES);
  const weekly = cadence === 'weekly' ? '&cadence=weekly' : '';
  const older = issues.length > ISSUES ? `/digests?before=${shown.at(-1)!.date}${weekly}` : null;
  const page = (
    <DigestsPage
      cadence={cadence}
      issues={shown}
      older={older}
      path={`/digests${search}`}
      origin={origin(c)}
    />
  );
  return sendPage(c, page, begun, { revision: await readRevision(begun.db), tags: ['digest'] });
});

digestPages.get('/digests/:file{[0-9W-]+\\.txt}', async (c) => {
  const id = c.req.param('file').slice(0, -'.txt'.length);
  const { db, mark } = begin(c);
  const { revision, issue } = await readIssue(db, id);
  if (issue === null) throw noSuch('digest', id);
  const body = issueText(parsed<PublicDigest>(c, issue.body));
  return send(c, {
    body,
    etag: tagOfBody(body),
    revision,
    tags: ['digest'],
    contentType: 'text/plain; charset=utf-8',
    headers: { 'X-Content-Type-Options': 'nosniff' },
    db,
    mark,
  });
});

digestPages.get('/digests/:id', async (c) => {
  const id = c.req.param('id');
  const begun = begin(c);
  const { revision, issue } = await readIssue(begun.db, id);
  if (issue === null) throw noSuch('digest', id);
  const neighbours = await readNeighbours(begun.db, id);
  const digest = parsed<PublicDigest>(c, issue.body);
  const page = <DigestPage digest={digest} neighbours={neighbours} origin={origin(c)} />;
  return sendPage(c, page, begun, { revision, tags: ['digest'] });
});
