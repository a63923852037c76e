/**
 * The one folding of words: for search keys, for the identity of quotes and for slugs. What is published is never
 * folded. NFKC, without what is never seen (variation selectors, joiners, soft hyphens), lower case, curly apostrophes made straight; a word is a run of letters, marks and digits with
 * apostrophes inside; everything else is a break.
 */

/** The words of a text for identity: diacritics kept, apostrophes inside words kept. */
export function identityWords(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/\p{DI}+/gu, '')
      .toLowerCase()
      .replace(/[\u2018\u2019\u02bc\u2032`´]/g, "'")
      .match(/[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu) ?? []
  );
}

const MARKS = /\p{M}+/gu;
/** Letters that carry their difference in the stroke, which no Unicode decomposition takes off. */
const STROKES: Record<string, string> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};

/** Takes off diacritics and strokes of lower-case text: "erdoğan" is "erdogan". */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[łđøħŧßæœþðı]/g, (letter) => STROKES[letter] ?? letter);
}

/** The words of a text for searching: as `identityWords`, without diacritics and apostrophes ("russia's" is "russias"). */
export function foldWords(text: string): string[] {
  return identityWords(text)
    .map((word) => plain(word.replaceAll("'", '')))
    .filter((word) => word !== '');
}

/** A name as part of an address: "Recep Tayyip Erdoğan" is `recep-tayyip-erdogan`. Empty where nothing is left. */
export function slugOf(text: string): string {
  return foldWords(text).join('-');
}
