import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildWorker } from '../../src/cli/bench/server.ts';

/** Bytes, gzip. A cold start fetches and reads them all. */
const MOST = 200_000;

describe('the bundle of the main Worker', () => {
  const bundle = buildWorker();

  it(`weighs no more than ${MOST} bytes gzip, as it is deployed`, () => {
    const bytes = gzipSync(bundle).length;
    expect(bytes).toBeGreaterThan(MOST / 3);
    expect(bytes, 'what is heavy and seldom asked for stands in a Worker of its own').toBeLessThanOrEqual(
      MOST,
    );
  });

  it('has nothing in it of what stands in a Worker of its own', () => {
    expect(bundle).toContain('/v1/verify');
    for (const [worker, mark] of [
      ['submission', 'STARTTLS'],
      ['mcp', 'tools/call'],
      ['extractor', 'AD:Andorra la Vella'],
    ] as const)
      expect([worker, bundle.includes(mark)]).toEqual([worker, false]);
  });
});
