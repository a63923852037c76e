import type { Child } from 'hono/jsx';
import { foldWords } from '../model/fold.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;

/** A text with the words that were searched for in `<mark>`; the last of them may be the beginning of a word. */
export function marked(text: string, search: string): Child {
  const wanted = foldWords(search);
  if (wanted.length === 0) return text;
  const last = wanted.at(-1)!;
  const whole = new Set(wanted);
  const parts: Child[] = [];
  let done = 0;
  for (const match of text.matchAll(WORD)) {
    const folded = foldWords(match[0]);
    if (!folded.some((word) => whole.has(word) || (last.length > 2 && word.startsWith(last)))) continue;
    parts.push(text.slice(done, match.index), <mark>{match[0]}</mark>);
    done = match.index + match[0].length;
  }
  parts.push(text.slice(done));
  return <>{parts}</>;
}
