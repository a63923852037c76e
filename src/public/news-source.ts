import * as v from 'valibot';
import { RIGHTS, SOURCE_KINDS, SOURCE_STATES } from '../model/source-kind.ts';

const Time = v.nullable(v.string());

/** Where documents come from, and how it is doing. */
export const PublicNewsSource = v.object({
  id: v.string(),
  status: v.literal('published'),
  name: v.string(),
  kind: v.picklist(SOURCE_KINDS),
  publisher: v.string(),
  region: v.nullable(v.string()),
  rights: v.picklist(RIGHTS),
  licence: v.nullable(v.string()),
  terms: v.nullable(v.string()),
  address: v.nullable(v.string()),
  selector: v.nullable(v.string()),
  body_selector: v.nullable(v.string()),
  /** Minutes between two polls, as it stands. */
  interval: v.number(),
  next_at: Time,
  last_tried_at: Time,
  last_success_at: Time,
  last_document: v.nullable(v.object({ id: v.string(), at: v.string() })),
  /** Minutes from when its last document was published to when it came here. */
  lag: v.nullable(v.number()),
  state: v.picklist(SOURCE_STATES),
  blocker: v.nullable(v.string()),
  documents: v.number(),
  /** Articles listed but not fetched yet, and pages that have vanished. */
  waiting: v.number(),
  gone: v.number(),
  first_seen_at: v.string(),
  updated_at: v.string(),
  url: v.string(),
});
export type PublicNewsSource = v.InferOutput<typeof PublicNewsSource>;

/** The correction clock of a source: how much of what it published it changed afterwards, how soon, and how openly. */
export const CorrectionClock = v.object({
  watched: v.number(),
  changed: v.number(),
  edits: v.number(),
  open: v.number(),
  within_hour: v.number(),
  within_day: v.number(),
  median_minutes: v.nullable(v.number()),
});

export const PublicWholeSource = v.object({
  ...PublicNewsSource.entries,
  correction_clock: CorrectionClock,
  unrest: v.array(
    v.object({
      what: v.picklist(['edited', 'gone']),
      at: v.string(),
      url: v.string(),
      title: v.nullable(v.string()),
      document_id: v.nullable(v.string()),
      minutes: v.nullable(v.number()),
      open: v.nullable(v.boolean()),
    }),
  ),
});
export type PublicWholeSource = v.InferOutput<typeof PublicWholeSource>;

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(most, `may have at most ${most} characters`),
  );
const address = v.pipe(
  words(2000),
  v.check((text) => /^https?:\/\/./.test(text) && URL.canParse(text), 'must be an http or https address'),
);
const interval = v.pipe(
  v.number(),
  v.integer('must be a whole number of minutes'),
  v.minValue(5, 'must be at least 5'),
  v.maxValue(1440, 'may be at most 1440'),
);

/** A source as it is put there. */
export const NewSource = v.strictObject({
  id: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a slug, as in nato-news'),
      v.maxLength(80),
    ),
  ),
  name: words(200),
  kind: v.picklist(SOURCE_KINDS),
  address: v.nullish(address),
  publisher: words(300),
  rights: v.optional(v.picklist(RIGHTS), 'quote_only'),
  licence: v.nullish(words(200)),
  terms: v.nullish(address),
  interval_minutes: v.nullish(interval),
  selector: v.nullish(words(500)),
  body_selector: v.nullish(words(500)),
  paused: v.optional(v.boolean(), false),
});
export type NewSource = v.InferOutput<typeof NewSource>;

/** What of a source is changed; what is absent stays. `paused: false` lets one go that was held, too. */
export const SourceChange = v.strictObject({
  name: v.optional(words(200)),
  address: v.optional(address),
  publisher: v.optional(words(300)),
  rights: v.optional(v.picklist(RIGHTS)),
  licence: v.nullish(words(200)),
  terms: v.nullish(address),
  interval_minutes: v.nullish(interval),
  selector: v.nullish(words(500)),
  body_selector: v.nullish(words(500)),
  paused: v.optional(v.boolean()),
});
export type SourceChange = v.InferOutput<typeof SourceChange>;
