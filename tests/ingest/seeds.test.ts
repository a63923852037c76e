import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import essanews from '../../corpus/documents/essanews-2024-02-15-defence-ministers.json';
import essanewsText from '../../corpus/documents/essanews-2024-02-15-defence-ministers.txt?raw';
import european from '../../corpus/documents/european-2022-06-washington.json';
import europeanText from '../../corpus/documents/european-2022-06-washington.txt?raw';
import heritage from '../../corpus/documents/nato-2024-01-31-heritage.json';
import heritageText from '../../corpus/documents/nato-2024-01-31-heritage.txt?raw';
import socom from '../../corpus/documents/nato-2024-02-01-socom-tampa.json';
import socomText from '../../corpus/documents/nato-2024-02-01-socom-tampa.txt?raw';
import copy from '../../corpus/documents/nato-multimedia-2024-01-31-heritage.json';
import copyText from '../../corpus/documents/nato-multimedia-2024-01-31-heritage.txt?raw';
import { extract } from '../../src/extract/extract.ts';
import { ingestDocument, withdrawDocument } from '../../src/ingest/ingest.ts';
import { entries, readRecord } from './record.ts';

interface Sidecar {
  url: string;
  publisher: string;
  title?: string;
  published_on?: string;
}

const DOCUMENTS: [Sidecar, string][] = [
  [european, europeanText],
  [heritage, heritageText],
  [copy, copyText],
  [socom, socomText],
  [essanews, essanewsText],
];

interface Quote {
  text: string;
  said_on: string | null;
  speaker: { id: string };
  engagement: { id: string; title: string } | null;
  visit: { id: string } | null;
  topics: unknown[];
  sources: { document: string; start: number; end: number; text: string }[];
}

const put = ([{ url, publisher, title, published_on }, text]: [Sidecar, string], at: number) =>
  ingestDocument(
    env.DB,
    { text, url, publisher, title, published_on },
    new Date(Date.UTC(2026, 0, 1, 0, 0, at)),
    extract,
  );

describe('the five first documents', () => {
  const ids: string[] = [];
  beforeEach(async () => {
    ids.length = 0;
    for (const [at, document] of DOCUMENTS.entries()) ids.push((await put(document, at)).document_id);
  });

  it('tell of two trips to the United States, the second over four days by three documents', async () => {
    const visits = (
      await entries<{
        start: string;
        end: string;
        cities: { id: string }[];
        sources: { document: string }[];
      }>('visit')
    ).filter((it) => it.status === 'published');
    expect(visits.map((it) => it.id)).toEqual([
      'jens-stoltenberg-us-2024-01-29',
      'jens-stoltenberg-us-2022-06-01',
    ]);
    const [winter, summer] = visits;
    expect([winter?.start, winter?.end]).toEqual(['2024-01-29', '2024-02-01']);
    expect(winter?.cities.map((it) => it.id)).toEqual(['washington', 'troy', 'tampa']);
    expect(new Set(winter?.sources.map((it) => it.document))).toEqual(new Set([ids[1], ids[2], ids[3]]));
    expect([summer?.start, summer?.end]).toEqual(['2022-06-01', '2022-06-02']);
  });

  it('put the eleven Heritage quotes at that speech on 31 January, each with both documents as sources', async () => {
    const [speech] = (
      await entries<{
        kind: string;
        date: string;
        place: { name: string } | null;
        quotes: unknown[];
        visit: { id: string };
      }>('engagement')
    ).filter((it) => it.kind === 'speech' && it.date === '2024-01-31');
    expect(speech?.place?.name).toContain('Heritage');
    expect(speech?.quotes).toHaveLength(11);
    expect(speech?.visit.id).toBe('jens-stoltenberg-us-2024-01-29');
    const said = (await entries<Quote>('quote')).filter((it) => it.engagement?.id === speech?.id);
    expect(said.every((it) => it.said_on === '2024-01-31' && it.sources.length === 2)).toBe(true);
  });

  it('date the quotes of the Tampa release by the days it gives them', async () => {
    const own = (await entries<Quote>('quote')).filter(
      (it) => it.sources.length === 1 && it.sources[0]?.document === ids[3],
    );
    const days = own.map((it) => it.said_on).sort();
    expect(days).toEqual([
      '2024-01-29',
      '2024-01-30',
      '2024-02-01',
      '2024-02-01',
      '2024-02-01',
      '2024-02-01',
    ]);
  });

  it('let the Brussels meeting of February 2024 stand alone', async () => {
    const meetings = (
      await entries<{ city: { id: string } | null; visit: unknown; sources: { document: string }[] }>(
        'engagement',
      )
    ).filter((it) => it.city?.id === 'brussels' && it.sources[0]?.document === ids[4]);
    expect(meetings.map((it) => it.visit)).toEqual([null]);
  });

  it('hold one text twice, and say so', async () => {
    const documents = await entries<{ near_duplicate_of: string | null }>('document');
    expect(
      documents.filter((it) => it.near_duplicate_of != null).map((it) => [it.id, it.near_duplicate_of]),
    ).toEqual([[ids[2], ids[1]]]);
  });

  it('give every quote to the one who said it, word for word', async () => {
    const quotes = (await entries<Quote>('quote')).filter((it) => it.status === 'published');
    const by = Map.groupBy(quotes, (it) => it.speaker.id);
    expect([...by.keys()].sort()).toEqual(['antony-blinken', 'jens-stoltenberg', 'lloyd-austin']);
    expect(by.get('antony-blinken')).toHaveLength(13);
    expect(by.get('lloyd-austin')).toHaveLength(6);
    const texts = new Map(ids.map((id, at) => [id, DOCUMENTS[at]![1]]));
    for (const quote of quotes)
      for (const it of quote.sources) expect(texts.get(it.document)?.slice(it.start, it.end)).toBe(it.text);
  });

  it('do not print the statement whose opening mark is missing', async () => {
    const { listed } = await readRecord();
    expect(listed.quote?.some((it) => it.includes('Lastly, criticism towards NATO'))).toBe(false);
  });

  it('find a topic for at least four quotes in five', async () => {
    const quotes = (await entries<Quote>('quote')).filter((it) => it.status === 'published');
    expect(quotes.filter((it) => it.topics.length > 0).length).toBeGreaterThanOrEqual(0.8 * quotes.length);
  });

  it('lead from the trip as one of them alone tells it to the trip as all of them tell it, and back', async () => {
    const { answers } = await readRecord();
    expect(answers.get('jens-stoltenberg-us-2024-01-31')).toEqual({
      status: 'redirected',
      to: 'jens-stoltenberg-us-2024-01-29',
    });
    await withdrawDocument(env.DB, ids[3]!, new Date(Date.UTC(2026, 0, 2)));
    const { answers: without } = await readRecord();
    expect(without.get('jens-stoltenberg-us-2024-01-29')).toEqual({
      status: 'redirected',
      to: 'jens-stoltenberg-us-2024-01-31',
    });
    expect(without.get('jens-stoltenberg-us-2024-01-31')?.status).toBe('published');
  });

  it('make the same record in the opposite order', async () => {
    const before = await readRecord();
    for (const id of ids) await withdrawDocument(env.DB, id, new Date(Date.UTC(2026, 0, 3)));
    expect(Object.values((await readRecord()).listed).flat()).toEqual([]);
    for (const [at, document] of [...DOCUMENTS].reverse().entries()) await put(document, 100 + at);
    const after = await readRecord();
    expect(after.listed).toEqual(before.listed);
    expect(after.tallies).toEqual(before.tallies);
  });
});
