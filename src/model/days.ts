import type { Day } from './extraction.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const parts = (day: Day) => ({
  year: day.slice(0, 4),
  month: MONTHS[Number(day.slice(5, 7)) - 1] ?? '',
  date: Number(day.slice(8, 10)),
});

/** "1 February 2024" */
export function dayInWords(day: Day): string {
  const { year, month, date } = parts(day);
  return `${date} ${month} ${year}`;
}

/** "29 January – 1 February 2024", "1–2 June 2022", "31 January 2024"; empty where neither day is known. */
export function spanInWords(start: Day | null, end: Day | null): string {
  if (start === null) return end === null ? '' : `until ${dayInWords(end)}`;
  if (end === null || end === start) return dayInWords(start);
  const a = parts(start);
  const b = parts(end);
  if (a.year !== b.year) return `${dayInWords(start)} – ${dayInWords(end)}`;
  if (a.month !== b.month) return `${a.date} ${a.month} – ${dayInWords(end)}`;
  return `${a.date}–${dayInWords(end)}`;
}

/** "July 2024" of `2024-07`. */
export function monthInWords(period: string): string {
  return `${MONTHS[Number(period.slice(5, 7)) - 1] ?? ''} ${period.slice(0, 4)}`;
}

/** The day `count` days later (earlier if negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

export const monthOf = (day: Day): string => day.slice(0, 7);
