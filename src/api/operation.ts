import type { Hono } from 'hono';
import * as v from 'valibot';
import type { AppEnv, Context } from '../http/context.ts';
import * as param from '../http/params.ts';
import { paramsOf, parseQuery, type QuerySchema } from '../http/query.ts';
import { formAccepted, MOST_ROWS, type Rows } from './rows.ts';

/** What an operation may answer with besides problems. */
export interface Documented {
  description: string;
  /** The shape of a list's entries: such a list has other forms (`rows.ts`). */
  rows?: Rows['shape'];
  schema?: v.GenericSchema;
  contentType?: string;
  example?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/**
 * One path and method of the API: the schema its query is read with, the handler that answers, and what the OpenAPI
 * document says of both.
 */
export interface Operation {
  id: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** As OpenAPI writes it: `/v1/quotes/{id}`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  /** What `{id}` in the path means, with one that exists in the record of the five first documents. */
  pathId?: { description: string; example: string };
  query: QuerySchema;
  body?: { schema: v.GenericSchema; example: unknown };
  bearer?: true;
  answers: Readonly<Record<number, Documented>>;
  /** Statuses of the problems it may answer with. */
  problems: readonly number[];
  handle(c: Context, query: Record<string, unknown>): Promise<Response> | Response;
}

/** An operation that remembers, for types only, what its query looks like before it is read. */
export type Asking<E extends v.ObjectEntries> = Operation & {
  readonly '~query'?: v.InferInput<v.StrictObjectSchema<E, undefined>>;
};

/** `query`: the parameters by name; any other is refused. Keeps the handler's types tied to them. */
export const operation = <const E extends v.ObjectEntries>({
  query,
  ...it
}: Omit<Operation, 'query' | 'handle'> & {
  query: E;
  handle(c: Context, query: v.InferOutput<v.StrictObjectSchema<E, undefined>>): Promise<Response> | Response;
}): Asking<E> => ({ ...(it as Omit<Operation, 'query'>), query: v.strictObject(query) });

/** Whether a request is for an operation that needs a token. */
export function isGuarded(operations: readonly Operation[], method: string, path: string): boolean {
  return operations.some(
    (it) =>
      it.bearer === true &&
      it.method === method &&
      new RegExp(`^${it.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
}

export function mount(app: Hono<AppEnv>, it: Operation): void {
  const shape = it.answers[200]?.rows;
  // What follows an id without a slash is part of the parameter to Hono.
  const route = it.path
    .replace(/\{(\w+)\}\.(\w+)$/, ':$1{[^/]+\\.$2}')
    .replaceAll(/\{(\w+)\}(?=\/|$)/g, ':$1');
  app.on(it.method, route, (c) => {
    const form = shape === undefined ? null : formAccepted(c.req.header('Accept'));
    if (shape !== undefined && form !== null) return handleRows(c, it, { form, shape });
    return it.handle(c, parseQuery(it.query, paramsOf(c.req.url)));
  });
  if (shape === undefined) return;
  for (const form of ['csv', 'ndjson'] as const) {
    app.on(it.method, `${it.path}.${form}`, (c) => handleRows(c, it, { form, shape }));
  }
}

const rowLimit = v.object({
  limit: param.whole(1, MOST_ROWS, MOST_ROWS, `Rows, at most ${MOST_ROWS}.`),
});

/** The same question, but for its `limit`, which is of rows here. */
function handleRows(c: Context, it: Operation, rows: Rows): Promise<Response> | Response {
  const params = new URLSearchParams(paramsOf(c.req.url));
  const { limit } = parseQuery(
    v.strictObject(rowLimit.entries),
    new URLSearchParams([...params].filter(([name]) => name === 'limit')),
  );
  params.delete('limit');
  c.set('rows', rows);
  return it.handle(c, { ...parseQuery(it.query, params), limit });
}
