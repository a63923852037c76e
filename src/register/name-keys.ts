import { nameWords } from './fold.ts';

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
/** They stand within names and tell nothing. */
export const PARTICLES = new Set(
  'al el ul bin ibn bint de da di do dos das del della der den van von zu the of y e la le'.split(' '),
);
/** Where the family's name stands first. */
const FAMILY_FIRST = new Set('CN TW KR KP VN KH SG HK MO'.split(' '));

const PLAIN = /^[A-Za-z '-]+$/;

/** As `nameWords`, without the cost of it where there is nothing to fold. */
function wordsOf(name: string): string[] {
  return PLAIN.test(name)
    ? name
        .toLowerCase()
        .replace(/'s\b/g, '')
        .replaceAll("'", '')
        .split(/[ -]+/)
        .filter((word) => word !== '')
    : nameWords(name);
}

/** The words of a name that tell people apart: without "Jr" and articles. */
export function keyWords(name: string): string[] {
  const words = wordsOf(name);
  const kept = words.filter((word) => !SUFFIXES.has(word) && word !== 'al' && word !== 'el');
  return kept.length > 0 ? kept : words;
}

/** The word under which somebody is listed: that of the family. */
export function familyWord(name: string, state: string): string {
  const words = keyWords(name);
  return (FAMILY_FIRST.has(state) ? words[0] : words[words.length - 1]) ?? '';
}

/** First and last name alone, no initials in the middle. */
export function barest(words: readonly string[]): string {
  return words.filter((word, at) => at === 0 || at === words.length - 1 || word.length > 1).join(' ');
}

/** What spellings of one name have in common: "Sergey Lavrov" and "Sergei Lavrov", "Mohamed" and "Muhammad". */
export function skeleton(word: string): string {
  const bones = word
    .replace(/ph/g, 'f')
    .replace(/(?:tsch|tch|ch|sh|zh|cz|sch|dj|dzh)/g, 's')
    .replace(/(?:ck|kh|gh|q|c|x)/g, 'k')
    .replace(/w/g, 'v')
    .replace(/[aeiouyhj]/g, '')
    .replace(/(.)\1+/g, '$1');
  return bones === '' ? word : bones;
}

/** See `skeleton`: first and last word. */
export const bonesOf = (words: readonly string[]) =>
  words.length < 2 ? '' : `${skeleton(words[0]!)} ${skeleton(words[words.length - 1]!)}`;
