import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteTitle } from '../../src/wording/occasion.ts';

const quote = (text: string) => ({
  text,
  speakers: [{ id: 'minister-alpha', name: 'Minister Alpha', role: null, kind: 'person' as const }],
  speaker_label: null,
  day: '2026-03-03',
  day_from: 'stated' as const,
  engagement: { id: 'e_000000000001', title: 'Speech at the Example Institute' },
  visit: null,
});

describe('the title of a quote', () => {
  it('has the words in full or not at all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const title = quoteTitle(quote(text), 30);
        const words = /“(.*)”/.exec(title)?.[1];
        if (words !== undefined) expect(text.replace(/\s+/g, ' ').trim()).toBe(words);
      }),
    );
    expect(quoteTitle(quote('We will not build it.'), 30)).toBe('Minister Alpha: “We will not build it.”');
    expect(quoteTitle(quote('We will not build it unless all of you come and help us.'), 30)).toBe(
      'Minister Alpha, 3 March 2026, Speech at the Example Institute',
    );
  });
});
