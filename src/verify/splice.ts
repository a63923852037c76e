import { align, commonWords, runsOf } from './align.ts';
import type { Asked } from './asked.ts';
import { isSplice, type Judged, swaps, turnsSense } from './judge.ts';
import { reread } from './reread.ts';
import type { Printing, SaidWord, Utterance } from './utterance.ts';

/** Each utterance that a splice draws on gives at least so many words, or all it has. */
const LEAST_WORDS = 3;
/** What stands between two utterances: no word is like it. */
const BETWEEN = '\u0000';

/**
 * The utterances of one voice whose words, joined in the order they were said, make up the text; null if they do not.
 * In one document the order is that of printing, in different ones that of the days, where both are known.
 */
export function spliceAcross(asked: Asked, judged: readonly Judged[], tries = 2): Judged[] | null {
  const parts = judged
    .filter(({ map }) => map.some((at) => at >= 0))
    .map((it) => ({ it, at: middleOf(it.map) }))
    .sort((a, b) => a.at - b.at)
    .map(({ it }) => it);
  const saidWords: Pick<SaidWord, 'key' | 'isName' | 'pause'>[] = [];
  const begins = parts.map((it) => {
    const begin = saidWords.length;
    saidWords.push(...it.said, { key: BETWEEN, isName: false, pause: 'stop' });
    return begin;
  });
  const said = saidWords.map(({ key }) => key);
  const words = reread(asked, parts).words.filter((word) => !word.aside);
  const keys = words.map(({ key }) => key);
  if (keys.length === 0 || commonWords(keys, said) < keys.length) return null;
  const map = align(keys, said);
  if (!isSplice(words, map) || swaps(words, map, saidWords)) return null;
  const used: Judged[] = [];
  for (const [nth, it] of parts.entries()) {
    const begin = begins[nth] as number;
    const runs = runsOf(map)
      .filter(({ from }) => from >= begin && from < begin + it.said.length)
      .map(({ from, to }) => ({ from: from - begin, to: to - begin }));
    if (runs.length === 0) continue;
    const taken = runs.reduce((sum, { from, to }) => sum + to - from, 0);
    if (taken < Math.min(LEAST_WORDS, it.said.length) || turnsSense(it.said, runs)) return null;
    used.push(it);
  }
  if (used.length < 2) return null;
  const pairs = used.flatMap((it, nth) => used.slice(0, nth).map((before) => [it, before] as const));
  const wrong = pairs.find(([it, before]) => !mayFollow(before.utterance, it.utterance));
  if (wrong === undefined) return used;
  if (tries === 0) return null;
  // The same words may have been said again, before or after.
  const [without, orWithout] = wrong.map((one) => judged.filter((it) => it !== one));
  return spliceAcross(asked, without ?? [], tries - 1) ?? spliceAcross(asked, orWithout ?? [], tries - 1);
}

/** About where in the text the words of an utterance stand: the middle of its longest run. */
function middleOf(map: Int32Array): number {
  let [best, length, run] = [0, 0, 0];
  for (let i = 0; i < map.length; i++) {
    const at = map[i] as number;
    run = at < 0 ? 0 : i > 0 && at === (map[i - 1] as number) + 1 ? run + 1 : 1;
    if (run > length) [best, length] = [i - (run - 1) / 2, run];
  }
  return best;
}

/** Whether the second may have been said after the first, by any two of their printings. */
function mayFollow(first: Utterance, second: Utterance): boolean {
  const pairs = first.printings.flatMap((a) => second.printings.map((b) => [a, b] as const));
  const together = pairs.filter(([a, b]) => a.document === b.document);
  return (together.length > 0 ? together : pairs).some(([a, b]) => isBefore(a, b));
}

const isBefore = (a: Printing, b: Printing) =>
  a.document === b.document ? a.n < b.n : a.day === null || b.day === null || a.day <= b.day;
