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

const STATEMENT_MARKS = [
  // A demand, a judgement, a limit.
  /\b(?:must|cannot|can['’]t|can not|needs?|should|have to|has to|ought|only|never|no longer|won['’]t|refuses?|demands?|urges?|call on|insists?|wrong|right|unacceptable|illegal|deserves?|fail(?:s|ed|ing|ure)?)\b/i,
  // What follows from what.
  /\b(?:if|unless|without|because|so that|therefore|otherwise|would|could|will be|threat(?:s|en|ens|ened)?|risks?|danger(?:s|ous)?|leads? to|results? in|means?|consequences?|prevent(?:s|ed|ing)?|stop(?:s|ped|ping)?)\b/i,
  // One thing against another.
  /\b(?:but|however|instead|rather than|yet|although|despite|not only|not just|while|even|less|more than)\b/i,
  // A place in a row.
  /\b(?:first|historic|most|best|worst|greatest|main|key|vital|central|major|\p{L}{3,}est)\b/iu,
  // A denial.
  /\b(?:not|never|no|nobody|nothing|without|cannot)\b|n['’]t\b/i,
];

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

/** The words that carry meaning, cut to a rough stem, each once. */
export function meaningWords(text: string): Set<string> {
  const out = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)) {
    if (word.length < 3 || COMMON.has(word)) continue;
    out.add(word.replace(/['’]s$/, '').replace(/(?<=.{4})(?:ings?|ies|ed|es|s|ly)$/, ''));
  }
  return out;
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** The features of each quote of one document, in their order. */
export function keyFeatures(quotes: readonly { text: string; speaker: string | null }[]): KeyFeatures[] {
  const meanings = quotes.map((quote) => meaningWords(quote.text));
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
      length: -Math.min(3, Math.abs(Math.log(Math.max(1, countWords(text)) / BEST_LENGTH))),
      fragment: Number(/^\p{Ll}/u.test(firstLetter)),
      stance: Math.min(3, STATEMENT_MARKS.filter((mark) => mark.test(text)).length) / 3,
      names: Math.min(3, new Set(text.match(NAME)).size) / 3,
      early: 1 / (1 + i),
      novelty: own / Math.max(4, words.size),
      courtesy: Number(COURTESY.test(text)),
      continues: Number(CONTINUES.test(text)),
      unnamed: Number(speaker === null),
    };
  });
}
