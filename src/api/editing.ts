import * as v from 'valibot';
import { AppError, noSuch } from '../errors.ts';
import { sendFresh } from '../http/answer.ts';
import { requireBearer } from '../http/bearer.ts';
import { readJson } from '../http/body.ts';
import { type Context, origin } from '../http/context.ts';
import { couldBeId, isDay } from '../http/params.ts';
import { askIntake } from '../intake/ask.ts';
import { renderBody, withOrigin } from '../links.ts';
import { ENGAGEMENT_KINDS } from '../model/extraction.ts';
import type { Noun } from '../model/record.ts';
import { operation } from './operation.ts';

const day = v.nullable(v.pipe(v.string(), v.check(isDay, 'must be a day of the calendar, as in 2024-01-31')));
const line = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'must not be empty'),
  v.maxLength(300, 'is too long'),
);

/** What of an entry a person may set; never words inside quotation marks. */
const SETTABLE = {
  quote: { said_on: day },
  visit: { start: day, end: day, visit_status: v.picklist(['made', 'announced']) },
  engagement: { date: day, kind: v.picklist(ENGAGEMENT_KINDS), held: v.boolean() },
  figure: { about: line, said_on: day },
  person: { name: line, aliases: v.array(line) },
  document: {},
} as const satisfies Partial<Record<Noun, v.ObjectEntries>>;

const Edit = (noun: keyof typeof SETTABLE) =>
  v.strictObject({
    set: v.optional(v.partial(v.strictObject(SETTABLE[noun] as v.ObjectEntries))),
    hide: v.optional(v.literal(true)),
    reason: v.pipe(v.string(), v.trim(), v.minLength(3, 'must say why'), v.maxLength(1000, 'is too long')),
  });

const Done = v.object({ entry: v.string(), corrections: v.array(v.string()) });
const DONE = { entry: 'q_0123456789ab', corrections: ['c_0123456789ab'] };

const Report = v.strictObject({
  entry: v.pipe(v.string(), v.check(couldBeId, 'must be an id')),
  text: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(5, 'must say what is wrong'),
    v.maxLength(2000, 'is too long'),
  ),
  email: v.optional(v.pipe(v.string(), v.email('must be a mail address'), v.maxLength(320, 'is too long'))),
});

/** Asks the intake and lets go of what is remembered here: what was put right is out at once. */
async function edited(c: Context, name: string, input: unknown): Promise<Response> {
  const { status, value } = await askIntake(c.env, c.get('outside').now(), name, input);
  c.get('outside').isolate?.forget();
  return sendFresh(status, withOrigin(renderBody(value as object), origin(c)), null);
}

const patch = (noun: keyof typeof SETTABLE, plural: string, example: Record<string, unknown>) =>
  operation({
    id: `patch${noun[0]!.toUpperCase()}${noun.slice(1)}`,
    method: 'PATCH',
    path: `/v1/${plural}/{id}`,
    tag: 'Corrections',
    summary: `Put a ${noun} right, or hide it`,
    description:
      'Lays what is `set` over what was read, with a `reason`; it stays whatever is read later. `hide` takes it down: it is ' +
      'answered 451 until the correction is taken back. Words inside quotation marks cannot be set.',
    pathId: { description: `Id of the ${noun}.`, example: 'q_0123456789ab' },
    query: {},
    bearer: true,
    body: { schema: Edit(noun), example },
    answers: { 200: { description: 'Done; the corrections it made.', schema: Done, example: DONE } },
    problems: [400, 401, 403, 404, 413, 415, 422, 429, 501, 503],
    handle: async (c) => {
      const made_by = await requireBearer(c, 'edit');
      const id = c.req.param('id') ?? '';
      if (!couldBeId(id)) throw noSuch(noun, id);
      const { set, hide, reason } = await readJson(c.req.raw, Edit(noun));
      if (
        (set === undefined) === (hide === undefined) ||
        (set !== undefined && Object.keys(set).length === 0)
      )
        throw new AppError('bad_request', 'Send either `set` with what is to be set, or `hide`.');
      return edited(c, 'edit', { noun, entry: id, set: hide ? null : set, reason, made_by });
    },
  });

export const editing = [
  patch('quote', 'quotes', { set: { said_on: '2024-01-31' }, reason: 'The transcript is dated.' }),
  patch('visit', 'visits', { set: { end: '2024-02-01' }, reason: 'He left a day later.' }),
  patch('engagement', 'engagements', { set: { held: false }, reason: 'It was called off.' }),
  patch('figure', 'figures', { set: { about: 'bridges' }, reason: 'What is counted was misread.' }),
  patch('person', 'people', { set: { name: 'Jane Example' }, reason: 'So it is spelt.' }),
  patch('document', 'documents', { hide: true, reason: 'By order of a court.' }),
  operation({
    id: 'deleteCorrection',
    method: 'DELETE',
    path: '/v1/corrections/{id}',
    tag: 'Corrections',
    summary: 'Take back what an editor did',
    description: 'What was laid over an entry, or its being hidden, ends; that is a correction of its own.',
    pathId: { description: 'Id of the correction.', example: 'c_0123456789ab' },
    query: {},
    bearer: true,
    answers: { 200: { description: 'Taken back.', schema: Done, example: DONE } },
    problems: [400, 401, 403, 404, 429, 501, 503],
    handle: async (c) => {
      await requireBearer(c, 'edit');
      return edited(c, 'takeBack', { id: c.req.param('id') ?? '' });
    },
  }),
  operation({
    id: 'postReport',
    method: 'POST',
    path: '/v1/reports',
    tag: 'Corrections',
    summary: 'Say that something is wrong',
    description: 'For readers; somebody looks at it. At most a hundred in an hour are taken.',
    query: {},
    body: {
      schema: Report,
      example: { entry: 'q_0123456789ab', text: 'It was said a day earlier, see the transcript.' },
    },
    answers: {
      202: {
        description: 'Taken.',
        schema: v.object({ status: v.literal('accepted') }),
        example: { status: 'accepted' },
      },
    },
    problems: [400, 413, 415, 429, 501, 503],
    handle: async (c) => {
      return edited(c, 'report', await readJson(c.req.raw, Report));
    },
  }),
  operation({
    id: 'listReports',
    method: 'GET',
    path: '/v1/reports',
    tag: 'Corrections',
    summary: 'What readers say is wrong, the last first',
    query: {},
    bearer: true,
    answers: {
      200: {
        description: 'The last hundred.',
        schema: v.object({ data: v.array(v.record(v.string(), v.unknown())), next: v.null() }),
        example: { data: [], next: null },
      },
    },
    problems: [400, 401, 403, 429, 501, 503],
    handle: async (c) => {
      await requireBearer(c, 'edit');
      return edited(c, 'reports', null);
    },
  }),
];
