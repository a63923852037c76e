import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { Reader } from '../../src/store/reader.ts';
import { verify } from '../../src/verify/verify.ts';
import { ingestSeeds } from '../workers/seeds.ts';
import { misquotes } from './misquotes.ts';

describe('misquotes of the corpus', () => {
  it('are at least sixty, with every verdict among them', () => {
    expect(misquotes.length).toBeGreaterThanOrEqual(60);
    expect(new Set(misquotes.map(({ verdict }) => verdict)).size).toBe(5);
  });

  it('get the verdicts they must get', async () => {
    await ingestSeeds();
    const wrong: string[] = [];
    for (const { text, speaker, verdict, because } of misquotes) {
      const found = await verify(new Reader(env.DB), { text, speaker });
      if (found.verdict !== verdict)
        wrong.push(`${text} (${speaker ?? 'anybody'}) is ${found.verdict}, not ${verdict}: ${because}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);
});
