import type { Page } from '../page.ts';
import { DEMONYMS, PLACE_WORDS } from '../words/nations.ts';
import { ROLE_NOUNS, TITLES } from '../words/roles.ts';
import { isVerbLike, positionOf } from './grammar.ts';
import type { Naming } from './mentions.ts';
import type { Offices } from './offices.ts';
import { isRoleWord, roleKey, roleKeys } from './roles.ts';
import type { Memory } from './salience.ts';

const LONGEST = 9;
const QUALIFIES =
  /^(?:former|then|current|deputy|vice|prime|foreign|trade|industry|presidential|interior|finance|health|defence|defense|visiting|outgoing|incoming|new|acting|state|first|chief|executive|police|team|crown|two|three|four)$/;
const NATIONS: ReadonlySet<string> = new Set([...DEMONYMS.values(), 'us', 'britain', 'eu'].map(roleKey));
const TOP_OFFICES = ['general', 'president', 'director', 'ceo', 'chair', 'head', 'commissioner'];

/** Reads "the Secretary General", "US Secretary", "the head of NATO" at `at`, if it means somebody known to the text. */
export function describe(
  page: Page,
  at: number,
  taken: Uint8Array,
  offices: Offices,
  memory: Memory,
  step: number,
): Naming | null {
  const phrase = readDescription(page, at, taken);
  if (phrase === null) return describeNational(page, at, offices, memory);
  const wanted = roleKeys(
    page.lexemes
      .slice(phrase.core, phrase.to)
      .filter((l) => l.kind === 'word')
      .map((l) => l.lower),
  );
  if (wanted.size === 0) return null;
  const ranked: { person: number; score: number }[] = [];
  const former = page.lexemes.slice(at, phrase.to).some((l) => l.lower === 'former');
  for (const p of offices.holders(wanted, memory)) {
    let best = 0;
    for (const use of offices.uses[p]!) {
      const fits = agreement(wanted, use.words);
      best = Math.max(best, fits * (use.former === former ? 1 : 0.8));
    }
    const last = memory.lastStep(p);
    // Whoever is yet to be named is meant only by the whole of an office.
    if (best === 0 || (last < 0 && best < 0.65)) continue;
    ranked.push({ person: p, score: best * 4 + (last < 0 ? 0 : 2 - Math.min(2, (step - last) * 0.1)) });
  }
  ranked.sort((a, b) => b.score - a.score || a.person - b.person);
  if (ranked.length === 0 && phrase.core > at) {
    for (const politician of partisans(wanted, offices, memory, step, page.paragraphOf[at]!))
      ranked.push(politician);
  }
  const first = ranked[0];
  if (first === undefined) return null;
  return {
    from: at,
    to: phrase.to,
    core: phrase.core,
    person: first.person,
    form: phrase.title ? 'title' : 'description',
    position: positionOf(page, at, phrase.to),
    others: ranked.slice(1, 4).map((r) => r.person),
    margin: ranked.length > 1 ? first.score - ranked[1]!.score : Number.POSITIVE_INFINITY,
  };
}

/** "the Norwegian": the one named last of those who hold an office of that country. */
function describeNational(page: Page, at: number, offices: Offices, memory: Memory): Naming | null {
  const nation = nationOf(page, at);
  if (nation === null) return null;
  const holders = offices.holders(new Set([nation.country]), memory).filter((p) => memory.lastStep(p) >= 0);
  holders.sort((a, b) => memory.lastStep(b) - memory.lastStep(a) || a - b);
  if (holders.length === 0) return null;
  return {
    from: at,
    to: nation.to,
    core: at + 1,
    person: holders[0]!,
    form: 'description',
    position: positionOf(page, at, nation.to),
    others: holders.slice(1, 4),
    margin: holders.length > 1 ? 0.5 : Number.POSITIVE_INFINITY,
  };
}

const PARTY = /^(?:democrat|republican)$/;
const ELECTED = ['senator', 'representative', 'governor', 'speaker'];
/** How many sentences ago a politician may have been named whom "the Ohio Democrat" means. */
const PARTISAN_REACH = 4;

/** "the Ohio Democrat": the elected person named last of whom nothing else is known that speaks against it. */
function partisans(
  wanted: ReadonlySet<string>,
  offices: Offices,
  memory: Memory,
  step: number,
  paragraph: number,
): { person: number; score: number }[] {
  const party = [...wanted].find((word) => PARTY.test(word));
  if (party === undefined || wanted.size > 3) return [];
  // "the Democrat" alone: only somebody just named.
  const reach = wanted.size === 1 ? 1 : PARTISAN_REACH;
  const state = [...wanted].filter((word) => word !== party);
  return memory.rank(null, step, paragraph).filter(({ person }) => {
    if (step - memory.lastStep(person) > reach) return false;
    const words = new Set(offices.uses[person]!.flatMap((use) => [...use.words]));
    if (!ELECTED.some((word) => words.has(word))) return false;
    const other = [...words].some(
      (word) => (PARTY.test(word) && word !== party) || (PLACE_WORDS.has(word) && !state.includes(word)),
    );
    return !other;
  });
}

