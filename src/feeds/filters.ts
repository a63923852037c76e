import * as v from 'valibot';
import * as param from '../http/params.ts';
import { requireOrder } from '../http/query.ts';
import { keysOf, readPhrases } from '../store/filter.ts';
import type { Asked } from '../store/stretches.ts';

/** What feeds can be narrowed by: as the lists of the API, by the same names. */
const shared = {
  from: param.day('On or after this day.', '2024-01-01'),
  to: param.day('On or before this day.', '2024-12-31'),
  country: param.country,
  q: param.words,
  limit: param.limit,
};

export const quoteFilters = v.strictObject({
  speaker: param.id('Who said it.', 'jens-stoltenberg'),
  visit: param.id('During which visit.', 'jens-stoltenberg-us-2024-01-29'),
  engagement: param.id('At which engagement.', 'e_000000000000'),
  document: param.id('In which document.', 'd_000000000000'),
  topic: param.id('On which topic.', 'deterrence'),
  min_sources: param.whole(1, 20, undefined, 'Printed by at least so many documents.'),
  ...shared,
});

export const visitFilters = v.strictObject({
  visitor: param.id('Who travelled.', 'jens-stoltenberg'),
  city: param.id('A city of the trip.', 'washington'),
  status: param.oneOf(['made', 'announced'], 'Trips made (the default) or only announced.'),
  ...shared,
});

export const digestFilters = v.strictObject({
  cadence: param.oneOf(['daily', 'weekly'], 'Daily issues (the default) or weekly ones.'),
  limit: param.limit,
});

type QuoteFilters = v.InferOutput<typeof quoteFilters>;
type VisitFilters = v.InferOutput<typeof visitFilters>;

/** Throws 400 for days the wrong way round. */
export function askedOfQuotes({ min_sources, from, to, q, limit: _, ...keys }: QuoteFilters): Asked {
  requireOrder(from, to);
  return {
    filter: {
      keys: keysOf({ ...keys, ...(min_sources !== undefined && { sources: String(min_sources) }) }),
      phrases: q === undefined ? [] : readPhrases(q),
    },
    from: from ?? null,
    to: to ?? null,
    order: 'newest',
  };
}

/** Throws 400 for days the wrong way round. */
export function askedOfVisits({ status, from, to, q, limit: _, ...keys }: VisitFilters): Asked {
  requireOrder(from, to);
  return {
    filter: {
      keys: keysOf({ ...keys, status: status ?? 'made' }),
      phrases: q === undefined ? [] : readPhrases(q),
    },
    from: from ?? null,
    to: to ?? null,
    order: 'newest',
    lasting: true,
  };
}
