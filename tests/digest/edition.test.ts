import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, hourIn, mondayOf, startOfDay, weekOf } from '../../src/digest/edition.ts';
import { addDays } from '../../src/model/days.ts';

const ZONES = [
  'Etc/UTC',
  'Europe/Brussels',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
].concat(['Asia/Kathmandu', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/Asuncion']);
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

describe('the calendar of an edition', () => {
  it('begins a day at the first instant that is called so, in any zone and year', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), day, (zone, it) => {
        // Samoa and Kiribati have each skipped one day of their calendars: it begins where the next one does.
        fc.pre(!['1994-12-31', '1995-01-01', '2011-12-30'].includes(it));
        const start = startOfDay(zone, it);
        expect(dayIn(zone, start)).toBe(it);
        expect(dayIn(zone, new Date(start.getTime() - 1)) < it).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('has days of 23 and of 25 hours', () => {
    const hours = (zone: string, it: string) =>
      (startOfDay(zone, addDays(it, 1)).getTime() - startOfDay(zone, it).getTime()) / 3_600_000;
    expect(hours('Europe/Brussels', '2026-03-29')).toBe(23);
    expect(hours('Europe/Brussels', '2026-10-25')).toBe(25);
    expect(hours('Europe/Brussels', '2026-10-26')).toBe(24);
    expect(hours('Australia/Lord_Howe', '2026-04-05')).toBe(24.5);
  });

  it('reads the hour on its own clocks', () => {
    expect(hourIn('Europe/Brussels', new Date('2026-07-01T22:30:00Z'))).toBe(0);
    expect(hourIn('Etc/UTC', new Date('2026-07-01T00:00:00Z'))).toBe(0);
    expect(hourIn('Asia/Kathmandu', new Date('2026-07-01T00:20:00Z'))).toBe(6);
  });

  it('numbers weeks as ISO 8601 does', () => {
    expect(weekOf('2026-11-21')).toBe('2026-W47');
    expect(weekOf('2027-01-03')).toBe('2026-W53');
    expect(weekOf('2024-12-30')).toBe('2025-W01');
    expect(weekOf('2021-01-01')).toBe('2020-W53');
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-16')).toBe('2026-11-16');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => dayIn('Europe/Atlantis', new Date(0))).toThrow(RangeError);
  });
});
