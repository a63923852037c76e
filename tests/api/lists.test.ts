import { env } from 'cloudflare:test';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf } from '../../src/model/order.ts';
import { ask, askAll, askPage, costOf, HOST } from '../workers/ask.ts';
import { type MadeEntry, putOnRecord } from '../workers/record.ts';

const days = [null, '2024-01-30', '2024-01-31', '2024-01-31', '2024-02-01', '2025-12-31'];
const entry = (
  i: number,
  day: string | null,
  speaker: string,
  country: string,
  word: string,
  published: string | null = null,
): MadeEntry => ({
  id: `q_${i}`,
  day,
  published,
  keys: [`speaker:${speaker}`, `country:${country}`, 'sources:1', ...(i % 2 === 0 ? ['sources:2'] : [])],
  text: `they are ${word} words`,
});
const entries = fc
  .array(
    fc.tuple(
      fc.constantFrom(...days),
      fc.constantFrom('ann', 'bob'),
      fc.constantFrom('us', 'no'),
      fc.constantFrom('plain', 'plainly', 'other'),
      fc.constantFrom(null, '2024-01-31', '2024-02-02', '2026-03-01'),
    ),
    { maxLength: 14 },
  )
  .map((rows) => rows.map((row, i) => entry(i, ...row)));

interface Asked {
  speaker?: string;
  country?: string;
  from?: string;
  to?: string;
  published_from?: string;
  published_to?: string;
  min_sources?: string;
  q?: string;
  sort?: string;
  limit: string;
}
const asked: fc.Arbitrary<Asked> = fc.record(
  {
    speaker: fc.constantFrom('ann', 'bob', 'nobody', 'ann,bob', 'nobody,bob'),
    country: fc.constantFrom('US', 'us', 'no', 'NO,us'),
    from: fc.constantFrom('2024-01-31', '2024-02-01'),
    to: fc.constantFrom('2024-02-01', '2026-01-01'),
    published_from: fc.constantFrom('2024-01-30', '2024-02-01'),
    published_to: fc.constantFrom('2024-02-02', '2025-12-31'),
    min_sources: fc.constantFrom('1', '2', '3'),
    q: fc.constantFrom('plain', 'plain ', '"are plainly"', 'WORDS theỳ', 'missing'),
    sort: fc.constantFrom('said_on', '-said_on', 'day', '-day'),
    limit: fc.constantFrom('1', '2', '3', '100'),
  },
  { requiredKeys: ['limit'] },
);

/** What a list should hold, worked out without any index. */
function expected(
  all: readonly MadeEntry[],
  { speaker, country, from, to, published_from, published_to, min_sources, q, sort }: Asked,
): string[] {
  const has = ({ keys = [] }: MadeEntry, key: string) => keys.includes(key);
  const hasAny = (it: MadeEntry, name: string, values: string) =>
    values.split(',').some((value) => has(it, `${name}:${value}`));
  const says: Record<string, (words: string) => boolean> = {
    plain: (words) => words.includes(' plain'),
    'plain ': (words) => words.includes(' plain '),
    '"are plainly"': (words) => words.includes('are plainly '),
    'WORDS theỳ': () => true,
    missing: () => false,
  };
  const listedOn = ({ day, published }: MadeEntry) => day ?? published ?? null;
  const place = (it: MadeEntry) => orderOf(listedOn(it), it.id);
  return all
    .filter((it) => speaker === undefined || hasAny(it, 'speaker', speaker))
    .filter((it) => country === undefined || hasAny(it, 'country', country.toLowerCase()))
    .filter((it) => min_sources === undefined || has(it, `sources:${min_sources}`))
    .filter((it) => q === undefined || says[q]?.(`${it.text} `))
    .filter((it) => from === undefined || (it.day != null && it.day >= from))
    .filter((it) => to === undefined || (it.day != null && it.day <= to))
    .filter((it) => published_from === undefined || (it.published != null && it.published >= published_from))
    .filter((it) => published_to === undefined || (it.published != null && it.published <= published_to))
    .toSorted((a, b) => {
      if ((listedOn(a) === null) !== (listedOn(b) === null)) return listedOn(a) === null ? 1 : -1;
      return sort === 'said_on' || sort === 'day' ? place(b) - place(a) : place(a) - place(b);
    })
    .map(({ id }) => id);
}

const query = (it: Asked) => new URLSearchParams({ ...it }).toString();
const empty = () => env.DB.prepare('DELETE FROM quote').run();

