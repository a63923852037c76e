import { describe, expect, it } from 'vitest';
import { code, filesIn, partOf, read } from './files.ts';

const sources = filesIn('src').filter((path) => /\.tsx?$/.test(path));
const tests = filesIn('tests').filter((path) => /\.tsx?$/.test(path) && !path.startsWith('tests/house/'));

/** `path:line` of every match outside comments, with the reason. */
function matches(paths: string[], pattern: RegExp, because: string): string[] {
  return paths.flatMap((path) =>
    code(path)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}; ${because}`),
  );
}

describe('sources', () => {
  it('prepare statements only in the store', () => {
    // These make databases of their own to measure with, and ask them what no visitor asks.
    const tools = /^src\/cli\/(bench\/|memory\/|trial\.ts$)/;
    const elsewhere = sources.filter((path) => partOf(path) !== 'store' && !tools.test(path));
    expect(
      matches(elsewhere, /\.prepare\(/, 'every SQL statement stands in src/store, with its row type'),
    ).toEqual([]);
  });

  it('take clock and randomness as arguments', () => {
    const inside = sources.filter((path) => partOf(path) !== 'cli' && !path.endsWith('/worker.ts'));
    const pattern =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bgetRandomValues\(|\bperformance\.now\(/;
    expect(matches(inside, pattern, 'a worker.ts hands in time and chance, so that tests can')).toEqual([]);
  });

  it('fetch nothing in the core', () => {
    const core = sources.filter((path) =>
      ['model', 'extract', 'register', 'ingest', 'store', 'public'].includes(partOf(path)),
    );
    expect(matches(core, /\bfetch\(/, 'the record comes from the documents alone')).toEqual([]);
  });

  it('have no file of odds and ends', () => {
    const odds = filesIn('src')
      .concat(filesIn('tests'))
      .filter((path) => /(^|\/)(utils?|common|helpers?|misc)(\.|\/)/.test(path));
    expect(odds.map((path) => `${path}: a file is named for the idea it holds`)).toEqual([]);
  });

  it('leave nothing for later and switch no check off', () => {
    const all = [...sources, ...tests];
    const later = all.filter((path) =>
      /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)/.test(read(path)),
    );
    expect(later).toEqual([]);
    expect(
      matches(all, /\bas any\b|: any\b|<any>/, 'what may be anything is `unknown` until it is checked'),
    ).toEqual([]);
  });
});

describe('tests', () => {
  it('are all run', () => {
    expect(
      matches(
        tests,
        /\b(it|test|describe)\.(only|skip|todo|fails)\b/,
        'a test that does not run proves nothing',
      ),
    ).toEqual([]);
  });
});
