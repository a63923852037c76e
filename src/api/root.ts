import * as v from 'valibot';
import { send } from '../http/answer.ts';
import { tagOfBody } from '../http/conditional.ts';
import { origin, readerOf } from '../http/context.ts';
import { readOverview } from '../store/counts.ts';
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

const DAY_MS = 86_400_000;

export const getIndex = operation({
  id: 'getIndex',
  method: 'GET',
  path: '/v1',
  tag: 'Index',
  summary: 'What there is',
  query: {},
  answers: {
    200: { description: 'The record at a glance.', schema: ApiIndex },
    304: { description: 'Unchanged since the `ETag` named in `If-None-Match`.' },
  },
  problems: [400, 405, 429],
  handle: async (c) => {
    const mark = c.get('outside').isolate?.mark ?? 0;
    const db = readerOf(c);
    const seen = await readOverview(db);
    const host = origin(c);
    const index: v.InferOutput<typeof ApiIndex> = {
      name: 'Readout',
      description:
        'Where public officials were, whom they met and what exactly they said, checkable to the byte.',
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
      licence: {
        software: 'MIT',
        record:
          'Facts are free to use; quoted words belong to those who said them, documents to their publishers.',
      },
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
