/** When two printed names are the same person, as the measures have it. */

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev sen senator rep representative gov governor president secretary minister chancellor king queen prince princess general gen col colonel capt captain sgt judge justice the'.split(
    ' ',
  ),
);
const SUFFIXES = new Set('jr sr ii iii iv v phd md esq mp qc kc cbe obe dds rn cpa mba'.split(' '));
const PARTICLES = new Set('de del della di da dos du van von der den le la el al bin ibn ben abu'.split(' '));

/** The words of a name, folded; titles before it and suffixes after it dropped as long as something is left. */
export function nameWords(name: string): string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
    .replace(/['’]s$/, '')
    .replace(/["“”«»]/g, ' ')
    .split(/[\s,]+/)
    .map((w) => w.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/[.'’]/g, ''))
    .filter((w) => w !== '');
  while (words.length > 1 && TITLES.has(words[0]!)) words.shift();
  while (words.length > 1 && SUFFIXES.has(words.at(-1)!)) words.pop();
  return words;
}

function lastName(words: string[]): string {
  return (words.at(-1) ?? '').replace(/^(?:el|al)-/, '');
}

function firstNames(words: string[]): string[] {
  const first = words.slice(0, -1);
  while (first.length > 0 && PARTICLES.has(first.at(-1)!)) first.pop();
  return first;
}

/** First names clash unless one of them, or its initial, is in the other name too, or one of the names has none. */
function clash(a: string[], b: string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  return !a.some((x) => b.some((y) => x === y || ((x.length === 1 || y.length === 1) && x[0] === y[0])));
}

/** Same last name and no clash of first names. */
export function sameName(gold: string, found: string): boolean {
  const a = nameWords(gold);
  const b = nameWords(found);
  if (a.length === 0 || b.length === 0) return false;
  return lastName(a) === lastName(b) && !clash(firstNames(a), firstNames(b));
}

/** Has a first name. */
export function isFullName(name: string): boolean {
  return firstNames(nameWords(name)).length > 0;
}

/** How well a found name answers to a gold one: not at all, the person (`strict`), or the person by full name. */
export type Agreement = 'none' | 'strict' | 'full';

/**
 * `full` where the document has a full name and the found one has a first name as well; where the document has only
 * the surname, that surname or the full name the person is known by.
 */
export function agreement(gold: string, found: string, knownAs?: string): Agreement {
  if (knownAs !== undefined && sameName(knownAs, found)) return 'full';
  if (!sameName(gold, found)) return 'none';
  if (isFullName(gold)) return isFullName(found) ? 'full' : 'strict';
  return isFullName(found) ? 'strict' : 'full';
}

/** The same for joint speakers ("A; B"): each of the one has its own counterpart among the other; the worst counts. */
export function speakerAgreement(gold: string, found: string, knownAs?: string): Agreement {
  const wanted = people(gold);
  const left = people(found);
  if (wanted.length !== left.length) return 'none';
  let worst: Agreement = 'full';
  for (const name of wanted) {
    const known = wanted.length === 1 ? knownAs : undefined;
    const ranked = left.map((f) => agreement(name, f, known));
    const best = ranked.includes('full') ? 'full' : 'strict';
    const at = ranked.indexOf(best);
    if (at < 0) return 'none';
    left.splice(at, 1);
    if (best === 'strict') worst = 'strict';
  }
  return worst;
}

function people(joint: string): string[] {
  return joint.split(';').map((n) => n.trim());
}
