import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { examples } from '../../src/api/examples.ts';
import { operations } from '../../src/api/operations.ts';
import { components } from '../../src/api/schemas.ts';
import { ask } from '../workers/ask.ts';
import { ingestSeeds } from '../workers/seeds.ts';

interface Described {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        tags: string[];
        summary: string;
        description: string;
        parameters: { name: string; in: string; description?: string; schema?: unknown; example?: unknown }[];
        requestBody?: { content: Record<string, { schema: unknown; example?: unknown }> };
        responses: Record<
          string,
          { description?: string; content?: Record<string, { schema?: unknown; example?: unknown }> }
        >;
      }
    >
  >;
  tags: { name: string; description: string }[];
  components: { schemas: Record<string, unknown>; responses: Record<string, unknown> };
}
const read = async () => (await ask('/openapi.json')).json as Described;
const calls = (document: Described) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({ path, method, ...call })),
  );

/** Filters whose examples name something. */
const NAMING = new Set('id speaker visitor person visit engagement document topic city unit'.split(' '));

describe('the OpenAPI document', () => {
  it('has examples of ids and filters that are on record with the five first documents', async () => {
    await ingestSeeds();
    for (const { path, method, parameters } of calls(await read())) {
      const given = parameters.find((it) => it.in === 'path')?.example;
      // The corpus makes no issue by itself, and nobody has corrected it.
      if (method !== 'get' || /digests|corrections/.test(path)) continue;
      const address = path.replace('{id}', String(given));
      // The texts of the first documents are those of others, and the reference names none that is open.
      const good = path.endsWith('/text') ? 403 : 200;
      if (given !== undefined) expect([address, (await ask(address)).status]).toEqual([address, good]);
      // These are no lists.
      if (given !== undefined || /random|search|verify/.test(path)) continue;
      const named = parameters.filter(({ name }) => NAMING.has(name));
      for (const { name, example } of named) {
        const list = `${path}?${name}=${encodeURIComponent(String(example))}`;
        const { status, json } = await ask(list);
        expect([list, status, (json as { data?: unknown[] }).data?.length !== 0]).toEqual([list, 200, true]);
      }
    }
  });

  it('has every operation with a name of its own, a summary, a tag that is explained, and its errors', async () => {
    const document = await read();
    expect(document.openapi).toMatch(/^3\.1\./);
    const all = calls(document);
    expect(all.map((it) => `${it.method.toUpperCase()} ${it.path}`).sort()).toEqual(
      operations.map((it) => `${it.method} ${it.path}`).sort(),
    );
    expect(new Set(all.map((it) => it.operationId)).size).toBe(all.length);
    const tags = new Set(
      document.tags.filter(({ name, description }) => name !== description).map(({ name }) => name),
    );
    for (const it of all) {
      expect(it.summary.length).toBeGreaterThan(5);
      expect(tags).toContain(it.tags[0]);
      expect(Object.keys(it.responses).some((status) => status.startsWith('4'))).toBe(true);
    }
  });

  it('says of every parameter what it means and what it looks like', async () => {
    for (const { path, parameters } of calls(await read())) {
      for (const it of parameters) {
        expect([path, it.name, it.description?.length ?? 0]).toEqual([path, it.name, expect.any(Number)]);
        expect(it.description?.length).toBeGreaterThan(4);
        expect(it.schema).toBeTypeOf('object');
      }
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((it) => it.in === 'path').map(({ name }) => name)).toEqual(inPath);
    }
  });

  it('gives examples that its operations accept', async () => {
    for (const it of operations) {
      const query: Record<string, string> = {};
      for (const { name, in: where, example } of (await read()).paths[it.path]?.[it.method.toLowerCase()]
        ?.parameters ?? []) {
        if (where === 'query' && example !== undefined) query[name] = String(example);
      }
      const result = v.safeParse(it.query, query);
      expect([it.id, result.issues?.map(({ message }) => message)]).toEqual([it.id, undefined]);
      if (it.body) expect(v.safeParse(it.body.schema, it.body.example).success).toBe(true);
    }
  });

  it('refers to nothing that it does not have', async () => {
    const document = await read();
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(refs.length).toBeGreaterThan(50);
    for (const ref of new Set(refs)) {
      const found = ref
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document);
      expect([ref, typeof found]).toEqual([ref, 'object']);
    }
  });

  it('is JSON Schema throughout: what our parameters say of themselves stays out', async () => {
    const schemas = JSON.stringify([
      calls(await read()).map((it) => it.requestBody),
      (await read()).components,
    ]);
    expect(schemas).not.toContain('"parameter":{"description"');
    expect(schemas).not.toContain('"as":');
  });

  it('leaves no schema empty where something is answered as JSON', async () => {
    for (const { path, responses } of calls(await read())) {
      if (path === '/openapi.json') continue;
      for (const { content } of Object.values(responses)) {
        for (const [type, { schema }] of Object.entries(content ?? {})) {
          expect([path, type, JSON.stringify(schema ?? {}).length > 10]).toEqual([path, type, true]);
        }
      }
    }
  });

  it('keeps every name it had: a published API only grows', async () => {
    expect(
      calls(await read())
        .map((it) => it.operationId)
        .sort(),
    ).toMatchInlineSnapshot(`
      [
        "checkDocument",
        "checkDraft",
        "deleteCorrection",
        "deleteDocument",
        "deleteSource",
        "getAnnotation",
        "getCorrection",
        "getDigest",
        "getDocument",
        "getDocumentText",
        "getEngagement",
        "getFigure",
        "getHealth",
        "getIndex",
        "getKeys",
        "getLatestDigest",
        "getLlmsText",
        "getOpenApi",
        "getPerson",
        "getPlace",
        "getQuote",
        "getReference",
        "getSource",
        "getStatus",
        "getVisit",
        "listCorrections",
        "listDigests",
        "listDocuments",
        "listEngagements",
        "listFigures",
        "listPeople",
        "listPlaces",
        "listQuotes",
        "listReports",
        "listSources",
        "listTopics",
        "listVisits",
        "patchDocument",
        "patchEngagement",
        "patchFigure",
        "patchPerson",
        "patchQuote",
        "patchSource",
        "patchVisit",
        "pollSource",
        "postDocument",
        "postDump",
        "postMail",
        "postRebuild",
        "postReport",
        "postRestore",
        "postSource",
        "postSubscription",
        "randomQuote",
        "search",
        "verifyLongText",
        "verifyText",
      ]
    `);
  });
});

