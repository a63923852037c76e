import { apiUrl, parseBody, renderBody } from '../links.ts';
import { addDays } from '../model/days.ts';
import type { Day } from '../model/extraction.ts';
import { dayRange } from '../model/order.ts';
import type { PublicDigest } from '../public/digest.ts';
import { isSoundBody } from '../store/damage.ts';
import {
  absentEntries,
  type Cadence,
  changedEntries,
  currentRevision,
  type DigestRow,
  digestById,
  insertDigest,
  latestDigest,
  newEntries,
  readArrivals,
  restoredEntries,
  revisionBefore,
} from '../store/digest.ts';
import { compileIssue } from './compile.ts';
import { daysIn, daysOfIssue } from './days.ts';
import { dayIn, hourIn, mondayOf, startOfDay, weekOf } from './edition.ts';
import { fitAbsent, fitEntries, fitIssue } from './fit.ts';

/** What became of a run. `out`: that issue has been made before. `later`: a newer one has, so this one never will be. */
export type RunResult =
  | { result: 'issued'; id: string; title: string }
  | { result: 'out' | 'nothing-new' | 'later'; id: string };

/** Where and when an edition comes out. */
export interface Edition {
  /** IANA name, e.g. "Europe/Brussels". */
  timeZone: string;
  /** From this hour on (0–23, on the edition's clocks) the day's issue is due. */
  hour: number;
}

export function editionOf(env: { EDITION_TIMEZONE?: string; EDITION_HOUR?: string }): Edition {
  const hour = Number(env.EDITION_HOUR ?? 0);
  if (!Number.isInteger(hour) || hour < 0 || hour > 23)
    throw new Error(`EDITION_HOUR is an hour from 0 to 23, not "${env.EDITION_HOUR}"`);
  return { timeZone: env.EDITION_TIMEZONE || 'Etc/UTC', hour };
}

/**
 * Makes the daily issue of a day from all that has come in since the issue before, whenever that was: days that were
 * missed are caught up in it. Any number of runs make one issue.
 */
export async function runDaily(db: D1Database, now: Date, date: Day): Promise<RunResult> {
  return run(db, now, { id: date, cadence: 'daily', date }, await currentRevision(db));
}

/**
 * Makes the weekly issue of the week from a Monday to the Sunday after it; what came in later waits for the next one.
 * It is dated that Sunday.
 */
export async function runWeekly(
  db: D1Database,
  now: Date,
  monday: Day,
  timeZone: string,
): Promise<RunResult> {
  const closes = startOfDay(timeZone, addDays(monday, 7));
  const upTo = await revisionBefore(db, closes.toISOString());
  return run(db, now, { id: weekOf(monday), cadence: 'weekly', date: addDays(monday, 6) }, upTo);
}

/** Makes what is due: today's issue from the edition's hour on, and that of the last full week. */
export async function runDue(db: D1Database, now: Date, edition: Edition): Promise<RunResult[]> {
  const today = dayIn(edition.timeZone, now);
  if (hourIn(edition.timeZone, now) < edition.hour) return [];
  const daily = await runDaily(db, now, today);
  const weekly = await runWeekly(db, now, addDays(mondayOf(today), -7), edition.timeZone);
  return [daily, weekly];
}

async function run(
  db: D1Database,
  now: Date,
  { id, cadence, date }: { id: string; cadence: Cadence; date: Day },
  upTo: number,
): Promise<RunResult> {
  if ((await digestById(db, id)) !== null) return { result: 'out', id };
  const before = await latestDigest(db, cadence);
  if (before !== null && before.date > date) return { result: 'later', id };
  const from = before?.to_rev ?? 0;
  if (upTo <= from) return { result: 'nothing-new', id };

  const days = daysOfIssue(cadence, date, before?.date ?? null);
  const arrivals = await readArrivals(db, from, upTo, dayRange(days.first, days.last));
  const arrived = await newEntries(db, from, upTo, daysIn(days));
  const restored = await restoredEntries(db, cadence, from, upTo);
  const news = {
    visits: [...arrived.visits, ...restored.visits],
    engagements: [...arrived.engagements, ...restored.engagements],
    figures: [...arrived.figures, ...restored.figures],
    quotes: [...arrived.quotes, ...restored.quotes],
  };
  const since = before === null ? null : closedAt(before);
  const changes = since === null ? [] : await changedEntries(db, from, upTo, since);
  const changed =
    changes
      .map(({ updated_at }) => updated_at)
      .sort()
      .at(-1) ?? '';

  const compiled = compileIssue(
    {
      id,
      cadence,
      date,
      days,
      from: since,
      to: [arrivals.last_at ?? '', changed].sort().at(-1) || now.toISOString(),
      issued_at: now.toISOString(),
    },
    news,
    changes,
    arrivals.older,
  );
  if (compiled === null) return { result: 'nothing-new', id };
  const { entries } = compiled;
  const issue = fitIssue(compiled.issue, (list) =>
    apiUrl(`/v1/${list}?published_from=${days.first}&published_to=${days.last}`),
  );
  const inserted = await insertDigest(
    db,
    {
      id,
      cadence,
      date,
      from_rev: from,
      to_rev: upTo,
      title: issue.title,
      body: renderBody(issue),
      issued_at: now.toISOString(),
    },
    fitEntries(entries),
    fitAbsent(await absentEntries(db, from, upTo)),
  );
  return inserted ? { result: 'issued', id, title: issue.title } : { result: 'out', id };
}

/** When the last entry of an issue came; of one whose row is damaged, when it was issued. */
function closedAt(issue: DigestRow): string {
  return isSoundBody(issue.body) ? parseBody<PublicDigest>(issue.body).to : issue.issued_at;
}
