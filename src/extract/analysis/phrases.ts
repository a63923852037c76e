import { GROUPS, nounOf, OFFICES } from '../lexicon/nouns.ts';
import type { PlaceMention } from '../places/find.ts';
import { demonymAt } from '../places/gazetteer.ts';
import type { Token } from '../tokens.ts';
import type { PersonAt } from './persons.ts';
import type { Joint, Noun, Phrase } from './phrase.ts';
import type { Scene, SceneSentence, TimeAt } from './scene.ts';
import { isAdverb, type Stand, verbGroupAt } from './verb-group.ts';

/** What stands in quotation marks is blotted out with underscores. */
const BLOT = 95;

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
const DETERMINERS = new Set(
  'the a an his her their its our your my this these those several some all both other many'.split(' '),
);
const ARTICLES = new Set(['the', 'a', 'an', 'his', 'their', 'its']);
const BODIES = new Set(
  'administration campaign government team office cabinet family doctrine plan era policy presidency memorial center house foundation act aide aides adviser spokesman spokeswoman spokesperson'.split(
    ' ',
  ),
);

/** Cuts a sentence into noun phrases, verbs, prepositions, times and what joins them, in order. */
export function phrasesOf(scene: Scene, sentence: SceneSentence): Phrase[] {
  return joinUp(scene, sentence, cut(scene, sentence));
}

interface Under {
  person: PersonAt | null;
  place: PlaceMention | null;
  time: TimeAt | null;
  hidden: boolean;
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
      const opened = isWord(found.at(-1), 'prep', 'in', 'at') && isWord(found.at(-2), 'sub', 'while', 'when');
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
    if (run !== null && ARTICLES.has(key) && !token.capital && !DETERMINERS.has(tokens[at - 1]!.key)) flush(at);
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
  return part(at - 1) && part(at + 1) && /^\p{Lu}\p{Ll}/u.test(tokens[at + 2]?.text ?? '') && under[at + 2 - first]?.person == null;
}

