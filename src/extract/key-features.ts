/**
 * What can be told about how much a quote would be missed, as a few numbers. Each looks at the quote and at the other
 * quotes of its document only, so that the measure is the same whatever surrounds them.
 */
export interface KeyFeatures {
  /** 0 for a quote of some thirty words, falling as it gets shorter or longer (natural log of the ratio, at least −3). */
  length: number;
  /** 1 where the words begin in the middle of a sentence (a small letter). */
  fragment: number;
  /** 0–1: how many of five marks of a statement it bears: demand, consequence, contrast, rank, denial (three are all). */
  stance: number;
  /** 0–1: how many names or proper nouns it has after the first word of a sentence (three are all). */
  names: number;
  /** 1 for the first quote, ½ for the second, ⅓ …: who writes a release puts the message first. */
  early: number;
  /** 0–1: the share of its words of meaning that no other quote of the document has. */
  novelty: number;
  /** 1 where it thanks, congratulates or is delighted. */
  courtesy: number;
  /** 1 where it begins by going on from something else ("And …", "Also …", "This is why …"). */
  continues: number;
  /** 1 where the text names no speaker. */
  unnamed: number;
}

/** Words of some thirty are what editors choose: one thought with its reason. */
const BEST_LENGTH = 28;

/** Marks of a statement, a line a mark. */
const STATEMENT_WORDS = [
  // A demand, a judgement, a limit.
  'must cannot can’t need needs should ought only never longer won’t refuse refuses demand demands urge urges insist insists wrong right unacceptable illegal deserve deserves fail fails failed failing failure',
  // What follows from what.
  'if unless without because therefore otherwise would could will threat threats threatens threatened risk risks danger dangers dangerous lead leads result results mean means consequence consequences prevent prevents prevented stop stops stopped',
  // One thing against another.
  'but however instead rather yet although despite just while even less than',
  // A place in a row.
  'first historic most best worst greatest strongest largest biggest highest lowest main key vital central major',
  // A denial.
  'not never no nobody nothing without cannot',
];

/** Word → which marks it bears, one bit a mark. */
const MARKS_OF = new Map<string, number>();
for (const [mark, words] of STATEMENT_WORDS.entries()) {
  for (const word of words.split(' ')) MARKS_OF.set(word, (MARKS_OF.get(word) ?? 0) | (1 << mark));
}
const DENIAL = 1 << (STATEMENT_WORDS.length - 1);

const COURTESY =
  /\b(?:thank(?:s|ful|ed)?|grateful|congratulat(?:e|es|ed|ions)|commend|applaud|pleased|delighted|honou?red|bravo|well done|appreciate|great to|glad|excited|thrilled|proud)\b/i;

const CONTINUES =
  /^\P{L}*(?:and|but|so|or|also|now|however|of course|beyond that|additionally|thus|instead|that is why|that['’]s why|this is why|as \p{L}+)\b/iu;

/** A capital after a small letter, digit or comma and a space: not the beginning of a sentence. */
const NAME = /(?<=[\p{Ll}\p{Nd},’') ] )\p{Lu}[\p{L}.’'-]+/gu;

const COMMON = new Set(
  'the and for with from are was were been being its this that these those our they their them his her you your have has had does did will would can could should must may might not but than then there here more most very also just all any one two into over out about who what when which how'.split(
    ' ',
  ),
);

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’-]*/gu;

/** Endings that do not change what a word means, the four letters before them kept. */
const ENDING = /(?:’s|(?<=.{4})(?:ings?|ies|ed|es|s|ly))$/;

/** The words of a quote in small letters, apostrophes curly. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll("'", '’').match(WORD) ?? [];
}

/** The words that carry meaning, cut to a rough stem, each once; `stems` remembers those cut before. */
export function meaningWords(words: readonly string[], stems = new Map<string, string>()): Set<string> {
  const out = new Set<string>();
  for (const word of words) {
    if (word.length < 3 || COMMON.has(word)) continue;
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = word.replace(ENDING, '');
      stems.set(word, stem);
    }
    out.add(stem);
  }
  return out;
}

/** How many marks of a statement the words bear, at most three of them, as a share of three. */
function stanceOf(words: readonly string[]): number {
  let marks = 0;
  for (const word of words) marks |= MARKS_OF.get(word) ?? (word.endsWith('n’t') ? DENIAL : 0);
  let count = 0;
  for (; marks > 0; marks &= marks - 1) count++;
  return Math.min(3, count) / 3;
}

/** The features of each quote of one document, in their order. */
export function keyFeatures(quotes: readonly { text: string; speaker: string | null }[]): KeyFeatures[] {
  const spoken = quotes.map((quote) => wordsOf(quote.text));
  const stems = new Map<string, string>();
  const meanings = spoken.map((words) => meaningWords(words, stems));
  const quotesWith = new Map<string, number>();
  for (const words of meanings) {
    for (const word of words) quotesWith.set(word, (quotesWith.get(word) ?? 0) + 1);
  }
  return quotes.map(({ text, speaker }, i) => {
    const words = meanings[i]!;
    let own = 0;
    for (const word of words) if (quotesWith.get(word) === 1) own++;
    const firstLetter = /\p{L}/u.exec(text)?.[0] ?? '';
    return {
      length: -Math.min(3, Math.abs(Math.log(Math.max(1, spoken[i]!.length) / BEST_LENGTH))),
      fragment: Number(/^\p{Ll}/u.test(firstLetter)),
      stance: stanceOf(spoken[i]!),
      names: Math.min(3, new Set(text.match(NAME)).size) / 3,
      early: 1 / (1 + i),
      novelty: own / Math.max(4, words.size),
      courtesy: Number(COURTESY.test(text)),
      continues: Number(CONTINUES.test(text)),
      unnamed: Number(speaker === null),
    };
  });
}
