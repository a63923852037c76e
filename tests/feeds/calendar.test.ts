import { env } from 'cloudflare:test';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { feeds } from '../../src/feeds/routes.ts';
import { ask } from '../workers/ask.ts';
import { aVisit, put } from '../workers/entries.ts';
import { HOSTILE, ORIGIN, serve } from '../workers/site.ts';

const db = env.DB;
const get = serve(feeds);

async function events(path = '/feeds/visits.ics') {
  const text = await (await get(path)).text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { text, events: calendar.getAllSubcomponents('vevent').map((it) => new ICAL.Event(it)) };
}

describe('the calendar of visits', () => {
  it('has each visit as an event of whole days, its last day included', async () => {
    await put(db, 'visit', aVisit(), { keys: 'status:made' });
    const { events: all } = await events();
    expect(all).toHaveLength(1);
    expect(all[0]!.uid).toBe('minister-alpha-no-2026-03-02@readout');
    expect(all[0]!.summary).toBe('Minister Alpha in Norway, 2–4 March 2026');
    expect(all[0]!.location).toBe('Oslo, Norway');
    expect([all[0]!.startDate.toString(), all[0]!.endDate.toString()]).toEqual(['2026-03-02', '2026-03-05']);
    expect(all[0]!.startDate.isDate).toBe(true);
    expect(all[0]!.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(all[0]!.component.getFirstPropertyValue('url')).toBe(
      `${ORIGIN}/visits/minister-alpha-no-2026-03-02`,
    );
  });

  it('leaves out visits whose first day nobody states', async () => {
    await put(db, 'visit', aVisit({ start: null, end: null }), { keys: 'status:made', day: null });
    const { text, events: none } = await events();
    expect(none).toEqual([]);
    // A calendar has to hold something, and ends every line alike.
    expect(text).toContain('BEGIN:VTIMEZONE');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('tells a calendar that has the event that it has changed', async () => {
    const sequenceOf = async () => (await events()).events[0]!.sequence;
    await put(db, 'visit', aVisit(), { keys: 'status:made' });
    const before = await sequenceOf();
    await put(db, 'visit', aVisit({ updated_at: '2027-01-01T00:00:00Z' }), { keys: 'status:made' });
    expect(await sequenceOf()).toBeGreaterThan(before);
  });

  it('keeps the id of a trip that turns out to have begun a day earlier, in the feed too', async () => {
    const post = (body: Record<string, unknown>) =>
      ask('/v1/documents', {
        method: 'POST',
        headers: { Authorization: 'Bearer local', 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const idsIn = async () => ({
      uids: (await ask('/feeds/visits.ics')).text.match(/^UID:.*$/gm),
      items: ((await ask('/feeds/visits.json')).json as { items: { id: string }[] }).items.map(
        ({ id }) => id,
      ),
    });
    const telling = (days: string) =>
      `Prime Minister Jane Example of Denmark visited Oslo, Norway, from ${days} March 2026. She opened a bridge.`;
    await post({ text: telling('3 to 5'), url: 'https://works.example/a', published_on: '2026-03-06' });
    const before = await idsIn();
    expect(before.uids).toEqual([expect.stringContaining('jane-example-no-2026-03-03')]);
    await post({ text: telling('2 to 5'), url: 'https://works.example/b', published_on: '2026-03-06' });
    const { data } = (await ask('/v1/visits')).json as { data: { id: string }[] };
    expect(data.map(({ id }) => id)).toEqual(['jane-example-no-2026-03-02']);
    expect(await idsIn()).toEqual(before);
  });

  it('says in its title what it was narrowed by', async () => {
    const { text } = await events('/feeds/visits.ics?country=NO&visitor=jane-example');
    expect(text.replaceAll(/\r\n[ \t]/g, '')).toMatch(/CALNAME:Readout: visits \(.*country no.*\)/);
  });

  it('lasts a day where only the first is known, and is tentative where only announced', async () => {
    await put(db, 'visit', aVisit({ end: null, visit_status: 'announced' }), { keys: 'status:announced' });
    const [event] = (await events('/feeds/visits.ics?status=announced')).events;
    expect([event!.startDate.toString(), event!.endDate.toString()]).toEqual(['2026-03-02', '2026-03-03']);
    expect(event!.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
  });

  it('is the same text each time, in lines of at most 75 bytes, and conditional', async () => {
    await put(db, 'visit', aVisit({ title: 'Ministre Été en Norvège — '.repeat(8) }), {
      keys: 'status:made',
    });
    const first = await get('/feeds/visits.ics');
    const text = await first.clone().text();
    expect(text).toBe((await events()).text);
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const again = await get('/feeds/visits.ics', { 'If-None-Match': first.headers.get('ETag') ?? '' });
    expect(again.status).toBe(304);
  });

  it('lets no words of a document become a line of its own', async () => {
    await put(db, 'visit', aVisit({ title: HOSTILE, cities: [{ id: 'x', name: HOSTILE }] }), {
      keys: 'status:made',
    });
    const { text, events: all } = await events();
    expect(all).toHaveLength(1);
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  });
});
