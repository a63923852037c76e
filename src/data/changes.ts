import { parseBody, withOrigin } from '../links.ts';
import type { Noun } from '../model/record.ts';
import type { ChangeRow } from '../store/data.ts';

const DAY_MS = 86_400_000;

/** The day so many days after one. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Days from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}

/**
 * A line of a delta: what became of an entry, when, and what brought it about: a `document` that came, a `source` that
 * changed or took back its own, an `editor`, or a better `reading` of the same texts. `entry` is the entry as it stands;
 * null where another id answers for it now (`replaced_by`), or it was taken down.
 */
export function lineOfChange(noun: Noun, day: string, row: ChangeRow, origin: string): string {
  const isHidden = parseBody<{ status?: string }>(row.body).status === 'hidden';
  const change = isHidden
    ? 'hidden'
    : row.status !== 'published'
      ? row.status
      : row.first_seen_at >= day
        ? 'published'
        : 'changed';
  const cause =
    row.cause === 'source'
      ? change === 'published' || change === 'changed'
        ? 'document'
        : 'source'
      : row.cause === 'rebuild'
        ? 'reading'
        : row.cause;
  const told = {
    noun,
    id: row.id,
    change,
    cause: isHidden ? 'editor' : cause,
    document: isHidden ? null : row.document_id,
    at: row.updated_at,
    revision: row.rev,
    replaced_by: row.replaced_by,
    entry: isHidden || change === 'redirected' ? null : (JSON.parse(withOrigin(row.body, origin)) as object),
  };
  return JSON.stringify(told);
}
