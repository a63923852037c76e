import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractLine } from '../../src/cli/extract-line.ts';
import { foundEngagement, foundFigure, foundQuote, foundVisit, NOTHING } from './eval/made-up.ts';
import { run } from './run.ts';

const TEXT =
  'OSLO, 31 January 2024 – “We will keep the treaty as it is,” said Jane Example, the mayor of Oslo.\n';

let root: string;
const at = (name: string) => join(root, name);
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'extract-'));
  writeFileSync(at('plain.txt'), TEXT);
  writeFileSync(at('marked.txt'), `\uFEFF${TEXT}`);
  writeFileSync(at('crlf.txt'), TEXT.replace('– ', '–\r\n\r\n'));
  writeFileSync(at('empty.txt'), '');
  writeFileSync(at('latin1.txt'), Buffer.from('“Ærlig talt”', 'latin1'));
});
afterAll(() => rmSync(root, { recursive: true }));

const lines = (out: string) =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('the extract command', () => {
  it('prints one object a line for each file, in the order given', () => {
    const { code, out, err } = run('extract.ts', [at('plain.txt'), at('empty.txt')]);
    expect([code, err]).toEqual([0, '']);
    const [plain, empty] = lines(out);
    expect(plain).toMatchObject({ file: at('plain.txt'), published_on: '2024-01-31' });
    expect(plain.quotes).toMatchObject([
      { text: 'We will keep the treaty as it is,', speaker: 'Jane Example', group: 1 },
    ]);
    expect(empty).toMatchObject({
      file: at('empty.txt'),
      title: null,
      published_on: null,
      quotes: [],
      figures: [],
    });
  });

  it('gives offsets into the file’s own text, byte order mark and line ends counted', () => {
    for (const name of ['plain.txt', 'marked.txt', 'crlf.txt']) {
      const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(at(name)));
      const [{ quotes }] = lines(run('extract.ts', [at(name)]).out);
      expect(quotes).toHaveLength(1);
      expect(text.slice(quotes[0].start, quotes[0].end)).toBe(quotes[0].text);
    }
  });

  it('reads the others where one file cannot be read, and says so in the exit code', () => {
    const { code, out, err } = run('extract.ts', [at('latin1.txt'), at('none.txt'), root, at('plain.txt')]);
    expect(code).toBe(1);
    expect(lines(out).map((line) => line.file)).toEqual([at('plain.txt')]);
    expect(err.trim().split('\n')).toEqual([
      `extract: ${at('latin1.txt')}: not UTF-8 (from byte 1 on)`,
      `extract: ${at('none.txt')}: no such file`,
      `extract: ${root}: is a folder, not a file`,
    ]);
  });

  it.each([
    [[], 'no FILE given'],
    [['--fast'], "Unknown option '--fast'"],
  ])('refuses %j', (args, message) => {
    const { code, out, err } = run('extract.ts', args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('reads the documents the database starts from, and every quote of theirs is their own words', () => {
    const files = readdirSync('corpus/documents').filter((name) => name.endsWith('.txt'));
    const { code, out } = run(
      'extract.ts',
      files.map((name) => join('corpus/documents', name)),
    );
    expect(code).toBe(0);
    for (const { file, quotes } of lines(out)) {
      const text = readFileSync(file, 'utf8');
      for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }
  });
});

describe('a printed line', () => {
  it('has the keys of the contract in their order, and no others', () => {
    const line = extractLine('a.txt', {
      ...NOTHING,
      quotes: [foundQuote(TEXT, 'We will keep the treaty')],
      visits: [foundVisit()],
      engagements: [foundEngagement()],
      figures: [foundFigure(2, '%')],
    });
    expect(Object.keys(line)).toEqual([
      'file',
      'title',
      'publisher',
      'published_on',
      'quotes',
      'visits',
      'engagements',
      'figures',
    ]);
    expect(Object.keys(line.quotes[0]!)).toEqual(['text', 'start', 'end', 'speaker', 'group', 'key']);
    expect(Object.keys(line.visits[0]!)).toEqual(['visitor', 'country', 'cities', 'start', 'end', 'status']);
    expect(Object.keys(line.engagements[0]!)).toEqual([
      'kind',
      'date',
      'place',
      'city',
      'country',
      'participants',
      'status',
    ]);
    expect(Object.keys(line.figures[0]!)).toEqual(['text', 'value', 'unit']);
  });

  it('leaves out words whose beginning or end is a guess', () => {
    const guessed = foundQuote(TEXT, 'We will keep the treaty', { certain: false });
    expect(extractLine('a.txt', { ...NOTHING, quotes: [guessed] }).quotes).toEqual([]);
  });
});
