import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { sha256 } from '../../src/model/id.ts';
import type { Scope } from '../../src/model/scope.ts';
import { addToken, listTokens, revokeToken } from '../../src/store/tokens.ts';
import { ask, HOST, problemOf } from '../workers/ask.ts';

const TOKEN = 'rdo_one-that-was-made';
const make = async (scopes: Scope[]) =>
  addToken(env.DB, {
    name: 'press-desk',
    sha256: await sha256(TOKEN),
    scopes,
    made_at: '2026-03-01T00:00:00Z',
  });
const post = (token: string | null, path = '/v1/documents') =>
  ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ text: 'The minister said: “We will build the bridge.”' }),
  });
const status = (token: string) => ask('/v1/status', { headers: { Authorization: `Bearer ${token}` } });

describe('a token', () => {
  it('opens what it was made for, and says of what else that it was not', async () => {
    await make(['ingest']);
    expect((await post(TOKEN)).status).toBe(201);
    const refused = problemOf(await status(TOKEN));
    expect(refused).toMatchObject({ status: 403, detail: expect.stringContaining('a token for `operate`') });
    expect(JSON.stringify(refused)).not.toContain(TOKEN);
  });

  it('that was revoked opens nothing any more, and its name is not given again', async () => {
    await make(['ingest', 'operate']);
    expect((await status(TOKEN)).status).toBe(200);
    expect(await revokeToken(env.DB, 'press-desk', '2026-03-02T00:00:00Z')).toBe(true);
    expect((await status(TOKEN)).status).toBe(401);
    expect((await post(TOKEN)).status).toBe(401);
    expect(await make(['ingest'])).toBe(false);
    expect(await revokeToken(env.DB, 'press-desk', '2026-03-03T00:00:00Z')).toBe(false);
    expect(await listTokens(env.DB)).toEqual([
      {
        name: 'press-desk',
        scopes: ['ingest', 'operate'],
        made_at: '2026-03-01T00:00:00Z',
        revoked_at: '2026-03-02T00:00:00Z',
      },
    ]);
  });

  it('stands nowhere in the database', async () => {
    await make(['edit']);
    const { results } = await env.DB.prepare('SELECT * FROM token').all();
    expect(JSON.stringify(results)).not.toContain(TOKEN);
  });

  it('of the settings is for ingesting only, but for those of the operator and of this machine', async () => {
    const app = createApp({ now: () => 0, random: () => 0, isolate: null });
    const askWith = async (token: string) => {
      const { LOCAL_TOKEN: _, ...deployed } = env;
      const response = await app.request(
        `${HOST}/v1/status`,
        { headers: { Authorization: `Bearer ${token}` } },
        { ...deployed, INGEST_TOKEN: 'for-ingest', OPERATE_TOKEN: 'for-all' },
        createExecutionContext(),
      );
      return response.status;
    };
    expect(await Promise.all(['for-ingest', 'for-all', 'local', ''].map(askWith))).toEqual([
      403, 200, 401, 401,
    ]);
    expect((await status('local')).status).toBe(200);
  });

  it('is asked for before anything is read, and no page elsewhere may use one', async () => {
    const answers = [await post(null), await post('wrong'), await post('local'), await status('local')];
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 201, 200]);
    for (const { headers } of answers) expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    const { headers } = await ask('/v1/documents', { method: 'OPTIONS' });
    expect(headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD, OPTIONS');
    expect(headers.get('Access-Control-Allow-Headers')).not.toMatch(/authorization/i);
    expect((await ask('/v1/documents')).headers.get('Access-Control-Allow-Origin')).toBe('*');
  });
});

it('tells whoever runs the site how things stand, and nothing of anybody', async () => {
  await post('local');
  const { json, text } = await status('local');
  expect(json).toMatchObject({
    revision: 1,
    cron: { last_run_at: null },
    documents: { minutes_ago: 0 },
    letters: { dead: 0 },
    pause: null,
    turned_away: {},
  });
  expect((json as { database_bytes: number }).database_bytes).toBeGreaterThan(100_000);
  expect(text).not.toContain('@');
});