function layer(tokens: readonly Token[], sentence: SceneSentence): Under[] {
  const { first, next, persons, places, times, text, start } = sentence;
  const under: Under[] = [];
  let p = 0;
  let l = 0;
  let t = 0;
  for (let at = first; at < next; at++) {
    const token = tokens[at]!;
    while (p < persons.length && persons[p]!.end <= token.start) p++;
    while (l < places.length && places[l]!.end <= token.start) l++;
    while (t < times.length && times[t]!.end <= token.start) t++;
    let person = persons[p] !== undefined && persons[p]!.start <= token.start ? persons[p]! : null;
    const house = places[l];
    // "the Department of State" is a house, whoever is called by an office like it.
    if (person?.office === true && house?.kind === 'venue' && house.start <= token.start) person = null;
    const time = times[t] !== undefined && times[t]!.start <= token.start ? times[t]! : null;
    const place = places[l] !== undefined && places[l]!.start <= token.start ? places[l]! : null;
    under.push({
      person,
      time: person === null ? time : null,
      place: person === null && time === null ? place : null,
      hidden: text.charCodeAt(token.start - start) === BLOT,
    });
  }
  return under;
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

function nounPhrase(
  scene: Scene,
  sentence: SceneSentence,
  under: readonly Under[],
  from: number,
  to: number,
): Noun | null {
  const { tokens } = scene;
  const base = sentence.first;
  const persons: PersonAt[] = [];
  const owners: PersonAt[] = [];
  let places: PlaceMention[] = [];
  const of: PlaceMention[] = [];
  let group = false;
  let office = false;
  let head = '';
  const words: string[] = [];
  let lastPlace = -1;
  for (let at = from; at < to; at++) {
    const { person, place } = under[at - base]!;
    const token = tokens[at]!;
    if (person !== null) {
      if (persons.at(-1) === person || owners.at(-1) === person) continue;
      let end = at;
      while (end < to && under[end - base]!.person === person) end++;
      const lastToken = tokens[end - 1]!;
      const owns =
        /['’]s?$/.test(lastToken.text) && lastToken.end > person.end
          ? true
          : person.pronoun && /^(?:his|her|their|my|our)$/.test(token.key) && end < to;
      if (owns) owners.push(person);
      else persons.push(person);
      continue;
    }
    if (place !== null) {
      if (places.at(-1) !== place && of.at(-1) !== place) {
        let end = at;
        while (end < to && under[end - base]!.place === place) end++;
        if (/['’]s?$/.test(tokens[end - 1]!.text) && tokens[end - 1]!.end > place.end) of.push(place);
        else {
          places.push(place);
          lastPlace = end;
        }
      }
      continue;
    }
    if (token.kind !== 'word') continue;
    const { key } = token;
    if (DETERMINERS.has(key) || key === 's') continue;
    // "the Sample campaign": what is called after somebody is not that person.
    if (persons.length > 0 && BODIES.has(key) && !token.capital) persons.length = 0;
    if (head !== '') words.push(head);
    head = key.replace(/['’]s?$/, '');
    if (/['’]s?$/.test(token.text)) {
      office = false;
      continue;
    }
    if (GROUPS.has(key)) {
      group = true;
      office = false;
    } else if (OFFICES.has(key)) {
      office = true;
    }
    if (demonymAt(tokens, at) !== null && at === to - 1) group = /^(?:they|ns?)$/.test(key) ? group : group;
  }
  // A country before another noun only says whose: "the Kenya plan"; a house keeps its place: "the White House lawn".
  if (lastPlace >= 0 && lastPlace < to) {
    const after = tokens.slice(lastPlace, to).filter((token) => token.kind === 'word');
    if (after.some((token) => !token.capital || OFFICES.has(token.key))) {
      of.push(...places.filter((place) => place.kind !== 'venue' && place.event === null));
      places = places.filter((place) => place.kind === 'venue' || place.event !== null);
    }
  }
  if (tokens[from] === undefined || to <= from) return null;
  const { key } = tokens[to - 1]!;
  const shown = places.at(-1);
  // "the Washington Summit", "the Munich Security Conference": places by name, gatherings by their noun.
  if (head === '' && shown !== undefined && (shown.event !== null || shown.kind === 'venue'))
    head = key.replace(/['’]s?$/, '');
  return {
    kind: 'noun',
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    first: from,
    next: to,
    persons,
    owners,
    places,
    group: group || key === 'they' || key === 'them' || key === 'we' || key === 'us',
    office: office && persons.length === 0,
    classes: nounOf(head),
    head,
    words,
    parts: [],
    of,
  };
}

const isNoun = (phrase: Phrase | undefined): phrase is Noun => phrase?.kind === 'noun';
const isWord = (phrase: Phrase | undefined, kind: Joint['kind'], ...words: string[]) =>
  phrase?.kind === kind && (words.length === 0 || words.includes((phrase as Joint).word));

/** Puts "of" phrases, names behind offices and lists together. */
function joinUp(scene: Scene, sentence: SceneSentence, phrases: Phrase[]): Phrase[] {
  const text = (from: number, to: number) => sentence.text.slice(from - sentence.start, to - sentence.start);
  const titled = qualify(withoutAsides(phrases), text);
  const named = appose(titled);
  return listUp(named, scene);
}

/** "World Health Organization (WHO) Director-General": short forms in brackets say nothing. */
function withoutAsides(phrases: readonly Phrase[]): Phrase[] {
  const out: Phrase[] = [];
  for (let at = 0; at < phrases.length; at++) {
    if (isWord(phrases[at], 'stop', '(') && isWord(phrases[at + 2], 'stop', ')') && isNoun(phrases[at + 1])) {
      const before = out.at(-1);
      const after = phrases[at + 3];
      at += 2;
      if (isNoun(before) && isNoun(after) && before.persons.length === 0 && before.places.length === 0) {
        out[out.length - 1] = { ...after, start: before.start, first: before.first, of: [...before.of, ...after.of] };
        at++;
      }
      continue;
    }
    out.push(phrases[at]!);
  }
  return out;
}

/** "Minister for Foreign Affairs of Kenya": a qualified office is one phrase. */
function qualify(phrases: readonly Phrase[], text: (from: number, to: number) => string): Phrase[] {
  const out: Phrase[] = [];
  for (let at = 0; at < phrases.length; at++) {
    const phrase = phrases[at]!;
    const noun = out.at(-1);
    const next = phrases[at + 1];
    if (isNoun(noun) && isNoun(next) && phrase.kind === 'prep') {
      const only = noun.persons.length === 1 && noun.persons[0]!.office && noun.owners.length === 0;
      const titles = only || (noun.persons.length === 0 && (noun.office || noun.group));
      // "Secretary of State Jane Example": the field, then the name.
      const holder =
        noun.office &&
        (phrase.word === 'of' ||
          (phrase.word === 'for' && isHolder(next, text)) ||
          (phrase.word === 'to' && /^(?:ambassador|envoy|representative|commissioner)$/.test(noun.head))) &&
        next.persons.length > 0 &&
        next.persons[0]!.start > next.start &&
        next.owners.length === 0;
      if (holder) {
        out[out.length - 1] = { ...absorb(noun, next), persons: next.persons, office: false };
        at++;
        continue;
      }
      const field =
        titles &&
        !(noun.group && phrase.word === 'for' && !isField(next, text)) &&
        next.classes.length === 0 &&
        next.persons.length === 0 &&
        (phrase.word === 'of' ||
          phrase.word === 'for' ||
          (phrase.word === 'to' && noun.head !== 'delegation'));
      const home =
        phrase.word === 'of' &&
        noun.persons.length > 0 &&
        next.persons.length === 0 &&
        (next.places.length > 0 || /^\p{Lu}/u.test(text(next.start, next.end).replace(/^the\s/, '')));
      if (field && phrase.word === 'to' && !/^\p{Lu}/u.test(text(noun.start, noun.end).split(' ').at(-1)!)) {
        out.push(phrase);
        continue;
      }
      if (field || home) {
        out[out.length - 1] = absorb(noun, next);
        at++;
        // "Trade and Industry", "Peace, Security and Development": the rest of the field.
        if (field)
          while (
            (isWord(phrases[at + 1], 'and', 'and', '&') || isWord(phrases[at + 1], 'comma')) &&
            isNoun(phrases[at + 2]) &&
            (isField(phrases[at + 2] as Noun, text) || isHolder(phrases[at + 2] as Noun, text))
          ) {
            const more = phrases[at + 2] as Noun;
            out[out.length - 1] = {
              ...absorb(out.at(-1) as Noun, more),
              persons: more.persons.length > 0 ? more.persons : (out.at(-1) as Noun).persons,
              office: more.persons.length === 0,
            };
            at += 2;
          }
        continue;
      }
    }
    out.push(phrase);
  }
  return out;
}

/** "Emerging Technologies Jane Example": the end of an office, and its holder. */
function isHolder(noun: Noun, text: (from: number, to: number) => string): boolean {
  const [person] = noun.persons;
  if (person === undefined || noun.persons.length > 1 || person.start <= noun.start || noun.owners.length > 0)
    return false;
  const lead = text(noun.start, person.start).trim().split(/\s+/);
  return (
    noun.of.length === 0 &&
    lead.every(
      (word) =>
        /^\p{Lu}/u.test(word) &&
        !OFFICES.has(word.toLowerCase()) &&
        !/(?:an|ish|ese|ian|Dr\.?|Mrs?\.?|Ms\.?)$/u.test(word),
    )
  );
}

const FIELDS =
  /^(?:Foreign Affairs|Trade|Industry|Tourism|Investment|Security|Defen[cs]e|Development|Cooperation|Energy|Environment|International|Economic|Business|Climate|Culture|Education|Health|Finance|Commerce|Agriculture|Fisheries|Expatriates?|Emigrants|Water|Science|Technology|Innovation|Human Rights|Labor|Migration|Pacific|African|Asian|Eurasian|Near Eastern|European|Worship|Tourism|the Environment|the Pacific|Community|Worship|Employment|Consular|Democracy)\b/u;
const isField = (noun: Noun, text: (from: number, to: number) => string) =>
  noun.persons.length === 0 && noun.owners.length === 0 && FIELDS.test(text(noun.start, noun.end));

/** One phrase of two: the second only qualifies the first, or gives it its name. */
function absorb(noun: Noun, other: Noun): Noun {
  return {
    ...noun,
    end: Math.max(noun.end, other.end),
    next: Math.max(noun.next, other.next),
    persons: noun.persons.length > 0 ? noun.persons : other.persons,
    office: noun.office && other.persons.length === 0,
    of: [...noun.of, ...other.places, ...other.of],
  };
}

/** "the Prime Minister of Iceland, John Sample," and "John Sample, President of Kenya,": one phrase each. */
function appose(phrases: readonly Phrase[]): Phrase[] {
  const out: Phrase[] = [];
  for (let at = 0; at < phrases.length; at++) {
    const phrase = phrases[at]!;
    const noun = out.at(-1);
    if (
      isNoun(noun) &&
      phrase.kind === 'noun' &&
      noun.office &&
      phrase.persons.length > 0 &&
      noun.next === phrase.first
    ) {
      out[out.length - 1] = { ...absorb(noun, phrase), persons: phrase.persons, office: false };
      continue;
    }
    if (isNoun(noun) && isWord(phrase, 'comma') && isNoun(phrases[at + 1])) {
      const next = phrases[at + 1] as Noun;
      const after = phrases[at + 2];
      const alone = noun.owners.length === 0 || noun.persons.length === 0;
      // An office, then its holder; those only called an office by the text are it as well.
      const offices = noun.office || (noun.persons.length === 1 && noun.persons[0]!.office);
      if (offices && next.persons.length > 0 && alone && next.owners.length === 0) {
        const joined: Noun = { ...absorb(noun, next), persons: next.persons, office: false, parts: [] };
        out[out.length - 1] = joined;
        at++;
        if (isWord(after, 'comma') && closes(phrases, at + 1)) at++;
        continue;
      }
      if (
        noun.persons.length > 0 &&
        next.office &&
        next.persons.length === 0 &&
        (after === undefined || isWord(after, 'comma') || isWord(after, 'stop') || after.kind === 'prep')
      ) {
        out[out.length - 1] = absorb(noun, next);
        at++;
        if (isWord(phrases[at + 1], 'comma')) at++;
        continue;
      }
      // "her Dutch and Belgian counterparts, A and B": the names of the group.
      if (
        noun.group &&
        noun.persons.length === 0 &&
        next.persons.length > 0 &&
        /s$/.test(noun.head) &&
        next.owners.length === 0 &&
        !actsNext(phrases, at + 2)
      ) {
        out[out.length - 1] = { ...absorb(noun, next), persons: next.persons, group: true };
        at++;
        continue;
      }
    }
    out.push(phrase);
  }
  return out;
}

/** Whether a comma only closes what a comma opened: what follows is no further item of a list. */
function closes(phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at + 1];
  return next !== undefined && next.kind !== 'noun' && !isWord(next, 'and');
}

/** "A, B and C": one phrase, unless what stands last acts itself. */
function listUp(phrases: readonly Phrase[], scene: Scene): Phrase[] {
  const out: Phrase[] = [];
  let afterVerb = false;
  for (let at = 0; at < phrases.length; at++) {
    const phrase = phrases[at]!;
    if (phrase.kind === 'verb') afterVerb = true;
    if (isWord(phrase, 'sub') || isWord(phrase, 'stop')) afterVerb = false;
    if (!isNoun(phrase)) {
      out.push(phrase);
      continue;
    }
    const parts: Noun[] = [phrase];
    let next = at + 1;
    for (;;) {
      let then = next;
      // "Kenya on Monday and Uganda on Tuesday" is no list of nouns; the clause sees to it.
      if (isWord(phrases[then], 'comma')) then++;
      const joined = isWord(phrases[then], 'and', 'and', '&', 'as well as');
      if (joined) then++;
      if (then === next) break;
      if (joined && isWord(phrases[then], 'comma') && phrases[then + 1]?.kind === 'adverb') then++;
      while (phrases[then]?.kind === 'adverb' && isWord(phrases[then + 1], 'comma')) then += 2;
      if (joined && phrases[then]?.kind === 'adverb') then++;
      const item = phrases[then];
      if (!isNoun(item) || !isAlike(parts[0]!, item)) break;
      // "Ahead of the assembly, A will meet": who acts is no further item of what opens the sentence.
      if (isWord(phrases[at - 1], 'prep') && !joined && parts.length === 1 && actsNext(phrases, then + 1)) break;
      const acts = afterVerb && actsNext(phrases, then + 1);
      const closed = isWord(phrases[next], 'comma') && !isWord(phrases[then - 1], 'and');
      if (acts && (!closed || then - next === 1)) break;
      parts.push(item);
      next = then + 1;
    }
    out.push(parts.length === 1 ? phrase : together(parts));
    at = next - 1;
  }
  void scene;
  return out;
}

function actsNext(phrases: readonly Phrase[], at: number): boolean {
  let next = at;
  while (phrases[next]?.kind === 'adverb' || phrases[next]?.kind === 'time') next++;
  // "A and B of Kenya met"
  const verb = phrases[next];
  return verb?.kind === 'verb' && verb.form === 'finite';
}

/** Whether two phrases can stand in one list. */
function isAlike(a: Noun, b: Noun): boolean {
  const people = (noun: Noun) => noun.persons.length > 0 || noun.group || noun.office;
  if (people(a) || people(b)) return people(a) && people(b);
  if (a.places.length > 0 || b.places.length > 0) return a.places.length > 0 && b.places.length > 0;
  return a.classes.length === 0 && b.classes.length === 0;
}

function together(parts: readonly Noun[]): Noun {
  const last = parts.at(-1)!;
  return {
    kind: 'noun',
    start: parts[0]!.start,
    end: last.end,
    first: parts[0]!.first,
    next: last.next,
    persons: parts.flatMap((part) => part.persons),
    owners: parts[0]!.owners,
    places: parts.flatMap((part) => part.places),
    group: parts.some((part) => part.group),
    office: parts.some((part) => part.office),
    classes: last.classes,
    head: last.head,
    words: parts.flatMap((part) => [...part.words, part.head]).slice(0, -1),
    parts,
    of: parts.flatMap((part) => part.of),
  };
}
