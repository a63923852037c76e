import { nounOf } from '../lexicon/nouns.ts';
import { type VerbClass, verbOf } from '../lexicon/verbs.ts';
import type { Token } from '../tokens.ts';
import type { Verb } from './phrase.ts';

const BE = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'am',
  "isn't",
  "aren't",
  "wasn't",
  "weren't",
]);
const HAVE = new Set(['has', 'have', 'had', "hasn't", "haven't", "hadn't", 'having']);
const DO = new Set(['do', 'does', 'did', "don't", "doesn't", "didn't"]);
const MODAL = new Set(
  "will would shall should can could may might must won't wouldn't shouldn't can't cannot couldn't".split(
    ' ',
  ),
);
const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'m", 'am'],
  ["'d", 'would'],
  ["'s", 'is'],
]);
const NEGATIVE = new Set(['not', 'never', 'no longer']);
const BEFORE_NOUN = new Set(
  'the a an his her their its our my your this that these those no any some each every of first second last next recent upcoming official bilateral joint new planned possible brief short own previous latest another s'.split(
    ' ',
  ),
);
/** Before these a bare form is a verb. */
const BEFORE_BASE = new Set([
  'to',
  'they',
  'we',
  'i',
  'you',
  'and',
  'or',
  'not',
  'also',
  'then',
  'who',
  'leaders',
  'ministers',
  'presidents',
  'both',
]);
const GERUND = new Set(
  'before after while by upon since when of from in for on without about to and or despite besides'.split(
    ' ',
  ),
);
/** Nouns that look like verbs with "-s" or bare. */
const AMBIGUOUS = new Set(
  'plan plans head heads host hosts mark marks work works need needs help offer offers report reports hope hopes support place places sign signs lead leads state states share focus use vote press note notes show shows point points question questions fear fears comment comments remark remarks address addresses march aim aims run runs end ends start starts close present review reviews name names exchange request requests attempt attempts promise promises mission love like respect pledge pledges study like look looks warm set cut stay stays rule rules force return returns build launch'.split(
    ' ',
  ),
);

export const isAdverb = (key: string) =>
  (key.length > 4 &&
    key.endsWith('ly') &&
    key !== 'family' &&
    key !== 'assembly' &&
    key !== 'july' &&
    key !== 'italy') ||
  ADVERBS.has(key);
const ADVERBS = new Set(
  'also then later now again already still soon once just both together separately today yesterday tomorrow twice never not not only even first last here there back home away abroad ahead instead too since late early afterwards thereafter earlier ever yet'.split(
    ' ',
  ),
);

const auxiliaryOf = (key: string): string | null => {
  if (BE.has(key) || HAVE.has(key) || DO.has(key) || MODAL.has(key)) return key;
  const apostrophe = key.indexOf("'");
  if (apostrophe > 0 && !/^(?:i|we|you|they|he|she|it|that|who|there)$/.test(key.slice(0, apostrophe)))
    return null;
  return apostrophe > 0 ? (CONTRACTED.get(key.slice(apostrophe)) ?? null) : null;
};
const isNegative = (key: string) => NEGATIVE.has(key) || key.endsWith("n't") || key === 'cannot';

export interface Stand {
  tokens: readonly Token[];
  /** End of the sentence, as an index. */
  next: number;
  /** First token of the sentence. */
  first: number;
  /** Headlines write everything with a capital. */
  title: boolean;
  /** What stands right before is somebody or something that can act. */
  afterName: boolean;
  /** Words of a noun phrase stand right before. */
  inNoun: boolean;
  /** Whether a token is hidden: part of a quotation, a name, a place or a time. */
  taken: (index: number) => boolean;
}

