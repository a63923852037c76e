import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, askAll, askPage, costOf, HOST } from '../workers/ask.ts';
import { type MadeEntry, putOnRecord } from '../workers/record.ts';

const at = (second: number) => new Date(Date.UTC(2024, 5, 1, 0, 0, second)).toISOString();

describe('a list of changes', () => {
  it('holds every change since a time in its order, tombstones included, whatever ties there are', async () => {
    const changes = fc.array(
      fc.record({
        second: fc.nat(4),
        speaker: fc.constantFrom('ann', 'bob'),
        day: fc.constantFrom(null, '2024-01-01', '2024-02-01'),
        status: fc.constantFrom('published', 'published', 'withdrawn', 'corrected', 'redirected'),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(
        changes,
        fc.nat(5),
        fc.constantFrom('', '&speaker=ann', '&speaker=ann&from=2024-01-15', '&q=words&country=us'),
        fc.constantFrom(1, 2, 100),
        async (all, since, filters, limit) => {
          await env.DB.prepare('DELETE FROM quote').run();
          const made = all.map(
            (it, i): MadeEntry => ({
              id: `q_${i}`,
              day: it.day,
              status: it.status as 'published',
              replaced_by: it.status === 'redirected' ? 'q_none' : null,
              keys: [`speaker:${it.speaker}`, 'country:us'],
              text: 'some words',
              updated_at: at(it.second),
            }),
          );
          await putOnRecord('quote', made);
          const passes = ({ status, keys = [], day }: MadeEntry) =>
            status !== 'published' ||
            ((!filters.includes('ann') || keys.includes('speaker:ann')) &&
              (!filters.includes('from') || (day != null && day >= '2024-01-15')));
          const order = ({ updated_at, id }: MadeEntry) => `${updated_at} ${id}`;
          const expected = made
            .filter((it) => (it.updated_at ?? '') >= at(since) && passes(it))
            .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
            .map(({ id }) => id);
          const path = `/v1/quotes?updated_since=${at(since)}${filters}&limit=${limit}`;
          expect(await askAll(path)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps a mirror true that follows it while entries come, change and go', async () => {
    const write = fc.record({
      n: fc.nat(6),
      text: fc.constantFrom('one', 'two', 'three'),
      status: fc.constantFrom('published', 'published', 'withdrawn', 'redirected'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(write, { maxLength: 14 }),
        fc.constantFrom(1, 2, 3),
        async (writes, limit) => {
          await env.DB.prepare('DELETE FROM quote').run();
          let second = 0;
          const put = ({ n, text, status }: (typeof writes)[number]) =>
            putOnRecord('quote', [
              {
                id: `q_${n}`,
                day: '2024-01-01',
                text,
                status: status as 'published',
                replaced_by: status === 'redirected' ? 'q_none' : null,
                updated_at: at(++second),
              },
            ]);
          const mirror = new Map<string, unknown>();
          const pending = [...writes];
          for (const first of pending.splice(0, 5)) await put(first);
          for (
            let next: string | null = `/v1/quotes?updated_since=2024-01-01&limit=${limit}`;
            next !== null;
          ) {
            const page = await askPage(next);
            for (const entry of page.data) {
              if (entry.status === 'published') mirror.set(entry.id, entry.text);
              else mirror.delete(entry.id);
            }
            next = page.next?.slice(HOST.length) ?? null;
            const write = pending.shift();
            if (write !== undefined) {
              await put(write);
              // What came after the last page is found by asking again from where it ended.
              next ??= `/v1/quotes?updated_since=${at(second)}&limit=${limit}`;
            }
          }
          const { data } = await askPage('/v1/quotes?limit=100');
          expect(Object.fromEntries(mirror)).toEqual(
            Object.fromEntries(data.map(({ id, text }) => [id, text])),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('goes on past entries that do not pass, reading no more than 500 rows a page', async () => {
    await putOnRecord(
      'quote',
      Array.from({ length: 700 }, (_, i) => ({
        id: `q_${String(i).padStart(3, '0')}`,
        day: '2024-01-01',
        keys: [i === 650 ? 'speaker:rare' : 'speaker:ann'],
        updated_at: at(i),
      })),
    );
    expect(await askAll('/v1/quotes?updated_since=2024-01-01&speaker=rare')).toEqual(['q_650']);
    const first = await ask('/v1/quotes?updated_since=2024-01-01&speaker=rare');
    expect(first.json).toMatchObject({ data: [] });
    expect(costOf(first).rows).toBeLessThanOrEqual(500);
    const unfiltered = await ask('/v1/quotes?updated_since=2024-01-01');
    expect(costOf(unfiltered).rows).toBeLessThanOrEqual(25);
  });

  it.each(['2024-06-01', '2024-06-01T00:00:00Z', '2024-06-01T02:00:00+02:00', '2024-06-01T00:00:00.000000Z'])(
    'takes %s for the same time',
    async (since) => {
      await putOnRecord('quote', [
        { id: 'q_before', day: '2024-01-01', updated_at: '2024-05-31T23:59:59.999Z' },
        { id: 'q_at', day: '2024-01-01', updated_at: '2024-06-01T00:00:00.000Z' },
      ]);
      const { data } = await askPage(`/v1/quotes?updated_since=${encodeURIComponent(since)}`);
      expect(data.map(({ id }) => id)).toEqual(['q_at']);
    },
  );

  it('exists for every noun', async () => {
    for (const path of [
      'visits',
      'engagements',
      'figures',
      'people',
      'places',
      'documents',
      'topics',
      'digests',
    ]) {
      expect((await ask(`/v1/${path}?updated_since=2024-01-01`)).status).toBe(200);
    }
  });
});
