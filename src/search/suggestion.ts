import { editDistance } from '../http/nearest.ts';
import { foldWords } from '../model/fold.ts';
import type { Reader } from '../store/reader.ts';
import { type CommonWord, readIndexedWords, readSampledWords } from '../store/search.ts';

/** Letters a misspelt word is taken to have right, and how many words that begin so are looked at. */
const SURE_LETTERS = 2;
const MOST_CANDIDATES = 400;
const MOST_WORDS = 6;

/**
 * The search as it was probably meant, in words that are on record; null if every word is known, or none that is
 * not has a near one. Only words among `unknown` are doubted: days, and names that the register has, are no mistakes. One trip where a sample of the words has an answer, else two.
 */
export async function suggestionFor(
  db: Reader,
  typed: string,
  unknown: ReadonlySet<string>,
): Promise<string | null> {
  const words = foldWords(typed).slice(0, MOST_WORDS);
  const doubtful = words.filter((word) => word.length > SURE_LETTERS + 1 && unknown.has(word));
  if (doubtful.length === 0) return null;
  const beginnings = doubtful.map((word) => word.slice(0, SURE_LETTERS));
  for (const read of [readSampledWords, readIndexedWords]) {
    const candidates = await read(db, beginnings, MOST_CANDIDATES);
    const meant = new Map(doubtful.map((word, i) => [word, nearestWord(word, candidates[i] ?? [])]));
    // A word that the sample does not have may still be on record; one that is not leaves nothing to be found.
    if ([...meant.values()].includes(null)) continue;
    const suggestion = words.map((word) => meant.get(word) ?? word).join(' ');
    return suggestion === words.join(' ') ? null : suggestion;
  }
  return null;
}

/** The most common of the nearest words; the word itself if it is on record. */
function nearestWord(word: string, candidates: readonly CommonWord[]): string | null {
  let best: { term: string; distance: number; n: number } | null = null;
  const most = word.length < 6 ? 1 : 2;
  for (const { term, n } of candidates) {
    if (Math.abs(term.length - word.length) > most) continue;
    const distance = editDistance(word, term);
    if (distance > most) continue;
    if (best === null || distance < best.distance || (distance === best.distance && n > best.n)) {
      best = { term, distance, n };
    }
  }
  return best?.term ?? null;
}
