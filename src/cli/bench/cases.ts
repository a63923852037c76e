import { listName } from '../../api/list.ts';
import { toCursor } from '../../http/cursor.ts';
import { orderOf } from '../../model/order.ts';
import { RARE_WORD, wordOf } from './record.ts';

/** What is measured: one address, and what its speed and cost are held against. */
export interface Case {
  name: string;
  path: string;
  /** Asked of the Worker as it is, which answers again what it just answered, or of one that forgets. */
  of: 'readout' | 'forgetful' | 'yardsticks';
  against: '/hello' | '/statement' | '/bytes' | '/page';
  /** Least share of the yardstick's requests a second. */
  share?: number;
  /** Most rows read. */
  rows?: number;
  trips?: number;
  /** Most growth of the median time from the smallest record to the largest. */
  growth?: number;
  /** Ask with the tag of the answer, for 304. */
  conditional?: true;
}

const FIRST = 'speaker-0';
const COMMON = wordOf(0);
const OFTEN = wordOf(12);
const SELDOM = wordOf(19_000);

/** A list page that begins in the middle of the record. */
function deep(query: string): string {
  const cursor = toCursor([orderOf('2010-01-01', 'q_')], listName('quote', new URLSearchParams(query)));
  return `/v1/quotes?${query === '' ? '' : `${query}&`}cursor=${cursor}`;
}

/** Wide enough that a page is full in the smallest record too: an empty page would be no measure of a full one. */
const days = 'from=2000-01-01&to=2015-12-31';
const published = 'published_from=2001-03-01&published_to=2014-10-31';
const page = (name: string, query: string, rows = 25): Case[] =>
  [`/v1/quotes?${query}`, deep(query)].map((path, i) => ({
    name: `${name}${i === 0 ? '' : ', deep'}`,
    path,
    of: 'forgetful',
    against: '/statement',
    rows,
    trips: 1,
    growth: rows === 25 ? 1.3 : 3,
  }));

