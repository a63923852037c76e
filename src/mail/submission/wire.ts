import * as v from 'valibot';
import type { Letter, Sending } from '../mailer.ts';

/** A letter as the submission Worker is sent it. */
export const LetterAsSent: v.GenericSchema<unknown, Letter> = v.object({
  from: v.object({ name: v.string(), address: v.string() }),
  to: v.string(),
  subject: v.string(),
  text: v.string(),
  html: v.string(),
  headers: v.record(v.string(), v.string()),
  key: v.string(),
});

const code = v.string();
const after = v.nullable(v.number());

/** What became of it, as the submission Worker answers. */
export const SendingAsAnswered: v.GenericSchema<unknown, Sending> = v.variant('result', [
  v.object({ result: v.literal('sent'), id: v.nullable(v.string()) }),
  v.object({ result: v.literal('temporary'), code, after }),
  v.object({ result: v.literal('limit'), code, after }),
  v.object({ result: v.literal('permanent'), code, suppress: v.boolean() }),
  v.object({ result: v.literal('unknown'), code }),
]);
