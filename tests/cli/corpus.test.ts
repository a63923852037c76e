import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/cli/corpus.ts';

const DOCUMENTS = join(import.meta.dirname, '../../corpus/documents');
const STEM = 'nato-2024-01-31-heritage';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  for (const end of ['txt', 'json'])
    cpSync(join(DOCUMENTS, `${STEM}.${end}`), join(folder, `${STEM}.${end}`));
});
afterEach(() => rmSync(folder, { recursive: true }));

const editSidecar = (change: (sidecar: Record<string, unknown>) => void): void => {
  const file = join(folder, `${STEM}.json`);
  const sidecar = JSON.parse(readFileSync(file, 'utf8'));
  change(sidecar);
  writeFileSync(file, JSON.stringify(sidecar));
};
const read = () => [...readCorpus(folder)];

describe('the corpus', () => {
  it('holds the five first documents, each with the bytes its sidecar promises', () => {
    const documents = [...readCorpus(DOCUMENTS)];
    expect(documents.map((document) => document.stem)).toEqual([
      'essanews-2024-02-15-defence-ministers',
      'european-2022-06-washington',
      'nato-2024-01-31-heritage',
      'nato-2024-02-01-socom-tampa',
      'nato-multimedia-2024-01-31-heritage',
    ]);
    expect(new Set(documents.map(({ sidecar }) => sidecar.url)).size).toBe(5);
    for (const { stem, text } of documents)
      expect(Buffer.from(text, 'utf8').equals(readFileSync(join(DOCUMENTS, `${stem}.txt`)))).toBe(true);
  });

  it('gives no title that the text itself contradicts', () => {
    const folded = (text: string) => text.replaceAll('\u00a0', ' ');
    for (const { text, sidecar } of readCorpus(DOCUMENTS))
      if (sidecar.title !== undefined) expect(folded(text)).toContain(sidecar.title);
  });

  it('refuses a text of which one byte was changed, and names the file', () => {
    appendFileSync(join(folder, `${STEM}.txt`), '\n');
    expect(read).toThrow(`${STEM}.txt: its bytes are not those that were published`);
  });

  it('refuses a text without sidecar and a sidecar without text', () => {
    rmSync(join(folder, `${STEM}.json`));
    expect(read).toThrow(`${STEM}.json: missing`);
    writeFileSync(join(folder, `${STEM}.json`), '{}');
    rmSync(join(folder, `${STEM}.txt`));
    expect(read).toThrow(`${STEM}.txt: missing`);
  });

  it.each([
    ['an unknown field', { publishers: 'NATO' }, 'publishers'],
    ['a day that is none', { published_on: '31 January 2024' }, 'published_on: must be a day'],
    ['an address that is none', { url: 'nato.int' }, 'url: must be a whole address'],
    ['a short hash', { sha256: 'abc' }, 'sha256: must be 64 digits'],
  ])('refuses a sidecar with %s, and says which field', (_, fields, message) => {
    editSidecar((sidecar) => Object.assign(sidecar, fields));
    expect(read).toThrow(message);
  });

  it('refuses a sidecar that is not JSON', () => {
    writeFileSync(join(folder, `${STEM}.json`), 'title: none');
    expect(read).toThrow(`${STEM}.json: not JSON`);
  });
});
