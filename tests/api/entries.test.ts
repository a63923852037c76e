import { describe, expect, it } from 'vitest';
import { ask, askAll, askPage, costOf, HOST, problemOf } from '../workers/ask.ts';
import { putOnRecord } from '../workers/record.ts';

const day = '2024-01-31';

describe('an entry', () => {
  it('is given with its own addresses, for two rows read at most', async () => {
    await putOnRecord('quote', [{ id: 'q_1', day, text: 'Words.' }]);
    const asked = await ask('/v1/quotes/q_1');
    expect(asked.json).toMatchObject({ id: 'q_1', text: 'Words.', url: `${HOST}/quotes/q_1` });
    expect(costOf(asked)).toEqual({ trips: 1, rows: 2 });
    expect(asked.headers.get('Readout-Revision')).toBe('1');
    expect(asked.headers.get('Cache-Tag')).toBe('record,quote/q_1');
  });

  it('that was corrected or withdrawn is still given, and says so', async () => {
    await putOnRecord('quote', [
      { id: 'q_old', status: 'corrected', replaced_by: 'q_new' },
      { id: 'q_new', day },
      { id: 'q_gone', status: 'withdrawn' },
    ]);
    expect((await ask('/v1/quotes/q_old')).json).toMatchObject({ status: 'corrected', replaced_by: 'q_new' });
    expect((await ask('/v1/quotes/q_gone')).json).toMatchObject({ status: 'withdrawn' });
  });

  it('that answers to another id is redirected at once to the last of them, with the same question', async () => {
    await putOnRecord('quote', [
      { id: 'q_a', status: 'redirected', replaced_by: 'q_b' },
      { id: 'q_b', status: 'redirected', replaced_by: 'q_c' },
      { id: 'q_c', day },
    ]);
    const asked = await ask('/v1/quotes/q_a?fields=id');
    expect(asked.status).toBe(308);
    expect(asked.headers.get('Location')).toBe(`${HOST}/v1/quotes/q_c?fields=id`);
    expect(asked.headers.get('Readout-Revision')).toBe('1');
  });

  it('is redirected whatever its noun', async () => {
    for (const [noun, path] of Object.entries({
      visit: 'visits',
      engagement: 'engagements',
      figure: 'figures',
      person: 'people',
      place: 'places',
      document: 'documents',
    })) {
      await putOnRecord(noun as 'visit', [
        { id: 'old', status: 'redirected', replaced_by: 'new' },
        { id: 'new', day },
      ]);
      const asked = await ask(`/v1/${path}/old`);
      expect([asked.status, asked.headers.get('Location')]).toEqual([308, `${HOST}/v1/${path}/new`]);
    }
  });

  it('whose redirects run in a circle is not there', async () => {
    await putOnRecord('quote', [
      { id: 'q_a', status: 'redirected', replaced_by: 'q_b' },
      { id: 'q_b', status: 'redirected', replaced_by: 'q_a' },
    ]);
    expect(problemOf(await ask('/v1/quotes/q_a')).status).toBe(404);
  });
});

describe('quotes asked for by id', () => {
  const ids = async (path: string) => (await askPage(path)).data.map(({ id }) => id);

  it('come in the order asked, whatever their status, each once, redirected ones as what they are now', async () => {
    await putOnRecord('quote', [
      { id: 'q_1', day },
      { id: 'q_2', day, status: 'withdrawn' },
      { id: 'q_3', status: 'redirected', replaced_by: 'q_4' },
      { id: 'q_4', day: '2020-01-01' },
    ]);
    expect(await ids('/v1/quotes?id=q_3,q_2,q_none,q_1,q_4')).toEqual(['q_4', 'q_2', 'q_1']);
  });

  it('pass other filters too, and come in pages if asked', async () => {
    await putOnRecord('quote', [
      { id: 'q_1', day, keys: ['speaker:ann'], text: 'good words' },
      { id: 'q_2', day, keys: ['speaker:bob'], text: 'good words' },
      { id: 'q_3', day: '2020-01-01', keys: ['speaker:ann'], text: 'bad words' },
      { id: 'q_4', day, keys: ['speaker:ann'], text: 'good words', status: 'withdrawn' },
    ]);
    expect(await ids('/v1/quotes?id=q_1,q_2,q_3,q_4&speaker=ann')).toEqual(['q_1', 'q_3']);
    expect(await ids('/v1/quotes?id=q_1,q_2,q_3,q_4&q=goo')).toEqual(['q_1', 'q_2']);
    expect(await ids('/v1/quotes?id=q_1,q_2,q_3&from=2021-01-01')).toEqual(['q_1', 'q_2']);
    expect(await askAll('/v1/quotes?id=q_3,q_2,q_1&limit=2')).toEqual(['q_3', 'q_2', 'q_1']);
  });

  it('are at most a hundred', async () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `q_${i}`).join(',');
    expect((await ask(`/v1/quotes?id=${many(100)}`)).status).toBe(200);
    expect(problemOf(await ask(`/v1/quotes?id=${many(101)}`)).errors?.[0]?.detail).toBe(
      '`id` takes at most 100 ids',
    );
  });
});

describe('a quote by chance', () => {
  it('passes the filters, is never kept, and costs a bounded number of rows', async () => {
    await putOnRecord(
      'quote',
      Array.from({ length: 200 }, (_, i) => ({
        id: `q_${i}`,
        day: i % 10 === 0 ? null : `2024-${String((i % 12) + 1).padStart(2, '0')}-11`,
        keys: [`speaker:${i % 2 === 0 ? 'ann' : 'bob'}`],
      })),
    );
    const drawn = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const asked = await ask('/v1/quotes/random?speaker=ann');
      const { id } = asked.json as { id: string };
      expect(Number(id.slice(2)) % 2).toBe(0);
      expect(asked.headers.get('Cache-Control')).toBe('no-store');
      expect(costOf(asked).rows).toBeLessThanOrEqual(60);
      drawn.add(id);
    }
    expect(drawn.size).toBeGreaterThan(5);
  });
});
