import { quoteEmbedUrl, quoteUrl, renderBody, visitUrl } from '../../src/links.ts';
import { orderOf, unlistedOrder } from '../../src/model/order.ts';
import { STATED } from '../../src/model/periods.ts';
import type { Evidence, Noun, Status } from '../../src/model/record.ts';
import { type PublicEngagement, toPublicEngagement } from '../../src/public/engagement.ts';
import { type PublicFigure, toPublicFigure } from '../../src/public/figure.ts';
import { type PublicPerson, toPublicPerson } from '../../src/public/person.ts';
import { type PublicQuote, toPublicQuote } from '../../src/public/quote.ts';
import { type PublicVisit, toPublicVisit } from '../../src/public/visit.ts';

/** Rows of the record made by hand, for tests of what reads them. Every field can be overridden. */

const SEEN = '2026-03-05T09:00:00.000Z';
const stamps = { first_seen_at: SEEN, updated_at: SEEN };

export const evidence: Evidence = {
  document: {
    id: 'd_000000000001',
    title: 'Minister Alpha visits Oslo',
    publisher: 'Ministry of Examples',
    url: 'https://example.org/alpha-in-oslo',
    published_on: '2026-03-04',
    lang: 'en',
    sha256: '0'.repeat(64),
  },
  start: 10,
  end: 40,
  text: 'Minister Alpha arrived in Oslo',
};

/** The day an entry stands under: the stated one, else that of the evidence. */
const dating = (stated: string | null) =>
  stated === null
    ? { day: '2026-03-04', day_from: 'published' as const }
    : { day: stated, day_from: 'stated' as const };

export const alpha = { id: 'minister-alpha', name: 'Minister Alpha' };
export const norway = { id: 'no', name: 'Norway' };
export const trip = { id: 'minister-alpha-no-2026-03-02', title: 'Minister Alpha in Norway, 2–4 March 2026' };
export const speech = { id: 'e_000000000001', title: 'Speech at the Example Institute' };

export function aVisit(given: Partial<PublicVisit> = {}): PublicVisit {
  return {
    ...toPublicVisit(
      {
        ...trip,
        visitor: alpha,
        country: norway,
        cities: [{ id: 'oslo', name: 'Oslo' }],
        start: '2026-03-02',
        end: '2026-03-04',
        ...dating(given.start === undefined ? '2026-03-02' : given.start),
        visit_status: 'made',
        sources: [evidence],
      },
      stamps,
      'published',
    ),
    ...(given.id && { url: visitUrl(given.id) }),
    ...given,
  };
}

export function anEngagement(given: Partial<PublicEngagement> = {}): PublicEngagement {
  return {
    ...toPublicEngagement(
      {
        ...speech,
        kind: 'speech',
        date: '2026-03-03',
        ...dating(given.date === undefined ? '2026-03-03' : given.date),
        period: null,
        place: { id: 'example-institute', name: 'Example Institute' },
        city: { id: 'oslo', name: 'Oslo' },
        country: norway,
        participants: [{ ...alpha, role: 'Minister of Examples' }],
        held: true,
        visit: trip,
        sources: [evidence],
        quotes: [],
      },
      stamps,
      'published',
    ),
    ...given,
  };
}

export function aQuote(given: Partial<PublicQuote> = {}): PublicQuote {
  const speakers = [{ ...alpha, role: 'Minister of Examples', kind: 'person' as const }];
  return {
    ...toPublicQuote(
      {
        id: 'q_000000000001',
        text: 'We will build the bridge together with our neighbours.',
        speakers,
        speaker_label: null,
        said_on: '2026-03-03',
        ...dating(given.said_on === undefined ? '2026-03-03' : given.said_on),
        engagement: speech,
        visit: trip,
        countries: ['no'],
        topics: [{ id: 'transport', name: 'Transport' }],
        context: {
          before: 'The minister spoke of the years ahead.',
          after: 'The audience rose.',
        },
        attribution: { cue: 'name-said', mention: 'Minister Alpha', confidence: 0.97 },
        key: 0.8,
        sources: [
          {
            ...evidence,
            text: 'We will build the bridge together with our neighbours.',
            said_on: '2026-03-03',
            engagement: speech,
            visit: trip,
          },
        ],
      },
      stamps,
      'published',
      null,
    ),
    ...(given.id && { url: quoteUrl(given.id), embed_url: quoteEmbedUrl(given.id) }),
    ...given,
  };
}

export function aFigure(given: Partial<PublicFigure> = {}): PublicFigure {
  return {
    ...toPublicFigure(
      {
        id: 'f_000000000001',
        text: '3 billion euros',
        value: 3e9,
        unit: 'EUR',
        about: 'for the bridge',
        qualifier: null,
        stated_by: alpha,
        said_on: '2026-03-03',
        ...dating(given.said_on === undefined ? '2026-03-03' : given.said_on),
        engagement: speech,
        visit: trip,
        sentence: 'The minister promised 3 billion euros for the bridge.',
        sources: [evidence],
      },
      stamps,
      'published',
    ),
    ...given,
  };
}

export function aPerson(given: Partial<PublicPerson> = {}): PublicPerson {
  return {
    ...toPublicPerson(
      {
        ...alpha,
        kind: 'person',
        aliases: ['Alpha'],
        roles: [
          {
            title: 'Minister',
            organisation: 'Ministry of Examples',
            country: null,
            from: '2025-01-01',
            to: null,
          },
        ],
        same_as: null,
        indexed: true,
        counts: { visits: 1, engagements: 1, quotes: 1, figures: 1 },
        first_on: '2026-03-02',
        last_on: '2026-03-04',
      },
      stamps,
      'published',
    ),
    ...given,
  };
}

export interface Row {
  rev?: number;
  first_rev?: number;
  day?: string | null;
  keys?: string;
  words?: string;
  replaced_by?: string | null;
}

type PublicEntry = { id: string; status: Status; first_seen_at: string; updated_at: string };

/** Writes an entry as ingest would: listed if published, on the day given. */
export async function put(db: D1Database, noun: Noun, entry: PublicEntry, row: Row = {}): Promise<void> {
  const { rev = 1, first_rev = rev, day = '2026-03-03', keys = '', words = '', replaced_by = null } = row;
  await db.batch([
    db
      .prepare(
        `INSERT INTO ${noun} (ord, id, status, replaced_by, keys, words, body, first_seen_at, updated_at, first_rev, rev)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, status = excluded.status, body = excluded.body,
           replaced_by = excluded.replaced_by, updated_at = excluded.updated_at, rev = excluded.rev`,
      )
      .bind(
        entry.status === 'published' ? orderOf(day, entry.id) : unlistedOrder(entry.id),
        entry.id,
        entry.status,
        replaced_by,
        [keys, entry.status === 'published' && day !== null ? STATED : ''].join(' ').trim(),
        words,
        renderBody(entry),
        entry.first_seen_at,
        entry.updated_at,
        first_rev,
        rev,
      ),
    db.prepare("UPDATE counter SET value = max(value, ?) WHERE name = 'revision'").bind(rev),
  ]);
}
