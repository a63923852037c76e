import { expect, it } from 'vitest';
import { fitAbsent, fitEntries, fitIssue, MOST_BYTES } from '../../src/digest/fit.ts';
import { renderBody } from '../../src/links.ts';
import type { PublicDigest } from '../../src/public/digest.ts';
import type { DigestEntry } from '../../src/store/digest.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;
const MOST_ROW = 2_000_000;

it('an issue fits into a row whatever the day brought, keeps its first entries, and says where the rest is', () => {
  const long = 'ж'.repeat(30_000);
  const quotes = Array.from({ length: 100 }, (_, n) => ({ id: `q_${n}`, text: long }));
  const figures = Array.from({ length: 100 }, (_, n) => ({ id: `f_${n}`, sentence: long }));
  const next = { also: null, visits: null, quotes: null, figures: null };
  const lists = { visits: [], corrections: [], also: [], stories: [] };
  const issue = { id: '2026-03-03', lead: null, ...lists, quotes, figures, next } as unknown as PublicDigest;
  const fitted = fitIssue(issue, (list) => `/v1/${list}?all`);
  expect(bytes(renderBody(fitted))).toBeLessThanOrEqual(MOST_BYTES.body);
  expect(fitted.quotes.length).toBeGreaterThan(0);
  expect(fitted.quotes).toEqual(quotes.slice(0, fitted.quotes.length));
  expect(fitted.next).toEqual({ ...next, quotes: '/v1/quotes?all', figures: '/v1/figures?all' });
  const lead = {
    ...issue,
    quotes: [],
    figures: [],
    lead: { title: long.repeat(40) },
  } as unknown as PublicDigest;
  expect(bytes(renderBody(fitIssue(lead, () => '')))).toBeLessThanOrEqual(MOST_BYTES.body);
  const small = { ...issue, quotes: quotes.slice(0, 2), figures: [] } as unknown as PublicDigest;
  expect(fitIssue(small, () => 'never')).toEqual(small);
});

it('of a hundred thousand entries those of stories are kept before others, within the same row', () => {
  const entries = Array.from(
    { length: 100_000 },
    (_, n): DigestEntry => ({
      noun: 'quote',
      id: `q_${n}`,
      keys: 'speaker:jane-example country:no topic:transport-infrastructure',
      ...(n % 50_000 === 49_999 && { story: 0 }),
    }),
  );
  const kept = fitEntries(entries);
  expect(kept.filter(({ story }) => story === 0).length).toBe(2);
  expect(kept.slice(0, 3)).toEqual(entries.slice(0, 3));
  expect(bytes(JSON.stringify(kept))).toBeLessThanOrEqual(MOST_BYTES.entries);
  const absent = fitAbsent(entries.map(({ noun, id }) => ({ noun, id })));
  expect(bytes(JSON.stringify(absent))).toBeLessThanOrEqual(MOST_BYTES.absent);
  expect(MOST_BYTES.body + MOST_BYTES.entries + MOST_BYTES.absent).toBeLessThan(MOST_ROW);
});
