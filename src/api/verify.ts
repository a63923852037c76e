import * as v from 'valibot';
import type { VerifiedAnswer } from '../env.ts';
import { send, sendFresh, unchanged } from '../http/answer.ts';
import { readJson } from '../http/body.ts';
import { tagOfRevision } from '../http/conditional.ts';
import { newsroomOf, origin, readerOf } from '../http/context.ts';
import type { ParameterDoc } from '../http/params.ts';
import { withOrigin } from '../links.ts';
import { hasWords, LONGEST_ASKED, LONGEST_TEXT, VERDICTS } from '../model/verdict.ts';
import { Ref } from '../public/parts.ts';
import { PublicQuote } from '../public/quote.ts';
import { examples } from './examples.ts';
import { operation } from './operation.ts';

/**
 * `speaker`: who was asked about, null if nobody of that name is on record (`speaker_unknown`: the verdict is then that of
 * the words alone), absent if nobody was.
 */
export const Verification = v.object({
  verdict: v.picklist(VERDICTS),
  speaker: v.optional(v.nullable(Ref)),
  speaker_unknown: v.optional(v.literal(true)),
  matches: v.array(
    v.object({
      quote: PublicQuote,
      similarity: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      diff: v.array(v.object({ op: v.picklist(['=', '-', '+']), text: v.string() })),
    }),
  ),
});

const LONGEST_NAME = 200;

const documented = (doc: ParameterDoc): v.MetadataAction<string, { parameter: ParameterDoc }> =>
  v.metadata({ parameter: doc });
const textOf = (longest: number) =>
  v.pipe(
    v.string(),
    v.maxLength(longest, `may have at most ${longest} characters`),
    v.check(hasWords, 'holds no word to look for'),
    documented({
      description: `The words somebody is said to have said, at most ${longest} characters.`,
      as: { type: 'string', maxLength: longest },
      example: 'Ukraine must prevail and it can',
    }),
  );
const speaker = v.optional(
  v.pipe(
    v.string(),
    v.maxLength(LONGEST_NAME, `may have at most ${LONGEST_NAME} characters`),
    v.check((name) => /[\p{L}\p{N}]/u.test(name), 'must be a name or an id'),
    documented({
      description: 'Who is said to have said it: an id, a name or an office, as in Mr Stoltenberg or SecGen.',
      as: { type: 'string', maxLength: LONGEST_NAME },
      example: 'jens-stoltenberg',
    }),
  ),
);

const ABOUT =
  '`verbatim`: a run of words of one utterance, case, marks and spacing aside. `spliced`: their words in order, joined ' +
  'across a gap. `altered`: so many of the words that say something, in order, from one utterance, that it is that ' +
  'statement, but not as it was said; or a run that loses a negation, condition or bound. `misattributed`: distinctive words ' +
  'on record, but said by others than `speaker`; who is not on record (`speaker_unknown`) is accused of nothing. `not_found`: anything else; the nearest words, if ' +
  'any are near, are among the matches. In `diff`, `=` and `-` read as the record does, `+` is only in the text.';

const ANSWER = {
  description: 'The verdict, and the words on record.',
  schema: Verification,
  example: {
    verdict: 'verbatim',
    matches: [
      { quote: examples.quote, similarity: 1, diff: [{ op: '=', text: 'We will build the bridge.' }] },
    ],
  },
};

export const verifyText = operation({
  id: 'verifyText',
  method: 'GET',
  path: '/v1/verify',
  tag: 'Verify',
  summary: 'Did they say that?',
  description: ABOUT,
  query: { text: textOf(LONGEST_ASKED), speaker },
  answers: {
    200: ANSWER,
    304: { description: 'Unchanged since the `ETag` named in `If-None-Match`.' },
  },
  problems: [400, 405, 429, 501],
  handle: async (c, asked) => {
    const mark = c.get('outside').isolate?.mark ?? 0;
    const db = readerOf(c);
    const same = await unchanged(c, db, ['quote']);
    if (same !== null) return same;
    const verified = await newsroomOf(c).verify(asked);
    return send(c, {
      body: bodyOf(verified, origin(c)),
      etag: tagOfRevision(verified.revision),
      revision: verified.revision,
      tags: ['quote'],
      db: null,
      cost: verified.cost,
      mark,
    });
  },
});

const AskedText = v.strictObject({ text: textOf(LONGEST_TEXT), speaker });

export const verifyLongText = operation({
  id: 'verifyLongText',
  method: 'POST',
  path: '/v1/verify',
  tag: 'Verify',
  summary: 'Did they say that? For texts too long for an address',
  description: ABOUT,
  query: {},
  body: {
    schema: AskedText,
    example: { text: 'Ukraine must prevail and it can', speaker: 'Mr Stoltenberg' },
  },
  answers: { 200: ANSWER },
  problems: [400, 405, 413, 415, 422, 429, 501],
  handle: async (c) => {
    const asked = await readJson(c.req.raw, AskedText);
    const verified = await newsroomOf(c).verify(asked);
    return sendFresh(200, bodyOf(verified, origin(c)), verified.cost, {
      'Readout-Revision': String(verified.revision),
    });
  },
});

function bodyOf({ verdict, speaker, speaker_unknown, matches }: VerifiedAnswer, host: string): string {
  const found = matches.map(
    ({ body, similarity, diff }) =>
      `{"quote":${withOrigin(body, host)},"similarity":${similarity},"diff":${JSON.stringify(diff)}}`,
  );
  const who =
    speaker === undefined
      ? ''
      : `"speaker":${JSON.stringify(speaker)},${speaker_unknown ? '"speaker_unknown":true,' : ''}`;
  return `{"verdict":"${verdict}",${who}"matches":[${found.join(',')}]}`;
}
