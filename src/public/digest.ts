import * as v from 'valibot';
import { PublicFigure } from './figure.ts';
import { Day, dated, published, Ref, Time } from './parts.ts';
import { PublicQuote } from './quote.ts';
import { PublicVisit } from './visit.ts';

const Url = v.nullable(v.string());

/**
 * One event of an issue, however many documents tell of it and however much was said: a visit, an engagement, or what a
 * document is about. `entry` leads to it (null: to nothing but its sources); `place` is its city and country in one;
 * `happened` are its engagements, `quotes` two or three of its `said`.
 */
export const Story = v.object({
  title: v.string(),
  entry: v.nullable(
    v.object({
      noun: v.picklist(['visit', 'engagement', 'document']),
      id: v.string(),
      title: v.string(),
      url: Url,
    }),
  ),
  ...dated,
  place: v.nullable(Ref),
  people: v.array(v.object({ ...Ref.entries, role: v.nullable(v.string()) })),
  happened: v.array(v.object({ id: v.string(), title: v.string(), day: v.nullable(Day), url: Url })),
  quotes: v.array(PublicQuote),
  said: v.number(),
  sources: v.array(
    v.object({
      document: v.string(),
      publisher: v.nullable(v.string()),
      title: v.nullable(v.string()),
      url: Url,
      published_on: v.nullable(Day),
    }),
  ),
});
export type Story = v.InferOutput<typeof Story>;

/** A line about something that is no story of the issue. */
const Line = v.object({
  noun: v.picklist(['visit', 'engagement', 'document']),
  id: v.string(),
  text: v.string(),
  url: Url,
});

/**
 * One issue: entries stand in it as they were when it was issued. `from` (exclusive) and `to` are times of arrival.
 * `also`: what else happened, a line each, folded by person. `visits`, `quotes` and `figures`: all that are of the
 * issue's days, at most 100 each, quotes and figures by their worth; `next` has addresses where there are more. `older`
 * counts documents of other days that came in, which are not told.
 */
export const PublicDigest = v.object({
  ...published,
  date: Day,
  cadence: v.picklist(['daily', 'weekly']),
  from: v.nullable(Time),
  to: Time,
  title: v.string(),
  lead: v.nullable(Story),
  stories: v.array(Story),
  also: v.array(v.object({ person: v.nullable(Ref), lines: v.array(Line) })),
  visits: v.array(PublicVisit),
  quotes: v.array(PublicQuote),
  figures: v.array(PublicFigure),
  corrections: v.array(
    v.object({
      noun: v.string(),
      id: v.string(),
      change: v.picklist(['corrected', 'withdrawn', 'redirected']),
      title: v.string(),
      replaced_by: v.nullable(v.string()),
      url: Url,
    }),
  ),
  older: v.nullable(v.object({ documents: v.number(), url: Url })),
  next: v.object({ also: Url, visits: Url, quotes: Url, figures: Url }),
  text_url: v.string(),
});
export type PublicDigest = v.InferOutput<typeof PublicDigest>;
