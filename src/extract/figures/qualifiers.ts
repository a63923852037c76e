import type { Token } from '../tokens.ts';

const PHRASES = [
  'no more than',
  'no less than',
  'no fewer than',
  'not less than',
  'more than',
  'less than',
  'fewer than',
  'greater than',
  'higher than',
  'well over',
  'just over',
  'just under',
  'as many as',
  'as much as',
  'as few as',
  'at least',
  'at most',
  'up to',
  'close to',
  'in excess of',
  'some',
  'about',
  'around',
  'approximately',
  'roughly',
  'nearly',
  'almost',
  'over',
  'under',
  'above',
  'below',
  'between',
  'just',
  'only',
  'an estimated',
  'an additional',
  'a further',
  'a total of',
  'a record',
  'another',
  'additional',
  'exactly',
  'all',
].map((phrase) => phrase.split(' '));

/** "more than", "an additional" … right before the token at `index`, as printed in lower case. */
export function qualifierBefore(
  tokens: readonly Token[],
  index: number,
): { text: string; start: number } | null {
  for (const words of PHRASES) {
    const start = index - words.length;
    if (start < 0) continue;
    if (words.every((word, offset) => tokens[start + offset]!.key === word))
      return { text: words.join(' '), start };
  }
  return null;
}
