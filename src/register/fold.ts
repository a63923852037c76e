import { foldWords } from '../model/fold.ts';

/** "U.S.", "D.C.", "J.D": single letters with stops between them. */
const ABBREVIATION = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}\.?(?![\p{L}\p{N}])/gu;
const POSSESSIVE = /['\u2019\u02bc]s(?![\p{L}\p{N}])/giu;

/**
 * The folded words by which the register compares names and terms: as for searching, but "U.S." is `us` and
 * "Washington, D.C." `washington dc`, and a possessive leaves the name alone ("NATO’s" is `nato`).
 */
export function nameWords(text: string): string[] {
  const closed = text.includes('.')
    ? text.replace(ABBREVIATION, (letters) => letters.replaceAll('.', ''))
    : text;
  return foldWords(closed.replace(POSSESSIVE, ''));
}

/**
 * A stable, readable id from a name: "Jens Stoltenberg" is `jens-stoltenberg`, "J.D. Vance" `jd-vance`. Letters of
 * other scripts stay as they are. Empty for a text without a letter or digit.
 */
export function slugify(name: string): string {
  return nameWords(name).join('-');
}
