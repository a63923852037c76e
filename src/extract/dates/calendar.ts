import type { Day } from '../../model/extraction.ts';

/** Days since 1970-01-01 of a day of the proleptic Gregorian calendar (Howard Hinnant's `days_from_civil`). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the three numbers name a day that exists, within the years that news is about. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1500 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 && !leap ? 28 : DAYS_IN_MONTH[month - 1]!);
}

const two = (value: number) => String(value).padStart(2, '0');

/** `YYYY-MM-DD`, or null for a day that does not exist. */
export function toDay(year: number, month: number, day: number): Day | null {
  return isDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : null;
}

/** The day `days` after (or, negative, before) `day`. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(numberOf(day) * 86_400_000 + days * 86_400_000);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD`. */
export function numberOf(day: Day): number {
  return dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((numberOf(day) + 4) % 7) + 7) % 7;
}
