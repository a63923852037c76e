import { env } from 'cloudflare:test';
import { NOUNS } from '../../src/model/record.ts';
import { ask } from './ask.ts';

const LISTS = {
  document: 'documents',
  person: 'people',
  place: 'places',
  visit: 'visits',
  engagement: 'engagements',
  quote: 'quotes',
  figure: 'figures',
} as const;

/** What every public address answers: lists, entries of every id there ever was, pages, feeds, frames, issues. */
export async function wholeSite(): Promise<Map<string, string>> {
  const paths: string[] = [
    '/v1/topics?limit=100',
    '/v1/digests',
    '/',
    '/documents',
    '/sitemap.xml',
    '/feeds/visits.ics',
  ].concat(
    ['quotes', 'visits', 'digest'].flatMap((noun) =>
      ['xml', 'atom', 'json'].map((it) => `/feeds/${noun}.${it}`),
    ),
    ['nato', 'said', 'jane', 'war', 'minister'].map((word) => `/v1/search?q=${word}`),
    [
      '/v1/verify?text=NATO+is+not+a+good+deal&speaker=stoltenberg',
      '/v1/quotes?topic=nuclear,defence,ukraine,china',
    ],
  );
  for (const noun of NOUNS) {
    const list = `/v1/${LISTS[noun]}`;
    paths.push(`${list}?limit=100`, `${list}?limit=100&updated_since=2020-01-01T00:00:00Z`);
    const { results } = await env.DB.prepare('SELECT id FROM ledger WHERE noun = ? ORDER BY id')
      .bind(noun)
      .all<{ id: string }>();
    for (const [n, { id }] of results.entries()) {
      // Every entry by the API; of pages, which are made of the same bodies, some.
      const some = n % 8 === 0;
      paths.push(`${list}/${encodeURIComponent(id)}`);
      if (some && (noun === 'quote' || noun === 'visit'))
        paths.push(`/${LISTS[noun]}/${id}`, `/embed/${LISTS[noun]}/${id}`);
      if (some && noun === 'person') paths.push(`/people/${encodeURIComponent(id)}`);
    }
  }
  const answers = new Map<string, string>();
  for (const path of paths) {
    const { status, text, headers } = await ask(path);
    answers.set(path, `${status} ${headers.get('Location') ?? ''} ${text}`);
  }
  return answers;
}

/** Addresses that answer otherwise, with where. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [a = 'nothing', b = 'nothing'] = [before.get(path), after.get(path)];
    if (a === b) return [];
    let at = 0;
    while (a[at] === b[at]) at++;
    return [`${path}: ${a.slice(Math.max(0, at - 60), at + 60)} | ${b.slice(Math.max(0, at - 60), at + 60)}`];
  });
}

/** An answer without times, for what may have happened again. */
export const withoutTimes = (site: ReadonlyMap<string, string>): Map<string, string> =>
  new Map(
    [...site].map(([path, text]) => [
      path,
      text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, 'TIME'),
    ]),
  );
