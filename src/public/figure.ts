import * as v from 'valibot';
import { figureUrl } from '../links.ts';
import type { Figure, Status } from '../model/record.ts';
import { Day, dated, published, Ref, Source, type Stamps, TitleRef } from './parts.ts';
import { toPublicSource } from './source.ts';

export const PublicFigure = v.object({
  ...published,
  text: v.string(),
  value: v.number(),
  unit: v.string(),
  about: v.string(),
  qualifier: v.nullable(v.string()),
  stated_by: v.nullable(Ref),
  ...dated,
  said_on: v.nullable(Day),
  engagement: v.nullable(TitleRef),
  visit: v.nullable(TitleRef),
  sentence: v.string(),
  sources: v.array(Source),
});
export type PublicFigure = v.InferOutput<typeof PublicFigure>;

/** The only shape in which a figure leaves the house. */
export function toPublicFigure(figure: Figure, stamps: Stamps, status: Status): PublicFigure {
  return {
    id: figure.id,
    status,
    text: figure.text,
    value: figure.value,
    unit: figure.unit,
    about: figure.about,
    qualifier: figure.qualifier,
    stated_by: figure.stated_by,
    day: figure.day,
    day_from: figure.day_from,
    said_on: figure.said_on,
    engagement: figure.engagement,
    visit: figure.visit,
    sentence: figure.sentence,
    sources: figure.sources.map(toPublicSource),
    first_seen_at: stamps.first_seen_at,
    updated_at: stamps.updated_at,
    url: figureUrl(figure.id),
  };
}
