import { renderBody } from '../../links.ts';
import { foldWords } from '../../model/fold.ts';
import { orderOf } from '../../model/order.ts';
import { PUBLISHED_IN, periodsAround, STATED } from '../../model/periods.ts';
import type { Noun, SourceDocument, TitleRef } from '../../model/record.ts';
import { toPublicDocument } from '../../public/document.ts';
import { toPublicEngagement } from '../../public/engagement.ts';
import { toPublicPerson } from '../../public/person.ts';
import { toPublicQuote } from '../../public/quote.ts';
import { toPublicVisit } from '../../public/visit.ts';
import { seeded, skewed } from './random.ts';

/** A row of the record as it is written. */
export interface MadeRow {
  noun: Noun;
  ord: number;
  id: string;
  keys: string;
  words: string;
  body: string;
}

const QUOTES_A_VISIT = 25;
const QUOTES_A_DOCUMENT = 8;
const ENGAGEMENTS_A_VISIT = 4;
/** Ten quotes in a million have it. */
export const RARE_WORD = 'rarissima';
const RARE_EVERY = 100_000;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1995, 0, 1);
const DAYS = 11_000;
const stamps = { first_seen_at: '2026-01-01T00:00:00.000Z', updated_at: '2026-01-01T00:00:00.000Z' };
const COUNTRIES =
  'us de fr gb be pl ua no se fi dk nl it es ca tr ro lt lv ee cz sk hu bg gr pt jp kr au in'.split(' ');
const TOPICS = Array.from({ length: 40 }, (_, i) => ({ id: `topic-${i}`, name: `Topic ${i}` }));
const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const idOf = (prefix: string, n: number) => `${prefix}_${n.toString(36).padStart(12, '0')}`;
/** What a row says of its days, as ingest writes it. */
const placed = (stated: string | null, published: string) => ({
  dating:
    stated === null
      ? ({ day: published, day_from: 'published' } as const)
      : ({ day: stated, day_from: 'stated' } as const),
  ord: (id: string) => orderOf(stated ?? published, id),
  keys: [
    ...(stated === null ? [] : [STATED]),
    ...periodsAround(published).map((it) => PUBLISHED_IN + it),
  ].join(' '),
});

const dayOf = (n: number) => new Date(FIRST_DAY + n * DAY_MS).toISOString().slice(0, 10);

/** Pronounceable words that no language has: the k-th most frequent is the shorter the smaller k. */
export function wordOf(k: number): string {
  const [consonants, vowels] = ['bdfgklmnprstvz', 'aeiou'];
  let word = '';
  for (let n = k + 1; n > 0; n = Math.floor(n / 70)) {
    word += `${consonants[n % 14]}${vowels[Math.floor(n / 14) % 5]}`;
  }
  return `${word}n`;
}

/**
 * A made-up record with so many quotes, the same for the same number, in the order it is written. Speakers, countries
 * and words are as unequal as real ones: the first speaker has about an eighth of all quotes.
 */
