import { WorkerEntrypoint } from 'cloudflare:workers';
import { StreamableHttpTransport } from 'mcp-lite';
import type { Tools } from '../env.ts';
import { type Ask, mcpServer } from './server.ts';

/**
 * Tools for assistants in a Worker of their own, since what speaks their protocol is asked for seldom and every cold start
 * of the API would read it. It has no address and no database: only the main Worker reaches it, by the service binding
 * MCP, and hands it a request to `/mcp` and a function that asks the site.
 */
export default class extends WorkerEntrypoint implements Tools {
  async answer(request: Request, ask: Ask): Promise<Response> {
    const response = await new StreamableHttpTransport().bind(mcpServer(ask))(request);
    // A stream is begun before anything was asked, but `ask` works only until this returns: so it is read to its end.
    return new Response(await response.arrayBuffer(), response);
  }
}
