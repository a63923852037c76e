import * as v from 'valibot';
import * as param from '../http/params.ts';
import { Tombstone } from '../public/parts.ts';

/** What every list takes besides its filters. */
export const paging = (shape: { entries: Record<string, unknown> }) => ({
  limit: param.limit,
  cursor: param.cursor,
  updated_since: param.updatedSince,
  fields: param.fields(shape),
});

/** Days as documents state them. */
export const statedDays = (what: string) => ({
  from: param.day(`${what} on or after this day, as a document states it.`, '2024-01-01'),
  to: param.day(`${what} on or before this day, as a document states it.`, '2024-12-31'),
});

export const publishedDays = {
  published_from: param.day('First published on or after this day.', '2024-01-01'),
  published_to: param.day('First published on or before this day.', '2024-12-31'),
};

export const days = (what: string) => ({ ...statedDays(what), ...publishedDays });

type Shape = v.ObjectSchema<v.ObjectEntries, undefined>;

/** What `fields` leaves of a shape. */
const partsOf = new WeakMap<Shape, v.GenericSchema>();
export function partOf(shape: Shape): v.GenericSchema {
  let part = partsOf.get(shape);
  if (part === undefined) {
    part = v.partial(v.strictObject(shape.entries));
    partsOf.set(shape, part);
  }
  return part;
}

/** A page of a list as it is answered. */
export const pageOf = (shape: Shape) =>
  v.object({
    data: v.array(v.union([shape, Tombstone, partOf(shape)])),
    next: v.nullable(v.pipe(v.string(), v.url())),
  });

export const LIST_PROBLEMS = [400, 405, 429] as const;
export const ENTRY_PROBLEMS = [400, 404, 405, 429] as const;

export const pageAnswer = (shape: Shape, example?: object) => ({
  200: {
    description:
      'One page of the list. Tombstones come with `updated_since` only, parts of entries with `fields` only.',
    schema: pageOf(shape),
    rows: shape,
    headers: PAGE_HEADERS,
    ...(example && { example: { data: [example], next: null } }),
  },
  304: { description: 'Unchanged since the `ETag` named in `If-None-Match`.' },
  308: {
    description: 'An id that the list is narrowed by answers to another id now: see `Location`.',
    headers: { Location: 'The same list, narrowed by that other id.' },
  },
});
export const entryAnswer = (shape: Shape, noun: string, example?: object) => ({
  200: {
    description: `The ${noun}, whatever its status; with \`fields\` a part of it.`,
    schema: v.union([shape, partOf(shape)]),
    headers: ENTRY_HEADERS,
    ...(example && { example }),
  },
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
