import type { Hono } from 'hono';
import * as v from 'valibot';
import type { AppEnv, Context } from '../http/context.ts';
import { paramsOf, parseQuery, type QuerySchema } from '../http/query.ts';

/** What an operation may answer with besides problems. */
export interface Documented {
  description: string;
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
  method: 'GET' | 'POST' | 'DELETE';
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

export function mount(app: Hono<AppEnv>, it: Operation): void {
  app.on(it.method, it.path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) =>
    it.handle(c, parseQuery(it.query, paramsOf(c.req.url))),
  );
}
