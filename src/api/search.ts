import * as v from 'valibot';
import { send, unchanged } from '../http/answer.ts';
import { tagOfRevision } from '../http/conditional.ts';
import { origin, readerOf } from '../http/context.ts';
import { movedFilter } from '../http/moved-filter.ts';
import * as param from '../http/params.ts';
import { requireOrder } from '../http/query.ts';
import { withOrigin } from '../links.ts';
import { PublicEngagement } from '../public/engagement.ts';
import { PublicFigure } from '../public/figure.ts';
import { PublicPerson } from '../public/person.ts';
import { PublicQuote } from '../public/quote.ts';
import { PublicVisit } from '../public/visit.ts';
import { find, SOUGHT } from '../search/find.ts';
import { highlight } from '../search/highlight.ts';
import { examples } from './examples.ts';
import { operation } from './operation.ts';
import { pageAnswer, statedDays } from './paging.ts';

type Sought = (typeof SOUGHT)[number];

const Counted = v.object({ id: v.string(), name: v.optional(v.nullable(v.string())), count: v.number() });
const hit = <const N extends Sought, S extends v.GenericSchema>(noun: N, entry: S) =>
  v.object({ noun: v.literal(noun), score: v.number(), highlight: v.string(), entry });

export const SearchAnswer = v.object({
  data: v.array(
    v.variant('noun', [
      hit('person', PublicPerson),
      hit('visit', PublicVisit),
      hit('engagement', PublicEngagement),
      hit('quote', PublicQuote),
      hit('figure', PublicFigure),
    ]),
  ),
  facets: v.object({
    speaker: v.array(Counted),
    country: v.array(Counted),
    year: v.array(Counted),
    counted: v.number(),
    complete: v.boolean(),
  }),
  suggestion: v.nullable(v.string()),
});

const EXAMPLE = {
  data: [
    { noun: 'quote', score: 3.5, highlight: 'We will build the <mark>bridge</mark>.', entry: examples.quote },
  ],
  facets: {
    speaker: [{ id: 'jane-example', name: 'Jane Example', count: 1 }],
    country: [{ id: 'us', name: 'United States', count: 1 }],
    year: [{ id: '2024', count: 1 }],
    counted: 1,
    complete: true,
  },
  suggestion: null,
};

/** What of an entry is shown with the words found in it marked. */
const SHOWN: Record<Sought, string> = {
  person: 'name',
  visit: 'title',
  engagement: 'title',
  quote: 'text',
  figure: 'sentence',
};

export const search = operation({
  id: 'search',
  method: 'GET',
  path: '/v1/search',
  tag: 'Search',
  summary: 'Search people, visits, engagements, quotes and figures together',
  description:
    'Best first, or the newest of what is best (`sort=-day`). Questions are understood as they are typed: "who met ' +
    'Blinken in Brussels", "what did Stoltenberg say about China", "visits to Belgium", "where was Biden in March ' +
    '2022". Names and offices are understood as people are called ("Mr Stoltenberg", "SecGen"), places by all their ' +
    'names, words in British and American spelling, in the singular and the plural; words in quotation marks must ' +
    'stand so. `highlight` is HTML: the words found stand in `<mark>`, everything else is escaped. Of a word that ' +
    'occurs very often the newest entries are looked at; `facets` count those (`counted`), and `complete` says ' +
    'whether these were all there are. Where nothing is found, `suggestion` has the words that may have been meant, ' +
    'if any are near.',
  query: {
    q: param.requiredWords,
    noun: param.oneOf(SOUGHT, 'Only this noun.'),
    speaker: param.id('Who said it, travelled or took part.', 'jens-stoltenberg'),
    country: param.country,
    ...statedDays('Entries dated'),
    sort: param.oneOf(
      ['-rank', '-day'],
      'The best first (`-rank`, unless asked otherwise), or the newest of them.',
    ),
    limit: param.limit,
  },
  answers: {
    200: { description: 'What was found.', schema: SearchAnswer, example: EXAMPLE },
    304: { description: 'Unchanged since the `ETag` named in `If-None-Match`.' },
    308: pageAnswer(PublicQuote)[308],
  },
  problems: [400, 405, 429],
  handle: async (c, { sort = '-rank', ...asked }) => {
    requireOrder(asked.from, asked.to);
    const mark = c.get('outside').isolate?.mark ?? 0;
    const db = readerOf(c);
    const same = await unchanged(c, db, SOUGHT);
    if (same !== null) return same;
    const { revision, best, facets, suggestion, moved } = await find(db, { ...asked, sort });
    const elsewhere = moved && best.length === 0 ? await movedFilter(c, db, revision) : null;
    if (elsewhere !== null) return elsewhere;
    const host = origin(c);
    const data = best.map(({ noun, score, body, phrases }) => {
      const entry = withOrigin(body, host);
      const words = String((JSON.parse(entry) as Record<string, unknown>)[SHOWN[noun]] ?? '');
      const marked = JSON.stringify(highlight(words, phrases));
      return `{"noun":"${noun}","score":${score.toFixed(3)},"highlight":${marked},"entry":${entry}}`;
    });
    return send(c, {
      body: `{"data":[${data.join(',')}],"facets":${JSON.stringify(facets)},"suggestion":${JSON.stringify(suggestion)}}`,
      etag: tagOfRevision(revision),
      revision,
      tags: SOUGHT,
      db,
      mark,
    });
  },
});
