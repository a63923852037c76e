import { describe, expect, it } from 'vitest';
import { run } from './run.ts';

describe('npx readout', () => {
  it.each([
    [[], 'npx readout check'],
    [['print', 'x'], 'there is no command print'],
    [['check'], 'no file is named'],
    [['check', '--as', 'pdf', 'x'], '--as takes'],
    [['check', '--format=pdf', 'x'], '--format takes'],
    [['check', '--loud', 'x'], 'there is no --loud'],
    [['check', 'none.txt'], 'none.txt'],
    [['check', 'README.md', '--site', 'http://127.0.0.1:1'], 'readout:'],
  ])('says what is wrong with %j and ends with 2', (args, words) => {
    const { code, err } = run('readout.ts', args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