describe('a list', () => {
  it('holds what its filters say, in its order, whatever the size of its pages', async () => {
    await fc.assert(
      fc.asyncProperty(entries, asked, async (all, it) => {
        await empty();
        await putOnRecord('quote', all);
        expect(await askAll(`/v1/quotes?${query(it)}`)).toEqual(expected(all, it));
      }),
      { numRuns: 60 },
    );
  });

  it('skips and repeats nothing while entries arrive and leave between its pages', async () => {
    const moves = fc.array(fc.tuple(fc.boolean(), fc.nat(30)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(entries, asked, moves, async (all, it, changes) => {
        await empty();
        await putOnRecord('quote', all);
        const left = new Set(all.map(({ id }) => id));
        const seen: string[] = [];
        const changing = [...changes];
        for (let next: string | null = `/v1/quotes?${query(it)}`; next !== null; ) {
          const page = await askPage(next);
          seen.push(...page.data.map(({ id }) => id));
          next = page.next?.slice(HOST.length) ?? null;
          const [arrives, n] = changing.shift() ?? [false, 99];
          if (arrives) {
            const day = days[n % days.length] ?? null;
            await putOnRecord('quote', [entry(100 + n, day, 'ann', 'us', 'plain')]);
          } else {
            await env.DB.prepare('DELETE FROM quote WHERE id = ?').bind(`q_${n}`).run();
            left.delete(`q_${n}`);
          }
        }
        const stayed = expected(all, it).filter((id) => left.has(id));
        expect(seen.filter((id) => stayed.includes(id))).toEqual(stayed);
        expect(new Set(seen).size).toBe(seen.length);
      }),
      { numRuns: 40 },
    );
  });

  it('reads a row for each entry of its page, one to know of the next page, and the revision', async () => {
    await putOnRecord(
      'quote',
      Array.from({ length: 120 }, (_, i) =>
        entry(
          i,
          i % 5 === 0 ? null : `2024-01-${10 + (i % 9)}`,
          i % 3 ? 'ann' : 'bob',
          'us',
          'plain',
          `2024-01-${11 + (i % 11)}`,
        ),
      ),
    );
    for (const filters of [
      '',
      'sort=said_on',
      'speaker=ann',
      'speaker=ann&from=2024-01-11&to=2024-01-17',
      'speaker=ann&country=US&q=plain',
      'speaker=ann&sort=day',
      'published_from=2024-01-11',
      'speaker=ann&published_from=2024-01-11&published_to=2024-01-29',
    ]) {
      let next: string | null = `/v1/quotes?${filters}`;
      while (next !== null) {
        const page = await ask(next);
        expect(costOf(page).trips).toBe(1);
        expect(costOf(page).rows).toBeLessThanOrEqual(25);
        next = (page.json as { next: string | null }).next?.slice(HOST.length) ?? null;
      }
    }
  });

  it('names its next page in `next` and in `Link`, with its own filters', async () => {
    await putOnRecord('quote', [
      entry(1, '2024-01-31', 'ann', 'us', 'plain'),
      entry(2, null, 'ann', 'us', 'plain'),
    ]);
    const first = await ask('/v1/quotes?speaker=ann&limit=1');
    const { next } = first.json as { next: string };
    expect(next.startsWith(`${HOST}/v1/quotes?speaker=ann&limit=1&cursor=`)).toBe(true);
    expect(first.headers.get('Link')).toBe(`<${next}>; rel="next"`);
    const last = await ask(next.slice(HOST.length));
    expect(last.json).toMatchObject({ next: null });
    expect(last.headers.get('Link')).toBeNull();
  });

  it('gives only the members that are asked for', async () => {
    await putOnRecord('quote', [entry(1, '2024-01-31', 'ann', 'us', 'plain')]);
    const { data } = await askPage('/v1/quotes?fields=id,text,url');
    expect(data).toEqual([{ id: 'q_1', text: 'they are plain words', url: `${HOST}/quotes/q_1` }]);
  });

  it('shows nothing that was withdrawn, corrected or redirected', async () => {
    await putOnRecord('quote', [
      entry(1, '2024-01-31', 'ann', 'us', 'plain'),
      { ...entry(2, '2024-01-31', 'ann', 'us', 'plain'), status: 'withdrawn' },
      { ...entry(3, '2024-01-31', 'ann', 'us', 'plain'), status: 'corrected', replaced_by: 'q_1' },
      { ...entry(4, '2024-01-31', 'ann', 'us', 'plain'), status: 'redirected', replaced_by: 'q_1' },
    ]);
    for (const filters of ['', 'speaker=ann', 'q=plain', 'sort=said_on', 'q=plain&sort=-rank']) {
      expect(await askAll(`/v1/quotes?${filters}`)).toEqual(['q_1']);
    }
  });
});

describe('a list of visits', () => {
  const span = fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 12 }))
    .map(([start, length]) => ({
      start: new Date(Date.UTC(2024, 0, start)).toISOString().slice(0, 10),
      end: new Date(Date.UTC(2024, 0, start + length)).toISOString().slice(0, 10),
    }));
  const daysOf = ({ start, end }: { start: string; end: string }) => {
    const all: string[] = [];
    for (let at = Date.parse(start); at <= Date.parse(end); at += 86_400_000) {
      all.push(new Date(at).toISOString().slice(0, 10));
    }
    return all;
  };

  it('finds by days all that overlap, once each, the latest begun first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(span, { maxLength: 8 }),
        fc.option(span, { nil: null }),
        fc.constantFrom('both', 'from', 'to'),
        fc.constantFrom(1, 2, 100),
        async (spans, asked, which, limit) => {
          await env.DB.prepare('DELETE FROM visit').run();
          const visits = spans.map((it, i) => ({ ...it, id: `ann-us-${i}` }));
          await putOnRecord('visit', [
            ...visits.map(({ id, start, end }) => ({
              id,
              day: start,
              keys: ['status:made', ...daysOf({ start, end }).map((day) => `on:${day}`)],
            })),
            { id: 'ann-us-undated', keys: ['status:made'] },
          ]);
          const from = which === 'to' ? undefined : asked?.start;
          const to = which === 'from' ? undefined : asked?.end;
          const inside = visits
            .filter(
              ({ start, end }) => (to === undefined || start <= to) && (from === undefined || end >= from),
            )
            .toSorted((a, b) => orderOf(a.start, a.id) - orderOf(b.start, b.id))
            .map(({ id }) => id);
          if (from === undefined && to === undefined) inside.push('ann-us-undated');
          const params = new URLSearchParams({
            limit: String(limit),
            ...(from && { from }),
            ...(to && { to }),
          });
          expect(await askAll(`/v1/visits?${params}`)).toEqual(inside);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('holds trips made, unless those announced are asked for', async () => {
    await putOnRecord('visit', [
      { id: 'made', day: '2024-01-01', keys: ['status:made'] },
      { id: 'announced', day: '2024-01-01', keys: ['status:announced'] },
    ]);
    expect(await askAll('/v1/visits')).toEqual(['made']);
    expect(await askAll('/v1/visits?status=announced')).toEqual(['announced']);
  });
});

