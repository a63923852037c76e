import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/sources/address.ts';
import { fetchGuarded, type Outward } from '../../src/sources/fetch.ts';
import { readListing, UnreadableListing } from '../../src/sources/listing.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A server on this machine that means no good. */
async function hostile(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const outward = (more: Partial<Outward> = {}): Outward => ({
  fetch: (url, init) => fetch(url, init),
  resolve: async () => null,
  reach: { loopback: true },
  agent: 'ReadoutBot/1.0',
  limits: { bytes: 100_000, ms: 1_500, redirects: 3 },
  ...more,
});

describe('a hostile server', () => {
  it('reaches no private, link-local or metadata address by redirecting to it', async () => {
    for (const target of [
      'http://169.254.169.254/latest/meta-data/',
      'http://10.0.0.1/',
      'http://192.168.1.1/',
      'http://[fd00::1]/',
      'http://[::ffff:169.254.169.254]/',
      'http://0x0a000001/',
      'file:///etc/passwd',
      'http://metadata.google.internal/',
      'http://user:pass@93.184.216.34/',
    ]) {
      const base = await hostile((_, response) => response.writeHead(302, { Location: target }).end());
      const got = await fetchGuarded(base, {}, outward());
      expect([target, got]).toEqual([target, expect.objectContaining({ kind: 'failed', refused: true })]);
    }
  });

  it('is not asked at all on this machine unless a test allows it', async () => {
    let asked = 0;
    const base = await hostile((_, response) => {
      asked++;
      response.end('secret');
    });
    const got = await fetchGuarded(base, {}, outward({ reach: { loopback: false } }));
    expect(got).toMatchObject({ kind: 'failed', refused: true });
    expect(asked).toBe(0);
  });

  it('gains nothing by a public name that leads inward', async () => {
    const got = await fetchGuarded(
      'https://rebind.test-press.org/',
      {},
      outward({ resolve: async () => ['93.184.216.34', '10.0.0.5'], reach: { loopback: false } }),
    );
    expect(got).toMatchObject({ kind: 'failed', refused: true, why: expect.stringContaining('10.0.0.5') });
  });

  it('sends no more than the limit by a bomb of gzip', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    const base = await hostile((_, response) =>
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Type': 'text/html' }).end(bomb),
    );
    expect(await fetchGuarded(base, {}, outward())).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('over 100000 bytes'),
    });
  });

  it('holds nobody by an answer without an end, or none', async () => {
    const dripping = await hostile((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/xml' });
      const drip = setInterval(() => response.write('<item>'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await fetchGuarded(dripping, {}, outward())).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('seconds'),
    });
    const silent = await hostile(() => {});
    expect(await fetchGuarded(silent, {}, outward())).toMatchObject({ kind: 'failed', refused: false });
    const endless = await hostile((_, response) => {
      response.writeHead(200);
      const more = () => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    });
    expect(await fetchGuarded(endless, {}, outward())).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('bytes'),
    });
  });

  it('leads nobody round in circles', async () => {
    const base = await hostile((_, response) => response.writeHead(302, { Location: '/again' }).end());
    expect(await fetchGuarded(base, {}, outward())).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('3 times'),
    });
  });
});

describe('a hostile list', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>`;
  it.each(['feed', 'sitemap'] as const)('that declares a document type is refused as a %s', (kind) => {
    expect(() => readListing(kind, bomb, 'https://x.test-press.org/', null)).toThrow(UnreadableListing);
  });

  it('without an end is read up to a thousand articles', () => {
    const items = Array.from(
      { length: 5_000 },
      (_, n) => `<item><title>${n}</title><link>https://x.test-press.org/${n}</link></item>`,
    );
    const feed = `<rss version="2.0"><channel><title>x</title><link>https://x.test-press.org</link>${items.join('')}</channel></rss>`;
    const listing = readListing('feed', feed, 'https://x.test-press.org/', null);
    expect([listing.items.length, listing.more]).toEqual([1_000, 4_000]);
  });

  it('of no kind that is known, or of rubbish, is refused in words', () => {
    for (const text of ['', '{}', '<html></html>', '\u0000\u0001', '<rss', '[]'])
      for (const kind of ['feed', 'sitemap'] as const)
        expect(() => readListing(kind, text, 'https://x.test-press.org/', null)).toThrow(UnreadableListing);
  });

  it('gives no address that is not of the web', () => {
    const feed = `<rss version="2.0"><channel><title>x</title><link>https://x.test-press.org</link><item><title>a</title><link>javascript:alert(1)</link></item><item><title>b</title><link>file:///etc/passwd</link></item><item><title>c</title><link>/fine</link></item></channel></rss>`;
    expect(readListing('feed', feed, 'https://x.test-press.org/', null).items.map(({ url }) => url)).toEqual([
      'https://x.test-press.org/fine',
    ]);
  });
});

it.each([
  'http://127.0.0.1/',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://017700000001/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:7f00:1]/',
  'http://[::7f00:1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://169.254.169.254/',
  'http://100.64.0.1/',
  'http://0.0.0.0/',
  'http://224.0.0.1/',
  'http://168.63.129.16/',
  'http://localhost/',
  'http://localhost./',
  'http://a.localhost/',
  'http://intranet/',
  'http://nas.local/',
  'http://db.internal/',
])('%s is refused', (address) => {
  expect(refusalOf(new URL(address), { loopback: false })).not.toBeNull();
});
it.each(['https://www.nato.int/', 'http://93.184.216.34/', 'https://[2606:2800:220:1::1]/'])(
  '%s is not',
  (address) => {
    expect(refusalOf(new URL(address), { loopback: false })).toBeNull();
  },
);
