import type { Hono } from 'hono';
import type { AppEnv } from './context.ts';

type Routes = readonly { path: string; method: string; pattern: RegExp }[];
const compiled = new WeakMap<object, Routes>();

/** The methods that a path takes, HEAD with GET; empty for a path nobody has. Middleware counts for nothing. */
export function methodsOf(app: Hono<AppEnv>, path: string): string[] {
  let routes = compiled.get(app);
  if (routes === undefined) {
    routes = app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => ({ method, path, pattern: toPattern(path) }));
    compiled.set(app, routes);
  }
  const methods = new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method));
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
    methods.has(method === 'HEAD' ? 'GET' : method),
  );
}

/** `/v1/quotes/:id{[^.]+}` as a pattern of a whole path. */
function toPattern(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    const parameter = /^:\w+(?:\{(.+)\})?(\?)?$/.exec(part);
    if (parameter !== null) return parameter[1] ?? '[^/]+';
    return part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:\w+(?:\\\{(.+?)\\\})?/g, '[^/]+');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
