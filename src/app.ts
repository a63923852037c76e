import { Hono } from 'hono';
import { isGuarded, mount } from './api/operation.ts';
import { operations } from './api/operations.ts';
import { embed } from './embed/routes.tsx';
import { AppError } from './errors.ts';
import { feeds } from './feeds/routes.ts';
import { methodsOf } from './http/allow.ts';
import {
  type AppEnv,
  type Context,
  type Outside,
  origin,
  readerOf,
  requireKnownHost,
} from './http/context.ts';
import { CORS, preflight, withoutCors } from './http/cors.ts';
import { requireSlowness } from './http/limit.ts';
import { toProblem } from './http/problem.ts';
import { lastGood } from './http/recall.ts';
import { mcp } from './mcp/routes.ts';
import { errorPage, pages, wantsPage } from './pages/routes.tsx';
import { failureOf } from './store/failure.ts';
import { readRevision } from './store/published.ts';
import { subscribe } from './subscribe/routes.tsx';

/** The whole site. `outside` is what a test hands in differently. */
export function createApp(outside: Outside): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.use(async (c, next) => {
    c.set('outside', c.env.ISOLATE_CACHE === 'off' ? { ...outside, isolate: null } : outside);
    const methods = c.req.method === 'OPTIONS' ? methodsOf(app, c.req.path) : [];
    const guarded = (method: string) => isGuarded(operations, method, c.req.path);
    if (methods.length > 0) {
      c.res = preflight(
        methods,
        methods.filter((method) => !guarded(method)),
      );
    } else await next();
    if (guarded(c.req.method)) withoutCors(c.res);
    if (c.res.status === 503) {
      const kept = lastGood(c.req.raw, c.get('outside'));
      if (kept !== null) c.res = kept;
    }
    if (!c.res.headers.has('Readout-Revision')) c.header('Readout-Revision', await revisionKnown(c));
  });

  app.use(async (c, next) => {
    requireKnownHost(c);
    await requireSlowness(c);
    await next();
  });

  for (const operation of operations) mount(app, operation);
  app.route('/', feeds);
  app.route('/', embed);
  app.route('/', pages);
  app.route('/', subscribe);
  // Tools ask the site itself, so that they answer what it answers, limits and caching included.
  app.route(
    '/',
    mcp((request, env, ctx) => app.fetch(request, env, ctx)),
  );

  app.notFound((c) => {
    const methods = methodsOf(app, c.req.path);
    const shorter = c.req.path.replace(/\/+$/, '');
    if (methods.length === 0 && shorter !== c.req.path && methodsOf(app, shorter).length > 0) {
      const location = `${origin(c)}${shorter}${new URL(c.req.url).search}`;
      return c.body(null, 308, { ...CORS, Location: location, 'Cache-Control': 'public, max-age=3600' });
    }
    const error =
      methods.length === 0
        ? new AppError('not_found', `Nothing is at ${c.req.path.slice(0, 200)}.`)
        : new AppError('method_not_allowed', `${c.req.path} takes ${methods.join(', ')}.`, {
            headers: { Allow: [...methods, 'OPTIONS'].join(', ') },
          });
    return wantsPage(c) ? errorPage(error, c) : toProblem(error, c.req.url, origin(c));
  });
  app.onError((error, c) => toProblem(error, c.req.url, origin(c), c.get('outside').random()));
  return app;
}

/** The newest revision known, read if need be. A database that fails spoils no answer that was made without it. */
async function revisionKnown(c: Context): Promise<string> {
  const known = c.get('outside').isolate?.atLeast() ?? null;
  if (known !== null) return String(known);
  try {
    return String(await readRevision(readerOf(c)));
  } catch (error) {
    if (failureOf(error) === null) throw error;
    return 'unknown';
  }
}
