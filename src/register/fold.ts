/** Letters that Unicode does not decompose into a base letter and a mark. */
const WHOLE_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'ng',
  ŧ: 't',
  ə: 'e',
};

/**
 * The search form of a text: compatibility forms unified (NFKD), marks on letters dropped, lower case,
 * apostrophes straight. Keeps punctuation and spacing. For keys only; never for words that are shown.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðþħıłŋŧə]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/[\u2018\u2019\u201b\u02bc\u02b9`\u00b4]/g, "'")
    .normalize('NFC');
}

/**
 * The folded words of a text. Full stops inside abbreviations close up ("U.S." is `us`), a possessive `'s` and
 * all other apostrophes go, everything else that is neither letter nor digit separates.
 */
export function foldWords(text: string): string[] {
  return (
    fold(text)
      .replace(/(?<![\p{L}\p{N}])((?:\p{L}\.)+\p{L})\.?(?![\p{L}\p{N}])/gu, (letters) =>
        letters.replaceAll('.', ''),
      )
      .replace(/'s(?![\p{L}\p{N}])/gu, '')
      .replaceAll("'", '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * A stable, readable id: "Jens Stoltenberg" is `jens-stoltenberg`, "Washington, D.C." is `washington-dc`.
 * Letters of other scripts are kept as they are. Empty for a text without a letter or digit.
 */
export function slugify(text: string): string {
  return foldWords(text).join('-');
}
