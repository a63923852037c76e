import { foldWords } from '../model/fold.ts';
import type { Phrase } from '../store/filter.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['\u2018\u2019\u02bc\u2032`´][\p{L}\p{N}\p{M}]+)*/gu;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A text as HTML in which the words searched for stand in `<mark>`; everything else is escaped. */
export function highlight(text: string, phrases: readonly Phrase[]): string {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  for (const { words, open } of phrases) {
    for (const word of open ? words.slice(0, -1) : words) whole.add(word);
    const last = words.at(-1);
    if (open && last !== undefined) beginnings.push(last);
  }
  const sought = (word: string) =>
    whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
  let html = '';
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!foldWords(word).some(sought)) continue;
    html += `${escaped(text.slice(at, index))}<mark>${escaped(word)}</mark>`;
    at = index + word.length;
  }
  return html + escaped(text.slice(at));
}
