import { expect, test } from 'vitest';
import { run } from './run.ts';

test.each([
  ['digest.ts', ['--nope'], "Unknown option '--nope'"],
  ['digest.ts', ['--date', '2026-13-01'], '"2026-13-01"'],
  ['digest.ts', ['--preview', 'nobody'], '"nobody" is no mail address'],
  ['dump.ts', ['--nope'], "Unknown option '--nope'"],
  ['restore.ts', [], 'Say which FOLDER holds the dump.'],
  ['restore.ts', ['nowhere'], 'nowhere holds no whole dump'],
  ['mail.ts', ['melt'], 'Say freeze or thaw.'],
  ['bench.ts', ['--nope'], "Unknown option '--nope'"],
  ['bench.ts', ['--sizes', '1000,many'], '--sizes takes numbers, not "1000,many"'],
  ['bench.ts', ['--rounds', '0'], '--rounds takes a number, not "0"'],
])('%s %j says what is wrong and how it is used, and does nothing', (command, args, complaint) => {
  const { code, out, err } = run(command, args);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(complaint);
  expect(err).toContain('npm run ');
  expect(err).not.toMatch(/^\s+at .*:\d+:\d+/m);
});
