import type { Page } from '../page.ts';
import { AUXILIARIES, PREPOSITIONS } from '../words/function-words.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';
import type { Candidate } from './candidates.ts';
import { describe } from './descriptions.ts';
import { isVerbLike, positionOf } from './grammar.ts';
import { KnownNames } from './known-names.ts';
import { resolveName } from './named.ts';
import { Offices } from './offices.ts';
import type { Person } from './persons.ts';
import { isRoleWord, type RoleUse, rolesAround } from './roles.ts';
import { Memory, type Position } from './salience.ts';

export type Form = 'full' | 'surname' | 'given' | 'title' | 'pronoun' | 'description';

/** Lexemes `[from, to)` that stand for a person. */
export interface Naming {
  from: number;
  to: number;
  /** First lexeme of the name itself, behind titles. */
  core: number;
  person: number;
  form: Form;
  position: Position;
  /** How far ahead of the next possible person this one was; Infinity where there was no other. */
  margin: number;
  /** The next possible people, best first. */
  others: readonly number[];
}

/** Words that make the clause of whoever follows depend on another. */
const SUBORDINATORS = new Set(
  'if that when while because after before although though since unless until whether as whom which who what where'.split(
    ' ',
  ),
);

const PRONOUNS: ReadonlyMap<string, { gender: 'f' | 'm'; position: Position }> = new Map([
  ['he', { gender: 'm', position: 'subject' }],
  ['she', { gender: 'f', position: 'subject' }],
  ['him', { gender: 'm', position: 'object' }],
  ['his', { gender: 'm', position: 'owner' }],
  ['her', { gender: 'f', position: 'owner' }],
  ['hers', { gender: 'f', position: 'owner' }],
  ['himself', { gender: 'm', position: 'object' }],
  ['herself', { gender: 'f', position: 'object' }],
]);

/** "Her Majesty" */
const STYLE = /^(?:majesty|highness|holiness|eminence|excellency|grace|honou?r)$/;

export interface People {
  persons: Person[];
  roles: RoleUse[][];
  namings: Naming[];
}

/**
 * Says who is meant where; a second time where the pronouns of the first have told whether somebody is a man or a woman.
 */
export function resolveNamings(page: Page, persons: Person[], candidates: readonly Candidate[]): People {
  const known = gatherOffices(page, persons, candidates);
  let namings = namingsOf(page, known, candidates);
  if (learnGenders(persons, namings, page)) namings = namingsOf(page, known, candidates);
  return { persons, roles: known.roles, namings };
}

interface Known {
  persons: Person[];
  roles: RoleUse[][];
  names: KnownNames;
  offices: Offices;
  /** Per lexeme: 1 if it is part of somebody's name. */
  taken: Uint8Array;
}

function gatherOffices(page: Page, persons: Person[], candidates: readonly Candidate[]): Known {
  const roles: RoleUse[][] = persons.map(() => []);
  const names = new KnownNames(persons, page.vocabulary);
  const taken = new Uint8Array(page.lexemes.length);
  for (const c of candidates) if (names.find(c.name).length > 0) taken.fill(1, c.from, c.to);
  // Offices first, over the whole text: a title can be used before the name it belongs to is printed beside it.
  for (const candidate of candidates) {
    const found = names.find(candidate.name);
    if (found.length !== 1) continue;
    const person = persons[found[0]!]!;
    for (const use of rolesAround(page, candidate.from, candidate.to, taken)) {
      addRole(roles[found[0]!]!, use);
      const told = genderOfRole(use.phrase);
      // Of a single name nothing else is known than which pronoun came next.
      person.gender = person.given === null ? (told ?? person.gender) : (person.gender ?? told);
    }
  }
  return { persons, roles, names, offices: new Offices(roles), taken };
}

