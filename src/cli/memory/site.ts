import { Hono } from 'hono';
import { mount } from '../../api/operation.ts';
import { operations } from '../../api/operations.ts';
import type { Env } from '../../env.ts';
import { AppError } from '../../errors.ts';
import type { AppEnv } from '../../http/context.ts';
import { toProblem } from '../../http/problem.ts';

/** The API of a record, answered in this process: what `/v1` answers, without pages, limits and a network. */
export function apiOf(db: D1Database, now: () => number): (request: Request) => Promise<Response> {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('outside', { now, random: () => 0.5, isolate: null });
    await next();
  });
  for (const operation of operations) mount(app, operation);
  app.onError((error, c) => toProblem(error, c.req.url, new URL(c.req.url).origin));
  app.notFound((c) => toProblem(new AppError('not_found', 'Nothing is there.'), c.req.url, ''));
  const env: Env = { DB: db };
  const ctx = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };
  return async (request) => app.fetch(request, env, ctx as unknown as ExecutionContext);
}
