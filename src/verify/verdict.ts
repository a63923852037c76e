import type { Verdict } from '../model/verdict.ts';
import type { Asked } from './asked.ts';
import { isContent } from './content.ts';
import { type Difference, differences } from './diff.ts';
import { type Judged, judgeEach, type Likeness, rankOf } from './judge.ts';
import { isKnownName } from './names.ts';
import { isNumberKey } from './numbers.ts';
import { list } from './senses.ts';
import { spliceAcross } from './splice.ts';
import type { Utterance } from './utterance.ts';

/** A quote on record that the text is like, best first. */
export interface Match {
  quote: string;
  similarity: number;
  diff: Difference[];
}

const MOST_MATCHES = 10;
/** Without a verdict the nearest words on record are shown, if they are near at all. */
const MOST_NEAREST = 3;
const NEAR = 0.3;

/**
 * Did they say that? Judges the words first, against all utterances given, then the speaker: `speakers` are the ids the
 * asked name may mean, null where nobody is asked about. Of the pieces of an utterance only those that `canShow` stand
 * for it among the matches.
 */
export function judge(
  asked: Asked,
  utterances: readonly Utterance[],
  speakers: ReadonlySet<string> | null,
  canShow: (quote: string) => boolean = () => true,
): { verdict: Verdict; matches: Match[] } {
  const isTheirs = ({ utterance }: Pick<Judged, 'utterance'>) =>
    speakers === null || utterance.speakers.some((id) => speakers.has(id));
  const mine = utterances.filter((utterance) => isTheirs({ utterance }));
  const foreign = utterances.filter((utterance) => !isTheirs({ utterance }));
  const judged = withSplices(asked, [...judgeEach(asked, mine), ...judgeEach(asked, foreign)]);
  const others = judged.filter((it) => !isTheirs(it));
  const verdict = verdictOf(
    bestOf(judged.filter(isTheirs)),
    bestOf(others),
    isDistinctive(asked, others),
    others.some(({ likeness, similarity }) => likeness === 'altered' && similarity >= MUCH),
  );
  const ranked = judged.sort(
    (a, b) =>
      rankOf(a.likeness) - rankOf(b.likeness) ||
      Number(isTheirs(b)) - Number(isTheirs(a)) ||
      b.similarity - a.similarity,
  );
  const shown =
    verdict === 'not_found'
      ? ranked.filter(({ similarity }) => similarity >= NEAR).slice(0, MOST_NEAREST * 2)
      : ranked.filter(({ likeness }) => likeness !== 'other');
  const most = verdict === 'not_found' ? MOST_NEAREST : MOST_MATCHES;
  return { verdict, matches: matchesOf(shown, canShow).slice(0, most) };
}

/**
 * `isDistinctive`: whether the words can be known for anybody's; `isNear`: whether those of others are so near that they
 * are the same statement, whoever is named.
 */
function verdictOf(theirs: Likeness, others: Likeness, isDistinctive: boolean, isNear: boolean): Verdict {
  if (rankOf(theirs) <= rankOf('spliced')) return theirs as Verdict;
  const isOthers = rankOf(others) <= rankOf('spliced');
  if (isOthers && isDistinctive) return 'misattributed';
  return theirs === 'altered' || (isNear && !isOthers) ? 'altered' : 'not_found';
}

/** Words of others that are altered count as an alteration only if so much of them agrees. */
const MUCH = 0.75;
/** So many words that say something are somebody's own; with a name or a number one fewer will do. */
const DISTINCTIVE = 4;
/** These make a statement of a name and a verb: "Ukraine must prevail". */
const DEMANDING = list('must never cannot shall ought');

function isDistinctive({ text, words }: Asked, others: readonly Judged[]): boolean {
  const content = words.filter(({ key, aside }) => !aside && (isContent(key) || DEMANDING.has(key)));
  if (content.length >= DISTINCTIVE) return true;
  const names = new Set(
    others.flatMap(({ said }) => said.flatMap((word) => (word.isName ? [word.key] : []))),
  );
  const isUniform = !/\p{Lu}/u.test(text) || !/\p{Ll}/u.test(text);
  const isNamed = content.some(
    ({ key, start }) =>
      isNumberKey(key) ||
      isKnownName(key) ||
      names.has(key) ||
      (!isUniform && start > 0 && /^\p{Lu}/u.test(text.slice(start))),
  );
  return content.length >= DISTINCTIVE - 1 && isNamed;
}

const bestOf = (judged: readonly Judged[]): Likeness =>
  judged.reduce<Likeness>(
    (best, { likeness }) => (rankOf(likeness) < rankOf(best) ? likeness : best),
    'other',
  );

/** Notes for each voice whether its utterances together make up the text. */
function withSplices(asked: Asked, judged: readonly Judged[]): Judged[] {
  const spliced = new Set<Judged>();
  for (const voice of Map.groupBy(judged, ({ utterance }) => utterance.voice).values()) {
    if (voice.length < 2 || rankOf(bestOf(voice)) <= rankOf('spliced')) continue;
    for (const it of spliceAcross(asked, voice) ?? []) spliced.add(it);
  }
  return judged.map((it) => (spliced.has(it) ? { ...it, likeness: 'spliced' } : it));
}

/** Each under the quote that holds most of the words, no quote twice. */
function matchesOf(judged: readonly Judged[], canShow: (quote: string) => boolean): Match[] {
  const matches = new Map<string, Match>();
  for (const it of judged) {
    const quote = quoteOf(it, canShow);
    if (quote === null || matches.has(quote)) continue;
    const similarity = Math.round(it.similarity * 1000) / 1000;
    matches.set(quote, { quote, similarity, diff: differences(it) });
  }
  return [...matches.values()];
}

function quoteOf({ utterance, said, map }: Judged, canShow: (quote: string) => boolean): string | null {
  let [best, most] = [null as string | null, -1];
  for (const [nth, { quote }] of utterance.pieces.entries()) {
    const share = map.reduce((sum, at) => sum + (said[at]?.piece === nth ? 1 : 0), 0);
    if (canShow(quote) && share > most) [best, most] = [quote, share];
  }
  return best;
}
