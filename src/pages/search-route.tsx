import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { type Context, origin } from '../http/context.ts';
import { readCursor, toCursor } from '../http/cursor.ts';
import { pageAddress } from '../http/page-address.ts';
import * as param from '../http/params.ts';
import { parseQuery, requireOrder } from '../http/query.ts';
import type { PublicEngagement } from '../public/engagement.ts';
import type { PublicFigure } from '../public/figure.ts';
import type { PublicPerson } from '../public/person.ts';
import type { PublicQuote } from '../public/quote.ts';
import type { PublicVisit } from '../public/visit.ts';
import { countryByCode, countryByName } from '../register/places.ts';
import { type Findings, find } from '../search/find.ts';
import { inWords } from '../search/in-words.ts';
import type { Sought } from '../search/words.ts';
import { filterBy, readPhrases } from '../store/filter.ts';
import { readPage, readRevision } from '../store/published.ts';
import { isPlace, stretchesOf } from '../store/stretches.ts';
import { begin, parsed } from './begin.ts';
import { type Choice, type Results, type SearchForm, SearchPage, type Section } from './search.tsx';
import type { Begun } from './send-page.ts';
import { sendErrorPage, sendPage } from './send-page.ts';

const query = v.strictObject({
  q: param.words,
  speaker: param.id('Who said it.', 'jens-stoltenberg'),
  country: param.country,
  topic: param.id('On which topic.', 'deterrence'),
  document: param.id('In which document.', 'd_000000000000'),
  from: param.day('On or after this day.', '2024-01-01'),
  to: param.day('On or before this day.', '2024-12-31'),
  sort: param.oneOf(['-rank', '-day'], 'The best first, or the newest of them.'),
  limit: param.oneOf(['100'], 'All that a search finds on one page.'),
  cursor: param.cursor,
});

/** On the first page, and of those quotes that are listed rather than searched. */
const FEW = 30;
const ALL = 100;
const QUOTES = 20;
/** Of each way to narrow a search. */
const CHOICES = 8;

/** The search page: forms send empty fields, which ask for nothing. A badly put search is explained on the page. */
export async function searchRoute(c: Context): Promise<Response> {
  const url = pageAddress(query, c.req.url);
  for (const [name, value] of [...url.searchParams]) if (value.trim() === '') url.searchParams.delete(name);
  // People write "Norway"; addresses have codes.
  const country = countryByName(url.searchParams.get('country') ?? '');
  if (country !== null) url.searchParams.set('country', country.code);
  const given = (name: string) => url.searchParams.get(name) ?? '';
  const form: SearchForm = {
    q: given('q'),
    speaker: given('speaker'),
    country: countryByCode(given('country'))?.name ?? given('country'),
    topic: given('topic'),
    from: given('from'),
    to: given('to'),
  };
  const frame = { form, path: `/search${url.search}`, origin: origin(c) };
  try {
    const asked = parseQuery(query, url.searchParams);
    requireOrder(asked.from, asked.to);
    const begun = begin(c);
    const { revision, results } = await answerTo(c, begun, url, asked);
    const page = <SearchPage {...frame} results={results} problem={null} />;
    const tags = ['person', 'visit', 'engagement', 'quote', 'figure'];
    return sendPage(c, page, begun, { revision, tags: results === null ? [] : tags });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad_request') throw error;
    const problem = error.message.replaceAll('`', '');
    return sendErrorPage(<SearchPage {...frame} results={null} problem={problem} />, 400);
  }
}

type Query = v.InferOutput<typeof query>;
type Answer = { revision: number; results: Results | null };

async function answerTo(c: Context, begun: Begun, url: URL, asked: Query): Promise<Answer> {
  if (url.searchParams.size === 0) return { revision: await readRevision(begun.db), results: null };
  const { q, topic, document, cursor, sort = '-rank', limit, ...filters } = asked;
  if (q === undefined || topic !== undefined || document !== undefined || cursor !== undefined)
    return listed(c, begun, url, asked);
  const most = limit === undefined ? FEW : ALL;
  const found = await find(begun.db, { ...filters, q, sort, limit: most });
  const { facets, best, suggestion } = found;
  const to = (changes: Record<string, string | null>) => addressWith(url, changes);
  const results: Results = {
    sections: sectionsOf(c, found),
    understood: inWords(found.question),
    suggestion: suggestion === null ? null : { words: suggestion, href: to({ q: suggestion }) },
    choices: choicesOf(found, asked, to),
    orders: [
      { name: 'best first', href: sort === '-rank' ? null : to({ sort: null }) },
      { name: 'newest first', href: sort === '-day' ? null : to({ sort: '-day' }) },
    ],
    shown: { entries: best.length, complete: facets.complete },
    more: moreOf(found, asked, to),
  };
  return { revision: found.revision, results };
}

