import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  dayRange,
  FIRST_PLACE,
  FIRST_UNDATED_PLACE,
  isSameDay,
  LAST_PLACE,
  orderOf,
  unlistedOrder,
} from '../../src/model/order.ts';
import { putOnRecord } from '../workers/record.ts';

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('2870-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyDay = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const id = fc.string({ unit: fc.constantFrom(...'abcxyz0189-_'), minLength: 1, maxLength: 30 });

describe('the place of an entry in lists', () => {
  it('comes before that of every older entry, and undated ones after all', () => {
    fc.assert(
      fc.property(day, day, id, id, (a, b, one, other) => {
        fc.pre(a !== b);
        expect(orderOf(a, one) < orderOf(b, other)).toBe(a > b);
        expect(orderOf(a, one)).toBeLessThan(FIRST_UNDATED_PLACE);
        expect(orderOf(null, other)).toBeGreaterThanOrEqual(FIRST_UNDATED_PLACE);
      }),
    );
  });

  it('tells its day, and whether another has the same', () => {
    fc.assert(
      fc.property(day, fc.option(day), id, id, (a, b, one, other) => {
        expect(dayOf(orderOf(a, one))).toBe(a);
        expect(dayOf(orderOf(null, one))).toBe(null);
        expect(isSameDay(orderOf(a, one), orderOf(b, other))).toBe(a === b);
      }),
    );
  });

  it('is a whole number that is listed, whatever the day, and another than that of what is not', () => {
    fc.assert(
      fc.property(fc.option(anyDay), id, (a, one) => {
        const place = orderOf(a, one);
        expect(Number.isSafeInteger(place)).toBe(true);
        expect(place >= FIRST_PLACE && place < LAST_PLACE).toBe(true);
        expect(unlistedOrder(one)).toBeLessThan(0);
      }),
    );
  });

  it('lies in the range of days exactly if its day does', () => {
    fc.assert(
      fc.property(fc.option(day), id, fc.option(anyDay), fc.option(anyDay), (a, one, from, to) => {
        const range = dayRange(from, to);
        const place = orderOf(a, one);
        const isIn = a !== null && (from === null || a >= from) && (to === null || a <= to);
        expect(place >= range.from && place < range.until).toBe(isIn);
        expect(range.from).toBeGreaterThanOrEqual(FIRST_PLACE);
        expect(range.until).toBeGreaterThanOrEqual(FIRST_PLACE);
      }),
    );
  });

  it('is the same for what was on record when places were counted from the oldest', async () => {
    const entries = [
      { id: 'q_old', day: '1999-12-31', text: 'alpha' },
      { id: 'q_new', day: '2024-02-29', text: 'alpha' },
      { id: 'q_undated', day: null, text: 'alpha' },
      { id: 'q_gone', status: 'withdrawn' as const },
    ];
    await putOnRecord('quote', entries);
    const places = async () =>
      (await env.DB.prepare('SELECT id, ord FROM quote ORDER BY id').all<{ id: string; ord: number }>())
        .results;
    const now = await places();
    const turn = env.TEST_MIGRATIONS.find(({ name }) => name.includes('newest_first'))?.queries ?? [];
    expect(turn).not.toEqual([]);
    const turned = () => env.DB.batch(turn.map((sql) => env.DB.prepare(sql)));
    await turned();
    const before = await places();
    const listed = before.filter(({ ord }) => ord > 0).toSorted((a, b) => a.ord - b.ord);
    expect(listed.map((it) => it.id)).toEqual(['q_undated', 'q_old', 'q_new']);
    await turned();
    expect(await places()).toEqual(now);
    const found = await env.DB.prepare(
      `SELECT rowid FROM quote_index WHERE quote_index MATCH 'words : alpha' ORDER BY rowid`,
    ).all<{ rowid: number }>();
    const listedNow = now.filter(({ ord }) => ord > 0).map(({ ord }) => ord);
    expect(found.results.map(({ rowid }) => rowid)).toEqual(listedNow.toSorted((a, b) => a - b));
  });
});
