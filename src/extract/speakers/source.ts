import type { SpeakerKind } from '../../model/extraction.ts';
import type { Lexeme } from '../lexer.ts';
import type { Page } from '../page.ts';
import { nationOf } from '../people/descriptions.ts';
import { isVerbLike } from '../people/grammar.ts';
import type { Naming } from '../people/mentions.ts';
import { AUXILIARIES, CONJUNCTIONS, PREPOSITIONS } from '../words/function-words.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';
import { BODY_NOUNS, CROWD_NOUNS, DOCUMENT_NOUNS, POSTNOMINALS, ROLE_NOUNS, TITLES } from '../words/roles.ts';

/** Whoever or whatever a clause says the words come from. */
export interface Source {
  kind: SpeakerKind;
  /** Indices of people; several for a joint statement, none for anything else than people. */
  persons: number[];
  /** What the text calls a source that is no person of it. */
  label: string | null;
  /** Lexemes `[from, to)` of the mention. */
  from: number;
  to: number;
  /** The naming behind a person, for its form and its margin. */
  naming: Naming | null;
  /** "the Norwegian": a people's name that stands for somebody not yet known. */
  nation: string | null;
  /** A pronoun that stands for nobody in particular yet: "they", "it". */
  pronoun?: string;
}

/** The namings of a page by the lexemes they begin and end at. */
export interface NamingIndex {
  all: readonly Naming[];
  byStart: ReadonlyMap<number, Naming>;
  byEnd: ReadonlyMap<number, Naming>;
}

export function indexNamings(namings: readonly Naming[]): NamingIndex {
  return {
    all: namings,
    byStart: new Map(namings.flatMap((n) => [[n.from, n] as const, [n.core, n] as const])),
    byEnd: new Map(namings.map((n) => [n.to, n])),
  };
}

const ADVERBS = new Set(
  'also then later further again still now once recently never often always first only just even both simply not previously already earlier today yesterday once further soon separately meanwhile twice alone himself herself'.split(
    ' ',
  ),
);
export const isAdverb = (lower: string) => ADVERBS.has(lower) || (lower.length > 4 && lower.endsWith('ly'));
const LONGEST_PHRASE = 28;
/** Papers have their article in their name. */
const PRESS =
  /^The .*\b(?:Times|Post|Guardian|Journal|Star|Herald|Telegraph|Economist|Atlantic|Hill|Sun|Independent|Observer|Age|Australian|Nation|Intercept|Mirror|Globe|Tribune|Beast|Verge)$/;
const CLAUSE_OPENERS =
  /^(?:when|while|but|and|or|because|after|before|although|though|if|since|until|whether|whose|even|so|to|than|in|on|at|by|from|with|for|during)$/;
const PRONOUNS = /^(?:they|it|he|she|who|we|i|those|these|this|that|which|there|what|you)$/;

export const personSource = (naming: Naming, from = naming.from, to = naming.to): Source => ({
  kind: 'person',
  persons: [naming.person],
  label: null,
  from,
  to,
  naming,
  nation: null,
});

/** Reads the noun phrase that begins at `at`, as in "said Jane Example, the minister". */
export function sourceFrom(page: Page, index: NamingIndex, at: number, limit: number): Source | null {
  const { lexemes } = page;
  if (at < limit && CLAUSE_OPENERS.test(lexemes[at]!.lower)) return null;
  let i = at;
  let plain = true;
  while (i < limit && i - at < LONGEST_PHRASE) {
    const lexeme = lexemes[i]!;
    const naming = index.byStart.get(i);
    if (naming !== undefined && !(naming.form === 'pronoun' && naming.position === 'owner')) {
      if (lexemes[naming.to]?.kind === 'possessive' && naming.to + 1 < limit) {
        i = naming.to + 1;
        continue;
      }
      const behind = modifies(page, index, naming, limit);
      if (behind > 0) {
        i = behind;
        continue;
      }
      if (plain) return joined(page, index, personSource(naming, at), limit);
      i = naming.to;
      continue;
    }
    if (
      lexeme.kind === 'possessive' ||
      lexeme.text === '-' ||
      lexeme.text === '–' ||
      lexeme.text === '&' ||
      lexeme.text === '$'
    ) {
      i++;
      continue;
    }
    if (lexeme.kind !== 'word' && lexeme.kind !== 'number') break;
    if (
      i > at &&
      !lexeme.capital &&
      (AUXILIARIES.has(lexeme.lower) || isTold(lexeme.lower) || isTellingNow(lexemes[i - 1]!, lexeme))
    )
      break;
    // "a spokesman for Jane Example" is not Jane Example; "President of Atlantis Jane Example" is.
    const next = index.byStart.get(i + 1);
    if (PREPOSITIONS.has(lexeme.lower) && next !== undefined) plain = false;
    if (lexeme.lower === 'who' || lexeme.lower === 'which' || lexeme.lower === 'that') break;
    i++;
  }
  if (i === at) return null;
  // "the chairman of the panel, Jane Example"
  const apposed = lexemes[i]?.text === ',' ? index.byStart.get(i + 1) : undefined;
  if (apposed !== undefined && apposed.form === 'full' && hasRole(page, at, i))
    return personSource(apposed, at);
  return classify(page, at, i);
}

