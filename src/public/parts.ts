import * as v from 'valibot';
import { STATUSES } from '../model/record.ts';

/** Building blocks of every public shape. Days are `YYYY-MM-DD`, times RFC 3339 in UTC. */
export const Day = v.pipe(v.string(), v.isoDate());
export const Time = v.pipe(v.string(), v.isoTimestamp());
export const Ref = v.object({ id: v.string(), name: v.string() });
export const TitleRef = v.object({ id: v.string(), title: v.string() });

/**
 * What has a day: the stated one, else that of first publication; `day_from` says which. Lists are in this order; `from`
 * and `to` match stated days only.
 */
export const dated = {
  day: v.nullable(Day),
  day_from: v.nullable(v.picklist(['stated', 'published'])),
};

/** What every noun carries. */
export const published = {
  id: v.string(),
  status: v.picklist(STATUSES),
  first_seen_at: Time,
  updated_at: Time,
  url: v.nullable(v.string()),
};

/** The place in a document that says so: `text` is that document's `[start, end)` in UTF-16 code units. */
export const Source = v.object({
  document: v.string(),
  publisher: v.nullable(v.string()),
  title: v.nullable(v.string()),
  url: v.nullable(v.string()),
  published_on: v.nullable(Day),
  start: v.number(),
  end: v.number(),
  text: v.string(),
  sha256: v.string(),
});

/** Under another id now: what a mirror sees of it in `updated_since` lists. */
export const Tombstone = v.object({ ...published, replaced_by: v.string() });

export interface Stamps {
  first_seen_at: string;
  updated_at: string;
}
