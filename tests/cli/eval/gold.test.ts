import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partOf, readFolder } from '../../../src/cli/eval/gold.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gold-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, content: unknown): void {
  writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('an annotated folder', () => {
  it('is read with its key quotes from the folder above and full names for surnames', () => {
    const inner = join(root, 'press');
    mkdirSync(inner);
    write('KEY.json', { one: { 0: 2 } });
    write('press/one.txt', 'She said "it holds" twice.');
    write('press/one.json', {
      annotated: ['quotes'],
      speaker_known_as: { Example: 'Jane Example' },
      quotes: [{ text: 'it holds', start: 10, end: 18, speaker: 'Example' }],
    });
    const { name, documents } = readFolder(`${inner}/`);
    expect(name).toBe('press');
    expect(documents.map((d) => [d.stem, d.quotes[0]!.speaker_known_as, d.key?.get(0)])).toEqual([
      ['one', 'Jane Example', 2 / 3],
    ]);
  });

  it.each([
    ['is empty', {}, 'no annotated documents'],
    ['lacks an annotation', { 'a.txt': 'x' }, 'has no a.json beside it'],
    ['has a broken annotation', { 'a.txt': 'x', 'a.json': '{' }, 'a.json: not JSON'],
    ['has an annotation of another kind', { 'a.txt': 'x', 'a.json': [] }, '"annotated" is not a list'],
    [
      'has quotes that are not in the text',
      {
        'a.txt': 'x',
        'a.json': { annotated: ['quotes'], quotes: [{ text: 'y', start: 0, end: 1, speaker: null }] },
      },
      'quotes[0] is not what stands at 0–1',
    ],
  ])('that %s is refused by name', (_, files, message) => {
    for (const [name, content] of Object.entries(files)) write(name, content);
    expect(() => readFolder(root)).toThrow(message);
    expect(() => readFolder(root)).toThrow(root);
  });

  it('that is not there is refused by name', () => {
    expect(() => readFolder(join(root, 'none'))).toThrow(`${join(root, 'none')}: no such folder`);
  });

  it('takes the choice of one editor from the annotation itself, before that of three', () => {
    write('KEY.json', { one: { 0: 2 } });
    write('one.txt', 'She said "it holds" twice.');
    const quotes = [{ text: 'it holds', start: 10, end: 18, speaker: 'Example' }];
    write('one.json', { annotated: ['quotes'], quotes, key: { 0: 1 } });
    expect(readFolder(root).documents[0]!.key).toEqual(new Map([[0, 1]]));
  });

  it('divides into parts by the stem alone, about a fifth held out', () => {
    const held = Array.from({ length: 900 }, (_, i) => partOf(`document-${i}`)).filter((p) => p === 'held');
    expect(held.length).toBeGreaterThan(140);
    expect(held.length).toBeLessThan(220);
  });
});
