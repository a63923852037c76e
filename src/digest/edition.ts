import { addDays } from '../model/days.ts';
import type { Day } from '../model/extraction.ts';

/**
 * The calendar of an edition: which day it is where its readers are, and when that day began. Days of 23 and of 25
 * hours, and days whose midnight does not exist, are the time zone's business: nothing here adds hours.
 */

/** The calendar day of an instant in a time zone (IANA name). Throws a RangeError for a zone that does not exist. */
export function dayIn(timeZone: string, at: Date): Day {
  const { year, month, day } = partsIn(timeZone, at);
  return `${year}-${month}-${day}`;
}

/** The hour on the clocks of a time zone, 0–23. */
export function hourIn(timeZone: string, at: Date): number {
  return Number(partsIn(timeZone, at).hour);
}

/** The first instant of a day in a time zone. */
export function startOfDay(timeZone: string, day: Day): Date {
  // No zone is further than 14 hours from UTC, so the day begins between these two; days never run backwards.
  let before = Date.parse(`${day}T00:00:00Z`) - 15 * 3_600_000;
  let within = before + 30 * 3_600_000;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayIn(timeZone, new Date(middle)) < day) before = middle;
    else within = middle;
  }
  return new Date(within);
}

/** Monday of the week of a day. */
export function mondayOf(day: Day): Day {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** ISO 8601 week of a day: `2026-W47`. A week belongs to the year of its Thursday. */
export function weekOf(day: Day): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

function partsIn(timeZone: string, at: Date): Record<'year' | 'month' | 'day' | 'hour', string> {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  const parts = { year: '', month: '', day: '', hour: '' };
  for (const { type, value } of format.formatToParts(at)) {
    if (type === 'year' || type === 'month' || type === 'day' || type === 'hour') parts[type] = value;
  }
  return parts;
}