/** How well the words of a description agree with an office: 1 the same, 0 not at all. */
function agreement(wanted: ReadonlySet<string>, office: ReadonlySet<string>): number {
  let shared = 0;
  let missing = 0;
  let roleShared = false;
  for (const word of wanted) {
    if (office.has(word)) {
      shared++;
      if (isRoleWord(word)) roleShared = true;
    } else if (!NATIONS.has(word) || [...office].some((other) => NATIONS.has(other))) missing++;
  }
  // "the French president" can be a president of whom the text does not say of what country.
  const part = shared / office.size;
  // "her Norwegian counterpart" is whatever she is, for Norway.
  if (
    shared === 1 &&
    missing === 1 &&
    office.size === 2 &&
    (office.has('counterpart') || office.has('colleague'))
  )
    return [...wanted].some((word) => NATIONS.has(word) && office.has(word)) ? 0.6 : 0;
  if (missing === 0 && roleShared) return shared === wanted.size ? part : part * 0.7;
  // "the head of NATO" is the Secretary General where he is called NATO's.
  if (!wanted.has('head') || office.has('head') || !TOP_OFFICES.some((word) => office.has(word))) return 0;
  if (missing === 1 && shared > 0) return part * 0.8;
  // "the head of marketing" is no president.
  if (shared === 0 && wanted.size === 2 && ![...wanted].some((word) => word !== 'head' && isRoleWord(word)))
    return 0.1;
  return 0;
}

export interface Description {
  /** First lexeme behind the article. */
  core: number;
  to: number;
  /** A title in capitals rather than a description in lower case. */
  title: boolean;
}

/** The words of a description that begins at `at`: an article and a noun of office, or a bare title in capitals. */
export function readDescription(page: Page, at: number, taken: Uint8Array): Description | null {
  const { lexemes } = page;
  const article = lexemes[at]!.lower === 'the';
  const first = article ? at + 1 : at;
  const opening = lexemes[first];
  if (opening === undefined || opening.kind !== 'word') return null;
  if (
    !article &&
    !(
      opening.capital &&
      (TITLES.has(opening.lower) || DEMONYMS.has(opening.lower) || /^\p{Lu}{2,5}$/u.test(opening.text))
    )
  )
    return null;
  let i = first;
  let head = -1;
  let capitals = 0;
  const inside = (j: number) =>
    j < lexemes.length &&
    j - first < LONGEST &&
    page.sentenceOf[j] === page.sentenceOf[at] &&
    page.quoted[j] === page.quoted[at];
  while (inside(i)) {
    const lexeme = lexemes[i]!;
    if (taken[i]) return null;
    const lower = lexeme.lower;
    if (lexeme.kind === 'possessive') {
      if (head >= 0) break;
      i++;
      continue;
    }
    if (lexeme.kind !== 'word') break;
    if (isRoleWord(lower) && (lexeme.capital || ROLE_NOUNS.has(lower))) {
      head = i;
      if (lexeme.capital) capitals++;
    } else if (!(lexeme.capital || QUALIFIES.test(lower))) break;
    else if (lexeme.capital && head >= 0 && !TITLES.has(lower)) return null;
    i++;
  }
  if (head < 0) return null;
  let to = head + 1;
  // "of State", "of NATO", "for Foreign Affairs"
  if (inside(to) && /^(?:of|for|to)$/.test(lexemes[to]!.lower)) {
    let j = to + 1;
    if (inside(j) && lexemes[j]!.lower === 'the') j++;
    const start = j;
    while (inside(j) && lexemes[j]!.capital && !taken[j]) j++;
    if (j > start) to = j;
  }
  if (taken[to]) return null;
  if (!article) {
    // A bare title stands alone only where a sentence could end or a verb follows: else it is part of something longer.
    const next = lexemes[to];
    const closes =
      next === undefined ||
      /^[,.;:!?—–-]$/.test(next.text) ||
      next.kind === 'mark' ||
      next.lower === 'and' ||
      isVerbLike(next.lower) ||
      next.lower === 'at';
    if (!closes || capitals === 0) return null;
  }
  return { core: first, to, title: capitals > 0 };
}

/** The country whose people a description names ("the Norwegian"), or null. */
export function nationOf(page: Page, at: number): { to: number; country: string } | null {
  const word = page.lexemes[at + 1];
  if (page.lexemes[at]?.lower !== 'the' || word === undefined || !word.capital) return null;
  const country = DEMONYMS.get(word.lower);
  const next = page.lexemes[at + 2];
  if (country === undefined) return null;
  if (next !== undefined && next.kind === 'word' && !isVerbLike(next.lower)) return null;
  return { to: at + 2, country: roleKey(country) };
}