/**
 * "Example campaign spokesman John Example": a surname can stand before somebody else's title. Gives the lexeme to go
 * on at, or 0 where the name stands for itself.
 */
function modifies(page: Page, index: NamingIndex, naming: Naming, limit: number): number {
  if (naming.form === 'pronoun' || naming.form === 'full') return 0;
  for (let i = naming.to; i < limit && i - naming.to < 4; i++) {
    const lexeme = page.lexemes[i]!;
    if (lexeme.kind !== 'word' || lexeme.capital || isVerbLike(lexeme.lower)) return 0;
    if (ROLE_NOUNS.has(lexeme.lower) || BODY_NOUNS.has(lexeme.lower) || CROWD_NOUNS.has(lexeme.lower)) {
      const next = page.lexemes[i + 1];
      if (
        ROLE_NOUNS.has(lexeme.lower) ||
        (next !== undefined && (index.byStart.has(i + 1) || ROLE_NOUNS.has(next.lower)))
      )
        return naming.to;
    }
  }
  return 0;
}

/** "Jane Example and John Example": both say it. */
function joined(page: Page, index: NamingIndex, source: Source, limit: number): Source {
  const { lexemes } = page;
  let to = source.to;
  const persons = [...source.persons];
  while (to + 1 < limit && persons.length < 6) {
    let next = to;
    if (lexemes[next]!.text === ',') next++;
    if (lexemes[next]?.lower === 'and') next++;
    if (next === to) break;
    const naming = index.byStart.get(next);
    const and = lexemes[next - 1]!.lower === 'and';
    if (naming === undefined || naming.form === 'pronoun' || !and) break;
    // "said Jane and John left": a verb behind the second name begins another clause.
    const behind = lexemes[naming.to];
    if (behind !== undefined && behind.kind === 'word' && isVerbLike(behind.lower)) break;
    if (behind?.kind === 'possessive') break;
    persons.push(naming.person);
    to = naming.to;
  }
  return persons.length === source.persons.length
    ? source
    : { ...source, persons: [...new Set(persons)], to };
}

/** "the letter reads": a verb in the present behind a noun that can speak. */
function isTellingNow(noun: Lexeme, lexeme: Lexeme): boolean {
  const verb = REPORTING_FORMS.get(lexeme.lower);
  if (verb === undefined || verb.form !== 'present' || lexeme.lower === verb.lemma) return false;
  return (
    noun.capital || DOCUMENT_NOUNS.has(noun.lower) || BODY_NOUNS.has(noun.lower) || ROLE_NOUNS.has(noun.lower)
  );
}

const isTold = (lower: string) => {
  const verb = REPORTING_FORMS.get(lower);
  return (
    verb !== undefined &&
    verb.form !== 'ing' &&
    (lower.endsWith('ed') || /^(?:said|says|told|tells|wrote|writes)$/.test(lower))
  );
};

function hasRole(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (ROLE_NOUNS.has(page.lexemes[i]!.lower) || TITLES.has(page.lexemes[i]!.lower)) return true;
  return false;
}