describe('the examples', () => {
  it.each(Object.entries(examples))('of a %s has its shape', (noun, example) => {
    const name = `${noun[0]?.toUpperCase()}${noun.slice(1)}`;
    const shape = components[name] as v.ObjectSchema<v.ObjectEntries, undefined>;
    expect(v.safeParse(v.strictObject(shape.entries), example).issues).toBeUndefined();
  });

  it('of the answers have the shapes of the answers', () => {
    const shown = operations.flatMap((it) =>
      Object.values(it.answers).filter(
        ({ example, schema }) => example !== undefined && schema !== undefined,
      ),
    );
    expect(shown.length).toBeGreaterThan(10);
    for (const { schema, example } of shown) {
      expect(v.safeParse(schema as v.GenericSchema, example).issues).toBeUndefined();
    }
  });
});

it('shows an answer of every operation that answers JSON, and tells of 429 wherever it may come', async () => {
  for (const it of calls(await read())) {
    if (it.path !== '/healthz')
      expect([it.path, Object.keys(it.responses)]).toEqual([it.path, expect.arrayContaining(['429'])]);
    if (it.path === '/openapi.json') continue;
    for (const [status, { content }] of Object.entries(it.responses)) {
      const json = content?.['application/json'];
      if (json !== undefined)
        expect([it.operationId, status, json.example]).toEqual([it.operationId, status, expect.anything()]);
    }
  }
});

describe('the reference page', () => {
  it('shows every operation and asks nothing of anybody else', async () => {
    const { text, headers } = await ask('/docs');
    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    for (const { id, path } of operations) {
      expect(text).toContain(`id="${id}"`);
      expect(text).toContain(path);
    }
    expect(text).not.toMatch(/<script|<link|<img|@import|url\(/);
    const hrefs = [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(hrefs.filter((href) => !/^(#|https:\/\/readout\.example\/)/.test(href))).toEqual([]);
    const anchors = new Set([...text.matchAll(/id="([^"]+)"/g)].map(([, id]) => id));
    expect(hrefs.filter((href) => href.startsWith('#') && !anchors.has(href.slice(1)))).toEqual([]);
  });
});

it('tells language models how to ask', async () => {
  const { text, headers } = await ask('/llms.txt');
  expect(headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
  for (const { method, path } of operations) expect(text).toContain(`\`${method} ${path}\``);
});
