import type { Told } from '../env.ts';
import { RecordMoved } from '../ingest/change.ts';
import { fromCursor, rebuildSlice } from '../ingest/rebuild.ts';
import { rereadSlice } from '../ingest/reread.ts';
import { tryAgain } from '../store/failure.ts';
import type { Polling } from './poll.ts';

/** A slice that other writes overtake is done again; so often before whoever asked is told to ask again. */
const TURNS = 4;

/** What deriving the record anew is asked by name: it stands here because it is heavy, and seldom asked. */
export const DERIVING = {
  reread: async (
    { limit, chance }: { limit: number; chance: number },
    { db, now, read, wait }: Polling,
  ): Promise<Told> => {
    const patience = { random: () => chance, wait: async (ms: number) => void (await wait(ms)) };
    return { status: 200, value: { left: await rereadSlice(db, now, limit, read, patience) } };
  },

  rebuild: async (
    { cursor, limit, chance }: { cursor: string | null; limit: number; chance: number },
    { db, now, read, wait }: Polling,
  ): Promise<Told> => {
    try {
      fromCursor(cursor);
    } catch {
      const detail = '`cursor` is not the `next` of a slice';
      return {
        problem: {
          code: 'bad_request',
          message: `${detail}.`,
          errors: [{ parameter: 'cursor', detail }],
        },
      };
    }
    const patience = { random: () => chance, wait: async (ms: number) => void (await wait(ms)) };
    for (let turn = 1; ; turn++) {
      try {
        const slice = await tryAgain(patience, () => rebuildSlice(db, now, cursor, limit, read));
        return { status: 200, value: slice };
      } catch (error) {
        if (!(error instanceof RecordMoved)) throw error;
        if (turn === TURNS)
          return {
            problem: {
              code: 'unavailable',
              message: 'Other writes kept coming first; ask for the same slice again.',
            },
          };
        await wait(200 * turn * chance);
      }
    }
  },
};
