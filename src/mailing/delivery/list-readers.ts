import {
  lettersMade,
  listSlice,
  mailingOf,
  nextReaders,
  preferencesOf,
  type Reader,
} from '../../store/deliveries.ts';
import { Letters } from '../letter/letters.ts';
import type { Errand, Office } from '../office.ts';

/** Readers listed in one statement, and how many such slices one message's work may be. */
export const SLICE = 1_000;
const SLICES = 4;
/** Letters written for one message's work at most, so that readers who all want something else do not overrun it. */
export const MOST_LETTERS = 200;
/** The most that a queue takes at once. */
const BATCH = 100;

/**
 * Writes down who is to get an issue, and queues a message for each of them: slice by slice, each whole or not at all, so
 * that it can be broken off anywhere and done by several at once. What a broken-off run did not queue, the sweep does.
 * Ends by queueing itself if there is more to do. Answers with how many letters it wrote.
 */
export async function listReaders(office: Office, issueId: string): Promise<number> {
  const { db, queue, now } = office;
  const letters = new Letters(db, office.origin);
  for (let slice = 0; slice < SLICES && letters.written < MOST_LETTERS; slice++) {
    const mailing = await mailingOf(db, issueId);
    if (mailing === null || mailing.listed === 1) return letters.written;
    const next = await nextReaders(db, mailing, SLICE);
    const made = await lettersMade(db, issueId);
    const { readers, missing } = withinBudget(next, made, MOST_LETTERS - letters.written);
    if (missing.length > 0) {
      for (const [key, preferences] of await preferencesOf(db, missing)) {
        made.set(key, (await letters.write(issueId, key, preferences)) !== null);
      }
    }
    const wanting = readers.filter(({ preferences_key }) => made.get(preferences_key) !== false);
    const last = readers.length === next.length && next.length < SLICE;
    const { moved, deliveries } = await listSlice(
      db,
      mailing,
      wanting.map(({ id }) => id),
      { cursor: readers.at(-1)?.id ?? mailing.cursor, listed: last, at: now().toISOString() },
    );
    // Another consumer lists the same mailing; it goes on.
    if (!moved) return letters.written;
    await queueDeliveries(queue, deliveries);
    if (last) return letters.written;
  }
  await queue.send({ mailing: issueId });
  return letters.written;
}

/** The first readers for whom no more than `budget` letters have to be written, and one reader for each of those letters. */
function withinBudget(next: readonly Reader[], made: ReadonlyMap<string, boolean>, budget: number) {
  const missing = new Map<string, Reader>();
  const readers: Reader[] = [];
  for (const reader of next) {
    const { preferences_key } = reader;
    if (!made.has(preferences_key) && !missing.has(preferences_key)) {
      if (missing.size >= budget) break;
      missing.set(preferences_key, reader);
    }
    readers.push(reader);
  }
  return { readers, missing: [...missing.values()] };
}

export async function queueDeliveries(queue: Office['queue'], ids: readonly number[]): Promise<void> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH).map((delivery): { body: Errand } => ({ body: { delivery } }));
    await queue.sendBatch(batch);
  }
}
