import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shown } from '../../src/model/shown.ts';
import { UNSEEN } from '../workers/unseen.ts';

describe('what is shown of a text', () => {
  it('holds none of the characters that nobody sees, wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...UNSEEN), fc.constantFrom('a', ' ', 'é', '日'))),
        (parts) => {
          const seen = shown(parts.join(''));
          for (const sign of UNSEEN) expect(seen).not.toContain(sign);
        },
      ),
    );
  });

  it('is the text itself where all of it can be seen, and shown twice is shown once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(shown(shown(text))).toBe(shown(text));
        if (/^[\p{L}\p{N}\p{P}\p{Zs}\n\t]*$/u.test(text)) expect(shown(text)).toBe(text);
      }),
    );
  });

  it('keeps what writing needs: emoji, flags, keycaps and the joiners of scripts that join', () => {
    const needed = [
      '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
      '\u2764\ufe0f',
      '1\ufe0f\u20e3',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '\u0645\u06cc\u200c\u0634\u0648\u062f',
      '\u0915\u094d\u200d\u0937'.replace('\u094d\u200d', '\u200d'),
    ];
    for (const text of needed) expect(shown(`so ${text} it is`)).toBe(`so ${text} it is`);
  });

  it('has a space where a text had a separator of lines that nobody sees', () => {
    expect(shown('one\u2028two\u0085three\u2029four')).toBe('one two three four');
  });
});
