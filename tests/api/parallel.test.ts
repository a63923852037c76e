import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { ask } from '../workers/ask.ts';

const post = (text: string) =>
  ask('/v1/documents', {
    method: 'POST',
    headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
    body: JSON.stringify({ text }),
  });

it('takes documents that come at the same time, or says that they must come again', async () => {
  const texts = Array.from(
    { length: 12 },
    (_, i) => `Minister Alpha said: “We will build bridge number ${i} before the winter comes.”`,
  );
  const answers = await Promise.all(texts.map(post));
  for (const { status, headers } of answers) {
    expect([201, 503]).toContain(status);
    expect(headers.has('Retry-After')).toBe(status === 503);
  }
  for (const [i, { status }] of answers.entries()) {
    if (status === 503) expect((await post(texts[i] ?? '')).status).toBe(201);
  }
  const kept = await env.DB.prepare('SELECT count(*) AS n FROM document WHERE ord > 0').first<{
    n: number;
  }>();
  expect(kept?.n).toBe(texts.length);
});
