/// <reference types="vite/types/importMeta.d.ts" />
import { extract } from '../../src/extract/extract.ts';
import { readAsked } from '../../src/verify/asked.ts';
import type { Utterance } from '../../src/verify/utterance.ts';
import { judge } from '../../src/verify/verdict.ts';

/** Something somebody said, in one piece or several. */
export const said = (...pieces: string[]): Utterance => ({
  pieces: pieces.map((text, nth) => ({ quote: `q_${nth}`, text })),
  speakers: ['jane-example'],
  voice: 'jane-example',
  printings: [{ document: 'd_1', n: 0, day: null }],
});

/** The verdict on a text if only this was ever said. */
export const verdictOn = (text: string, ...utterances: Utterance[]) =>
  judge(readAsked(text), utterances, null).verdict;

const texts = import.meta.glob<string>('../../corpus/documents/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What the documents of the corpus print as said in one go: the words of each utterance, its pieces in order. */
export const utterances: readonly Utterance[] = Object.values(texts).flatMap((text) => {
  const certain = extract(text).quotes.filter((quote) => quote.certain);
  const groups = Map.groupBy(certain, ({ group }) => group);
  return [...groups.values()].map((pieces) => said(...pieces.map((piece) => piece.text)));
});
