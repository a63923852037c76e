import { env } from 'cloudflare:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Operation } from '../../src/api/operation.ts';
import { operations } from '../../src/api/operations.ts';
import type { ParameterDoc } from '../../src/http/params.ts';
import { type Asked, ask, askAll, problemOf } from '../workers/ask.ts';
import { ingestSeeds } from '../workers/seeds.ts';

/** READOUT_FUZZ=20000 asks more often. */
const REQUESTS = Number(env.FUZZ_REQUESTS);

const HOSTILE = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '%',
  '%00',
  "' OR 1=1 --",
  '"; DROP TABLE quote; --',
  '"',
  '*',
  'NEAR(a b)',
  '-1',
  '1e309',
  '9007199254740993',
  'NaN',
  '0000-01-01',
  '9999-12-31',
  '2024-02-30',
  '-271821-04-20',
  '2024-01-01T00:00:00+99:99',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '\u202e\u2066\ufeff',
  'ﬁﬀ Ⅻ ½ ℌ',
  'ẞİıſ',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'a'.repeat(3000),
  '"'.repeat(400),
  'é\u0301'.repeat(200),
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  '字',
  ',,,,',
  'latest',
  'random',
];
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const KNOWN: Record<string, string[]> = {
  speaker: ['jens-stoltenberg'],
  visitor: ['jens-stoltenberg'],
  person: ['jens-stoltenberg'],
  country: ['US', 'us', 'be'],
  city: ['washington', 'tampa'],
  visit: ['jens-stoltenberg-us-2024-01-29'],
  topic: ['nato', 'ukraine'],
  publisher: ['nato'],
  from: ['2022-01-01', '2024-01-31'],
  to: ['2024-01-31', '2030-01-01'],
  q: ['nato allies', '"the united states"', 'allie'],
  limit: ['1', '20', '100'],
  updated_since: ['2024-01-01', '2026-03-01T08:00:00Z'],
};

const docOf = (schema: unknown): ParameterDoc | undefined => {
  const inner = (schema as { wrapped?: v.GenericSchema }).wrapped ?? (schema as v.GenericSchema);
  return (v.getMetadata(inner as never) as { parameter?: ParameterDoc }).parameter;
};

/** A value that the parameter may well take. */
function likely(name: string, schema: unknown): fc.Arbitrary<string> {
  const doc = docOf(schema);
  const allowed = (doc?.as.enum as string[] | undefined) ?? KNOWN[name];
  return fc.constantFrom(...(allowed ?? [String(doc?.example ?? 'a')]));
}

/** Any query of an operation: mostly sensible, with hostile values and names among it. */
function queryOf(it: Operation): fc.Arbitrary<[string, string][]> {
  const pairs = Object.entries(it.query.entries).map(([name, schema]) =>
    fc.tuple(fc.constant(name), fc.oneof({ weight: 4, arbitrary: likely(name, schema) }, text)),
  );
  const strange = fc.tuple(text, text);
  if (pairs.length === 0) return fc.array(strange, { maxLength: 1 });
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.uniqueArray(fc.oneof(...pairs), { maxLength: 5, selector: ([name]) => name }),
    },
    fc.array(fc.oneof(...pairs, strange), { maxLength: 6 }),
  );
}

const BODIES = fc.oneof(
  text,
  fc.json(),
  fc
    .record({ text, title: text, url: text, published_on: text, speaker: text }, { requiredKeys: ['text'] })
    .map((it) => JSON.stringify(it)),
);