describe('a list narrowed by an id that answers to another now', () => {
  it('is redirected to the list of that other, in one step, with the rest of the question', async () => {
    await putOnRecord('person', [
      { id: 'example', status: 'redirected', replaced_by: 'j-example' },
      { id: 'j-example', status: 'redirected', replaced_by: 'jane-example' },
      { id: 'jane-example' },
    ]);
    await putOnRecord('quote', [{ id: 'q_1', day: '2024-01-31', keys: ['speaker:jane-example'] }]);
    for (const path of ['/v1/quotes', '/v1/quotes/random']) {
      const asked = await ask(`${path}?speaker=example&fields=id`);
      expect([asked.status, asked.headers.get('Location')]).toEqual([
        308,
        `${HOST}${path}?speaker=jane-example&fields=id`,
      ]);
      expect(asked.headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
  });

  it('is redirected whichever noun it names', async () => {
    for (const [filter, noun, path] of [
      ['visitor', 'person', '/v1/visits'],
      ['person', 'person', '/v1/engagements'],
      ['visit', 'visit', '/v1/quotes'],
      ['engagement', 'engagement', '/v1/quotes'],
      ['document', 'document', '/v1/figures'],
      ['city', 'place', '/v1/visits'],
    ] as const) {
      await putOnRecord(noun, [{ id: 'old', status: 'redirected', replaced_by: 'new' }, { id: 'new' }]);
      const asked = await ask(`${path}?${filter}=old`);
      expect([filter, asked.headers.get('Location')]).toEqual([filter, `${HOST}${path}?${filter}=new`]);
    }
  });

  it('is simply empty where the id is unknown, or known and without entries', async () => {
    await putOnRecord('person', [{ id: 'jane-example' }]);
    expect((await askPage('/v1/quotes?speaker=jane-example')).data).toEqual([]);
    expect((await askPage('/v1/quotes?speaker=nobody')).data).toEqual([]);
  });
});
