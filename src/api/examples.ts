import type { PublicCorrection } from '../public/correction.ts';
import type { PublicDigest } from '../public/digest.ts';
import type { PublicDocument } from '../public/document.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicPlace } from '../public/place.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicTopic } from '../public/topic.ts';
import type { PublicVisit } from '../public/visit.ts';

/** Made-up entries for the reference, one of each noun. A test holds them to the shapes. */
const HOST = 'https://readout.example';
const stamps = { first_seen_at: '2024-02-01T08:00:00.000Z', updated_at: '2024-02-01T08:00:00.000Z' };
const topicRef = { id: 'transport-infrastructure', name: 'Transport and infrastructure' };
const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const speaker = { id: 'jane-example', name: 'Jane Example' };
const visitRef = {
  id: 'jane-example-us-2024-01-29',
  title: 'Jane Example in the United States, 29 January 2024',
};
const engagementRef = { id: 'e_0123456789ab', title: 'Speech on the bridge' };
const source = {
  document: 'd_0123456789ab',
  publisher: 'Ministry of Works',
  title: 'Minister on the bridge',
  url: 'https://works.example/news/bridge',
  published_on: '2024-01-31',
  start: 20,
  end: 45,
  text: 'We will build the bridge.',
  sha256: SHA256,
};

const quote: PublicQuote = {
  id: 'q_0123456789ab',
  status: 'published',
  text: 'We will build the bridge.',
  speaker: { ...speaker, role: 'Minister of Works', kind: 'person' },
  speaker_label: null,
  speakers: [{ ...speaker, role: 'Minister of Works', kind: 'person' }],
  said_on: '2024-01-29',
  day: '2024-01-29',
  day_from: 'stated',
  engagement: engagementRef,
  visit: visitRef,
  topics: [topicRef],
  context: { before: null, after: 'Work begins in spring.' },
  attribution: { cue: 'name-said', mention: 'The Minister', confidence: 0.97 },
  sources: [
    {
      ...source,
      deep_link: `${source.url}#:~:text=We%20will%20build%20the%20bridge.`,
      said_on: '2024-01-29',
      engagement: engagementRef,
      visit: visitRef,
    },
  ],
  embed_url: `${HOST}/embed/quotes/q_0123456789ab`,
  replaced_by: null,
  ...stamps,
  url: `${HOST}/quotes/q_0123456789ab`,
};

const engagement: PublicEngagement = {
  ...engagementRef,
  status: 'published',
  kind: 'speech',
  date: '2024-01-29',
  day: '2024-01-29',
  day_from: 'stated',
  period: null,
  place: null,
  city: { id: 'washington', name: 'Washington' },
  country: { id: 'us', name: 'United States' },
  participants: [{ ...speaker, role: 'Minister of Works' }],
  held: true,
  visit: visitRef,
  quotes: [{ id: quote.id, text: quote.text, speaker }],
  sources: [source],
  ...stamps,
  url: `${HOST}/engagements/e_0123456789ab`,
};

const visit: PublicVisit = {
  ...visitRef,
  status: 'published',
  visitor: speaker,
  country: { id: 'us', name: 'United States' },
  cities: [{ id: 'washington', name: 'Washington' }],
  start: '2024-01-29',
  end: '2024-01-29',
  day: '2024-01-29',
  day_from: 'stated',
  visit_status: 'made',
  sources: [source],
  ...stamps,
  url: `${HOST}/visits/${visitRef.id}`,
};

const figure: PublicFigure = {
  id: 'f_0123456789ab',
  status: 'published',
  text: '40 bridges',
  value: 40,
  unit: 'bridges',
  about: 'bridges built last year',
  qualifier: null,
  stated_by: speaker,
  said_on: '2024-01-29',
  day: '2024-01-29',
  day_from: 'stated',
  engagement: engagementRef,
  visit: visitRef,
  sentence: 'We built 40 bridges last year.',
  sources: [source],
  ...stamps,
  url: `${HOST}/v1/figures/f_0123456789ab`,
};

