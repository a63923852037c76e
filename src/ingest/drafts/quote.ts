import { orderOf } from '../../model/order.ts';
import type { Engagement, Quote, QuoteSource } from '../../model/record.ts';
import type { QuoteSourceRow } from '../../model/source.ts';
import { toPublicQuote } from '../../public/quote.ts';
import { topicById, topicsOf } from '../../register/topics.ts';
import { type Group, keyOf } from '../graph.ts';
import { token } from '../places.ts';
import {
  compare,
  type Draft,
  datingOf,
  evidence,
  inOrder,
  type Occasion,
  type Surroundings,
  shown,
  words,
} from './draft.ts';

/** Up to how many sources a quote can be filtered by: `min_sources` above this finds nothing. */
const MAX_SOURCES_KEY = 20;

/** A quote inside an engagement at which it was said, as the first source that says so prints it. */
export type Said = Engagement['quotes'][number];

/**
 * A quote of all its sources. `said` tells it by engagement: in the words of that occasion's own sources, so that an
 * engagement does not change with what documents about other occasions print.
 */
export function mergeQuote(
  group: Group<QuoteSourceRow>,
  around: Surroundings,
): { quote: Quote; occasions: Occasion[]; said: Map<string, Said>; documents: Set<string> } {
  const told = inOrder(group.sources, around).map((it) => {
    const occasion =
      it.engagement_n === null
        ? null
        : (around.occasions.get(keyOf({ document_id: it.document_id, n: it.engagement_n })) ?? null);
    return { it, occasion, said_on: it.said_on ?? occasion?.date ?? null };
  });
  told.sort((a, b) => compare(a.said_on ?? '9999', b.said_on ?? '9999'));
  const [first] = told as [(typeof told)[number], ...typeof told];
  const earliest = told.find((it) => it.occasion !== null && it.said_on === first.said_on) ?? first;
  const topics = topicsOf(
    first.it.text,
    [first.it.before, first.it.after].filter((text) => text !== null).join(' ') || null,
  );
  const quote: Quote = {
    id: group.id,
    text: first.it.text,
    speakers: first.it.speakers.map((person) => ({
      ...shown(person, around),
      role: person.role,
      kind: person.kind,
    })),
    speaker_label: first.it.speaker_label,
    said_on: first.said_on,
    ...datingOf(first.said_on, group.sources, around).dating,
    engagement: earliest.occasion?.engagement ?? null,
    visit: earliest.occasion?.visit ?? null,
    countries: [...new Set(told.flatMap(({ occasion }) => occasion?.country ?? []))],
    topics: topics.flatMap((id) => topicById(id) ?? []),
    context: { before: first.it.before, after: first.it.after },
    attribution: first.it.attribution,
    key: Math.max(...told.map(({ it }) => it.key)),
    sources: told.map(
      ({ it, occasion, said_on }): QuoteSource => ({
        ...evidence(it, it, around),
        said_on,
        engagement: occasion?.engagement ?? null,
        visit: occasion?.visit ?? null,
      }),
    ),
  };
  const said = new Map<string, Said>();
  for (const { it, occasion } of told) {
    if (occasion === null || said.has(occasion.engagement.id)) continue;
    const [speaker] = it.speakers;
    said.set(occasion.engagement.id, {
      id: group.id,
      text: it.text,
      speaker: speaker === undefined ? null : shown(speaker, around),
    });
  }
  return {
    quote,
    said,
    occasions: told.flatMap(({ occasion }) => occasion ?? []),
    documents: new Set(told.map(({ it }) => it.document_id)),
  };
}

export function draftQuote(group: Group<QuoteSourceRow>, around: Surroundings): Draft {
  const { quote, occasions, documents } = mergeQuote(group, around);
  const many = Math.min(documents.size, MAX_SOURCES_KEY);
  return {
    id: quote.id,
    ord: orderOf(quote.day, quote.id),
    keys: [
      ...quote.speakers.map((person) => token('speaker', person.id)),
      ...new Set(occasions.map((it) => token('engagement', it.engagement.id))),
      ...new Set(occasions.flatMap((it) => (it.visit === null ? [] : [token('visit', it.visit.id)]))),
      ...quote.countries.map((country) => token('country', country)),
      ...quote.topics.map((topic) => token('topic', topic.id)),
      ...[...documents].map((id) => token('document', id)),
      ...datingOf(quote.said_on, group.sources, around).keys,
      ...Array.from({ length: many }, (_, at) => token('sources', String(at + 1))),
    ],
    words: words(quote.text, ...quote.speakers.map((person) => person.name)),
    aloneIds: group.sources.map((it) => it.alone_id),
    title: quote.text,
    body: (stamps) => toPublicQuote(quote, stamps, 'published', null),
  };
}
