import { env } from 'cloudflare:test';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { runDaily, runDue, runWeekly } from '../../src/digest/run.ts';
import { withOrigin } from '../../src/links.ts';
import { PublicDigest } from '../../src/public/digest.ts';
import { digestById, digestEntries } from '../../src/store/digest.ts';
import { readIssueTitles } from '../../src/store/issue-titles.ts';
import { Reader } from '../../src/store/reader.ts';
import { issueText } from '../../src/wording/issue-text.ts';
import { aFigure, anEngagement, aQuote, aVisit, put, type Row } from '../workers/entries.ts';

const db = env.DB;
const UTC = { timeZone: 'Etc/UTC', hour: 0 };
const ORIGIN = 'https://readout.example';

async function issue(id: string): Promise<PublicDigest> {
  const row = await digestById(db, id);
  if (row === null) throw new Error(`there is no issue ${id}`);
  return v.parse(PublicDigest, JSON.parse(withOrigin(row.body, ORIGIN)));
}

const seenAt = (at: string) => ({ first_seen_at: at, updated_at: at });
const quoteSeen = (n: number, rev: number, at: string, row: Row = {}) =>
  put(
    db,
    'quote',
    aQuote({
      id: `q_${n}`,
      text: `Statement number ${n} about harbour ${n}.`,
      said_on: at.slice(0, 10),
      ...seenAt(at),
    }),
    {
      rev,
      ...row,
    },
  );
const idsOf = ({ quotes }: PublicDigest) => quotes.map(({ id }) => id);

async function theTrip(rev = 1) {
  await put(db, 'visit', aVisit(), { rev, keys: 'visitor:minister-alpha country:no', day: '2026-03-02' });
  await put(db, 'engagement', anEngagement(), { rev });
  await put(db, 'quote', aQuote(), { rev, keys: 'speaker:minister-alpha country:no topic:transport' });
  await put(db, 'figure', aFigure(), { rev });
}

