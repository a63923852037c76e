import type { Told } from '../env.ts';
import { type Act, performAct, takeBack } from '../ingest/edit.ts';
import { parseBody, renderBody } from '../links.ts';
import { contentId } from '../model/id.ts';
import type { PublicDigest } from '../public/digest.ts';
import {
  actOf,
  correctionsOfAct,
  insertReport,
  issuesTelling,
  loadReports,
  rewriteIssue,
} from '../store/acts.ts';
import { loadEntries } from '../store/entries.ts';
import type { Polling } from './poll.ts';

const HOUR_MS = 3_600_000;
/** Reports taken in an hour. */
const MOST_REPORTS = 100;
const SHOWN = 100;

export const EDITING = {
  edit: async (act: Act, { db, now }: Polling): Promise<Told> => {
    const entry = (await loadEntries(db, act.noun, [act.entry])).get(act.entry);
    if (entry === undefined)
      return {
        problem: { code: 'not_found', message: `There is no ${act.noun} with the id \`${act.entry}\`.` },
      };
    if (entry.status === 'redirected')
      return {
        problem: {
          code: 'unprocessable',
          message: `It answers to the id \`${entry.replaced_by}\` now; put that right.`,
        },
      };
    if (entry.status !== 'published')
      return {
        problem: {
          code: 'unprocessable',
          message: 'It is not on record any more, so there is nothing to put right.',
        },
      };
    const acts = await performAct(db, act, now);
    if (act.set === null) await withoutInIssues(db, act.entry);
    const corrections = (await Promise.all(acts.map((id) => correctionsOfAct(db, id)))).flat();
    return { status: 200, value: { entry: act.entry, corrections } };
  },

  takeBack: async ({ id }: { id: string }, { db, now }: Polling): Promise<Told> => {
    const act = await actOf(db, id);
    const about = act === null ? null : await takeBack(db, act, now, `Taken back: ${id}.`);
    if (about === null)
      return {
        problem: {
          code: 'not_found',
          message: `\`${id.slice(0, 100)}\` is no correction by an editor that stands.`,
        },
      };
    return { status: 200, value: { entry: about.entry, corrections: [] } };
  },

  report: async (
    given: { entry: string; text: string; email?: string },
    { db, now }: Polling,
  ): Promise<Told> => {
    const at = now.toISOString();
    const id = await contentId('r_', [given.entry, given.text, at]);
    const since = new Date(now.getTime() - HOUR_MS).toISOString();
    const kept = await insertReport(db, { id, at, email: null, ...given }, since, MOST_REPORTS);
    if (!kept)
      return {
        problem: {
          code: 'too_many_requests',
          message: 'Many reports came within the hour; please send it again later.',
        },
      };
    return { status: 202, value: { status: 'accepted' } };
  },

  reports: async (_: unknown, { db }: Polling): Promise<Told> => ({
    status: 200,
    value: { data: await loadReports(db, SHOWN), next: null },
  }),
} as const;

/** Takes a hidden entry out of the issues that told of it. */
async function withoutInIssues(db: D1Database, id: string): Promise<void> {
  for (const { id: issueId, body } of await issuesTelling(db, id)) {
    const issue = without(parseBody<PublicDigest>(body), id) as PublicDigest;
    const titled = { ...issue, title: issueId };
    await rewriteIssue(db, { id: issueId, title: issueId, body: renderBody(titled) }).run();
  }
}

/** The same without whatever bears an id, at any depth. */
function without(value: unknown, id: string): unknown {
  if (Array.isArray(value)) return value.filter((it) => !bears(it, id)).map((it) => without(it, id));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [name, bears(it, id) ? null : without(it, id)]),
  );
}
const bears = (it: unknown, id: string): boolean =>
  it !== null &&
  typeof it === 'object' &&
  ((it as { id?: string }).id === id || bears((it as { entry?: unknown }).entry, id));
