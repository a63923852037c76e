import type { Page } from '../page.ts';
import { isVerbLike } from '../people/grammar.ts';
import { AUXILIARIES, CONJUNCTIONS, PREPOSITIONS } from '../words/function-words.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';
import { BODY_NOUNS, CROWD_NOUNS, DOCUMENT_NOUNS, POSTNOMINALS, ROLE_NOUNS } from '../words/roles.ts';
import { besides, joinedBefore } from './company.ts';
import { classify, isTold, LONGEST_PHRASE } from './phrase.ts';
import { isAdverb, isNamed, type NamingIndex, nearest, personSource, type Source } from './source.ts';
import { reportingVerbAt } from './verbs.ts';

/** The subject of the verb at `verb`, looked for to the left as far as `floor`. */
export function subjectOf(page: Page, index: NamingIndex, verb: number, floor: number): Source | null {
  const { lexemes } = page;
  let i = verb - 1;
  const skip = () => {
    while (
      i >= floor &&
      ((isAdverb(lexemes[i]!.lower) && !isNamed(index.byEnd.get(i + 1))) ||
        AUXILIARIES.has(lexemes[i]!.lower))
    )
      i--;
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
    // "quoted Jane Example as saying"
    const direct = index.byEnd.get(lexemes[verb - 1]?.lower === 'as' ? verb - 1 : verb);
    if (direct !== undefined && direct.position !== 'owner' && direct.from >= floor)
      return personSource(direct);
    return asSaying(page, verb, floor) ?? governing(page, index, i + 1, floor);
  }
  const lexeme = lexemes[i]!;
  if (lexeme.lower === 'who') {
    const before = lexemes[i - 1]?.text === ',' ? i - 1 : i;
    const naming = index.byEnd.get(before);
    if (naming !== undefined) return personSource(naming);
    return included(page, before, floor) ?? governing(page, index, before, floor);
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

/** "The agency quoted a well-placed source as saying": the source, whoever carries its words. */
function asSaying(page: Page, verb: number, floor: number): Source | null {
  const { lexemes } = page;
  if (lexemes[verb - 1]?.lower !== 'as') return null;
  for (let i = verb - 2; i > floor && verb - i < LONGEST_PHRASE; i--)
    if (/^(?:quot|cit)(?:ed|es|ing|e)$/.test(lexemes[i]!.lower))
      return i < verb - 2 ? classify(page, i + 1, verb - 1) : null;
  return null;
}

/** "… by many, including the Alpha Democrats, who replied": nobody named before, but those. */
function included(page: Page, end: number, floor: number): Source | null {
  for (let i = end - 1; i >= floor && end - i < LONGEST_PHRASE; i--) {
    const { lower, kind } = page.lexemes[i]!;
    if (lower === 'including') return classify(page, i + 1, end);
    if (kind !== 'word') return null;
  }
  return null;
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
    else if (head < 0 && (isVerbLike(lexeme.lower) || lexeme.lower === 'the')) break;
    // "a person close to Jane Example"
    else if (head < 0 && /^(?:a|an|one|another|some)$/.test(lexeme.lower) && nameFrom - i > 2) head = i;
    if (head >= 0) head = i;
  }
  return head < 0 ? null : head;
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
      !startsRelative(lexemes[start]!.lower) &&
      !besides(page, index, start, floor)
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
  // "The report, by Jane Example, says": what the sentence begins with speaks, not who stands between commas.
  let first = floor;
  while (first < comma && lexemes[first]!.text !== ',') first++;
  const opening = hasNaming(index, floor, first) ? null : classify(page, floor, first);
  if (opening !== null && opening.pronoun === undefined && !PREPOSITIONS.has(lexemes[floor]!.lower))
    return opening;
  return nearest(index, comma, floor);
}

const startsRelative = (lower: string) =>
  /^(?:who|whose|which|where|by|from|of|at|for|in|on|speaking|including|referring|citing|along|with|after|before|like|unlike)$/.test(
    lower,
  );

function hasNaming(index: NamingIndex, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const naming = index.byStart.get(i);
    // "Jane Example's party, the Greens, said"
    if (naming !== undefined && naming.position !== 'owner') return true;
    if (naming !== undefined) i = naming.to - 1;
  }
  return false;
}