describe('a daily run', () => {
  it('makes an issue of a visit with its engagements, quotes with context and sources, and figures', async () => {
    await theTrip();
    expect(await runDaily(db, new Date('2026-03-05T10:00:00Z'), '2026-03-05')).toEqual({
      result: 'issued',
      id: '2026-03-05',
      title: 'Minister Alpha in Norway, 2–4 March 2026: 1 quote',
    });
    const made = await issue('2026-03-05');
    expect(made.lead).toMatchObject({
      title: 'Minister Alpha in Norway, 2–4 March 2026',
      entry: { noun: 'visit', id: 'minister-alpha-no-2026-03-02' },
      place: { id: 'oslo', name: 'Oslo, Norway' },
      day: '2026-03-02',
      day_from: 'stated',
      said: 1,
    });
    expect(made.lead?.people.map(({ id }) => id)).toEqual(['minister-alpha']);
    expect(made.lead?.happened.map(({ id }) => id)).toEqual(['e_000000000001']);
    expect(made.lead?.quotes.map(({ id }) => id)).toEqual(['q_000000000001']);
    expect(made).toMatchObject({ stories: [], also: [] });
    expect(made.visits.map(({ id }) => id)).toEqual(['minister-alpha-no-2026-03-02']);
    expect(made.quotes[0]).toMatchObject({
      text: 'We will build the bridge together with our neighbours.',
      url: 'https://readout.example/quotes/q_000000000001',
      context: { before: 'The minister spoke of the years ahead.', after: 'The audience rose.' },
      sources: [{ publisher: 'Ministry of Examples' }],
    });
    expect(made.figures.map(({ id }) => id)).toEqual(['f_000000000001']);
    expect(made).toMatchObject({
      from: null,
      to: '2026-03-05T09:00:00.000Z',
      cadence: 'daily',
      older: null,
    });
    expect(await digestEntries(db, '2026-03-05')).toContainEqual({
      noun: 'quote',
      id: 'q_000000000001',
      story: 0,
      keys: 'speaker:minister-alpha country:no topic:transport day:stated',
    });
  });

  it('gives the issue as text, with every word and address', async () => {
    await theTrip();
    await runDaily(db, new Date('2026-03-05T10:00:00Z'), '2026-03-05');
    const text = issueText(await issue('2026-03-05'));
    expect(text).toContain('“We will build the bridge together with our neighbours.”\n');
    expect(text).toContain('3 March 2026: Minister Alpha: Speech at the Example Institute in Oslo');
    expect(text).toContain('https://readout.example/quotes/q_000000000001');
    expect(text).toContain('https://readout.example/visits/minister-alpha-no-2026-03-02');
    expect(text).toContain('Source: Ministry of Examples: Minister Alpha visits Oslo');
    expect(text).not.toMatch(/[\u0000-\u0008]/);
  });

  it('makes no issue of a day with nothing new', async () => {
    expect(await runDaily(db, new Date('2026-03-05T10:00:00Z'), '2026-03-05')).toEqual({
      result: 'nothing-new',
      id: '2026-03-05',
    });
    await theTrip();
    await runDaily(db, new Date('2026-03-05T11:00:00Z'), '2026-03-05');
    expect((await runDaily(db, new Date('2026-03-06T10:00:00Z'), '2026-03-06')).result).toBe('nothing-new');
    expect(await readIssueTitles(new Reader(db), 'daily', null, 10)).toHaveLength(1);
  });

  it('fired twice, or by two at once, makes one issue', async () => {
    await theTrip();
    const at = new Date('2026-03-05T10:00:00Z');
    const both = await Promise.all([runDaily(db, at, '2026-03-05'), runDaily(db, at, '2026-03-05')]);
    expect(both.map(({ result }) => result).toSorted()).toEqual(['issued', 'out']);
    const before = await digestById(db, '2026-03-05');
    await quoteSeen(2, 2, '2026-03-05T12:00:00.000Z');
    expect((await runDaily(db, at, '2026-03-05')).result).toBe('out');
    expect(await digestById(db, '2026-03-05')).toEqual(before);
  });

  it('missed for a week, catches up in one issue of the newest day, every entry in exactly one issue', async () => {
    for (let day = 1; day <= 3; day++) {
      await quoteSeen(day, day, `2026-03-0${day}T09:00:00.000Z`);
      await runDue(db, new Date(`2026-03-0${day}T09:30:00Z`), UTC);
    }
    for (let day = 4; day <= 9; day++) await quoteSeen(day, day, `2026-03-0${day}T09:00:00.000Z`);
    await runDue(db, new Date('2026-03-10T00:05:00Z'), UTC);
    const issues = await readIssueTitles(new Reader(db), 'daily', null, 20);
    expect(issues.map(({ id }) => id)).toEqual(['2026-03-10', '2026-03-03', '2026-03-02', '2026-03-01']);
    const told = await Promise.all(issues.map(async ({ id }) => idsOf(await issue(id))));
    expect(told.flat().toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `q_${n}`));
    expect((await issue('2026-03-10')).from).toBe((await issue('2026-03-03')).to);
  });

  it('asked for a day before the newest issue makes none', async () => {
    await theTrip();
    await runDaily(db, new Date('2026-03-05T10:00:00Z'), '2026-03-05');
    await quoteSeen(2, 2, '2026-03-05T12:00:00.000Z');
    expect((await runDaily(db, new Date('2026-03-05T13:00:00Z'), '2026-03-04')).result).toBe('later');
  });

  it('takes what only changed its id for no news', async () => {
    await theTrip(1);
    await runDaily(db, new Date('2026-03-05T10:00:00Z'), '2026-03-05');
    const moved = aVisit({ id: 'minister-alpha-no-2026-03-01', updated_at: '2026-03-06T09:00:00.000Z' });
    await put(db, 'visit', moved, { rev: 2, first_rev: 1, day: '2026-03-01' });
    const old = aVisit({ status: 'redirected', updated_at: '2026-03-06T09:00:00.000Z' });
    await put(db, 'visit', old, { rev: 2, first_rev: 1, replaced_by: moved.id });
    expect((await runDaily(db, new Date('2026-03-06T10:00:00Z'), '2026-03-06')).result).toBe('nothing-new');
  });

  it('tells of words that were corrected and of words that nobody says any more', async () => {
    await theTrip(1);
    await quoteSeen(2, 1, '2026-03-05T09:00:00.000Z');
    await runDaily(db, new Date('2026-03-05T10:00:00Z'), '2026-03-05');
    const changed_at = '2026-03-06T09:00:00.000Z';
    await put(db, 'quote', aQuote({ status: 'corrected', updated_at: changed_at, replaced_by: 'q_3' }), {
      rev: 2,
      first_rev: 1,
      replaced_by: 'q_3',
    });
    await put(db, 'quote', aQuote({ id: 'q_2', status: 'withdrawn', updated_at: changed_at }), {
      rev: 2,
      first_rev: 1,
    });
    const run = await runDaily(db, new Date('2026-03-06T10:00:00Z'), '2026-03-06');
    expect(run).toMatchObject({ result: 'issued', title: '2 corrections' });
    expect((await issue('2026-03-06')).corrections).toEqual([
      {
        noun: 'quote',
        id: 'q_000000000001',
        change: 'corrected',
        title: 'Minister Alpha: “We will build the bridge together with our neighbours.”',
        replaced_by: 'q_3',
        url: 'https://readout.example/quotes/q_000000000001',
      },
      expect.objectContaining({ id: 'q_2', change: 'withdrawn', replaced_by: null }),
    ]);
    expect((await runDaily(db, new Date('2026-03-07T10:00:00Z'), '2026-03-07')).result).toBe('nothing-new');
  });

  it('gives documents of other days one line, however few or many, and the news beside them its full due', async () => {
    const printed = (day: string) => ({ keys: `published:${day}` });
    for (let n = 0; n < 30; n++) {
      const day = n < 15 ? '2022-06-09' : '2026-04-01';
      await quoteSeen(n, 1 + n, '2026-03-05T09:00:00.000Z', printed(day));
      const made = { id: `d_${n}`, status: 'published' as const, ...seenAt('2026-03-05T09:00:00.000Z') };
      await put(db, 'document', made, { rev: 1 + n, day });
    }
    await quoteSeen(500, 200, '2026-03-05T15:00:00.000Z', printed('2026-03-04'));
    await quoteSeen(501, 201, '2026-03-05T15:00:00.000Z', printed('2026-03-05'));
    await runDaily(db, new Date('2026-03-05T16:00:00Z'), '2026-03-05');
    const made = await issue('2026-03-05');
    expect(idsOf(made).toSorted()).toEqual(['q_500', 'q_501']);
    expect(made.older).toEqual({ documents: 30, url: 'https://readout.example/documents' });
  });

  it('takes what a document of today tells of long ago for background', async () => {
    const row = { keys: 'published:2026-03-05' };
    const at = seenAt('2026-03-05T09:00:00.000Z');
    await put(db, 'quote', aQuote({ id: 'q_1', said_on: '2019-03-05', ...at }), {
      ...row,
      day: '2019-03-05',
    });
    await put(db, 'visit', aVisit({ start: '2019-03-02', end: '2019-03-04' }), { ...row, day: '2019-03-02' });
    expect((await runDaily(db, new Date('2026-03-05T16:00:00Z'), '2026-03-05')).result).toBe('nothing-new');
  });

  it('takes what was done after its days for no news of them, and what is planned for news', async () => {
    const row = { keys: 'published:2026-03-05' };
    const at = seenAt('2026-03-05T09:00:00.000Z');
    await put(db, 'quote', aQuote({ id: 'q_1', said_on: '2026-06-01', ...at }), {
      ...row,
      day: '2026-06-01',
    });
    const trip = { start: '2026-06-01', end: '2026-06-02', day: '2026-06-01' };
    await put(db, 'visit', aVisit(trip), { ...row, day: '2026-06-01' });
    expect((await runDaily(db, new Date('2026-03-05T16:00:00Z'), '2026-03-05')).result).toBe('nothing-new');
    await put(db, 'visit', aVisit({ ...trip, visit_status: 'announced' }), {
      ...row,
      rev: 2,
      day: '2026-06-01',
    });
    expect((await runDaily(db, new Date('2026-03-05T17:00:00Z'), '2026-03-05')).result).toBe('issued');
    expect((await issue('2026-03-05')).visits.map(({ start }) => start)).toEqual(['2026-06-01']);
  });

  it('says that documents of other days came, where nothing else did', async () => {
    const made = { id: 'd_1', status: 'published' as const, ...seenAt('2026-03-05T09:00:00.000Z') };
    await put(db, 'document', made, { rev: 1, day: '2022-06-09' });
    await runDaily(db, new Date('2026-03-05T16:00:00Z'), '2026-03-05');
    expect(await issue('2026-03-05')).toMatchObject({
      title: '1 older document was added to the record',
      lead: null,
      stories: [],
      quotes: [],
    });
  });
});

