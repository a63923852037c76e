import { env } from 'cloudflare:test';
import { Hono } from 'hono';
import type { AppEnv } from '../../src/http/context.ts';
import { toProblem } from '../../src/http/problem.ts';

export const ORIGIN = 'https://readout.example';

/** One surface served alone, with a fixed clock and nothing remembered between requests. */
export function serve(...surfaces: Hono<AppEnv>[]) {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('outside', { now: () => Date.parse('2026-03-10T12:00:00Z'), random: () => 0.5, isolate: null });
    await next();
  });
  for (const surface of surfaces) app.route('/', surface);
  app.onError((error, c) => toProblem(error, c.req.url, ORIGIN));
  return (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(app.request(`${ORIGIN}${path}`, { headers }, env));
}

/** Strings that try to break out of wherever they are put. */
export const HOSTILE = [
  '"><img src=x onerror=alert(1)>',
  "'><script>alert(1)</script>",
  '</script><script>alert(1)</script>',
  ']]><b>cdata</b>',
  '-->&lt;!--',
  'javascript:alert(1)',
  '\u202eevil\u2066\u200b\u200f',
  '&amp;quot;{{7*7}}',
  'line\r\nBEGIN:VEVENT\r\nX:1',
  '\ufffe\uffff\u0085\u007f',
].join(' ');
