import * as v from 'valibot';
import { visitUrl } from '../links.ts';
import type { Status, Visit } from '../model/record.ts';
import { PublicDocument } from './document.ts';
import { PublicEngagement } from './engagement.ts';
import { PublicFigure } from './figure.ts';
import { Day, dated, published, Ref, Source, type Stamps } from './parts.ts';
import { PublicQuote } from './quote.ts';
import { toPublicSource } from './source.ts';

export const PublicVisit = v.object({
  ...published,
  title: v.string(),
  visitor: Ref,
  country: Ref,
  cities: v.array(Ref),
  ...dated,
  start: v.nullable(Day),
  end: v.nullable(Day),
  visit_status: v.picklist(['made', 'announced']),
  sources: v.array(Source),
});
export type PublicVisit = v.InferOutput<typeof PublicVisit>;

/** One visit asked for alone: everything about it in one answer. */
export const PublicWholeVisit = v.object({
  ...PublicVisit.entries,
  engagements: v.array(PublicEngagement),
  quotes: v.array(PublicQuote),
  figures: v.array(PublicFigure),
  documents: v.array(PublicDocument),
});
export type PublicWholeVisit = v.InferOutput<typeof PublicWholeVisit>;

/** The only shape in which a visit leaves the house. */
export function toPublicVisit(visit: Visit, stamps: Stamps, status: Status): PublicVisit {
  return {
    id: visit.id,
    status,
    title: visit.title,
    visitor: visit.visitor,
    country: visit.country,
    cities: visit.cities,
    day: visit.day,
    day_from: visit.day_from,
    start: visit.start,
    end: visit.end,
    visit_status: visit.visit_status,
    sources: visit.sources.map(toPublicSource),
    first_seen_at: stamps.first_seen_at,
    updated_at: stamps.updated_at,
    url: visitUrl(visit.id),
  };
}
