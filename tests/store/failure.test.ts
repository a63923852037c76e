import { describe, expect, it } from 'vitest';
import { failureOf, tryAgain } from '../../src/store/failure.ts';
import { MESSAGES } from '../workers/faulty-database.ts';

const kinds = ['passing', 'overloaded', 'down'] as const;

describe('an error of the database', () => {
  it.each(kinds.flatMap((kind) => MESSAGES[kind].map((message) => [kind, message] as const)))(
    'is %s: %s',
    (kind, message) => {
      expect(failureOf(new Error(message))).toBe(kind);
      expect(failureOf(new Error('wrapped', { cause: new Error(message) }))).toBe(kind);
    },
  );

  it.each([
    'D1_ERROR: UNIQUE constraint failed: quote.id: SQLITE_CONSTRAINT',
    'D1_ERROR: near "SELEC": syntax error at offset 0: SQLITE_ERROR',
    'D1_ERROR: string or blob too big: SQLITE_TOOBIG',
    "D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'",
    'Cannot read properties of undefined',
    'Unexpected end of JSON input',
  ])('is our own mistake, not a failing database: %s', (message) => {
    expect(failureOf(new Error(message))).toBeNull();
  });
});

describe('trying again', () => {
  const patience = (waits: number[], random = 0.5) => ({
    random: () => random,
    wait: async (ms: number) => void waits.push(ms),
  });
  const failing = (times: number, message: string) => {
    let calls = 0;
    return {
      calls: () => calls,
      work: async () => {
        calls++;
        if (calls <= times) throw new Error(message);
        return 'done';
      },
    };
  };

  it('gets through a failure that passes, waiting longer each time', async () => {
    const waits: number[] = [];
    const it = failing(3, MESSAGES.passing[0]!);
    expect(await tryAgain(patience(waits), it.work)).toBe('done');
    expect(waits).toEqual([100, 200, 400]);
  });

  it('is given up after three more tries, and chance moves when each comes', async () => {
    const waits: number[] = [];
    const it = failing(99, MESSAGES.passing[0]!);
    await expect(tryAgain(patience(waits, 0.9), it.work)).rejects.toThrow('Network connection lost');
    expect(it.calls()).toBe(4);
    expect(waits).toEqual([140, 280, 560]);
  });

  it.each([...MESSAGES.overloaded, ...MESSAGES.down, 'our own mistake'])(
    'is not for: %s',
    async (message) => {
      const it = failing(1, message);
      await expect(tryAgain(patience([]), it.work)).rejects.toThrow();
      expect(it.calls()).toBe(1);
    },
  );
});
