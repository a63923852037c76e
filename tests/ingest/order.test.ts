import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRecord, readRecord, writer } from './record.ts';
import { type Story, type Telling, tell } from './stories.ts';

const PEOPLE = [
  { name: 'Jane Example', office: 'Minister of Bridges' },
  { name: 'Example', office: 'Minister of Bridges' },
  { name: 'John Sample', office: 'Mayor' },
  { name: 'Anna Example', office: 'Minister of Ferries' },
];
const WORDS = [
  'We will build the bridge.',
  'The ferry sails at noon',
  'No harbour is too small for us',
  'Come and see',
];
const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-06'];

/** How one document spells what others spell otherwise, though it is the same person, office or place. */
interface Spelling {
  jane: string;
  office: string;
  hall: string;
}
const spelling: fc.Arbitrary<Spelling> = fc.record({
  jane: fc.constantFrom('Jane Example', 'JANE EXAMPLE', 'Jane Éxample'),
  office: fc.constantFrom('Minister of Bridges', 'Bridges Minister of'),
  hall: fc.constantFrom('Town Hall', 'the Town Hall', 'Tówn Hall'),
});
const AS_SPELT: Record<string, keyof Spelling> = {
  'Jane Example': 'jane',
  'Minister of Bridges': 'office',
  'Town Hall': 'hall',
};

/** The same telling as a document of this spelling has it, wherever the words stand. */
const spelt = (it: Telling, as: Spelling): Telling =>
  JSON.parse(
    JSON.stringify(it, (_, value) =>
      typeof value === 'string' && value in AS_SPELT ? as[AS_SPELT[value]!] : value,
    ),
  ) as Telling;

/** Each run writes the record several times over; the library of documents is small, so a few runs meet many cases. */
const RUNS = 8;

const person = fc.constantFrom(...PEOPLE.map((it) => it.name));
const day = fc.constantFrom(...DAYS);
const maybe = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: undefined });

/** Documents that tell of the same few people, days and places, each in its own way. */
const telling = (n: number): fc.Arbitrary<Telling> =>
  fc.record(
    {
      url: fc.constantFrom(`https://example.org/${n}`),
      title: fc.constantFrom('A visit', 'News'),
      published_on: maybe(day) as fc.Arbitrary<string>,
      people: fc.constant(PEOPLE),
      visits: fc.array(
        fc.record({
          visitor: person,
          country: fc.constantFrom('NO', 'SE'),
          start: fc.option(day),
          end: fc.option(day),
          cities: fc.subarray(['Oslo', 'Bergen']),
          made: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      engagements: fc.array(
        fc.record({
          kind: fc.constantFrom('meeting' as const, 'speech' as const, 'site_visit' as const),
          date: fc.option(day),
          place: maybe(
            fc.constantFrom('Town Hall', 'the Town Hall of Oslo', 'Harbour'),
          ) as fc.Arbitrary<string>,
          city: maybe(fc.constantFrom('Oslo', 'Bergen')) as fc.Arbitrary<string>,
          country: fc.constant('NO'),
          with: fc.subarray(
            PEOPLE.map((it) => it.name),
            { maxLength: 2 },
          ),
          held: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      quotes: fc.array(
        fc.record({
          words: fc.constantFrom(...WORDS),
          speaker: person,
          on: maybe(day) as fc.Arbitrary<string>,
        }),
        { maxLength: 3 },
      ),
      figures: fc.array(
        fc.record({
          value: fc.constantFrom(2, 17),
          unit: fc.constant('bridges'),
          about: fc.constantFrom('built', 'planned'),
          by: maybe(person) as fc.Arbitrary<string>,
        }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['url', 'title', 'people', 'visits', 'engagements', 'quotes', 'figures'] },
  );

/** Numbers may point at engagements and visits that the telling has. */
function placed(it: Telling): Story {
  const engagements = (it.engagements ?? []).map((event, n) => ({
    ...event,
    ...((it.visits?.length ?? 0) > 0 && n % 2 === 0 ? { visit: 0 } : {}),
  }));
  const quotes = (it.quotes ?? []).map((quote, n) => ({
    ...quote,
    ...(engagements.length > n ? { at: n } : {}),
  }));
  return tell({ ...it, engagements, quotes });
}

const library = fc
  .tuple(...[1, 2, 3, 4].map((n) => fc.tuple(telling(n), spelling)))
  .map((tellings) => tellings.map(([it, as]) => placed(spelt(it, as))));

async function recordOf(stories: Story[]) {
  await emptyRecord();
  const { put } = writer();
  for (const story of stories) await put(story);
  return readRecord();
}

describe('the record', () => {
  it('is the same whatever the order in which documents arrive, and however often', async () => {
    await fc.assert(
      fc.asyncProperty(
        library,
        fc.array(fc.nat(3), { maxLength: 3 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        async (stories, again, order) => {
          const first = await recordOf(stories);
          const second = await recordOf([...order, ...again].map((n) => stories[n]!));
          expect(second.listed).toEqual(first.listed);
          expect(second.tallies).toEqual(first.tallies);
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 120_000);

  it('is as before when a document is withdrawn and put back', async () => {
    await fc.assert(
      fc.asyncProperty(library, fc.nat(3), async (stories, which) => {
        await emptyRecord();
        const { put, withdraw } = writer();
        const ids: string[] = [];
        for (const story of stories) ids.push((await put(story)).document_id);
        const before = await readRecord();
        await withdraw(ids[which]!);
        const without = await readRecord();
        await put(stories[which]!);
        const after = await readRecord();
        expect(after.listed).toEqual(before.listed);
        expect(after.tallies).toEqual(before.tallies);
        const others = await recordOf(stories.filter((_, n) => n !== which));
        expect(without.listed).toEqual(others.listed);
        expect(without.tallies).toEqual(others.tallies);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 120_000);

  it('answers to every id that any of its documents alone would give, and to every id it ever gave', async () => {
    await fc.assert(
      fc.asyncProperty(library, async (stories) => {
        const once = new Set<string>();
        for (const story of stories) for (const id of (await recordOf([story])).answers.keys()) once.add(id);
        await emptyRecord();
        const { put } = writer();
        let answers = new Map<string, { status: string; to: string | null }>();
        for (const story of stories) {
          await put(story);
          answers = (await readRecord()).answers;
          for (const id of answers.keys()) once.add(id);
        }
        for (const id of once) {
          let found = answers.get(id);
          expect(found, id).toBeDefined();
          for (let hops = 0; found?.status === 'redirected' && hops < 5; hops++)
            found = answers.get(found.to!);
          expect(found?.status, id).toBe('published');
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 120_000);
});
