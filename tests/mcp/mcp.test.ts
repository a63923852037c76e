import { SELF } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingestSeeds } from '../workers/seeds.ts';

interface Reply {
  result?: {
    tools?: { name: string; inputSchema: { type: string; properties: object; required: string[] } }[];
    content?: { type: string; text: string }[];
    isError?: boolean;
    serverInfo?: { name: string };
  };
  error?: { code: number; message: string };
}

/** One call of the Model Context Protocol over streamable HTTP. */
async function call(
  method: string,
  params: object,
  body?: string,
): Promise<{ status: number; reply: Reply }> {
  const response = await SELF.fetch('https://readout.example/mcp', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': '2025-06-18',
    },
    body: body ?? JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const text = await response.text();
  // Streamable HTTP: the reply is JSON or the one event of a stream, as the server likes.
  const json = text.replace(/^(?:event: .*\n)?data: /, '').trim();
  return { status: response.status, reply: json === '' ? {} : (JSON.parse(json) as Reply) };
}

const tool = async (name: string, args: object) => {
  const { reply } = await call('tools/call', { name, arguments: args });
  const [content] = reply.result?.content ?? [];
  return { isError: reply.result?.isError ?? false, error: reply.error, text: content?.text ?? '' };
};

describe('the tools for assistants at /mcp', () => {
  beforeEach(async () => {
    await ingestSeeds();
  });

  it('introduce themselves and say what each of them takes', async () => {
    const hello = await call('initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    });
    expect(hello.reply.result?.serverInfo?.name).toBe('readout');
    const { reply } = await call('tools/list', {});
    expect(reply.result?.tools?.map((it) => it.name)).toEqual(['search', 'get_visit', 'get_quote', 'verify']);
    expect(
      reply.result?.tools?.every(
        (it) => it.inputSchema.type === 'object' && it.inputSchema.required.length === 1,
      ),
    ).toBe(true);
  });

  it('answer to the letter what the API answers', async () => {
    const path = '/v1/visits/jens-stoltenberg-us-2024-01-29';
    const api = await (await SELF.fetch(`https://readout.example${path}`)).json();
    const visit = await tool('get_visit', { id: 'jens-stoltenberg-us-2024-01-29' });
    expect(JSON.parse(visit.text)).toEqual(api);
  });

  it('follow an id to what bears it now', async () => {
    const visit = await tool('get_visit', { id: 'jens-stoltenberg-us-2024-01-31' });
    expect(JSON.parse(visit.text)).toMatchObject({ id: 'jens-stoltenberg-us-2024-01-29' });
  });

  it('find words, read a quote and judge whether it was said', async () => {
    const found = JSON.parse((await tool('search', { q: 'prevail', limit: 3 })).text) as {
      data: { noun: string; entry: { id: string } }[];
    };
    const quote = found.data.find((it) => it.noun === 'quote');
    const read = JSON.parse((await tool('get_quote', { id: quote?.entry.id ?? '' })).text) as {
      text: string;
    };
    expect(read.text).toContain('prevail');
    const judged = JSON.parse(
      (await tool('verify', { text: 'Ukraine must prevail', speaker: 'Stoltenberg' })).text,
    ) as { verdict: string };
    expect(judged.verdict).toBe('verbatim');
  });

  it('say what was wrong, and never fail', async () => {
    const missing = await tool('get_quote', { id: 'q_nothing' });
    expect(missing).toMatchObject({ isError: true, text: expect.stringContaining('q_nothing') });
    for (const args of [{}, { text: '' }, { text: 5 }, { text: 'x'.repeat(3_000) }]) {
      const refused = await tool('verify', args);
      expect(refused.error !== undefined || refused.isError).toBe(true);
    }
    for (const [name, args] of [
      ['search', { q: 'prevail', contry: 'us' }],
      ['get_quote', { id: 'random' }],
      ['get_visit', { id: '..' }],
    ] as const) {
      expect([name, (await tool(name, args)).error?.code]).toEqual([name, -32602]);
    }
    const huge = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'ping',
      params: { x: 'x'.repeat(1_100_000) },
    });
    expect((await call('', {}, huge)).status).toBe(413);
    for (const body of ['', '{', '[]', 'null', '{"jsonrpc":"2.0"}']) {
      expect((await call('', {}, body)).status).toBeLessThan(500);
    }
    const get = await SELF.fetch('https://readout.example/mcp');
    expect([get.status, get.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS']);
  });
});