/** All that was looked at, then the list of whatever has these very words. */
function moreOf(
  { facets, best }: Findings,
  { q = '', limit }: Query,
  to: (changes: Record<string, string | null>) => string,
): Results['more'] {
  if (limit === undefined && facets.counted > best.length)
    return { href: to({ limit: String(ALL) }), name: 'Show more of what was found' };
  if (facets.complete) return null;
  return {
    href: `/quotes?${new URLSearchParams({ q })}`,
    name: 'All quotes with these very words, page by page',
  };
}

/** What was said, page by page, where it is narrowed rather than searched: by a topic, a document, a person. */
async function listed(c: Context, { db }: Begun, url: URL, asked: Query): Promise<Answer> {
  const { q, cursor, from = null, to = null, sort: _, limit: __, ...keys } = asked;
  const list = JSON.stringify({ q, from, to, ...keys });
  const [after = null] = cursor === undefined ? [] : readCursor(cursor, list);
  if (after !== null && !isPlace(after)) throw new AppError('bad_request', '`cursor` is damaged.');
  const filter = filterBy(keys, { from: from ?? undefined, to: to ?? undefined }, q);
  const stretches = stretchesOf({ filter, from, to, order: 'newest' }, after);
  const { revision, rows } = await readPage(db, 'quote', stretches, 'newest', QUOTES + 1);
  const phrases = q === undefined ? [] : readPhrases(q);
  const entries = rows.slice(0, QUOTES).map(({ body }) => ({ quote: parsed<PublicQuote>(c, body), phrases }));
  const next = toCursor([rows[QUOTES - 1]?.ord ?? 0], list);
  return {
    revision,
    results: {
      sections: entries.length === 0 ? [] : [{ noun: 'quote', entries }],
      understood: [],
      suggestion: null,
      choices: [],
      orders: [],
      shown: { entries: entries.length, complete: true },
      more: rows.length > QUOTES ? { href: addressWith(url, { cursor: next }), name: 'More quotes' } : null,
    },
  };
}

function addressWith(url: URL, changes: Record<string, string | null>): string {
  const params = new URLSearchParams(url.searchParams);
  for (const [name, value] of Object.entries(changes))
    if (value === null) params.delete(name);
    else params.set(name, value);
  return `/search?${params}`;
}

function sectionsOf(c: Context, { best }: Findings): Section[] {
  const all = <T,>(noun: Sought) =>
    best
      .filter((it) => it.noun === noun)
      .map(({ body, phrases }) => ({ entry: parsed<T>(c, body), phrases }));
  const alone = <T,>(noun: Sought) => all<T>(noun).map(({ entry }) => entry);
  const sections: Record<Sought, () => Section> = {
    person: () => ({ noun: 'person', entries: alone<PublicPerson>('person') }),
    visit: () => ({ noun: 'visit', entries: alone<PublicVisit>('visit') }),
    engagement: () => ({ noun: 'engagement', entries: alone<PublicEngagement>('engagement') }),
    quote: () => ({
      noun: 'quote',
      entries: all<PublicQuote>('quote').map(({ entry, phrases }) => ({ quote: entry, phrases })),
    }),
    figure: () => ({
      noun: 'figure',
      entries: all<PublicFigure>('figure').map(({ entry, phrases }) => ({ figure: entry, phrases })),
    }),
  };
  return [...new Set(best.map(({ noun }) => noun))].map((noun) => sections[noun]());
}

/** Only what would leave something out narrows anything. */
function choicesOf(
  { facets }: Findings,
  asked: Query,
  to: (changes: Record<string, string | null>) => string,
): Choice[] {
  const people = facets.speaker.map(({ id, name, count }) => ({
    href: to({ speaker: id }),
    name: name ?? id.replaceAll('-', ' '),
    count,
  }));
  const countries = facets.country.map(({ id, name, count }) => ({
    href: to({ country: id }),
    name: name ?? id.toUpperCase(),
    count,
  }));
  const years = facets.year.map(({ id, count }) => ({
    href: to({ from: `${id}-01-01`, to: `${id}-12-31` }),
    name: id,
    count,
  }));
  const choices = [
    { title: 'Person', links: asked.speaker === undefined ? people : [] },
    { title: 'Country', links: asked.country === undefined ? countries : [] },
    { title: 'Year', links: asked.from === undefined && asked.to === undefined ? years : [] },
  ];
  return choices
    .map(({ title, links }) => ({ title, links: links.slice(0, CHOICES) }))
    .filter(({ links }) => links.length > 1);
}
