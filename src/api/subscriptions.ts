import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { sendFresh } from '../http/answer.ts';
import { readJson } from '../http/body.ts';
import { readAddress } from '../mail/address.ts';
import { readFollowed } from '../mailing/list/preferences.ts';
import { requestSubscription } from '../mailing/list/request.ts';
import { deskFor } from '../mailing/office.ts';
import { operation } from './operation.ts';

const ids = v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200, 'is too long')))), []);

/** What somebody wants by mail, and where. All three lists empty: everything. */
export const NewSubscription = v.strictObject({
  email: v.pipe(
    v.string(),
    v.maxLength(320, 'is too long'),
    v.check((text) => readAddress(text) !== null, 'must be a mail address, as in reader@example.org'),
  ),
  cadence: v.optional(v.picklist(['daily', 'weekly']), 'daily'),
  people: ids,
  countries: ids,
  topics: ids,
});

const ANSWER = {
  status: 'accepted',
  detail: 'If we may write to this address, a letter with a link is on its way to it.',
} as const;

export const postSubscription = operation({
  id: 'postSubscription',
  method: 'POST',
  path: '/v1/subscriptions',
  tag: 'Digests',
  summary: 'Subscribe to the digest by mail',
  description:
    'A letter with a link is sent to the address; nothing else is before its owner confirms. `people` and `topics` are ' +
    'ids, `countries` ISO 3166-1 alpha-2; a letter tells of whatever concerns any of them, without any of everything. ' +
    'Every well-formed request gets the same answer, whether the address is new, known or not to be written to.',
  query: {},
  body: {
    schema: NewSubscription,
    example: { email: 'reader@example.org', cadence: 'weekly', countries: ['US'], topics: ['deterrence'] },
  },
  answers: {
    202: {
      description: 'Taken on.',
      schema: v.object({ status: v.literal('accepted'), detail: v.string() }),
      example: ANSWER,
    },
  },
  problems: [400, 413, 415, 422, 429, 501],
  handle: async (c) => {
    const { email, cadence, ...given } = await readJson(c.req.raw, NewSubscription);
    const read = readFollowed(given);
    if ('flaws' in read)
      throw new AppError('bad_request', `${read.flaws[0]?.detail}.`, { errors: read.flaws });
    const address = readAddress(email);
    if (address === null) throw new AppError('bad_request', '`email` must be a mail address.');
    await requestSubscription(
      await deskFor(c.env, c.req.url),
      address,
      { cadence, preferences: read.preferences },
      { ip: c.req.header('CF-Connecting-IP'), now: new Date(c.get('outside').now()) },
    );
    return sendFresh(202, ANSWER, null);
  },
});