/** Goes through the text once, in order. */
function namingsOf(page: Page, known: Known, candidates: readonly Candidate[]): Naming[] {
  const { persons, roles, names, offices, taken } = known;
  const memory = new Memory(persons);
  const scene = { page, persons, roles, names, memory };
  const namings: Naming[] = [];
  let c = 0;
  let step = 0;
  let lastSentence = -1;
  for (let i = 0; i < page.lexemes.length; ) {
    const p = page.paragraphOf[i]!;
    const kind = p < 0 ? 'boilerplate' : page.paragraphs[p]!.kind;
    while (c < candidates.length && candidates[c]!.from < i) c++;
    if (page.quoted[i] || kind === 'boilerplate' || kind === 'metadata') {
      i++;
      continue;
    }
    if (page.sentenceOf[i] !== lastSentence) {
      lastSentence = page.sentenceOf[i]!;
      step++;
    }
    const candidate = candidates[c];
    const naming =
      candidate !== undefined && candidate.titled <= i && candidate.from >= i
        ? resolveName(scene, candidate, i, step)
        : (resolvePronoun(page, i, memory, step, p) ?? describe(page, i, taken, offices, memory, step));
    if (naming === null) {
      i = candidate !== undefined && candidate.from === i ? candidate.to : i + 1;
      continue;
    }
    namings.push(naming);
    const side = kind === 'caption' || kind === 'heading' || kind === 'title';
    memory.note({
      person: naming.person,
      step: side ? step - 2 : step,
      asks: naming.position === 'subject' && asksAt(page, naming.to),
      sure: naming.form === 'surname' || naming.form === 'given' ? naming.margin : Number.POSITIVE_INFINITY,
      again: naming.form === 'pronoun',
      pronoun:
        naming.form === 'pronoun' && naming.position === 'subject'
          ? PRONOUNS.get(page.lexemes[naming.from]!.lower)!.gender
          : null,
      paragraph: p,
      position: naming.position,
      spoke: naming.position === 'subject' && nearReport(page, naming),
      dependent:
        SUBORDINATORS.has(page.lexemes[naming.from - 1]?.lower ?? '') ||
        page.lexemes[naming.from - 2]?.lower === 'whose' ||
        isReported(page, naming) ||
        isRelative(page, naming),
    });
    i = Math.max(naming.to, i + 1);
  }
  return namings;
}

/** "asked Jane Example whether", not "asked them to". */
function asksAt(page: Page, at: number): boolean {
  if (page.lexemes[at]?.lower !== 'asked') return false;
  for (let i = at + 1; i < at + 8; i++)
    if (/^(?:whether|if|how|why|what|when|where|who|about)$/.test(page.lexemes[i]?.lower ?? '')) return true;
  return false;
}

/** "John Example said she had fought": who acts in what is said. */
function isReported(page: Page, naming: Naming): boolean {
  if (naming.form === 'pronoun') return false;
  const verb = REPORTING_FORMS.get(page.lexemes[naming.from - 1]?.lower ?? '');
  const before = page.lexemes[naming.from - 2];
  if (verb?.strength !== 'strong' || verb.form === 'ing' || page.quoted[naming.from - 2]) return false;
  if (before?.kind === 'word') return true;
  // "Jane Example, who led them, said John Sample was open to it."
  const next = page.lexemes[naming.to];
  return before?.text === ',' && next !== undefined && AUXILIARIES.has(next.lower);
}

const TIMES =
  /^(?:day|week|month|year|time|morning|afternoon|evening|night|hour|moment|minute|weekend|today|yesterday)s?$/;

/** "…, a scenario Jane Example has vowed to prevent": acts only in a clause that hangs on a noun. */
function isRelative(page: Page, naming: Naming): boolean {
  if (naming.form === 'pronoun' || naming.position !== 'subject') return false;
  const noun = page.lexemes[naming.from - 1];
  if (noun === undefined || noun.kind !== 'word' || noun.capital || TIMES.test(noun.lower)) return false;
  if (isVerbLike(noun.lower) || isRoleWord(noun.lower) || noun.lower.endsWith('ly')) return false;
  for (let i = naming.from - 2; i >= naming.from - 4; i--) {
    const word = page.lexemes[i];
    if (word === undefined || page.quoted[i] || page.sentenceOf[i] !== page.sentenceOf[naming.from])
      return false;
    if (word.lower === 'a' || word.lower === 'an' || word.lower === 'the')
      return page.lexemes[i - 1]?.text === ',' && page.sentenceOf[i - 1] === page.sentenceOf[naming.from];
    if (word.kind !== 'word' || PREPOSITIONS.has(word.lower)) return false;
  }
  return false;
}

