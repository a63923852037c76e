import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { Reader } from '../../src/store/reader.ts';
import { readGround } from '../../src/store/verify.ts';
import { putOnRecord } from '../workers/record.ts';

it('of very many people of one name those heard last are known, and nobody who is off the record', async () => {
  const people = Array.from({ length: 60 }, (_, n) => ({
    id: `jane-example-${n}`,
    day: `2024-01-${String(1 + (n % 30)).padStart(2, '0')}`,
    text: 'Jane Example',
    more: { name: 'Jane Example', aliases: [], last_on: null },
  }));
  await putOnRecord('person', people);
  await putOnRecord('person', [{ ...people[0]!, id: 'jane-example-gone', status: 'withdrawn' }]);
  const { people: found } = await readGround(new Reader(env.DB), [], { ids: [], words: ['jane', 'example'] });
  const dayOf = new Map(people.map(({ id, day }) => [id, day]));
  const days = found.map(({ id }) => dayOf.get(id) ?? '');
  expect(found.length).toBeGreaterThan(0);
  const left = people.filter(({ id }) => !found.some((it) => it.id === id));
  for (const { day } of left) expect(days.every((it) => it >= day)).toBe(true);
  expect(found.map(({ id }) => id)).not.toContain('jane-example-gone');
});
