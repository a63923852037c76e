import * as v from 'valibot';
import { placeUrl } from '../links.ts';
import type { Place, Status } from '../model/record.ts';
import { published, Ref, type Stamps } from './parts.ts';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const PublicPlace = v.object({
  ...published,
  name: v.string(),
  kind: v.picklist(['country', 'city', 'venue']),
  country: v.nullable(Ref),
  city: v.nullable(Ref),
  counts: v.object({ visits: Count, engagements: Count, quotes: Count }),
});
export type PublicPlace = v.InferOutput<typeof PublicPlace>;

/** The only shape in which a place leaves the house. */
export function toPublicPlace(place: Place, stamps: Stamps, status: Status): PublicPlace {
  return {
    id: place.id,
    status,
    name: place.name,
    kind: place.kind,
    country: place.country,
    city: place.city,
    counts: place.counts,
    first_seen_at: stamps.first_seen_at,
    updated_at: stamps.updated_at,
    url: placeUrl(place.id),
  };
}
