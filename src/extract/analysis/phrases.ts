import { GROUPS, OFFICES } from '../lexicon/nouns.ts';
import { demonymAt } from '../places/gazetteer.ts';
import type { Token } from '../tokens.ts';
import { isJoint } from './clause.ts';
import { joinUp } from './join-up.ts';
import { nounPhrase } from './noun-phrase.ts';
import type { Joint, Phrase } from './phrase.ts';
import type { Scene, SceneSentence } from './scene.ts';
import { DETERMINERS, layer, type Under } from './under.ts';
import { isAdverb, type Stand, verbGroupAt } from './verb-group.ts';

const PREPOSITIONS = new Set(
  'in at to from with by for of on between into near towards toward via through during about against without regarding concerning over under among amid following since until till outside inside within across around upon aboard throughout alongside despite behind beyond onto like as per than'.split(
    ' ',
  ),
);
/** Prepositions of several words, by their first. */
const LONG = new Map<string, readonly string[][]>([
  ['ahead', [['of']]],
  ['prior', [['to']]],
  ['together', [['with']]],
  ['along', [['with']]],
  ['because', [['of']]],
  ['en', [['route', 'to']]],
  ['next', [['to']]],
  ['out', [['of']]],
  ['on', [['to']]],
  ['due', [['to']]],
  [
    'as',
    [
      ['part', 'of'],
      ['well', 'as'],
    ],
  ],
  ['such', [['as']]],
  ['back', [['to'], ['from']]],
]);
const SUBORDINATORS = new Set(
  'that which who whom whose where when while because if whether unless although though but so until once whereas'.split(
    ' ',
  ),
);
const EITHER = new Set(['before', 'after', 'since', 'until', 'as', 'following']);
const ARTICLES = new Set(['the', 'a', 'an', 'his', 'their', 'its']);
/** Cuts a sentence into noun phrases, verbs, prepositions, times and what joins them, in order. */
export function phrasesOf(scene: Scene, sentence: SceneSentence): Phrase[] {
  return joinUp(sentence, cut(scene, sentence));
}

