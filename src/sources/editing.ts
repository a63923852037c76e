import type { Told } from '../env.ts';
import { type Act, performAct, takeBack } from '../ingest/edit.ts';
import { withoutInIssues } from '../ingest/hidden-issues.ts';
import { contentId } from '../model/id.ts';
import { actOf, correctionsOfAct, insertReport, loadReports } from '../store/acts.ts';
import { loadEntries } from '../store/entries.ts';
import { noteHide } from '../store/outside.ts';
import { hideOf } from '../store/restoring.ts';
import type { Polling } from './poll.ts';

const HOUR_MS = 3_600_000;
/** Reports taken in an hour. */
const MOST_REPORTS = 100;
const SHOWN = 100;

export const EDITING = {
  edit: async (act: Act, polling: Polling): Promise<Told> => {
    const { db, now } = polling;
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
    for (const id of acts) await keepOutside(polling, id);
    const corrections = (await Promise.all(acts.map((id) => correctionsOfAct(db, id)))).flat();
    return { status: 200, value: { entry: act.entry, corrections } };
  },

  takeBack: async ({ id }: { id: string }, polling: Polling): Promise<Told> => {
    const { db, now } = polling;
    const act = await actOf(db, id);
    const about = act === null ? null : await takeBack(db, act, now, `Taken back: ${id}.`);
    if (about === null)
      return {
        problem: {
          code: 'not_found',
          message: `\`${id.slice(0, 100)}\` is no correction by an editor that stands.`,
        },
      };
    await keepOutside(polling, act!);
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

/** What is taken down stays so even if the database is put back to a day before. */
async function keepOutside({ db, outside }: Polling, act: string): Promise<void> {
  const hide = outside ? await hideOf(db, act) : null;
  if (outside && hide !== null) await noteHide(outside, hide);
}
