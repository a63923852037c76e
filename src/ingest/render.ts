import { addDays, spanInWords } from '../model/days.ts';
import { foldWords, slugOf } from '../model/fold.ts';
import { orderOf } from '../model/order.ts';
import type {
  Engagement,
  Evidence,
  Figure,
  Quote,
  QuoteSource,
  Ref,
  SourceDocument,
  TitleRef,
  Visit,
} from '../model/record.ts';
import type {
  EngagementSource,
  FigureSource,
  NamedPerson,
  Quoted,
  QuoteSourceRow,
  SourceKey,
  VisitSource,
} from '../model/source.ts';
import { unitToken } from '../model/unit.ts';
import { toPublicEngagement } from '../public/engagement.ts';
import { toPublicFigure } from '../public/figure.ts';
import type { Stamps } from '../public/parts.ts';
import { toPublicQuote } from '../public/quote.ts';
import { toPublicVisit } from '../public/visit.ts';
import { topicById, topicsOf } from '../register/topics.ts';
import { type Group, keyOf } from './graph.ts';
import { countryRef, locate, token } from './places.ts';
import { daysOfVisit } from './visits.ts';

/** What quotes and figures need to know of the occasion they belong to. */
export interface Occasion {
  engagement: TitleRef;
  visit: TitleRef | null;
  date: string | null;
  country: string | null;
}

/** Everything a group is rendered from besides its own sources. */
export interface Surroundings {
  documents: ReadonlyMap<string, SourceDocument>;
  /** Names to show, by person. */
  names: ReadonlyMap<string, string>;
  /** Titles of visits that are not part of the graph themselves. */
  visitTitles: ReadonlyMap<string, string>;
  /** By source key of the engagement. */
  occasions: ReadonlyMap<string, Occasion>;
}

/** An entry before it has a history: what it is, where it stands, and how its body is made once it is stamped. */
export interface Draft {
  id: string;
  ord: number;
  keys: string[];
  words: string;
  day: string | null;
  aloneIds: string[];
  title: string;
  body(stamps: Stamps): object;
}

const evidence = (it: SourceKey, words: Quoted, around: Surroundings): Evidence => ({
  document: around.documents.get(it.document_id)!,
  start: words.start,
  end: words.end,
  text: words.text,
});

