import { expect, it } from 'vitest';
import { memoryDatabase } from '../../src/cli/memory/database.ts';
import { privateOrder } from '../../src/model/order.ts';

it('gives places beyond 2^53 as numbers, to the last, as D1 does', async () => {
  const db = memoryDatabase();
  for (const id of ['jo-witness', 'jane-example', 'a', 'z'.repeat(60)]) {
    const place = privateOrder(id);
    expect(await db.prepare('SELECT CAST(? AS INTEGER) AS place').bind(place).first('place')).toBe(place);
  }
});
