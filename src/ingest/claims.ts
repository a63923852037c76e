import type { Extraction, Span } from '../model/extraction.ts';
import { identityWords, slugOf } from '../model/fold.ts';
import { contentId } from '../model/id.ts';
import type {
  DocumentSources,
  EngagementSource,
  FigureSource,
  NamedPerson,
  PersonSource,
  Quoted,
  QuoteSourceRow,
  VisitSource,
} from '../model/source.ts';
import { byteOffsets } from './bytes.ts';
import { visitId, visitsOf } from './visits.ts';

/** Somebody a document names, told apart: `id` among all documents, `alone_id` by this document alone. */
export interface Identity {
  id: string;
  alone_id: string;
  name: string;
}
export type WhoIs = (name: string, kind: 'person' | 'organisation') => Identity;

/** Below this confidence an attribution is a guess, and a guess is not published. */
export const MIN_CONFIDENCE = 0.5;

const SPEAKER_SEPARATOR = '; ';

export const speakersOf = (speaker: string | null): string[] => speaker?.split(SPEAKER_SEPARATOR) ?? [];

/** "NATO Secretary General": the office as one phrase. */
export function roleInWords(role: { title: string; organisation: string | null } | undefined): string | null {
  if (role === undefined) return null;
  const { title, organisation } = role;
  return organisation === null || title.includes(organisation) ? title : `${title}, ${organisation}`;
}

/** Everybody who speaks or takes part in this text, and as what. */
export function namesIn(extraction: Extraction): { name: string; kind: 'person' | 'organisation' }[] {
  const names = new Map<string, { name: string; kind: 'person' | 'organisation' }>();
  const add = (name: string, kind: 'person' | 'organisation') => names.set(`${kind} ${name}`, { name, kind });
  for (const quote of extraction.quotes) {
    if (quote.speaker_kind !== 'person' && quote.speaker_kind !== 'organisation') continue;
    for (const name of speakersOf(quote.speaker)) add(name, quote.speaker_kind);
  }
  for (const visit of extraction.visits) add(visit.visitor, 'person');
  for (const engagement of extraction.engagements)
    for (const name of engagement.participants) add(name, 'person');
  for (const figure of extraction.figures) {
    if (figure.stated_by === null) continue;
    for (const name of speakersOf(figure.stated_by))
      if (!names.has(`organisation ${name}`)) add(name, 'person');
  }
  return [...names.values()];
}

