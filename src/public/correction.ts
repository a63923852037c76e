import * as v from 'valibot';
import { NOUNS } from '../model/record.ts';
import { published } from './parts.ts';

export const CORRECTION_CAUSES = ['source', 'editor', 'reading'] as const;

/** What was changed or taken back in the record after it was published, by whom and why. */
export const PublicCorrection = v.object({
  ...published,
  entry: v.object({ noun: v.picklist(NOUNS), id: v.string(), url: v.nullable(v.string()) }),
  field: v.string(),
  /** As they stand in the entry; null where there was, or is, nothing. */
  before: v.unknown(),
  after: v.unknown(),
  cause: v.picklist(CORRECTION_CAUSES),
  reason: v.string(),
  /** The document that brought it about. */
  document: v.nullable(v.string()),
  at: v.string(),
});
export type PublicCorrection = v.InferOutput<typeof PublicCorrection>;
