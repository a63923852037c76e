import { toJsonSchema } from '@valibot/to-json-schema';
import { JSON_RPC_ERROR_CODES, McpServer, RpcError } from 'mcp-lite';
import * as v from 'valibot';
import { shown } from '../model/shown.ts';

/** Asks the JSON API, so that a tool answers exactly what the API answers: path and query in, status and JSON text out. */
export type Ask = (path: string) => Promise<{ status: number; json: string }>;

const Limit = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(20),
  v.description('How many results, 1 to 20.'),
);
/** Of the form of an id: `random` and `..` lead elsewhere than to an entry. */
const Id = (what: string, form: RegExp) =>
  v.pipe(v.string(), v.regex(form), v.maxLength(200), v.description(what));
const SLUG = /^[^\s/?#.]+$/;

const query = (parameters: Record<string, string | number | undefined>) =>
  new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();

/**
 * The four questions an assistant has, as tools of the Model Context Protocol (2025-06-18, stateless): search the
 * record, read a visit or a quote, and check whether somebody said something.
 */
export function mcpServer(ask: Ask): McpServer {
  const server = new McpServer({
    name: 'readout',
    version: '1.0.0',
    schemaAdapter: (schema) => toJsonSchema(schema as v.GenericSchema, { target: 'draft-2020-12' }),
  });
  server.onError((error) => {
    if (error instanceof RpcError) return undefined;
    // Told by the library with its stack.
    console.error(error);
    return {
      code: JSON_RPC_ERROR_CODES.INTERNAL_ERROR,
      message: 'This should not have happened; it was logged.',
    };
  });
  const answer = async (path: string) => {
    const { status, json } = await ask(path);
    return { content: [{ type: 'text' as const, text: shown(json) }], isError: status >= 400 };
  };

  server.tool('search', {
    description:
      'Search what public officials said and where they were: people, visits, engagements, quotes and figures together, best first. Quotes are verbatim; cite their `url` and source.',
    inputSchema: v.strictObject({
      q: v.pipe(
        v.string(),
        v.minLength(1),
        v.maxLength(500),
        v.description('Words, a name, or a phrase in quotation marks.'),
      ),
      speaker: v.optional(Id('Only this speaker: an id such as jens-stoltenberg.', SLUG)),
      limit: v.optional(Limit),
    }),
    handler: ({ q, speaker, limit }) => answer(`/v1/search?${query({ q, speaker, limit: limit ?? 10 })}`),
  });
  server.tool('get_visit', {
    description: 'One trip with its engagements, quotes, figures and documents.',
    inputSchema: v.strictObject({
      id: Id('The id of a visit, such as jens-stoltenberg-us-2024-01-29.', SLUG),
    }),
    handler: ({ id }) => answer(`/v1/visits/${encodeURIComponent(id)}`),
  });
  server.tool('get_quote', {
    description:
      'One quote: the words, who said them, when and where, the words around them, and every source that prints them.',
    inputSchema: v.strictObject({ id: Id('The id of a quote, such as q_1a2b3c4d5e6f.', /^q_\w+$/) }),
    handler: ({ id }) => answer(`/v1/quotes/${encodeURIComponent(id)}`),
  });
  server.tool('verify', {
    description:
      'Did they say that? The verdict is verbatim, spliced, altered, misattributed or not_found, with the nearest words on record and the differences. Use it before quoting anybody.',
    inputSchema: v.strictObject({
      text: v.pipe(v.string(), v.minLength(1), v.maxLength(2_000), v.description('The words in question.')),
      speaker: v.optional(
        v.pipe(
          v.string(),
          v.maxLength(200),
          v.description('Who is said to have said them: an id or a name.'),
        ),
      ),
    }),
    handler: ({ text, speaker }) => answer(`/v1/verify?${query({ text, speaker })}`),
  });
  return server;
}
