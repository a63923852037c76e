import type { Lexeme } from '../lexer.ts';
import type { Page } from '../page.ts';
import { nationOf } from '../people/descriptions.ts';
import { isVerbLike } from '../people/grammar.ts';
import type { Naming } from '../people/mentions.ts';
import { AUXILIARIES, PREPOSITIONS, STARTERS } from '../words/function-words.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';
import { BODY_NOUNS, CROWD_NOUNS, DOCUMENT_NOUNS, ROLE_NOUNS, TITLES } from '../words/roles.ts';
import { isAdverb, type NamingIndex, personSource, type Source } from './source.ts';

export const LONGEST_PHRASE = 28;

/** Papers have their article in their name. */
const PRESS =
  /^The .*\b(?:Times|Post|Guardian|Journal|Star|Herald|Telegraph|Economist|Atlantic|Hill|Sun|Independent|Observer|Age|Australian|Nation|Intercept|Mirror|Globe|Tribune|Beast|Verge)$/;

const CLAUSE_OPENERS =
  /^(?:when|while|but|and|or|because|after|before|although|though|if|since|until|whether|whose|even|so|to|than|in|on|at|by|from|with|for|during)$/;

const PRONOUNS = /^(?:they|it|he|she|who|we|i|those|these|this|that|which|there|what|you)$/;

/** Reads the noun phrase that begins at `at`, as in "said Jane Example, the minister". */
export function sourceFrom(page: Page, index: NamingIndex, at: number, limit: number): Source | null {
  const { lexemes } = page;
  if (at < limit && CLAUSE_OPENERS.test(lexemes[at]!.lower)) return null;
  let i = at < limit && lexemes[at]!.lower === 'as' ? at + 1 : at;
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
      (AUXILIARIES.has(lexeme.lower) ||
        isTold(lexeme.lower) ||
        isTellingNow(lexemes[i - 1]!, lexeme) ||
        (/^want(?:s|ed)$/.test(lexeme.lower) && lexemes[i + 2]?.lower === 'know'))
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
  const apposed = lexemes[i]?.text === ',' ? apposedAfter(page, index, i + 1, limit) : undefined;
  const own = classify(page, at, i);
  if (apposed !== undefined && apposed.form === 'full') {
    // "the warden, Jane Example, said": what she is need not be known, if it is no body and no book.
    const closed = lexemes[apposed.to]?.text === ',' && (own === null || own.vague === true);
    if (closed || hasRole(page, at, i)) return personSource(apposed, at);
  }
  return own;
}

/** The name between a comma and its own titles: "his running mate, former Atlantis Gov. Jane Example". */
function apposedAfter(page: Page, index: NamingIndex, at: number, limit: number): Naming | undefined {
  for (let i = at; i < limit && i - at < 6; i++) {
    const naming = index.byStart.get(i);
    if (naming !== undefined) return naming;
    const lexeme = page.lexemes[i]!;
    if (
      lexeme.kind !== 'word' ||
      !(lexeme.capital || ROLE_NOUNS.has(lexeme.lower) || lexeme.lower === 'former')
    )
      return undefined;
  }
  return undefined;
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
  // "Jane, John and Jo": who stands between commas belongs to it only if an "and" comes.
  const waiting: number[] = [];
  for (let end = to; end + 1 < limit && persons.length + waiting.length < 6; ) {
    let next = end;
    if (lexemes[next]!.text === ',') next++;
    const and = lexemes[next]?.lower === 'and';
    if (and) next++;
    if (next === end) break;
    const naming = index.byStart.get(next);
    if (naming === undefined || /^(?:pronoun|title|description)$/.test(naming.form)) break;
    // "said Jane and John left": a verb behind the second name begins another clause.
    const behind = lexemes[naming.to];
    if (behind !== undefined && behind.kind === 'word' && isVerbLike(behind.lower)) break;
    if (behind?.kind === 'possessive') break;
    waiting.push(naming.person);
    end = naming.to;
    if (and) {
      persons.push(...waiting.splice(0));
      to = end;
    }
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

export const isTold = (lower: string) => {
  const verb = REPORTING_FORMS.get(lower);
  return (
    verb !== undefined &&
    verb.form !== 'ing' &&
    (lower.endsWith('ed') || /^(?:said|says|told|tells|wrote|writes)$/.test(lower))
  );
};

function hasRole(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      ROLE_NOUNS.has(page.lexemes[i]!.lower) ||
      CROWD_NOUNS.has(page.lexemes[i]!.lower) ||
      TITLES.has(page.lexemes[i]!.lower)
    )
      return true;
  return false;
}

const isCommonNoun = (lower: string) =>
  CROWD_NOUNS.has(lower) || DOCUMENT_NOUNS.has(lower) || BODY_NOUNS.has(lower) || ROLE_NOUNS.has(lower);
const opensSentence = (page: Page, at: number) => page.sentenceOf[at - 1] !== page.sentenceOf[at];

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
    if (lexeme.capital && lexemes[i + 1]?.kind === 'possessive' && i + 2 < to) {
      owner = i;
      capital = -1;
    } else if (lexeme.capital && i === from && isCommonNoun(lexeme.lower) && opensSentence(page, i)) head = i;
    else if (lexeme.capital && !(i === from && STARTERS.has(lexeme.lower))) capital = i;
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
  // "said Acme in its opening address"
  for (let i = Math.max(capital, from) + 1; capital > head && i + 1 < to; i++)
    if (/^(?:in|on|at|to|with|during|after|from|by|as)$/.test(lexemes[i]!.lower) && !lexemes[i + 1]!.capital)
      to = i;
  const label = text.slice(lexemes[from]!.start, lexemes[to - 1]!.end).replace(/\s+/g, ' ');
  const base = { persons: [], label, from, to, naming: null, nation: null };
  const word = head < 0 ? '' : lexemes[head]!.lower;
  if (/\d[- ]year[- ]old\b/.test(label)) return { ...base, kind: 'unnamed' };
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
  // "the pair said": somebody, though it is not known what they are.
  if (
    /^(?:the|a|an|one|another|some|many|several|both|two|three|four|his|her|its|their)$/.test(opening) &&
    to - from > 1
  )
    return { ...base, kind: 'unnamed', vague: true };
  return null;
}
