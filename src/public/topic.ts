import * as v from 'valibot';
import { topicUrl } from '../links.ts';
import type { Ref } from '../model/record.ts';
import { published } from './parts.ts';

/** A topic of the register. It has no history of its own: its stamps are null. `counts` are listed quotes about it. */
export const PublicTopic = v.object({
  ...published,
  first_seen_at: v.null(),
  updated_at: v.null(),
  name: v.string(),
  terms: v.array(v.string()),
  counts: v.object({ quotes: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
});
export type PublicTopic = v.InferOutput<typeof PublicTopic>;

/** The only shape in which a topic leaves the house. */
export function toPublicTopic(topic: Ref & { terms: readonly string[] }, quotes: number): PublicTopic {
  return {
    id: topic.id,
    status: 'published',
    name: topic.name,
    terms: [...topic.terms],
    counts: { quotes },
    first_seen_at: null,
    updated_at: null,
    url: topicUrl(topic.id),
  };
}
