import type { ExtractedQuote } from '../../model/extraction.ts';
import type { GoldDocument } from './gold.ts';
import { type Counts, type Miss, share } from './score.ts';
import { overlap } from './spans.ts';

/**
 * The product's best three quotes (two where the document has fewer than six), each scored by the share of the
 * editors who chose it. A pick that is no annotated quote, or that is not there to be taken, scores nothing.
 */
export function scoreKeyQuotes(
  gold: GoldDocument,
  quotes: readonly ExtractedQuote[],
): { counts: Counts; misses: Miss[] } {
  if (!gold.key) return { counts: {}, misses: [] };
  const take = gold.quotes.length < 6 ? 2 : 3;
  const picks = quotes
    .filter((quote) => quote.certain)
    .toSorted((a, b) => b.key - a.key || a.start - b.start)
    .slice(0, take);
  let sum = 0;
  const misses: Miss[] = [];
  for (const pick of picks) {
    const at = gold.quotes.findIndex((quote) => overlap(quote, pick) >= 0.5);
    const chosen = at < 0 ? 0 : (gold.key.get(at) ?? 0);
    sum += chosen;
    if (chosen < 0.5) {
      misses.push({
        what: 'key quote',
        detail: `chosen by ${Math.round(100 * chosen)} % of the editors`,
        at: pick,
      });
    }
  }
  return { counts: { key_quotes: share(sum, take) }, misses };
}