export function* madeRecord(quotes: number): Generator<MadeRow> {
  const random = seeded(quotes);
  const speakers = Math.max(20, Math.round(Math.sqrt(quotes) * 2));
  const speaker = skewed(speakers, random);
  const country = skewed(COUNTRIES.length, random);
  const word = skewed(20_000, random);
  const topic = skewed(TOPICS.length, random);
  const whole = (most: number) => Math.floor(random() * most);
  const sentence = (length: number) => Array.from({ length }, () => wordOf(word())).join(' ');
  const person = (n: number) => ({ id: `speaker-${n}`, name: `Speaker ${wordOf(n)} ${n}` });
  const documentOf = (n: number): SourceDocument => ({
    id: idOf('d', n),
    title: `Document ${n} of the bench`,
    publisher: `Publisher ${n % 50}`,
    url: `https://publisher-${n % 50}.example/news/${n}`,
    published_on: null,
    lang: 'en',
    sha256: SHA256,
  });

  for (let n = 0; n < speakers; n++) {
    const { id, name } = person(n);
    yield {
      noun: 'person',
      ord: orderOf(dayOf(n % DAYS), id),
      id,
      keys: 'kind:person',
      words: foldWords(name).join(' '),
      body: renderBody(
        toPublicPerson(
          {
            id,
            name,
            kind: 'person',
            aliases: [],
            roles: [],
            same_as: null,
            indexed: true,
            counts: { visits: 0, engagements: 0, quotes: 0, figures: 0 },
            first_on: null,
            last_on: null,
          },
          stamps,
          'published',
        ),
      ),
    };
  }

  for (let first = 0, trip = 0, document = 0; first < quotes; first += QUOTES_A_VISIT, trip++) {
    const who = person(speaker());
    const code = COUNTRIES[country()] ?? 'us';
    const begins = whole(DAYS);
    const days = [0, 1, 2].slice(0, 1 + whole(3)).map((i) => dayOf(begins + i));
    const visit: TitleRef = {
      id: `${who.id}-${code}-${days[0]}-${trip}`,
      title: `${who.name} in ${code}, ${days[0]}`,
    };
    const published = dayOf(begins + 1 + whole(20));
    const tripOn = placed(days[0] ?? null, published);
    const source = { document: documentOf(document), start: 10, end: 60, text: sentence(8) };
    const place = { id: code, name: code.toUpperCase() };
    yield {
      noun: 'visit',
      ord: tripOn.ord(visit.id),
      id: visit.id,
      keys: `visitor:${who.id} country:${code} status:made ${tripOn.keys} ${days.map((day) => `on:${day}`).join(' ')}`,
      words: foldWords(visit.title).join(' '),
      body: renderBody(
        toPublicVisit(
          {
            ...visit,
            visitor: who,
            country: place,
            cities: [],
            start: days[0] ?? null,
            end: days.at(-1) ?? null,
            ...tripOn.dating,
            visit_status: 'made',
            sources: [source],
          },
          stamps,
          'published',
        ),
      ),
    };
    const engagements = Array.from({ length: ENGAGEMENTS_A_VISIT }, (_, i) => ({
      id: idOf('e', trip * ENGAGEMENTS_A_VISIT + i),
      title: `Meeting ${i} on ${sentence(3)}`,
      day: days[i % days.length] ?? null,
    }));
    for (const { id, title, day } of engagements) {
      const on = placed(day, published);
      yield {
        noun: 'engagement',
        ord: on.ord(id),
        id,
        keys: `person:${who.id} kind:meeting country:${code} visit:${visit.id} held:true ${on.keys}`,
        words: foldWords(title).join(' '),
        body: renderBody(
          toPublicEngagement(
            {
              id,
              title,
              kind: 'meeting',
              date: day,
              ...on.dating,
              period: null,
              place: null,
              city: null,
              country: place,
              participants: [{ ...who, role: null }],
              held: true,
              visit,
              sources: [source],
              quotes: [],
            },
            stamps,
            'published',
          ),
        ),
      };
    }
    const documents = new Map<string, { document: SourceDocument; quotes: string[] }>();
    for (let n = first; n < Math.min(first + QUOTES_A_VISIT, quotes); n++) {
      const {
        day,
        id: engagement,
        title,
      } = engagements[n % ENGAGEMENTS_A_VISIT] ?? { day: null, id: '', title: '' };
      const said = random() < 0.03 ? null : day;
      const on = placed(said, published);
      const printed = random() < 0.1 ? [0, 1] : [0];
      const sources = printed.map((i) =>
        documentOf(document + Math.floor((n - first) / QUOTES_A_DOCUMENT) + i),
      );
      const id = idOf('q', n);
      for (const it of sources) {
        const known = documents.get(it.id) ?? { document: it, quotes: [] };
        known.quotes.push(id);
        documents.set(it.id, known);
      }
      const text = `${sentence(8 + whole(25))}${n % RARE_EVERY === 0 ? ` ${RARE_WORD}` : ''}`;
      const topics = random() < 0.85 ? [TOPICS[topic()] ?? { id: 'topic-0', name: 'Topic 0' }] : [];
      const occasion = { engagement: { id: engagement, title }, visit };
      yield {
        noun: 'quote',
        ord: on.ord(id),
        id,
        keys: [
          `speaker:${who.id} engagement:${engagement} visit:${visit.id} country:${code} ${on.keys}`,
          ...topics.map((it) => `topic:${it.id}`),
          ...sources.map((it) => `document:${it.id}`),
          ...sources.map((_, i) => `sources:${i + 1}`),
        ].join(' '),
        words: foldWords(`${text} ${who.name}`).join(' '),
        body: renderBody(
          toPublicQuote(
            {
              id,
              text,
              speakers: [{ ...who, role: 'Minister', kind: 'person' }],
              speaker_label: null,
              said_on: said,
              ...on.dating,
              ...occasion,
              countries: [code],
              topics,
              context: { before: sentence(12), after: sentence(10) },
              attribution: { cue: 'said-name', mention: who.name, confidence: 0.97 },
              key: 0.5,
              sources: sources.map((it) => ({
                document: it,
                start: 100,
                end: 200,
                text,
                said_on: said,
                ...occasion,
              })),
            },
            stamps,
            'published',
            null,
          ),
        ),
      };
    }
    for (const { document: it, quotes: printed } of documents.values()) {
      if (document > 0 && it.id === idOf('d', document - 1)) continue;
      yield {
        noun: 'document',
        ord: orderOf(published, it.id),
        id: it.id,
        keys: `publisher:publisher-${Number.parseInt(it.id.slice(2), 36) % 50} person:${who.id}`,
        words: foldWords(`${it.title} ${it.publisher}`).join(' '),
        body: renderBody(
          toPublicDocument(
            {
              ...it,
              published_on: published,
              source: null,
              rights: 'quote_only',
              revision: 1,
              near_duplicate_of: null,
              extracted: { quotes: printed, visits: [visit.id], engagements: [], figures: [] },
            },
            stamps,
            'published',
          ),
        ),
      };
    }
    document += documents.size;
  }
}
