import { lexemeAt, type Page } from '../page.ts';
import type { Stretch } from '../quotes/stretches.ts';
import type { Source } from './source.ts';

/** Words of the text that say whose a quotation is. */
export interface Cue {
  /** A short word for the rule. */
  cue: string;
  source: Source;
  /** Lexemes of the clause, `[from, to)`. */
  from: number;
  to: number;
}

/** A stretch with the lexemes around it. */
export interface Place {
  stretch: Stretch;
  /** Lexemes inside the marks, `[from, to)`. */
  from: number;
  to: number;
  /** First lexeme of the words since the last quotation or the beginning of the paragraph. */
  leadFrom: number;
  /** Lexeme of the opening mark: the lead ends here. */
  leadTo: number;
  /** First lexeme behind the closing mark, and the end of the words before the next quotation or paragraph. */
  tailFrom: number;
  tailTo: number;
}

export function placeStretches(page: Page, stretches: readonly Stretch[]): Place[] {
  const { lexemes, paragraphs } = page;
  return stretches.map((stretch, s) => {
    const previous = stretches[s - 1];
    const next = stretches[s + 1];
    const paragraph = paragraphs[stretch.paragraph]!;
    const leadStart = previous?.paragraph === stretch.paragraph ? previous.outerEnd : paragraph.start;
    const tailEnd = next?.paragraph === stretch.paragraph ? next.outerStart : paragraph.end;
    return {
      stretch,
      from: lexemeAt(lexemes, stretch.start),
      to: lexemeAt(lexemes, stretch.end),
      leadFrom: lexemeAt(lexemes, leadStart),
      leadTo: lexemeAt(lexemes, stretch.outerStart),
      tailFrom: lexemeAt(lexemes, stretch.outerEnd),
      tailTo: lexemeAt(lexemes, tailEnd),
    };
  });
}

/** No clause is looked at further than this many lexemes: an endless sentence must not cost more than a long one. */
export const REACH = 240;

/** End of the sentence that goes on at `from`, not beyond `limit`. */
export function clauseEnd(page: Page, from: number, limit: number): number {
  const sentence = page.sentenceOf[from];
  let i = from;
  while (i < limit && i - from < REACH && page.sentenceOf[i] === sentence) i++;
  return i;
}
