import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { ask } from '../workers/ask.ts';
import { ingestSeeds } from '../workers/seeds.ts';

describe('every answer', () => {
  it('says what type it is, and is framed by nobody but for the frames made for it', async () => {
    await ingestSeeds();
    const paths = [
      '/',
      '/v1/quotes',
      '/v1/quotes/q_none',
      '/feeds/quotes.xml',
      '/feeds/visits.ics',
      '/robots.txt',
    ];
    paths.push(
      '/openapi.json',
      '/docs',
      '/healthz',
      '/nowhere',
      '/search?q=x',
      '/sitemap.xml',
      '/oembed?url=x',
    );
    for (const path of paths) {
      const { headers } = await ask(path);
      expect([path, headers.get('X-Content-Type-Options')]).toEqual([path, 'nosniff']);
      expect([path, headers.get('Content-Security-Policy')]).toEqual([
        path,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
      expect([path, headers.get('Strict-Transport-Security')]).toEqual([path, 'max-age=31536000']);
      expect([path, headers.get('Permissions-Policy')]).toEqual([path, expect.stringContaining('camera=()')]);
    }
    const { json } = await ask('/v1/quotes?limit=1');
    const [quote] = (json as { data: { id: string }[] }).data;
    const frame = await ask(`/embed/quotes/${quote!.id}`);
    expect(frame.headers.get('Content-Security-Policy')).toContain('frame-ancestors *');
    expect(frame.headers.get('X-Frame-Options')).toBeNull();
  });

  it('makes no link of a host that nobody named', async () => {
    const app = createApp({ now: () => 0, random: () => 0, isolate: null });
    const asked = async (host: string, more: Record<string, string> = {}) => {
      const context = createExecutionContext();
      const answer = await app.request(`https://${host}/v1`, {}, { ...env, ...more }, context);
      return { status: answer.status, text: await answer.text() };
    };
    const evil = await asked('evil.example');
    expect(evil.status).toBe(421);
    expect(evil.text).not.toContain('evil.example');
    expect((await asked('readout.team.workers.dev')).status).toBe(200);
    const configured = await asked('evil.example', { PUBLIC_URL: 'https://words.example' });
    expect([configured.status, configured.text]).toEqual([
      200,
      expect.stringContaining('https://words.example/'),
    ]);
    expect(configured.text).not.toContain('evil.example');
  });
});

it('tells where to report a hole, until when', async () => {
  const { status, text, headers } = await ask('/.well-known/security.txt');
  expect([status, headers.get('Content-Type')]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(text).toMatch(/^Contact: mailto:\S+@\S+$/m);
  const expires = Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.now());
  expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000);
  expect(text).toContain('Canonical: https://readout.example/.well-known/security.txt');
});