/** Turns what was found in a text into sources: names resolved, words cut out, ids given. */
export async function sourcesOf(
  documentId: string,
  text: string,
  extraction: Extraction,
  people: readonly PersonSource[],
  whoIs: WhoIs,
): Promise<DocumentSources> {
  const cut = ({ start, end }: Span): Quoted => ({ start, end, text: text.slice(start, end) });
  const cutOrNull = (span: Span | null) => (span === null ? null : text.slice(span.start, span.end));
  const rolesOf = new Map(extraction.people.map((person) => [person.name, person.roles]));
  const named = (
    name: string,
    kind: 'person' | 'organisation' = 'person',
    role?: string | null,
  ): NamedPerson => {
    const { id, name: known } = whoIs(name, kind);
    return { id, name: known, role: role ?? roleInWords(rolesOf.get(name)?.[0]) };
  };
  const monthOfVisit = (n: number): string | null => {
    const visit = extraction.visits[n]!;
    if (visit.end !== null) return visit.end.slice(0, 7);
    const months = extraction.engagements.flatMap((it) =>
      it.visit === n && it.period !== null ? [it.period] : [],
    );
    return months.sort()[0] ?? null;
  };

  // On one day, what was held comes before what was still to come.
  const seenIn = (city: string, n: number) =>
    extraction.engagements
      .flatMap((it) =>
        it.visit === n && it.city === city && it.date !== null ? [`${it.date} ${it.status}`] : [],
      )
      .sort()[0];
  const route = (cities: string[], n: number) =>
    cities
      .map((name) => ({ name, seen: seenIn(name, n) ?? '9999' }))
      .sort((a, b) => (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : 0))
      .map(({ name, seen }) => ({ name, on: seen === '9999' ? null : seen.slice(0, 10) }));

  const visits: VisitSource[] = [];
  const alone: VisitSource[] = [];
  for (const [n, visit] of extraction.visits.entries()) {
    const said = identityWords(visit.evidence.map((span) => text.slice(span.start, span.end)).join(' '));
    const of = async (visitor: NamedPerson): Promise<VisitSource> => ({
      document_id: documentId,
      n,
      alone_id: '',
      visit_id: await visitId(visitor.id, visit.country, visit.start, monthOfVisit(n), said.join(' ')),
      scope: `${visitor.id} ${visit.country}`,
      visitor,
      country: visit.country,
      cities: route(visit.cities, n),
      start: visit.start,
      end: visit.end,
      status: visit.status,
      evidence: visit.evidence.map(cut),
    });
    const visitor = named(visit.visitor);
    visits.push(await of(visitor));
    alone.push(await of({ ...visitor, id: whoIs(visit.visitor, 'person').alone_id }));
  }
  for (const { id, sources } of await visitsOf(alone)) for (const { n } of sources) visits[n]!.alone_id = id;

  const engagements: EngagementSource[] = [];
  for (const [n, it] of extraction.engagements.entries()) {
    const alone_id = await contentId('e_', [
      it.kind,
      it.date ?? it.period ?? 'undated',
      ...[it.place, it.city].map((place) => slugOf(place ?? '')),
      it.country ?? '',
      ...it.participants.map((name) => whoIs(name, 'person').alone_id).sort(),
    ]);
    engagements.push({
      document_id: documentId,
      n,
      alone_id,
      engagement_id: alone_id,
      visit_n: it.visit,
      kind: it.kind,
      title: it.title,
      date: it.date,
      period: it.period,
      place: it.place,
      city: it.city,
      country: it.country,
      participants: it.participants.map((name) => named(name)),
      status: it.status,
      reference_on: extraction.reference_on,
      evidence: it.evidence.map(cut),
    });
  }

  const publishable = extraction.quotes.filter(
    (quote) =>
      quote.certain &&
      quote.attribution.confidence >= MIN_CONFIDENCE &&
      (quote.speaker !== null || quote.speaker_label !== null) &&
      identityWords(text.slice(quote.start, quote.end)).length > 0,
  );
  const bytes = byteOffsets(
    text,
    publishable.flatMap((quote) => [quote.start, quote.end]),
  );
  const quotes: QuoteSourceRow[] = [];
  for (const [n, quote] of extraction.quotes.entries()) {
    if (!publishable.includes(quote)) continue;
    const kind = quote.speaker_kind === 'organisation' ? 'organisation' : 'person';
    const names =
      quote.speaker_kind === 'person' || quote.speaker_kind === 'organisation'
        ? speakersOf(quote.speaker)
        : [];
    const label = names.length > 0 ? null : (quote.speaker_label ?? quote.speaker);
    const words = identityWords(text.slice(quote.start, quote.end)).join(' ');
    const idFor = (ids: string[]) =>
      contentId('q_', [ids.length > 0 ? ids.sort().join('+') : `label:${slugOf(label ?? '')}`, words]);
    quotes.push({
      document_id: documentId,
      n,
      alone_id: await idFor(names.map((name) => whoIs(name, kind).alone_id)),
      quote_id: await idFor(names.map((name) => whoIs(name, kind).id)),
      group: quote.group,
      engagement_n: quote.engagement,
      ...cut(quote),
      byte_start: bytes.get(quote.start)!,
      byte_end: bytes.get(quote.end)!,
      speakers: names.map((name, at) => ({
        ...named(name, kind, at === 0 ? quote.speaker_role : null),
        kind,
      })),
      speaker_label: label,
      said_on: quote.said_on,
      before: cutOrNull(quote.before),
      after: cutOrNull(quote.after),
      attribution: {
        cue: quote.attribution.cue,
        mention: cutOrNull(quote.attribution.mention),
        confidence: quote.attribution.confidence,
      },
      key: quote.key,
    });
  }

  const figures: FigureSource[] = [];
  for (const [n, figure] of extraction.figures.entries()) {
    const about = identityWords(figure.about).join(' ');
    const id = await contentId('f_', [String(figure.value), figure.unit.toLowerCase(), about]);
    const stater = speakersOf(figure.stated_by)[0];
    const kind = people.some((person) => person.name === stater && person.kind === 'organisation')
      ? 'organisation'
      : 'person';
    figures.push({
      document_id: documentId,
      n,
      alone_id: id,
      figure_id: id,
      engagement_n: figure.engagement,
      ...cut(figure),
      value: figure.value,
      unit: figure.unit,
      qualifier: figure.qualifier,
      about: figure.about,
      stated_by: stater === undefined ? null : named(stater, kind),
      said_on: figure.said_on,
      sentence: text.slice(figure.sentence.start, figure.sentence.end),
    });
  }
  return { document_id: documentId, people: [...people], visits, engagements, quotes, figures };
}
