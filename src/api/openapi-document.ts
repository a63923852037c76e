import { type ConversionConfig, toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { STATUS_OF, TITLE_OF } from '../errors.ts';
import type { ParameterDoc } from '../http/params.ts';
import type { Documented, Operation } from './operation.ts';
import { components } from './schemas.ts';

type Json = Record<string, unknown>;

const CONVERSION: ConversionConfig = {
  target: 'draft-2020-12',
  errorMode: 'ignore',
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  // What is said of a parameter is said of a member of a body in JSON Schema's own words.
  overrideAction: ({ valibotAction, jsonSchema }) => {
    if (valibotAction.type !== 'metadata') return undefined;
    const { parameter } = (valibotAction as unknown as { metadata: { parameter?: ParameterDoc } }).metadata;
    if (parameter === undefined) return undefined;
    return { ...jsonSchema, ...parameter.as, description: parameter.description };
  },
};

const withoutOwnWords = (key: string, value: unknown) =>
  key === 'parameter' && typeof (value as ParameterDoc).as === 'object' ? undefined : value;

/** The schemas of answers, by name; a body that is sent is described where it is sent. */
const schemaOf = (schema: v.GenericSchema, typeMode: 'input' | 'output'): Json => {
  const name = Object.entries(components).find(([, it]) => it === schema)?.[0];
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  const {
    $schema: _,
    $defs: __,
    ...rest
  } = toJsonSchema(schema, {
    ...CONVERSION,
    typeMode,
    definitions: components,
  }) as Json;
  return JSON.parse(JSON.stringify(rest, withoutOwnWords)) as Json;
};

/** The OpenAPI 3.1 document of these operations, made from the schemas they validate with. */
export function openApiDocument(operations: readonly Operation[], origin: string): Json {
  const paths: Record<string, Json> = {};
  for (const it of operations) {
    paths[it.path] ??= {};
    (paths[it.path] as Json)[it.method.toLowerCase()] = described(it);
  }
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return {
    openapi: '3.1.1',
    info: {
      title: 'Readout',
      version: '1.0.0',
      summary: 'Where public officials were, whom they met and what exactly they said.',
      description:
        'Public, without a key, from any page (CORS). Every quote is, byte for byte, a span of a stored document. ' +
        'Lists come in pages: follow `next`; every list is also at its path with `.csv` or `.ndjson` (or by `Accept`), at ' +
        'most 10,000 rows a request (`limit`), with `Link: <…>; rel="next"`. An id once published answers for ever.',
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'Readout', url: `${origin}/about` },
    },
    servers: [{ url: origin }],
    tags: tags.map((name) => ({ name, description: TAGS[name] ?? name })),
    paths,
    components: {
      schemas: {
        ...(toJsonSchemaDefs(components, { ...CONVERSION, typeMode: 'output' }) as Json),
        Problem: PROBLEM,
      },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token that whoever runs this site has set.',
        },
      },
      responses: Object.fromEntries(
        Object.entries(STATUS_OF).map(([code, status]) => [
          String(status),
          {
            description: TITLE_OF[code as keyof typeof TITLE_OF],
            ...(HEADERS_OF[status] && { headers: headersOf(HEADERS_OF[status]) }),
            content: {
              'application/problem+json': {
                schema: { $ref: '#/components/schemas/Problem' },
                example: {
                  type: `${origin}/docs#error-${code.replaceAll('_', '-')}`,
                  title: TITLE_OF[code as keyof typeof TITLE_OF],
                  status,
                  detail: TITLE_OF[code as keyof typeof TITLE_OF],
                  instance: '/v1/quotes',
                },
              },
            },
          },
        ]),
      ),
    },
  };
}

const TAGS: Record<string, string> = {
  Index: 'What there is, and whether it works.',
  Search: 'Everything together, ranked.',
  Visits: 'One person’s trip to one country.',
  Engagements: 'A dated speech, meeting or other occasion.',
  Quotes: 'Words somebody said, verbatim.',
  Figures: 'Numbers stated as facts.',
  People: 'Who speaks or takes part.',
  Places: 'Countries, cities and venues.',
  Topics: 'What quotes are about.',
  Documents: 'The published texts that everything comes from.',
  Corrections: 'What was put right or taken back, by whom and why.',
  Sources: 'Where documents come from, and how fresh each source is.',
  Digests: 'What is new, issue by issue.',
  Verify: 'Did they say that?',
};

const HEADERS_OF: Record<number, Record<string, string>> = {
  401: { 'WWW-Authenticate': 'How to authenticate.' },
  405: { Allow: 'The methods there are.' },
  429: { 'Retry-After': 'Seconds to wait.', 'RateLimit-Policy': 'What is allowed.' },
  503: { 'Retry-After': 'Seconds to wait.' },
};

const PROBLEM: Json = {
  type: 'object',
  description: 'RFC 9457.',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { parameter: { type: 'string' }, detail: { type: 'string' } },
        required: ['parameter', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
};

function described(it: Operation): Json {
  return {
    operationId: it.id,
    tags: [it.tag],
    summary: it.summary,
    description: it.description ?? `${it.summary}.`,
    parameters: [
      ...(it.pathId
        ? [
            {
              name: 'id',
              in: 'path',
              required: true,
              description: it.pathId.description,
              schema: { type: 'string' },
              example: it.pathId.example,
            },
          ]
        : []),
      ...Object.entries(it.query.entries).map(([name, schema]) => parameter(name, schema as v.GenericSchema)),
      ...(it.method === 'GET' && it.answers[304] ? [IF_NONE_MATCH] : []),
      ...(it.id === 'postDocument' ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(it.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: schemaOf(it.body.schema, 'input'), example: it.body.example },
        },
      },
    }),
    security: it.bearer ? [{ token: [] }] : [],
    responses: {
      ...Object.fromEntries(Object.entries(it.answers).map(([status, answer]) => [status, answered(answer)])),
      ...Object.fromEntries(
        [...it.problems, 500].map((status) => [String(status), { $ref: `#/components/responses/${status}` }]),
      ),
    },
  };
}

const IF_NONE_MATCH: Json = {
  name: 'If-None-Match',
  in: 'header',
  description: 'The `ETag` of what you have: answered 304 if it is still the same.',
  schema: { type: 'string' },
};
const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Any word of your own for this request; repeat the request with it if the answer got lost.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

function parameter(name: string, schema: v.GenericSchema): Json {
  const inner = (
    schema.type === 'optional' ? (schema as unknown as { wrapped: v.GenericSchema }).wrapped : schema
  ) as v.GenericSchema;
  const { parameter: doc } = v.getMetadata(inner as never) as { parameter?: ParameterDoc };
  return {
    name,
    in: 'query',
    required: schema.type !== 'optional',
    description: doc?.description,
    schema: doc?.as,
    ...(doc?.example !== undefined && { example: doc.example }),
  };
}

function answered({ description, schema, contentType, example, headers, rows }: Documented): Json {
  return {
    description,
    ...(headers && { headers: headersOf(headers) }),
    ...((schema || contentType) && {
      content: {
        [contentType ?? 'application/json']: {
          schema: schema ? schemaOf(schema, 'output') : { type: 'string' },
          ...(example !== undefined && { example }),
        },
        ...(rows && {
          'text/csv': { schema: { type: 'string' } },
          'application/x-ndjson': { schema: { type: 'string' } },
        }),
      },
    }),
  };
}

const headersOf = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );
