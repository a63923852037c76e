import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/cli/text-file.ts';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'text-'));
  file = join(folder, 'a.txt');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a text file', () => {
  it('is read unit for unit, byte order mark and line ends included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, mark) => {
        const whole = `${mark ? '\uFEFF' : ''}${text.toWellFormed()}\r\n`;
        writeFileSync(file, whole);
        expect(readText(file)).toBe(whole);
      }),
    );
  });

  it.each([
    ['not UTF-8', [0x61, 0x62, 0xe9, 0x20], 'not UTF-8 (from byte 2 on)'],
    ['cut off within a character', [0x61, 0xe2, 0x80], 'not UTF-8 (from byte 1 on)'],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 'is UTF-16'],
  ])('that is %s is refused, and the message says where and why', (_, bytes, message) => {
    writeFileSync(file, Uint8Array.from(bytes));
    expect(() => readText(file)).toThrow(`${file}: ${message}`);
  });

  it('that is not there, or is a folder, is refused by name', () => {
    expect(() => readText(join(folder, 'none'))).toThrow('none: no such file');
    expect(() => readText(folder)).toThrow('is a folder');
  });
});