/** Sources in one order on every machine: by day of publication, unknown ones last, then by document and place in it. */
function inOrder<S extends SourceKey>(sources: readonly S[], around: Surroundings): S[] {
  const day = (it: S) => around.documents.get(it.document_id)?.published_on ?? '9999';
  return [...sources].sort(
    (a, b) => compare(day(a), day(b)) || compare(a.document_id, b.document_id) || a.n - b.n,
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const evidences = (sources: readonly (SourceKey & { evidence: Quoted[] })[], around: Surroundings) =>
  inOrder(sources, around).flatMap((it) => it.evidence.map((words) => evidence(it, words, around)));

const shown = (person: NamedPerson, around: Surroundings): Ref => ({
  id: person.id,
  name: around.names.get(person.id) ?? person.name,
});

const words = (...texts: (string | null | undefined)[]) =>
  foldWords(texts.filter((text) => text != null).join(' ')).join(' ');

/** "Jens Stoltenberg in the United States, 29 January – 1 February 2024" */
function visitTitle(visitor: Ref, country: Ref, start: string | null, end: string | null): string {
  const plural =
    /^(?:United|Netherlands|Philippines|Maldives|Bahamas|Gambia|Seychelles|Comoros|Marshall|Solomon|Central African|Czech Republic|Dominican Republic|Holy See)/;
  const days = spanInWords(start, end);
  return `${visitor.name} in ${plural.test(country.name) ? 'the ' : ''}${country.name}${days === '' ? '' : `, ${days}`}`;
}

/** A stay longer than this is found by days within its first MOST_DAYS only. */
const MOST_DAYS = 400;

/** The days a visit lasted, so that a filter by days finds it whenever it began. */
function daysOf(start: string | null, end: string | null): string[] {
  const first = start ?? end;
  const last = end ?? start;
  const days: string[] = [];
  if (first === null || last === null) return days;
  for (let day = first; day <= last && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day);
  return days;
}

/**
 * The cities of a trip in the order they were seen: by the first dated engagement in each, then by where most
 * sources list them; cities that no source dates come last.
 */
function routeOf(sources: readonly VisitSource[]): Ref[] {
  const cities = new Map<string, { city: Ref; on: string; places: number[] }>();
  for (const it of sources) {
    for (const [at, { name, on }] of it.cities.entries()) {
      const city = locate({ place: null, city: name, country: it.country }).city;
      if (city === null) continue;
      const known = cities.get(city.id) ?? { city, on: '9999', places: [] };
      known.places.push(at / it.cities.length);
      if (on !== null && on < known.on) known.on = on;
      cities.set(city.id, known);
    }
  }
  const median = (places: number[]) => places.sort((a, b) => a - b)[Math.floor((places.length - 1) / 2)]!;
  return [...cities.values()]
    .sort(
      (a, b) => compare(a.on, b.on) || median(a.places) - median(b.places) || compare(a.city.id, b.city.id),
    )
    .map(({ city }) => city);
}

export function draftVisit(group: Group<VisitSource>, around: Surroundings): Draft {
  const { start, end, status } = daysOfVisit(group.sources);
  const [first] = inOrder(group.sources, around) as [VisitSource, ...VisitSource[]];
  const visitor = shown(first.visitor, around);
  const country = countryRef(first.country);
  const cities = routeOf(inOrder(group.sources, around));
  const visit: Visit = {
    id: group.id,
    title: visitTitle(visitor, country, start, end),
    visitor,
    country,
    cities,
    start,
    end,
    visit_status: status,
    sources: evidences(group.sources, around),
  };
  return {
    id: group.id,
    ord: orderOf(start ?? end, group.id),
    keys: [
      token('visitor', visitor.id),
      token('country', country.id),
      ...cities.map((city) => token('city', city.id)),
      token('status', status),
      ...daysOf(start, end).map((day) => token('on', day)),
    ],
    words: words(visit.title, ...cities.map((city) => city.name)),
    day: start ?? end,
    aloneIds: group.sources.map((it) => it.alone_id),
    title: visit.title,
    body: (stamps) => toPublicVisit(visit, stamps, 'published'),
  };
}

const firstOf = <T>(
  sources: readonly EngagementSource[],
  pick: (it: EngagementSource) => T | null,
): T | null => {
  for (const it of sources) {
    const value = pick(it);
    if (value !== null) return value;
  }
  return null;
};

/** Where an engagement was, as far as its sources know together; the best-informed source first. */
export const whereabouts = (sources: readonly EngagementSource[]) =>
  locate({
    place: firstOf(sources, (it) => it.place),
    city: firstOf(sources, (it) => it.city),
    country: firstOf(sources, (it) => it.country),
  });

/** An engagement as its sources tell it together; `quotes` are added when they are known. */
export function mergeEngagement(
  group: Group<EngagementSource>,
  visit: TitleRef | null,
  around: Surroundings,
): Engagement {
  const sources = group.sources as [EngagementSource, ...EngagementSource[]];
  const [best] = sources;
  const participants = new Map<string, { id: string; name: string; role: string | null }>();
  for (const it of sources) {
    for (const person of it.participants) {
      const known = participants.get(person.id);
      participants.set(person.id, { ...shown(person, around), role: known?.role ?? person.role });
    }
  }
  return {
    id: group.id,
    title: best.title,
    kind: best.kind,
    date: firstOf(sources, (it) => it.date),
    period: firstOf(sources, (it) => it.date) === null ? firstOf(sources, (it) => it.period) : null,
    ...whereabouts(sources),
    participants: [...participants.values()],
    held: sources.some((it) => it.status === 'held'),
    visit,
    sources: evidences(sources, around),
    quotes: [],
  };
}

export function draftEngagement(it: Engagement, group: Group<EngagementSource>): Draft {
  return {
    id: it.id,
    ord: orderOf(it.date, it.id),
    keys: [
      ...it.participants.map((person) => token('person', person.id)),
      token('kind', it.kind),
      ...(it.country === null ? [] : [token('country', it.country.id)]),
      ...(it.city === null ? [] : [token('city', it.city.id)]),
      ...(it.place === null ? [] : [token('place', it.place.id)]),
      ...(it.visit === null ? [] : [token('visit', it.visit.id)]),
      token('held', String(it.held)),
    ],
    words: words(
      it.title,
      it.place?.name,
      it.city?.name,
      it.country?.name,
      ...it.participants.map((person) => person.name),
    ),
    day: it.date,
    aloneIds: group.sources.map((source) => source.alone_id),
    title: it.title,
    body: (stamps) => toPublicEngagement(it, stamps, 'published'),
  };
}

/** Up to how many sources a quote can be filtered by: `min_sources` above this finds nothing. */
const MAX_SOURCES_KEY = 20;

export function mergeQuote(
  group: Group<QuoteSourceRow>,
  around: Surroundings,
): { quote: Quote; occasions: Occasion[]; documents: Set<string> } {
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
  return {
    quote,
    occasions: told.flatMap(({ occasion }) => occasion ?? []),
    documents: new Set(told.map(({ it }) => it.document_id)),
  };
}

export function draftQuote(group: Group<QuoteSourceRow>, around: Surroundings): Draft {
  const { quote, occasions, documents } = mergeQuote(group, around);
  const many = Math.min(documents.size, MAX_SOURCES_KEY);
  return {
    id: quote.id,
    ord: orderOf(quote.said_on, quote.id),
    keys: [
      ...quote.speakers.map((person) => token('speaker', person.id)),
      ...new Set(occasions.map((it) => token('engagement', it.engagement.id))),
      ...new Set(occasions.flatMap((it) => (it.visit === null ? [] : [token('visit', it.visit.id)]))),
      ...quote.countries.map((country) => token('country', country)),
      ...quote.topics.map((topic) => token('topic', topic.id)),
      ...[...documents].map((id) => token('document', id)),
      ...Array.from({ length: many }, (_, at) => token('sources', String(at + 1))),
    ],
    words: words(quote.text, ...quote.speakers.map((person) => person.name)),
    day: quote.said_on,
    aloneIds: group.sources.map((it) => it.alone_id),
    title: quote.text,
    body: (stamps) => toPublicQuote(quote, stamps, 'published', null),
  };
}

export function draftFigure(group: Group<FigureSource>, around: Surroundings): Draft {
  const told = inOrder(group.sources, around).map((it) => {
    const occasion =
      it.engagement_n === null
        ? null
        : (around.occasions.get(keyOf({ document_id: it.document_id, n: it.engagement_n })) ?? null);
    return { it, occasion, said_on: it.said_on ?? occasion?.date ?? null };
  });
  told.sort((a, b) => compare(a.said_on ?? '9999', b.said_on ?? '9999'));
  const [first] = told as [(typeof told)[number], ...typeof told];
  const stater = told.find(({ it }) => it.stated_by !== null)?.it.stated_by ?? null;
  const figure: Figure = {
    id: group.id,
    text: first.it.text,
    value: first.it.value,
    unit: first.it.unit,
    about: first.it.about,
    qualifier: first.it.qualifier,
    stated_by: stater === null ? null : shown(stater, around),
    said_on: first.said_on,
    engagement: first.occasion?.engagement ?? null,
    visit: first.occasion?.visit ?? null,
    sentence: first.it.sentence,
    sources: told.map(({ it }) => evidence(it, it, around)),
  };
  return {
    id: group.id,
    ord: orderOf(figure.said_on, group.id),
    keys: [
      ...new Set(told.flatMap(({ it }) => (it.stated_by === null ? [] : [token('person', it.stated_by.id)]))),
      token('unit', unitToken(figure.unit)),
      ...new Set(told.map(({ it }) => token('document', it.document_id))),
      ...new Set(
        told.flatMap(({ occasion }) =>
          occasion === null ? [] : [token('engagement', occasion.engagement.id)],
        ),
      ),
      ...new Set(
        told.flatMap(({ occasion }) => (occasion?.visit == null ? [] : [token('visit', occasion.visit.id)])),
      ),
    ],
    words: words(figure.sentence, figure.about, figure.stated_by?.name),
    day: figure.said_on,
    aloneIds: group.sources.map((it) => it.alone_id),
    title: figure.text,
    body: (stamps) => toPublicFigure(figure, stamps, 'published'),
  };
}

export const publisherToken = (publisher: string) => token('publisher', slugOf(publisher));