/** "his wife", "a spokeswoman", but not "a lawyer for his wife". */
function genderOfRole(phrase: string): 'f' | 'm' | null {
  const head = phrase.toLowerCase().split(/\s(?:of|for|to|at|in|with)\s/, 1)[0]!;
  if (WOMAN.test(head)) return 'f';
  return MAN.test(head) ? 'm' : null;
}
const WOMAN =
  /(?:\b|-|spokes|chair|congress|business|police|council|alder|assembly|french|english|irish|dutch)(?:woman|wife|mother|sister|daughter|aunt|niece|widow|actress|girlfriend)$/;
/** A chairman or a spokesman may be a woman. */
const MAN =
  /(?:\b|-|business|police|french|english|irish|dutch)(?:man|husband|father|brother|son|uncle|nephew|widower|boyfriend)$/;

/** More offices of one person than this are a list that only looks like one. */
const MOST_ROLES = 24;

function addRole(list: RoleUse[], use: RoleUse): void {
  if (list.length >= MOST_ROLES) return;
  const key = [...use.words].sort().join(' ');
  if (!list.some((known) => [...known.words].sort().join(' ') === key)) list.push(use);
}

function resolvePronoun(
  page: Page,
  at: number,
  memory: Memory,
  step: number,
  paragraph: number,
): Naming | null {
  const lexeme = page.lexemes[at]!;
  const pronoun = PRONOUNS.get(lexeme.lower);
  if (pronoun === undefined) return null;
  const ranked = memory.rank(pronoun.gender, step, paragraph, lexeme.lower === 'him');
  if (ranked.length === 0) return null;
  const next = page.lexemes[at + 1];
  const styled = next?.capital === true && STYLE.test(next.lower);
  const to = styled ? at + 2 : at + 1;
  if (styled && page.lexemes[to]?.capital) return null;
  return {
    from: at,
    to,
    core: at,
    person: ranked[0]!.person,
    form: 'pronoun',
    position: styled ? positionOf(page, at, to) : pronoun.position,
    others: ranked.slice(1, 4).map((r) => r.person),
    margin: Math.min(
      ranked[0]!.sure,
      ranked.length > 1 ? ranked[0]!.score - ranked[1]!.score : Number.POSITIVE_INFINITY,
    ),
  };
}

/** Is the naming the subject of a reporting verb? */
function nearReport(page: Page, naming: Naming): boolean {
  for (const i of [naming.from - 1, naming.to, naming.to + 1]) {
    const verb = REPORTING_FORMS.get(page.lexemes[i]?.lower ?? '');
    if (verb !== undefined && (verb.strength === 'strong' || verb.naming)) return true;
  }
  return false;
}

/** Where neither the given name nor a title tells, the pronouns clearly used for somebody do; says if any did. */
function learnGenders(persons: Person[], namings: readonly Naming[], page: Page): boolean {
  const votes = persons.map(() => ({ f: 0, m: 0 }));
  namings.forEach((naming, n) => {
    const gender =
      naming.form === 'pronoun' ? PRONOUNS.get(page.lexemes[naming.from]!.lower)?.gender : undefined;
    const before = namings[n - 1];
    // "Jane Example met her sister": nobody else stands between the name and the pronoun, in one sentence.
    const close =
      before?.person === naming.person &&
      before.form !== 'pronoun' &&
      before.margin > 1.5 &&
      page.sentenceOf[before.from] === page.sentenceOf[naming.from];
    if (gender !== undefined && close) votes[naming.person]![gender]++;
  });
  let learned = false;
  persons.forEach((person, p) => {
    const { f, m } = votes[p]!;
    if (person.gender !== null || Math.max(f, m) < 1 + 2 * Math.min(f, m)) return;
    person.gender = f > m ? 'f' : 'm';
    learned = true;
  });
  return learned;
}
