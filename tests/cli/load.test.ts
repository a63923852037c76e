import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../house/files.ts';

/** What the server is asked for one document, and what it answers; `null` hangs up. */
type Answer = { status: number; body: object; headers?: Record<string, string> } | null;

let folder: string;
let server: Server;
let base: string;
let posted: Record<string, unknown>[];
let held: Set<string>;
let most: number;
let answer: (body: Record<string, unknown>, time: number) => Answer;

const idOf = (text: unknown) => `d_${String(text).length.toString(36).padStart(12, '0')}`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'readout-load-'));
  posted = [];
  held = new Set();
  most = 0;
  answer = ({ text }) => ({ status: 201, body: { id: idOf(text) } });
  const times = new Map<string, number>();
  let open = 0;
  server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      response.writeHead(held.has(request.url!.split('/').at(-1)!) ? 200 : 404).end('{}');
      return;
    }
    most = Math.max(most, ++open);
    let sent = '';
    for await (const part of request) sent += part;
    // Others get to run before this is answered.
    await new Promise((resolve) => setTimeout(resolve, 5));
    open--;
    const body = JSON.parse(sent) as Record<string, unknown>;
    const time = (times.get(sent) ?? 0) + 1;
    times.set(sent, time);
    const given =
      request.headers.authorization === 'Bearer local' ? answer(body, time) : { status: 401, body: {} };
    if (given === null) {
      response.destroy();
      return;
    }
    if (given.status < 300) {
      posted.push(body);
      held.add((given.body as { id: string }).id);
    }
    response.writeHead(given.status, given.headers).end(JSON.stringify(given.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

function file(name: string, lines: (string | object)[]): string {
  const path = join(folder, name);
  const written = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(path, `${written.join('\n')}\n`);
  return path;
}

/** The command, beside this process, which answers it. */
async function load(args: string[], env: Record<string, string> = {}) {
  const child = spawn('node', ['src/cli/load.ts', ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`,
      READOUT_URL: base,
      READOUT_TOKEN: '',
      READOUT_LOAD_CACHE: join(folder, 'cache'),
      ...env,
    },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    err += part;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out, err };
}

const documents = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    text: `The Minister said it${' again'.repeat(i)}.`,
    stem: `s${i}`,
  }));

describe('npm run load', () => {
  it('posts every line once, a few at a time, without the keys that are its keeper’s own', async () => {
    const { code, out, err } = await load([file('a.jsonl', documents(120)), '--parallel', '3']);
    expect({ code, err: err.includes('stem (120)') }).toEqual({ code: 0, err: true });
    expect(out).toContain('120 new');
    expect(err).toContain('100 documents');
    expect(posted.map(({ text }) => text).sort()).toEqual(
      documents(120)
        .map(({ text }) => text)
        .sort(),
    );
    expect(posted.every((body) => !('stem' in body))).toBe(true);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('names each line it cannot post, with its number and the reason, and posts the others', async () => {
    answer = ({ text, title }) =>
      title === 'bad'
        ? {
            status: 400,
            body: { detail: 'The body is wrong.', errors: [{ parameter: 'title', detail: 'is bad' }] },
          }
        : { status: 201, body: { id: idOf(text) } };
    const path = file('a.jsonl', [
      { text: 'One.' },
      '{"text": ',
      '',
      '[1]',
      { title: 'No text' },
      { text: 'Two.', title: 'bad' },
      { text: 'Three, said “she”.' },
    ]);
    writeFileSync(path, Buffer.from([0x7b, 0xff, 0x7d, 0x0a]), { flag: 'a' });
    const { code, out, err } = await load([path]);
    expect(code).toBe(1);
    expect(out).toContain('2 new');
    expect(out).toContain('5 refused');
    expect(err).toContain(`${path}:2: not JSON`);
    expect(err).toContain(`${path}:4: not a JSON object`);
    expect(err).toContain(`${path}:5: has neither`);
    expect(err).toContain(`${path}:6: 400: The body is wrong.; title: is bad`);
    expect(err).toContain(`${path}:8: not UTF-8`);
    expect(posted.map(({ text }) => text).sort()).toEqual(['One.', 'Three, said “she”.']);
  });

  it('goes on where it stopped: posts again what was refused and what is new, and nothing else', async () => {
    answer = ({ text }) => ({ status: text === 'Two.' ? 422 : 201, body: { id: idOf(text) } });
    const path = file('a.jsonl', [{ text: 'One.' }, { text: 'Two.' }]);
    expect((await load([path])).code).toBe(1);
    answer = ({ text }) => ({ status: 201, body: { id: idOf(text) } });
    const { code, out } = await load([
      file('b.jsonl', [{ text: 'Two.' }, { text: 'One.' }, { text: 'New!' }]),
    ]);
    expect(code).toBe(0);
    expect(out).toContain('2 new, 0 known to the server, 1 posted before');
    expect(posted.map(({ text }) => text).sort()).toEqual(['New!', 'One.', 'Two.']);
  });

  it('posts everything again to a server that holds another database now', async () => {
    const path = file('a.jsonl', documents(3));
    await load([path]);
    held.clear();
    const { out, err } = await load([path]);
    expect(err).toContain('another database');
    expect(out).toContain('3 new');
    expect(posted).toHaveLength(6);
  });

  it('waits as long as the server asks, and asks again where it fails', async () => {
    const at: number[] = [];
    answer = ({ text }, time) => {
      at.push(Date.now());
      if (time === 1) return { status: 429, body: {}, headers: { 'Retry-After': '1' } };
      if (time === 2) return null;
      if (time === 3) return { status: 500, body: {} };
      return { status: 200, body: { id: idOf(text) } };
    };
    const { code, out } = await load([file('a.jsonl', [{ text: 'One.' }])]);
    expect({ code, out: out.split(';')[0] }).toEqual({
      code: 0,
      out: '0 new, 1 known to the server, 0 posted before, 0 refused',
    });
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(990);
  });

  it('keeps the lines of one address in their order', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => ({
      text: `Revision ${i}`,
      url: 'https://a.example/',
    }));
    await load([file('a.jsonl', lines), '--parallel', '8']);
    expect(posted.map(({ text }) => text)).toEqual(lines.map(({ text }) => text));
  });

  it('stops at once, saying why, where nobody answers or the token is refused', async () => {
    const path = file('a.jsonl', documents(50));
    const refused = await load([path], { READOUT_TOKEN: 'wrong' });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('the token was refused');
    const nobody = await load([path], { READOUT_URL: 'http://127.0.0.1:1' });
    expect(nobody.code).toBe(1);
    expect(nobody.err).toContain('does not answer');
    expect(posted).toEqual([]);
  });

  it.each([
    [[], 'no FILE given'],
    [['nowhere.jsonl'], 'nowhere.jsonl: no such file'],
    [['package.json', '--parallel', '0'], '--parallel takes a number'],
    [['--nope'], "Unknown option '--nope'"],
  ])('called with %j says what is wrong and how it is used', async (args, complaint) => {
    const { code, err } = await load(args);
    expect(code).toBe(2);
    expect(err).toContain(complaint);
    expect(err).toContain('npm run load');
  });
});
