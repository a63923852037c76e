import * as v from 'valibot';
import { Day, published, Time } from './common.ts';
import { PublicEngagement } from './engagement.ts';
import { PublicFigure } from './figure.ts';
import { PublicQuote } from './quote.ts';
import { PublicVisit } from './visit.ts';

/** One issue: entries stand in it as they were when it was issued. `from` (exclusive) and `to` are times of arrival. */
export const PublicDigest = v.object({
  ...published,
  date: Day,
  cadence: v.picklist(['daily', 'weekly']),
  from: v.nullable(Time),
  to: Time,
  title: v.string(),
  visits: v.array(v.object({ ...PublicVisit.entries, engagements: v.array(PublicEngagement) })),
  quotes: v.array(PublicQuote),
  figures: v.array(PublicFigure),
  corrections: v.array(
    v.object({
      noun: v.string(),
      id: v.string(),
      change: v.picklist(['corrected', 'withdrawn', 'redirected']),
      title: v.string(),
      replaced_by: v.nullable(v.string()),
      url: v.nullable(v.string()),
    }),
  ),
  text_url: v.string(),
});
export type PublicDigest = v.InferOutput<typeof PublicDigest>;