function cut(scene: Scene, sentence: SceneSentence): Phrase[] {
  const { tokens } = scene;
  const under = layer(tokens, sentence);
  const found: Phrase[] = [];
  let run: number | null = null;
  const flush = (at: number) => {
    if (run !== null) {
      const noun = nounPhrase(scene, sentence, under, run, at);
      if (noun !== null) found.push(noun);
      run = null;
    }
  };
  const joint = (kind: Joint['kind'], from: number, next: number, word: string) => {
    flush(from);
    found.push({ kind, first: from, next, start: tokens[from]!.start, end: tokens[next - 1]!.end, word });
  };
  const { first, next, kind } = sentence;
  let begins = first;
  while (begins < next && under[begins - first]!.hidden) begins++;
  for (let at = first; at < next; ) {
    const token = tokens[at]!;
    const here = under[at - first]!;
    if (here.hidden) {
      joint('stop', at, at + 1, '"');
      at++;
      continue;
    }
    if (here.time !== null) {
      let end = at;
      while (end < next && under[end - first]!.time === here.time) end++;
      // "the June 29 summit": the article belongs to the noun behind the day.
      if (run !== null && tokens.slice(run, at).every((word) => DETERMINERS.has(word.key))) run = null;
      flush(at);
      found.push({
        kind: 'time',
        first: at,
        next: end,
        start: here.time.start,
        end: here.time.end,
        time: here.time,
      });
      at = end;
      continue;
    }
    if (CONTRACTED.test(token.text)) {
      flush(at);
      const noun = nounPhrase(scene, sentence, under, at, at + 1);
      if (noun !== null)
        found.push({ ...noun, persons: here.person === null ? [] : [here.person], owners: [] });
      const verb = verbGroupAt(standAt(scene, sentence, under, at, null), at);
      if (verb !== null) found.push(verb);
      at = verb?.next ?? at + 1;
      continue;
    }
    if (here.person !== null || here.place !== null) {
      // "in Washington, D.C. Secretary Example said": another sentence.
      if (here.person !== null && tokens[at - 1]?.key === 'dc' && run !== null) flush(at);
      // "While in Jordan I visited": a pronoun begins a phrase of its own.
      // "While in Oslo President Example met"
      const opened =
        isJoint(found.at(-1), 'prep', 'in', 'at') && isJoint(found.at(-2), 'sub', 'while', 'when');
      if (here.person !== null && run !== null && opened && under[at - 1 - first]?.place != null) flush(at);
      if (here.person?.pronoun === true && run !== null && /^(?:I|he|she|I['’]\p{L}+)$/iu.test(token.text))
        flush(at);
      run ??= at;
      at++;
      continue;
    }
    if (token.kind === 'mark') {
      // "U.S.-Japan", "Secretary’s": inside a word; "Sr. Jr." close names.
      if (
        run !== null &&
        !token.spaced &&
        /^[-’'.&/–]$/.test(token.text) &&
        tokens[at + 1]?.spaced === false
      ) {
        at++;
        continue;
      }
      // "Jane Example, Jr. met"
      if (token.text === ',' && /^(?:jr|sr|mp|ii|iii)$/.test(tokens[at + 1]?.key ?? '') && run !== null) {
        at += 2;
        continue;
      }
      if (token.text === ',' && run !== null && joinsWords(tokens, at, next)) {
        at++;
        continue;
      }
      if (token.text === ',') joint('comma', at, at + 1, ',');
      else if (token.text === '&') joint('and', at, at + 1, '&');
      else if (/^[’'.]$/.test(token.text) && run !== null) {
        at++;
        continue;
      } else if (/^["“”‘’«»]$/.test(token.text)) {
        flush(at);
        at++;
        continue;
      } else joint('stop', at, at + 1, token.text);
      at++;
      continue;
    }
    if (token.kind === 'number') {
      run ??= at;
      at++;
      continue;
    }
    const { key } = token;
    // "Following the talks", "including", "Under Secretary"
    if (key === 'including' || (key === 'following' && at === begins)) {
      joint('prep', at, at + 1, key);
      at++;
      continue;
    }
    if (key === 'under' && tokens[at + 1]?.key === 'secretary') {
      run ??= at;
      at++;
      continue;
    }
    // "visited Hanoi the week after": an article begins another phrase.
    if (run !== null && ARTICLES.has(key) && !token.capital && !DETERMINERS.has(tokens[at - 1]!.key))
      flush(at);
    const lower = !token.capital || kind === 'title' || at === first || at === begins;
    const verb = verbGroupAt(standAt(scene, sentence, under, at, run), at);
    if (verb !== null) {
      flush(at);
      found.push(verb);
      at = verb.next;
      continue;
    }
    if (lower || token.text === 'Of') {
      const long = longAt(tokens, at, next);
      if (long > 0) {
        const words = tokens.slice(at, at + long).map((t) => t.key);
        joint(words[0] === 'as' && words[1] === 'well' ? 'and' : 'prep', at, at + long, words.join(' '));
        at += long;
        continue;
      }
      if (
        (key === 'and' || key === 'or') &&
        run !== null &&
        (joinsWords(tokens, at, next) || joinsNames(tokens, under, at, first))
      ) {
        at++;
        continue;
      }
      if (run !== null && /^(?:we|they|it|he|she|i)$/.test(key)) flush(at);
      if (key === 'and' || key === 'or') {
        // "Minister of Trade and Industry" is one office: what stands around is no list.
        joint('and', at, at + 1, key);
        at++;
        continue;
      }
      if (EITHER.has(key)) {
        joint(startsClause(under, tokens, at + 1, next, first) ? 'sub' : 'prep', at, at + 1, key);
        at++;
        continue;
      }
      if (SUBORDINATORS.has(key)) {
        joint('sub', at, at + 1, key);
        at++;
        continue;
      }
      if (PREPOSITIONS.has(key)) {
        joint('prep', at, at + 1, key);
        at++;
        continue;
      }
      if (isAdverb(key) && !(run !== null && tokens[at + 1]?.kind === 'word' && run === at)) {
        if (run === null || !DETERMINERS.has(tokens[at - 1]!.key)) {
          joint('adverb', at, at + 1, key);
          at++;
          continue;
        }
      }
    }
    run ??= at;
    at++;
  }
  flush(next);
  return found;
}

/** "his Dutch and Belgian counterparts", "foreign and defence ministers": words before one noun. */
function joinsWords(tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1]!;
  let after = at + 1;
  if (tokens[at]!.text === ',' && tokens[after]?.key === 'and') after++;
  const then = tokens[after];
  if (then === undefined || after + 1 >= next) return false;
  const nations = demonymAt(tokens, at - 1) !== null && demonymAt(tokens, after) !== null;
  const kinds = KINDS.has(before.key) && KINDS.has(then.key) && !before.capital;
  return nations || kinds;
}
const KINDS = new Set(
  'foreign defence defense finance interior trade economic political bilateral regional global senior local military prime deputy energy'.split(
    ' ',
  ),
);

const CONTRACTED = /^(?:I|we|you|they|he|she|it|that|who|there)['’](?:m|ll|ve|d|re|s)$/iu;

function standAt(
  scene: Scene,
  sentence: SceneSentence,
  under: readonly Under[],
  at: number,
  run: number | null,
): Stand {
  const { tokens } = scene;
  const { first, next, kind } = sentence;
  return {
    tokens,
    first,
    next,
    title: kind === 'title' || kind === 'heading',
    afterName: afterName(under, tokens, at - 1, first, run),
    inNoun: run !== null,
    taken: (index) => {
      const what = under[index - first];
      return (
        what === undefined || what.hidden || what.person !== null || what.place !== null || what.time !== null
      );
    },
  };
}

/** "Economic and Cultural Office": "and" inside a name. */
function joinsNames(tokens: readonly Token[], under: readonly Under[], at: number, first: number): boolean {
  const part = (index: number) => {
    const token = tokens[index];
    const here = under[index - first];
    return (
      token !== undefined &&
      here !== undefined &&
      here.person === null &&
      here.place === null &&
      here.time === null &&
      /^\p{Lu}\p{Ll}/u.test(token.text) &&
      !OFFICES.has(token.key) &&
      !GROUPS.has(token.key) &&
      demonymAt(tokens, index) === null
    );
  };
  return (
    part(at - 1) &&
    part(at + 1) &&
    /^\p{Lu}\p{Ll}/u.test(tokens[at + 2]?.text ?? '') &&
    under[at + 2 - first]?.person == null
  );
}

function longAt(tokens: readonly Token[], at: number, next: number): number {
  for (const rest of LONG.get(tokens[at]!.key) ?? [])
    if (at + rest.length < next && rest.every((word, index) => tokens[at + 1 + index]!.key === word))
      return rest.length + 1;
  return 0;
}

/** Whether somebody or something that can act ends at `at`. */
function afterName(
  under: readonly Under[],
  tokens: readonly Token[],
  at: number,
  first: number,
  run: number | null,
): boolean {
  const here = under[at - first];
  if (here === undefined) return false;
  if (here.person !== null) return !/['’]s?$/.test(tokens[at]!.text);
  if (here.place !== null) return !/['’]s?$/.test(tokens[at]!.text);
  const key = tokens[at]!.key;
  if (key === 'they' || key === 'we' || key === 'you' || key === 'i' || key === 'it' || key === 'who')
    return true;
  return (
    run !== null && (OFFICES.has(key) || GROUPS.has(key) || key === 'government' || key === 'delegation')
  );
}

/** Whether "before", "after" or "as" opens a clause: a name or pronoun and a verb follow. */
function startsClause(
  under: readonly Under[],
  tokens: readonly Token[],
  at: number,
  next: number,
  first: number,
): boolean {
  for (let index = at; index < Math.min(next, at + 9); index++) {
    const token = tokens[index]!;
    const what = under[index - first]!;
    if (what.person !== null || what.place !== null) continue;
    if (token.kind === 'mark' && token.text !== '.') return false;
    if (/^(?:is|are|was|were|has|have|had|will|would|can|could|did|does|may)$/.test(token.key))
      return index > at;
    if (
      !token.capital &&
      /^(?:met|said|visited|held|arrived|left|spoke|went|came|told|signed|travels?|visits|meets|\p{L}{3,}ed)$/u.test(
        token.key,
      )
    )
      return index > at;
    if (/^(?:in|at|to|with|on|for|by|and)$/.test(token.key)) return false;
  }
  return false;
}
