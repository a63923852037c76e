import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { ask, problemOf } from '../workers/ask.ts';

const rebuild = (query: string, token: string | null) =>
  ask(`/v1/operate/rebuild${query}`, {
    method: 'POST',
    headers: token === null ? {} : { Authorization: `Bearer ${token}` },
  });
const post = (text: string) =>
  ask('/v1/documents', {
    method: 'POST',
    headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
    body: JSON.stringify({ text }),
  });

it('derives the record anew over the API, slice by slice, for whoever may operate it, while documents come', async () => {
  for (const n of [1, 2, 3])
    await post(
      `“We will build bridge number ${n} before the winter comes,” said Minister Jane Example in Oslo.`,
    );
  expect(problemOf(await rebuild('', null)).status).toBe(401);
  expect(problemOf(await rebuild('?cursor=nonsense', 'local')).status).toBe(400);
  const before = (await ask('/v1/quotes')).text;
  await env.DB.prepare(`UPDATE quote SET body = substr(body, 1, 30)`).run();
  expect((await ask('/v1/quotes')).json).toMatchObject({ data: [] });
  let slices = 0;
  for (let cursor: string | null = null; slices < 100; ) {
    const query: string = cursor === null ? '?limit=1' : `?limit=1&cursor=${encodeURIComponent(cursor)}`;
    const { status, json } = await rebuild(query, 'local');
    expect(status).toBe(200);
    slices++;
    cursor = (json as { next: string | null }).next;
    if (cursor === null) break;
  }
  expect(slices).toBeGreaterThan(9);
  expect((await ask('/v1/quotes')).text).toBe(before);
});
