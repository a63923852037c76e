import type { Told } from '../env.ts';
import { BeingRestored, dumpSlice } from '../keep/dump.ts';
import {
  beginRestore,
  endRestore,
  type Manifest,
  NotRestored,
  replayLeavings,
  restoreLine,
} from '../keep/restore.ts';
import { NoDumpKey, readDumpKey } from '../keep/seal.ts';
import { readKeys } from '../mail/keys.ts';
import { freezeMail, thawMail } from '../store/restoring.ts';
import type { Polling } from './poll.ts';

/** One step of putting a dump back, in their order. */
export type RestoreStep =
  | { step: 'begin'; dump: Manifest }
  | { step: 'line'; table: string; line: string }
  | { step: 'leavings'; after: number }
  | { step: 'end'; dump: Manifest; counts: Record<string, number> };

/** What a step says: rows put back and left out, acts that were known, readers let go, and after whom to go on. */
export type Restored = Partial<Record<'rows' | 'left_out' | 'hides' | 'left', number>> & {
  next?: number | null;
};

/** Settings of the main Worker that sealing and replaying need. */
export interface Settings {
  key: string | null;
  secrets: string | undefined;
  origin: string;
  zone: string;
}

/** Dumping, restoring and the freeze of mail, as whoever operates the site asks for them by name. */
export const KEEPING = {
  dump: (
    { cursor, open, key }: { cursor: string | null; open: boolean; key: string | null },
    { db, bytes }: Polling,
  ) =>
    told(async () => {
      if (bytes === undefined) throw new Error('nothing is sealed without chance');
      return dumpSlice(db, cursor, open ? null : await readDumpKey(key), bytes(12));
    }),

  restore: ({ step, settings }: { step: RestoreStep; settings: Settings }, polling: Polling) =>
    told(() => restoreStep(step, settings, polling)),

  mail: ({ frozen, reason }: { frozen: boolean; reason: string }, { db }: Polling) =>
    told(async () => {
      if (frozen) await freezeMail(db, reason).run();
      else await thawMail(db);
      return { frozen };
    }),
} as const;

export async function restoreStep(
  step: RestoreStep,
  { key, secrets, origin, zone }: Settings,
  { db, now, outside }: Pick<Polling, 'db' | 'now' | 'outside'>,
): Promise<Restored> {
  const place = { db, now, outside: outside ?? null };
  switch (step.step) {
    case 'begin':
      return beginRestore(place, step.dump);
    case 'line':
      return restoreLine(place, step.table, step.line, key === null ? null : await readDumpKey(key));
    case 'leavings': {
      const keys = await readKeys(secrets, origin);
      if (keys === null) throw new NotRestored('SECRET_KEYS is not set: nobody can tell who has left since.');
      return replayLeavings(place, keys, step.after);
    }
    case 'end':
      await endRestore(place, step.dump, step.counts, zone);
      return {};
  }
}

async function told(work: () => Promise<unknown>): Promise<Told> {
  try {
    return { status: 200, value: await work() };
  } catch (error) {
    if (error instanceof BeingRestored || error instanceof NotRestored)
      return { problem: { code: 'conflict', message: error.message } };
    if (error instanceof NoDumpKey) return { problem: { code: 'unprocessable', message: error.message } };
    if (error instanceof RangeError || error instanceof SyntaxError)
      return { problem: { code: 'bad_request', message: `${error.message}.` } };
    throw error;
  }
}