/** Says what kind of source a noun phrase without a person's name is; null if it cannot be one. */
export function classify(page: Page, from: number, to: number): Source | null {
  const { lexemes, text } = page;
  while (to > from && (isAdverb(lexemes[to - 1]!.lower) || lexemes[to - 1]!.kind === 'punct')) to--;
  if (to <= from) return null;
  const nation = nationOf(page, from);
  if (nation !== null && nation.to >= to)
    return { kind: 'person', persons: [], label: null, from, to, naming: null, nation: nation.country };
  let head = -1;
  let capital = -1;
  let owner = -1;
  for (let i = from; i < to; i++) {
    const lexeme = lexemes[i]!;
    if (i > from && PREPOSITIONS.has(lexeme.lower) && !lexeme.capital) break;
    if (lexeme.kind !== 'word') continue;
    // "Acme’s report": who owns it does not name it, but may stand for it.
    if (lexeme.capital && lexemes[i + 1]?.kind === 'possessive' && i + 2 < to) owner = i;
    else if (lexeme.capital && !(i === from && /^(?:the|a|an)$/.test(lexeme.lower))) capital = i;
    else if (
      CROWD_NOUNS.has(lexeme.lower) ||
      DOCUMENT_NOUNS.has(lexeme.lower) ||
      BODY_NOUNS.has(lexeme.lower) ||
      ROLE_NOUNS.has(lexeme.lower)
    )
      head = i;
  }
  const opening = lexemes[from]!.lower;
  if (PRONOUNS.test(opening))
    return {
      kind: 'unnamed',
      persons: [],
      label: null,
      from,
      to: from + 1,
      naming: null,
      nation: null,
      pronoun: opening,
    };
  const label = text.slice(lexemes[from]!.start, lexemes[to - 1]!.end).replace(/\s+/g, ' ');
  const base = { persons: [], label, from, to, naming: null, nation: null };
  const word = head < 0 ? '' : lexemes[head]!.lower;
  if (head > capital) {
    if (ROLE_NOUNS.has(word) || CROWD_NOUNS.has(word)) return { ...base, kind: 'unnamed' };
    if (DOCUMENT_NOUNS.has(word) && owner >= 0) {
      const name = text.slice(lexemes[from]!.start, lexemes[owner]!.end).replace(/\s+/g, ' ');
      return { ...base, kind: 'organisation', label: name.replace(/^(?:the|a|an) /i, '') };
    }
    if (DOCUMENT_NOUNS.has(word)) return { ...base, kind: 'document' };
    return { ...base, kind: 'organisation' };
  }
  if (capital >= 0) {
    if (TITLES.has(lexemes[capital]!.lower) || ROLE_NOUNS.has(lexemes[capital]!.lower))
      return { ...base, kind: 'unnamed' };
    return {
      ...base,
      kind: 'organisation',
      label: PRESS.test(label) ? label : label.replace(/^(?:the|a|an) /i, ''),
    };
  }
  return null;
}

/** The subject of the verb at `verb`, looked for to the left as far as `floor`. */
export function subjectOf(page: Page, index: NamingIndex, verb: number, floor: number): Source | null {
  const { lexemes } = page;
  let i = verb - 1;
  const skip = () => {
    while (i >= floor && (isAdverb(lexemes[i]!.lower) || AUXILIARIES.has(lexemes[i]!.lower))) i--;
  };
  skip();
  if (i >= floor && lexemes[i]!.text === ')') {
    while (i >= floor && lexemes[i]!.text !== '(') i--;
    i--;
  }
  if (i < floor) return null;
  while (
    i >= floor &&
    POSTNOMINALS.has(lexemes[i]!.lower) &&
    lexemes[i]!.capital &&
    lexemes[i]!.text.length > 1 &&
    !index.byEnd.has(i + 1)
  )
    i--;
  if (i < floor) return null;
  if (REPORTING_FORMS.get(lexemes[verb]!.lower)?.form === 'ing') {
    const direct = index.byEnd.get(verb);
    return direct !== undefined && direct.position !== 'owner' && direct.from >= floor
      ? personSource(direct)
      : governing(page, index, i + 1, floor);
  }
  const lexeme = lexemes[i]!;
  if (lexeme.lower === 'who') {
    const before = lexemes[i - 1]?.text === ',' ? i - 1 : i;
    const naming = index.byEnd.get(before);
    return naming === undefined ? governing(page, index, before, floor) : personSource(naming);
  }
  if (
    lexeme.text === ',' ||
    lexeme.text === '—' ||
    lexeme.text === '–' ||
    (lexeme.text === '-' && lexemes[i - 1]?.text === '-')
  )
    return beforeApposition(page, index, i, floor);
  if (lexeme.lower === 'and' || lexeme.lower === 'but' || lexeme.lower === 'to' || lexeme.lower === 'or')
    return governing(page, index, i, floor);
  const naming = index.byEnd.get(i + 1);
  if (naming !== undefined) {
    const owner = headBefore(page, naming.from, floor);
    if (owner !== null) return classify(page, owner, naming.to);
    return joinedBefore(page, index, naming, floor);
  }
  return nounPhrase(page, index, i, floor);
}

