import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailboxOf, networkOf, readAddress } from '../../src/mail/address.ts';
import { backoff, LONGEST_S, MOST_ATTEMPTS } from '../../src/mail/backoff.ts';

describe('an address', () => {
  it.each([
    ['Ann@Readers.Example', 'ann@readers.example'],
    [' ann@readers.example ', 'ann@readers.example'],
    ['ann+news@bücher.example', 'ann+news@xn--bcher-kva.example'],
    ["o'neil@x.example", "o'neil@x.example"],
  ])('typed as %s is kept as %s', (typed, kept) => {
    expect(readAddress(typed)).toBe(kept);
  });

  it.each([
    ['', 'a', '@', 'a@b', 'a@b.c', 'a b@x.example', 'a@x.example, b@x.example', '"a b"@x.example'],
    ['a@[127.0.0.1]', 'a@127.0.0.1', 'a@localhost', 'a@x.example:25', 'a@x.example/b', 'a@u:p@x.example'],
    ['.a@x.example', 'a..b@x.example', `${'a'.repeat(65)}@x.example`, `a@${'x.'.repeat(130)}example`],
    [
      'a@x.example\nBcc: b@x.example',
      '<a@x.example>',
      'a@x.example?subject=x',
      'a@-x.example',
      'ä@x.example',
    ],
  ])('that is none is refused (%#)', (...typed) => {
    expect(typed.map(readAddress)).toEqual(typed.map(() => null));
  });

  it('once read stays as it is, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (typed) => {
        const kept = readAddress(typed);
        if (kept === null) return;
        expect(readAddress(kept)).toBe(kept);
        expect(kept).toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+$/);
        expect(mailboxOf(mailboxOf(kept))).toBe(mailboxOf(kept));
      }),
    );
  });
});

describe('a network', () => {
  it.each([
    ['192.0.2.77', '192.0.2'],
    ['::ffff:192.0.2.77', '192.0.2'],
    ['2001:DB8:1:2::3', '2001:db8:1'],
    ['2001:db8::3', '2001:db8:0'],
    ['::1', '0:0:0'],
    [undefined, 'unknown'],
  ])('of %s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe('backing off', () => {
  it('waits longer from attempt to attempt, never longer than a message can, never sooner than asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: null }),
        (attempt, chance, asked) => {
          const wait = backoff(attempt, () => chance, asked);
          expect(wait).toBeGreaterThanOrEqual(30);
          expect(wait).toBeLessThanOrEqual(LONGEST_S);
          expect(wait).toBeGreaterThanOrEqual(Math.min(asked ?? 0, LONGEST_S));
          expect(backoff(attempt + 1, () => 0, null)).toBeGreaterThanOrEqual(backoff(attempt, () => 0, null));
        },
      ),
    );
  });

  it('gives a letter more than a day before it is given up', () => {
    const waits = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, n) => backoff(n + 1, () => 0, null));
    expect(waits.reduce((a, b) => a + b)).toBeGreaterThan(24 * 3600);
  });
});
