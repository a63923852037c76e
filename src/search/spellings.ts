/**
 * Other ways to write a word or a run of words that mean the same: what a search for one of them finds as well. Only
 * spellings and numbers, nothing that merely has to do with it, so that whoever looks at what was found sees why.
 */
const SAME: readonly string[] = [
  'kyiv|kiev',
  'odesa|odessa',
  'kharkiv|kharkov',
  'lviv|lvov',
  'zelenskyy|zelensky|zelenskiy|zelenskyi',
  'united states|usa|u s|u s a|us|america',
  'united kingdom|uk|u k|britain|great britain',
  'european union|eu|e u',
  'united nations|un|u n',
  'ceasefire|cease fire',
  'programme|program',
  'centre|center',
  'theatre|theater',
  'grey|gray',
  'cooperation|co operation',
  'cyber security|cybersecurity|cyber defence|cyber defense',
];
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const groups = new Map<string, string[]>();
for (const line of SAME) {
  const runs = line.split('|');
  for (const run of runs) groups.set(run, runs);
}

/** The longest run that has other spellings. */
export const LONGEST_RUN = 3;

/** The other spellings of a run of folded words, each a run of words. */
export function otherSpellings(words: readonly string[]): string[][] {
  const typed = words.join(' ');
  const same = new Set(groups.get(typed) ?? []);
  const [word = ''] = words;
  if (words.length === 1) for (const it of spelt(word)) same.add(it);
  same.delete(typed);
  return [...same].map((run) => run.split(' '));
}

/** [British, American]: of each word that ends so the other is another spelling. */
const ENDINGS: readonly [RegExp, string, RegExp, string][] = [
  [/enc(es?)$/, 'ens$1', /ens(es?)$/, 'enc$1'],
  [/is(e[ds]?|ing|ations?)$/, 'iz$1', /iz(e[ds]?|ing|ations?)$/, 'is$1'],
  [/our(s|ed|ing|able)?$/, 'or$1', /or(s|ed|ing|able)?$/, 'our$1'],
  [/ll(ed|ing|ers?)$/, 'l$1', /([aeiou])l(ed|ing|ers?)$/, '$1ll$2'],
];
const SHORTEST = 5;

/** A word in British and American spelling, in the singular and the plural, as a figure and in letters. */
function spelt(word: string): Set<string> {
  const found = new Set<string>();
  const number = NUMBERS.indexOf(word);
  if (number >= 0) found.add(String(number));
  else if (/^\d\d?$/.test(word) && NUMBERS[Number(word)] !== undefined) found.add(NUMBERS[Number(word)]!);
  if (/\d/.test(word) || number >= 0) return found;
  for (const one of [word, ...numbersOf(word)]) {
    if (one !== word) found.add(one);
    if (one.length < SHORTEST) continue;
    for (const [british, toAmerican, american, toBritish] of ENDINGS) {
      if (british.test(one)) found.add(one.replace(british, toAmerican));
      else if (american.test(one)) found.add(one.replace(american, toBritish));
    }
  }
  return found;
}

/** The plural of a word that looks like a singular, the singular of one that looks like a plural. */
function numbersOf(word: string): string[] {
  if (word.length < 4) return [];
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return [word.slice(0, -2)];
  if (/[^aeiou]ies$/.test(word)) return [`${word.slice(0, -3)}y`];
  if (/[^su]s$/.test(word)) return [word.slice(0, -1)];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`, `${word}s`];
  if (/(?:ss|sh|ch|x|z)$/.test(word)) return [`${word}es`];
  return /s$/.test(word) ? [] : [`${word}s`];
}

/** "F-16", "F16s", "Su 35": letters and figures, however they are joined and whether there are several; else none. */
export function modelSpellings(token: string): string[][] {
  const model = /^([a-z]{1,3})[-\u2010\u2011 ]?(\d{1,4})(['\u2019]?s)?$/i.exec(token);
  if (model === null) return [];
  const [, letters = '', figures = ''] = model;
  const name = letters.toLowerCase();
  return [[name, figures], [name, `${figures}s`], [`${name}${figures}`], [`${name}${figures}s`]];
}
