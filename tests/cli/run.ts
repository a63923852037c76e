import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Runs a command of src/cli as npm would: with the project's own Node first on the path. */
export function run(command: string, args: readonly string[]): { code: number; out: string; err: string } {
  const done = spawnSync('node', [join('src/cli', command), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}` },
  });
  if (done.error) throw done.error;
  return { code: done.status ?? -1, out: done.stdout, err: done.stderr };
}
