import { createScheduledController, env } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { runDaily } from '../../src/digest/run.ts';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument, type ReadText } from '../../src/ingest/ingest.ts';
import { rereadSlice } from '../../src/ingest/reread.ts';
import { EXTRACTOR } from '../../src/model/extractor-version.ts';
import worker from '../../src/worker.ts';
import { ask, askPage } from '../workers/ask.ts';

const patience = { random: () => 0.5, wait: async () => {} };
const day = (n: number) => new Date(Date.UTC(2026, 2, n));
const text = (n: number) =>
  `“We will build bridge number ${n} before the winter comes,” said Minister Jane Example in Oslo. “Nobody will pay more than ${n},” she said.`;

/** An extractor that does not see the second quotation. */
const half: ReadText = (words, hints) => {
  const found = extract(words, hints);
  return { ...found, quotes: found.quotes.slice(0, 1) };
};

/** Four documents, the last ids first, as an older extractor read them. */
async function readByAnOlderOne(): Promise<string[]> {
  const ids: string[] = [];
  for (const n of [4, 3, 2, 1])
    ids.push((await ingestDocument(env.DB, { text: text(n) }, day(5 - n), half)).document_id);
  await env.DB.prepare(`UPDATE extraction SET extractor = 'older'`).run();
  return ids;
}

describe('a better extractor', () => {
  it('reads again in slices, oldest first, says how much is left, and stops when nothing is', async () => {
    const ids = await readByAnOlderOne();
    expect((await ask('/healthz')).json).toMatchObject({ re_reading_left: 4 });
    const seen: string[] = [];
    const watching: ReadText = (words, hints) => {
      seen.push(words);
      return extract(words, hints);
    };
    for (const left of [3, 2, 1, 0]) {
      expect(await rereadSlice(env.DB, day(10), 1, watching, patience)).toBe(left);
      expect((await ask('/healthz')).json).toMatchObject({ re_reading_left: left });
    }
    expect(seen).toEqual([4, 3, 2, 1].map(text));
    expect(await rereadSlice(env.DB, day(11), 1, watching, patience)).toBe(0);
    expect(seen).toHaveLength(4);
    const { results } = await env.DB.prepare('SELECT DISTINCT extractor FROM extraction').all();
    expect(results).toEqual([{ extractor: EXTRACTOR }]);
    expect((await askPage('/v1/quotes')).data).toHaveLength(8);
    const causes = await env.DB.prepare(
      'SELECT cause, document_id FROM revision WHERE rev > 4 ORDER BY rev',
    ).all();
    expect(causes.results).toEqual(ids.map((document_id) => ({ cause: 'reading', document_id })));
  });

  it('floods nobody: what it finds and what it takes back stands in no issue', async () => {
    await readByAnOlderOne();
    expect((await runDaily(env.DB, day(6), '2026-03-06')).result).toBe('issued');
    const none: ReadText = (words, hints) => ({
      ...extract(words, hints),
      quotes: extract(words, hints).quotes.slice(1),
    });
    await rereadSlice(env.DB, day(7), 10, none, patience);
    expect((await askPage('/v1/quotes')).data).toHaveLength(4);
    const run = await runDaily(env.DB, day(8), '2026-03-08');
    expect(run.result).toBe('nothing-new');
    // What comes from then on is told as ever.
    await ingestDocument(env.DB, { text: text(9) }, day(9), extract);
    expect((await runDaily(env.DB, day(10), '2026-03-10')).result).toBe('issued');
    const issue = (await ask('/v1/digests/2026-03-10')).json as {
      corrections: unknown[];
      quotes: { text: string }[];
    };
    expect(issue.corrections).toEqual([]);
    expect(issue.quotes.every((quote) => /9/.test(quote.text))).toBe(true);
  });

  it('goes on where it was when its reader failed, and passes over what cannot be read', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await readByAnOlderOne();
    let reads = 0;
    const breaking: ReadText = (words, hints) => {
      if (++reads === 3) throw new Error('the extractor does not answer');
      return extract(words, hints);
    };
    await expect(rereadSlice(env.DB, day(10), 10, breaking, patience)).rejects.toThrow('does not answer');
    expect((await ask('/healthz')).json).toMatchObject({ re_reading_left: 2 });
    expect(await rereadSlice(env.DB, day(10), 10, breaking, patience)).toBe(0);
    expect(reads).toBe(5);
  });
});

it('the clock has ten documents read again every five minutes, by the Workers as they are bound, until none is left', async () => {
  for (let n = 1; n <= 12; n++) await ingestDocument(env.DB, { text: text(n) }, day(1), half);
  await env.DB.prepare(`UPDATE extraction SET extractor = 'older'`).run();
  const tick = () =>
    worker.scheduled(createScheduledController({ scheduledTime: day(2), cron: '*/5 * * * *' }), env);
  for (const left of [2, 0, 0]) {
    await tick();
    expect((await ask('/healthz')).json).toMatchObject({ re_reading_left: left });
  }
  expect((await askPage('/v1/quotes?limit=100')).data).toHaveLength(24);
});
