import fc from 'fast-check';
import { expect, it } from 'vitest';
import { likeness, successorsOf } from '../../src/ingest/succession.ts';
import { identityWords } from '../../src/model/fold.ts';
import type { DocumentSources, QuoteSourceRow } from '../../src/model/source.ts';

const quote = (n: number, text: string, speaker: string, id: string) =>
  ({
    n,
    text,
    quote_id: id,
    speakers: [{ id: speaker }],
    speaker_label: speaker,
  }) as unknown as QuoteSourceRow;
const said = (quotes: QuoteSourceRow[]): DocumentSources => ({
  document_id: 'd_1',
  people: [],
  visits: [],
  engagements: [],
  quotes,
  figures: [],
});

/** Compares all with all, as it is meant. */
function byComparing(old: QuoteSourceRow, now: readonly QuoteSourceRow[]): string | null {
  const words = identityWords(old.text).join(' ');
  const same = now.find((it) => identityWords(it.text).join(' ') === words);
  if (same !== undefined) return same.quote_id;
  let best: { id: string; like: number } | null = null;
  for (const it of now) {
    if (it.speaker_label !== old.speaker_label) continue;
    const like = likeness(old.text, it.text);
    if (like >= 0.6 && (best === null || like > best.like)) best = { id: it.quote_id, like };
  }
  return best?.id ?? null;
}

it('what a document says instead of words it changed is what comparing all with all would find', () => {
  const text = fc
    .array(
      fc.constantFrom('we', 'will', 'build', 'the', 'long', 'bridge', 'before', 'winter', 'comes', 'soon'),
      {
        minLength: 1,
        maxLength: 9,
      },
    )
    .map((words) => words.join(' '));
  const quotes = (prefix: string) =>
    fc
      .array(fc.tuple(text, fc.constantFrom('jane', 'john')), { maxLength: 12 })
      .map((list) => list.map(([words, speaker], n) => quote(n, words, speaker, `q_${prefix}${n}`)));
  fc.assert(
    fc.property(quotes('a'), quotes('b'), (before, now) => {
      const fates = successorsOf(said(before), said(now));
      const found = before.map((it) => {
        const fate = fates.get(it.quote_id);
        return fate !== undefined && 'to' in fate ? fate.to : null;
      });
      expect(found).toEqual(before.map((it) => byComparing(it, now)));
    }),
    { numRuns: 500 },
  );
});
