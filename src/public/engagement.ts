import * as v from 'valibot';
import { engagementUrl } from '../links.ts';
import { ENGAGEMENT_KINDS } from '../model/extraction.ts';
import type { Engagement, Status } from '../model/record.ts';
import { Day, dated, published, Ref, Source, type Stamps, TitleRef } from './parts.ts';
import { toPublicSource } from './source.ts';

export const PublicEngagement = v.object({
  ...published,
  title: v.string(),
  kind: v.picklist(ENGAGEMENT_KINDS),
  ...dated,
  date: v.nullable(Day),
  period: v.nullable(v.string()),
  place: v.nullable(Ref),
  city: v.nullable(Ref),
  country: v.nullable(Ref),
  participants: v.array(v.object({ ...Ref.entries, role: v.nullable(v.string()) })),
  held: v.boolean(),
  visit: v.nullable(TitleRef),
  quotes: v.array(v.object({ id: v.string(), text: v.string(), speaker: v.nullable(Ref) })),
  sources: v.array(Source),
});
export type PublicEngagement = v.InferOutput<typeof PublicEngagement>;

/** The only shape in which an engagement leaves the house. `period` is `YYYY-MM` where only the month is known. */
export function toPublicEngagement(it: Engagement, stamps: Stamps, status: Status): PublicEngagement {
  return {
    id: it.id,
    status,
    title: it.title,
    kind: it.kind,
    day: it.day,
    day_from: it.day_from,
    date: it.date,
    period: it.period,
    place: it.place,
    city: it.city,
    country: it.country,
    participants: it.participants,
    held: it.held,
    visit: it.visit,
    quotes: it.quotes,
    sources: it.sources.map(toPublicSource),
    first_seen_at: stamps.first_seen_at,
    updated_at: stamps.updated_at,
    url: engagementUrl(it.id),
  };
}
