import { describe, expect, it } from 'vitest';
import { read } from './files.ts';

/** Rows of the tables: number, what was tried, what holds, the tests. */
const rows = read('docs/security.md')
  .split('\n')
  .flatMap((line) => {
    const [, number = '', tried = '', held = '', tests = ''] =
      /^\| (\d+) \| (.*) \| (.*) \| (.*) \|$/.exec(line) ?? [];
    return number === '' ? [] : [{ number: Number(number), tried, held, tests }];
  });
const named = rows.flatMap(({ number, tests }) =>
  [...tests.matchAll(/`([^`]+\.test\.tsx?)` ([^<]+)/g)].map(([, file = '', title = '']) => ({
    number,
    file: `tests/${file}`,
    title: title.trim(),
  })),
);

describe('the table of abuse and faults', () => {
  it('is numbered through, and has at least eighty-five cases', () => {
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, n) => n + 1));
    expect(rows.length).toBeGreaterThanOrEqual(85);
  });

  it('names tests that are there', () => {
    expect(named.length).toBeGreaterThan(80);
    const missing = named.filter(({ file, title }) => !read(file).replaceAll("\\'", "'").includes(title));
    expect(missing).toEqual([]);
  });

  it('says why where there is no test', () => {
    for (const { tried, held, tests } of rows)
      if (!tests.includes('.test.'))
        expect([tried, held]).toEqual([tried, expect.stringMatching(/\*\*.+\*\*/)]);
  });
});
