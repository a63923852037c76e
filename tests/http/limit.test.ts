import { createExecutionContext, env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';

describe('whoever asks too often', () => {
  const app = createApp({ now: () => 0, random: () => 0, isolate: null });
  const seen: string[] = [];
  const API_LIMIT = {
    limit: async ({ key }: { key: string }) => {
      seen.push(key);
      return { success: false };
    },
  };
  const ask = (path: string, address = '192.0.2.7', more: object = {}) =>
    app.request(
      `https://readout.example${path}`,
      { headers: { 'CF-Connecting-IP': address } },
      { ...env, API_LIMIT, RATE_LIMITS: 'on', ...more },
      createExecutionContext(),
    );

  it('is told to wait, and for how long', async () => {
    const response = await ask('/v1/quotes');
    expect(response.status).toBe(429);
    expect(response.headers.get('Retry-After')).toBe('60');
    expect(response.headers.get('RateLimit-Policy')).toBe('"requests";q=600;w=60');
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Readout-Revision')).toBe('0');
  });

  it('still gets health, feeds and out of a subscription', async () => {
    for (const path of ['/healthz', '/feeds/quotes.json', '/subscriptions/token']) {
      expect([path, (await ask(path)).status]).not.toEqual([path, 429]);
    }
  });

  it('is known by address, of IPv6 by network', async () => {
    seen.length = 0;
    for (const address of ['192.0.2.7', '2001:db8:1:2:3:4:5:6', '2001:DB8:0001:2::9', '2001:db8::1', '::1']) {
      await ask('/v1', address);
    }
    expect(seen).toEqual(['192.0.2.7', '2001:db8:1:2', '2001:db8:1:2', '2001:db8:0:0', '0:0:0:0']);
  });

  it('is held back sooner where answers cost more, feeds that search included', async () => {
    const COSTLY_LIMIT = { limit: async () => ({ success: false }) };
    const API = { limit: async () => ({ success: true }) };
    const costly = [
      '/v1/search?q=a',
      '/v1/verify?text=a',
      '/check?text=a',
      '/search?q=a',
      '/sitemap.xml?x=1',
    ];
    costly.push('/quotes/q_1.png', '/v1/quotes.csv', '/feeds/quotes.xml?q=a');
    for (const path of costly) {
      const response = await ask(path, '192.0.2.7', { API_LIMIT: API, COSTLY_LIMIT });
      expect([path, response.status, response.headers.get('RateLimit-Policy')]).toEqual([
        path,
        429,
        '"costly";q=120;w=60',
      ]);
    }
    for (const path of ['/v1/quotes', '/feeds/quotes.xml', '/healthz'])
      expect([path, (await ask(path, '192.0.2.7', { API_LIMIT: API, COSTLY_LIMIT })).status]).not.toEqual([
        path,
        429,
      ]);
  });

  it('is not held back where limits are off, or not configured', async () => {
    expect((await ask('/v1/quotes', '192.0.2.7', { RATE_LIMITS: 'off' })).status).toBe(200);
    expect((await ask('/v1/quotes', '192.0.2.7', { API_LIMIT: undefined })).status).toBe(200);
  });
});
