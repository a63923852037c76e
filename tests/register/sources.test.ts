import { expect, it } from 'vitest';
import sources from '../../corpus/sources.json' with { type: 'json' };

it('the sources of the corpus are at least twenty, of five regions, each with its rights', () => {
  expect(sources.length).toBeGreaterThanOrEqual(20);
  expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  expect(new Set(sources.map(({ address }) => address)).size).toBe(sources.length);
  expect(new Set(sources.map(({ region }) => region)).size).toBeGreaterThanOrEqual(5);
  for (const source of sources) {
    expect(source.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(['feed', 'sitemap', 'page']).toContain(source.kind);
    expect(new URL(source.address).protocol).toBe('https:');
    if (source.kind === 'page') expect([source.id, source.selector]).toEqual([source.id, expect.any(String)]);
    if (source.rights === 'open')
      expect([source.id, source.licence, source.terms]).toEqual([
        source.id,
        expect.any(String),
        expect.stringMatching(/^https:/),
      ]);
    else expect(source.rights).toBe('quote_only');
  }
});