/** The verb that begins at `index` with its auxiliaries, or null where none does. */
export function verbGroupAt(stand: Stand, index: number): Verb | null {
  const { tokens, next } = stand;
  let at = index;
  const auxiliaries: string[] = [];
  const adverbs: string[] = [];
  let negative = false;
  let to = false;
  for (; at < next && at - index < 9; at++) {
    if (at > index && stand.taken(at)) break;
    const { key, kind } = tokens[at]!;
    if (kind !== 'word') break;
    const auxiliary = auxiliaryOf(key);
    if (auxiliary !== null) {
      auxiliaries.push(auxiliary.replace("n't", ''));
      negative ||= isNegative(key);
      to = false;
      continue;
    }
    if (key === 'to' && (auxiliaries.length > 0 || at === index) && !to) {
      const then = tokens[isAdverb(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1];
      const verb = then === undefined ? null : verbOf(then.key);
      const bare = then !== undefined && (auxiliaryOf(then.key) !== null || verb?.form === 'base');
      if (!bare || then.capital !== tokens[at]!.capital) break;
      to = true;
      continue;
    }
    if (isNegative(key)) {
      negative = true;
      continue;
    }
    if ((auxiliaries.length > 0 || to) && isAdverb(key)) {
      adverbs.push(key);
      continue;
    }
    break;
  }
  const helped = auxiliaries.length > 0;
  // "co-chairs": tokens of their own, one verb.
  const shared =
    tokens[at]?.key === 'co' &&
    tokens[at + 1]?.text === '-' &&
    verbOf(tokens[at + 2]?.key ?? '') !== null &&
    at + 2 < next;
  if (shared) at += 2;
  const main = tokens[at];
  const word = main === undefined || at >= next || stand.taken(at) ? null : verbOf(main.key);
  const last = auxiliaries.at(-1);
  const fits =
    word !== null &&
    main !== undefined &&
    (helped || to
      ? isHelped(
          stand,
          at,
          word.same && (HAVE.has(last ?? '') || BE.has(last ?? '')) ? 'past' : word.form,
          last,
          to,
        )
      : (at === index || shared) && isBare(stand, at, index));
  if (!fits) {
    // "is in Oslo", "had talks", "did so": the auxiliary is the verb.
    if (last === undefined) return null;
    const lemma = BE.has(last) ? 'be' : HAVE.has(last) ? 'have' : DO.has(last) ? 'do' : null;
    if (lemma === null) return null;
    while (at > index && auxiliaryOf(tokens[at - 1]!.key) === null && !isNegative(tokens[at - 1]!.key)) at--;
    return build(stand, index, at, lemma, auxiliaries.slice(0, -1), last, to, negative, adverbs);
  }
  return build(
    stand,
    index,
    at + 1,
    shared ? `co-${word!.lemma}` : word!.lemma,
    auxiliaries,
    main!.key,
    to,
    negative,
    adverbs,
  );
}

/** Whether a word is the main verb behind auxiliaries or "to". */
function isHelped(stand: Stand, at: number, form: string, last: string | undefined, to: boolean): boolean {
  if (to) return form === 'base' || stand.tokens[at]!.key === 'due';
  if (last === undefined) return false;
  if (MODAL.has(last) || DO.has(last)) return form === 'base';
  if (HAVE.has(last)) return form === 'past' || stand.tokens[at]!.key === 'come';
  return form === 'ing' || form === 'past';
}

/** Whether a word without auxiliaries is a verb where it stands. */
function isBare(stand: Stand, at: number, index: number): boolean {
  const { tokens, first, title } = stand;
  const token = tokens[at]!;
  const word = verbOf(token.key)!;
  const opens = index === first || (tokens[index - 1]?.kind === 'mark' && index - 1 === first);
  if (token.capital && !title && !opens) return false;
  const before = index > first ? tokens[index - 1]! : undefined;
  const key = before?.key ?? '';
  const owned = /['’]s?$/.test(before?.text ?? '');
  const after = tokens[at + 1];
  if (after !== undefined && !after.spaced && after.text === '-') return false;
  if (before !== undefined && !token.spaced && before.text === '-' && at === index) return false;
  const noun = nounOf(token.key).length > 0 || AMBIGUOUS.has(token.key);
  switch (word.form) {
    case 'base':
      if (word.lemma === 'due' || word.participle) return after?.key === 'to' || after?.key === 'in';
      if (!BEFORE_BASE.has(key) && !(stand.afterName && !noun)) return false;
      if (key === 'and' || key === 'or')
        return !noun && after?.kind === 'word' && !['of', 'and'].includes(after.key);
      return true;
    case 's':
      if (owned || BEFORE_NOUN.has(key) || after?.key === 'of') return false;
      if (noun) return stand.afterName && !(title && after?.key === 'with');
      return stand.afterName || isAdverb(key) || ['and', 'who', 'which', 'that', ','].includes(key);
    case 'past':
      if (word.participle && !(after?.key === 'to' || after?.key === 'in' || after?.key === 'out'))
        return ['going', 'due', 'ready', 'able', 'unable', 'keen'].includes(word.lemma)
          ? false
          : !BEFORE_NOUN.has(key);
      if (token.key === 'left' && BEFORE_NOUN.has(key)) return false;
      // "the planned visit", "newly elected leaders"
      if (
        ((BEFORE_NOUN.has(key) && key !== 'that') ||
          owned ||
          (key.endsWith('ly') && index - 2 >= first && BEFORE_NOUN.has(tokens[index - 2]!.key))) &&
        isNounish(stand, at + 1)
      )
        return false;
      return true;
    case 'ing':
      if (owned || BEFORE_NOUN.has(key) || after?.key === 'of') return false;
      if (stand.inNoun && nounOf(token.key).length > 0 && !stand.afterName) return false;
      if (noun && (after === undefined || after.kind === 'mark')) return false;
      if (
        noun &&
        GERUND.has(key) &&
        /^(?:with|in|on|at|between|and|was|is|will|today)$/.test(after?.key ?? '')
      )
        return key !== 'in' && key !== 'of' && key !== 'for' && key !== 'to' && after!.key === 'with';
      return (
        opens || GERUND.has(key) || key === ',' || stand.afterName || before?.kind !== 'word' || !stand.inNoun
      );
  }
}

/** Whether a noun phrase goes on here. */
function isNounish(stand: Stand, index: number): boolean {
  const token = stand.tokens[index];
  if (token === undefined || index >= stand.next || token.kind !== 'word') return false;
  return !/^(?:by|in|on|at|to|with|for|from|that|the|a|an|his|her|their|when|as|after|before|and)$/.test(
    token.key,
  );
}

function build(
  stand: Stand,
  first: number,
  next: number,
  lemma: string,
  auxiliaries: readonly string[],
  main: string,
  to: boolean,
  negative: boolean,
  adverbs: readonly string[],
): Verb {
  const { tokens } = stand;
  const word = verbOf(main);
  const being = auxiliaries.some((one) => BE.has(one));
  const having = auxiliaries.some((one) => HAVE.has(one));
  const modal = auxiliaries.find((one) => MODAL.has(one) || one === 'ca' || one === 'wo');
  const ing = word?.form === 'ing' && lemma !== 'be';
  const past = word?.form === 'past' || (word?.same === true && (being || having));
  const passive = being && past && auxiliaries.at(-1) !== undefined && BE.has(auxiliaries.at(-1)!);
  const headed =
    auxiliaries.length > 0 ||
    ['is', 'are', 'was', 'were', 'am', 'has', 'have', 'had', 'do', 'does', 'did'].includes(main);
  const be = [...auxiliaries, lemma === 'be' ? main : ''];
  // "is to visit": planned.
  const isTo = to && auxiliaries.some((one) => ['is', 'are', 'was', 'were'].includes(one)) && !past && !ing;
  const form =
    to && !isTo ? 'to' : headed ? 'finite' : ing || main === 'being' || main === 'having' ? 'ing' : 'finite';
  const tense =
    modal === 'will' || modal === 'shall' || modal === 'wo' || isTo
      ? 'future'
      : having ||
          be.includes('was') ||
          be.includes('were') ||
          auxiliaries.includes('did') ||
          main === 'had' ||
          main === 'did' ||
          (past && !being)
        ? 'past'
        : 'present';
  let particle = next;
  if (/^(?:called|call|calls|calling|put|puts|putting)$/.test(main) && tokens[next]?.key === 'off')
    particle++;
  if (/^rul/.test(main) && tokens[next]?.key === 'out') particle++;
  const classes = classesFor(lemma, tokens[next]?.key ?? '', tokens[next + 1]?.key ?? '');
  return {
    kind: 'verb',
    start: tokens[first]!.start,
    end: tokens[particle - 1]!.end,
    first,
    next: particle,
    lemma,
    classes,
    form: form as Verb['form'],
    tense,
    modal:
      modal === undefined || ['will', 'shall', 'wo'].includes(modal)
        ? null
        : modal === 'would'
          ? 'would'
          : 'possible',
    passive,
    perfect: having,
    had: auxiliaries.includes('had'),
    progressive: being && ing,
    negative,
    adverbs,
  };
}

const MEET: ReadonlySet<VerbClass> = new Set<VerbClass>(['meet']);
const ATTEND: ReadonlySet<VerbClass> = new Set<VerbClass>(['attend']);
const PLAIN: ReadonlySet<VerbClass> = new Set();
const OFF: ReadonlySet<VerbClass> = new Set<VerbClass>(['off']);
const STAY: ReadonlySet<VerbClass> = new Set<VerbClass>(['stay']);
const WISH: ReadonlySet<VerbClass> = new Set<VerbClass>(['wish']);

/** What a verb does with the word behind it: "call on" is no call, "looks forward" a wish, "looks" nothing. */
function classesFor(lemma: string, next: string, second: string): ReadonlySet<VerbClass> {
  if (lemma === 'be') return STAY;
  if (lemma.startsWith('co-')) return ATTEND;
  if (lemma === 'look') return next === 'forward' ? WISH : PLAIN;
  if (lemma === 'call')
    return next === 'off' ? OFF : next === 'on' || next === 'upon' ? CALL_ON : next === 'for' ? WISH : CALL;
  if (lemma === 'put') return next === 'off' || (next === 'on' && second === 'hold') ? OFF : PLAIN;
  if (lemma === 'rule') return next === 'out' ? OFF : PLAIN;
  if (lemma === 'set') return next === 'off' || next === 'out' ? LEAVE : PLAN;
  if (lemma === 'come' && next === 'together') return MEET;
  return verbOf(lemma)?.classes ?? PLAIN;
}
const CALL: ReadonlySet<VerbClass> = new Set<VerbClass>(['say']);
const CALL_ON: ReadonlySet<VerbClass> = new Set<VerbClass>(['call', 'ask']);
const LEAVE: ReadonlySet<VerbClass> = new Set<VerbClass>(['leave']);
const PLAN: ReadonlySet<VerbClass> = new Set<VerbClass>(['plan']);
