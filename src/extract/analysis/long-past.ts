import type { Day } from '../../model/extraction.ts';

/** A month more than a season before the document's day. */
export function isLongPast(period: string, reference: Day): boolean {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(reference) - months(period) > 3;
}
