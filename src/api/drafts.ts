import * as v from 'valibot';
import { sendFresh } from '../http/answer.ts';
import { readJson } from '../http/body.ts';
import { askToCheck, newsroomOf } from '../http/context.ts';
import { VERDICTS } from '../model/verdict.ts';
import { Day, Ref, Time } from '../public/parts.ts';
import { PublicQuote } from '../public/quote.ts';
import { operation } from './operation.ts';

const LONGEST_DRAFT = 200_000;
/** A draft as JSON may be written with an escape for every character. */
const MOST_BYTES = LONGEST_DRAFT * 6 + 1_000;

const Draft = v.strictObject({
  text: v.pipe(
    v.string(),
    v.check(
      (text) => new TextEncoder().encode(text).length <= LONGEST_DRAFT,
      `may have at most ${LONGEST_DRAFT} bytes`,
    ),
    v.check((text) => /[\p{L}\p{N}]/u.test(text), 'holds no word to read'),
  ),
  format: v.optional(v.picklist(['text', 'html', 'markdown']), 'text'),
});

const span = { start: v.number(), end: v.number() };
const verdict = v.picklist(VERDICTS);

/** A draft checked: docs/drafts.md says what each part means. */
export const CheckedDraft = v.object({
  quotations: v.array(
    v.object({
      text: v.string(),
      ...span,
      speaker: v.nullable(Ref),
      speaker_label: v.nullable(v.string()),
      speaker_unknown: v.optional(v.literal(true)),
      verdict,
      on_record: v.object({ quotes: v.number(), from: v.nullable(Day), to: v.nullable(Day) }),
      best: v.nullable(
        v.object({
          quote: PublicQuote,
          similarity: v.number(),
          diff: v.array(v.object({ op: v.picklist(['=', '-', '+']), text: v.string() })),
          source: v.nullable(PublicQuote.entries.sources.item),
        }),
      ),
      suggestion: v.nullable(v.object({ text: v.string(), ...span })),
    }),
  ),
  counts: v.record(v.picklist([...VERDICTS, 'quotations', 'unchecked']), v.number()),
  receipt: v.object({
    draft_sha256: v.string(),
    revision: v.number(),
    checked_at: Time,
    quotations: v.array(
      v.object({
        ...span,
        sha256: v.string(),
        verdict,
        document: v.nullable(v.string()),
        document_sha256: v.nullable(v.string()),
        source_start: v.nullable(v.number()),
        source_end: v.nullable(v.number()),
        provable: v.picklist(['anybody', 'source', 'word']),
      }),
    ),
    key: v.nullable(v.string()),
    signature: v.nullable(v.string()),
  }),
});

/** What is asked for before anything else. */
function formOf(accept = ''): 'json' | 'csv' | 'text' {
  const first = accept.split(/[,;]/)[0]?.trim().toLowerCase();
  return first === 'text/csv' ? 'csv' : first === 'text/plain' ? 'text' : 'json';
}

export const checkDraft = operation({
  id: 'checkDraft',
  method: 'POST',
  path: '/v1/drafts',
  tag: 'Verify',
  summary: 'Check every quotation in a draft',
  description:
    'Each of at most 300 quotations is checked as `/v1/verify` does. `start` and `end` count in the draft as it was sent ' +
    '(UTF-16). `on_record`: how much there is of that speaker. `suggestion`: the source’s own sentence for altered words. ' +
    '`receipt`: signed, keys at `/.well-known/readout-keys.json`. Nothing of a draft is kept. ' +
    'With `Accept: text/csv` a row for each quotation, with `Accept: text/plain` lines for a chat.',
  query: {},
  body: { schema: Draft, example: { text: '“We will build the bridge,” said Minister Jane Example.' } },
  answers: {
    200: {
      description: 'The quotations in the order of the draft, and the receipt.',
      schema: CheckedDraft,
      example: {
        quotations: [],
        counts: { quotations: 0, unchecked: 0 },
        receipt: {
          draft_sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
          revision: 5,
          checked_at: '2024-02-01T08:00:00.000Z',
          quotations: [],
          key: null,
          signature: null,
        },
      },
    },
  },
  problems: [400, 405, 413, 415, 422, 429, 501, 503],
  handle: async (c) => {
    const draft = await readJson(c.req.raw, Draft, MOST_BYTES);
    const form = formOf(c.req.header('Accept'));
    const { body, revision, cost } = await askToCheck(c, { ...draft, form });
    return sendFresh(200, body, cost, {
      'Readout-Revision': String(revision),
      Vary: 'Accept',
      ...(form !== 'json' && { 'Content-Type': `text/${form === 'csv' ? 'csv' : 'plain'}; charset=utf-8` }),
    });
  },
});

export const getKeys = operation({
  id: 'getKeys',
  method: 'GET',
  path: '/.well-known/readout-keys.json',
  tag: 'Verify',
  summary: 'The public keys of receipts',
  description:
    'Every key that receipts of drafts were ever signed with (Ed25519, as JSON Web Keys), the newest first.',
  query: {},
  answers: {
    200: {
      description: 'The keys.',
      schema: v.object({
        keys: v.array(
          v.object({
            kid: v.string(),
            kty: v.literal('OKP'),
            crv: v.literal('Ed25519'),
            x: v.string(),
            use: v.literal('sig'),
          }),
        ),
      }),
      example: {
        keys: [
          {
            kid: 'r1',
            kty: 'OKP',
            crv: 'Ed25519',
            x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
            use: 'sig',
          },
        ],
      },
    },
  },
  problems: [400, 405, 429, 501, 503],
  handle: async (c) =>
    sendFresh(200, await newsroomOf(c).keys(), null, { 'Cache-Control': 'public, max-age=300' }),
});
