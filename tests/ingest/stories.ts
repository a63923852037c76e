import type { IncomingDocument } from '../../src/ingest/incoming.ts';
import type { ExtractedQuote, Extraction } from '../../src/model/extraction.ts';
import type { Holder } from '../../src/model/register.ts';

/** Made-up documents whose reading is known beforehand: what the graph is derived from, without the extractor. */
export interface Story {
  incoming: IncomingDocument;
  extraction: Extraction;
}

export interface Telling {
  url?: string;
  title?: string;
  published_on?: string;
  /** Name and offices of everybody who speaks or takes part. */
  people: { name: string; office?: string; known?: Holder; namesake?: boolean }[];
  visits?: {
    visitor: string;
    country: string;
    start: string | null;
    end: string | null;
    cities?: string[];
    made?: boolean;
  }[];
  engagements?: {
    kind?: Extraction['engagements'][number]['kind'];
    date: string | null;
    period?: string;
    place?: string;
    city?: string;
    country?: string;
    with: string[];
    held?: boolean;
    visit?: number;
  }[];
  quotes?: { words: string; speaker: string; at?: number; on?: string }[];
  figures?: { value: number; unit: string; about: string; by?: string }[];
}

/** Writes the text of a telling and, beside it, what a reader finds there. */
export function tell(telling: Telling): Story {
  let text = `${telling.title ?? 'A report'}\n\n`;
  const write = (words: string) => {
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  const visits = (telling.visits ?? []).map((it) => {
    const span = write(
      `${it.visitor} travels to ${it.country} ${it.start ?? ''} ${it.end ?? ''} ${it.cities?.join(', ') ?? ''}.`,
    );
    text += '\n\n';
    return {
      visitor: it.visitor,
      country: it.country,
      cities: it.cities ?? [],
      start: it.start,
      end: it.end,
      status: it.made === false ? ('announced' as const) : ('made' as const),
      evidence: [span],
    };
  });
  const engagements = (telling.engagements ?? []).map((it) => {
    const kind = it.kind ?? 'meeting';
    const title = `${kind} ${it.place ?? it.city ?? it.with.join(' and ')}`;
    const span = write(`${title} ${it.date ?? it.period ?? ''}.`);
    text += '\n\n';
    return {
      kind,
      title,
      date: it.date,
      period: it.period ?? null,
      place: it.place ?? null,
      city: it.city ?? null,
      country: it.country ?? null,
      participants: it.with,
      status: it.held === false ? ('planned' as const) : ('held' as const),
      visit: it.visit ?? null,
      evidence: [span],
    };
  });
  const quotes = (telling.quotes ?? []).map((it, n): ExtractedQuote => {
    text += '“';
    const span = write(it.words);
    text += '” said ';
    const mention = write(it.speaker);
    text += '.\n\n';
    return {
      ...span,
      text: it.words,
      speaker: it.speaker,
      speaker_kind: 'person',
      speaker_label: null,
      speaker_role: null,
      group: n + 1,
      key: 0.5,
      certain: true,
      attribution: { cue: 'said-name', mention, confidence: 0.98 },
      before: null,
      after: null,
      said_on: it.on ?? null,
      engagement: it.at ?? null,
    };
  });
  const figures = (telling.figures ?? []).map((it) => {
    const span = write(`${it.value} ${it.unit}`);
    text += ` ${it.about}.\n\n`;
    return {
      ...span,
      text: text.slice(span.start, span.end),
      value: it.value,
      unit: it.unit,
      qualifier: null,
      about: it.about,
      stated_by: it.by ?? null,
      sentence: span,
      quote: null,
      engagement: null,
      said_on: null,
    };
  });
  return {
    incoming: {
      text,
      ...(telling.url === undefined ? {} : { url: telling.url }),
      ...(telling.title === undefined ? {} : { title: telling.title }),
      ...(telling.published_on === undefined ? {} : { published_on: telling.published_on }),
    },
    extraction: {
      kind: 'report',
      title: telling.title ?? null,
      publisher: null,
      published_on: telling.published_on ?? null,
      reference_on: telling.published_on ?? null,
      people: telling.people.map(({ name, office, ...register }) => ({
        ...register,
        name,
        aliases: [],
        roles: office === undefined ? [] : [{ title: office, organisation: null }],
        gender: null,
        first: { start: 0, end: 1 },
      })),
      quotes,
      visits,
      engagements,
      figures,
    },
  };
}
