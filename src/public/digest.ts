import * as v from 'valibot';
import { PublicEngagement } from './engagement.ts';
import { PublicFigure } from './figure.ts';
import { Day, published, Ref, Time } from './parts.ts';
import { PublicQuote } from './quote.ts';
import { PublicVisit } from './visit.ts';

/**
 * One issue: entries stand in it as they were when it was issued. `from` (exclusive) and `to` are times of arrival.
 * `quotes` and `figures` are the key ones; `more` names the other new quotes in brief; `engagements` are new ones that
 * belong to no new visit. `archive` counts what was loaded in bulk and is not told one by one; `not_shown` what an
 * issue of bounded size had no room for.
 */
export const PublicDigest = v.object({
  ...published,
  date: Day,
  cadence: v.picklist(['daily', 'weekly']),
  from: v.nullable(Time),
  to: Time,
  title: v.string(),
  visits: v.array(v.object({ ...PublicVisit.entries, engagements: v.array(PublicEngagement) })),
  engagements: v.array(PublicEngagement),
  quotes: v.array(PublicQuote),
  more: v.array(
    v.object({
      id: v.string(),
      text: v.string(),
      speaker: v.nullable(Ref),
      said_on: v.nullable(Day),
      url: v.nullable(v.string()),
    }),
  ),
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
  archive: v.nullable(v.object({ entries: v.number(), url: v.nullable(v.string()) })),
  not_shown: v.number(),
  text_url: v.string(),
});
export type PublicDigest = v.InferOutput<typeof PublicDigest>;