describe('what is due', () => {
  it('is nothing before the hour of the edition, on its own clocks', async () => {
    await put(db, 'quote', aQuote({ said_on: null }), { day: null });
    const brussels = { timeZone: 'Europe/Brussels', hour: 6 };
    expect(await runDue(db, new Date('2026-07-05T03:59:00Z'), brussels)).toEqual([]);
    const [daily] = await runDue(db, new Date('2026-07-05T04:05:00Z'), brussels);
    expect(daily).toMatchObject({ result: 'issued', id: '2026-07-05' });
  });

  it('is dated by the day of the edition, not of UTC', async () => {
    await put(db, 'quote', aQuote({ said_on: null }), { day: null });
    const [daily] = await runDue(db, new Date('2026-07-04T22:30:00Z'), {
      timeZone: 'Europe/Brussels',
      hour: 0,
    });
    expect(daily).toMatchObject({ id: '2026-07-05' });
  });
});

describe('a weekly run', () => {
  it('covers Monday to Sunday by its own watermark, and what came later waits', async () => {
    // Brussels: Sunday 8 March 23:30 is 22:30 in UTC, Monday 00:30 is Sunday 23:30 in UTC.
    await quoteSeen(1, 1, '2026-03-02T09:00:00.000Z');
    await quoteSeen(2, 2, '2026-03-08T22:30:00.000Z');
    await quoteSeen(3, 3, '2026-03-08T23:30:00.000Z');
    await runDaily(db, new Date('2026-03-09T01:00:00Z'), '2026-03-09');
    const run = await runWeekly(db, new Date('2026-03-11T10:00:00Z'), '2026-03-02', 'Europe/Brussels');
    expect(run).toMatchObject({ result: 'issued', id: '2026-W10' });
    const first = await issue('2026-W10');
    expect(idsOf(first).toSorted()).toEqual(['q_1', 'q_2']);
    expect(first).toMatchObject({ cadence: 'weekly', date: '2026-03-08' });
    await runWeekly(db, new Date('2026-03-17T10:00:00Z'), '2026-03-09', 'Europe/Brussels');
    expect(idsOf(await issue('2026-W11'))).toEqual(['q_3']);
  });

  it('is made with the daily one from Monday on, and once', async () => {
    await quoteSeen(1, 1, '2026-03-04T09:00:00.000Z');
    const sunday = await runDue(db, new Date('2026-03-08T12:00:00Z'), UTC);
    expect(sunday.map(({ result }) => result)).toEqual(['issued', 'nothing-new']);
    const monday = await runDue(db, new Date('2026-03-09T00:05:00Z'), UTC);
    expect(monday.map(({ id, result }) => [id, result])).toEqual([
      ['2026-03-09', 'nothing-new'],
      ['2026-W10', 'issued'],
    ]);
    expect((await runDue(db, new Date('2026-03-09T00:35:00Z'), UTC))[1]?.result).toBe('out');
  });
});
