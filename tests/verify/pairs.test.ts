import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

interface Row {
  ord: number;
  id: string;
  words: string;
  keys: string;
}

const write = ({ ord, id, words, keys }: Row) =>
  env.DB.prepare(
    `INSERT INTO quote (ord, id, status, replaced_by, keys, words, body, first_seen_at, updated_at, first_rev, rev)
     VALUES (?1, ?2, CASE WHEN ?1 > 0 THEN 'published' ELSE 'withdrawn' END, NULL, ?3, ?4, '{}', '', '', 1, 1)
     ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, status = excluded.status, keys = excluded.keys,
       words = excluded.words`,
  ).bind(ord, id, keys, words);

const pairsIn = (words: string) => {
  const list = words.split(' ');
  return list.slice(1).map((word, at) => `${list[at]}_${word}`);
};

/** A quote is listed, changed, moved to another place or day, given to another speaker, or taken off the lists. */
const change = fc.record({
  id: fc.constantFrom('q_a', 'q_b', 'q_c'),
  place: fc.nat(3),
  isListed: fc.boolean(),
  words: fc
    .array(fc.constantFrom('we', 'will', 'build', 'bridges', 'zürich', '橋'), { minLength: 1, maxLength: 6 })
    .map((words) => words.join(' ')),
  speaker: fc.constantFrom('jane-example', 'minister-alpha'),
});

describe('the index of pairs and the sample of words', () => {
  it('hold what the listed quotes say, whatever was written before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        await env.DB.prepare('DELETE FROM quote').run();
        const rows = new Map<string, Row>();
        for (const { id, place, isListed, words, speaker } of changes) {
          // Places of different quotes never meet; every other one is in the sample.
          const at = 'abc'.indexOf(id.slice(2)) * 64 + 16 + place * 8;
          const row = isListed
            ? { ord: at, id, words, keys: `speaker:${speaker} topic:x` }
            : { ord: -at, id, words: '', keys: '' };
          rows.set(id, row);
          await write(row).run();
        }
        const listed = [...rows.values()].filter(({ ord }) => ord > 0);
        const terms = new Set([
          ...listed.flatMap(({ words }) => pairsIn(words)),
          ...['we_will', 'build_bridges', 'zürich_橋', 'speaker:jane-example', 'speaker:minister-alpha'],
        ]);
        for (const term of terms) {
          const { results } = await env.DB.prepare(
            'SELECT rowid AS ord FROM quote_pairs WHERE quote_pairs MATCH ? ORDER BY rowid',
          )
            .bind(`"${term}"`)
            .all<{ ord: number }>();
          const expected = listed
            .filter(({ words, keys }) => [...pairsIn(words), ...keys.split(' ')].includes(term))
            .map(({ ord }) => ord)
            .sort((a, b) => a - b);
          expect([term, results.map(({ ord }) => ord)]).toEqual([term, expected]);
        }
        const counted = new Map<string, number>();
        for (const { ord, words } of listed)
          if (ord % 16 === 0)
            for (const word of new Set(words.split(' '))) counted.set(word, (counted.get(word) ?? 0) + 1);
        const { results } = await env.DB.prepare('SELECT term, n FROM word').all<{
          term: string;
          n: number;
        }>();
        expect(new Map(results.map(({ term, n }) => [term, n]))).toEqual(counted);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
