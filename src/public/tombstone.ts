import type * as v from 'valibot';
import type { Stamps, Tombstone } from './parts.ts';

/** What is left under an id whose bearer now answers to another. */
export function toTombstone(
  id: string,
  replacedBy: string,
  url: string | null,
  stamps: Stamps,
): v.InferOutput<typeof Tombstone> {
  return {
    id,
    status: 'redirected',
    replaced_by: replacedBy,
    first_seen_at: stamps.first_seen_at,
    updated_at: stamps.updated_at,
    url,
  };
}
