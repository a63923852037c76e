import { createExecutionContext, env } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Env, Tools } from '../../src/env.ts';
import { aQuote, put } from '../workers/entries.ts';
import { ORIGIN } from '../workers/site.ts';

const app = createApp({ now: () => 0, random: () => 0, isolate: null });
const quote = aQuote();
/** The very Worker that is deployed beside the main one. */
const MCP = env.MCP!;

const calling = (name: string, args: object, accept = 'application/json') =>
  new Request(`${ORIGIN}/mcp`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept, 'CF-Connecting-IP': '192.0.2.7' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } }),
  });

/** Asks the site, bound as given. */
const ask = async (request: Request, bindings: Partial<Env> = {}) => {
  const { MCP: _, ...rest } = env;
  return app.fetch(request, { ...rest, ...bindings }, createExecutionContext());
};
const readQuote = (id: string, accept?: string) => calling('get_quote', { id }, accept);
const textOf = (reply: unknown) =>
  (reply as { result: { content: { text: string }[] } }).result.content[0]!.text;

beforeEach(async () => {
  await put(env.DB, 'quote', quote);
});

describe('the Worker of the tools, behind the site', () => {
  it('answers as JSON or as a stream of one event, readable by any page and kept by nobody', async () => {
    const json = await ask(readQuote(quote.id), { MCP });
    const stream = await ask(readQuote(quote.id, 'application/json, text/event-stream'), { MCP });
    for (const [{ status, headers }, type] of [
      [json, 'application/json'],
      [stream, 'text/event-stream'],
    ] as const) {
      expect([status, headers.get('Content-Type')]).toEqual([200, type]);
      expect([headers.get('Access-Control-Allow-Origin'), headers.get('Cache-Control')]).toEqual([
        '*',
        'no-store',
      ]);
      expect(headers.get('Readout-Revision')).toBe('1');
    }
    const text = await json.text();
    expect(JSON.parse(textOf(JSON.parse(text)))).toMatchObject({ id: quote.id, text: quote.text });
    expect(await stream.text()).toBe(`data: ${text}\n\n`);
  });

  it('gives each of many at once what that one asked for', async () => {
    const ids = Array.from({ length: 20 }, (_, n) => `q_none${n}`);
    const replies = await Promise.all(ids.map(async (id) => (await ask(readQuote(id), { MCP })).json()));
    expect(replies.map((reply) => JSON.parse(textOf(reply)).instance)).toEqual(
      ids.map((id) => `/v1/quotes/${id}`),
    );
  });

  it('asks the site in the name of whoever asked, who is held back there like anybody', async () => {
    const seen: string[] = [];
    const API_LIMIT = {
      limit: async ({ key }: { key: string }) => ({ success: seen.push(key) === 1 }),
    };
    const answer = await ask(readQuote(quote.id), { MCP, API_LIMIT, RATE_LIMITS: 'on' });
    const reply = await answer.json<{ result: { isError: boolean } }>();
    expect(seen).toEqual(['192.0.2.7', '192.0.2.7']);
    expect([answer.status, reply.result.isError]).toEqual([200, true]);
    expect(JSON.parse(textOf(reply))).toMatchObject({ status: 429 });
    const refused = await ask(readQuote(quote.id), { MCP, API_LIMIT, RATE_LIMITS: 'on' });
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60']);
  });

  it('tells nothing of what went wrong inside, but that something did', async () => {
    const answer = await MCP.answer(readQuote(quote.id), async () => {
      throw new Error('a secret');
    });
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ id: 1, error: { code: -32603 } });
    expect(text).not.toMatch(/secret|stack|\bat /);
  });
});

describe('a site without that Worker', () => {
  it('says that it offers no tools, and takes the same methods', async () => {
    const answer = await ask(readQuote(quote.id));
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([501, 'application/problem+json']);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await answer.json()).toMatchObject({
      status: 501,
      detail: expect.stringContaining('/v1'),
      instance: '/mcp',
    });
    const allowed = async (method: string) => {
      const { status, headers } = await ask(new Request(`${ORIGIN}/mcp`, { method }));
      return [status, headers.get('Allow')];
    };
    expect(await allowed('GET')).toEqual([405, 'POST, OPTIONS']);
    expect(await allowed('OPTIONS')).toEqual([204, 'POST, OPTIONS']);
  });

  it('says so when it is bound to one that fails, and not why', async () => {
    const failing: Tools = { answer: () => Promise.reject(new Error('a secret')) };
    const answer = await ask(readQuote(quote.id), { MCP: failing });
    const problem = await answer.text();
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([503, 'application/problem+json']);
    expect(problem).not.toContain('secret');
    expect(JSON.parse(problem)).toMatchObject({ status: 503, instance: '/mcp' });
  });
});