/** "a spokesman for Jane Example said": where the phrase begins whose head is not the name, or null. */
function headBefore(page: Page, nameFrom: number, floor: number): number | null {
  const { lexemes } = page;
  const preposition = lexemes[nameFrom - 1];
  if (
    nameFrom - 1 < floor ||
    preposition === undefined ||
    !/^(?:for|of|to|from|with|in)$/.test(preposition.lower)
  )
    return null;
  let head = -1;
  for (let i = nameFrom - 2; i >= floor && nameFrom - i < 9; i--) {
    const lexeme = lexemes[i]!;
    if (lexeme.kind !== 'word' && lexeme.kind !== 'possessive' && lexeme.text !== '-') break;
    if (
      ROLE_NOUNS.has(lexeme.lower) ||
      CROWD_NOUNS.has(lexeme.lower) ||
      BODY_NOUNS.has(lexeme.lower) ||
      DOCUMENT_NOUNS.has(lexeme.lower)
    )
      head = i;
    else if (
      head >= 0 &&
      !/^(?:a|an|the)$/.test(lexeme.lower) &&
      (PREPOSITIONS.has(lexeme.lower) || CONJUNCTIONS.has(lexeme.lower) || isVerbLike(lexeme.lower))
    )
      break;
    else if (head < 0 && isVerbLike(lexeme.lower)) break;
    if (head >= 0) head = i;
  }
  return head < 0 ? null : head;
}

function joinedBefore(page: Page, index: NamingIndex, naming: Naming, floor: number): Source {
  const source = personSource(naming);
  let from = naming.from;
  const persons = [naming.person];
  while (from - 1 > floor && persons.length < 6) {
    const link = page.lexemes[from - 1]!;
    if (link.lower !== 'and') break;
    const other = index.byEnd.get(from - 1);
    if (other === undefined || other.form === 'pronoun' || other.from < floor) break;
    const before = page.lexemes[other.from - 1];
    // "met Jane Example and John Example said": the first name is somebody's object.
    if (
      before !== undefined &&
      other.from > floor &&
      (isVerbLike(before.lower) || PREPOSITIONS.has(before.lower))
    )
      break;
    persons.unshift(other.person);
    from = other.from;
  }
  return persons.length === 1 ? source : { ...source, persons: [...new Set(persons)], from };
}

/** Looks left past what stands between commas: "Jane Example, head of the office, said". */
function beforeApposition(page: Page, index: NamingIndex, comma: number, floor: number): Source | null {
  const { lexemes } = page;
  let end = comma;
  for (let steps = 0; steps < 6 && end > floor; steps++) {
    let start = end - 1;
    while (
      start > floor &&
      lexemes[start - 1]!.text !== ',' &&
      lexemes[start - 1]!.text !== '—' &&
      lexemes[start - 1]!.text !== '–'
    )
      start--;
    const naming =
      index.byEnd.get(end) ?? index.byEnd.get(end - (lexemes[end - 1]?.kind === 'number' ? 1 : 0));
    if (
      naming !== undefined &&
      naming.from >= floor &&
      naming.position !== 'owner' &&
      !startsRelative(lexemes[start]!.lower)
    ) {
      if (
        headBefore(page, naming.from, Math.max(floor, start)) === null &&
        (naming.from === start || leads(page, start, naming.from))
      )
        return joinedBefore(page, index, naming, floor);
    }
    // A segment that begins with a name and goes on: "Jane Example of Acme, ...".
    const opening = index.byStart.get(start);
    if (
      opening !== undefined &&
      opening.form !== 'pronoun' &&
      opening.to < end &&
      PREPOSITIONS.has(lexemes[opening.to]!.lower)
    )
      return personSource(opening);
    if (start <= floor) break;
    end = start - 1;
  }
  return nearest(index, comma, floor);
}

