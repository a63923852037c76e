import { expect, it } from 'vitest';
import { openRemote, withLiterals } from '../../src/cli/remote.ts';

it('says a statement with its values in place, whatever they hold', () => {
  expect(withLiterals("INSERT INTO t VALUES (?, ?, '?', ?)", ["o'neil", null, 3])).toBe(
    "INSERT INTO t VALUES ('o''neil', NULL, '?', 3)",
  );
  expect(withLiterals('SELECT ?2, ?1, ?2', ['a', 'b'])).toBe("SELECT 'b', 'a', 'b'");
  expect(() => withLiterals('SELECT ?', [])).toThrow('no value for ?');
  expect(() => withLiterals('SELECT ?', ['\u0000'])).toThrow('texts, numbers and null');
});

it('asks the deployed database through wrangler, and gives back what it answered', async () => {
  const said: (readonly string[])[] = [];
  const db = openRemote((args) => {
    said.push(args);
    return JSON.stringify([{ results: [{ n: 1 }], meta: { changes: 1 } }]);
  });
  expect(await db.prepare('SELECT ?').bind('x').first()).toEqual({ n: 1 });
  expect(said[0]).toEqual(expect.arrayContaining(['d1', 'execute', '--remote', '--command', "SELECT 'x'"]));
});
