import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { readEntry, readFinalId, readPage } from '../../src/store/published.ts';
import { Reader } from '../../src/store/reader.ts';
import { stretchesOf } from '../../src/store/stretches.ts';
import { putOnRecord } from '../workers/record.ts';

const everything = { filter: { keys: [], phrases: [] }, from: null, to: null, order: 'down' as const };
const idOf = ({ body }: { body: string }) => /"id":"([^"]+)"/.exec(body)?.[1];

describe('a page of a list', () => {
  it('reads no more rows than it returns, and one for the revision, under several filters and a range', async () => {
    await putOnRecord(
      'quote',
      Array.from({ length: 300 }, (_, i) => ({
        id: `q_${i}`,
        day: `2024-01-${String((i % 28) + 1).padStart(2, '0')}`,
        keys: ['speaker:a', ...(i % 2 === 0 ? ['country:us'] : [])],
        text: i % 3 === 0 ? 'strong alliance' : 'weak words',
      })),
    );
    const db = new Reader(env.DB);
    const page = await readPage(
      db,
      'quote',
      stretchesOf(
        {
          ...everything,
          filter: { keys: ['speaker:a', 'country:us'], phrases: [{ words: ['alliance'], open: false }] },
          from: '2024-01-05',
          to: '2024-01-20',
        },
        null,
      ),
      'down',
      10,
    );
    expect(page.rows).toHaveLength(10);
    console.log(db.rows, db.trips);
    const up = new Reader(env.DB);
    const pageUp = await readPage(up, 'quote', stretchesOf({ ...everything, order: 'up' }, null), 'up', 21);
    console.log(up.rows, up.trips, pageUp.rows.length);
    const e = new Reader(env.DB);
    console.log(await readEntry(e, 'quote', 'q_7'), e.rows, await readFinalId(e, 'quote', 'q_7'), e.rows);
    expect(idOf(page.rows[0]!)).toBeDefined();
  });
});
