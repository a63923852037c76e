import { createScheduledController, env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { runDaily } from '../../src/digest/run.ts';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument, withdrawDocument } from '../../src/ingest/ingest.ts';
import type { PublicDigest } from '../../src/public/digest.ts';
import worker from '../../src/worker.ts';
import { ask, askPage } from '../workers/ask.ts';
import { ingestSeeds } from '../workers/seeds.ts';

/** What happens over some days, told through the Worker: documents come in, the cron job fires or does not. */

async function fire(at: string): Promise<void> {
  await worker.scheduled(createScheduledController({ scheduledTime: new Date(at) }), env);
}

const read = (text: string, at: string, url: string) =>
  ingestDocument(
    env.DB,
    { text, url, publisher: 'Ministry of Works', title: 'Works' },
    new Date(at),
    extract,
  );

const issues = async () => (await askPage('/v1/digests')).data as unknown as PublicDigest[];
const words = ({ quotes }: PublicDigest) => quotes.map(({ text }) => text);

const BRIDGE = 'The Minister of Works, Jane Example, said: “We will build the bridge before winter.”';
const PORT =
  'The Minister of Works, Jane Example, said: “Every port must be inspected before the storms come.”';
const ROAD =
  'The Minister of Works, Jane Example, said: “The coastal road stays open because the valley needs it.”';
const at = (day: number, hour = 9) => `2026-03-0${day}T0${hour}:00:00.000Z`;

describe('the first issue', () => {
  it('has one line for documents of years ago', async () => {
    await ingestSeeds();
    await fire('2026-03-01T09:05:00Z');
    const [issue, ...others] = await issues();
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ id: '2026-03-01', lead: null, stories: [], also: [], quotes: [] });
    const { data } = await askPage('/v1/documents?limit=100');
    const dated = data.filter((it) => (it as { published_on?: string | null }).published_on !== null).length;
    expect(issue!.older?.documents).toBe(dated);
    expect(issue!.title).toBe(`${dated} older documents were added to the record`);
  });

  it('tells the documents of its own days: the trip leads, with key quotes and sources', async () => {
    await ingestSeeds();
    await runDaily(env.DB, new Date('2026-03-01T09:05:00Z'), '2024-02-01');
    const [issue] = await issues();
    expect(issue!.title).toMatch(/^Jens Stoltenberg in the United States, /);
    expect(issue!.lead?.entry).toMatchObject({ noun: 'visit', id: 'jens-stoltenberg-us-2024-01-29' });
    expect(issue!.lead?.quotes.length).toBeGreaterThan(1);
    expect(issue!.lead?.sources.length).toBeGreaterThan(0);
    expect(issue!.visits.map(({ id }) => id)).not.toContain('jens-stoltenberg-us-2022-06-01');
    for (const path of [
      '/digests/2024-02-01',
      '/digests/2024-02-01.txt',
      '/feeds/digest.xml',
      '/v1/digests/latest',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
  });
});

describe('issue after issue', () => {
  it('tells each quote once, whatever days were missed, and a second printing not at all', async () => {
    await read(BRIDGE, at(1), 'https://works.example/bridge');
    await fire(at(1, 9));
    await fire(at(1, 9));
    await read(PORT, at(2), 'https://works.example/port');
    // The same words, printed by another: one more source of a quote that has been told.
    await read(`${BRIDGE} It was a cold day.`, at(3), 'https://wire.example/bridge');
    await read(ROAD, at(4), 'https://works.example/road');
    await fire(at(6));
    await fire(at(7));
    const all = await issues();
    expect(all.map(({ id }) => id)).toEqual(['2026-03-06', '2026-03-01']);
    expect(words(all[1]!)).toEqual(['We will build the bridge before winter.']);
    expect(words(all[0]!).toSorted()).toEqual([
      'Every port must be inspected before the storms come.',
      'The coastal road stays open because the valley needs it.',
    ]);
  });

  it('tells a correction as one, and what was withdrawn', async () => {
    await read(BRIDGE, at(1), 'https://works.example/bridge');
    const port = await read(PORT, at(1), 'https://works.example/port');
    await fire(at(1, 9));
    await read(BRIDGE.replace('winter', 'summer'), at(2), 'https://works.example/bridge');
    await withdrawDocument(env.DB, port.document_id, new Date(at(2)));
    await fire(at(3));
    const [issue] = await issues();
    expect(issue!.corrections.map(({ change, title }) => [change, title]).toSorted()).toEqual([
      ['corrected', 'Jane Example: “We will build the bridge before winter.”'],
      ['withdrawn', 'Jane Example: “Every port must be inspected before the storms come.”'],
    ]);
    const corrected = issue!.corrections.find(({ change }) => change === 'corrected')!;
    const now = (await ask(`/v1/quotes/${corrected.replaced_by}`)).json as { text: string };
    expect(now.text).toBe('We will build the bridge before summer.');
    await fire(at(4));
    expect(await issues()).toHaveLength(2);
  });

  it('tells what was taken back before anybody was told, once it is put back', async () => {
    await read(BRIDGE, at(1), 'https://works.example/bridge');
    const port = await read(PORT, at(1), 'https://works.example/port');
    await withdrawDocument(env.DB, port.document_id, new Date(at(1)));
    await fire(at(1, 9));
    await read(PORT, at(2), 'https://works.example/port');
    await fire(at(2, 9));
    await read(`${PORT} It was said twice.`, at(3), 'https://wire.example/port');
    await fire(at(3, 9));
    const all = await issues();
    expect(all.map((issue) => [issue.id, words(issue)])).toEqual([
      ['2026-03-02', ['Every port must be inspected before the storms come.']],
      ['2026-03-01', ['We will build the bridge before winter.']],
    ]);
  });

  it('has no news in a document that was taken back and put back', async () => {
    const port = await read(PORT, at(1), 'https://works.example/port');
    await fire(at(1, 9));
    await withdrawDocument(env.DB, port.document_id, new Date(at(2)));
    await read(PORT, at(2), 'https://works.example/port');
    await fire(at(3));
    expect((await issues()).map(({ id }) => id)).toEqual(['2026-03-01']);
  });
});
