import { Hono } from 'hono';
import { StreamableHttpTransport } from 'mcp-lite';
import type { AppEnv } from '../http/context.ts';
import { type Ask, mcpServer } from './server.ts';

/** How many hops of `308` a tool follows; ids lead straight to what bears them now, so one is enough. */
const HOPS = 2;

/**
 * `/mcp`: the Model Context Protocol over streamable HTTP, without sessions. `fetchApi` asks the site itself.
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
    const ask: Ask = async (path) => {
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
    const response = await new StreamableHttpTransport().bind(mcpServer(ask))(c.req.raw);
    const answer = new Response(response.body, response);
    answer.headers.set('Access-Control-Allow-Origin', '*');
    answer.headers.set('Cache-Control', 'no-store');
    return answer;
  });
  return app;
}
