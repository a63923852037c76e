import { SELF } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { ask, costOf } from '../workers/ask.ts';
import { putOnRecord } from '../workers/record.ts';

it('gives a visit with its engagements, quotes, figures and documents in one trip to the database', async () => {
  const id = 'a-us-2024-01-29';
  const keys = [`visit:${id}`];
  await putOnRecord('visit', [
    { id, day: '2024-01-29', more: { sources: [{ document: 'd_one' }, { document: 'd_two' }] } },
  ]);
  await putOnRecord('engagement', [
    { id: 'e_late', day: '2024-01-31', keys, more: { sources: [{ document: 'd_three' }] } },
    { id: 'e_early', day: '2024-01-29', keys, more: { sources: [{ document: 'd_one' }] } },
    { id: 'e_elsewhere', day: '2024-01-30', keys: ['visit:b'], more: { sources: [{ document: 'd_four' }] } },
    { id: 'e_undated', keys, more: { sources: [] } },
  ]);
  await putOnRecord('quote', [{ id: 'q_one', day: '2024-01-30', keys }]);
  await putOnRecord('figure', [{ id: 'f_one', day: '2024-01-30', keys }]);
  await putOnRecord(
    'document',
    ['d_one', 'd_two', 'd_three', 'd_four'].map((id) => ({ id, day: '2024-02-01' })),
  );
  const response = await SELF.fetch(`http://localhost/v1/visits/${id}`);
  const whole = (await response.json()) as Record<string, { id: string }[]>;
  const ids = (part: string) => whole[part]?.map((it) => it.id);
  expect(ids('engagements')).toEqual(['e_early', 'e_late', 'e_undated']);
  expect(ids('quotes')).toEqual(['q_one']);
  expect(ids('figures')).toEqual(['f_one']);
  expect(ids('documents')?.sort()).toEqual(['d_one', 'd_three', 'd_two']);
  expect(response.headers.get('Server-Timing')).toMatch(/^d1;desc="1 trip, \d+ rows";dur=/);
});

it('reads at most a hundred rows for a visit of fifty quotes, however large the record', async () => {
  const keys = ['visit:a'];
  const of = (prefix: string, n: number, more: object = {}) =>
    Array.from({ length: n }, (_, i) => ({ id: `${prefix}${i}`, day: '2024-01-30', ...more }));
  const sources = [{ document: 'd_0' }, { document: 'd_1' }];
  await putOnRecord('visit', [{ id: 'a', day: '2024-01-29', more: { sources } }]);
  await putOnRecord('engagement', of('e_', 5, { keys, more: { sources: [{ document: 'd_2' }] } }));
  await putOnRecord('quote', [...of('q_', 50, { keys }), ...of('q_other', 200)]);
  await putOnRecord('figure', of('f_', 5, { keys }));
  await putOnRecord('document', of('d_', 300));
  const asked = await ask('/v1/visits/a');
  const { documents } = asked.json as { documents: { id: string }[] };
  expect(documents.map(({ id }) => id).sort()).toEqual(['d_0', 'd_1', 'd_2']);
  expect(costOf(asked).trips).toBe(1);
  expect(costOf(asked).rows).toBeLessThanOrEqual(100);
});