const person: PublicPerson = {
  ...speaker,
  status: 'published',
  kind: 'person',
  aliases: ['Minister Example'],
  roles: [{ title: 'Minister of Works', organisation: null, country: null, from: '2023-01-01', to: null }],
  same_as: 'https://www.wikidata.org/entity/Q42',
  indexed: true,
  counts: { visits: 1, engagements: 1, quotes: 1, figures: 1 },
  first_on: '2024-01-29',
  last_on: '2024-01-29',
  ...stamps,
  url: `${HOST}/people/jane-example`,
};

const place: PublicPlace = {
  id: 'washington',
  status: 'published',
  name: 'Washington',
  kind: 'city',
  country: { id: 'us', name: 'United States' },
  city: null,
  counts: { visits: 1, engagements: 1, quotes: 1 },
  ...stamps,
  url: `${HOST}/v1/places/washington`,
};

const document: PublicDocument = {
  id: 'd_0123456789ab',
  status: 'published',
  title: 'Minister on the bridge',
  publisher: 'Ministry of Works',
  source: 'works-news',
  rights: 'quote_only',
  url: 'https://works.example/news/bridge',
  published_on: '2024-01-31',
  lang: 'en',
  sha256: SHA256,
  revision: 1,
  near_duplicate_of: null,
  extracted: { quotes: [quote.id], visits: [visit.id], engagements: [engagement.id], figures: [figure.id] },
  ...stamps,
};

const topic: PublicTopic = {
  ...topicRef,
  status: 'published',
  terms: ['bridges', 'railway*'],
  counts: { quotes: 1 },
  first_seen_at: null,
  updated_at: null,
  url: `${HOST}/v1/quotes?topic=transport-infrastructure`,
};

const digest: PublicDigest = {
  id: '2024-02-01',
  status: 'published',
  date: '2024-02-01',
  cadence: 'daily',
  from: '2024-01-31T08:00:00.000Z',
  to: stamps.first_seen_at,
  title: `${visit.title}: 1 quote`,
  lead: {
    title: visit.title,
    entry: { noun: 'visit', id: visit.id, title: visit.title, url: visit.url },
    day: '2024-01-29',
    day_from: 'stated',
    place: { id: 'washington', name: 'Washington, United States' },
    people: [{ ...speaker, role: 'Minister of Works' }],
    happened: [{ id: engagement.id, title: engagement.title, day: engagement.date, url: engagement.url }],
    quotes: [quote],
    said: 1,
    sources: [
      {
        document: source.document,
        publisher: source.publisher,
        title: source.title,
        url: source.url,
        published_on: source.published_on,
      },
    ],
  },
  stories: [],
  also: [
    {
      person: speaker,
      lines: [{ noun: 'engagement', id: engagement.id, text: engagement.title, url: engagement.url }],
    },
  ],
  visits: [visit],
  quotes: [quote],
  figures: [figure],
  corrections: [],
  older: { documents: 12, url: `${HOST}/documents` },
  next: { also: null, visits: null, quotes: null, figures: null },
  text_url: `${HOST}/digests/2024-02-01.txt`,
  ...stamps,
  url: `${HOST}/digests/2024-02-01`,
};

const correction: PublicCorrection = {
  id: 'c_0123456789ab',
  status: 'published',
  entry: { noun: 'quote', id: quote.id, url: `${HOST}/quotes/${quote.id}` },
  field: 'text',
  before: 'We will build the bridge.',
  after: 'We may build the bridge.',
  cause: 'source',
  reason: 'Its source changed what it had published.',
  document: document.id,
  at: stamps.updated_at,
  ...stamps,
  url: `${HOST}/v1/corrections/c_0123456789ab`,
};

export const examples = {
  quote,
  engagement,
  visit,
  figure,
  person,
  place,
  document,
  topic,
  digest,
  correction,
};
