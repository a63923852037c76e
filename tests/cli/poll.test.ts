import { expect, test } from 'vitest';
import { run } from './run.ts';

test('npm run poll says what it takes where it is told something else', () => {
  const { code, err } = run('poll.ts', ['--nonsense']);
  expect(code).toBe(2);
  expect(err).toContain('--check ID');
});
