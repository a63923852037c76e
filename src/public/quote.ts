import * as v from 'valibot';
import { quoteEmbedUrl, quoteUrl } from '../links.ts';
import type { Quote, Status } from '../model/record.ts';
import { deepLink } from './deep-link.ts';
import { Day, dated, published, Ref, Source, type Stamps, TitleRef } from './parts.ts';
import { toPublicSource } from './source.ts';

export const PublicSpeaker = v.object({
  ...Ref.entries,
  role: v.nullable(v.string()),
  kind: v.picklist(['person', 'organisation']),
});

export const PublicQuote = v.object({
  ...published,
  text: v.string(),
  speaker: v.nullable(PublicSpeaker),
  speaker_label: v.nullable(v.string()),
  speakers: v.array(PublicSpeaker),
  ...dated,
  said_on: v.nullable(Day),
  engagement: v.nullable(TitleRef),
  visit: v.nullable(TitleRef),
  topics: v.array(Ref),
  context: v.object({ before: v.nullable(v.string()), after: v.nullable(v.string()) }),
  attribution: v.object({ cue: v.string(), mention: v.nullable(v.string()), confidence: v.number() }),
  sources: v.array(
    v.object({
      ...Source.entries,
      deep_link: v.nullable(v.string()),
      said_on: v.nullable(Day),
      engagement: v.nullable(TitleRef),
      visit: v.nullable(TitleRef),
    }),
  ),
  embed_url: v.string(),
  replaced_by: v.nullable(v.string()),
});
export type PublicQuote = v.InferOutput<typeof PublicQuote>;

/** The only shape in which a quote leaves the house. `speaker` is the first of `speakers`, null if unnamed. */
export function toPublicQuote(
  quote: Quote,
  stamps: Stamps,
  status: Status,
  replacedBy: string | null,
): PublicQuote {
  return {
    id: quote.id,
    status,
    text: quote.text,
    speaker: quote.speakers[0] ?? null,
    speaker_label: quote.speaker_label,
    speakers: quote.speakers,
    day: quote.day,
    day_from: quote.day_from,
    said_on: quote.said_on,
    engagement: quote.engagement,
    visit: quote.visit,
    topics: quote.topics,
    context: quote.context,
    attribution: quote.attribution,
    sources: quote.sources.map((source) => ({
      ...toPublicSource(source),
      deep_link: deepLink(source.document.url, source.text),
      said_on: source.said_on,
      engagement: source.engagement,
      visit: source.visit,
    })),
    embed_url: quoteEmbedUrl(quote.id),
    replaced_by: replacedBy,
    first_seen_at: stamps.first_seen_at,
    updated_at: stamps.updated_at,
    url: quoteUrl(quote.id),
  };
}
