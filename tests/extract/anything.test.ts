import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/extract.ts';
import { read } from '../../src/extract/read.ts';
import type { Span } from '../../src/model/extraction.ts';

/** Pieces that texts are made of: what the extractor looks for, in every wrong order. */
const PIECES = [
  '“',
  '”',
  '"',
  "'",
  '’',
  '‘',
  '„',
  '«',
  '»',
  "''",
  '``',
  '(',
  ')',
  '[',
  ']',
  '—',
  '--',
  ':',
  ',',
  '.',
  '…',
  '?',
  '!',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  '\r\n',
  '\u2028',
  '\u00a0',
  'said',
  'says',
  'told reporters',
  'according to',
  'he',
  'she',
  'they',
  'the minister',
  'the head of',
  'Mr',
  'Mrs.',
  'Dr.',
  'Jane Example',
  'Jane',
  'Example',
  'J. Example',
  'President',
  'Secretary General',
  'Acme Inc.',
  'U.S.',
  'the Norwegian',
  'Q.',
  'A:',
  'MR. EXAMPLE:',
  'Jane Example:',
  '6\'2"',
  "'90s",
  'and',
  'who',
  'Credit:',
  'Sources',
  'van der',
  'Oslo',
  '31 January 2024',
  '450 billion dollars',
  '2%',
  'on Wednesday',
  '\ud83d',
  '\ude00',
  '\u0000',
  'ﬁ',
  'İ',
  'e\u0301',
  '🇳🇴',
];
const patchwork = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(' '));
const joined = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(
  patchwork,
  joined,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);

function expectInside(text: string, span: Span | null): void {
  if (span === null) return;
  expect(span.start).toBeGreaterThanOrEqual(0);
  expect(span.end).toBeGreaterThan(span.start);
  expect(span.end).toBeLessThanOrEqual(text.length);
}

function expectOrdered(spans: readonly Span[]): void {
  for (let i = 1; i < spans.length; i++) expect(spans[i]!.start).toBeGreaterThanOrEqual(spans[i - 1]!.end);
}

describe('whatever the text', () => {
  it('quotes are stretches of it, in order, and do not overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { quotes } = extract(text);
        expectOrdered(quotes);
        let group = 1;
        for (const quote of quotes) {
          expectInside(text, quote);
          expect(quote.text).toBe(text.slice(quote.start, quote.end));
          expect(quote.text.trim()).toBe(quote.text);
          for (const span of [quote.before, quote.after, quote.attribution.mention]) expectInside(text, span);
          expect(quote.attribution.confidence).toBeGreaterThanOrEqual(0);
          expect(quote.attribution.confidence).toBeLessThanOrEqual(1);
          expect(quote.group).toBeGreaterThanOrEqual(1);
          expect(quote.group).toBeLessThanOrEqual(group);
          group = Math.max(group, quote.group + 1);
          if (quote.speaker_kind === 'person') expect(quote.speaker).not.toBeNull();
          if (quote.speaker_kind === 'unnamed' || quote.speaker_kind === 'document')
            expect(quote.speaker).toBeNull();
        }
      }),
      { numRuns: 600 },
    );
  });

  it('paragraphs, sentences and mentions are stretches of it, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { paragraphs, sentences, mentions, people } = read(text);
        for (const spans of [paragraphs, sentences, mentions]) {
          expectOrdered(spans);
          for (const span of spans) expectInside(text, span);
        }
        for (const sentence of sentences) {
          const paragraph = paragraphs[sentence.paragraph]!;
          expect(sentence.start).toBeGreaterThanOrEqual(paragraph.start);
          expect(sentence.end).toBeLessThanOrEqual(paragraph.end);
        }
        for (const mention of mentions) expect(people[mention.person]).toBeDefined();
        for (const person of people) expectInside(text, person.first);
      }),
      { numRuns: 600 },
    );
  });

  it('the same text gives the same answer', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(extract(text)).toEqual(extract(text));
      }),
      { numRuns: 100 },
    );
  });

  it('quotes speak as one person whom the text names', () => {
    fc.assert(
      fc.property(patchwork, (text) => {
        const { quotes, people } = extract(text);
        const names = new Set(people.map((person) => person.name));
        for (const quote of quotes) {
          if (quote.speaker_kind === 'person')
            for (const name of quote.speaker!.split('; ')) expect(names).toContain(name);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('texts made to be slow', () => {
  // Each of these would take minutes if anything in the extractor looked back over what it has read.
  const PEOPLE = Array.from({ length: 2_000 }, (_, i) => {
    const name = `Jane Ex${[...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
    return `“We stay here,” said President ${name}, the chief executive of Acme. The president of Acme added that he left.`;
  });
  const SLOW: Record<string, string> = {
    'a hundred thousand straight marks': '"'.repeat(100_000),
    'a hundred thousand opening marks': '“'.repeat(100_000),
    'a hundred thousand closing marks': '”'.repeat(100_000),
    'a hundred thousand single marks': "'".repeat(100_000),
    'twenty thousand quotations in one sentence': 'he said “a b c” and '.repeat(20_000),
    'thirty thousand paragraphs left open': '“a b c\n\n'.repeat(30_000),
    'a hundred thousand letters without a space': 'a'.repeat(100_000),
    'a hundred thousand capitals without a space': 'A'.repeat(100_000),
    'a hundred thousand words with capitals': 'Aaa '.repeat(100_000),
    'ten thousand nested parentheses': `${'('.repeat(10_000)}a${')'.repeat(10_000)}`,
    'a hundred thousand initials': 'A.'.repeat(100_000),
    'a hundred thousand verbs and one quotation': `${'said, '.repeat(100_000)}“a b c”`,
    'fifty thousand titles': 'the president '.repeat(50_000),
    'a hundred thousand lines': 'a\n'.repeat(100_000),
    'a million spaces': ' '.repeat(1_000_000),
    'two thousand presidents': PEOPLE.join('\n\n'),
  };
  // A machine busy with other things may need seconds; what looks back would need hours.
  const PATIENCE = 60_000;
  it.each(Object.entries(SLOW))(
    'are read to the end: %s',
    (_, text) => {
      const { quotes } = extract(text);
      for (const quote of quotes.slice(0, 100)) expect(quote.text).toBe(text.slice(quote.start, quote.end));
    },
    PATIENCE,
  );
});
