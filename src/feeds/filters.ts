import * as v from 'valibot';
import * as param from '../http/params.ts';
import { requireDays } from '../http/query.ts';
import { filterBy } from '../store/filter.ts';
import type { Asked } from '../store/stretches.ts';

/** What feeds can be narrowed by: as the lists of the API, by the same names. */
const shared = {
  from: param.day('On or after this day.', '2024-01-01'),
  to: param.day('On or before this day.', '2024-12-31'),
  published_from: param.day('First published on or after this day.', '2024-01-01'),
  published_to: param.day('First published on or before this day.', '2024-12-31'),
  country: param.country,
  q: param.words,
  limit: param.limit,
};

export const quoteFilters = v.strictObject({
  speaker: param.anyId('Who said it.', 'jens-stoltenberg'),
  visit: param.anyId('During which visit.', 'jens-stoltenberg-us-2024-01-29'),
  engagement: param.anyId('At which engagement.', 'e_000000000000'),
  document: param.anyId('In which document.', 'd_000000000000'),
  topic: param.anyId('On which topic.', 'deterrence'),
  min_sources: param.whole(1, 20, undefined, 'Printed by at least so many documents.'),
  ...shared,
});

export const visitFilters = v.strictObject({
  visitor: param.anyId('Who travelled.', 'jens-stoltenberg'),
  city: param.anyId('A city of the trip.', 'washington'),
  status: param.oneOf(['made', 'announced', 'any'], 'Trips made (the default), only announced, or both.'),
  ...shared,
});

export const digestFilters = v.strictObject({
  cadence: param.oneOf(['daily', 'weekly'], 'Daily issues (the default) or weekly ones.'),
  limit: param.limit,
});

export const correctionFilters = v.strictObject({ limit: param.limit });

type QuoteFilters = v.InferOutput<typeof quoteFilters>;
type VisitFilters = v.InferOutput<typeof visitFilters>;

/** Throws 400 for days the wrong way round. */
export function askedOfQuotes({
  min_sources,
  from,
  to,
  published_from,
  published_to,
  q,
  limit: _,
  ...named
}: QuoteFilters): Asked {
  const days = { from, to, published_from, published_to };
  requireDays(days);
  const sources = min_sources === undefined ? undefined : String(min_sources);
  return {
    filter: filterBy({ ...named, sources }, days, q),
    from: from ?? null,
    to: to ?? null,
    order: 'newest',
  };
}

/** Throws 400 for days the wrong way round. */
export function askedOfVisits({
  status,
  from,
  to,
  published_from,
  published_to,
  q,
  limit: _,
  ...named
}: VisitFilters): Asked {
  const days = { from, to, published_from, published_to };
  requireDays(days);
  return {
    filter: filterBy({ ...named, status: status === 'any' ? undefined : (status ?? 'made') }, days, q),
    from: from ?? null,
    to: to ?? null,
    order: 'newest',
    lasting: true,
  };
}
