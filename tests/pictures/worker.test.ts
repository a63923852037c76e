import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BESIDE, WRANGLER } from '../../src/cli/wrangler.ts';

const QUOTE = {
  text: 'We will build the bridge <b>together</b> with our neighbours.',
  speakers: [{ id: 'minister-alpha', name: 'Minister Alpha', role: 'Minister of Examples', kind: 'person' }],
  speaker_label: null,
  day: '2026-03-03',
  day_from: 'stated',
  engagement: null,
  visit: null,
};

/** Bytes, gzip, of all that is deployed: Cloudflare's free plan takes 3 MB. */
const MOST = 3_000_000;

describe('the picture Worker, as it is deployed', () => {
  let miniflare: Miniflare;
  let built: string;
  const ask = async (body: string | null) => {
    const init = body === null ? {} : { method: 'POST', body };
    const answer = await miniflare.dispatchFetch('https://pictures/', init);
    return { status: answer.status, type: answer.headers.get('Content-Type'), bytes: await answer.bytes() };
  };

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'readout-pictures-'));
    const run = spawnSync(
      process.execPath,
      [WRANGLER, 'deploy', '-c', BESIDE['readout-pictures'], '--dry-run', '--outdir', folder],
      { encoding: 'utf8', env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
    );
    expect([run.status, run.stderr]).toEqual([0, expect.any(String)]);
    built = run.stdout;
    const module = (path: string, type: 'ESModule' | 'CompiledWasm' | 'Data') => ({
      type,
      path,
      contents: new Uint8Array(readFileSync(join(folder, path))),
    });
    const files = readdirSync(folder);
    miniflare = new Miniflare(
      convertV4MiniflareOptions({
        modules: [
          module('worker.js', 'ESModule'),
          ...files.filter((path) => path.endsWith('.wasm')).map((path) => module(path, 'CompiledWasm')),
          ...files.filter((path) => path.endsWith('.ttf')).map((path) => module(path, 'Data')),
        ],
        compatibilityDate: '2026-10-01',
        compatibilityFlags: ['nodejs_compat'],
      }),
    );
  });
  afterAll(() => miniflare.dispose());

  it('answers a quote with a PNG of 1200 × 630, again and again the same', async () => {
    const { status, type, bytes } = await ask(JSON.stringify(QUOTE));
    expect([status, type]).toEqual([200, 'image/png']);
    expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    const header = new DataView(bytes.buffer, bytes.byteOffset);
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([1200, 630]);
    // An empty frame takes less than half of it.
    expect(bytes.length).toBeGreaterThan(20_000);
    expect((await ask(JSON.stringify(QUOTE))).bytes).toEqual(bytes);
  });

  it('says so where it can make none, and takes nothing else for a quote', async () => {
    expect((await ask(JSON.stringify({ ...QUOTE, text: 'גשר' }))).status).toBe(422);
    for (const body of ['', 'no JSON', '[]', JSON.stringify({ ...QUOTE, text: 7 })])
      expect([body, (await ask(body)).status]).toEqual([body, 400]);
    expect((await ask(null)).status).toBe(405);
  });

  it(`weighs less than ${MOST} bytes gzip`, () => {
    const [, weight = '', unit = ''] = /gzip: ([\d.]+) (\w+)/.exec(built) ?? [];
    expect(unit).toBe('KiB');
    expect(Number(weight)).toBeGreaterThan(100);
    expect(Number(weight) * 1024).toBeLessThan(MOST);
  });
});