/** Every case of the performance table. `visit` and `quote`: ids that are on record. */
export function casesFor({ visit, quote }: { visit: string; quote: string }): Case[] {
  const again = { of: 'readout', against: '/hello' } as const;
  const anew = { of: 'forgetful', against: '/statement' } as const;
  return [
    { ...again, name: 'list, 304', path: '/v1/quotes', conditional: true, share: 0.85, rows: 1 },
    { ...again, name: 'record, 304', path: `/v1/quotes/${quote}`, conditional: true, share: 0.85, rows: 1 },
    { ...again, name: 'list, asked again', path: '/v1/quotes' },
    { ...again, name: 'record, asked again', path: `/v1/quotes/${quote}`, share: 0.8 },
    // What a list's bytes and headers cost whoever sends them: no list can be faster, so lists are held against these.
    { ...again, name: 'list, asked again, of its bytes', path: '/v1/quotes', against: '/bytes', share: 0.85 },
    {
      ...anew,
      name: 'list, of twenty bodies',
      path: '/v1/quotes',
      against: '/page',
      share: 0.9,
      rows: 25,
      trips: 1,
    },
    { name: '34 kB from memory', path: '/bytes', of: 'yardsticks', against: '/hello' },
    { ...anew, name: 'record', path: `/v1/quotes/${quote}`, share: 0.85, rows: 3, trips: 1, growth: 1.3 },
    { ...anew, name: 'list', path: '/v1/quotes', rows: 25, trips: 1, growth: 1.3 },
    { name: '20 bodies by one statement', path: '/page', of: 'yardsticks', against: '/statement' },
    { ...anew, name: 'list, 304 anew', path: '/v1/quotes', conditional: true, rows: 1, trips: 1 },
    ...page('speaker', `speaker=${FIRST}`),
    ...page('speaker, days', `speaker=${FIRST}&${days}`),
    ...page('country, oldest first', 'country=us&sort=said_on'),
    ...page('words', `q=${OFTEN}+`),
    ...page('two speakers', `speaker=${FIRST},speaker-1`),
    ...page('two speakers, two topics', `speaker=${FIRST},speaker-1&topic=topic-0,topic-1`),
    ...page('two countries, two topics', 'country=us,de&topic=topic-0,topic-1', 500),
    ...page('speaker, both ranges of days', `speaker=${FIRST}&${days}&${published}`, 500),
    ...page(
      'two countries, two topics, both ranges of days',
      `country=us,de&topic=topic-0,topic-1&${days}&${published}`,
      500,
    ),
    ...page('speaker, oldest first', `speaker=${FIRST}&sort=day`),
    {
      ...anew,
      name: 'engagements of one person with another',
      path: `/v1/engagements?person=${FIRST}&with=speaker-1`,
      rows: 25,
      trips: 1,
      growth: 3,
    },
    ...page('speaker, country', `speaker=${FIRST}&country=us`),
    ...page('speaker, topic', `speaker=${FIRST}&topic=topic-0`),
    ...page('speaker, words', `speaker=${FIRST}&q=${COMMON}+`),
    ...page(
      'country, topic, two sources, days, words',
      `country=us&topic=topic-3&min_sources=2&${days}&q=${OFTEN}+`,
      500,
    ),
    ...page('a seldom word of one speaker', `speaker=speaker-15&q=${SELDOM}+`, 500),
    {
      ...anew,
      name: 'best matches',
      path: `/v1/quotes?q=${COMMON}+${OFTEN}+&sort=-rank`,
      rows: 3000,
      trips: 1,
      growth: 3,
    },
    {
      ...anew,
      name: 'visits by days',
      path: `/v1/visits?${days}`,
      rows: 25,
      trips: 1,
      growth: 1.3,
    },
    { ...anew, name: 'whole visit', path: `/v1/visits/${visit}`, rows: 100, trips: 1, growth: 1.3 },
    {
      ...anew,
      name: 'changes',
      path: '/v1/quotes?updated_since=2026-01-01',
      rows: 25,
      trips: 1,
      growth: 1.3,
    },
    {
      ...anew,
      name: 'changes, filtered',
      path: `/v1/quotes?updated_since=2026-01-01&speaker=${FIRST}`,
      rows: 500,
      trips: 1,
      growth: 3,
    },
    {
      ...anew,
      name: 'search, rare word',
      path: `/v1/search?q=${RARE_WORD}+`,
      rows: 100,
      trips: 1,
      growth: 3,
    },
    {
      ...anew,
      name: 'search, common word',
      path: `/v1/search?q=${COMMON}+`,
      rows: 3000,
      trips: 1,
      growth: 3,
    },
    {
      ...anew,
      name: 'search, common words',
      path: `/v1/search?q=${COMMON}+${wordOf(1)}+${wordOf(2)}+`,
      rows: 3000,
      trips: 1,
      growth: 3,
    },
    {
      ...anew,
      name: 'search, unfinished word',
      path: `/v1/search?q=${wordOf(300).slice(0, 3)}`,
      rows: 3000,
      trips: 1,
      growth: 3,
    },
    {
      ...anew,
      name: 'search, question',
      path: '/v1/search?q=visits+to+Belgium+in+2010',
      rows: 3000,
      trips: 1,
      growth: 3,
    },
    ...['/', '/visits', '/people', '/quotes', '/engagements', '/countries', `/people/${FIRST}`].map(
      (path) => ({
        ...anew,
        name: `page ${path}`,
        path,
        rows: 3000,
      }),
    ),
    {
      ...anew,
      name: 'page /search',
      path: `/search?q=${OFTEN}+`,
      rows: 3000,
      trips: 1,
    },
    { ...anew, name: 'random quote', path: '/v1/quotes/random', rows: 100 },
    {
      ...anew,
      name: 'verify',
      path: `/v1/verify?text=${[3, 9, 27, 81, 243].map(wordOf).join('+')}`,
      rows: 3000,
      growth: 3,
    },
  ];
}
