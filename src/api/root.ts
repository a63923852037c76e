import * as v from 'valibot';
import { send } from '../http/answer.ts';
import { tagOfBody } from '../http/conditional.ts';
import { origin, readerOf } from '../http/context.ts';
import { readOverview } from '../store/counts.ts';
import { examples } from './examples.ts';
import { operation } from './operation.ts';

const Counts = v.record(v.string(), v.number());

/** `lag_days`: from the day its newest document was published to the day it came here. */
export const ApiIndex = v.object({
  name: v.string(),
  description: v.string(),
  revision: v.number(),
  revision_at: v.nullable(v.string()),
  counts: Counts,
  last_document: v.nullable(v.object({ id: v.string(), first_seen_at: v.string() })),
  sources: v.array(
    v.object({
      publisher: v.string(),
      documents: v.number(),
      last_published_on: v.nullable(v.string()),
      last_seen_at: v.string(),
      lag_days: v.nullable(v.number()),
    }),
  ),
  links: v.record(v.string(), v.string()),
  licence: v.object({ software: v.string(), record: v.string() }),
});

const COUNTED = {
  documents: 'document',
  people: 'person',
  places: 'place',
  visits: 'visit',
  engagements: 'engagement',
  quotes: 'quote',
  figures: 'figure',
} as const;

const LINKS = {
  ...Object.fromEntries(Object.keys(COUNTED).map((name) => [name, `/v1/${name}`])),
  topics: '/v1/topics',
  search: '/v1/search?q={words}',
  verify: '/v1/verify?text={words}',
  digests: '/v1/digests',
  openapi: '/openapi.json',
  docs: '/docs',
  health: '/healthz',
};

const NAME = 'Readout';
const DESCRIPTION =
  'Where public officials were, whom they met and what exactly they said, checkable to the byte.';
const LICENCE = {
  software: 'MIT',
  record: 'Facts are free to use; quoted words belong to those who said them, documents to their publishers.',
};

const { id, first_seen_at } = examples.document;
const EXAMPLE: v.InferOutput<typeof ApiIndex> = {
  name: NAME,
  description: DESCRIPTION,
  revision: 5,
  revision_at: first_seen_at,
  counts: { documents: 1, quotes: 1 },
  last_document: { id, first_seen_at },
  sources: [
    {
      publisher: 'Ministry of Works',
      last_published_on: '2024-01-31',
      last_seen_at: first_seen_at,
      documents: 1,
      lag_days: 1,
    },
  ],
  links: { quotes: 'https://readout.example/v1/quotes' },
  licence: LICENCE,
};

const DAY_MS = 86_400_000;

export const getIndex = operation({
  id: 'getIndex',
  method: 'GET',
  path: '/v1',
  tag: 'Index',
  summary: 'What there is',
  description: 'Counts are of listed entries, announced visits among them.',
  query: {},
  answers: {
    200: { description: 'The record at a glance.', schema: ApiIndex, example: EXAMPLE },
    304: { description: 'Unchanged since the `ETag` named in `If-None-Match`.' },
  },
  problems: [400, 405, 429],
  handle: async (c) => {
    const mark = c.get('outside').isolate?.mark ?? 0;
    const db = readerOf(c);
    const seen = await readOverview(db);
    const host = origin(c);
    const index: v.InferOutput<typeof ApiIndex> = {
      name: NAME,
      description: DESCRIPTION,
      revision: seen.revision,
      revision_at: seen.revision_at,
      counts: Object.fromEntries(
        Object.entries(COUNTED).map(([name, noun]) => [name, seen.counts.get(noun) ?? 0]),
      ),
      last_document: seen.last_document,
      sources: seen.sources.map((source) => ({
        ...source,
        lag_days:
          source.last_published_on === null
            ? null
            : Math.floor((Date.parse(source.last_seen_at) - Date.parse(source.last_published_on)) / DAY_MS),
      })),
      links: Object.fromEntries(Object.entries(LINKS).map(([name, path]) => [name, `${host}${path}`])),
      licence: LICENCE,
    };
    const body = JSON.stringify(index);
    return send(c, {
      body,
      etag: tagOfBody(body),
      revision: seen.revision,
      tags: [],
      db,
      mark,
    });
  },
});
