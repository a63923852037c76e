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
import { filterBy, keysOf, readPhrases } from '../store/filter.ts';
import { namedBy } from '../store/naming.ts';
import { type Found, type Hunt, readFound } from '../store/search.ts';
import { stretchesOf } from '../store/stretches.ts';
import { examples } from './examples.ts';
import { facetsOf } from './facets.ts';
import { highlight } from './highlight.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { operation } from './operation.ts';
import { pageAnswer, statedDays } from './paging.ts';
import { suggestionFor } from './suggestion.ts';

const NOUNS = ['person', 'visit', 'engagement', 'quote', 'figure'] as const;
type Sought = (typeof NOUNS)[number];

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
    country: [{ id: 'us', count: 1 }],
    year: [{ id: '2024', count: 1 }],
    counted: 1,
    complete: true,
  },
  suggestion: null,
};

/** Candidates of each tier, and what is added to a score so that a person stands before what they said. */
const HUNTS: Record<Sought, { within: 'titles' | 'texts'; width: number; bonus: number; words: string }> = {
  person: { within: 'titles', width: 10, bonus: 1, words: 'name' },
  visit: { within: 'titles', width: 20, bonus: 0.4, words: 'title' },
  engagement: { within: 'titles', width: 20, bonus: 0.2, words: 'title' },
  quote: { within: 'texts', width: 50, bonus: 0.3, words: 'text' },
  figure: { within: 'texts', width: 20, bonus: 0, words: 'sentence' },
};

export const search = operation({
  id: 'search',
  method: 'GET',
  path: '/v1/search',
  tag: 'Search',
  summary: 'Search people, visits, engagements, quotes and figures together',
  description:
    'Best first. `highlight` is HTML: the words found stand in `<mark>`, everything else is escaped. Of a word that ' +
    'occurs very often the newest entries are looked at; `facets` count those (`counted`), and `complete` says ' +
    'whether these were all there are. Names and offices are understood as people are called ("Mr Stoltenberg", ' +
    '"SecGen"). Where nothing is found, `suggestion` has the words that may have been meant, if any are near.',
  query: {
    q: param.requiredWords,
    noun: param.oneOf(NOUNS, 'Only this noun.'),
    speaker: param.id('Who said it, travelled or took part.', 'jens-stoltenberg'),
    country: param.country,
    ...statedDays('Entries dated'),
    limit: param.limit,
  },
  answers: {
    200: { description: 'What was found.', schema: SearchAnswer, example: EXAMPLE },
    304: { description: 'Unchanged since the `ETag` named in `If-None-Match`.' },
    308: pageAnswer(PublicQuote)[308],
  },
  problems: [400, 405, 429],
  handle: async (c, { q, noun, speaker, country, from, to, limit }) => {
    requireOrder(from, to);
    const mark = c.get('outside').isolate?.mark ?? 0;
    const db = readerOf(c);
    const same = await unchanged(c, db, NOUNS);
    if (same !== null) return same;
    const phrases = readPhrases(q);
    const isDated = from !== undefined || to !== undefined;
    const sought = NOUNS.filter((it) => {
      if (noun !== undefined && it !== noun) return false;
      // Nobody is a person of some day or country, and figures are of no country.
      if (it === 'person') return speaker === undefined && country === undefined && !isDated;
      return it !== 'figure' || country === undefined;
    });
    const meaning = meaningOf(q);
    const hunts = sought.flatMap((it) => {
      const { words: _, ...hunt } = HUNTS[it];
      const or = meaning === null ? null : otherReading(it, meaning);
      const asked = {
        filter: filterBy({ [SPEAKER_KEY[it]]: speaker, country }, { from, to }, q),
        from: from ?? null,
        to: to ?? null,
      };
      // Visits under way on the first day asked for began before it. With them there are five hunts at most, which is as
      // many as one statement may join: dated searches look for no people.
      return stretchesOf({ ...asked, order: 'newest', lasting: it === 'visit' }, null).map(
        (stretch): Hunt => ({
          ...hunt,
          noun: it,
          keys: stretch.keys,
          phrases,
          places: { from: stretch.from, until: stretch.until },
          ...(or && { or }),
        }),
      );
    });
    const { revision, found, moved } = await readFound(db, hunts, limit, namedBy(keysOf({ speaker })));
    const elsewhere = moved && found.length === 0 ? await movedFilter(c, db, revision) : null;
    if (elsewhere !== null) return elsewhere;
    const best = found
      .filter((one): one is Found & { noun: Sought; body: string } => one.body !== null)
      .slice(0, limit);
    const byNoun = Map.groupBy(found, (one) => one.noun);
    const suggestion = best.length === 0 ? await suggestionFor(db, q) : null;
    const facets = {
      ...facetsOf(found),
      counted: found.length,
      complete: sought.every((it) => (byNoun.get(it)?.length ?? 0) < HUNTS[it].width),
    };
    const host = origin(c);
    const data = best.map(({ noun: it, score, body }) => {
      const entry = withOrigin(body, host);
      const words = String((JSON.parse(entry) as Record<string, unknown>)[HUNTS[it].words] ?? '');
      const marked = JSON.stringify(highlight(words, phrases));
      return `{"noun":"${it}","score":${score.toFixed(3)},"highlight":${marked},"entry":${entry}}`;
    });
    return send(c, {
      body: `{"data":[${data.join(',')}],"facets":${JSON.stringify(facets)},"suggestion":${JSON.stringify(suggestion)}}`,
      etag: tagOfRevision(revision),
      revision,
      tags: NOUNS,
      db,
      mark,
    });
  },
});

/** Whom a search may mean in other words than the name: what they said and took part in, and themselves. */
function otherReading(noun: Sought, { people, phrases }: Meaning): Hunt['or'] | null {
  if (noun !== 'person') return { keys: people.map((id) => `${SPEAKER_KEY[noun]}:${id}`), phrases };
  if (phrases.length > 0) return null;
  return {
    keys: ['kind:person'],
    phrases,
    oneOf: people.map((id) => ({ words: id.split('-'), open: false })),
  };
}

const SPEAKER_KEY: Record<Sought, string> = {
  person: 'speaker',
  visit: 'visitor',
  engagement: 'person',
  quote: 'speaker',
  figure: 'person',
};