/** Do only titles, adjectives and links stand between the start of a segment and a name? */
function leads(page: Page, start: number, from: number): boolean {
  for (let i = start; i < from; i++) {
    const lexeme = page.lexemes[i]!;
    if (lexeme.kind === 'punct' || lexeme.kind === 'mark') return false;
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
    // "Example's comments": a noun that looks like a verb.
    if (page.quoted[i] || previous.kind === 'possessive') continue;
    if (previous.lower === 'to' || AUXILIARIES.has(previous.lower) || isAdverb(previous.lower)) continue;
    const naming = index.byEnd.get(i);
    if (naming !== undefined && naming.position !== 'owner') return subjectOf(page, index, i, floor);
    const report = reportingVerbAt(page, i);
    const finite = report !== null && report.form !== 'ing';
    if (finite && previous.lower !== 'and' && previous.text !== ',') {
      const found = subjectOf(page, index, i, floor);
      if (found !== null && found.pronoun === undefined && !found.vague) return found;
    }
  }
  return actorBefore(page, index, before, floor) ?? nearest(index, before, floor);
}

/** "Several groups gave Jane Example time, saying …": what acts in the first clause, if it is nobody by name. */
function actorBefore(page: Page, index: NamingIndex, before: number, floor: number): Source | null {
  const { lexemes } = page;
  let start = floor;
  for (let i = floor; i < before; i++) {
    const lexeme = lexemes[i]!;
    if (page.quoted[i] || lexeme.kind === 'mark') return null;
    if (lexeme.text === ',') start = i + 1;
    const naming = index.byStart.get(i);
    if (naming !== undefined && naming.position !== 'owner') return null;
    if (i === start || lexeme.capital || !isVerbLike(lexeme.lower)) continue;
    const first = lexemes[start]!.lower;
    if (PREPOSITIONS.has(first) || CONJUNCTIONS.has(first) || first.endsWith('ing') || first.endsWith('ed'))
      continue;
    const actor = classify(page, start, i);
    // "Her words were echoed by Jane Example, who …"
    return actor?.kind === 'unnamed' && !/^(?:his|her|its|their)\b/i.test(actor.label ?? '') ? actor : null;
  }
  return null;
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
      (/^(?:that|when|while|because|although|though|if|as|but|where|what|how|why)$/.test(before.lower) ||
        AUXILIARIES.has(before.lower))
    )
      break;
    if (before.kind === 'word' && !before.capital && isTold(before.lower)) break;
    start--;
  }
  // "one lawmaker who was on the call said": whom the clause is about stands before it.
  const who = relativeBefore(page, start, floor);
  if (who > floor) {
    const naming = index.byEnd.get(who);
    return naming === undefined ? nounPhrase(page, index, who - 1, floor) : personSource(naming);
  }
  for (let i = start; i <= last; i++) {
    const naming = index.byStart.get(i);
    if (naming === undefined || naming.to > last + 1) continue;
    if (naming.form === 'pronoun' && naming.position === 'owner') break;
    // "the Example campaign"
    if (naming.to <= last && naming.form !== 'full' && BODY_NOUNS.has(lexemes[naming.to]!.lower)) break;
    if (lexemes[naming.to]?.kind === 'possessive') {
      i = naming.to;
      continue;
    }
    if (i > start && PREPOSITIONS.has(lexemes[i - 1]!.lower)) break;
    // "Jane Example and leaders of the region agreed to": not hers alone.
    const company = lexemes[naming.to]?.lower === 'and' ? lexemes.slice(naming.to + 1, last + 1) : [];
    if (company.some((word) => CROWD_NOUNS.has(word.lower))) return classify(page, naming.to + 1, last + 1);
    return personSource(naming);
  }
  // "in a statement her office said": what the clause opens with is not its subject.
  if (PREPOSITIONS.has(lexemes[start]!.lower)) {
    for (let i = last; i > start + 1; i--) {
      if (/^(?:the|a|an|his|her|its|their)$/.test(lexemes[i]!.lower)) return classify(page, i, last + 1);
    }
  }
  // "Jane Example, in a statement, said" with its second comma missing.
  if (PREPOSITIONS.has(lexemes[start]!.lower) && start - 1 > floor && lexemes[start - 1]!.text === ',') {
    const source = beforeApposition(page, index, start - 1, floor);
    if (source !== null && source.kind === 'person') return source;
  }
  return classify(page, start, last + 1);
}

/** How many words a clause with "who" may have before the verb that follows it. */
const RELATIVE_REACH = 10;

/** Where the "who" stands whose clause goes on to `start` without a comma, or -1. */
function relativeBefore(page: Page, start: number, floor: number): number {
  const { lexemes } = page;
  if (start <= floor || lexemes[start - 1]!.kind !== 'word') return -1;
  for (let i = start - 1; i > floor && start - i < RELATIVE_REACH; i--) {
    const lexeme = lexemes[i]!;
    if (lexeme.kind !== 'word' && lexeme.kind !== 'number' && lexeme.kind !== 'possessive') return -1;
    if (lexeme.lower === 'who') return lexemes[i - 1]!.kind === 'word' ? i : -1;
  }
  return -1;
}
