import type { Page } from '../page.ts';
import { isVerbLike } from '../people/grammar.ts';
import { AUXILIARIES } from '../words/function-words.ts';
import { sourceFrom } from './phrase.ts';
import { type Cue, clauseEnd, type Place } from './places.ts';
import { isAdverb, isNamed, type NamingIndex } from './source.ts';
import { type ReportingVerb, reportingVerbAt } from './verbs.ts';

const ENDS_SENTENCE = /[.!?…]["'”’)\]]*$/;

/** What follows the marks directly: "said Jane Example", "Jane Example told reporters", "according to …". */
export function tailCue(page: Page, index: NamingIndex, place: Place): Cue | null {
  const { lexemes, text } = page;
  const { stretch, tailTo } = place;
  let i = place.tailFrom;
  if (i >= tailTo || stretch.leftOpen) return null;
  const inner = text.slice(Math.max(stretch.start, stretch.end - 4), stretch.end);
  let detached = ENDS_SENTENCE.test(inner);
  const comma = /[,—–―-]["'”’]?$/.test(inner) || lexemes[i]!.text === ',';
  if (lexemes[i]!.text === '.') {
    detached = true;
    i++;
  } else if (/^[,—–―-]$/.test(lexemes[i]!.text)) {
    const dash = lexemes[i]!.text !== ',';
    i++;
    if (dash && lexemes[i]?.text === '-') i++;
    const signed = dash ? signature(page, index, i, tailTo) : null;
    if (signed !== null) return signed;
  }
  if (i >= tailTo) return null;
  const end = clauseEnd(page, i, tailTo);
  const opening = lexemes[i]!;
  if (opening.lower === 'according' && !opening.capital && lexemes[i + 1]?.lower === 'to') {
    const source = sourceFrom(page, index, i + 2, end);
    return source === null ? null : { cue: 'according-to', source, from: i, to: source.to };
  }
  // Speech that ends in a comma or a question goes on in its clause, whatever the verb.
  const open = !detached ? comma || /[?!]$/.test(inner) : /[?!]$/.test(inner) && !opening.capital;
  const verbFirst = verbSubject(page, index, i, end, open);
  if (verbFirst !== null) return verbFirst;
  if (
    !detached &&
    !comma &&
    !/[?!]$/.test(inner) &&
    place.leadTo > place.leadFrom &&
    sameSentence(page, place.leadTo - 1, place.leadTo)
  )
    return null;
  const told = subjectVerb(page, index, i, end, detached, place, open);
  // "“…” Jane Example, teacher": nothing but a name is left of the paragraph.
  return (
    told ??
    (tailTo - i <= LONGEST_SIGNATURE && isLastOf(page, tailTo) && index.byStart.has(bracketed(page, i))
      ? signature(page, index, bracketed(page, i), tailTo)
      : null)
  );
}

const LONGEST_SIGNATURE = 14;

const isLastOf = (page: Page, to: number) =>
  to >= page.lexemes.length || page.paragraphOf[to] !== page.paragraphOf[to - 1];

const bracketed = (page: Page, at: number) => (page.lexemes[at]!.text === '(' ? at + 1 : at);

/** "— Jane Example, teacher": the rest of the paragraph behind a dash, where nobody in it speaks or acts. */
function signature(page: Page, index: NamingIndex, at: number, end: number): Cue | null {
  const source = sourceFrom(page, index, at, end);
  if (
    source === null ||
    source.naming === null ||
    source.naming.form === 'pronoun' ||
    source.naming.position === 'owner'
  )
    return null;
  for (let i = source.to; i < Math.min(end, source.to + LONGEST_SIGNATURE); i++) {
    const lexeme = page.lexemes[i]!;
    if (
      lexeme.kind === 'possessive' ||
      (lexeme.kind === 'word' && !lexeme.capital && isVerbLike(lexeme.lower))
    )
      return null;
  }
  return { cue: 'signed', source, from: at, to: source.to };
}

export const sameSentence = (page: Page, a: number, b: number) => page.sentenceOf[a] === page.sentenceOf[b];

/** "said Jane Example" */
function verbSubject(page: Page, index: NamingIndex, at: number, end: number, open: boolean): Cue | null {
  let i = at;
  while (i < end && isAdverb(page.lexemes[i]!.lower)) i++;
  const verb = reportingVerbAt(page, i, open);
  if (verb === null || verb.form === 'ing') return null;
  i++;
  while (i < end && isAdverb(page.lexemes[i]!.lower) && !isNamed(index.byStart.get(i))) i++;
  if (page.lexemes[i]?.lower === 'on' && page.lexemes[i - 1]?.lower === 'went') i++;
  if (i >= end) return null;
  const source = sourceFrom(page, index, i, end);
  if (source === null) return null;
  const reads = source.kind === 'document' && verb.lemma === 'read';
  if (verb.strength === 'weak' && source.kind !== 'person' && !reads && !page.lexemes[i]!.capital)
    return null;
  return {
    cue: source.naming?.form === 'pronoun' ? 'said-pronoun' : 'said-name',
    source,
    from: at,
    to: source.to,
  };
}

/** "Jane Example, the minister, said" */
function subjectVerb(
  page: Page,
  index: NamingIndex,
  at: number,
  end: number,
  detached: boolean,
  place: Place,
  open: boolean,
): Cue | null {
  const { lexemes } = page;
  let i = at;
  while (
    i < end &&
    isAdverb(lexemes[i]!.lower) &&
    lexemes[i]!.lower !== 'both' &&
    !isNamed(index.byStart.get(i))
  )
    i++;
  const source = sourceFrom(page, index, i, end);
  if (source === null) return null;
  const verb = verbBehind(page, source.to, end, open && source.kind === 'person');
  if (verb === null || verb.form === 'ing' || (verb.passive && verb.lemma !== 'quote')) return null;
  if (
    verb.strength === 'weak' &&
    source.kind !== 'person' &&
    !((source.kind === 'document' || source.pronoun === 'it') && verb.lemma === 'read')
  )
    return null;
  const behind = verb.at + 1;
  if (detached) {
    // A new sentence that only says who spoke belongs to the words before it; one that tells more does not.
    if ((verb.strength === 'weak' && verb.lemma !== 'read') || end - behind > 12) return null;
    const last = lexemes[Math.min(end, place.tailTo) - 1];
    if (end >= place.tailTo && last !== undefined && !/[.!?]/.test(last.text)) return null;
    for (let j = behind; j < end; j++) {
      const word = lexemes[j]!;
      if (
        word.text === ':' ||
        word.lower === 'that' ||
        word.lower === 'it' ||
        word.lower === 'how' ||
        word.lower === 'what'
      )
        return null;
    }
    const next = lexemes[behind];
    if (
      next !== undefined &&
      behind < end &&
      next.kind === 'word' &&
      !/^(?:in|on|at|to|during|of|after|before|when|while|as|with|by|via|from|yesterday|today|tuesday|monday|wednesday|thursday|friday|saturday|sunday|reporters|the|later|me|us|cnn|recently|last|earlier)$/.test(
        next.lower,
      )
    )
      return null;
    if (next !== undefined && next.lower === 'the' && verb.lemma !== 'tell') return null;
  }
  const pronoun = source.naming?.form === 'pronoun';
  return { cue: pronoun ? 'pronoun-said' : 'name-said', source, from: at, to: behind };
}

/** The verb behind a subject, past what stands between commas or brackets. */
function verbBehind(page: Page, from: number, end: number, loose = false): ReportingVerb | null {
  const { lexemes } = page;
  let i = from;
  for (let hops = 0; hops < 4 && i < end; hops++) {
    while (i < end && (isAdverb(lexemes[i]!.lower) || AUXILIARIES.has(lexemes[i]!.lower))) {
      // "Acme did not comment."
      if (/^(?:not|never)$|n['’]t$/.test(lexemes[i]!.lower)) return null;
      i++;
    }
    const verb = i < end ? reportingVerbAt(page, i, loose) : null;
    if (verb !== null) return verb;
    const sign = lexemes[i]?.text;
    if (sign === '(') {
      while (i < end && lexemes[i]!.text !== ')') i++;
      i++;
    } else if (
      sign === ',' ||
      sign === '—' ||
      sign === '–' ||
      (sign === '-' && lexemes[i + 1]?.text === '-')
    ) {
      i++;
      // "his wife, Jane Example, added": the comma closes what the name opened.
      const direct = i < end ? reportingVerbAt(page, i, loose) : null;
      // "Jane Example, asked about it, laughed": she is asked.
      const asked =
        direct !== null &&
        /^(?:of|about|by|if|whether|on|how|why|what|as)$/.test(lexemes[i + 1]?.lower ?? '');
      if (direct !== null && direct.form !== 'ing' && !asked) return direct;
      let close = i;
      while (close < end && close - i < 32 && lexemes[close]!.text !== sign) close++;
      if (close >= end || lexemes[close]!.text !== sign) return null;
      i = close + 1;
      if (sign === '-') i++;
    } else if (
      lexemes[i]?.lower === 'of' ||
      lexemes[i]?.lower === 'from' ||
      lexemes[i]?.lower === 'for' ||
      lexemes[i]?.lower === 'in' ||
      lexemes[i]?.lower === 'at'
    ) {
      i++;
      while (i < end && (lexemes[i]!.capital || /^(?:the|of|and|&)$/.test(lexemes[i]!.lower))) i++;
    } else if (sign === 'who') return behindRelative(page, i, end);
    else return null;
  }
  return null;
}

/** "a diplomat who asked not to be named told reporters": the last verb of speaking is the clause's own. */
function behindRelative(page: Page, who: number, end: number): ReportingVerb | null {
  let last: ReportingVerb | null = null;
  for (let i = who + 2; i < Math.min(end, who + 24); i++) {
    if (page.lexemes[i]!.text === ',') break;
    const verb = reportingVerbAt(page, i);
    if (verb !== null && verb.form === 'past' && verb.strength === 'strong' && !verb.passive) last = verb;
  }
  return last;
}

/** Further on in the sentence of a fragment: "… “held to account” again, Jane Example said." */
export function laterCue(page: Page, index: NamingIndex, place: Place): Cue | null {
  const { lexemes } = page;
  const from = place.tailFrom;
  if (from >= lexemes.length || page.sentenceOf[from] !== page.sentenceOf[place.to - 1]) return null;
  const sentence = page.sentenceOf[from];
  for (let i = from; i < lexemes.length && i - from < 60 && page.sentenceOf[i] === sentence; i++) {
    if (page.quoted[i]) continue;
    if (lexemes[i]!.lower === 'according' && lexemes[i + 1]?.lower === 'to') {
      const source = sourceFrom(page, index, i + 2, clauseEnd(page, i, lexemes.length));
      if (source !== null) return { cue: 'according-to', source, from: i, to: source.to };
    }
    if (lexemes[i]!.text !== ',' || page.quoted[i + 1]) continue;
    const end = clauseEnd(page, i, lexemes.length);
    const source = sourceFrom(page, index, i + 1, end);
    if (source === null || source.kind !== 'person') continue;
    const verb = verbBehind(page, source.to, end);
    if (verb === null || verb.strength === 'weak' || verb.form === 'ing') continue;
    const behind = lexemes[verb.at + 1];
    if (
      behind === undefined ||
      verb.at + 1 >= end ||
      /^[.,;]$/.test(behind.text) ||
      /^(?:in|on|at|to|during|of)$/.test(behind.lower)
    )
      return { cue: 'name-said-later', source, from: i, to: verb.at + 1 };
  }
  return null;
}
