import type { Reader } from '../store/reader.ts';
import type { Context } from './context.ts';

/** Everything made from the record carries this tag. */
export const RECORD_TAG = 'record';

/** The part of Workers Cache that is used; absent where it is not enabled, as in local runs. */
interface TaggedCache {
  invalidate?(options: { tags: string[] }): Promise<unknown>;
}

/**
 * To be called after a write, with what was read from the primary since: forgets what this isolate remembers, and has the edge ask again for whatever was made of
 * the record. Should the edge not hear of it, answers run out by themselves (see isolate.ts).
 */
export function invalidate(c: Context, revision: number, db: Reader): void {
  const { isolate, now } = c.get('outside');
  isolate?.forget();
  isolate?.learn(revision, now());
  isolate?.confirm(db.bookmark, now());
  const cache = (c.executionCtx as ExecutionContext & { cache?: TaggedCache }).cache;
  if (cache?.invalidate) c.executionCtx.waitUntil(cache.invalidate({ tags: [RECORD_TAG] }));
}
