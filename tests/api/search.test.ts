import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/search/highlight.ts';
import { readPhrases, toMatch } from '../../src/store/filter.ts';
import { ask, askAll, costOf, HOST } from '../workers/ask.ts';
import { putOnRecord } from '../workers/record.ts';
import { ingestSeeds } from '../workers/seeds.ts';

interface Found {
  data: { noun: string; score: number; highlight: string; entry: { id: string } }[];
  facets: {
    speaker: { id: string; name: string | null; count: number }[];
    country: { id: string; count: number }[];
    year: { id: string; count: number }[];
    counted: number;
    complete: boolean;
  };
}
const find = async (query: string) => (await ask(`/v1/search?${query}`)).json as Found;
const ids = ({ data }: Found) => data.map(({ entry }) => entry.id);
const quote = (id: string, text: string, day = '2024-01-31', keys: string[] = []) => ({
  id,
  text,
  day,
  keys,
});

describe('a search', () => {
  it('finds words wherever they stand, whatever their case, accents and quotation marks', async () => {
    await putOnRecord('quote', [quote('q_1', 'Erdoğan’s “naïve” Łódź plan')]);
    for (const q of [
      'erdogan',
      'ERDOĞAN’S',
      'erdogans',
      'naive plan',
      '"lodz plan"',
      'Lódz',
      'pla',
      'plans',
      'naive “łodz”',
    ]) {
      expect([q, ids(await find(`q=${encodeURIComponent(q)}`))]).toEqual([q, ['q_1']]);
    }
    for (const q of ['planner', '"plan naive"', 'erdogan missing', 'pl', 'lod z']) {
      expect([q, ids(await find(`q=${encodeURIComponent(q)}`))]).toEqual([q, []]);
    }
  });

  it('puts words that stand together before those that stand near, and these before the rest', async () => {
    const filler = Array.from({ length: 30 }, (_, i) => `filler${i}`).join(' ');
    await putOnRecord('quote', [
      quote('q_apart', `strong ${filler} alliance`, '2024-03-01'),
      quote('q_near', 'a strong and lasting alliance', '2024-02-01'),
      quote('q_together', 'a strong alliance', '2024-01-01'),
    ]);
    expect(ids(await find('q=strong+alliance'))).toEqual(['q_together', 'q_near', 'q_apart']);
    expect(await askAll('/v1/quotes?sort=-rank')).toEqual(await askAll('/v1/quotes'));
    expect(await askAll('/v1/quotes?q=strong+alliance&sort=-rank&limit=1')).toEqual([
      'q_together',
      'q_near',
      'q_apart',
    ]);
  });

  it('looks at every noun, and at one if asked', async () => {
    await ingestSeeds();
    const all = await find('q=stoltenberg&limit=100');
    expect(new Set(all.data.map(({ noun }) => noun))).toEqual(
      new Set(['person', 'visit', 'engagement', 'quote', 'figure']),
    );
    expect(all.data[0]).toMatchObject({ noun: 'person', entry: { id: 'jens-stoltenberg' } });
    expect(all.data[0]?.highlight).toBe('Jens <mark>Stoltenberg</mark>');
    const visits = await find('q=stoltenberg&noun=visit');
    expect(visits.data.length).toBeGreaterThan(0);
    expect(visits.data.every(({ noun }) => noun === 'visit')).toBe(true);
  });

  it('finds nothing where no noun can pass the filters, whatever they are', async () => {
    await putOnRecord('person', [{ id: 'jane-example', text: 'Jane Example' }]);
    for (const filters of [
      'noun=person&to=2024-01-31',
      'noun=person&country=NO',
      'noun=person&speaker=jane-example',
      'noun=figure&country=NO',
    ]) {
      const { status, json } = await ask(`/v1/search?q=jane&${filters}`);
      expect([filters, status, (json as { data: unknown[] }).data]).toEqual([filters, 200, []]);
    }
  });

  it('counts what it found by speaker, country and year', async () => {
    await putOnRecord('quote', [
      {
        ...quote('q_1', 'bridge', '2024-01-31', ['speaker:ann', 'country:us']),
        more: { speaker: { id: 'ann', name: 'Ann' } },
      },
      {
        ...quote('q_2', 'bridge', '2023-01-31', ['speaker:ann', 'country:no']),
        more: { speaker: { id: 'ann', name: 'Ann' } },
      },
      quote('q_3', 'bridge', '2024-01-30', ['speaker:bob', 'country:us']),
    ]);
    const { facets } = await find('q=bridge&limit=1');
    expect(facets).toEqual({
      speaker: [
        { id: 'ann', name: 'Ann', count: 2 },
        { id: 'bob', name: null, count: 1 },
      ],
      country: [
        { id: 'us', name: 'United States', count: 2 },
        { id: 'no', name: 'Norway', count: 1 },
      ],
      year: [
        { id: '2024', count: 2 },
        { id: '2023', count: 1 },
      ],
      counted: 3,
      complete: true,
    });
    expect(ids(await find('q=bridge&speaker=ann&from=2024-01-01'))).toEqual(['q_1']);
    expect(ids(await find('q=bridge&country=NO'))).toEqual(['q_2']);
  });

  it('understands how people are called', async () => {
    await ingestSeeds();
    const speakers = ({ data }: Found) => [
      ...new Set(data.map(({ entry }) => (entry as unknown as { speaker: { id: string } }).speaker.id)),
    ];
    for (const q of [
      'Mr Stoltenberg',
      'SecGen',
      'Mr Stoltenberg allies',
      'allies SecGen',
      'NATO Secretary General',
    ]) {
      const found = await find(`q=${encodeURIComponent(q)}&noun=quote`);
      expect([q, speakers(found)]).toEqual([q, ['jens-stoltenberg']]);
    }
    expect((await find('q=Mr+Stoltenberg+xylophone&noun=quote')).data).toEqual([]);
    expect((await find('q=Mr+Stoltenberg&noun=quote&speaker=nobody')).data).toEqual([]);
  });

  it('puts whoever is named in other words before what they said', async () => {
    await ingestSeeds();
    for (const q of ['Mr Stoltenberg', 'Mr. Stoltenberg', 'SecGen', 'NATO chief'])
      expect((await find(`q=${q}`)).data[0]).toMatchObject({
        noun: 'person',
        entry: { id: 'jens-stoltenberg' },
      });
    // Words that literally stand in a quote come first all the same.
    expect(ids(await find('q=President+Biden'))).toContain('joe-biden');
    expect((await find('q=Mr+Stoltenberg+allies&noun=person')).data).toEqual([]);
  });

  it('finds visits that were under way on the first day asked for, as their list does', async () => {
    await ingestSeeds();
    for (const days of [
      'from=2024-01-31',
      'from=2024-01-31&to=2024-01-31',
      'to=2024-01-29',
      'from=2024-02-02',
    ]) {
      const listed = (await askAll(`/v1/visits?${days}`)).sort();
      expect([days, ids(await find(`q=stoltenberg&noun=visit&${days}`)).sort()]).toEqual([days, listed]);
    }
    expect((await ask('/v1/search?q=the&from=2024-01-31')).status).toBe(200);
  });

  it('goes on at the new id of the speaker it is narrowed to', async () => {
    await putOnRecord('person', [
      { id: 'smith', status: 'redirected', replaced_by: 'ann-smith' },
      { id: 'ann-smith' },
    ]);
    const { status, headers } = await ask('/v1/search?q=bridge&speaker=smith');
    expect(status).toBe(308);
    expect(headers.get('Location')).toBe(`${HOST}/v1/search?q=bridge&speaker=ann-smith`);
  });

  it('names everybody its facets count, those too who only took part', async () => {
    await ingestSeeds();
    for (const q of ['stoltenberg', 'meeting', 'allies']) {
      const { facets } = await find(`q=${q}&limit=100`);
      expect(facets.speaker.filter(({ name }) => name === null)).toEqual([]);
    }
  });

  it('suggests words on record where none is found', async () => {
    await putOnRecord(
      'quote',
      Array.from({ length: 100 }, (_, i) => quote(`q_${i}`, 'deterrence keeps Estonia safe')),
    );
    const suggestion = async (q: string) =>
      ((await ask(`/v1/search?q=${q}`)).json as { suggestion: string }).suggestion;
    expect(await suggestion('deterence')).toBe('deterrence');
    expect(await suggestion('Detterrence+Estnia+safe')).toBe('deterrence estonia safe');
    expect(await suggestion('xylophone')).toBeNull();
    expect(await suggestion('deterence+xylophone')).toBeNull();
    expect(await suggestion('deterrence')).toBeNull();
    expect(costOf(await ask('/v1/search?q=deterence'))).toMatchObject({ trips: 2 });
  });

  it('suggests words of a small record too', async () => {
    await ingestSeeds();
    for (const [q, suggestion] of [
      ['ukrane', 'ukraine'],
      ['alies', 'allies'],
      ['Amerca and Ukrane', 'america and ukraine'],
      ['Sulivan', 'sullivan'],
      ['Stoltenburg in Washignton', 'stoltenberg in washington'],
      ['Heritge', 'heritage'],
    ]) {
      expect((await ask(`/v1/search?q=${q}`)).json).toMatchObject({ data: [], suggestion });
    }
  });

  it('reads a bounded number of rows in one trip however often a word occurs, few where it is rare', async () => {
    for (const noun of ['quote', 'figure', 'visit', 'engagement', 'person'] as const) {
      await putOnRecord(
        noun,
        Array.from({ length: 400 }, (_, i) => ({
          id: `${noun}-${i}`,
          day: `2024-01-${10 + (i % 20)}`,
          text: i === 7 ? 'common words, and a rarity' : 'common words',
        })),
      );
    }
    const common = await ask('/v1/search?q=common+words&limit=100');
    expect(costOf(common).trips).toBe(1);
    expect(costOf(common).rows).toBeLessThanOrEqual(3000);
    expect((common.json as Found).facets.complete).toBe(false);
    const rare = await ask('/v1/search?q=rarity');
    expect((rare.json as Found).data).toHaveLength(5);
    expect(costOf(rare).rows).toBeLessThanOrEqual(100);
  });
});

