import * as v from 'valibot';
import { noSuch } from '../errors.ts';
import { sendFresh } from '../http/answer.ts';
import { requireBearer } from '../http/bearer.ts';
import { readJson } from '../http/body.ts';
import { type Context, origin } from '../http/context.ts';
import { couldBeId } from '../http/params.ts';
import { askIntake } from '../intake/ask.ts';
import { renderBody, withOrigin } from '../links.ts';
import { NewSource, PublicNewsSource, PublicWholeSource, SourceChange } from '../public/news-source.ts';
import { operation } from './operation.ts';

/** Asks the intake and answers what it says. Sources change without a revision of the record, so nobody keeps it. */
export async function fromIntake(c: Context, name: string, input: unknown): Promise<Response> {
  const { status, value } = await askIntake(c.env, c.get('outside').now(), name, input);
  if (status === 204) return new Response(null, { status, headers: { 'Cache-Control': 'no-store' } });
  return sendFresh(status, withOrigin(renderBody(value as object), origin(c)), null);
}

const idOf = (c: Context): string => {
  const id = c.req.param('id') ?? '';
  if (!couldBeId(id)) throw noSuch('source', id);
  return id;
};

const operate = (c: Context) => requireBearer(c, 'operate');

const pathId = { description: 'Id of the source.', example: 'nato-news' };
const AT = '2024-02-01T08:00:00.000Z';
const example: PublicNewsSource = {
  id: 'works-news',
  status: 'published',
  name: 'Works news',
  kind: 'feed',
  publisher: 'Ministry of Works',
  region: 'Europe',
  rights: 'quote_only',
  licence: null,
  terms: null,
  address: 'https://works.example/news.xml',
  selector: '.article-body',
  body_selector: null,
  interval: 30,
  next_at: '2024-02-01T08:30:00.000Z',
  last_tried_at: AT,
  last_success_at: AT,
  last_document: { id: 'd_0123456789ab', at: AT },
  lag: 12,
  state: 'ok',
  blocker: null,
  documents: 31,
  waiting: 0,
  gone: 0,
  first_seen_at: AT,
  updated_at: AT,
  url: 'https://readout.example/sources/works-news',
};
const wholeExample = {
  ...example,
  correction_clock: {
    watched: 31,
    changed: 2,
    edits: 2,
    open: 1,
    within_hour: 1,
    within_day: 2,
    median_minutes: 58,
  },
  unrest: [],
};

const source = { description: 'The source as it stands.', schema: PublicNewsSource, example };

export const listSources = operation({
  id: 'listSources',
  method: 'GET',
  path: '/v1/sources',
  tag: 'Sources',
  summary: 'Where documents come from',
  description: 'Every source, with how it is doing and what is in its way, in words.',
  query: {},
  answers: {
    200: {
      description: 'All of them.',
      schema: v.object({ data: v.array(PublicNewsSource), next: v.null() }),
      example: { data: [example], next: null },
    },
  },
  problems: [400, 405, 429, 501, 503],
  handle: async (c) => {
    const { value } = await askIntake(c.env, c.get('outside').now(), 'listSources', null);
    return sendFresh(200, withOrigin(renderBody({ data: value, next: null }), origin(c)), null);
  },
});

export const getSource = operation({
  id: 'getSource',
  method: 'GET',
  path: '/v1/sources/{id}',
  tag: 'Sources',
  summary: 'One source, with its correction clock',
  description:
    'How much of what it published it changed afterwards, how soon, and how openly; and which pages vanished.',
  pathId,
  query: {},
  answers: { 200: { ...source, schema: PublicWholeSource, example: wholeExample } },
  problems: [400, 404, 405, 429, 501, 503],
  handle: (c) => fromIntake(c, 'getSource', { id: idOf(c) }),
});

export const postSource = operation({
  id: 'postSource',
  method: 'POST',
  path: '/v1/sources',
  tag: 'Sources',
  summary: 'Listen to a source',
  description:
    '`selector`: for a `page` which links are articles, else which element of a page is the article (`body_selector` says ' +
    'that for a `page`). What it lists when it is first polled is put on record as an archive, not as news. `open` rights ' +
    'need a `licence` and the address of its `terms`.',
  query: {},
  bearer: true,
  body: {
    schema: NewSource,
    example: {
      name: 'Works news',
      kind: 'feed',
      address: 'https://works.example/news.xml',
      publisher: 'Ministry of Works',
    },
  },
  answers: { 201: { ...source, description: 'Listened to from now on.' } },
  problems: [400, 401, 403, 409, 413, 415, 429, 501, 503],
  handle: async (c) => {
    await operate(c);
    return fromIntake(c, 'addSource', await readJson(c.req.raw, NewSource));
  },
});

export const patchSource = operation({
  id: 'patchSource',
  method: 'PATCH',
  path: '/v1/sources/{id}',
  tag: 'Sources',
  summary: 'Change, pause or let go a source',
  description: 'What is absent stays. `paused: false` also lets go a source that is held.',
  pathId,
  query: {},
  bearer: true,
  body: { schema: SourceChange, example: { paused: true } },
  answers: { 200: source },
  problems: [400, 401, 403, 404, 413, 415, 429, 501, 503],
  handle: async (c) => {
    await operate(c);
    return fromIntake(c, 'changeSource', { id: idOf(c), change: await readJson(c.req.raw, SourceChange) });
  },
});

export const deleteSource = operation({
  id: 'deleteSource',
  method: 'DELETE',
  path: '/v1/sources/{id}',
  tag: 'Sources',
  summary: 'Listen to a source no more',
  description: 'Its documents stay.',
  pathId,
  query: {},
  bearer: true,
  answers: { 204: { description: 'It is not listened to any more.' } },
  problems: [400, 401, 403, 404, 429, 501, 503],
  handle: async (c) => {
    await operate(c);
    return fromIntake(c, 'removeSource', { id: idOf(c) });
  },
});

/** What one turn at a source did. */
export const Turn = v.object({
  source: v.string(),
  result: v.picklist(['busy', 'polled', 'failed', 'held', 'not_due']),
  listed: v.number(),
  fresh: v.number(),
  kept: v.array(v.string()),
  changed: v.array(v.string()),
  more: v.boolean(),
  why: v.nullable(v.string()),
});

const TURN: v.InferOutput<typeof Turn> = {
  source: 'works-news',
  result: 'polled',
  listed: 20,
  fresh: 1,
  kept: ['d_0123456789ab'],
  changed: [],
  more: false,
  why: null,
};

export const pollSource = operation({
  id: 'pollSource',
  method: 'POST',
  path: '/v1/sources/{id}/poll',
  tag: 'Sources',
  summary: 'Poll a source now',
  description:
    'Asks for its list and fetches at most twenty articles; `more` says that others are due. `kept` and `changed` are ids ' +
    'of documents.',
  pathId,
  query: {},
  bearer: true,
  answers: { 200: { description: 'What was done.', schema: Turn, example: TURN } },
  problems: [400, 401, 403, 404, 409, 422, 429, 501, 503],
  handle: async (c) => {
    await operate(c);
    const answer = await fromIntake(c, 'pollSource', { id: idOf(c) });
    c.get('outside').isolate?.forget();
    return answer;
  },
});
