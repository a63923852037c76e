import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { FolderWriter, linesOf, proveFolder, readManifest } from '../../src/cli/dump-folder.ts';

it('a dump gives every line back as it was, whatever texts hold, and a file that was changed is named', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'readout-dump-')), 'dump');
  try {
    const lines = ['one \u2028 two \u2029 three', 'four \u0085 five\u000c', `“${'ж𝔘'.repeat(70_000)}”`].map(
      (text) => JSON.stringify({ columns: ['text'], rows: [[text]] }),
    );
    const writer = new FolderWriter(folder, '2026-03-01T00:00:00.000Z');
    const slice = { table: 'document_revision', sealed: false, rows: 1, revision: 3, next: null };
    for (const line of lines)
      writer.add({ ...slice, line, about: { migrations: ['0001_record.sql'], numbers: { subscriber: 7 } } });
    writer.add({ ...slice, table: 'report', sealed: true, rows: 0, line: '', about: null });
    writer.end();
    const manifest = readManifest(folder);
    expect(manifest).toMatchObject({ revisions: [3, 3], numbers: { subscriber: 7 } });
    await proveFolder(folder, manifest);
    const read: string[] = [];
    for await (const line of linesOf(folder, manifest.tables[0]!)) read.push(line);
    expect(read).toEqual(lines);
    expect(() => new FolderWriter(folder, '')).toThrow('is not empty');
    appendFileSync(join(folder, 'document_revision.jsonl.gz'), gzipSync('more\n'));
    await expect(proveFolder(folder, manifest)).rejects.toThrow(
      'document_revision.jsonl.gz is not as it was written',
    );
  } finally {
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
});