interface Shot {
  id: string;
  path: string;
  init: RequestInit;
}
const shotsAt = (ids: string[]): fc.Arbitrary<Shot> =>
  fc.constantFrom(...operations).chain((it) =>
    fc
      .record({
        id: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom('latest', ...ids.filter((id) => isOf(it.path, id))) },
          { weight: 1, arbitrary: fc.constantFrom(...ids) },
          text,
        ),
        query: queryOf(it),
        body: BODIES,
        type: fc.constantFrom('application/json', 'application/json', 'application/json', 'text/plain', ''),
        authorized: fc.boolean(),
        tag: fc.option(fc.constantFrom('*', '"r1.1"', 'W/"x"', ',,,', '"'.repeat(99)), {
          freq: 4,
          nil: undefined,
        }),
        method: fc.oneof(
          { weight: 9, arbitrary: fc.constant(it.method as string) },
          fc.constantFrom('HEAD', 'OPTIONS', 'PUT'),
        ),
      })
      .map(({ id, query, body, type, authorized, tag, method }) => {
        const search = new URLSearchParams(
          query.map(([a, b]) => [a.toWellFormed(), b.toWellFormed()]),
        ).toString();
        const path = it.path.replace(
          '{id}',
          encodeURIComponent(id.toWellFormed()).replace(/^\.{1,2}$/, '%2e'),
        );
        return {
          id: it.id,
          path: search === '' ? path : `${path}?${search}`,
          init: {
            method,
            headers: {
              ...(type && { 'Content-Type': type }),
              ...(authorized && { Authorization: 'Bearer local' }),
              ...(tag && { 'If-None-Match': tag }),
            },
            ...(method === 'POST' && { body: body.toWellFormed() }),
          },
        };
      }),
  );

/** Fails on whatever the OpenAPI document does not speak of. */
function check({ id, path, init }: Shot, asked: Asked): void {
  const it = operations.find((one) => one.id === id) as Operation;
  const told = `${init.method} ${path} → ${asked.status} ${asked.text.slice(0, 300)}`;
  if (asked.status >= 500) throw new Error(`a server error: ${told}`);
  if (!asked.headers.has('Readout-Revision') && init.method !== 'OPTIONS')
    throw new Error(`no revision: ${told}`);
  const address = path.replace(/\?.*/, '');
  if (asked.status === 308 && address.endsWith('/')) {
    // An empty id leaves a path that ends in a slash, which is sent to the one without whatever is to be done there.
    expect(new URL(asked.headers.get('Location') ?? '', 'http://localhost').pathname, told).toBe(
      address.replace(/\/+$/, ''),
    );
    return;
  }
  if (init.method === 'OPTIONS' || init.method === 'PUT') {
    // An id with a slash in it, or none at all, is another path.
    expect([init.method === 'PUT' ? 405 : 204, ...(it.pathId ? [404] : [])], told).toContain(asked.status);
    return;
  }
  if (asked.status >= 400) {
    if (init.method !== 'HEAD') expect(problemOf(asked).status).toBe(asked.status);
    if (asked.status === 404 && it.pathId) return;
    if (asked.status === 405 && it.pathId && init.method === 'HEAD') return;
    if (init.method === 'HEAD' && it.method !== 'GET') return;
    expect(it.problems, told).toContain(asked.status);
    return;
  }
  if (init.method === 'HEAD') return;
  const answer = it.answers[asked.status];
  if (answer === undefined) throw new Error(`a status nobody told of: ${told}`);
  if (asked.status !== 200 && asked.status !== 201) return;
  if (answer.schema) {
    const read = v.safeParse(answer.schema, asked.json);
    if (!read.success)
      throw new Error(
        `another shape: ${JSON.stringify(read.issues[0]?.path?.map(({ key }) => key))} ${told}`,
      );
  }
}

const NOUNS = ['visits', 'engagements', 'quotes', 'figures', 'people', 'places', 'documents'];
const paths = new Map<string, string>();
const isOf = (path: string, id: string) => path.startsWith(`/v1/${paths.get(id)}/`);

it('answers whatever is asked with what the OpenAPI document says, and never with a server error', async () => {
  await ingestSeeds();
  for (const noun of NOUNS) for (const id of await askAll(`/v1/${noun}?limit=100`)) paths.set(id, noun);
  await fc.assert(
    fc.asyncProperty(shotsAt([...paths.keys()]), async (shot) =>
      check(shot, await ask(shot.path, shot.init)),
    ),
    { numRuns: REQUESTS },
  );
}, 1_200_000);
