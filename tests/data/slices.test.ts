import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { makeData } from '../../src/data/make.ts';
import { loadIndex } from '../../src/store/data.ts';
import { putAll } from './made.ts';

const bucket = () => {
  if (env.OUTSIDE === undefined) throw new Error('no bucket');
  return env.OUTSIDE as R2Bucket;
};
const MINUTE = 60_000;

/** A bucket that fails at some of what is put into it. */
const failingAt = (held: R2Bucket, fails: (nth: number) => boolean): R2Bucket => {
  let nth = 0;
  return new Proxy(held, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'put') return value.bind(target);
      return (...args: Parameters<R2Bucket['put']>) => {
        if (fails(nth++)) throw new Error('the bucket is away');
        return target.put(...args);
      };
    },
  });
};

const hashes = async () =>
  (await loadIndex(env.DB)).files
    .filter(({ path }) => !path.endsWith('datapackage.json'))
    .map(({ path, sha256, rows }) => [path.slice(path.indexOf('/') + 1), sha256, rows])
    .toSorted();

async function make(day: string, slices: number, held: R2Bucket): Promise<number> {
  for (let turn = 0; turn < 200; turn++) {
    // A claim that broke off is free again after a while.
    const now = new Date(Date.parse(`${day}T00:05:00Z`) + turn * 11 * MINUTE);
    if (now.toISOString().slice(0, 10) !== day) throw new Error('a day was not enough');
    const shop = { db: env.DB, bucket: held, origin: 'https://readout.example', now };
    try {
      if ((await makeData(shop, slices))?.made) return turn + 1;
    } catch (error) {
      if (!(error instanceof Error && error.message === 'the bucket is away')) throw error;
    }
  }
  throw new Error('the files are never made');
}

describe('the making of the files', () => {
  it('comes to the same bytes in one turn, in many, and with a bucket that is away every seventh time', async () => {
    await putAll();
    expect(await make('2026-03-06', 100, bucket())).toBe(1);
    const inOne = (await hashes()).filter(([path]) => !String(path).startsWith('2026-03-05'));
    const tables = inOne.filter(([path]) => !String(path).startsWith('20'));
    expect(tables.length).toBe(18);
    expect(await make('2026-03-07', 1, bucket())).toBeGreaterThan(10);
    expect(
      await make(
        '2026-03-08',
        4,
        failingAt(bucket(), (nth) => nth % 7 === 5),
      ),
    ).toBeGreaterThan(3);
    const all = (await hashes()).filter(([path]) => !String(path).startsWith('20'));
    for (const [path, sha256, rows] of tables) {
      expect(all.filter(([it]) => it === path)).toEqual(Array(3).fill([path, sha256, rows]));
    }
    // Slices are gone once the files are whole.
    const { objects } = await bucket().list({ prefix: 'data/' });
    expect(objects.filter(({ key }) => key.includes('/parts/'))).toEqual([]);
  });

  it('is nobody else’s while somebody is at it', async () => {
    await putAll();
    const shop = {
      db: env.DB,
      bucket: bucket(),
      origin: 'https://readout.example',
      now: new Date('2026-03-06T00:05:00Z'),
    };
    const [one, other] = await Promise.all([makeData(shop, 100), makeData(shop, 100)]);
    expect([one, other].filter((it) => it?.made).length).toBe(1);
    expect([one, other]).toContain(null);
  });
});
