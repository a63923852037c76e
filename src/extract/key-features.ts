/**
 * What can be told about how much a quote would be missed, as a few numbers. Each looks at the quote and at the other
 * quotes of its document only, so that the measure is the same whatever surrounds them.
 */
export interface KeyFeatures {
  /** 0 for a quote of some thirty words, falling as it gets shorter or longer (natural log of the ratio, at least −3). */
  length: number;
  /** Natural log of the number of words, from 3 to 120: of what is too long for a digest, more is still more. */
  size: number;
  /** 0–1: its words as a share of those of the document's longest quote. */
  share: number;
  /** 1 where the words begin in the middle of a sentence (a small letter). */
  fragment: number;
  /** 0–1: how many names or proper nouns it has after the first word of a sentence (three are all). */
  names: number;
  /** 1 for the first quote, ½ for the second, ⅓ …: who writes a release puts the message first. */
  early: number;
  /** 1 where it begins by going on from something else ("And …", "Also …", "This is why …"). */
  continues: number;
  /** 1 where the text names no speaker. */
  unnamed: number;
  /** 1 where it ends as a question. */
  question: number;
}

/** Words of some thirty are what editors choose: one thought with its reason. */
const BEST_LENGTH = 28;

const COURTESY =
  /\b(?:thank(?:s|ful|ed)?|grateful|congratulat(?:e|es|ed|ions)|good (?:morning|afternoon|evening)|welcome|pleased|delighted|honou?red|bravo|well done|glad|appreciate)\b/i;

/** What keeps a press conference going. */
const LOGISTICS =
  /\b(?:next question|last question|follow-up|any questions|(?:your|some|a few) questions|over to you|go ahead|the microphone|come back to you|take a seat)\b/i;

/** So few words that greet, thank or lead over say nothing else. */
const FEW = 25;

/** Greetings, thanks, questions and what keeps a press conference going: never what a digest is made of. */
export function isAside(text: string): boolean {
  if (QUESTION.test(text)) return true;
  return wordsOf(text).length <= FEW && (COURTESY.test(text) || LOGISTICS.test(text));
}

const QUESTION = /\?["”’']?\s*$/;

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

/** The words that carry meaning, cut to a rough stem, each once. */
export function meaningWords(words: readonly string[]): Set<string> {
  const out = new Set<string>();
  for (const word of words) {
    if (word.length < 3 || COMMON.has(word)) continue;
    out.add(word.replace(ENDING, ''));
  }
  return out;
}

/** The features of each quote of one document, in their order. */
export function keyFeatures(quotes: readonly { text: string; speaker: string | null }[]): KeyFeatures[] {
  const lengths = quotes.map((quote) => Math.max(1, wordsOf(quote.text).length));
  const longest = Math.max(...lengths, 1);
  return quotes.map(({ text, speaker }, i) => ({
    length: -Math.min(3, Math.abs(Math.log(lengths[i]! / BEST_LENGTH))),
    size: Math.log(Math.min(120, Math.max(3, lengths[i]!))),
    share: lengths[i]! / longest,
    fragment: Number(/^\p{Ll}/u.test(/\p{L}/u.exec(text)?.[0] ?? '')),
    names: Math.min(3, new Set(text.match(NAME)).size) / 3,
    early: 1 / (1 + i),
    continues: Number(CONTINUES.test(text)),
    unnamed: Number(speaker === null),
    question: Number(QUESTION.test(text)),
  }));
}
