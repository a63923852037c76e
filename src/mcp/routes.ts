import { Hono } from 'hono';
import type { Tools } from '../env.ts';
import { AppError } from '../errors.ts';
import { readBytes } from '../http/body.ts';
import type { AppEnv } from '../http/context.ts';
import { CORS } from '../http/cors.ts';

/** How many hops of `308` a tool follows; ids lead straight to what bears them now, so one is enough. */
const HOPS = 2;

/**
 * `/mcp`: the Model Context Protocol over streamable HTTP, without sessions, answered by the Worker bound as MCP.
 * `fetchApi` asks the site itself, which that Worker does through here: bound to the site, neither could be deployed first.
 */
export function mcp(
  fetchApi: (
    request: Request,
    env: AppEnv['Bindings'],
    ctx: ExecutionContext,
  ) => Promise<Response> | Response,
): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.post('/mcp', async (c) => {
    const { MCP } = c.env;
    if (MCP === undefined) {
      throw new AppError(
        'not_implemented',
        'No tools for assistants are offered here; the API at /v1 answers the same.',
      );
    }
    const ask: Parameters<Tools['answer']>[1] = async (path) => {
      let url = new URL(path, c.req.url);
      for (let hop = 0; ; hop++) {
        const headers = new Headers();
        const who = c.req.header('CF-Connecting-IP');
        if (who !== undefined) headers.set('CF-Connecting-IP', who);
        const response = await fetchApi(
          new Request(url, { headers }),
          c.env,
          c.executionCtx as ExecutionContext,
        );
        const location = response.headers.get('Location');
        if (response.status !== 308 || location === null || hop === HOPS)
          return { status: response.status, json: await response.text() };
        url = new URL(location, url);
      }
    };
    const { headers } = c.req.raw;
    const request = new Request(c.req.url, { method: 'POST', headers, body: await readBytes(c.req.raw) });
    const response = await answerOf(MCP, request, ask);
    const answer = new Response(response.body, response);
    for (const [name, value] of Object.entries(CORS)) answer.headers.set(name, value);
    answer.headers.set('Cache-Control', 'no-store');
    return answer;
  });
  return app;
}

/** What the Worker of the tools answers; 503 where it cannot be reached or fails. */
async function answerOf(tools: Tools, ...asked: Parameters<Tools['answer']>): Promise<Response> {
  try {
    return await tools.answer(...asked);
  } catch (error) {
    console.error('MCP did not answer', error);
    throw new AppError('unavailable', 'The tools for assistants do not answer; the API at /v1 does.', {
      headers: { 'Retry-After': '10' },
    });
  }
}
