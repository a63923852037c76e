import * as v from 'valibot';
import * as param from '../http/params.ts';

/** What every list takes besides its filters. */
export const paging = (shape: { entries: Record<string, unknown> }) => ({
  limit: param.limit,
  cursor: param.cursor,
  updated_since: param.updatedSince,
  fields: param.fields(shape),
});

export const days = (what: string) => ({
  from: param.day(`${what} on or after this day.`, '2024-01-01'),
  to: param.day(`${what} on or before this day.`, '2024-12-31'),
});

/** A page of a list as it is answered. */
export const pageOf = (shape: v.GenericSchema) =>
  v.object({ data: v.array(shape), next: v.nullable(v.pipe(v.string(), v.url())) });

/** The keys of the filters that are given, as the index has them: `{speaker: 'a'}` is `["speaker:a"]`. */
export function keysOf(filters: Record<string, string | undefined>): string[] {
  return Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}:${value}`],
  );
}

export const LIST_PROBLEMS = [400, 405, 429] as const;
export const ENTRY_PROBLEMS = [400, 404, 405, 429] as const;

export const pageAnswer = (shape: v.GenericSchema) => ({
  200: { description: 'One page of the list.', schema: pageOf(shape), headers: PAGE_HEADERS },
  304: { description: 'Unchanged since the `ETag` named in `If-None-Match`.' },
});
export const entryAnswer = (shape: v.GenericSchema, noun: string) => ({
  200: { description: `The ${noun}, whatever its status.`, schema: shape, headers: ENTRY_HEADERS },
  304: { description: 'Unchanged since the `ETag` named in `If-None-Match`.' },
  308: {
    description: `The ${noun} answers to another id now: see \`Location\`.`,
    headers: { Location: 'Its address.' },
  },
});

const ENTRY_HEADERS = {
  ETag: 'Strong tag of this answer.',
  'Cache-Control': 'How long it may be kept.',
  'Cache-Tag': 'What it was made of.',
  'Readout-Revision': 'The state of the record that this answer is at least as new as.',
  'Server-Timing': 'What making it asked of the database.',
};
const PAGE_HEADERS = { ...ENTRY_HEADERS, Link: 'The next page, `rel="next"`; absent on the last.' };
