import type { Lexeme } from '../lexer.ts';
import type { Page } from '../page.ts';
import { AUXILIARIES, COMMON_VERBS, PREPOSITIONS } from '../words/function-words.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';
import { POSTNOMINALS } from '../words/roles.ts';
import type { Position } from './salience.ts';

export function isVerbLike(lower: string): boolean {
  if (AUXILIARIES.has(lower) || COMMON_VERBS.has(lower)) return true;
  const report = REPORTING_FORMS.get(lower);
  return (report !== undefined && report.form !== 'ing') || (lower.length > 4 && lower.endsWith('ed'));
}

/** "Jane Example speaking to reporters called": the name in front acts. */
const isParticiple = (lexeme: Lexeme) =>
  !lexeme.capital && lexeme.lower.length > 5 && lexeme.lower.endsWith('ing');

const isAdverb = (lower: string) =>
  lower.endsWith('ly') ||
  /^(?:yesterday|today|tonight|tomorrow|sunday|monday|tuesday|wednesday|thursday|friday|saturday|also|then|later|further|again|still|now|once|recently|never|often|first|both|has|have|had)$/.test(
    lower,
  );

/** "“…,” said Jane Example", "…, noted Acme’s Jane Example": the verb of speaking stands before its subject. */
function isInverted(page: Page, from: number): boolean {
  const { lexemes } = page;
  let verb = from - 1;
  if (lexemes[verb]?.kind === 'possessive') verb -= 2;
  const lexeme = lexemes[verb];
  if (
    lexeme === undefined ||
    lexeme.kind !== 'word' ||
    REPORTING_FORMS.get(lexeme.lower)?.strength !== 'strong'
  )
    return false;
  const mark = lexemes[verb - 1];
  return mark !== undefined && (mark.kind === 'mark' || mark.text === ',' || page.quoted[verb - 1] === 1);
}

/** Whether the words at `[from, to)` act, are acted on, or own something. */
export function positionOf(page: Page, from: number, to: number): Position {
  const { lexemes } = page;
  const next = lexemes[to];
  if (next?.kind === 'possessive') return 'owner';
  // "her pastor, the Rev. Jane Example, agreed"
  const the = lexemes[from - 1]?.lower === 'the' && lexemes[from - 2]?.text === ',';
  const before = lexemes[the ? from - 2 : from - 1];
  // "Beside him stood Jane Example."
  if (/^(?:stood|stands|sat|sits|came|comes)$/.test(before?.lower ?? '')) return 'subject';
  if (isInverted(page, from)) return 'subject';
  let i = to;
  // "Jane Example MP accused"
  while (i < lexemes.length && lexemes[i]!.capital && POSTNOMINALS.has(lexemes[i]!.lower)) i++;
  if (lexemes[i]?.text === '(') {
    while (i < to + 8 && i < lexemes.length && lexemes[i]!.text !== ')') i++;
    i++;
  }
  // "Jane Example of the Fourth District, …"
  if (/^(?:of|from|for|at|in)$/.test(lexemes[i]?.lower ?? '')) {
    let j = i + 1;
    while (j < i + 7 && (lexemes[j]?.capital || /^(?:the|of|and|&)$/.test(lexemes[j]?.lower ?? ''))) j++;
    if (j > i + 1 && lexemes[j - 1]!.capital) i = j;
  }
  const sign = lexemes[i]?.text;
  // "her deputy, Jane Example, urged": the name between commas is the one who acts.
  let act = i + 1;
  while (act < lexemes.length && isAdverb(lexemes[act]!.lower) && !AUXILIARIES.has(lexemes[act]!.lower))
    act++;
  if (
    sign === ',' &&
    before?.text === ',' &&
    lexemes[act] !== undefined &&
    isVerbLike(lexemes[act]!.lower) &&
    page.sentenceOf[act] === page.sentenceOf[from] &&
    page.sentenceOf[from - 1] === page.sentenceOf[from]
  )
    return 'subject';
  if (sign === ',' || sign === '—' || sign === '–' || (sign === '-' && lexemes[i + 1]?.text === '-')) {
    for (
      let j = i + 1;
      j < Math.min(i + 36, lexemes.length) && page.sentenceOf[j] === page.sentenceOf[from];
      j++
    ) {
      if (!/^[,—–-]$/.test(lexemes[j]!.text)) continue;
      let k = j + 1;
      while (k < lexemes.length && (isAdverb(lexemes[k]!.lower) || lexemes[k]!.kind === 'mark')) k++;
      if (k < lexemes.length && isVerbLike(lexemes[k]!.lower) && !PREPOSITIONS.has(before?.lower ?? ''))
        return 'subject';
    }
  }
  // "Speaker Jane Example, despite all this, …": what a sentence begins with acts in it.
  if (sign === ',' && page.sentenceOf[from - 1] !== page.sentenceOf[from]) return 'subject';
  while (i < lexemes.length && isAdverb(lexemes[i]!.lower) && !AUXILIARIES.has(lexemes[i]!.lower)) i++;
  const prepositional =
    before !== undefined &&
    PREPOSITIONS.has(before.lower) &&
    !/^(?:after|before|since|until|as|than)$/.test(before.lower);
  if (
    !prepositional &&
    i < lexemes.length &&
    page.sentenceOf[i] === page.sentenceOf[from] &&
    (isVerbLike(lexemes[i]!.lower) || isParticiple(lexemes[i]!))
  )
    return 'subject';
  if (
    !prepositional &&
    next?.lower === 'and' &&
    (before === undefined || page.sentenceOf[from - 1] !== page.sentenceOf[from])
  )
    return 'subject';
  return 'object';
}
