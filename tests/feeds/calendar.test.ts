import { env } from 'cloudflare:test';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { feeds } from '../../src/feeds/routes.ts';
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