const startsRelative = (lower: string) =>
  /^(?:who|whose|which|where|speaking|including|referring|citing|along|with|after|before|like|unlike)$/.test(
    lower,
  );

/** Do only titles, adjectives and links stand between the start of a segment and a name? */
function leads(page: Page, start: number, from: number): boolean {
  for (let i = start; i < from; i++) {
    const lexeme = page.lexemes[i]!;
    if (lexeme.kind !== 'word' && lexeme.kind !== 'possessive') return false;
    if (isVerbLike(lexeme.lower) && !lexeme.capital) return false;
  }
  return true;
}

/** The subject of an earlier verb of the same sentence, for "… and said", "…, adding". */
function governing(page: Page, index: NamingIndex, before: number, floor: number): Source | null {
  const { lexemes } = page;
  for (let i = before - 1; i > floor; i--) {
    const lexeme = lexemes[i]!;
    if (lexeme.kind !== 'word' || lexeme.capital || !isVerbLike(lexeme.lower)) continue;
    const previous = lexemes[i - 1]!;
    if (previous.lower === 'to' || AUXILIARIES.has(previous.lower) || isAdverb(previous.lower)) continue;
    const naming = index.byEnd.get(i);
    if (naming !== undefined && naming.position !== 'owner') return subjectOf(page, index, i, floor);
    const report = REPORTING_FORMS.get(lexeme.lower);
    const finite = report !== undefined && report.form !== 'ing' && !page.quoted[i];
    if (finite && previous.lower !== 'and' && previous.text !== ',') {
      const found = subjectOf(page, index, i, floor);
      if (found !== null && found.pronoun === undefined) return found;
    }
  }
  return nearest(index, before, floor);
}

/** The best naming between `floor` and `before` where the grammar tells nothing: the first that acts, else the first. */
export function nearest(index: NamingIndex, before: number, floor: number): Source | null {
  let first: Naming | null = null;
  for (let n = lowerBound(index.all, floor); n < index.all.length; n++) {
    const naming = index.all[n]!;
    if (naming.from >= before) break;
    if (naming.position === 'owner') continue;
    if (naming.position === 'subject') return personSource(naming);
    first ??= naming;
  }
  return first === null ? null : personSource(first);
}

function lowerBound(namings: readonly Naming[], at: number): number {
  let low = 0;
  let high = namings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (namings[middle]!.from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The noun phrase that ends at `last`: "a narrator in the ad", "Jane Example of Acme". */
function nounPhrase(page: Page, index: NamingIndex, last: number, floor: number): Source | null {
  const { lexemes } = page;
  let start = last;
  while (start > floor && last - start < LONGEST_PHRASE) {
    const before = lexemes[start - 1]!;
    if (before.kind === 'punct' && !/^[-–&$@/]$/.test(before.text)) break;
    if (before.kind === 'mark') break;
    if (
      before.kind === 'word' &&
      !before.capital &&
      (/^(?:that|when|while|because|although|though|if|as|but|where)$/.test(before.lower) ||
        AUXILIARIES.has(before.lower))
    )
      break;
    if (before.kind === 'word' && !before.capital && isTold(before.lower)) break;
    start--;
  }
  for (let i = start; i <= last; i++) {
    const naming = index.byStart.get(i);
    if (naming === undefined || naming.to > last + 1) continue;
    if (naming.form === 'pronoun' && naming.position === 'owner') break;
    if (lexemes[naming.to]?.kind === 'possessive') {
      i = naming.to;
      continue;
    }
    if (i > start && PREPOSITIONS.has(lexemes[i - 1]!.lower)) break;
    return personSource(naming);
  }
  // "in a statement her office said": what the clause opens with is not its subject.
  if (PREPOSITIONS.has(lexemes[start]!.lower)) {
    for (let i = last; i > start + 1; i--) {
      if (/^(?:the|a|an|his|her|its|their)$/.test(lexemes[i]!.lower)) return classify(page, i, last + 1);
    }
  }
  return classify(page, start, last + 1);
}