describe('a highlight', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<script>', '"><img src=x onerror=alert(1)>', '&amp;', "o'neil", '</mark>', '\u0000'),
  );

  it('marks whole words and escapes everything', () => {
    expect(highlight('Allies & "ALLIES" of <b>Łódź’s</b> ally', readPhrases('allies lodzs'))).toBe(
      '<mark>Allies</mark> &amp; &quot;<mark>ALLIES</mark>&quot; of &lt;b&gt;<mark>Łódź’s</mark>&lt;/b&gt; ally',
    );
  });

  it('lets no markup through but its own marks, and loses no letter', () => {
    const plain = (html: string) =>
      html
        .replaceAll(/<\/?mark>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.array(hostile), hostile, (parts, typed) => {
        const text = parts.join(' ');
        const html = highlight(text, readPhrases(typed));
        expect(html.replaceAll(/<\/?mark>/g, '')).not.toMatch(/[<>"']/);
        expect(plain(html)).toBe(text);
      }),
    );
  });
});

describe('what is typed', () => {
  it('is never read as a query language', async () => {
    await putOnRecord('quote', [quote('q_1', 'a plain sentence and nothing near it')]);
    const typed = [
      '"',
      'NEAR(',
      'a*',
      'a AND',
      '(plain',
      "o'neil",
      'a.b',
      '-plain',
      'keys:speaker',
      '^plain',
      'plain OR x',
    ].concat([
      '{keys}: x',
      '"plain',
      'plain"',
      '""plain""',
      'NOT plain',
      '\u0000plain',
      'plain\\',
      "plain'; DROP TABLE quote",
    ]);
    for (const q of typed) {
      const asked = await ask(`/v1/search?q=${encodeURIComponent(q)}`);
      expect([q, asked.status]).toEqual([q, q === '"' ? 400 : 200]);
    }
    expect(ids(await find('q=plain'))).toEqual(['q_1']);
  });

  it('becomes tokens that are all quoted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const match = toMatch({ keys: [], phrases: readPhrases(typed) });
        expect(match ?? '').toMatch(/^(words : "[\p{L}\p{N} ]+"( \*)?( AND |$))*$/u);
      }),
    );
  });
});
