import type * as v from 'valibot';
import { PublicCorrection } from '../public/correction.ts';
import { PublicDigest } from '../public/digest.ts';
import { PublicDocument } from '../public/document.ts';
import { PublicEngagement } from '../public/engagement.ts';
import { PublicFigure } from '../public/figure.ts';
import { Ref, Source, TitleRef, Tombstone } from '../public/parts.ts';
import { PublicPerson } from '../public/person.ts';
import { PublicPlace } from '../public/place.ts';
import { PublicQuote } from '../public/quote.ts';
import { PublicTopic } from '../public/topic.ts';
import { PublicVisit, PublicWholeVisit } from '../public/visit.ts';
import { partOf } from './paging.ts';

const whole = {
  Ref,
  TitleRef,
  Source,
  Tombstone,
  Quote: PublicQuote,
  Engagement: PublicEngagement,
  Visit: PublicVisit,
  WholeVisit: PublicWholeVisit,
  Figure: PublicFigure,
  Person: PublicPerson,
  Place: PublicPlace,
  Topic: PublicTopic,
  Document: PublicDocument,
  Digest: PublicDigest,
  Correction: PublicCorrection,
};

/** The shapes that have a name in the OpenAPI document; `QuotePart` is what `fields` leaves of a `Quote`. */
export const components: Record<string, v.GenericSchema> = {
  ...whole,
  ...Object.fromEntries(
    Object.entries(whole)
      .filter(([name]) => !['Ref', 'TitleRef', 'Source', 'Tombstone'].includes(name))
      .map(([name, shape]) => [`${name}Part`, partOf(shape)]),
  ),
};
